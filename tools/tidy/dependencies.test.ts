import { expect, test } from 'vitest'
import { checkDependencies, LIST } from './dependencies.ts'

function findings(dependencies: Readonly<Record<string, string>>, list: string) {
  const tree = new Map([
    ['package.json', JSON.stringify({ devDependencies: dependencies }, null, 2)],
    [LIST, list],
  ])
  return checkDependencies(tree)
}

test('a pinned dependency with its line passes', () => {
  expect(findings({ yaml: '2.9.1' }, '| `yaml` | reads YAML |')).toEqual([])
})

test('our own packages need no line', () => {
  expect(findings({ '@maqami/engine': '0.1.0', maqami: '0.1.0' }, '')).toEqual([])
})

test('a dependency without a line is found', () => {
  expect(findings({ yaml: '2.9.1' }, '| `saxes` | reads XML |').map((finding) => finding.sentence)).toEqual([
    "'yaml' has no line in docs/decisions/dependencies.md. Say what it saves, who keeps it and what we would do without it.",
    "'saxes' is no dependency any more. Remove its line.",
  ])
})

test('a range of versions is found', () => {
  for (const version of ['^2.9.1', '~2.9.1', '*', 'latest', 'file:../yaml']) {
    expect(findings({ yaml: version }, '| `yaml` |')).toEqual([
      { file: 'package.json', line: 3, sentence: `'yaml' is at '${version}'. Pin one exact version.` },
    ])
  }
})
