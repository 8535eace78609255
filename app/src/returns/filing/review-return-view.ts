/** A filed return as the officer sees it who accepts it or sends it back. */
import { type Language, namesOf } from '@maqami/engine/explain/names.ts'
import { listed, nameOf, type Voice, voiceOf } from '@maqami/engine/explain/voice.ts'
import type { Programme } from '@maqami/engine/load/programme.ts'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { todayText } from '../../kernel/clock.ts'
import { readAs } from '../../kernel/transaction.ts'
import { manufacturerIn } from '../../manufacturers/read-manufacturers.ts'
import type { Fact } from '../../pages/fact-list.tsx'
import { idAsked, type PageContext, pageCall, settled } from '../../pages/page-call.ts'
import { momentOf } from '../../pages/when.ts'
import { namesIn } from '../../people/name-people.ts'
import { factsTold } from '../../policy-releases/example-view.ts'
import { programmeHeading, type ProgrammeHeading } from '../../policy-releases/programme-view.ts'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { clockText } from '../questions/question-words.ts'
import { questionsIn } from '../questions/read-questions.ts'
import type { FiledSubject } from './filed-facts.ts'
import { type BillNotesCount, countNotes, heldAgainstBills } from './hold-against-bills.ts'
import { heldAgainstMonths, type HeldAgainstMonths } from './hold-against-months.ts'
import { lockOver } from './period-lock.ts'
import { locksOf } from './period-locks-table.ts'
import { versionIn } from './read-returns.ts'
import { filedVersion, type FoundInReturn, type Return, statusOf, versionBefore, type VersionStatus } from './return.ts'
import { findReturn } from './returns-table.ts'

export interface ReviewView {
  readonly id: string
  readonly firm: string
  readonly manufacturer_id: string
  readonly heading: ProgrammeHeading
  readonly year: string
  readonly version: number
  readonly status: VersionStatus
  readonly filed: { readonly when: string; readonly person: string | undefined }
  readonly signed_hash: string
  /** An earlier version that was accepted, which this one replaces. */
  readonly replaces: number | undefined
  /** The version that this one is held against, where there is one. */
  readonly before: number | undefined
  readonly warnings: readonly FoundInReturn[]
  readonly held: readonly HeldAgainstMonths[]
  readonly billNotes: BillNotesCount | undefined
  /** Why nothing can be decided now, where the period is locked. */
  readonly locked: string | undefined
  /** How much of the time to review is used up. */
  readonly clock: string | undefined
  readonly asked: number
  readonly subjects: readonly { readonly title: string; readonly facts: readonly Fact[] }[]
}

export async function reviewAsked(context: PageContext, asked: string | undefined): Promise<ReviewView> {
  const id = idAsked(context, asked)
  const { actor, language, problemOf } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const shelf = context.get(shelfContext)
  const read = await readAs(database, actor, async (tables) => {
    const found = await findReturn(tables, id)
    if (found === undefined) return { refused: { code: 'return_unknown' } } as const
    const filed = filedVersion(found)
    if (filed === undefined) return { refused: { code: 'nothing_filed' } } as const
    const version = await versionIn(tables, id, filed.version)
    if ('refused' in version) return version
    const filing = filingOf(found, filed.version)
    const firm = await manufacturerIn(tables, found.manufacturer_id)
    const names = await namesIn(tables, [filing?.recorded_by ?? null])
    const held = await heldAgainstMonths(tables, shelf, found, filed.version)
    const bills = await heldAgainstBills(tables, shelf, version.done)
    const questions = await questionsIn(tables, shelf, found, todayText(clock))
    const locked = lockOver(await locksOf(tables, found), found)
    return {
      done: {
        ...version.done,
        questions,
        locked,
        held,
        bills,
        filing,
        firm: firm?.name ?? '',
        person: names.get(filing?.recorded_by ?? ''),
      },
    }
  })
  const { found, version, release, subjects, questions, locked, held, bills, filing, firm, person } = settled(
    context,
    read,
  )
  const { programme } = shelf.open(release).engine
  return {
    id,
    firm,
    manufacturer_id: found.manufacturer_id,
    heading: programmeHeading(programme, language),
    year: found.period,
    version: version.version,
    status: statusOf(found, version.version),
    filed: { when: momentOf(filing?.recorded_at ?? '', language).when, person },
    signed_hash: filing?.signed_hash ?? '',
    replaces: found.events.findLast((event) => event.kind === 'accepted' && event.version < version.version)?.version,
    locked: locked === undefined ? undefined : problemOf(locked).detail,
    clock: questions.clock === undefined ? undefined : clockText(questions.clock, language),
    asked: questions.questions.length,
    before: versionBefore(found, version.version)?.version,
    warnings: version.errors,
    held,
    billNotes: countNotes(bills),
    subjects: subjects.map((one) => subjectView(programme, one, language)),
  }
}

function filingOf({ events }: Pick<Return, 'events'>, version: number): Return['events'][number] | undefined {
  return events.find((event) => event.kind === 'filed' && event.version === version)
}

function subjectView(programme: Programme, { subject, facts }: FiledSubject, language: Language) {
  const voice = voiceOf(language, namesOf(programme))
  return {
    title: subjectTitle(voice, subject),
    facts: [...factsTold(voice, programme.vocabulary, facts)],
  }
}

/** Empty where a return has one subject. */
function subjectTitle(voice: Voice, subject: FiledSubject['subject']): string {
  const members = Object.entries(subject).map(([fact, member]) =>
    nameOf(voice, member, voice.names.members.get(`${fact}.${member}`)),
  )
  return members.length === 0 ? '' : listed(voice, members)
}
