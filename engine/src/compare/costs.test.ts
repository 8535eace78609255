import { describe, expect, it } from 'vitest'
import { shown } from '../check/run-examples.ts'
import { assess, engineFrom } from '../lamps-fixture.ts'
import { policyFiles } from '../policy-fixture.ts'
import { writeQuantity } from '../value/notation.ts'
import { costsOf, type Side } from './costs.ts'

const BICYCLES = engineFrom(policyFiles('bicycles'))
const PHONES = engineFrom(policyFiles('pk-medmp-2026'))

/** `not_yet PKR 20000`, `applies from 2028-03-01`. */
function told(side: Side): string {
  const { type } = side.finding.provision
  if (side.ahead !== undefined && type.kind === 'number') return `not yet, then ${writeQuantity(side.ahead, type.unit)}`
  return side.state === 'not_yet' ? 'not yet' : shown(side.finding)
}

/** What each unmet requirement moves: finding, as it stands, with it met, otherwise, and the difference. */
function moved(engine: typeof BICYCLES, facts: unknown, asOf = '2027-06-30'): Record<string, unknown> {
  const { requirements } = costsOf(assess(engine, facts, asOf, '2027-06-30'))
  return Object.fromEntries(
    requirements.map(({ requirement, state, findings }) => [
      `${requirement.name} ${state}`,
      findings.map(({ provision, stands, ifMet, ifNotMet, difference }) =>
        [
          provision.name,
          told(stands),
          told(ifMet),
          ...(ifNotMet === undefined ? [] : [`or ${told(ifNotMet)}`]),
          ...(difference === undefined ? [] : [difference]),
        ].join(' | '),
      ),
    ]),
  )
}

/** Of 30% asked, the Markhor reaches 29.99% and the Hiran 30%; the frame of the Bijli was tested a day after its first sale. */
const MODELS = [
  { model: 'Markhor', electric: false, price: 'PKR 20000', imported_value: 'PKR 14002', made: 600 },
  { model: 'Hiran', electric: false, price: 'PKR 20000', imported_value: 'PKR 14000', made: 300 },
  { model: 'Bijli', electric: true, price: 'PKR 100000', imported_value: 'PKR 90000', made: 99 },
].map((one) => ({
  ...one,
  frame_tested_on: one.model === 'Bijli' ? '2026-05-02' : '2026-05-01',
  first_sold_on: '2026-05-01',
}))
const BICYCLE_FACTS = {
  licence_year: 1,
  training_cost: 'PKR 60003',
  models: MODELS,
  imports: [],
  notice_served_on: '2027-12-31',
  failure_cured_on: 'none',
}

describe('what a requirement that is not met costs', () => {
  it('is every finding that comes out otherwise were it alone met', () => {
    // Two of three models fail: 2 × 10,000 = 20,000, and 10,000 where one of the two conditions were met by all. Of 60,003, half is
    // 30,001.50, in whole rupees 30,001; 999 bicycles leave the ceiling at 50,000.
    const less = 'penalty | PKR 20000 from 2028-03-01 | PKR 10000 from 2028-03-01 | PKR -10000'
    expect(moved(BICYCLES, BICYCLE_FACTS)).toEqual({
      'local_rate_requirement not_met': [less],
      'frame_requirement not_met': [less],
      'localization_requirement not_met': [
        'training_grant | none | PKR 30001 | PKR 30001',
        'licence_suspension | from 2028-03-01 | none',
        'penalty | PKR 20000 from 2028-03-01 | none | PKR -20000',
      ],
    })
  })

  it('is told of a sanction that only awaits its notice, with the amount that it then has', () => {
    const { 'localization_requirement not_met': findings } = moved(BICYCLES, {
      ...BICYCLE_FACTS,
      notice_served_on: 'none',
    })
    expect(findings).toEqual([
      'training_grant | none | PKR 30001 | PKR 30001',
      'licence_suspension | not yet | none',
      'penalty | not yet, then PKR 20000 | none | PKR -20000',
    ])
  })

  it('is nothing where everything is met, or where another failure costs the same', () => {
    expect(moved(BICYCLES, { ...BICYCLE_FACTS, models: MODELS.slice(1, 2) })).toEqual({})
    // (1,000,000 - 950,000) / 1,000,000 = 5% of 10%; the allowance asks for the returns in time as well.
    const facts = { ...PHONE_FACTS, returns_filed_on_time: 11 }
    expect(moved(PHONES, facts)).toMatchObject({ 'reporting_requirement not_met': [] })
  })

  it('is the allowance, the concession, the surcharge and the licence under the devices programme', () => {
    // 8% of exports of 1,042,500 are 83,400; 1% of imports of 1,661,000 are 16,610.
    expect(moved(PHONES, PHONE_FACTS)).toEqual({
      'localization_requirement not_met': [
        'export_allowance | none | PKR 83400 | PKR 83400',
        'concession_withdrawal | not yet | none',
        'import_surcharge | not yet, then PKR 16610 | none | PKR -16610',
        'licence_suspension | not yet | none',
      ],
    })
  })
})

const PHONE_FACTS = {
  category: 'smartphone',
  ex_works_value: 'PKR 1000000',
  parts: [{ part: 'A1', book: 'imported', quantity: 1, unit_value: 'PKR 950000' }],
  kit_form: 'ckd',
  kit_parts: 42,
  annual_import_value: 'PKR 1661000',
  fob_export_value: 'PKR 1042500',
  returns_due: 12,
  returns_filed_on_time: 12,
  quality_certificate_valid: true,
  in_plant_laboratory: true,
  records_system_open: true,
  makes_2g: false,
  export_share: '50%',
  notice_served_on: 'none',
  failure_cured_on: 'none',
  ce_certified_on: '2024-03-01',
  iso14001_certified_on: '2024-04-01',
  ewaste_compliant_on: '2024-05-01',
}

describe('what is missing', () => {
  it('names the findings that cannot be said, and what follows either way where that is exact', () => {
    const { parts: _parts, ...facts } = PHONE_FACTS
    expect(moved(PHONES, facts)).toEqual({
      'localization_requirement undetermined': [
        'export_allowance | undetermined, needs parts | PKR 83400 | or none',
        'concession_withdrawal | not yet | none | or not yet',
        'import_surcharge | not yet, then PKR 16610 | none | or not yet, then PKR 16610',
        'licence_suspension | not yet | none | or not yet',
      ],
    })
    expect(lacking(PHONES, facts)).toEqual([
      { missing: ['parts'], findings: ['localization_requirement', 'export_allowance'], either: ['export_allowance'] },
    ])
  })

  it('bounds nothing where the amount itself rests on it', () => {
    // The allowance is a share of the exports: without them it is anything from nothing up.
    const { fob_export_value: _exports, ...facts } = PHONE_FACTS
    const met = { ...facts, parts: [] }
    expect([moved(PHONES, met), lacking(PHONES, met)]).toEqual([
      {},
      [{ missing: ['fob_export_value'], findings: ['export_allowance'], either: [] }],
    ])
  })

  it('leaves a requirement for each line that is undetermined with one supposition, since lines may differ', () => {
    const models = MODELS.slice(1, 2).map(({ imported_value: _value, ...one }) => one)
    expect(moved(BICYCLES, { ...BICYCLE_FACTS, models })).toMatchObject({
      'local_rate_requirement undetermined': [
        'localization_requirement | undetermined, needs models[1].imported_value | met',
        'training_grant | undetermined, needs models[1].imported_value | PKR 30001',
        'licence_suspension | undetermined, needs models[1].imported_value | none',
        'penalty | undetermined, needs models[1].imported_value | none',
      ],
    })
  })
})

function lacking(engine: typeof BICYCLES, facts: unknown): unknown {
  const names = (provisions: readonly { readonly name: string }[]) => provisions.map(({ name }) => name)
  return costsOf(assess(engine, facts, '2027-06-30', '2027-06-30')).lacking.map((one) => {
    return { missing: one.missing, findings: names(one.findings), either: names(one.either) }
  })
}
