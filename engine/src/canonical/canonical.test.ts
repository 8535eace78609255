import * as fc from 'fast-check'
import { assert } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lawFiles, measure, parameter, SEED } from '../lamps-fixture.ts'
import { lawOf } from '../load/programme.ts'
import { canonicalJson, hashOf } from './canonical.ts'

describe('canonical JSON, after the examples of RFC 8785', () => {
  it('escapes the string of section 3.2.2 as the RFC does', () => {
    const input = JSON.parse(String.raw`"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/"`) as unknown
    expect(canonicalJson(input)).toBe(String.raw`"€$\u000f\nA'B\"\\\\\"/"`)
  })

  it('sorts the names of section 3.2.3 by UTF-16 code units', () => {
    const input = JSON.parse(
      String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`,
    ) as unknown
    expect(Object.values(JSON.parse(canonicalJson(input)) as object)).toHaveLength(7)
    const order = [...canonicalJson(input).matchAll(/:"([^"]+)"/g)].map(([, value]) => value)
    expect(order).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
  })

  it('leaves no white space, keeps the order of lists, and sorts at every depth', () => {
    expect(canonicalJson({ b: [3, 1, { z: null, a: true }], a: { d: 'x', c: false } })).toBe(
      '{"a":{"c":false,"d":"x"},"b":[3,1,{"a":true,"z":null}]}',
    )
    expect(canonicalJson({ b: undefined, a: 1 })).toBe('{"a":1}')
  })

  it.each([
    ['\b\t\n\f\r"\\', String.raw`"\b\t\n\f\r\"\\"`],
    ['\u0000\u001f\u007f', '"\\u0000\\u001f\u007f"'],
    ['</script>\u2028مقامی', '"</script>\u2028مقامی"'],
    [0, '0'],
    [-0, '0'],
    [9007199254740991, '9007199254740991'],
  ])('%j', (value, text) => {
    expect(canonicalJson(value)).toBe(text)
  })

  it.each([
    [1.5],
    [Number.NaN],
    [Infinity],
    [2 ** 53],
    [1n],
    [undefined],
    [() => 1],
    [new Map([['a', 1]])],
    [new Set([1])],
    [/a/],
    ['half \ud800'],
    [{ '\udc00': 1 }],
  ])('what would lose something has no canonical form: %o', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
    expect(() => canonicalJson([value])).toThrow(TypeError)
  })

  it(`is JSON, and says the same (seed ${SEED})`, () => {
    const data = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        fc.string({ unit: 'grapheme' }),
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('any')),
        fc.dictionary(fc.string({ unit: 'grapheme' }), tie('any')),
      ),
    })).any
    assert(
      fc.property(data, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(value)
      }),
      { seed: SEED, numRuns: 500 },
    )
  })

  it('is the same in whatever order the names were put in', () => {
    assert(
      fc.property(
        fc.dictionary(
          fc.string(),
          fc.string().filter((text) => text.isWellFormed()),
        ),
        (record) => {
          const turned = Object.fromEntries(Object.entries(record).toReversed())
          return canonicalJson(turned) === canonicalJson(record)
        },
      ),
      { seed: SEED, numRuns: 300 },
    )
  })
})

describe('SHA-256', () => {
  // FIPS 180-2 gives the digests of texts; these are of the JSON texts `""`, `"abc"` and `{}`, as `printf … | sha256sum` says.
  it.each([
    ['', '12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126'],
    ['abc', '6cc43f858fbb763301637b5af970e2a46b46f461f27e5a0f41e009c59b827b25'],
    [{}, '44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'],
  ])('of %j', async (value, digest) => {
    expect(await hashOf(value)).toBe(`sha256:${digest}`)
  })
})

describe('the hash of a law', () => {
  const law = {
    vocabulary: 'price: { unit: PKR }\nopen: { unit: boolean }\n',
    parameters: parameter('rate', 'percent', '{ 2026-01-01: 10% }'),
    provisions: measure('fee', 'rate * price'),
    examples: '',
    files: { 'instruments/act.md': '## 1\n\nThe fee is 10 per cent.\n' },
  }
  const hash = (files: ReadonlyMap<string, string>, draft?: string): Promise<string> => hashOf(lawOf(files, draft))
  const changed = (path: string, from: string, to: string): Map<string, string> => {
    const files = lawFiles(law)
    const text = files.get(path) ?? ''
    if (!text.includes(from)) throw new Error(from)
    return files.set(path, text.replace(from, to))
  }

  it.each([
    ['a remark', 'main/parameters.yaml', 'rate:\n', 'rate: # ten in a hundred\n'],
    ['quotes', 'main/parameters.yaml', '10%', "'10%'"],
    ['line breaks', 'main/parameters.yaml', '{ 2026-01-01: 10% }', '\n    2026-01-01: 10%'],
    [
      'the order of names within an entry',
      'main/parameters.yaml',
      '  label: rate\n  unit: percent\n',
      '  unit: percent\n  label: rate\n',
    ],
    ['line ends of an instrument', 'instruments/act.md', '\n\n', '\r\n\r\n'],
    ['an example', 'main/examples.yaml', '', '- { example: one, as_of: 2026-01-01, expect: { fee: PKR 1 } }\n'],
  ])('does not depend on %s', async (_, path, from, to) => {
    expect(await hash(changed(path, from, to))).toBe(await hash(lawFiles(law)))
  })

  it('does not depend on the order of the files', async () => {
    expect(await hash(new Map([...lawFiles(law)].toReversed()))).toBe(await hash(lawFiles(law)))
  })

  it.each([
    ['one digit', 'main/parameters.yaml', '10%', '11%'],
    ['a date', 'main/parameters.yaml', '2026-01-01', '2026-01-02'],
    ['an operator', 'main/provisions.yaml', 'rate * price', 'rate / price'],
    ['a unit', 'vocabulary.yaml', 'PKR', 'USD'],
    ['the evidence', 'programme.yaml', 'evidence: gazette', 'evidence: reported'],
    ['a word of the instrument', 'instruments/act.md', '10', '11'],
  ])('changes with %s', async (_, path, from, to) => {
    expect(await hash(changed(path, from, to))).not.toBe(await hash(lawFiles(law)))
  })

  it('changes with the day on which a return is due, yearly or monthly, and not with its worked examples', async () => {
    const due = (path: string, days: number): Promise<string> =>
      hash(lawFiles(law).set(path, `due: { on: ${days} days after period end }\n`))
    expect(await due('return.yaml', 90)).not.toBe(await due('return.yaml', 60))
    expect(await due('monthly-return.yaml', 15)).not.toBe(await due('monthly-return.yaml', 20))
    expect(await due('monthly-return-examples.yaml', 15)).toBe(await hash(lawFiles(law)))
  })

  it('changes with a draft only when the draft is asked for', async () => {
    const files = lawFiles(law).set('drafts/next.yaml', 'draft: next\ntitle: Next\n')
    expect(await hash(files)).toBe(await hash(lawFiles(law)))
    expect(await hash(files, 'next')).not.toBe(await hash(lawFiles(law)))
  })
})
