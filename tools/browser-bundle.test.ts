import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import vm from 'node:vm'
import { build } from 'vite'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const PROGRAMME = join(ROOT, 'policy', 'pk-medmp-2026')

const ENTRY = `
export { loadProgramme } from '@maqami/engine/load/programme.ts'
export { engineOf, determine } from '@maqami/engine/determine/determine.ts'
export { readFacts } from '@maqami/engine/determine/facts.ts'
export { ColumnsBuilder } from '@maqami/engine/batch/columns.ts'
export { runBatch } from '@maqami/engine/batch/batch.ts'
export { explainAll } from '@maqami/engine/explain/explain.ts'
export { explanationHtml } from '@maqami/engine/explain/html.ts'
export { recompute } from '@maqami/engine/explain/recompute.ts'
`

/** The engine as one script for a browser; an import of a Node module would fail the build. */
async function bundle(): Promise<string> {
  const id = '\0entry'
  const output = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (source) => (source.endsWith('engine-entry') ? id : undefined),
        load: (source) => (source === id ? ENTRY : undefined),
      },
    ],
    build: { write: false, minify: false, lib: { entry: 'engine-entry', formats: ['iife'], name: 'maqami' } },
  })
  const [first] = Array.isArray(output) ? output : [output]
  if (first === undefined || !('output' in first)) throw new Error('nothing was built')
  return first.output.map((chunk) => (chunk.type === 'chunk' ? chunk.code : '')).join('\n')
}

const QUESTION = `
(() => {
  const loaded = maqami.loadProgramme(new Map(files))
  if (!loaded.ok) return JSON.stringify(loaded.problems)
  const engine = maqami.engineOf(loaded.programme)
  const read = maqami.readFacts(loaded.programme.vocabulary, {
    category: 'smartphone',
    ex_works_value: 'PKR 1000000',
    parts: [{ part: 'display module', book: 'imported', quantity: 1, unit_value: 'PKR 900000' }],
  })
  const applied = maqami.explainAll(maqami.determine(engine, read.facts, 20999))
  const requirement = applied.provisions.find((one) => one.name === 'localization_requirement')
  const builder = new maqami.ColumnsBuilder(loaded.programme)
  for (const day of [20999, 20000]) builder.push(read.facts, day)
  const running = maqami.runBatch(engine, builder.columns())
  let step = running.next()
  while (!step.done) step = running.next()
  const column = step.value.findings.find((one) => one.provision.name === 'localization_requirement')
  // 0: met or not met, and 1: met. The second day is before the policy begins, so that it is refused: 4.
  const batch = [column.states[0], column.values[0], column.states[1]].join('')
  return [batch, requirement.said.text, maqami.recompute(applied).same, maqami.explanationHtml(applied, { language: 'ur' }).length > 1000].join()
})()
`

it('the engine runs in a browser as it is: no module of Node, no process, no file, no code made from text', async () => {
  const script = await bundle()
  const paths = readdirSync(PROGRAMME, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.yaml'))
  const files = paths.map((path) => [path, readFileSync(join(PROGRAMME, path), 'utf8')])
  // Only what every browser has, under a policy that forbids eval.
  const page = vm.createContext({ files, TextEncoder }, { codeGeneration: { strings: false, wasm: false } })
  vm.runInContext(script, page)
  expect(vm.runInContext(QUESTION, page)).toBe('014,true,true,true')
})
