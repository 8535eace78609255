/** A second officer approves a determination, which then has effect, or sends it back with the reason; who prepared it may withdraw it. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import { explain } from '@maqami/engine/explain/explain.ts'
import { namesOf } from '@maqami/engine/explain/names.ts'
import type { Localized } from '@maqami/engine/load/fields.ts'
import type { Programme } from '@maqami/engine/load/programme.ts'
import type { Vocabulary } from '@maqami/engine/load/vocabulary.ts'
import { formatDay } from '@maqami/engine/value/date.ts'
import type { AssessedReturn } from '../assessments/assess-subjects.ts'
import type { Made } from '../assessments/filed/make-assessment.ts'
import { type Done, type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { hashBytes } from '../documents/keep-document.ts'
import { queueJobIn } from '../jobs/queue-job.ts'
import { instantText, today, todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { boundOn, nameOn } from '../manufacturers/life/life.ts'
import { eventsApproved } from '../manufacturers/life/read-life.ts'
import { manufacturerIn } from '../manufacturers/read-manufacturers.ts'
import { namesIn } from '../people/name-people.ts'
import type { SecondFactorRefusal } from '../people/set-up-second-factor.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { referredIn } from '../referrals/refer-matter.ts'
import { returnIn } from '../returns/filing/read-returns.ts'
import {
  type Decided,
  type Determination,
  type DeterminationRefusal,
  determinedFindings,
  hasEffect,
  NOT_DUE,
} from './determination.ts'
import { barsToSanction, determinationsOf, findById, findDetermination, insertDecided } from './determinations-table.ts'
import { type Foresight, foreseeEffect } from './foresee-effect.ts'
import { waitingFor } from './foresee-waiting.ts'
import { insertFrozen } from './frozen-letters-table.ts'
import { type Effects, type Filed, giveEffect } from './give-effect.ts'
import { insertIssued } from './issued-letters-table.ts'
import { signedPart } from './signed-determination.ts'
import { lastDayToAppeal } from './last-day-to-appeal.ts'
import { lastDayToCure } from './last-day-to-cure.ts'
import { derivationsOf } from './derive-amount.ts'
import type { Considered, Ground, LetterData, RenderLetter, Told, Waiting } from './letter.ts'
import { asComputed } from './less.ts'
import type { PrintLetter } from './letter-text.ts'
import { supersede } from './order-standing.ts'
import type { RenderPlainLetter } from './plain-letter.ts'
import { currentAssessment, type PrepareRefusal } from './prepare-determination.ts'
import { PRINT_LETTER, type Press, printFrozen } from './print-letter.ts'
import { chargedWithout } from './read-stakes.ts'
import { remandedFrom, standingOf } from './standing.ts'

/** How letters are made, and where anybody may check one by its number. */
export interface Letters {
  readonly render: RenderLetter
  readonly renderPlain: RenderPlainLetter
  /** Of what other slices write. */
  readonly print: PrintLetter
  readonly addressOf: (number: string) => string
  /** What the firm said to the notice of a failure, and what was made of it: a sanction tells it. */
  readonly considered: (tables: Handle, failure: string) => Promise<readonly Considered[]>
  /** Whether they are those of a demonstration. */
  readonly demonstration: boolean
}

export interface ApproveDetermination {
  readonly number: string
  /** What `foreseeEffect` gave when the page was shown. */
  readonly shown_hash: string
}

export interface Approved extends Effects {
  readonly determination: Determination
}

export type DecideRefusal = PrepareRefusal | SecondFactorRefusal

/** `confirm` holds the second factor; it is asked when everything else is right. The letter is printed when the approval stands. */
export async function approveDetermination(
  recorder: Recorder,
  shelf: ReleaseShelf,
  letters: Letters,
  actor: Actor,
  input: ApproveDetermination,
  confirm: () => Promise<Outcome<unknown, SecondFactorRefusal>>,
): Promise<Outcome<Approved, DecideRefusal>> {
  const { database, clock } = recorder
  const ready = await readAs(database, actor, async (tables) => {
    return await approvable(tables, shelf, actor, input, todayText(clock))
  })
  if ('refused' in ready) return ready
  const confirmed = await confirm()
  if ('refused' in confirmed) return confirmed
  const approved = await recordCommand<Approved, DecideRefusal>(recorder, actor, APPROVE, async (tables) => {
    return await approveIn(tables, { recorder, shelf, letters }, actor, input)
  })
  if ('done' in approved) await printFrozen({ recorder, shelf, letters }, actor, input.number)
  return approved
}

export const APPROVE = 'approve_determination'

/** What was prepared states what the assessment found, less at most. Throws where somebody touched the rows. */
function assertComputed({ assessment, assessed }: Made, { kind, number, subject, findings }: Determination): void {
  if (kind === 'restoration') return
  const one = assessed.subjects.find((other) => canonicalJson(other.subject) === subject)
  const ours = assessed.release.engine.programme.heading.authority
  const found = determinedFindings(kind, one?.explanation.provisions ?? [], assessment.as_of, ours)
  const stated = asComputed(findings.filter(({ value, less }) => value !== NOT_DUE || less !== undefined))
  if (canonicalJson(stated) !== canonicalJson(found)) throw new Error(`${number} states other than was computed`)
}

interface Approvable {
  readonly determination: Determination
  readonly made: Made
  readonly foresight: Foresight
}

/** Whether it may be approved on that day as it was shown: nothing has come about since that stands in the way or changes what it does. */
async function approvable(
  tables: Handle,
  shelf: ReleaseShelf,
  actor: Actor,
  { number, shown_hash }: ApproveDetermination,
  on: string,
): Promise<Outcome<Approvable, DecideRefusal>> {
  const open = await openDetermination(tables, actor, number)
  if ('refused' in open) return open
  const determination = open.done
  const referred = await referredIn(tables, `determination ${number}`)
  if (referred !== undefined) return { refused: referred }
  const barred = await barredOn(tables, determination, on)
  if (barred !== undefined) return barred
  const made = await currentAssessment(tables, shelf, determination.assessment_id)
  if ('refused' in made) return made
  const hindered = await hinderedBy(tables, determination)
  if (hindered !== undefined) return { refused: hindered }
  const foresight = await foreseeEffect(tables, shelf, made.done, determination, on)
  if (foresight.shown_hash !== shown_hash) return { refused: { code: 'other_than_shown' } }
  assertComputed(made.done, determination)
  return { done: { determination, made: made.done, foresight } }
}

/** Within a transaction, so that the day in the letter is that of the decision. */
export async function approveIn(
  tables: Handle,
  { recorder, shelf, letters }: Press,
  actor: Actor,
  input: ApproveDetermination,
): Promise<Done<Approved> | { readonly refused: DecideRefusal }> {
  const now = recorder.clock()
  const decided_on = formatDay(today(() => now))
  const ready = await approvable(tables, shelf, actor, input, decided_on)
  if ('refused' in ready) return ready
  const { determination, made, foresight } = ready.done
  const { id, number, manufacturer_id } = determination
  const waiting = await waitingFor(tables, recorder, determination, foresight.plan, await filedWhen(tables, made))
  const { names: _names, ...told } = await tellLetter(tables, { shelf, letters, made }, determination, {
    decided_on,
    approved_by: actor.person,
    ...(determination.kind === 'entitlement' ? { waiting } : {}),
  })
  const letter = canonicalJson(told)
  const letter_hash = hashBytes(Buffer.from(letter))
  await insertFrozen(tables, {
    determination_id: id,
    manufacturer_id,
    number,
    signed: canonicalJson(signedPart(determination, foresight.effect)),
    letter,
    letter_hash,
    approved_by: actor.person,
    approved_for: actor.organization ?? '',
  })
  const decided: Decided = {
    kind: 'approved',
    reason: null,
    signed_hash: input.shown_hash,
    letter_id: recorder.makeId(),
    bundle_id: recorder.makeId(),
    recorded_at: instantText(now),
    recorded_by: actor.person,
  }
  await insertDecided(tables, { determination_id: id, manufacturer_id, ...decided })
  const replaced = await supersede(tables, recorder, actor, determination)
  const ends = await endedBy(tables, determination, replaced)
  await insertIssued(tables, { ...issuedOf(determination), issued_on: decided_on, letter_hash: null, ends })
  const filed = await filedWhen(tables, made)
  const effects = await giveEffect(tables, recorder, actor, determination, foresight.plan, filed)
  await queueJobIn(tables, recorder, PRINT_LETTER, number)
  return {
    done: { determination: { ...determination, decided }, ...effects },
    subject: `determination ${number}`,
    details: { signed_hash: input.shown_hash, letter: letter_hash, ...effects },
  }
}

async function filedWhen(tables: Handle, { assessment }: Made): Promise<Filed> {
  const found = await returnIn(tables, assessment.return_id)
  const at = (wanted: 'filed' | 'accepted') =>
    found?.events.findLast(({ kind, version }) => kind === wanted && version === assessment.version)?.recorded_at
  const filed_at = at('filed')
  if (filed_at === undefined) throw new Error(`the return ${assessment.return_id} was never filed`)
  return { filed_at, accepted_at: at('accepted') ?? null }
}

/** What came since a sanction was prepared, such as an answer in time. */
async function barredOn(
  tables: Handle,
  { kind, follows, assessment_id: assessment }: Determination,
  day: string,
): Promise<{ readonly refused: DeterminationRefusal } | undefined> {
  if (kind !== 'sanction' || follows === null) return undefined
  const [bar] = await barsToSanction(tables, { failure: follows, assessment, day })
  return bar === undefined ? undefined : { refused: { code: 'sanction_barred', bar } }
}

function issuedOf({ number, kind, programme, rehearsal, release_id }: Determination) {
  return { number, kind, programme, rehearsal, release_id }
}

/** The number of the determination whose effect ends with this one: the sanction that is lifted, what is determined anew. */
async function endedBy(
  tables: Handle,
  { kind, follows }: Determination,
  replaced: readonly Determination[],
): Promise<string | null> {
  if (kind !== 'restoration') return replaced.at(-1)?.number ?? null
  return follows === null ? null : ((await findById(tables, follows))?.number ?? null)
}

/** What has happened since it was prepared to what it rests on or replaces. */
async function hinderedBy(tables: Handle, determination: Determination): Promise<DeterminationRefusal | undefined> {
  const { kind, follows } = determination
  const beside = await determinationsOf(tables, determination)
  const stayed = beside.find((one) => one.kind === kind && standingOf(one) === 'stayed')
  if (stayed !== undefined) return { code: 'determination_stayed', number: stayed.number }
  const before = beside.find(({ id }) => id === follows)
  if (before === undefined || hasEffect(before)) return undefined
  return standingOf(before) === 'stayed'
    ? { code: 'determination_stayed', number: before.number }
    : { code: 'follows_nothing', kind }
}

export interface EndDetermination {
  readonly number: string
  readonly reason: string
}

export async function sendBackDetermination(
  recorder: Recorder,
  actor: Actor,
  input: EndDetermination,
): Promise<Outcome<Determination, DeterminationRefusal>> {
  return await end(recorder, actor, 'sent_back', input)
}

/** By who prepared it, before somebody decides. */
export async function withdrawDetermination(
  recorder: Recorder,
  actor: Actor,
  input: EndDetermination,
): Promise<Outcome<Determination, DeterminationRefusal>> {
  return await end(recorder, actor, 'withdrawn', input)
}

const COMMANDS = { sent_back: 'send_back_determination', withdrawn: 'withdraw_determination' } as const

async function end(
  recorder: Recorder,
  actor: Actor,
  kind: keyof typeof COMMANDS,
  { number, reason }: EndDetermination,
): Promise<Outcome<Determination, DeterminationRefusal>> {
  return await recordCommand<Determination, DeterminationRefusal>(recorder, actor, COMMANDS[kind], async (tables) => {
    const open = await openDetermination(tables, actor, number, kind === 'withdrawn')
    if ('refused' in open) return open
    const { id, manufacturer_id } = open.done
    const decided: Decided = {
      kind,
      reason,
      signed_hash: null,
      letter_id: null,
      bundle_id: null,
      recorded_at: instantText(recorder.clock()),
      recorded_by: actor.person,
    }
    await insertDecided(tables, { determination_id: id, manufacturer_id, ...decided })
    return { done: { ...open.done, decided }, subject: `determination ${number}`, details: { reason } }
  })
}

async function openDetermination(
  tables: Handle,
  actor: Actor,
  number: string,
  isOwn = false,
): Promise<Outcome<Determination, DeterminationRefusal>> {
  const found = await findDetermination(tables, number)
  if (found === undefined) return { refused: { code: 'determination_unknown' } }
  if (found.decided !== null) return { refused: { code: 'determination_decided', number } }
  if ((found.prepared_by === actor.person) !== isOwn)
    return { refused: { code: isOwn ? 'other_determination' : 'own_determination' } }
  const remanded = isOwn ? undefined : remandedFrom(actor.person, found.kind, await determinationsOf(tables, found))
  if (remanded !== undefined) return { refused: { code: 'remanded_to_others', number: remanded.number } }
  return { done: found }
}

/** What the letter of a determination says, as the law and the register stand; also for its preview. */
export async function letterData(
  tables: Handle,
  shelf: ReleaseShelf,
  letters: Letters,
  determination: Determination,
  decided_on: string,
  approved_by: string | null,
): Promise<Outcome<LetterData, PrepareRefusal>> {
  const made = await currentAssessment(tables, shelf, determination.assessment_id)
  if ('refused' in made) return made
  return {
    done: await tellLetter(tables, { shelf, letters, made: made.done }, determination, { decided_on, approved_by }),
  }
}

async function tellLetter(
  tables: Handle,
  { shelf, letters, made }: Omit<Press, 'recorder'> & { readonly made: Made },
  determination: Determination,
  {
    decided_on,
    approved_by,
    waiting,
  }: { readonly decided_on: string; readonly approved_by: string | null; readonly waiting?: readonly Waiting[] },
): Promise<LetterData> {
  const { assessment, assessed } = made
  const names = await namesIn(tables, [determination.prepared_by, approved_by])
  const isFailure = determination.kind === 'failure'
  const without = await chargedWithout(tables, shelf, made, determination, decided_on)
  const { kind, follows, subject } = determination
  const considered = kind === 'sanction' && follows !== null ? await letters.considered(tables, follows) : undefined
  const provisions =
    assessed.subjects.find((one) => canonicalJson(one.subject) === subject)?.explanation.provisions ?? []
  const last = isFailure ? await lastDayToCure(tables, shelf, determination, decided_on) : { done: null }
  return {
    demonstration: letters.demonstration,
    prepared_by: names.get(determination.prepared_by) ?? '',
    approved_by: approved_by === null ? null : (names.get(approved_by) ?? ''),
    cure_ends_on: 'done' in last ? last.done : null,
    appeal_ends_on: determination.kind === 'restoration' ? null : lastDayToAppeal(assessed.release, decided_on),
    grounds: determination.rehearsal ? groundsOf(assessed, determination) : [],
    ...(await toldOf(tables, assessed.release.engine.programme, determination, decided_on)),
    ...(without === null ? {} : { without_concession: without }),
    ...(waiting === undefined ? {} : { waiting }),
    ...(considered === undefined ? {} : { considered }),
    derivations: derivationsOf(namesOf(assessed.release.engine.programme), provisions, determination.findings),
    release_hash: assessed.release.hash,
    result_hash: assessment.result_hash,
    engine_version: assessment.engine_version,
    verify_address: determination.number === '' ? '' : letters.addressOf(determination.number),
  }
}

/** What the findings that are determined rest on and that does not bind. */
function groundsOf({ subjects, release }: AssessedReturn, { subject, findings }: Determination): readonly Ground[] {
  const one = subjects.find((other) => canonicalJson(other.subject) === subject)
  const { parameters, provisions } = release.engine.programme
  const label = (name: string) => (parameters.get(name) ?? provisions.get(name))?.label ?? null
  const found = new Map<string, Ground>()
  for (const { finding } of findings) {
    const footing = one === undefined ? undefined : explain(one.assessment, finding)?.footing
    for (const standing of ['draft', 'reported', 'assumed'] as const)
      for (const name of footing?.[standing] ?? [])
        if (!found.has(name)) found.set(name, { name, label: label(name), standing })
  }
  // Numbers first: a reader can look for them.
  return [...found.values()].toSorted((a, b) => Number(parameters.has(b.name)) - Number(parameters.has(a.name)))
}

/** What a determination says to readers, in a letter and on its page. */
export async function toldOf(
  tables: Handle,
  programme: Programme,
  determination: Determination,
  decided_on: string,
): Promise<Told> {
  const { number, kind, rehearsal, year, subject, findings, reasons, follows, manufacturer_id } = determination
  const manufacturer = await manufacturerIn(tables, manufacturer_id)
  if (manufacturer === undefined) throw new Error(`there is no manufacturer ${manufacturer_id}`)
  // As it was called that day, and at the address of whoever answered for it.
  const answers = boundOn(await eventsApproved(tables), manufacturer_id, decided_on)
  const addressee = answers === manufacturer_id ? undefined : await manufacturerIn(tables, answers)
  const address =
    addressee === undefined ? manufacturer.address : `${nameOn(addressee.names, decided_on)}\n${addressee.address}`
  const before = follows === null ? undefined : await findById(tables, follows)
  const { heading, vocabulary } = programme
  return {
    names: namesOf(programme),
    number,
    kind,
    rehearsal,
    programme: heading.title,
    authority: heading.authority,
    manufacturer: { name: nameOn(manufacturer.names, decided_on), address },
    year,
    subject: subjectWords(subject, vocabulary),
    decided_on,
    findings,
    reasons,
    follows: before?.number ?? null,
  }
}

/** `{"category":"smartphone"}` in the words of the vocabulary; empty where a return has one subject. */
function subjectWords(subject: string, vocabulary: Vocabulary): Localized {
  const members = Object.entries(JSON.parse(subject) as Readonly<Record<string, string>>)
  const words = members.map(
    ([category, member]) => vocabulary.categories.get(category)?.words[member] ?? { en: member },
  )
  return {
    en: words.map((word) => word['en']).join(', '),
    ur: words.map((word) => word['ur'] ?? word['en']).join('، '),
  }
}
