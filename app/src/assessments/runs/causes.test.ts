import { expect, test } from 'vitest'
import { causesOf, type Compared, type Sides } from './causes.ts'

/** Of one finding, which comes out as `of` says. */
function causes(differing: Compared['differing'], of: (sides: Sides) => string | undefined, was?: string) {
  const at: Compared['at'] = (sides) => {
    const value = of(sides)
    return value === undefined ? undefined : new Map([['finding', value]])
  }
  const all = (side: 'old' | 'now'): Sides => ({ data: side, day: side, rule: side, law: side, release: side })
  const [before, after] = [was ?? of(all('old')), of(all('now'))]
  const [old, now] = [new Map([['finding', before ?? '']]), new Map([['finding', after ?? '']])]
  const isOtherEngine = was !== undefined
  return causesOf({ keys: ['finding'], was: old, is: now, isOtherEngine, differing, at }).get('finding')
}

test('what differs and changes nothing is no cause', () => {
  expect(causes(['data', 'law'], ({ data }) => data)).toEqual(['data'])
  expect(causes(['data', 'law'], ({ law }) => law)).toEqual(['law'])
})

test('each of two that change it together is a cause, and each of two of which one would do', () => {
  const both = ({ data, law }: Sides): string => (data === 'now' && law === 'now' ? 'met' : 'not met')
  const either = ({ data, law }: Sides): string => (data === 'now' || law === 'now' ? 'met' : 'not met')
  expect(causes(['data', 'day', 'law'], both)).toEqual(['data', 'law'])
  expect(causes(['data', 'day', 'law'], either)).toEqual(['data', 'law'])
})

test('an engine that computes the same otherwise is a cause, alone or beside what differs too', () => {
  expect(causes([], () => 'PKR 101', 'PKR 100')).toEqual(['engine'])
  expect(causes(['day'], ({ day }) => (day === 'now' ? 'PKR 201' : 'PKR 101'), 'PKR 100')).toEqual(['day', 'engine'])
  expect(causes(['day'], ({ day }) => (day === 'now' ? 'PKR 200' : 'PKR 100'), 'PKR 100')).toEqual(['day'])
})

test('where old facts do not fit the new law all that differs is named', () => {
  const fits = ({ data, release }: Sides): string | undefined => (data === release ? data : undefined)
  expect(causes(['data', 'release'], fits)).toEqual(['data', 'release'])
})
