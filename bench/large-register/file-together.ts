/** Many makers who file at the same moment, against the same work one after the other in one process. */
import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { loadRelease } from '../../app/src/policy-releases/load-release.ts'
import { schemaOfKind } from '../../app/src/returns/release-schema.ts'
import { filledTemplate } from '../../app/src/returns/write/fill-template.ts'
import { workbookBytes } from '../../app/src/returns/write/workbook-style.ts'
import { median } from '../measure.ts'
import { printTable } from '../table.ts'
import { firmId, type Register } from './open-register.ts'

const ROUNDS = 5

/** What a process beside us is told to file. */
export interface Filing {
  readonly firms: readonly string[]
  readonly period: string
  readonly together: boolean
}

export interface Filed {
  readonly errors: readonly string[]
}

export async function fileTogether(root: string, { host }: Register, makers: number): Promise<void> {
  const release = await loadRelease(join(root, 'policy', 'bicycles'))
  const schema = schemaOfKind(release, 'monthly')
  if (schema === undefined) throw new Error('the law of bicycles asks for no months')
  const sheets = { production: [{ model: 'Roadster', made: 10, sold: 5 }] }
  const bytes = Buffer.from(await workbookBytes(filledTemplate(schema, 'en', sheets))).toString('base64')
  const cores = Math.min(availableParallelism(), makers)
  const workers = Array.from({ length: cores }, () => fork(join(import.meta.dirname, 'file-worker.ts'), [host]))
  const errors: string[] = []
  const firms = Array.from({ length: makers }, (_, nth) => firmId(nth + 1))
  let filed = 0
  /** Each round another month. */
  const nextPeriod = (): string => {
    filed += 1
    return `${2030 + Math.floor(filed / 12)}-${String((filed % 12) + 1).padStart(2, '0')}`
  }
  const turn = async (by: readonly ChildProcess[], together: boolean): Promise<number> => {
    const period = nextPeriod()
    const begin = performance.now()
    const answers = by.map(async (worker, nth): Promise<Filed> => {
      const own = firms.filter((_, place) => place % by.length === nth)
      worker.send({ firms: own, period, together } satisfies Filing)
      const [answer] = (await once(worker, 'message')) as [Filed]
      return answer
    })
    for (const answer of await Promise.all(answers)) errors.push(...answer.errors)
    return performance.now() - begin
  }
  try {
    for (const worker of workers) worker.send({ bytes })
    await turn(workers, true)
    const ratios: number[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const inSequence = await turn(workers.slice(0, 1), false)
      ratios.push(inSequence / (await turn(workers, true)))
    }
    console.log(
      `\n${makers} makers who upload and file at once, by ${cores} processes on ${cores} cores, median of ${ROUNDS}\n`,
    )
    printTable(
      ['', 'errors', 'throughput, times that in sequence', 'of the cores'],
      [['at once', String(errors.length), median(ratios).toFixed(2), (median(ratios) / cores).toFixed(2)]],
    )
    for (const error of new Set(errors)) console.error(error)
    if (errors.length > 0) process.exitCode = 1
  } finally {
    for (const worker of workers) worker.kill()
  }
}
