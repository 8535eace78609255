/** Holds everybody's answers against those computed by hand, row by row, before anything is timed. */
import { type Answer, type Difference, differences, type NumberAnswer } from './answer.ts'
import { assessByHand } from './by-hand.ts'
import { dayText, type Row } from './row.ts'

export interface Agreement {
  readonly name: string
  readonly rows: number
  readonly wrong: readonly Wrong[]
}

interface Wrong {
  readonly row: Row
  readonly index: number
  readonly differences: readonly Difference[]
}

/**
 * The answers by hand are computed again for each engine and dropped at once: were they kept, V8 would take all such answers
 * for long-lived ones and allocate them where it is slow, in the measurement too.
 */
export async function agreementOf(
  name: string,
  rows: readonly Row[],
  given: (index: number) => Answer | Promise<NumberAnswer> | NumberAnswer,
): Promise<Agreement> {
  const wrong: Wrong[] = []
  for (const [index, row] of rows.entries()) {
    const found = differences(assessByHand(row), await given(index))
    if (found.length > 0) wrong.push({ row, index, differences: found })
  }
  return { name, rows: rows.length, wrong }
}

const EXAMPLES = 3

export function printAgreement(agreement: Agreement): void {
  const { name, rows, wrong } = agreement
  console.log(
    wrong.length === 0
      ? `${name}: all ${rows} rows right`
      : `${name}: ${wrong.length} of ${rows} rows wrong, for example`,
  )
  if (wrong.length > 0) console.log(`  ${kindsOf(wrong)}`)
  for (const one of wrong.slice(0, EXAMPLES)) {
    const found = one.differences.map(({ finding, expected, given }) => `${finding} is ${expected}, not ${given}`)
    console.log(`  row ${one.index}, ${one.row.category} on ${dayText(one.row.asOf)}: ${found.join('; ')}`)
  }
}

/** How often each finding was wrong. */
function kindsOf(wrong: readonly Wrong[]): string {
  const times = new Map<string, number>()
  for (const { finding } of wrong.flatMap(({ differences: found }) => found))
    times.set(finding, (times.get(finding) ?? 0) + 1)
  const kinds = [...times].map(([finding, count]) => `${finding} in ${count}`).join(', ')
  return `${kinds}; ${wrong.filter(({ row }) => isOnTarget(row)).length} of these rows lie exactly on 10, 25, 30 or 50%`
}

const TARGETS = [10n, 25n, 30n, 50n]

export function isOnTarget(row: Row): boolean {
  const { n, d } = assessByHand(row).localizationRate
  return TARGETS.some((percent) => n * 100n === percent * d)
}
