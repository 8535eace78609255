import { describe, expect, it } from 'vitest'
import { complaintsAbout, type Law, lawFiles, measure, parameter, provision, requirement } from '../lamps-fixture.ts'
import { formatProblem } from './problem.ts'
import { loadProgramme } from './programme.ts'

const VOCABULARY = `
price: { unit: PKR }
sold_on: { unit: date }
form: { categories: [plug, bulb] }
open: { unit: boolean }
`

/** A law in which all is well, so that one change makes one complaint. */
const SOUND: Law = {
  vocabulary: VOCABULARY,
  parameters: parameter(
    'rate',
    'percent',
    '{ 2026-01-01: { plug: 10%, bulb: 20% } }',
    'by: [form]\nseen_on: 2026-01-01',
  ),
  provisions: measure('fee', 'rate[form] * price'),
}

function complaint(change: Law): string {
  const found = complaintsAbout({ ...SOUND, ...change })
  expect(found).toHaveLength(1)
  return found[0] ?? ''
}

it('of a sound law there is nothing to complain', () => {
  expect(complaintsAbout(SOUND)).toEqual([])
})

describe('programme.yaml', () => {
  it.each([
    [{ currency: 'rupees' }, "'currency' is a code such as PKR, not 'rupees'."],
    [{ year_starts: '13-01' }, "'year_starts' is a month and a day such as 07-01, not '13-01'."],
    [{ status: 'valid' }, "programme.yaml:7:9: 'status' is one of draft, notified, superseded, not 'valid'."],
    [{ evidence: 'gazete' }, "Did you mean 'gazette'?"],
    [
      { sources: '{ gazette: { title: Gazette, dated: June } }' },
      "'dated' of 'gazette' is a day (2026-01-09) or a month (2026-01).",
    ],
    [
      { instruments: '{ act: { title: Lamp Act, file: instruments/act.md } }' },
      "The instrument 'act' names instruments/act.md, which is not there.",
    ],
    [
      { parts: '[main, mian]' },
      "programme.yaml:9:8: The part 'mian' has neither parameters.yaml nor provisions.yaml. Did you mean 'main'?",
    ],
    [{ colour: 'red' }, "programme.yaml has no 'colour'."],
  ])('%j', (heading, sentence) => {
    expect(complaint({ heading })).toContain(sentence)
  })

  it('a folder of law that no part names is not passed over in silence', () => {
    expect(complaint({ files: { 'extra/provisions.yaml': measure('more', 'price') } })).toBe(
      "programme.yaml:9:8: The folder 'extra' holds law, but 'parts' does not list it.",
    )
  })

  it.each(['programme.yaml', 'vocabulary.yaml'])('%s must be there', (name) => {
    const files = lawFiles(SOUND)
    files.delete(name)
    const loaded = loadProgramme(files)
    expect(loaded.ok ? [] : loaded.problems.map(formatProblem)).toEqual([
      expect.stringMatching(`^${name}:1:1: A programme has a ${name}`),
    ])
  })
})

describe('vocabulary.yaml', () => {
  it.each([
    ['prise: { unit: dollars }', "vocabulary.yaml:6:16: 'dollars' is not a unit."],
    ['prise: { unit: PKR per PKR }', "'PKR per PKR' is not a unit."],
    [
      'prise: { unit: PKR, categories: [a] }',
      "'prise' says what it is by one of 'unit:', 'categories:' or 'text: true'.",
    ],
    ['prise: {}', "'prise' says what it is by one of"],
    ['prise: { unit: PKR, evnt: true }', "'prise' has no 'evnt'. Did you mean 'event'?"],
    ['prise: { unit: PKR, event: yes }', "'event' of 'prise' is one of true, false, not 'yes'."],
    ['prise: { unit: PKR, at_most: 10% }', "'at_most' of 'prise' is a value in its unit, not '10%'."],
    ['Price: { unit: PKR }', "'Price' cannot be a name"],
    ['sum: { unit: PKR }', "'sum' cannot be a name"],
    ['assessment_date: { unit: date }', "'assessment_date' cannot be a name"],
    ['__proto__: { unit: PKR }', "'__proto__' cannot be a name"],
    ['shape: { categories: [round, round] }', "'shape' names a category twice."],
    ['shape: { categories: [round, Square] }', "'Square' cannot be a name"],
    [
      'lamps: { key: lamp, lines: { value: { unit: PKR } } }',
      "'key' of lamps names 'lamp', which is not one of its columns.",
    ],
    ['lamps: { lines: { price: { unit: PKR } } }', "'price' is a fact and a column of 'lamps'."],
    [
      'lamps: { lines: { form: { categories: [plug, tube] } } }',
      "The category 'form' is declared twice with different members.",
    ],
    ['price: { unit: USD }', "The name 'price' stands twice"],
  ])('%s', (line, sentence) => {
    expect(complaintsAbout({ ...SOUND, vocabulary: `${VOCABULARY}${line}\n` }).join('\n')).toContain(sentence)
  })
})

describe('parameters.yaml', () => {
  const row = (values: string, more = 'by: [form]\nseen_on: 2026-01-01'): string =>
    parameter('rate', 'percent', values, more)

  it.each([
    [row('{ 2026-01-01: { plug: 10% } }'), "main/parameters.yaml:5:25: 'rate' has no value for bulb."],
    [
      row('{ 2026-01-01: { plug: 10%, bulb: 20%, tube: 30% } }'),
      "'rate' has a row for 'tube', which it does not know.",
    ],
    [row('{ 2026-01-01: { plug: 10%, bulbs: 20%, bulb: 20% } }'), "Did you mean 'bulb'?"],
    [row("{ 2026-01-01: { 'plug, bulb': 10%, bulb: 20% } }"), "'rate' gives 'bulb' twice in the same row."],
    [row('{ 2026-01-01: 10% }'), "'rate' varies by form: give a value for each."],
    [
      row('{ 2026-01-01: { plug: 10, bulb: 20% } }'),
      "main/parameters.yaml:5:33: A cell of 'rate' is '10', which is not a value in percent, 'none' or 'unknown'.",
    ],
    [row('{ 2026-01-01: { plug: PKR 10, bulb: 20% } }'), "A cell of 'rate' is 'PKR 10'"],
    [
      row('{ 2026-01-01: { plug: { value: 10%, corrects: 1% }, bulb: 20% } }'),
      "A cell of 'rate' that corrects another says why: 'reason:'.",
    ],
    [row('{ 2026-01-01: { plug: { valu: 10% }, bulb: 20% } }'), "A cell of 'rate' has no 'valu'."],
    [row('{ 2026-13-01: { plug: 10%, bulb: 20% } }'), "'2026-13-01' is not a date."],
    [
      row('{ 2027-01-01: { plug: 1%, bulb: 2% }, 2026-01-01: { plug: 1%, bulb: 2% } }'),
      "The rows of 'rate' are not in the order of their dates: 2027-01-01 stands before 2026-01-01.",
    ],
    [
      row('{ 2026-02: { plug: 1%, bulb: 2% }, 2026-02-15: { plug: 1%, bulb: 2% } }'),
      'are not in the order of their dates: 2026-02 stands before 2026-02-15.',
    ],
    [row('{}'), "'rate' has no row."],
    [
      row('{ 2026-01-01: { plug: 10%, bulb: 20% } }', 'by: [form]'),
      "'rate' needs either 'good_until:' (a later date is refused) or 'seen_on:' (a law without an end).",
    ],
    [
      row('{ 2026-01-01: { plug: 10%, bulb: 20% } }', 'by: [form]\nseen_on: 2026-01-01\ngood_until: 2027-01-01'),
      "'rate' needs either",
    ],
    [
      row('{ 2026-01-01: { plug: 10%, bulb: 20% } }', 'by: [form]\ngood_until: 2025-12-31'),
      "'good_until' of 'rate' lies before its last row.",
    ],
    [
      row('{ 2026-01-01: { plug: 10%, bulb: 20% } }', 'by: [form]\nseen_on: tomorrow'),
      "'seen_on' is a day such as 2027-06-30, not 'tomorrow'.",
    ],
    [
      row('{ 2026-01-01: { plug: { value: 10%, source: gazete }, bulb: 20% } }'),
      "The source 'gazete' is not listed in programme.yaml. Did you mean 'gazette'?",
    ],
    [
      row('{ 2026-01-01: { plug: { value: 10%, status: old }, bulb: 20% } }'),
      "'status' of a cell of 'rate' is one of draft, notified, superseded, not 'old'.",
    ],
    [row('{ 2026-01-01: { up to USD 30: 1%, above: 2% } }'), "'rate' has a row for 'up to USD 30'"],
  ])('%j', (parameters, sentence) => {
    expect(complaintsAbout({ ...SOUND, parameters }).join('\n')).toContain(sentence)
  })

  it('an axis must be something that the law knows', () => {
    expect(complaint({ parameters: row('{ 2026-01-01: 1% }', 'by: [from]\nseen_on: 2026-01-01') })).toContain(
      "'by' names 'from', which is not a category, a boolean fact, 'count' or 'band of UNIT'. Did you mean 'form'?",
    )
    expect(
      complaintsAbout({
        ...SOUND,
        parameters: row('{ 2026-01-01: 1% }', 'by: [band of rupees]\nseen_on: 2026-01-01'),
      }).join(),
    ).toContain("'by' names 'band of rupees'")
  })

  it.each([
    [
      '{ up to PKR 100: 1%, up to PKR 30: 2%, above: 3% }',
      "The bands of 'rate' do not ascend: 'up to PKR 100' stands before 'up to PKR 30'.",
    ],
    ['{ up to PKR 30: 1%, under PKR 30: 2%, above: 3% }', 'do not ascend'],
    ['{ up to PKR 30: 1%, up to PKR 30.00: 2%, above: 3% }', 'do not ascend'],
    ['{ above: 3%, up to PKR 30: 1% }', "In the bands of 'rate' nothing can stand after 'above'."],
    [
      '{ up to USD 30: 1%, above: 3% }',
      "'up to USD 30' is not a band. Bands of 'rate' are 'up to PKR 100', 'under PKR 100' or 'above'.",
    ],
    ['{ below PKR 30: 1%, above: 3% }', "'below PKR 30' is not a band."],
  ])('bands: %s', (bands, sentence) => {
    const law = {
      parameters: parameter('rate', 'percent', `{ 2026-01-01: ${bands} }`, 'by: [band of PKR]\nseen_on: 2026-01-01'),
      provisions: measure('fee', 'rate[price]'),
    }
    expect(complaint(law)).toContain(sentence)
  })

  it('a count is written without leading zeros, so that it can be found', () => {
    const law = {
      parameters: parameter('rate', 'percent', '{ 2026-01-01: { 01: 1% } }', 'by: [count]\nseen_on: 2026-01-01'),
      provisions: '',
    }
    expect(complaint(law)).toContain("'rate' has a row for '01', which it does not know.")
  })

  it('every number has a source and a label', () => {
    const text = SOUND.parameters ?? ''
    expect(complaint({ parameters: text.replace('  source: gazette\n', '') })).toBe(
      "main/parameters.yaml:1:1: 'rate' needs 'source:', a key of the programme's sources.",
    )
    expect(complaint({ parameters: text.replace('  label: rate\n', '') })).toBe(
      "main/parameters.yaml:1:1: 'rate' needs 'label:'.",
    )
    expect(complaint({ parameters: text.replace('gazette', 'newspaper') })).toContain(
      "The source 'newspaper' is not listed",
    )
    expect(complaintsAbout({ ...SOUND, parameters: text.replace('  unit: percent\n', '') })[0]).toBe(
      "main/parameters.yaml:1:1: 'rate' needs 'unit:'.",
    )
  })
})

describe('provisions.yaml', () => {
  it.each([
    [provision('requirement', 'fee', ''), "'fee' is a requirement: it needs 'requires:'."],
    [provision('entitlement', 'fee', ''), "it needs 'amount:' or 'cases:'."],
    [provision('sanction', 'fee', 'from: sold_on'), "it needs 'effect:'."],
    [provision('sanction', 'fee', 'effect: suspend licence'), "it needs 'from:'"],
    [
      provision('sanction', 'fee', 'effect: stop licence\nfrom: sold_on'),
      "'effect' of 'fee' is a verb (suspend, withdraw, revoke, restrict, impose) and a noun",
    ],
    [
      provision('sanction', 'fee', 'effect: suspend licence\nfrom: price'),
      "'from' of 'fee' is a date, not an amount in PKR.",
    ],
    [
      provision('duty', 'fee', 'amount: price'),
      "'kind' of 'fee' is one of measure, requirement, entitlement, liability, sanction, not 'duty'.",
    ],
    ['fee:\n  amount: price\n', "'fee' needs 'kind:'"],
    ['fee:\n  kind: requirement\n  requires: open\n  summary: s\n', "'fee' is a requirement: it needs 'clause:'."],
    ['fee:\n  kind: requirement\n  requires: open\n  clause: act, 1\n', "'fee' is a requirement: it needs 'summary:'."],
    [
      provision('liability', 'fee', 'amount: price'),
      "'fee' is money: say how it rounds, such as 'round: down to PKR 1', or 'round: exact'.",
    ],
    [
      provision('liability', 'fee', 'amount: price\nround: down to 1'),
      "'round' of 'fee' is written like 'half up to PKR 1'",
    ],
    [
      provision('liability', 'fee', 'amount: sold_on\nround: exact'),
      "'fee' is a liability: its amount is a number, not a date.",
    ],
    [measure('fee', 'price', 'requires: open'), "A measure has no 'requires'."],
    [measure('fee', 'price', 'show: down to 0.01%'), "'show' of 'fee' is written like"],
    [measure('fee', 'price', 'per: forms'), "'per: forms' names neither a group of lines nor a category."],
    [measure('fee', 'price', 'clause: act'), "'clause' of 'fee' names an instrument and a place in it: 'act, 3(1)'."],
    [measure('fee', 'price', 'clause: law, 1'), "The instrument 'law' is not listed in programme.yaml."],
    [measure('fee', 'price', 'source: newspaper'), "The source 'newspaper' is not listed"],
    [
      measure('fee', 'price', 'ambiguous_dates: sooner'),
      "'ambiguous_dates' of 'fee' is one of earlier, later, not 'sooner'.",
    ],
    [measure('fee', 'price', 'text: The fee.'), "'fee' quotes, but does not say from which clause."],
    [measure('fee', 'price', 'text: The fee.\nclause: act, 1'), "'fee' quotes 'act', whose text is not held here."],
    [
      provision('liability', 'fee', 'amount: price\nround: exact\nper: form'),
      "'fee' is a liability, of which there is one for a set of facts",
    ],
    ['fee:\n  kind: measure\n  amount: price\n  cases: []\n', "'fee' has 'amount:' and 'cases:'. Keep one."],
    [
      'fee:\n  kind: measure\n  cases:\n    - { otherwise: price }\n    - { when: open, amount: price }\n',
      "In 'fee' nothing after 'otherwise' can ever be reached.",
    ],
    [
      'fee:\n  kind: measure\n  cases:\n    - { when: open }\n',
      "A case of 'fee' has 'when:' and 'amount:', or 'otherwise:'.",
    ],
    [
      'fee:\n  kind: measure\n  cases:\n    - { when: open, amount: price }\n    - { otherwise: sold_on }\n',
      "The cases of 'fee' differ in unit: one is an amount in PKR, this is a date.",
    ],
    ['rate:\n  kind: measure\n  amount: price\n', "main/provisions.yaml:1:1: The name 'rate' is taken."],
    ['price:\n  kind: measure\n  amount: 0\n', "The name 'price' is taken."],
  ])('%j', (provisions, sentence) => {
    expect(complaintsAbout({ ...SOUND, provisions }).join('\n')).toContain(sentence)
  })

  it('a name inside the lines must not hide one of the law', () => {
    const vocabulary = `${VOCABULARY}lamps: { lines: { fee: { unit: PKR } } }\n`
    expect(complaint({ vocabulary })).toContain("The name 'fee' is taken.")
  })
})

describe('every text in every language', () => {
  const languages = {
    languages: '[en, ur]',
    title: '{ en: Lamps, ur: چراغ }',
    authority: '{ en: Board, ur: بورڈ }',
    instruments: '{ act: { title: { en: Act, ur: ایکٹ } } }',
  }
  const price = 'price: { label: { en: Price, ur: قیمت }, unit: PKR }\n'

  it.each([
    [{ title: 'Lamps' }, price, "'title' is given in each language: { en: …, ur: … }."],
    [{ title: '{ en: Lamps }' }, price, "programme.yaml:2:8: 'title' is missing in 'ur'."],
    [{ title: "{ en: Lamps, ur: '' }" }, price, "'title' in 'ur' is empty."],
    [{}, 'price: { unit: PKR }\n', "'price' needs a label in each language: { en: …, ur: … }."],
    [{}, 'price: { label: { en: Price }, unit: PKR }\n', "vocabulary.yaml:1:17: 'label' of price is missing in 'ur'."],
    [
      {},
      `${price}form: { label: { en: F, ur: ف }, categories: [plug, constructor], words: { plug: { en: plug, ur: پلگ } } }\n`,
      "'form' needs 'words:' for constructor.",
    ],
    [
      {},
      `${price}form: { label: { en: F, ur: ف }, categories: [plug], words: { plug: { en: plug } } }\n`,
      "The word for 'plug' is missing in 'ur'.",
    ],
  ])('%j %j', (heading, vocabulary, sentence) => {
    expect(complaintsAbout({ vocabulary, heading: { ...languages, ...heading } })).toEqual([
      expect.stringContaining(sentence),
    ])
  })

  it('also of parameters and provisions', () => {
    const found = complaintsAbout({
      vocabulary: price,
      heading: languages,
      parameters: parameter('rate', 'percent', '{ 2026-01-01: 1% }'),
      provisions: requirement('fee', 'price > 0'),
    })
    expect(found).toEqual([
      expect.stringContaining("main/parameters.yaml:2:10: 'label' of 'rate' is given in each language"),
      expect.stringContaining("main/provisions.yaml:1:1: 'fee' needs 'label:' in each language."),
      expect.stringContaining("main/provisions.yaml:4:12: 'summary' of 'fee' is given in each language"),
    ])
  })
})
