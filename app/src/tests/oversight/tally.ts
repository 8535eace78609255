/** Whether one share of failures differs from another by more than chance: exact, so that a handful of reports is not made to say more than it does. */
import { compare, type Exact, exact, multiply } from '@maqami/engine/value/exact.ts'

export interface Tally {
  readonly failed: number
  readonly reports: number
}

/**
 * Fewer than five against five say nothing: of four that all fail and four that all pass, chance makes as much in one case of 35, which is above
 * `LEVEL` for two laboratories.
 */
export const LEAST_REPORTS = 5

/** How often chance may name a laboratory wrongly, over all that are compared at once. */
export const LEVEL = exact(1, 20)

/**
 * How often chance alone parts the failures between the two at least as unevenly: Fisher's exact test, two-sided, the sum of all tables with the
 * same margins that are no likelier than the one that was seen.
 */
export function chanceOf(one: Tally, others: Tally): Exact {
  const failed = one.failed + others.failed
  const least = Math.max(0, failed - others.reports)
  const most = Math.min(failed, one.reports)
  const ways: bigint[] = []
  let way = choose(one.reports, least) * choose(others.reports, failed - least)
  for (let mine = least; mine <= most; mine += 1) {
    ways.push(way)
    const more = BigInt(one.reports - mine) * BigInt(failed - mine)
    way = (way * more) / (BigInt(mine + 1) * BigInt(others.reports - failed + mine + 1))
  }
  const seen = ways[one.failed - least] ?? 0n
  return exact(sumOf(ways.filter((count) => count <= seen)), sumOf(ways))
}

export type Difference = 'too_few' | 'no_difference' | 'fails_more' | 'fails_less'

export function isEnough(one: Tally, others: Tally): boolean {
  return one.reports >= LEAST_REPORTS && others.reports >= LEAST_REPORTS
}

export interface Compared {
  readonly difference: Difference
  /** Undefined where there are too few reports to say. */
  readonly chance: Exact | undefined
}

/** `compared` is how many comparisons are made at once: the level is shared among them (Bonferroni). */
export function compareShares(one: Tally, others: Tally, compared: number): Compared {
  if (!isEnough(one, others)) return { difference: 'too_few', chance: undefined }
  const chance = chanceOf(one, others)
  if (compare(multiply(chance, exact(compared)), LEVEL) > 0) return { difference: 'no_difference', chance }
  const isMore = one.failed * others.reports > others.failed * one.reports
  return { difference: isMore ? 'fails_more' : 'fails_less', chance }
}

function choose(of: number, some: number): bigint {
  let ways = 1n
  for (let nth = 1; nth <= some; nth += 1) ways = (ways * BigInt(of - some + nth)) / BigInt(nth)
  return ways
}

function sumOf(all: readonly bigint[]): bigint {
  return all.reduce((sum, one) => sum + one, 0n)
}
