/** `jobs`: what waits and what failed, beside a service that may be running. */
import { instantText, systemClock } from '../kernel/clock.ts'
import { complain, type ExitCode, print } from '../kernel/command.ts'
import { readConfiguration } from '../kernel/configuration.ts'
import { openBeside } from '../kernel/open-database.ts'
import { noWords, readOptions, single } from '../kernel/options.ts'
import { isId } from '../kernel/identifiers.ts'
import { systemActor, writeAs } from '../kernel/transaction.ts'
import { retryFailed } from './jobs-table.ts'
import { seeJobs } from './retry-job.ts'

const OPERATOR = systemActor('operator')

export async function printJobs(args: readonly string[]): Promise<ExitCode> {
  const options = readOptions(args, ['retry'])
  noWords(options)
  const wanted = single(options, 'retry')
  const configuration = readConfiguration(process.env)
  const { database, close } = await openBeside(configuration, { warn: complain, giveUp: complain })
  try {
    if (wanted !== undefined) {
      const now = instantText(systemClock())
      const isThere = await writeAs(database, OPERATOR, async (tables) => ({
        commit: isId(wanted) && (await retryFailed(tables, wanted, now)),
      }))
      if (isThere) print('It is tried again, from now on for a day.')
      else complain(`No job failed that is called '${wanted}'. Without --retry the jobs are listed.`)
      return isThere ? 0 : 1
    }
    const seen = await seeJobs(database, OPERATOR)
    if ('refused' in seen) throw new Error(seen.refused.code)
    for (const { id, kind, about, due_at, tries, error, failed_at } of seen.done.jobs) {
      print(`${id}  ${kind} ${about}: ${failed_at === null ? `due ${due_at}` : `failed ${failed_at}`}, tries: ${tries}`)
      if (error !== null) print(`  ${error}`)
    }
    for (const { kind, waiting, failed } of seen.done.counts) print(`${kind}: ${waiting} waiting, ${failed} failed`)
    if (seen.done.counts.length === 0) print('Nothing waits, and nothing has failed.')
    return 0
  } finally {
    await close()
  }
}
