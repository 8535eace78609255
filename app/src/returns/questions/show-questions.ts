/** What the pages of questions are given. */
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { readAs } from '../../kernel/transaction.ts'
import type { Language } from '../../kernel/problem.ts'
import { manufacturerIn } from '../../manufacturers/read-manufacturers.ts'
import { idAsked, type PageContext, pageCall, settled } from '../../pages/page-call.ts'
import { lawsCalled } from '../../policy-releases/laws-called.ts'
import { releaseOf } from '../../policy-releases/release-in-force.ts'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { filedVersion, type Return, statusOf } from '../filing/return.ts'
import { returnWordsOf } from '../filing/return-words.ts'
import { returnsCalled } from '../filing/returns-called.ts'
import { schemaOfKind } from '../release-schema.ts'
import { columnOf, type ReturnSchema } from '../schema/return-schema.ts'
import { isAwaited } from './question.ts'
import { clockText, questionWordsOf } from './question-words.ts'
import { type QuestionRead, readQuestion, readQuestions } from './read-questions.ts'

export interface QuestionView
  extends Pick<QuestionRead, 'id' | 'version' | 'words' | 'asked_on' | 'due_on' | 'status'> {
  /** The sheet, the column and the row, in the language of the reader. */
  readonly about: string
}

export async function showQuestions(context: PageContext, asked: string | undefined) {
  const { actor, language, may } = context.get(pageCall)
  const recorder = context.get(recorderContext)
  const id = idAsked(context, asked)
  const read = settled(context, await readQuestions(recorder, context.get(shelfContext), actor, id))
  const { found, questions, clock } = read
  const schema = await schemaShown(context, found)
  const filed = filedVersion(found)
  const isFiled = filed !== undefined && statusOf(found, filed.version) === 'filed'
  return {
    ...(await returnShown(context, found)),
    clock: clock === undefined ? undefined : clockText(clock, language),
    questions: questions.map((one) => questionView(one, schema, language)),
    isOfFirms: may('see_manufacturers'),
    mayAsk: isFiled && may('ask_question'),
    cells: cellsOf(schema, language),
  }
}

export async function showQuestion(context: PageContext, asked: string | undefined) {
  const { actor, language, may } = context.get(pageCall)
  const recorder = context.get(recorderContext)
  const { question, found } = settled(context, await readQuestion(recorder, actor, idAsked(context, asked)))
  const awaited = isAwaited(question.status)
  return {
    ...(await returnShown(context, found)),
    question,
    about: questionView(question, await schemaShown(context, found), language).about,
    mayAnswer: awaited && may('answer_question'),
    mayWithdraw: awaited && may('withdraw_question'),
  }
}

async function returnShown(context: PageContext, found: Return) {
  const { actor } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const laws = await lawsCalled(context, [found.programme])
  const called = await returnsCalled(context, [found.programme])
  const { language } = context.get(pageCall)
  const { title: programme, binds, rehearsal } = laws(found.programme)
  const firm = await readAs(database, actor, async (tables) => await manufacturerIn(tables, found.manufacturer_id))
  return {
    id: found.id,
    called: returnWordsOf(language).returnOf({ kind: called(found), period: found.period, programme }),
    firm: firm?.name ?? '',
    rehearsal: binds ? undefined : rehearsal,
  }
}

/** Of the last version that the reader may see: the questions are about one of them. */
async function schemaShown(context: PageContext, found: Return): Promise<ReturnSchema | undefined> {
  const { actor } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const last = filedVersion(found) ?? found.versions.at(-1)
  if (last === undefined) return undefined
  const law = await readAs(database, actor, async (tables) => await releaseOf(tables, last.release_id))
  return schemaOfKind(context.get(shelfContext).open(law), found.kind)
}

function questionView(one: QuestionRead, schema: ReturnSchema | undefined, language: Language): QuestionView {
  const { id, version, words, asked_on, due_on, status, sheet: name, column_name, row_number: row } = one
  const sheet = schema?.sheets.find((of) => of.name === name)
  const column = sheet === undefined || column_name === null ? undefined : columnOf(sheet, column_name)
  const said = questionWordsOf(language)
  const about =
    name === null
      ? said.wholeReturn
      : said.cell({
          sheet: sheet?.label[language] ?? name,
          column: column?.label[language] ?? column_name ?? '',
          row,
        })
  return { id, version, words, asked_on, due_on, status, about }
}

/** `models`, `models/imported_value`: what a question can be about. */
function cellsOf(schema: ReturnSchema | undefined, language: Language) {
  const said = questionWordsOf(language)
  const cell = (sheet: string, column: string) => said.cell({ sheet, column, row: null })
  return (schema?.sheets ?? []).flatMap(({ name, label, columns }) => [
    { value: name, label: label[language] },
    ...columns.map((column) => ({
      value: `${name}/${column.name}`,
      label: cell(label[language], column.label[language]),
    })),
  ])
}
