/** How many checks passed and failed, as every command here ends by saying: `N passed, N failed`. */
export interface Totals {
  readonly passed: number
  readonly failed: number
}

const NOTHING: Totals = { passed: 0, failed: 0 }
const ONE_FAILED: Totals = { passed: 0, failed: 1 }

export function addTotals(all: readonly Totals[]): Totals {
  return all.reduce((sum, one) => ({ passed: sum.passed + one.passed, failed: sum.failed + one.failed }), NOTHING)
}

export function formatTotals({ passed, failed }: Totals): string {
  return `${passed} passed, ${failed} failed`
}

/** A check counts as one, by its exit code: null when it was killed. */
export function totalsOfCheck(exitCode: number | null): Totals {
  return exitCode === 0 ? { passed: 1, failed: 0 } : ONE_FAILED
}

/**
 * Tests count as their own closing line says. One more has failed when there is no such line, when it counts nothing,
 * or when the command failed without counting a failure: what did not run has not passed.
 */
export function totalsOfTests(exitCode: number | null, output: string): Totals {
  const closing = [...output.matchAll(/^(\d+) passed, (\d+) failed\r?$/gm)].at(-1)
  return held(exitCode, { passed: Number(closing?.[1] ?? 0), failed: Number(closing?.[2] ?? 0) })
}

/** The same for vitest, which writes its totals into a JSON report. A file that does not load fails without any test. */
export function totalsOfVitest(exitCode: number | null, report: string): Totals {
  const counted = readReport(report)
  return held(exitCode, counted ?? NOTHING)
}

function held(exitCode: number | null, totals: Totals): Totals {
  const ranNothing = totals.passed + totals.failed === 0
  const hidden = totals.failed === 0 && (exitCode !== 0 || ranNothing)
  return hidden ? addTotals([totals, ONE_FAILED]) : totals
}

function readReport(report: string): Totals | undefined {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(report) as Readonly<Record<string, unknown>>
    if (typeof numPassedTests !== 'number' || typeof numFailedTests !== 'number') return undefined
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return undefined
  }
}
