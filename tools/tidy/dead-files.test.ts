import { expect, test } from 'vitest'
import { checkDeadFiles } from './dead-files.ts'

const HOUSE = {
  'package.json': '{ "scripts": { "tidy": "node tools/tidy/main.ts" } }',
  'app/package.json': '{ "bin": { "maqami": "maqami.js" } }',
  'app/maqami.js': "import('./src/main.ts')",
  'tools/tidy/main.ts': '',
  'app/src/main.ts':
    "import { assess } from '@maqami/engine/determine/assess.ts'\nimport('./returns/read-workbook.ts')\nimport island from './island.ts?worker&url'\n",
  'app/src/island.ts': '',
  'app/src/returns/read-workbook.ts': "new Worker(new URL('./rows-worker.ts', import.meta.url))",
  'app/src/returns/rows-worker.ts': '',
  'engine/src/determine/assess.ts': "import { add } from '../value/exact.ts'",
  'engine/src/value/exact.ts': '',
  'engine/src/value/exact.test.ts': "import { add } from './exact.ts'\nimport { some } from './exact-fixture.ts'",
  'engine/src/value/exact-fixture.ts': '',
  'vitest.config.ts': '',
}

function findings(more: Readonly<Record<string, string>>) {
  return checkDeadFiles(new Map(Object.entries({ ...HOUSE, ...more })))
}

test('what a program, a worker or a test needs is alive', () => {
  expect(findings({})).toEqual([])
})

test('a file that nothing imports is dead, in the engine too', () => {
  expect(findings({ 'engine/src/value/money.ts': '' })).toEqual([
    {
      file: 'engine/src/value/money.ts',
      line: 1,
      sentence: 'Nothing reaches this file. Delete it, import it, or name it in a script of package.json.',
    },
  ])
  expect(findings({ 'tools/once.ts': '' })).toHaveLength(1)
})

test('two dead files do not keep each other alive', () => {
  expect(findings({ 'app/src/a.ts': "import './b.ts'", 'app/src/b.ts': "import './a.ts'" })).toHaveLength(2)
})

test('a file that only its own test uses is dead, unless it is there for tests', () => {
  const more = { 'engine/src/value/money.ts': '', 'engine/src/value/money.test.ts': "import './money.ts'" }
  expect(findings(more)).toHaveLength(1)
  expect(findings(more)[0]).toMatchObject({ file: 'engine/src/value/money.ts' })
  expect(findings(more)[0]?.sentence).toContain('Only tests reach this file')
})

test('a program that package.json or the CI script names is alive', () => {
  expect(findings({ 'tools/add-up.ts': '', '.ci/run': 'node tools/add-up.ts "$report"' })).toEqual([])
})

test('documents and policies are no source files', () => {
  expect(findings({ 'docs/language.md': '', 'policy/bicycles/programme.yaml': '', 'app/styles/page.css': '' })).toEqual(
    [],
  )
})
