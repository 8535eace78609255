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
import { measurePages } from './measure-pages.ts'
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
      const behind = await openBehind(folder, service.address)
      try {
        await compareReading(service.address, join(folder, 'socket'), behind.key, behind.licence)
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

async function compareReading(ours: string, host: string, key: string, licence: string): Promise<void> {
  const program = spawn(process.execPath, [join(import.meta.dirname, 'bare-licence.ts'), host], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = (await once(program.stdout, 'data')) as [Buffer]
  const addresses = [ours, said.toString().trim()].map((one) => `${one}/api/licences/${licence}`)
  const rounds: Asked[][] = [[], []]
  try {
    for (const address of addresses) await askSteadily(address, key, WARM_UP_S)
    for (let round = 0; round < ROUNDS; round += 1)
      for (const index of round % 2 === 0 ? [0, 1] : [1, 0])
        rounds[index]?.push(await askSteadily(addresses[index] ?? '', key, TURN_S))
  } finally {
    program.kill()
  }
  const rates = rounds.map((all) => all.map(({ requests, seconds }) => requests / seconds))
  const slowest = rounds.map((all) => all.map(({ latencies }) => slowestBut(latencies, 100)))
  console.log(
    `\nreading a licence over ten connections, medians of ${ROUNDS} interleaved rounds of ${TURN_S} seconds\n`,
  )
  printTable(
    ['', 'requests a second', 'ms for 99 in 100'],
    ['the service', 'a bare route, the same statements'].map((name, index) => [
      name,
      inBrief(median(rates[index] ?? [])),
      inBrief(median(slowest[index] ?? [])),
    ]),
  )
  console.log(
    `\nThe service answers ${ratioOf(rates).toFixed(2)} times as many requests, 99 in 100 of them within ${ratioOf(slowest).toFixed(2)} times the time.`,
  )
}

/** Of the first to the second: the median of the rounds' own ratios. */
function ratioOf([ours, bare]: readonly (readonly number[])[]): number {
  return median((ours ?? []).map((one, round) => one / (bare?.[round] ?? Number.NaN)))
}
