/** Where the next plant pays: the rule that ranks, tried at its boundaries. */
import { exact, type Exact, toText, ZERO } from '@maqami/engine/value/exact.ts'
import { PROPOSED } from '@maqami/engine/load/standing.ts'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PROJECT_ROOT } from '../policy-releases/find-folder.ts'
import { loadRelease } from '../policy-releases/load-release.ts'
import { type ComponentRules, type Known, paysFor, rankClasses, TOLD } from './component.ts'
import { componentProblems } from './load-components.ts'

type Said = readonly [used: number | 'withheld', bought: number, made: number, imports: number]

function ranked(least: Readonly<Record<string, number | undefined>>, said: Readonly<Record<string, Said>>) {
  const rules: ComponentRules = {
    measures: { used: '', bought: '', made: '', imports: '' },
    published: { pieces: '', imports: '' },
    standing: PROPOSED,
    reading: undefined,
    classes: Object.entries(least).map(([name, pieces]) => ({
      name,
      label: { en: name },
      candidates: undefined,
      least_efficient: pieces === undefined ? undefined : exact(pieces),
    })),
  }
  const known = (value: number | 'withheld' | undefined): Known =>
    value === 'withheld' ? value : value === undefined ? ZERO : exact(value)
  return rankClasses(rules, (told, name) => known(said[name]?.[TOLD.indexOf(told)]))
}

const textOf = (value: Known | undefined) => (value === undefined || value === 'withheld' ? value : toText(value))
const order = (of: ReturnType<typeof ranked>) => of.map(({ rule, rank }) => [rule.name, rank])

test('what is not made here counts in plants, not in pieces', () => {
  // 900 of 1,000 unserved are 9 plants of 100; 4,000 of 5,000 are 2 plants of 2,000.
  const of = ranked({ display: 2000, battery: 100 }, { display: [5000, 600, 400, 9], battery: [1000, 100, 0, 1] })
  expect(order(of)).toEqual([
    ['battery', 1],
    ['display', 2],
  ])
  expect(of.map(({ unserved, plants }) => [textOf(unserved), textOf(plants)])).toEqual([
    ['900', '9'],
    ['4000', '2'],
  ])
})

test('of equals the larger import bill comes first', () => {
  const said: Readonly<Record<string, Said>> = { display: [100, 0, 0, 5], battery: [100, 0, 0, 6] }
  expect(order(ranked({ display: 10, battery: 10 }, said))).toEqual([
    ['battery', 1],
    ['display', 2],
  ])
})

test('a plant pays from one whole plant on', () => {
  const plantsOf = (unserved: number): Exact | 'withheld' | undefined =>
    ranked({ display: 100 }, { display: [unserved, 0, 0, 0] })[0]?.plants
  expect([99, 100, 101].map((unserved) => paysFor(plantsOf(unserved)))).toEqual([false, true, true])
})

test('what is withheld, all served, or made by no plant has no rank and comes last', () => {
  const of = ranked(
    { withheld: 10, served: 10, other: undefined, open: 10 },
    { withheld: ['withheld', 1, 1, 1], served: [50, 30, 20, 0], other: [70, 0, 0, 3], open: [5, 0, 0, 0] },
  )
  expect(order(of)).toEqual([
    ['open', 1],
    ['withheld', null],
    ['served', null],
    ['other', null],
  ])
  expect(of[1]?.plants).toBe('withheld')
  expect(of[3]?.plants).toBeUndefined()
  expect(paysFor(of[1]?.plants)).toBe(false)
})

const policy = async () => await loadRelease(join(PROJECT_ROOT, 'policy', 'pk-medmp-2026'))
const FILE = 'components.yaml'

test.each([
  ['{ used: parts_used, bought', '{ used: parts_usd, bought', "figures.yaml has no 'parts_usd'. Did you mean"],
  ['{ used: parts_used, bought', '{ used: local_parts, bought', "'local_parts' is kept by component_class first."],
  ['imports: imported_parts }', 'imports: exports }', "publications.yaml has no 'exports' by component_class."],
  ['candidates: display', 'candidates: screen', 'candidates'],
  [
    'candidates: camera, least_efficient: 10000000',
    'candidates: camera, least_efficient: 0',
    'a whole number of pieces',
  ],
])('a map with %s written %s is refused, and as it is shipped it is not', async (right, wrong, sentence) => {
  const release = await policy()
  const content = release.files.get(FILE) ?? ''
  expect(content).toContain(right)
  expect(componentProblems(release)).toEqual([])
  const files = new Map([...release.files, [FILE, content.replace(right, wrong)]])
  expect(
    componentProblems({ ...release, files })
      .map((one) => one.sentence)
      .join(' '),
  ).toContain(sentence)
})
