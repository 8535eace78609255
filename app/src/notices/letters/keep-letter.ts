/** Writes a letter about a notice and keeps it among the documents of its firm, within the transaction of the command that it tells of. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import { madeAssessment } from '../../assessments/filed/make-assessment.ts'
import type { AssessmentRefusal } from '../../assessments/filed/assessment.ts'
import type { Recorder } from '../../audit-log/record-command.ts'
import { type Letters, toldOf } from '../../determinations/decide-determination.ts'
import type { Determination } from '../../determinations/determination.ts'
import { determinationById } from '../../determinations/read-determinations.ts'
import { keepDocument } from '../../documents/keep-document.ts'
import { todayText } from '../../kernel/clock.ts'
import type { Handle } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Actor } from '../../kernel/transaction.ts'
import { namesIn } from '../../people/name-people.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import type { IssuedNotice } from '../notice.ts'
import { type Matter, noticeLetter } from './notice-letter.ts'

/** Who writes letters, and by what law. */
export interface Writer {
  readonly recorder: Recorder
  readonly shelf: ReleaseShelf
  readonly letters: Letters
  readonly actor: Actor
}

interface Writing {
  /** The determination of failure of which notice is given, or that is appealed against. */
  readonly about: Determination
  readonly matter: Plain | ShowCause
  readonly words: string
}

type Plain = Exclude<Matter, { readonly kind: 'show_cause' }>

interface ShowCause extends Pick<IssuedNotice, 'answer_length' | 'answer_counted_in'> {
  readonly kind: 'show_cause'
  readonly cure_ends_on: string
}

/** The identifier of the document. */
export async function keepLetter(
  tables: Handle,
  { recorder, shelf, letters, actor }: Writer,
  { about, matter, words }: Writing,
): Promise<Outcome<string, AssessmentRefusal>> {
  const made = await madeAssessment(tables, shelf, about.assessment_id)
  if ('refused' in made) return made
  const { assessed } = made.done
  const { programme } = assessed.release.engine
  const told = await toldOf(tables, programme, about, todayText(recorder.clock))
  const whys =
    assessed.subjects.find((one) => canonicalJson(one.subject) === about.subject)?.explanation.provisions ?? []
  const address = new URL(letters.addressOf(about.number)).origin
  const letter = noticeLetter({
    told,
    demonstration: letters.demonstration,
    officer: (await namesIn(tables, [actor.person])).get(actor.person) ?? '',
    matter:
      matter.kind === 'show_cause'
        ? {
            ...matter,
            address,
            whys: whys.filter((why) => about.findings.some(({ finding }) => finding === why.name)),
            provisions: whys,
            attached: whys.filter(({ kind }) => kind === 'sanction'),
          }
        : matter,
    words,
  })
  const kept = await keepDocument(tables, recorder, actor, {
    organization: about.manufacturer_id,
    name: `${about.number}-${matter.kind}.pdf`,
    media_type: 'application/pdf',
    bytes: await letters.renderPlain(letter),
  })
  return { done: kept.id }
}

/** The same for a notice that is there. */
export async function keepLetterOf(
  tables: Handle,
  writer: Writer,
  { determination_id }: Pick<IssuedNotice, 'determination_id'>,
  matter: Plain,
  words: string,
): Promise<Outcome<string, AssessmentRefusal>> {
  return await keepLetter(tables, writer, { about: await determinationById(tables, determination_id), matter, words })
}
