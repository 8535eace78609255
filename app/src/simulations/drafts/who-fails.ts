/** Which requirements are failed in a group of rows, and which findings cannot be said of it. */
import { countOf, type FindingTally, type State, type Tally } from './tally-rows.ts'
import type { Compared, Side } from './two-laws.ts'

/** On which a sanction may follow. */
export function failedIn(compared: Compared, tally: Tally, side: Side, group: number): readonly string[] {
  const { decisive } = compared[side]
  return namesOf(tally, (one) => decisive.has(one.name) && has(one, side, group, 'not_met'))
}

export function isLicenceAtRisk(compared: Compared, tally: Tally, side: Side, group: number): boolean {
  const { licensing } = compared[side]
  return tally.findings.some((one) => licensing.has(one.name) && has(one, side, group, 'not_met'))
}

/** Whether it fails one on which a sanction may follow. */
export function isUnsaid(compared: Compared, tally: Tally, side: Side, group: number): boolean {
  return openIn(tally, side, group).some((name) => compared[side].decisive.has(name))
}

/** For want of a fact, or since the law refuses. */
export function openIn({ findings }: Tally, side: Side, group: number): readonly string[] {
  return namesOf({ findings }, (one) => has(one, side, group, 'undetermined') || has(one, side, group, 'refused'))
}

function namesOf({ findings }: Pick<Tally, 'findings'>, is: (one: FindingTally) => boolean): readonly string[] {
  return findings.filter(is).map(({ name }) => name)
}

function has(finding: FindingTally, side: Side, group: number, state: State): boolean {
  const tally = finding[side]
  return tally !== undefined && countOf(tally, group, state) > 0
}
