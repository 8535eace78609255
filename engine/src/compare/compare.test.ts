import { describe, expect, it } from 'vitest'
import { engineFrom, lawFiles, measure, parameter } from '../lamps-fixture.ts'
import { compareLaw } from './compare.ts'

type Told = readonly [
  from: string,
  until: string | undefined,
  keys: string,
  before: string | undefined,
  after: string | undefined,
]

/** What the draft's values of the one rate change, day by day. */
function told(values: string, drafted: string, by = '', more = 'good_until: 2035-12-31'): readonly Told[] {
  const rate = (text: string): string => parameter('rate', 'percent', text, by === '' ? more : `${by}\n${more}`)
  const indented = rate(drafted).replaceAll(/^/gm, '        ')
  const keyed = by === '' ? 'rate' : by.includes('band') ? 'rate[price]' : 'rate[form]'
  const files = lawFiles({
    vocabulary: 'form: { categories: [plug, bulb] }\nprice: { unit: PKR }\n',
    parameters: rate(values),
    provisions: measure('fee', `${keyed} * price`),
    files: { 'drafts/next.yaml': `draft: next\ntitle: Next\nparts:\n  main:\n    parameters:\n${indented}` },
  })
  const [change] = compareLaw(engineFrom(files).programme, engineFrom(files, 'next').programme)
  return (change?.cells ?? []).map(({ from, until, keys, before, after }) => [from, until, keys.join(), before, after])
}

describe('what a draft changes in a table is told by the days on which another cell holds', () => {
  it('a row that is added changes what held before it', () => {
    expect(told('{ 2030-01-01: 20% }', '{ 2030-01-01: 20%, 2031-01-01: 25% }')).toEqual([
      ['2031-01-01', undefined, '', '20%', '25%'],
    ])
  })

  it('a row that is left out leaves the one before it in force, until the next', () => {
    expect(
      told('{ 2030-01-01: 35%, 2031-01-01: 25%, 2032-01-01: 40% }', '{ 2030-01-01: 35%, 2032-01-01: 40% }'),
    ).toEqual([['2031-01-01', '2031-12-31', '', '25%', '35%']])
  })

  it('what is unchanged in a new row is not told, and neither is a row that says what held already', () => {
    expect(
      told(
        '{ 2030-01-01: { plug: 20%, bulb: 40% } }',
        '{ 2030-01-01: { plug: 20%, bulb: 40% }, 2031-01-01: { plug: 25%, rest: unchanged } }',
        'by: [form]',
      ),
    ).toEqual([['2031-01-01', undefined, 'plug', '20%', '25%']])
    expect(told('{ 2030-01-01: 20% }', '{ 2030-01-01: 20%, 2031-01-01: 20% }')).toEqual([])
  })

  it('a change over several rows ends on the day before the two laws agree again', () => {
    expect(
      told('{ 2030-01-01: 10%, 2032-01-01: 30%, 2034-01-01: 40% }', '{ 2030-01-01: 20%, 2034-01-01: 40% }'),
    ).toEqual([
      ['2030-01-01', '2031-12-31', '', '10%', '20%'],
      ['2032-01-01', '2033-12-31', '', '30%', '20%'],
    ])
  })

  it('bounds that move are told by the pieces between them, and not as bands that come and go', () => {
    expect(
      told(
        '{ 2030-01-01: { up to PKR 30: 1%, up to PKR 100: 2%, above: 3% } }',
        '{ 2030-01-01: { up to PKR 40: 1%, up to PKR 100: 2%, above: 4% } }',
        'by: [band of PKR]',
      ),
    ).toEqual([
      ['2030-01-01', undefined, 'over PKR 30, up to PKR 40', '2%', '1%'],
      ['2030-01-01', undefined, 'over PKR 100', '3%', '4%'],
    ])
    // A bound that is itself left out changes what holds for exactly PKR 30.
    expect(
      told(
        '{ 2030-01-01: { up to PKR 30: 1%, above: 3% } }',
        '{ 2030-01-01: { under PKR 30: 1%, above: 3% } }',
        'by: [band of PKR]',
      ),
    ).toEqual([['2030-01-01', undefined, 'from PKR 30, up to PKR 30', '1%', '3%']])
    // Where only the numbers differ, the bands keep their names.
    expect(
      told(
        '{ 2030-01-01: { up to PKR 30: 1%, above: 3% } }',
        '{ 2030-01-01: { up to PKR 30: 2%, above: 4% } }',
        'by: [band of PKR]',
      ),
    ).toEqual([
      ['2030-01-01', undefined, 'up to PKR 30', '1%', '2%'],
      ['2030-01-01', undefined, 'above', '3%', '4%'],
    ])
  })

  it('where only one law knows what holds, the other says nothing', () => {
    expect(told('{ 2030-01-01: 10% }', '{ 2031-01-01: 10% }', '', 'seen_on: 2031-01-01')).toEqual([
      ['2030-01-01', '2030-12-31', '', '10%', undefined],
    ])
  })
})
