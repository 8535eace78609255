import { expect, test } from 'vitest'
import { checkNames, checkPolicyFolder, LONGEST_FILE } from './names.ts'

function sentences(path: string, text = ''): readonly string[] {
  return checkNames(new Map([[path, text]])).map((finding) => finding.sentence)
}

test('good names pass', () => {
  for (const path of [
    'engine/src/value/exact.ts',
    'app/src/licences/suspend-licence.test.ts',
    'app/migrations/0001-licences.sql',
    'policy/pk-medmp-2026/drafts/2026-02.yaml',
    'policy/README.md',
    'docs/decisions/2026-11-22-two-packages.md',
    'README.md',
    'vitest.config.ts',
  ]) {
    expect(sentences(path), path).toEqual([])
  }
})

test('a name that fits everything is found, as a file and as a folder', () => {
  for (const path of [
    'app/src/returns/utils.ts',
    'engine/src/date-helpers.ts',
    'engine/src/Utils.ts',
    'app/src/kernel/common/day.ts',
    'app/src/licences/licence-service.ts',
  ]) {
    expect(sentences(path)[0], path).toContain('says nothing')
  }
})

test('a word that only contains a banned one passes', () => {
  expect(sentences('app/src/desks/commonwealth.ts')).toEqual([])
})

test('a barrel is found', () => {
  expect(sentences('engine/src/index.ts')[0]).toContain('Import each file by its own name')
})

test('names that are not in kebab-case are found', () => {
  expect(sentences('engine/src/parseFormula.ts')).toEqual([
    "'parseFormula.ts' is not in kebab-case. Use lower-case words with hyphens between them.",
  ])
  expect(sentences('policy/pk_medmp/programme.yaml')).toHaveLength(1)
  expect(sentences('app/src/returns/ReturnPage.tsx')).toHaveLength(1)
})

test('a file may have 500 lines and not one more', () => {
  expect(sentences('engine/src/long.ts', 'x\n'.repeat(LONGEST_FILE))).toEqual([])
  expect(sentences('engine/src/long.ts', 'x\n'.repeat(LONGEST_FILE + 1))[0]).toContain('501 lines')
  expect(sentences('app/styles/page.css', 'x\n'.repeat(LONGEST_FILE + 1))).toHaveLength(1)
})

test('worked examples may be as long as they need', () => {
  expect(sentences('policy/bicycles/levy/examples.yaml', 'x\n'.repeat(2000))).toEqual([])
})

test('code in the policy folder is found', () => {
  const tree = new Map([
    ['policy/bicycles/programme.yaml', ''],
    ['policy/bicycles/levy/compute.ts', ''],
  ])
  expect(checkPolicyFolder(tree).map((finding) => finding.file)).toEqual(['policy/bicycles/levy/compute.ts'])
})
