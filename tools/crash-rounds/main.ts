/** `npm run crash-rounds` kills the service and its database fifty times (`-- 200` does it 200 times) and says what was lost. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crashRounds } from './crash-rounds.ts'

/** Some makers are through their two years by then. */
const LONGEST_ROUND_MS = 6000
const rounds = Number(process.argv[2] ?? 50)
const folder = mkdtempSync(join(tmpdir(), 'maqami-crash-'))
chmodSync(folder, 0o711)

let round = 0
let acknowledged = 0
for await (const crashed of crashRounds(folder, rounds, LONGEST_ROUND_MS)) {
  round += 1
  acknowledged += crashed.acknowledged
  console.log(`${round}: killed ${crashed.killed}, ${crashed.acknowledged} events acknowledged`)
  for (const finding of crashed.findings) console.log(`    ${finding}`)
  if (crashed.findings.length > 0) {
    console.log(`The data is left in ${folder}.`)
    process.exit(1)
  }
}
rmSync(folder, { recursive: true })
console.log(
  `${rounds} crashes: all ${acknowledged} acknowledged events are there, nothing is half there, and the chain is whole.`,
)
