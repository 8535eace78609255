import { describe, expect, it } from 'vitest'
import { complaintsAbout, type Law, measure } from '../lamps-fixture.ts'

const ACT = `# The Lamp Act

## 1 Fees

### 1(1)

A lamp bears a fee of ten per cent; of its
price, and not of its cost.

### 1(2)

Nothing else is due.
`

function quoting(text: string, clause = 'act, 1(1)', act = ACT): Law {
  return {
    vocabulary: 'price: { unit: PKR }\n',
    provisions: measure('fee', 'price', `clause: ${clause}\ntext: >-\n  ${text}`),
    heading: { instruments: '{ act: { title: Lamp Act, file: instruments/act.md } }' },
    files: { 'instruments/act.md': act },
  }
}

describe('a quotation', () => {
  it.each([
    'A lamp bears a fee of ten per cent; of its price, and not of its cost.',
    'A lamp bears a fee',
    'of its price',
    'not of its cost.',
  ])('that stands in the clause, whatever its line breaks: %s', (text) => {
    expect(complaintsAbout(quoting(text))).toEqual([])
  })

  it.each([
    ['A lamp bears a duty of ten per cent', 'duty of ten per'],
    ['A lamp bears a fee of two per cent', 'two per cent'],
    ['A lamp bears a fee of ten per cent, of its price', 'cent, of its price'],
    ['a lamp bears a fee', 'a fee'],
    ['A lamp bears a fee of ten percent', 'percent'],
    ['Nothing else is due.', 'Nothing else is due.'],
    ['A lamp bears a fee of ten per cent; of its price, and not of its costs.', 'costs.'],
  ])('that differs is shown where it first does: %s', (text, words) => {
    const found = complaintsAbout(quoting(text))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(
      "main/provisions.yaml:5:9: The quotation in 'fee' is not what act, 1(1) says: it first differs at '",
    )
    expect(found[0]).toContain(words)
  })

  it('holds against the clause that it names, and no other', () => {
    expect(complaintsAbout(quoting('Nothing else is due.', 'act, 1(2)'))).toEqual([])
  })
})

describe('a clause', () => {
  it('that the instrument does not have is named with the nearest', () => {
    const found = complaintsAbout(quoting('A lamp', 'act, 1(3)'))
    expect(found).toEqual([
      "main/provisions.yaml:4:11: 'act' has no clause '1(3)'. Did you mean '1(1)'? Its headings are The, 1, 1(1), 1(2).",
    ])
  })

  it('may be any place of an instrument whose text is not held', () => {
    expect(
      complaintsAbout({
        vocabulary: 'price: { unit: PKR }\n',
        provisions: measure('fee', 'price', 'clause: act, wherever'),
      }),
    ).toEqual([])
  })
})
