/** `simulate`: what follows from the facts of many firms and periods at once, as columns. */
import { type BatchResult, runBatch } from '@maqami/engine/batch/batch.ts'
import { type Command, complain, print, WrongUsage } from '../kernel/command.ts'
import { interruptible, type Pause } from '../kernel/interruption.ts'
import { choice, type Options, positional, readOptions, required, single } from '../kernel/options.ts'
import { terminalProgress } from '../kernel/progress.ts'
import { loadRelease, type Release } from '../policy-releases/load-release.ts'
import { outColumns } from './finding-columns.ts'
import { gatherColumns, type Gathered, type Given } from './gather-columns.ts'
import { formatOf, readTable } from './read-table.ts'
import { summaryText } from './simulation-summary.ts'
import { withNewFile, writeFindings } from './write-findings.ts'

export const simulateProgramme: Command = {
  name: 'simulate',
  usage: 'DIR --facts FILE [--lines GROUP=FILE…] [--draft NAME] [--lang en|ur] --out FILE',
  summary: 'Say what follows for many firms and periods at once, as a table (.csv, .json or .parquet)',
  run: async (args) => {
    const options = readOptions(args, ['facts', 'lines', 'draft', 'lang', 'out'])
    const folder = positional(options, 'DIR')
    const given = { facts: required(options, 'facts'), lines: linesOf(options) }
    const out = required(options, 'out')
    const language = choice(options, 'lang', ['en', 'ur'])
    const format = formatOf(out)
    const release = await loadRelease(folder, single(options, 'draft'))
    const { gathered, result } = await withNewFile(out, (file) =>
      interruptible(async (pause) => {
        const applied = await simulate(release, await tablesOf(given), pause)
        const columns = outColumns(release, applied.gathered, applied.result)
        await writeFindings(file, format, { release, rows: applied.result.rows, columns }, pause)
        return applied
      }),
    )
    print(summaryText(release, gathered.columns.days.values, result, language))
    complain(`Wrote ${out}.`)
    return 0
  },
}

/** Paths of files, those of lines by their group. */
export interface GivenFiles {
  readonly facts: string
  readonly lines: ReadonlyMap<string, string>
}

export async function tablesOf({ facts, lines }: GivenFiles): Promise<Given> {
  const tables = [...lines].map(async ([group, path]) => [group, await readTable(path)] as const)
  return { facts: await readTable(facts), lines: new Map(await Promise.all(tables)) }
}

export function linesOf(options: Options): ReadonlyMap<string, string> {
  const given = options.values['lines'] ?? []
  return new Map(
    given.map((one) => {
      const [, group, path] = /^(\w+)=(.+)$/.exec(one) ?? []
      if (group === undefined || path === undefined)
        throw new WrongUsage(`--lines names lines and their file, such as parts=parts.csv, not '${one}'`)
      return [group, path] as const
    }),
  )
}

async function simulate(
  release: Release,
  given: Given,
  pause: Pause,
): Promise<{ readonly gathered: Gathered; readonly result: BatchResult }> {
  const progress = terminalProgress('Reading')
  const gathered = await gatherColumns(release.engine.programme, given, pause, (done) => progress.report(done, 1))
  progress.finish()
  const applying = terminalProgress('Applying the law')
  const running = runBatch(release.engine, gathered.columns)
  for (;;) {
    const step = running.next()
    if (step.done === true) {
      applying.finish()
      return { gathered, result: step.value }
    }
    applying.report(step.value, gathered.columns.rows)
    await pause()
  }
}
