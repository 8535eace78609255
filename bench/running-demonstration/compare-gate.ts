/** The gate beside the least that could do its work: reads against a bare route, and debits of one hot licence against a counter with an audit event. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { ownerClient } from '../../app/src/kernel/database.ts'
import { EMBEDDED_DATABASE, OWNER_LOGIN } from '../../app/src/kernel/embedded-postgres.ts'
import { median } from '../measure.ts'
import { inBrief, printTable } from '../table.ts'
import { type Asked, askSteadily, slowestBut } from './ask-steadily.ts'
import type { Behind } from './open-behind.ts'

const ROUNDS = 7
const WARM_UP_S = 6
const TURN_S = 1.5
const DAY = '2028-01-02'

export async function compareGate(ours: string, host: string, { customsKey, hotLicence }: Behind): Promise<void> {
  const owner = ownerClient({ host, user: OWNER_LOGIN, database: EMBEDDED_DATABASE })
  await owner.connect()
  await owner.query(
    'create table bench_counter (units bigint); insert into bench_counter values (100000000000); grant select, update on bench_counter to maqami_app',
  )
  const program = spawn(process.execPath, [join(import.meta.dirname, 'bare-gate.ts'), host], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = (await once(program.stdout, 'data')) as [Buffer]
  const bare = said.toString().trim()
  let entry = 0
  const draw = () => {
    entry += 1
    return JSON.stringify({ entry: `B-${entry}`, units: 1, hs_line: '85171300', drawn_on: DAY })
  }
  const query = `licence=${hotLicence}&day=${DAY}&hs_line=85171300&units=1`
  try {
    await compare('asking the gate', customsKey, [`${ours}/api/gate?${query}`, `${bare}/api/gate?${query}`])
    await compare(
      'debits of one licence',
      customsKey,
      [`${ours}/api/licences/${hotLicence}/draws`, `${bare}/draw`],
      draw,
    )
  } finally {
    program.kill()
    await owner.query('drop table bench_counter')
    await owner.end()
  }
}

async function compare(title: string, key: string, addresses: readonly string[], bodyOf?: () => string): Promise<void> {
  const rounds: Asked[][] = addresses.map(() => [])
  for (const address of addresses) await askSteadily(address, key, WARM_UP_S, bodyOf)
  for (let round = 0; round < ROUNDS; round += 1)
    for (const nth of addresses.keys()) {
      const index = (round + nth) % addresses.length
      rounds[index]?.push(await askSteadily(addresses[index] ?? '', key, TURN_S, bodyOf))
    }
  const rates = rounds.map((all) => all.map(({ requests, seconds }) => requests / seconds))
  const slowest = rounds.map((all) => all.map(({ latencies }) => slowestBut(latencies, 100)))
  console.log(`\n${title}, ten connections, medians of ${ROUNDS} interleaved rounds of ${TURN_S} seconds\n`)
  printTable(
    ['', 'a second', 'ms for 99 in 100'],
    ['the service', 'bare'].map((name, index) => [
      name,
      inBrief(median(rates[index] ?? [])),
      inBrief(median(slowest[index] ?? [])),
    ]),
  )
  console.log(`the service beside it: ${ratio(rates)} times the requests, ${ratio(slowest)} times the milliseconds`)
}

/** The median of the rounds' own ratios. */
function ratio(all: readonly (readonly number[])[]): string {
  return median((all[0] ?? []).map((one, round) => one / (all[1]?.[round] ?? Number.NaN))).toFixed(2)
}
