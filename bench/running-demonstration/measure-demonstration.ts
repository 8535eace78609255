/** The service on the demonstration: how soon it shows its first page, and what its layers add to the reading of a licence. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median } from '../measure.ts'
import { inBrief, printTable } from '../table.ts'
import { type Asked, askSteadily, slowestBut } from './ask-steadily.ts'
import { compareFiling } from './compare-filing.ts'
import { compareGate } from './compare-gate.ts'
import { measurePages } from './measure-pages.ts'
import { measureSliders } from './measure-sliders.ts'
import { openBehind } from './open-behind.ts'
import { startDemonstration } from './start-demonstration.ts'

const STARTS = 7
const ROUNDS = 9
const WARM_UP_S = 3
const TURN_S = 2

export async function measureDemonstration(root: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'maqami-bench-'))
  chmodSync(folder, 0o755)
  try {
    const first = await startDemonstration(root, folder)
    await first.stop()
    const again: number[] = []
    for (let round = 0; round < STARTS; round += 1) {
      const service = await startDemonstration(root, folder)
      again.push(service.milliseconds)
      await service.stop()
    }
    console.log(`\nthe service, from the command to its first page, in seconds of the clock\n`)
    printTable(
      ['', 'seconds'],
      [
        ['on an empty folder, with the demonstration', (first.milliseconds / 1000).toFixed(1)],
        [`on a folder with data, median of ${STARTS}`, (median(again) / 1000).toFixed(1)],
      ],
    )
    const service = await startDemonstration(root, folder)
    try {
      await measurePages(service.address)
      await measureSliders(service.address)
      const behind = await openBehind(folder, service.address)
      try {
        await compareReading(service.address, join(folder, 'socket'), behind.key, behind.licence)
        await compareGate(service.address, join(folder, 'socket'), behind)
        await compareFiling(root, behind)
      } finally {
        await behind.close()
      }
    } finally {
      await service.stop()
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Bare on the driver as it comes, and on connections that have each statement planned once, as ours have. */
async function compareReading(ours: string, host: string, key: string, licence: string): Promise<void> {
  const bare = [await runBare(host), await runBare(host, '--prepared')]
  const addresses = [ours, ...bare.map(({ address }) => address)].map((one) => `${one}/api/licences/${licence}`)
  const rounds: Asked[][] = addresses.map(() => [])
  try {
    for (const address of addresses) await askSteadily(address, key, WARM_UP_S)
    for (let round = 0; round < ROUNDS; round += 1)
      for (const nth of addresses.keys()) {
        const index = (round + nth) % addresses.length
        rounds[index]?.push(await askSteadily(addresses[index] ?? '', key, TURN_S))
      }
  } finally {
    for (const { end } of bare) end()
  }
  const rates = rounds.map((all) => all.map(({ requests, seconds }) => requests / seconds))
  const slowest = rounds.map((all) => all.map(({ latencies }) => slowestBut(latencies, 100)))
  console.log(
    `\nreading a licence over ten connections, medians of ${ROUNDS} interleaved rounds of ${TURN_S} seconds\n`,
  )
  printTable(
    ['', 'requests a second', 'ms for 99 in 100', "the service's requests", "the service's ms"],
    ['the service', 'a bare route, the same statements', 'the same, each planned once'].map((name, index) => [
      name,
      inBrief(median(rates[index] ?? [])),
      inBrief(median(slowest[index] ?? [])),
      index === 0 ? '' : `${ratioOf(rates[0], rates[index]).toFixed(2)} times`,
      index === 0 ? '' : `${ratioOf(slowest[0], slowest[index]).toFixed(2)} times`,
    ]),
  )
}

async function runBare(host: string, ...how: readonly string[]) {
  const program = spawn(process.execPath, [join(import.meta.dirname, 'bare-licence.ts'), host, ...how], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = (await once(program.stdout, 'data')) as [Buffer]
  return { address: said.toString().trim(), end: () => program.kill() }
}

/** The median of the rounds' own ratios. */
function ratioOf(ours: readonly number[] = [], bare: readonly number[] = []): number {
  return median(ours.map((one, round) => one / (bare[round] ?? Number.NaN)))
}
