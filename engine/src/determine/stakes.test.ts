/** What is at stake for a firm, by the policies that are shipped; the arithmetic stands beside each figure. */
import { describe, expect, it } from 'vitest'
import { complaintsAbout, engineFrom, SOUND } from '../lamps-fixture.ts'
import { policyFiles } from '../policy-fixture.ts'
import { parseDay } from '../value/date.ts'
import { type Assessment, determine, type Engine } from './determine.ts'
import { readFacts } from './facts.ts'
import { unitWithout, type Without, withoutConcession, yearStakes } from './stakes.ts'

const PHONES = engineFrom(policyFiles('pk-medmp-2026'))
const TAXES = engineFrom(policyFiles('pk-handset-taxes'))
const BICYCLES = engineFrom(policyFiles('bicycles'))
const DAY = parseDay('2027-12-01') ?? 0

function assessed(engine: Engine, facts: Readonly<Record<string, unknown>>): Assessment {
  const read = readFacts(engine.programme.vocabulary, facts)
  if (!read.ok) throw new Error(read.problems.map(({ sentence }) => sentence).join('\n'))
  return determine(engine, read.facts, parseDay('2027-06-30') ?? 0)
}

function withoutIt(facts: Readonly<Record<string, unknown>>): Without {
  const rule = PHONES.programme.stakes?.withoutConcession
  if (rule === undefined) throw new Error('the policy says nothing of it')
  return withoutConcession(assessed(PHONES, { category: 'smartphone', ...facts }), rule, TAXES, DAY)
}

/** So many kits of that C&F value in dollars, at 280 rupees. */
function kits(quantity: number, dollars: number, kit_form = 'skd') {
  const customs_value = `PKR ${quantity * dollars * 280}`
  return {
    import: `${kit_form} ${dollars}`,
    kit_form,
    quantity,
    customs_value,
    usd_rate: 'PKR 280',
    imported_on: '2026-10-01',
  }
}

const charges = (found: Without) =>
  'needs' in found ? found.needs : found.charged.charges.map((one) => [one.charge, one.with, one.without])

describe('what kits bear without their concession', () => {
  it('is what finished sets of their value bear, kit by kit', () => {
    const found = withoutIt({ imports: [kits(1000, 150)] })
    // 18% of 150 × 280 = 7,560 a kit, with and without.
    expect(charges(found)).toEqual([
      ['regulatory_duty', 'PKR 0', 'PKR 7500000'],
      ['mobile_levy', 'PKR 0', 'PKR 600000'],
      ['income_tax', 'PKR 0', 'PKR 930000'],
      ['sales_tax', 'PKR 7560000', 'PKR 7560000'],
    ])
    expect(found).toMatchObject({ charged: { units: '1000', with: 'PKR 7560000', without: 'PKR 16590000' } })
  })

  it('follows the price band of each line, to the cent', () => {
    expect(charges(withoutIt({ imports: [kits(1, 200)] }))[0]).toEqual(['regulatory_duty', 'PKR 0', 'PKR 7500'])
    expect(charges(withoutIt({ imports: [kits(100, 200.01)] }))[0]).toEqual(['regulatory_duty', 'PKR 0', 'PKR 1100000'])
    // 15,000 + 4,000 + 5,000 + 18% of 360 × 280 = 18,144 a kit; with the concession 5,000 + 18,144. Finished sets have none.
    const two = withoutIt({ imports: [kits(10, 360, 'ckd'), kits(1, 150), kits(500, 150, 'cbu')] })
    expect(two).toMatchObject({ charged: { units: '11', with: 'PKR 239000', without: 'PKR 438030' } })
  })

  it('is undetermined where the law or a fact is not at hand, and names it', () => {
    const { usd_rate: _rate, ...line } = kits(1, 200)
    expect(withoutIt({ imports: [line] })).toEqual({ needs: ['imports[1].usd_rate'] })
    expect(withoutIt({ category: 'laptop', imports: [kits(1, 200)] })).toEqual({ needs: ['device_kind (laptop)'] })
    const rule = PHONES.programme.stakes?.withoutConcession
    if (rule === undefined) throw new Error('the policy says nothing of it')
    const made = assessed(PHONES, { category: 'smartphone', imports: [kits(1, 200)] })
    expect(withoutConcession(made, rule, undefined, DAY)).toEqual({ needs: ['pk-handset-taxes'] })
    const early = parseDay('2024-06-30') ?? 0
    expect(withoutConcession(made, rule, TAXES, early)).toEqual({ needs: ['sales_tax_rate'] })
  })

  it('is the fee of the Act for bicycles: 4% of 200,000 less the allowance of 1,000', () => {
    const rule = BICYCLES.programme.stakes?.withoutConcession
    if (rule === undefined) throw new Error('the policy says nothing of it')
    const made = assessed(BICYCLES, { imports: [{ entry: 'A', imported_on: '2026-08-01', value: 'PKR 200000' }] })
    const found = withoutConcession(made, rule, BICYCLES, DAY)
    expect(found).toMatchObject({ charged: { units: null, with: null, without: 'PKR 7000' } })
    expect(withoutConcession(assessed(BICYCLES, {}), rule, BICYCLES, DAY)).toEqual({ needs: ['imports'] })
  })
})

describe('the figures of a year', () => {
  it('are summed over what the return is about; what is missing is named, and what no return states is no zero', () => {
    const one = assessed(PHONES, {
      category: 'smartphone',
      annual_import_value: 'PKR 70',
      fob_export_value: 'PKR 5',
      imports: [],
    })
    const other = assessed(PHONES, { category: 'feature_phone', annual_import_value: 'PKR 30', imports: [] })
    expect(yearStakes([one, other])).toEqual([
      { figure: 'jobs', value: null, needs: [] },
      { figure: 'imports', value: 'PKR 100', needs: [] },
      { figure: 'exports', value: null, needs: ['fob_export_value'] },
      { figure: 'public_revenue', value: null, needs: ['kit_form'] },
    ])
  })
})

describe('stakes.yaml', () => {
  it.each([
    ['year: { imports: prise }', "There is no fact and no finding 'prise' here. Did you mean 'price'?"],
    ['year: { imports: form }', "'form' is no number."],
    ['year: { job: fee }', "'year' has no 'job'."],
    ['without_concession: { reading: r }', "'without_concession' needs 'charges:'"],
    ['without_concession: { charges: [duty] }', "There is no fact and no finding 'duty' here."],
    ['without_concession: { charges: [duty], tariff: { programme: t, units: u } }', "'tariff' needs 'lines:'"],
  ])('%s', (text, sentence) => {
    const stakes = { 'stakes.yaml': text }
    expect(complaintsAbout({ ...SOUND, files: stakes }).join('\n')).toContain(sentence)
  })
})

describe('what one unit bears without the concession, as it comes in', () => {
  const unit = (engine: Engine, law: Engine, given: Readonly<Record<string, string>>) => {
    const rule = engine.programme.stakes?.withoutConcession
    if (rule === undefined) throw new Error('the policy says nothing of it')
    const { charges: all, ...rest } = unitWithout(rule, law, given, DAY)
    return { ...rest, charges: all.map(({ charge, amount }) => [charge, amount]) }
  }

  it('is computed from what is said of it, by the law that then applies', () => {
    const given = { cf_value: 'USD 150', exchange_rate: 'PKR 280 per USD', device_kind: 'smartphone' }
    // 18% of 150 × 280 = 7,560; 7,500 + 600 + 930 + 7,560 = 16,590.
    expect(unit(PHONES, TAXES, given)).toEqual({
      charges: [
        ['regulatory_duty', 'PKR 7500'],
        ['mobile_levy', 'PKR 600'],
        ['income_tax', 'PKR 930'],
        ['sales_tax', 'PKR 7560'],
      ],
      total: 'PKR 16590',
      needs: [],
    })
  })

  it('needs what is not said, names the charges all the same, and takes nothing that is no value', () => {
    const found = unit(PHONES, TAXES, { exchange_rate: 'PKR 280 per USD', device_kind: 'smartphone' })
    expect(found).toMatchObject({ total: null, needs: ['cf_value'] })
    expect(found.charges[0]).toEqual(['regulatory_duty', null])
    expect(unit(PHONES, TAXES, { cf_value: 'cheap', device_kind: 'smartphone' }).needs).toEqual(['cf_value'])
  })

  it('is the name of the charge alone where the law charges the year as a whole', () => {
    expect(unit(BICYCLES, BICYCLES, {})).toEqual({ charges: [['import_fee', null]], total: null, needs: [] })
  })
})
