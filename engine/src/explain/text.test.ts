import { describe, expect, it } from 'vitest'
import { assess, engineFor, measure, parameter, provision, requirement } from '../lamps-fixture.ts'
import { runExamples } from '../check/run-examples.ts'
import { explain } from './explain.ts'
import { namesOf } from './names.ts'
import { stateOf } from './story.ts'
import { assessmentText, explanationText, type TextOptions } from './text.ts'

const ENGINE = engineFor({
  vocabulary: `
price: { label: Price, unit: PKR }
served_on: { label: Day of service, unit: date, event: true }
parts:
  label: Parts
  key: part
  lines:
    part: { label: Part, text: true, describes: true }
    imported: { label: Imported, unit: boolean }
    quantity: { label: Quantity, unit: count }
    unit_value: { label: Unit value, unit: PKR }
`,
  parameters: parameter('least_share', 'percent', '{ 2026-07-01: 10% }'),
  provisions:
    measure('imported_value', 'sum of quantity * unit_value over parts where imported') +
    measure('local_share', '(price - imported_value) / price', 'show: half up to 0.01%') +
    requirement('share_requirement', 'local_share >= least_share') +
    requirement('both', 'share_requirement is met and price > 0') +
    provision('entitlement', 'grant', "when: both is met\namount: 'least_share * price'\nround: down to PKR 1") +
    provision('sanction', 'stop', 'when: both is not met\neffect: suspend licence\nfrom: served_on + 1 day'),
})

const PARTS = [
  { part: 'lens', imported: true, quantity: 2, unit_value: 'PKR 100' },
  { part: 'case', imported: false, quantity: 1, unit_value: 'PKR 50' },
  { part: 'bulb', imported: true, quantity: 1, unit_value: 'PKR 710' },
]
const FACTS = { price: 'PKR 1000', served_on: '2027-01-31', parts: PARTS }

function told(name: string, facts: unknown = FACTS, options: Partial<TextOptions> = {}, asOf = '2027-01-01'): string {
  const explanation = explain(assess(ENGINE, facts, asOf), name)
  if (explanation === undefined) throw new Error(`no finding is called ${name}`)
  return explanationText(explanation, { language: 'en', names: namesOf(ENGINE.programme), ...options })
}

describe('an explanation as text', () => {
  it('lets the word for requirement carry the verb in Urdu, whatever the gender of its name', () => {
    // Isolates stand around what may run the other way.
    const plain = told('both', FACTS, { language: 'ur' }).replaceAll(/[\u2066-\u2069]/g, '')
    expect(plain).toContain('شرط “share requirement” پوری ہو')
    expect(told('stop', FACTS, { language: 'ur' }).replaceAll(/[\u2066-\u2069]/g, '')).toContain(
      'شرط “both” پوری نہ ہو',
    )
  })

  it('gives the outcome, the formula in words and in values, the gap, the parameter and its source, and what it uses', () => {
    // 2 × 100 + 710 = 910 is imported of 1000: 9% is local where 10% is asked, 1 percentage point too little.
    expect(told('share_requirement')).toBe(`As of 1 January 2027

share requirement [requirement]: not met
  share_requirement
  Lamp Act, 1. Law in force, from the gazette.
  Requires: local share is not less than least_share
    = 9% ≥ 10%
    → not true (short by 1 percentage point)
  What the law lays down:
    least_share: 10%
      From 1 July 2026, last seen in force on 1 January 2030. Law in force, from the gazette.
      Source: Gazette.

local share [measure]: 9%
  Law in force, from the gazette.
  Computed as: (Price − imported value) ÷ Price
    = (PKR 1,000 − PKR 910) ÷ PKR 1,000
    → 9%
  Facts used:
    Price: PKR 1,000

imported value [measure]: PKR 910
  Law in force, from the gazette.
  Computed as: sum of Quantity × Unit value over Parts where Imported → PKR 910
  Parts, 3 lines
    bulb      yes  1 × PKR 710   PKR 710
    lens      yes  2 × PKR 100   PKR 200
    case      no                not true
    Together                     PKR 910
    1 line does not fit the condition and is left out

Rests on notified law from the gazette only.`)
  })

  it('lists the largest lines and adds up the rest exactly', () => {
    const parts = Array.from({ length: 30 }, (_, index) => ({
      part: `p${index + 1}`,
      imported: true,
      quantity: 1,
      unit_value: `PKR ${index + 1}.5`,
    }))
    const text = told('imported_value', { ...FACTS, parts }, { lines: 3 })
    // The largest are 30.5, 29.5 and 28.5. The other 27 are 1.5 to 27.5: their sum is 27 × (1.5 + 27.5) ÷ 2 = 391.5.
    expect(text).toContain(`    p30  yes  1 × PKR 30.50  PKR 30.50
    p29  yes  1 × PKR 29.50  PKR 29.50
    p28  yes  1 × PKR 28.50  PKR 28.50
    and another 27 lines: PKR 391.50
    Together: PKR 480`)
  })

  it('says what was not needed, and which condition decided', () => {
    expect(told('both')).toContain(`  Requires: not true
    share requirement is met → not true
    Price is more than 0 → not needed, because this decides: share requirement is met`)
  })

  it('says what is missing, by the name of the line', () => {
    const parts = [...PARTS, { part: 'wire', imported: true, quantity: 1 }]
    expect(told('share_requirement', { ...FACTS, parts })).toContain(
      'share requirement [requirement]: undetermined, needs line 4 of Parts: Unit value',
    )
  })

  it('says why the law gives no answer', () => {
    expect(told('share_requirement', FACTS, {}, '2026-06-30')).toMatch(
      /refused: “least_share” is known from 1 July 2026 only; 30 June 2026\s+is earlier\./,
    )
  })

  it('says how an amount is rounded, and the effect, the day and the power of a sanction', () => {
    const local = { ...FACTS, parts: PARTS.map((part) => ({ ...part, imported: false })), price: 'PKR 1005.55' }
    expect(told('grant', local)).toContain(`  Computed as: least_share × Price
    = 10% × PKR 1,005.55
    → PKR 100.555
    rounded down to PKR 1: PKR 100`)
    expect(told('stop')).toContain(`  From: Day of service + 1 day
    = 31 January 2027 + 1 day
    → 1 February 2027
  Effect: suspends the licence.
  No power is recorded here: this is a recommendation to the authority that has the power.`)
  })

  it('says from which cells a fact was made', () => {
    const originsOf = (path: string): readonly string[] => (path === 'price' ? ['Production!3', 'Production!4'] : [])
    expect(told('local_share', FACTS, { originsOf })).toContain(
      '    Price: PKR 1,000 (from Production!3, Production!4)',
    )
  })

  it('tells a sanction to come from one that has begun: it begins on 1 February 2027', () => {
    const on = (asOf: string): string =>
      assessmentText(assess(ENGINE, FACTS, asOf), { language: 'en', isBrief: true })
        .split('\n')
        .find((line) => line.startsWith('stop')) ?? ''
    expect(on('2027-01-31')).toMatch(/^stop +pending +from 1 February 2027$/)
    expect(on('2027-02-01')).toMatch(/^stop +applies +from 1 February 2027$/)
  })

  it('says by when a sanction to come can still be averted, until that day has passed', () => {
    const engine = engineFor({
      vocabulary:
        'served_on: { label: Day of service, unit: date }\ncured_on: { label: Day of the cure, unit: date, event: true }\n',
      provisions:
        measure('last_day', 'served_on + 1 day') +
        provision('sanction', 'stop', 'unless: cured_on <= last_day\neffect: suspend licence\nfrom: last_day + 1 day'),
    })
    const stop = (facts: object, asOf: string, language: 'en' | 'ur' = 'en'): string => {
      const found = explain(assess(engine, { served_on: '2027-01-09', ...facts }, asOf), 'stop')
      return found === undefined ? '' : explanationText(found, { language })
    }
    const averted = 'stop [sanction]: from 11 January 2027, unless day of the cure is not after 10 January 2027'
    expect(stop({ cured_on: 'none' }, '2027-01-10')).toContain(averted)
    expect(stop({ cured_on: 'none' }, '2027-01-11')).toContain('stop [sanction]: from 11 January 2027\n')
    expect(stop({ cured_on: '2027-01-12' }, '2027-01-10')).toContain('stop [sanction]: from 11 January 2027\n')
    expect(stop({ cured_on: 'none' }, '2027-01-10', 'ur')).toMatch(/بجز اس کے کہ .*10 جنوری 2027/)
  })

  it('does not call a requirement met where the law asks nothing', () => {
    const engine = engineFor({
      vocabulary: 'form: { categories: [plug, bulb] }\nprice: { unit: PKR }\n',
      parameters: parameter(
        'least',
        'PKR',
        '{ 2026-07-01: { plug: PKR 5, bulb: none } }',
        'by: [form]\nseen_on: 2026-07-01',
      ),
      provisions: requirement('dear', 'price >= least[form]', "when: 'least[form] is known'"),
    })
    const line = (form: string, language: 'en' | 'ur' = 'en'): string =>
      assessmentText(assess(engine, { form, price: 'PKR 5' }), { language, isBrief: true })
        .split('\n')
        .find((one) => one.includes('dear')) ?? ''
    expect(line('plug')).toMatch(/^dear +met +PKR 5 ≥ PKR 5$/)
    expect(line('bulb')).toMatch(
      /^dear +nothing asked +Nothing is asked, since this is not so: the law lays down least \(by form\)\.$/,
    )
    expect(line('bulb', 'ur')).toContain('کچھ لازم نہیں')
  })

  it('says for which period an assessment is, and on which day a table was read and why', () => {
    const engine = engineFor({
      vocabulary: 'price: { unit: PKR }\n',
      parameters: parameter('least', 'PKR', '{ 2026-07-01: PKR 5, 2027-07-01: PKR 9 }'),
      provisions: requirement('dear', 'price >= least on period_end'),
    })
    const ofYear = (language: 'en' | 'ur'): string => {
      const found = explain(assess(engine, { price: 'PKR 5' }, '2028-01-15', '2027-06-30'), 'dear')
      return found === undefined ? '' : explanationText(found, { language })
    }
    expect(ofYear('en')).toContain('As of 15 January 2028, for the period that ends on 30 June 2027')
    expect(ofYear('en')).toContain('dear [requirement]: met')
    expect(ofYear('en')).toContain('Read for 30 June 2027, last day of the period assessed. From 1 July 2026')
    expect(ofYear('ur')).toMatch(/15 جنوری 2028.*30 جون 2027.* کو ختم ہونے والی مدت کے لیے/)
    expect(ofYear('ur')).toMatch(/30 جون 2027.* کے لیے دیکھا گیا، یعنی زیرِ تشخیص مدت کا آخری دن/)
  })

  it('tells a sanction without a day from one that is not due', () => {
    expect(told('stop', { ...FACTS, served_on: 'none' })).toContain('There is no effect yet.')
    const local = { ...FACTS, parts: PARTS.map((part) => ({ ...part, imported: false })) }
    expect(told('stop', local)).toContain('Nothing follows, since this is not so: both is not met.')
  })

  it('names the condition on which it fails, and the exception that holds', () => {
    const engine = engineFor({
      vocabulary:
        'price: { label: Price, unit: PKR }\nopen: { label: Open, unit: boolean }\nlate: { label: Late, unit: boolean }\n',
      provisions:
        provision('entitlement', 'grant', "when: 'price > 0 and not open'\namount: price\nround: exact") +
        provision('liability', 'fee', 'when: price > 0\nunless: open or late\namount: price\nround: exact'),
    })
    const said = (name: string, facts: unknown): string => {
      const found = explain(assess(engine, facts), name)
      return found === undefined ? '' : explanationText(found, { language: 'en', names: namesOf(engine.programme) })
    }
    const facts = { price: 'PKR 5', open: false, late: true }
    expect(said('grant', { ...facts, open: true })).toContain('Nothing is due, since this is not so: not: Open.')
    expect(said('grant', { ...facts, price: 'PKR 0' })).toContain('since this is not so: Price is more than 0.')
    expect(said('fee', facts)).toContain('The exception applies: Late.')
  })

  it('says that a sanction without a day is not yet, and not that it is none', () => {
    const text = assessmentText(assess(ENGINE, { ...FACTS, served_on: 'none' }), { language: 'en' })
    expect(text).toMatch(/^stop +not yet +what its day counts from has not happened$/m)
    expect(text).toContain('stop [sanction]: not yet: what its day counts from has not happened')
  })

  it('quotes in Urdu the names that a postposition would inflect, and neither figures nor days', () => {
    const toldIn = (formula: string): string => {
      const engine = engineFor({
        vocabulary:
          'paid_on: { label: { en: Paid, ur: ادائیگی کا دن }, unit: date }\nprice: { label: { en: Price, ur: قیمت }, unit: PKR }\n',
        provisions: requirement('sound', formula, 'label: { en: Sound, ur: شرط }').replace(
          'summary: sound',
          'summary: { en: Sound, ur: شرط }',
        ),
        heading: {
          languages: '[en, ur]',
          title: '{ en: Lamps, ur: چراغ }',
          authority: '{ en: Board, ur: بورڈ }',
          instruments: '{ act: { title: { en: Act, ur: ایکٹ } } }',
        },
      })
      const found = explain(assess(engine, { paid_on: '2027-01-01', price: 'PKR 5' }), 'sound')
      const text =
        found === undefined ? '' : explanationText(found, { language: 'ur', names: namesOf(engine.programme) })
      return text.replaceAll(/[\u2066-\u2069]/g, '')
    }
    expect(toldIn('paid_on <= period_end')).toContain('ادائیگی کا دن، “زیرِ تشخیص مدت کا آخری دن” کے بعد نہیں')
    expect(toldIn('price > 0')).toContain('قیمت، 0 سے زیادہ ہے')
  })

  it('runs a formula with Urdu words from right to left, and one of figures from left to right', () => {
    const [rightToLeft, leftToRight] = ['\u2067', '\u2066']
    const text = told('both', { ...FACTS, parts: undefined }, { language: 'ur' })
    // The local share is undetermined, and compared with 10%; the price is PKR 1,000.
    expect(text).toMatch(new RegExp(`${rightToLeft}[^\n]*غیر متعین[^\n]*≥`))
    expect(text).toMatch(new RegExp(`= ${leftToRight}[^\n]*PKR 1,000[^\n]*>`))
  })

  it('begins every sentence about a number with a capital, also where no row of it applies', () => {
    const text = told('share_requirement', FACTS, {}, '2026-06-30')
    expect(text).toContain('Last seen in force on 1 January 2030.')
    expect(text).not.toMatch(/\. [a-z]/)
  })

  it('keeps every line within the width that is asked for', () => {
    const lines = told('share_requirement', FACTS, { width: 60 }).split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60)
  })

  it('lets no control character of a filer through', () => {
    const parts = [{ part: 'lens\u001B[2J\u202Egnp', imported: true, quantity: 1, unit_value: 'PKR 1' }]
    // oxlint-disable-next-line no-control-regex
    expect(told('imported_value', { ...FACTS, parts })).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u202E]/)
  })
})

describe('an assessment as text', () => {
  it('begins with a table of all findings in the order of the law', () => {
    const text = assessmentText(assess(ENGINE, FACTS), { language: 'en', isBrief: true })
    expect(text).toBe(`Lamp Programme
As of 1 January 2027

Finding            State     Outcome
imported value     computed  PKR 910
local share        computed  9%
share requirement  not met   short by 1 percentage point
both               not met
grant              none
stop               pending   from 1 February 2027

Rests on notified law from the gazette only.`)
  })

  it('says that a rehearsal has no legal effect, and why', () => {
    const draft = engineFor({
      vocabulary: 'price: { unit: PKR }',
      provisions: requirement('priced', 'price > 0'),
      heading: { status: 'draft' },
    })
    const reported = engineFor({
      vocabulary: 'price: { unit: PKR }',
      provisions: requirement('priced', 'price > 0'),
      heading: { evidence: 'reported' },
    })
    const brief = { language: 'en', isBrief: true } as const
    expect(assessmentText(assess(draft, { price: 'PKR 1' }), brief)).toContain('REHEARSAL. This law is not in force')
    expect(assessmentText(assess(reported, { price: 'PKR 1' }), brief)).toContain(
      'REHEARSAL. The gazette’s text of this law is not at hand',
    )
  })
})

describe('a number that a later row leaves unchanged', () => {
  const engine = engineFor({
    vocabulary: 'form: { categories: [plug, bulb] }',
    parameters: parameter(
      'rate',
      'percent',
      '{ 2026-01-01: { plug: 10%, bulb: 20% }, 2027-01-01: { announced_for: 2026-07-01, reading: Put off., values: { plug: 15%, rest: unchanged } } }',
      'by: [form]\nreading: Taken whole.\nseen_on: 2027-01-01',
    ),
    provisions: measure('fee_rate', 'rate[form]'),
  })
  const of = (form: string): string => {
    const explanation = explain(assess(engine, { form }, '2027-06-01'), 'fee_rate')
    return explanation === undefined
      ? ''
      : explanationText(explanation, { language: 'en', names: namesOf(engine.programme) })
  }

  it('shows the day from which it has held, and the reading of its own row', () => {
    expect(of('bulb')).toContain('From 1 January 2026, last seen in force')
    expect(of('bulb')).toContain('We read: Taken whole.')
    expect(of('bulb')).not.toContain('Put off')
  })

  it('and its neighbour the day for which it was announced', () => {
    expect(of('plug')).toContain('From 1 January 2027, announced for 1 July 2026,')
    expect(of('plug').replaceAll(/\s+/g, ' ')).toContain('We read: Put off.')
    expect(of('plug')).not.toContain('Taken whole')
  })
})

describe('a restriction of a quota', () => {
  const engine = engineFor({
    vocabulary: 'missed: { label: Missed, unit: count }\nserved_on: { label: Day of service, unit: date }\n',
    parameters: parameter('left', 'percent', '{ 2026-07-01: 0% }'),
    provisions: provision(
      'sanction',
      'cut',
      'when: missed > 0\neffect: restrict import_licence\namount: left\nfrom: served_on',
    ),
    examples: `
- { example: one, as_of: 2027-02-01, facts: { missed: 1, served_on: 2027-01-31 }, expect: { cut: restrict import_licence 0% from 2027-01-31 } }
- { example: none, as_of: 2027-02-01, facts: { missed: 1, served_on: 2027-01-31 }, expect: { cut: none } }
- { example: zero, as_of: 2027-02-01, facts: { missed: 0, served_on: 2027-01-31 }, expect: { cut: restrict import_licence 0% from 2027-01-31 } }
`,
  })

  it('that leaves nothing applies, and is told from none', () => {
    const explanation = explain(assess(engine, { missed: 1, served_on: '2027-01-31' }, '2027-02-01'), 'cut')
    if (explanation === undefined) throw new Error('no finding is called cut')
    expect(explanation.provisions.map((why) => stateOf(why, '2027-02-01'))).toEqual(['applies'])
    const text = explanationText(explanation, { language: 'en', names: namesOf(engine.programme) })
    expect(text).toContain('cut [sanction]: 0% from 31 January 2027')
    expect(text).toContain('Effect: restricts the import licence to that share of its quota.')
    expect(runExamples(engine, engine.programme.examples).map(({ failures }) => failures.length)).toEqual([0, 1, 1])
  })
})
