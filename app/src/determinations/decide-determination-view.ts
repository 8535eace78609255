/** A determination as the officers see it who prepare and decide it: in the words of its letter. */
import { madeAssessment } from '../assessments/filed/make-assessment.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { todayText } from '../kernel/clock.ts'
import type { Problem } from '../kernel/problem.ts'
import { readAs } from '../kernel/transaction.ts'
import { manufacturerIn } from '../manufacturers/read-manufacturers.ts'
import { type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { momentOf } from '../pages/when.ts'
import { namesIn } from '../people/name-people.ts'
import { type ProgrammeHeading, programmeHeading } from '../policy-releases/programme-view.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { letterData } from './decide-determination.ts'
import { type Determination, type DeterminationKind, type DeterminationStatus, statusOf } from './determination.ts'
import { foreseeEffect } from './foresee-effect.ts'
import type { Foreseen } from './foreseen-effect.ts'
import { findDetermination } from './determinations-table.ts'
import { type LetterSide, letterText } from './letter-text.ts'
import { lettersContext } from './letters-context.ts'
import { determinationHash } from './signed-determination.ts'
import type { PrepareRefusal } from './prepare-determination.ts'

export interface Mark {
  readonly when: string
  readonly person: string | undefined
}

/** What its letter says. */
export type Said = Pick<LetterSide, 'subject' | 'findings' | 'consequences'>

export interface DecideView {
  readonly number: string
  readonly kind: DeterminationKind
  readonly status: DeterminationStatus
  readonly assessment_id: string
  readonly heading: ProgrammeHeading
  readonly rehearsal: string | undefined
  readonly firm: string
  readonly year: string
  readonly said: Said | undefined
  /** Why it cannot be approved, whoever looks at it. */
  readonly hindered: Problem | undefined
  readonly reasons: string
  /** What would follow if it were approved today; undefined where it is decided, or reaches nothing. */
  readonly effect: Foreseen | undefined
  readonly shown_hash: string
  readonly prepared: Mark
  readonly decided: (Mark & Pick<NonNullable<Determination['decided']>, 'reason' | 'letter_id' | 'signed_hash'>) | null
  /** Whoever looks at it prepared it. */
  readonly isOwn: boolean
}

const UNKNOWN: PrepareRefusal = { code: 'determination_unknown' }

export async function determinationAsked(context: PageContext, number: string): Promise<DecideView> {
  const { actor, language, problemOf } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const shelf = context.get(shelfContext)
  const read = await readAs(database, actor, async (tables) => {
    const found = await findDetermination(tables, number)
    if (found === undefined) return { refused: UNKNOWN }
    const made = await madeAssessment(tables, shelf, found.assessment_id)
    if ('refused' in made) return { refused: made.refused as PrepareRefusal }
    const letter = await letterData(tables, shelf, context.get(lettersContext), found, todayText(clock), null)
    const names = await namesIn(tables, [found.prepared_by, found.decided?.recorded_by ?? null])
    const firm = (await manufacturerIn(tables, found.manufacturer_id))?.name ?? ''
    const foresight =
      found.decided === null ? await foreseeEffect(tables, shelf, made.done, found, todayText(clock)) : undefined
    return { done: { found, foresight, letter, names, firm, programme: made.done.assessed.release.engine.programme } }
  })
  const { found, foresight, letter, names, firm, programme } = settled(context, read)
  const heading = programmeHeading(programme, language)
  const mark = (at: string, by: string): Mark => ({ when: momentOf(at, language).when, person: names.get(by) })
  const { decided } = found
  return {
    number,
    kind: found.kind,
    status: statusOf(found),
    assessment_id: found.assessment_id,
    heading,
    rehearsal: found.rehearsal ? heading.rehearsal : undefined,
    firm,
    year: found.year,
    said: 'done' in letter ? letterText(letter.done)[language] : undefined,
    hindered: 'refused' in letter ? problemOf(letter.refused) : undefined,
    reasons: found.reasons,
    effect: foresight?.effect ?? undefined,
    shown_hash: foresight?.shown_hash ?? (await determinationHash(found)),
    prepared: mark(found.prepared_at, found.prepared_by),
    decided: decided === null ? null : { ...decided, ...mark(decided.recorded_at, decided.recorded_by) },
    isOwn: found.prepared_by === actor.person,
  }
}
