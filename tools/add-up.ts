/**
 * `node tools/add-up.ts REPORT STATUS LOG STATUS` adds up vitest's report and the log of `npm run verify`, each with the exit
 * code of its command, and ends `.ci/run` with one line. A file that is missing counts as a failure.
 */
import { existsSync, readFileSync } from 'node:fs'
import { addTotals, formatTotals, totalsOfTests, totalsOfVitest } from './totals.ts'

function read(path: string | undefined): string {
  return path !== undefined && existsSync(path) ? readFileSync(path, 'utf8') : ''
}

const [report, testStatus, log, verifyStatus] = process.argv.slice(2)
const totals = addTotals([
  totalsOfVitest(Number(testStatus ?? 1), read(report)),
  totalsOfTests(Number(verifyStatus ?? 1), read(log)),
])
console.log(formatTotals(totals))
process.exitCode = totals.failed === 0 ? 0 : 1
