import { expect, test } from 'vitest'
import { checkImports } from './imports.ts'

/** The sentences for one file with this text. */
function sentences(path: string, text: string): readonly string[] {
  return checkImports(new Map([[path, text]])).map((finding) => finding.sentence)
}

function importing(path: string, specifier: string): readonly string[] {
  return sentences(path, `import { x } from '${specifier}'\n`)
}

test('the engine imports itself and its YAML parser', () => {
  expect(importing('engine/src/load/policy.ts', '../value/exact.ts')).toEqual([])
  expect(importing('engine/src/load/policy.ts', 'yaml')).toEqual([])
})

test('the engine imports nothing of Node, no other library and nothing of the app', () => {
  const from = 'engine/src/load/policy.ts'
  expect(importing(from, 'node:fs')).toEqual([
    "The engine may not import 'node:fs': it runs in the browser too. Pass what it needs as an argument.",
  ])
  expect(importing(from, 'fs')).toHaveLength(1)
  expect(importing(from, 'fraction.js')).toEqual([
    "The engine may not import 'fraction.js': it may use yaml and no other library. Pass what it needs as an argument.",
  ])
  expect(importing(from, '../../../app/src/kernel/day.ts')).toHaveLength(1)
  expect(importing(from, '../../../tools/tidy/tree.ts')).toHaveLength(1)
})

test('a test of the engine may use the test libraries and Node, not the app', () => {
  const from = 'engine/src/load/policy.test.ts'
  for (const library of ['vitest', 'fast-check', 'fraction.js', 'node:fs']) expect(importing(from, library)).toEqual([])
  expect(importing(from, 'exceljs')).toHaveLength(1)
  expect(importing(from, '../../../app/src/kernel/day.ts')).toHaveLength(1)
})

test('what tests share may use what they use, and only they may use it', () => {
  const shared = 'engine/src/load/policy-fixture.ts'
  expect(importing(shared, 'fast-check')).toEqual([])
  expect(importing(shared, 'node:fs')).toEqual([])
  expect(importing(shared, 'exceljs')).toHaveLength(1)
  expect(importing('engine/src/load/policy.test.ts', './policy-fixture.ts')).toEqual([])
  expect(importing(shared, './other-fixture.ts')).toEqual([])
  expect(importing('engine/src/load/policy.ts', './policy-fixture.ts')).toEqual([
    "'engine/src/load/policy-fixture.ts' is there for tests. Move what is needed out of it.",
  ])
})

test('the engine uses neither clock nor chance', () => {
  const from = 'engine/src/determine/assess.ts'
  expect(sentences(from, 'const now = Date.now()')[0]).toContain('may not use Date')
  expect(sentences(from, 'const now = new Date()')).toHaveLength(1)
  expect(sentences(from, 'const dice = Math.random()')[0]).toContain('may not use Math.random')
  expect(sentences(from, 'const start = performance.now()')[0]).toContain('may not use performance')
  expect(sentences(from, 'const id = crypto.randomUUID()')[0]).toContain('may not use crypto')
  expect(sentences(from, 'const home = process.env.HOME')[0]).toContain('may not use a global of Node')
  expect(sentences('engine/src/determine/assess.test.ts', 'const now = Date.now()')).toEqual([])
})

test('words and longer names are not the clock', () => {
  const text =
    "// Date.now() would differ\nconst kind: PlainDate = 'Date'\nconst performance_gate = table.performance\nconst isDate = node.Date\n"
  expect(sentences('engine/src/value/date.ts', text)).toEqual([])
})

test('a finding carries the line', () => {
  const tree = new Map([['engine/src/a.ts', "import { x } from './b.ts'\n\nimport fs from 'node:fs'\n"]])
  expect(checkImports(tree)[0]).toMatchObject({ file: 'engine/src/a.ts', line: 3 })
})

test('the kernel uses libraries and Node, and knows no slice', () => {
  expect(importing('app/src/kernel/files.ts', 'node:fs')).toEqual([])
  expect(importing('app/src/kernel/files.ts', '@maqami/engine/value/date.ts')).toEqual([])
  expect(importing('app/src/kernel/files.ts', '../returns/return.ts')[0]).toContain("may not know the slice 'returns'")
})

test('a slice knows those on its left, never one on its right', () => {
  expect(importing('app/src/assessments/assess-return.ts', '../returns/read-workbook.ts')).toEqual([])
  expect(importing('app/src/returns/file-return.ts', '../assessments/assess-return.ts')[0]).toContain(
    "'returns' may not know 'assessments', which stands on its right",
  )
  expect(importing('app/src/determinations/stay-determination.test.ts', '../appeals/appeal.ts')).toHaveLength(1)
})

test("another slice's table is never imported, not even from a test", () => {
  expect(importing('app/src/assessments/assess-return.ts', '../returns/returns-table.ts')[0]).toContain('is its own')
  expect(importing('app/src/assessments/assess-return.test.ts', '../returns/returns-table.ts')).toHaveLength(1)
  expect(importing('app/src/returns/file-return.ts', './returns-table.ts')).toEqual([])
})

test('a noun imports kernel, engine and nouns on its left, and nothing else', () => {
  const noun = 'app/src/licences/licence.ts'
  expect(importing(noun, '../kernel/day.ts')).toEqual([])
  expect(importing(noun, '@maqami/engine/value/date.ts')).toEqual([])
  expect(importing(noun, '../manufacturers/manufacturer.ts')).toEqual([])
  expect(importing(noun, '../manufacturers/register-manufacturer.ts')).toHaveLength(1)
  expect(importing(noun, './suspend-licence.ts')).toHaveLength(1)
  expect(importing(noun, './licences-table.ts')).toHaveLength(1)
  expect(importing(noun, 'kysely')[0]).toContain('verb-noun.ts')
  expect(importing(noun, 'node:fs')).toHaveLength(1)
  expect(sentences(noun, 'const today = new Date()')[0]).toContain('A noun may not use Date')
})

test('a noun is named after its slice or is one word; a command is not held to its rules', () => {
  expect(importing('app/src/policy-releases/policy-release.ts', 'kysely')).toHaveLength(1)
  expect(importing('app/src/ledger/entry.ts', 'kysely')).toHaveLength(1)
  expect(importing('app/src/licences/suspend-licence.ts', 'node:fs')).toEqual([])
  expect(importing('app/src/licences/licence.test.ts', 'vitest')).toEqual([])
})

test('a route or page shows its own slice', () => {
  expect(importing('app/src/licences/licences-api.ts', './suspend-licence.ts')).toEqual([])
  expect(importing('app/src/licences/licence-page.tsx', '../manufacturers/list-manufacturers.ts')[0]).toContain(
    'shows its own slice only',
  )
  const page = 'app/src/licences/licence-page.tsx'
  expect(sentences(page, "import type { Recorder } from '../audit-log/record-command.ts'\n")).toEqual([])
  expect(importing(page, '../audit-log/recorder-context.ts')).toEqual([])
  expect(sentences(page, "import type { Row } from '../manufacturers/manufacturers-table.ts'\n")).toHaveLength(1)
  const both =
    "import type { A } from '../audit-log/record-command.ts'\nimport { b } from '../audit-log/record-command.ts'\n"
  expect(sentences(page, both)).toHaveLength(1)
  expect(importing('app/src/licences/suspend-licence.ts', './licences-api.ts')).toHaveLength(1)
  expect(importing('app/src/licences/suspend-licence.ts', '../manufacturers/manufacturers-api.ts')).toHaveLength(1)
})

test('main.ts puts the slices together, and no slice imports it', () => {
  expect(importing('app/src/main.ts', './desks/show-desk.ts')).toEqual([])
  expect(importing('app/src/returns/file-return.ts', '../main.ts')).toHaveLength(1)
  expect(importing('app/src/main.test.ts', './main.ts')).toEqual([])
  expect(importing('app/src/main.ts', './usage.ts')).toEqual([])
})

test('the engine is imported by its name, and nothing else leaves the package', () => {
  expect(importing('app/src/returns/return.ts', '../../../engine/src/value/date.ts')).toEqual([
    "Import the engine by its name: '@maqami/engine/value/date.ts'.",
  ])
  expect(importing('app/src/main.ts', '../../tools/verify.ts')).toHaveLength(1)
})

test('a folder that is no slice is found', () => {
  expect(sentences('app/src/widgets/widget.ts', '')[0]).toContain("'widgets' is not a slice")
})

test('tools and bench import what they need', () => {
  expect(importing('tools/verify.ts', 'node:fs')).toEqual([])
  expect(importing('bench/main.ts', '../engine/src/value/exact.ts')).toEqual([])
})
