import { expect, it } from 'vitest'
import { engineFrom, lawFiles, measure, parameter, requirement } from '../lamps-fixture.ts'
import { compareLaw } from './compare.ts'
import { type Impact, impactOf } from './impact.ts'

const FILES = lawFiles({
  vocabulary: 'price: { unit: PKR }\nopen: { unit: boolean }\n',
  parameters: parameter('rate', 'percent', '{ 2026-01-01: 10% }') + parameter('least', 'PKR', '{ 2026-01-01: PKR 5 }'),
  // Named before they stand: 'dear' and 'sound' rest on the fee.
  provisions:
    requirement('sound', 'dear is met and open') +
    requirement('dear', 'fee >= least') +
    measure('fee', 'rate * price') +
    measure('apart', 'price + price'),
  examples: `
- { example: at the bound, as_of: 2026-01-01, facts: { price: PKR 50 }, expect: { fee: PKR 5, dear: met } }
- { example: far above, as_of: 2026-01-01, facts: { price: PKR 500, open: true }, expect: { dear: met } }
- { example: nothing, as_of: 2026-01-01, facts: { price: PKR 0 }, expect: { fee: PKR 0 } }
`,
})

function impact(draft: string): Impact {
  const files = new Map(FILES).set('drafts/next.yaml', `draft: next\ntitle: Next\n${draft}`)
  const [before, after] = [engineFrom(files), engineFrom(files, 'next')]
  return impactOf(before, after, compareLaw(before.programme, after.programme))
}

it('a rate touches what names it, what rests on that, and the cases that come out otherwise', () => {
  const { uses, worked, cases } = impact(
    'parts: { main: { parameters: { rate: { label: rate, unit: percent, source: gazette, values: { 2026-01-01: 9% }, seen_on: 2026-01-01 } } } }',
  )
  expect(uses).toEqual([{ name: 'rate', direct: ['fee'], through: ['sound', 'dear'] }])
  expect(worked).toBe(3)
  // 9% of 50 is 4.50, below 5. Of 500 and of 0 the cases expect what stays as it is.
  expect(cases.map(({ example, findings }) => [example.title, findings.map((one) => [one.name, one.after])])).toEqual([
    [
      'at the bound',
      [
        ['dear', 'not met'],
        ['fee', 'PKR 4.5'],
      ],
    ],
  ])
})

it('a case that comes out as before, though it is not what it should be, is not listed', () => {
  const files = new Map(FILES).set(
    'main/examples.yaml',
    `
- { example: wrong from the start, as_of: 2026-01-01, facts: { price: PKR 50 }, expect: { fee: PKR 6 } }
`,
  )
  const same = files.set('drafts/next.yaml', 'draft: next\ntitle: Next\n')
  const [before, after] = [engineFrom(same), engineFrom(same, 'next')]
  expect(impactOf(before, after, []).cases).toEqual([])
})

it('a case whose facts the draft no longer knows is told, and a provision that goes is traced in the law that had it', () => {
  const { uses, cases } = impact(
    'vocabulary: { open: { unit: count } }\nparts: { main: { drop: [sound], provisions: { apart: { kind: measure, amount: price } } } }',
  )
  expect(uses).toEqual([
    { name: 'sound', direct: [], through: [] },
    { name: 'apart', direct: [], through: [] },
  ])
  expect(cases.map(({ example, after }) => [example.title, after === undefined])).toEqual([['far above', true]])
})

it('a case about a period that ended before the day on which it is worked is compared as of that period', () => {
  const files = lawFiles({
    vocabulary: 'price: { unit: PKR }\n',
    parameters: parameter('rate', 'percent', '{ 2026-01-01: 10%, 2027-01-01: 20% }'),
    provisions: measure('fee', '(rate on period_end) * price'),
    examples:
      '- { example: last year, as_of: 2027-02-01, period_end: 2026-12-31, facts: { price: PKR 50 }, expect: { fee: PKR 5 } }',
  }).set(
    'drafts/next.yaml',
    'draft: next\ntitle: Next\nparts: { main: { parameters: { rate: { label: rate, unit: percent, source: gazette, values: { 2026-01-01: 9%, 2027-01-01: 20% }, seen_on: 2027-01-01 } } } }',
  )
  const [before, after] = [engineFrom(files), engineFrom(files, 'next')]
  const { cases } = impactOf(before, after, compareLaw(before.programme, after.programme))
  // 10% and 9% of 50: of the period. On the day itself both laws say 20%.
  expect(cases.flatMap(({ findings }) => findings.map((one) => [one.name, one.before, one.after]))).toEqual([
    ['fee', 'PKR 5', 'PKR 4.5'],
  ])
})
