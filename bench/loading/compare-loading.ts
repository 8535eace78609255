/** Loading and checking the largest programme that comes with the project, beside reading its files from the disk. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkProgramme } from '@maqami/engine/check/check.ts'
import { type Engine, engineOf } from '@maqami/engine/determine/determine.ts'
import { loadProgramme } from '@maqami/engine/load/programme.ts'
import { measure, median, newSink } from '../measure.ts'
import { inBrief, printTable } from '../table.ts'

const PLAN = { rounds: 5, warmUp: 1, turn: 0.4 }

type Files = ReadonlyMap<string, string>

function readFiles(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(?:yaml|md)$/.test(path))
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
}

function sizeOf(files: Files): number {
  return [...files.values()].reduce((sum, text) => sum + text.length, 0)
}

function load(files: Files): Engine {
  const loaded = loadProgramme(files)
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  return engineOf(loaded.programme)
}

export async function compareLoading(root: string): Promise<void> {
  const policy = join(root, 'policy')
  const names = readdirSync(policy, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [one.name] : []))
  const bySize = names.map((name) => ({ name, size: sizeOf(readFiles(join(policy, name))) }))
  const { name, size } = bySize.reduce((largest, one) => (one.size > largest.size ? one : largest))
  const folder = join(policy, name)
  const files = readFiles(folder)
  const sink = newSink()
  const measured = await measure(
    [
      { name: 'its files read', run: () => sink.keep(readFiles(folder)) },
      { name: 'loaded', run: () => sink.keep(load(files)) },
      { name: 'loaded and checked', run: () => sink.keep(checkProgramme(load(files))) },
    ],
    PLAN,
  )
  const { programme } = load(files)
  console.log(
    `\n${name}, the largest programme: ${Math.round(size / 1024)} KB, ${programme.parameters.size} parameters, ${programme.provisions.size} provisions, ${programme.examples.length} worked cases\n`,
  )
  printTable(
    ['', 'ms in CPU time'],
    measured.map((one) => [one.name, inBrief(median(one.seconds) * 1000)]),
  )
}
