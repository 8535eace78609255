/** A case officer prepares a determination from an assessment; it has no effect until another officer approves it. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import type { Localized } from '@maqami/engine/load/fields.ts'
import { type Done, type Recorder, recordCommand } from '../audit-log/record-command.ts'
import type { AssessmentRefusal } from '../assessments/filed/assessment.ts'
import { type Made, madeAssessment } from '../assessments/filed/make-assessment.ts'
import { referredReturn } from '../assessments/filed/refer-findings.ts'
import type { AssessedSubject } from '../assessments/assess-subjects.ts'
import { type Case, CURED } from '../case-facts/case-fact.ts'
import { caseFactsIn } from '../case-facts/record-case-fact.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { Referred } from '../referrals/referral.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { returnIn } from '../returns/filing/read-returns.ts'
import { filedVersion } from '../returns/filing/return.ts'
import {
  type Determination,
  type DeterminationKind,
  type DeterminationRefusal,
  type DeterminedFinding,
  determinedFindings,
  hasEffect,
  isStanding,
  NOT_DUE,
} from './determination.ts'
import { decidedLess, type Less } from './less.ts'
import { notGazetted } from './not-gazetted.ts'
import { remandedFrom, standingOf } from './standing.ts'
import { barsToSanction, determinationsOf, insertDetermination, nextNumber } from './determinations-table.ts'

export interface PrepareDetermination {
  readonly assessment_id: string
  /** `{}` where the return has one subject. */
  readonly subject: Readonly<Record<string, string>>
  readonly kind: DeterminationKind
  readonly reasons: string
  /** Where less is decided than what was computed. */
  readonly less?: readonly Less[]
  /** False where it is meant to bind: it is refused then as long as any of the law is not notified and gazetted. */
  readonly rehearsal?: boolean
}

export type PrepareRefusal = DeterminationRefusal | AssessmentRefusal | Referred

export async function prepareDetermination(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  { assessment_id, subject, kind, reasons, less = [], rehearsal }: PrepareDetermination,
): Promise<Outcome<Determination, PrepareRefusal>> {
  return await recordCommand<Determination, PrepareRefusal>(
    recorder,
    actor,
    'prepare_determination',
    async (tables) => {
      const made = await currentAssessment(tables, shelf, assessment_id)
      if ('refused' in made) return made
      const { assessment, assessed } = made.done
      const referred = await referredReturn(tables, assessment.return_id)
      if (referred !== undefined) return { refused: referred }
      const rows = rehearsal === false ? notGazetted(assessed.release.engine.programme) : []
      if (rows.length > 0) return { refused: { code: 'law_not_gazetted', rows } }
      const wanted = { subject: canonicalJson(subject), kind, reasons, less }
      return await prepareIn(tables, recorder, actor, made.done, wanted)
    },
  )
}

/** Within the transaction of the command that asks for it, from an assessment that stands. */
export async function prepareIn(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  made: Made,
  {
    subject: wanted,
    kind,
    reasons,
    less,
  }: Pick<Determination, 'subject' | 'kind' | 'reasons'> & { readonly less: readonly Less[] },
): Promise<Done<Determination> | { readonly refused: DeterminationRefusal }> {
  const { assessment, assessed } = made
  const one = assessed.subjects.find((other) => canonicalJson(other.subject) === wanted)
  if (one === undefined) return { refused: { code: 'subject_unknown', subject: wanted } }
  const of = caseOf(made, wanted)
  const rests = await restsOn(tables, of, {
    kind,
    assessment_id: assessment.id,
    subject: one,
    as_of: assessment.as_of,
    day: todayText(recorder.clock),
    ours: assessed.release.engine.programme.heading.authority,
  })
  if ('refused' in rests) return rests
  const remanded = remandedFrom(actor.person, kind, await determinationsOf(tables, of))
  if (remanded !== undefined) return { refused: { code: 'remanded_to_others', number: remanded.number } }
  const { follows } = rests.done
  const decided = decidedLess(rests.done.findings, less)
  if ('refused' in decided) return decided
  const findings = decided.done
  const prepared = {
    id: recorder.makeId(),
    number: await nextNumber(tables),
    kind,
    ...of,
    assessment_id: assessment.id,
    release_id: assessment.release_id,
    rehearsal: assessed.rehearsal,
    reasons,
    follows,
    prepared_at: instantText(recorder.clock()),
    prepared_by: actor.person,
  }
  await insertDetermination(tables, { ...prepared, findings: canonicalJson(findings) })
  return {
    done: { ...prepared, findings, decided: null, standings: [], standings_before: [] },
    subject: `determination ${prepared.number}`,
    details: {
      kind,
      assessment: assessment.id,
      findings: findings.map(({ finding }) => finding),
      less: less.map(({ finding }) => finding),
    },
  }
}

/** An assessment of a version that was replaced since says nothing about the firm any more. */
export async function currentAssessment(
  tables: Handle,
  shelf: ReleaseShelf,
  id: string,
): Promise<Outcome<Made, PrepareRefusal>> {
  const made = await madeAssessment(tables, shelf, id)
  if ('refused' in made) return made
  const { assessment } = made.done
  const found = await returnIn(tables, assessment.return_id)
  const filed = found === undefined ? undefined : filedVersion(found)
  return filed?.version === assessment.version ? made : { refused: { code: 'assessment_outdated' } }
}

/** What an assessment lets one determine of one subject, or the determination that there is. */
export interface Determinable {
  /** Canonical JSON. */
  readonly subject: string
  readonly kind: DeterminationKind
  readonly found: Pick<Determination, 'findings' | 'follows'> | { readonly number: string }
}

const KINDS: readonly DeterminationKind[] = ['failure', 'entitlement', 'sanction', 'restoration']

/** `day` is today: what is barred until then is not offered. */
export async function determinableIn(
  tables: Handle,
  { assessment, assessed }: Made,
  day: string,
): Promise<readonly Determinable[]> {
  const offered: Determinable[] = []
  for (const one of assessed.subjects)
    for (const kind of KINDS) {
      const of = caseOf({ assessment, assessed }, canonicalJson(one.subject))
      const ours = assessed.release.engine.programme.heading.authority
      const wanted = { kind, assessment_id: assessment.id, subject: one, as_of: assessment.as_of, day, ours }
      const rests = await restsOn(tables, of, wanted)
      if ('done' in rests) offered.push({ subject: of.subject, kind, found: rests.done })
      else if (rests.refused.code === 'determined_already')
        offered.push({ subject: of.subject, kind, found: { number: rests.refused.number } })
    }
  return offered
}

function caseOf({ assessment, assessed }: Made, subject: string): Case {
  return {
    manufacturer_id: assessment.manufacturer_id,
    programme: assessed.release.engine.programme.heading.name,
    year: assessed.year.label,
    subject,
  }
}

interface Wanted {
  readonly kind: DeterminationKind
  readonly assessment_id: string
  readonly subject: AssessedSubject
  readonly as_of: string
  /** Today. */
  readonly day: string
  /** The authority of the programme. */
  readonly ours: Localized
}

/** What is determined, and the earlier determination on which it stands. */
async function restsOn(
  tables: Handle,
  of: Case,
  { kind, assessment_id, subject, as_of, day, ours }: Wanted,
): Promise<Outcome<Pick<Determination, 'findings' | 'follows'>, DeterminationRefusal>> {
  const standing = (await determinationsOf(tables, of)).filter(isStanding)
  const twin = standing.find(
    (one) => one.kind === kind && one.assessment_id === assessment_id && one.standings.at(-1)?.kind !== 'remanded',
  )
  if (twin !== undefined) return { refused: { code: 'determined_already', number: twin.number } }
  const stayed = standing.find((one) => one.kind === kind && standingOf(one) === 'stayed')
  if (stayed !== undefined) return { refused: { code: 'determination_stayed', number: stayed.number } }
  const found = determinedFindings(kind, subject.explanation.provisions, as_of, ours)
  const findings = kind === 'entitlement' ? [...found, ...noLongerDue(standing, found)] : found
  if (findings.length === 0 && kind !== 'restoration') return { refused: { code: 'nothing_to_determine', kind } }
  if (kind === 'failure' || kind === 'entitlement') return { done: { findings, follows: null } }
  const before = kind === 'sanction' ? 'failure' : 'sanction'
  const follows = standing.findLast((one) => one.kind === before && isOpen(one))
  if (follows === undefined) return { refused: { code: 'follows_nothing', kind } }
  if (standingOf(follows) === 'stayed') return { refused: { code: 'determination_stayed', number: follows.number } }
  const follower = standing.find((one) => one.follows === follows.id && standingOf(one) !== 'quashed')
  if (follower !== undefined) return { refused: { code: 'determined_already', number: follower.number } }
  if (kind === 'sanction') {
    const [bar] = await barsToSanction(tables, { failure: follows.id, assessment: assessment_id, day })
    if (bar !== undefined) return { refused: { code: 'sanction_barred', bar } }
  }
  if (kind === 'restoration') {
    const failure = standing.find(({ id }) => id === follows.follows)
    const met = findings.filter(({ finding }) => failure?.findings.some((one) => one.finding === finding))
    if (failure !== undefined && met.length === failure.findings.length)
      return { done: { findings: met, follows: follows.id } }
    const known = await caseFactsIn(tables, of)
    if (!known.some((fact) => fact.fact === CURED && fact.subject === of.subject))
      return { refused: { code: 'nothing_to_determine', kind } }
  }
  return { done: { findings: kind === 'restoration' ? [] : findings, follows: follows.id } }
}

/** Approved, and neither quashed nor replaced. */
function isOpen(determination: Determination): boolean {
  return hasEffect(determination) || standingOf(determination) === 'stayed'
}

/** Amounts of the last determination that are not due any more by this assessment: they are stated too, so that they are taken back. */
function noLongerDue(
  standing: readonly Determination[],
  found: readonly DeterminedFinding[],
): readonly DeterminedFinding[] {
  const before = standing.findLast((one) => one.kind === 'entitlement' && isOpen(one))
  return (before?.findings ?? [])
    .filter(({ finding, value }) => value !== NOT_DUE && !found.some((one) => one.finding === finding))
    .map((one) => ({ ...one, value: NOT_DUE }))
}
