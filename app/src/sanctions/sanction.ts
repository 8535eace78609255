/** What sanctions stand against firms: it follows from the determinations that impose, lift, stay and quash them. */
import { type Determination, type DeterminedFinding, hasEffect, isImposed } from '../determinations/determination.ts'
import { formatDay } from '@maqami/engine/value/date.ts'
import { dayAt } from '../kernel/clock.ts'
import { decidedReply, type Reply } from '../determinations/recommendations/recommendation.ts'
import { standingOf } from '../determinations/standing.ts'

/** *pending*: its day has not come. *recommended*: whoever has the power is asked for it, and has not ordered it. */
export type MeasureState = 'in_effect' | 'pending' | 'stayed' | 'recommended'

/** Until what it lasts. What was posted to an account is owed, also after a cure. */
export type MeasureLasts = 'until_restored' | 'for_good' | 'until_taken_back' | 'until_lifted'

/** One finding of a sanction that stands. */
export interface Measure extends Pick<DeterminedFinding, 'finding' | 'label' | 'effect'> {
  /** `PKR 10000`; null where it is no amount. */
  readonly amount: string | null
  /** Its first day: that of the law, or that of the decision where that had passed. */
  readonly since: string
  readonly state: MeasureState
  readonly lasts: MeasureLasts
}

/** By the determination that imposed it. */
export interface Sanction
  extends Pick<Determination, 'id' | 'number' | 'manufacturer_id' | 'programme' | 'year' | 'rehearsal'> {
  readonly measures: readonly Measure[]
}

/**
 * `restorations` are those of this sanction, `replies` what was said to what it recommends, `today` a text. What another authority ordered stands
 * until it lifts it. Undefined where nothing of it stands.
 */
export function sanctionOn(
  determination: Determination,
  restorations: readonly Determination[],
  today: string,
  replies: readonly Pick<Reply, 'kind' | 'effective_on'>[] = [],
): Sanction | undefined {
  const { id, number, manufacturer_id, programme, year, rehearsal, findings } = determination
  const standing = standingOf(determination)
  if (standing === null) return undefined
  const isOurs = standing === 'in_effect' || standing === 'stayed'
  const said = decidedReply(replies)
  const ordered_on = said?.kind === 'accepted' ? said.effective_on : null
  const restoration = restorations.find((one) => one.follows === id && hasEffect(one))
  const decided_on = formatDay(dayAt(determination.decided?.recorded_at ?? ''))
  const measures = findings
    .filter(isImposed)
    .filter(({ power }) => (power === null ? ordered_on !== null || (isOurs && said === undefined) : isOurs))
    .map((finding) => measureOf(finding, { decided_on, ordered_on, today, isStayed: standing === 'stayed' }))
    .filter((measure) => restoration === undefined || outlives(measure, restoration))
  return measures.length === 0 ? undefined : { id, number, manufacturer_id, programme, year, rehearsal, measures }
}

interface Told {
  readonly decided_on: string
  /** From when the authority ordered what was recommended; null where it has not. */
  readonly ordered_on: string | null
  readonly today: string
  readonly isStayed: boolean
}

function measureOf(
  { finding, label, effect, value, from, power }: DeterminedFinding,
  { decided_on, ordered_on, today, isStayed }: Told,
): Measure {
  const amount = /^[A-Z]{3} /.test(value) ? value : null
  const isOthers = power === null && ordered_on !== null
  const since = isOthers ? ordered_on : from !== null && from > decided_on ? from : decided_on
  const isComing = since > today
  const ofLicence = effect?.verb === 'revoke' ? 'for_good' : 'until_restored'
  return {
    finding,
    label,
    effect,
    amount,
    since,
    state: isOthers
      ? isComing
        ? 'pending'
        : 'in_effect'
      : power === null
        ? 'recommended'
        : isStayed
          ? 'stayed'
          : isComing
            ? 'pending'
            : 'in_effect',
    lasts: isOthers ? 'until_lifted' : amount === null ? ofLicence : 'until_taken_back',
  }
}

/** A cure lifts what it is that restores; only a restoration that states the requirement as met takes money back, and none undoes a revocation. */
function outlives({ lasts }: Measure, { findings }: Determination): boolean {
  switch (lasts) {
    case 'until_restored':
      return false
    case 'until_taken_back':
      return findings.length === 0
    case 'for_good':
    case 'until_lifted':
      return true
  }
}
