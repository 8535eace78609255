import { describe, expect, it } from 'vitest'
import { SOUND, complaintAbout, complaintsAbout, engineFor, measure, parameter } from '../lamps-fixture.ts'
import { cellsOf } from './parameters.ts'

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
      "main/parameters.yaml:5:33: A cell of 'rate' is '10', which is not a value in percent. If 10% is meant, write '10%'. Write a value, 'none' (the law imposes nothing) or 'unknown'.",
    ],
    [row('{ 2026-01-01: { plug: PKR 10, bulb: 20% } }'), "A cell of 'rate' is 'PKR 10'"],
    [
      row('{ 2026-01-01: { plug: { value: 10%, corrects: 1% }, bulb: 20% } }'),
      "A cell of 'rate' that corrects another says why: 'reason:'.",
    ],
    [row('{ 2026-01-01: { plug: { valu: 10% }, bulb: 20% } }'), "A cell of 'rate' has no 'valu'."],
    [
      row('{ 2026-13-01: { plug: 10%, bulb: 20% } }'),
      "'2026-13-01' is not a date (there is no month 13). Rows of 'rate' are keyed",
    ],
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
      row('{ 2026-01-01: { plug: 10%, bulb: unchanged } }'),
      "main/parameters.yaml:5:44: Nothing stands before this in 'rate' that could be unchanged.",
    ],
    [row('{ 2026-01-01: { plug: 10%, rest: 20%, tube: 3% } }'), "'rate' has a row for 'tube', which it does not know."],
    [
      row('{ 2026-01-01: { announced_for: soon, values: { plug: 10%, bulb: 20% } } }'),
      "'announced_for' of a row of 'rate' is a day such as 2027-06-30, not 'soon'.",
    ],
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
      row('{ 2026-01-01: { plug: 10%, bulb: 20% } }', 'by: [form]\nseen_on: 2027-06-31'),
      "'seen_on' is a day such as 2027-06-30, not '2027-06-31' (June 2027 has 30 days).",
    ],
    [
      row('{ 2026-01-01: { plug: 10%, bulb: 20% }, 2027-01-01: { plug: 12 per cent, bulb: unchanged } }'),
      "which is not a value in percent. Write a value, 'none' (the law imposes nothing), 'unknown' or, as in the row before, 'unchanged'.",
    ],
    [
      parameter('rate', 'percentage', '{ 2026-01-01: 10% }'),
      "'percentage' is not a unit. Did you mean 'percent'? Units are percent, count, number, date, days, boolean, months, years, a currency (PKR) or one per another",
    ],
    [
      parameter('rate', 'percent', '{ 2026-01-01: { 1: 10%, rest: 20% } }', 'by: [count]\nseen_on: 2026-01-01'),
      "'rate' varies by a count, and 'rest' is not one. Name each count: '1, 2': 10%, 3: 20%. There is no 'rest' of the counts: a count that is not named is refused.",
    ],
    [
      parameter('rate', 'PKR', '{ 2026-01-01: 10 }'),
      "which is not a value in PKR. If PKR 10 is meant, write 'PKR 10'.",
    ],
    [parameter('rate', 'months', '{ 2026-01-01: 2 }'), "If 2 months is meant, write '2 months'."],
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

  it('a month and its own last day cannot both begin a row', () => {
    const overlapping = row('{ 2026-02: { plug: 1%, bulb: 2% }, 2026-02-28: { plug: 1%, bulb: 2% } }')
    expect(complaintAbout({ parameters: overlapping })).toContain('2026-02 stands before 2026-02-28.')
    const apart = row('{ 2026-02: { plug: 1%, bulb: 2% }, 2026-03-01: { plug: 1%, bulb: 2% } }')
    expect(complaintsAbout({ ...SOUND, parameters: apart })).toEqual([])
  })

  it('what a cell does not say of its standing is that of its row, then of its parameter, then of the programme', () => {
    const values =
      '{ 2026-01-01: { evidence: reported, values: { plug: { value: 1%, status: draft }, bulb: { value: 2%, source: gazette-2 } } } }'
    const heading = {
      sources: '{ gazette: { title: Gazette, instrument: act }, gazette-2: { title: Second } }',
      status: 'superseded',
    }
    const [line] =
      engineFor({ ...SOUND, heading, parameters: row(values) }).programme.parameters.get('rate')?.rows ?? []
    const standings = line === undefined ? [] : [...cellsOf(line.cells)].map((cell) => cell.standing)
    expect(standings).toEqual([
      { status: 'draft', evidence: 'reported', source: 'gazette' },
      { status: 'superseded', evidence: 'reported', source: 'gazette-2' },
    ])
  })

  it('a cell that is unchanged is that of the row before, with its date and all that is said of it', () => {
    const values =
      '{ 2026-01-01: { plug: { value: 1%, reading: Taken whole. }, bulb: 2% }, 2027-01-01: { bulb: 3%, rest: unchanged }, 2028-01-01: { reading: Put off., announced_for: 2027-07-01, values: { plug: 4%, rest: unchanged } } }'
    const rows = engineFor({ ...SOUND, parameters: row(values) }).programme.parameters.get('rate')?.rows ?? []
    const said = rows.map(({ cells }) =>
      [...cellsOf(cells)].map((cell) => [cell.text, cell.since, cell.reading?.text.en, cell.announcedFor]),
    )
    expect(said).toEqual([
      [
        ['1%', '2026-01-01', 'Taken whole.', undefined],
        ['2%', '2026-01-01', undefined, undefined],
      ],
      [
        ['3%', '2027-01-01', undefined, undefined],
        ['1%', '2026-01-01', 'Taken whole.', undefined],
      ],
      [
        ['4%', '2028-01-01', 'Put off.', '2027-07-01'],
        ['3%', '2027-01-01', undefined, undefined],
      ],
    ])
  })

  it('an axis must be something that the law knows', () => {
    expect(complaintAbout({ parameters: row('{ 2026-01-01: 1% }', 'by: [from]\nseen_on: 2026-01-01') })).toContain(
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
    expect(complaintAbout(law)).toContain(sentence)
  })

  it('a count is written without leading zeros, so that it can be found', () => {
    const law = {
      parameters: parameter('rate', 'percent', '{ 2026-01-01: { 01: 1% } }', 'by: [count]\nseen_on: 2026-01-01'),
      provisions: '',
    }
    expect(complaintAbout(law)).toContain(
      "'rate' varies by a count, and '01' is not one. Name each count: '1, 2': 10%, 3: 20%.",
    )
  })

  it('every number has a source and a label', () => {
    const text = SOUND.parameters ?? ''
    expect(complaintAbout({ parameters: text.replace('  source: gazette\n', '') })).toBe(
      "main/parameters.yaml:1:1: 'rate' needs 'source:', a key of the programme's sources.",
    )
    expect(complaintAbout({ parameters: text.replace('  label: rate\n', '') })).toBe(
      "main/parameters.yaml:1:1: 'rate' needs 'label:'.",
    )
    expect(complaintAbout({ parameters: text.replace('gazette', 'newspaper') })).toContain(
      "The source 'newspaper' is not listed",
    )
    expect(complaintsAbout({ ...SOUND, parameters: text.replace('  unit: percent\n', '') })[0]).toBe(
      "main/parameters.yaml:1:1: 'rate' needs 'unit:'.",
    )
  })
})
