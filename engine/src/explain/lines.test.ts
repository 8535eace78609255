import { describe, expect, it } from 'vitest'
import { assess, engineFor, measure, parameter, provision, requirement } from '../lamps-fixture.ts'
import { exact } from '../value/exact.ts'
import { numberOf } from '../value/type.ts'
import { displayed } from './display.ts'
import { explain } from './explain.ts'
import { namesOf } from './names.ts'
import { assessmentText, explanationText } from './text.ts'

const ENGINE = engineFor({
  vocabulary: `
began_on: { label: Beginning, unit: date }
parts:
  label: Parts
  key: part
  lines:
    part: { label: Part, categories: [glass, wire, base], words: { glass: glass bulb, wire: tungsten wire, base: brass base } }
    made_on: { label: Made here since, unit: date, event: true }
purchases:
  label: Purchases
  key: what
  lines:
    what: { label: What, text: true, describes: true }
    origin: { label: Origin, categories: [bought_locally, imported], words: { bought_locally: bought in the country, imported: brought in } }
    paid: { label: Paid, unit: PKR }
shifts:
  label: Shifts
  lines:
    hours: { label: Hours, unit: count }
`,
  parameters:
    parameter(
      'weight',
      'percent',
      '{ 2026-01-01: { glass: 20%, wire: 30%, base: 50% } }',
      'by: [part]\nseen_on: 2030-01-01',
    ) +
    parameter(
      'term',
      'years',
      '{ 2026-01-01: { glass: 1 year, wire: 1 year, base: 2 years } }',
      'by: [part]\nseen_on: 2030-01-01',
    ),
  provisions:
    measure('due_on', 'began_on + term[part]', 'per: part\nambiguous_dates: earlier') +
    measure('due', 'sum of weight[part] over each part where due_on <= assessment_date') +
    measure('made', 'sum of weight[part] over parts where due_on <= assessment_date and made_on <= assessment_date') +
    requirement('made_at_all', 'made_on is known', 'per: parts') +
    requirement('all_made', 'every made_at_all is met') +
    measure('spent', 'sum of paid over purchases') +
    measure('worked', 'sum of hours over shifts') +
    provision('sanction', 'fine', 'when: worked > 0\neffect: impose extra_levy\nfrom: began_on'),
})

const FACTS = {
  began_on: '2026-01-01',
  parts: [{ part: 'wire', made_on: 'none' }],
  purchases: [{ what: 'glass (Lahore, bought_locally, 2026-07-05)', origin: 'bought_locally', paid: 'PKR 1500.125' }],
  shifts: [{ hours: 2 }, { hours: 9 }, { hours: 4 }],
}

function told(finding: string, originsOf?: (path: string) => readonly string[]): string {
  const explanation = explain(assess(ENGINE, FACTS, '2027-01-01'), finding)
  if (explanation === undefined) throw new Error(`no finding is called ${finding}`)
  return explanationText(explanation, {
    language: 'en',
    names: namesOf(ENGINE.programme),
    ...(originsOf === undefined ? {} : { originsOf }),
  })
}

describe('the lines of a sum', () => {
  it('name the members that are due and have no line, and no member that is not due yet', () => {
    // Glass and wire fall due after one year, on 1 January 2027; the base after two. Only the wire has a line.
    expect(told('made')).toContain('These fit the condition and have no line: glass bulb\n')
  })

  it('are headed by the member that names them, also where each is to meet a requirement', () => {
    expect(told('made')).toMatch(/tungsten wire +1 January 2027 ≤ 1 January 2027/)
    expect(told('all_made')).toMatch(/tungsten wire .*not met/)
  })

  it('show a member within a key by its word', () => {
    expect(told('spent')).toContain('glass (Lahore, bought in the country, 2026-07-05)')
  })

  it('stay in the order in which they were filed where no key names them', () => {
    expect(told('worked')).toMatch(/1 +2 +2\n +2 +9 +9\n +3 +4 +4\n/)
  })

  it('say where they stand in the return, and what was filed there', () => {
    const text = told('spent', (path) =>
      path === 'purchases[1].paid' ? ['Purchases!7', 'USD 5 × 300.025 (2026-07-03, State Bank)'] : [],
    )
    expect(text).toContain('from Purchases!7, USD 5 × 300.025 (2026-07-03, State Bank)')
  })
})

describe('a table of findings', () => {
  const text = assessmentText(assess(ENGINE, FACTS, '2027-01-01'), {
    language: 'en',
    subject: { part: 'wire' },
    year: '2026-27',
  })

  it('says above it what it is about, and for which year', () => {
    expect(text.split('\n').slice(0, 3)).toEqual([
      'Lamp Programme',
      'tungsten wire, year 2026-27',
      'As of 1 January 2027',
    ])
  })

  it('gives large amounts in whole rupees, and the exact one in the explanation', () => {
    expect(text).toMatch(/spent +computed +≈ PKR 1,500\n/)
    expect(text).toContain('spent [measure]: PKR 1,500.125')
  })

  it('leaves an amount below a thousand, and one of whole rupees, as it is', () => {
    const rounded = (amount: ReturnType<typeof exact>): string =>
      displayed(amount, numberOf('PKR'), 'en', { isRounded: true }).text
    expect(rounded(exact(1699, 2))).toBe('PKR 849.50')
    expect(rounded(exact(1_250_000))).toBe('PKR 1,250,000')
    expect(rounded(exact(-2_000_003, 2))).toBe('≈ PKR −1,000,002')
  })

  it('puts the right article before what is imposed', () => {
    expect(text).toContain('imposes an extra levy')
  })
})
