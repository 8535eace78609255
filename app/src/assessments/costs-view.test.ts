import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PROJECT_ROOT } from '../policy-releases/find-folder.ts'
import { loadRelease } from '../policy-releases/load-release.ts'
import { yearOf } from '../returns/return-year.ts'
import { type AssessedReturn, assessFacts } from './assess-subjects.ts'
import { costsJson, costsView } from './costs-view.ts'

/** The totals of examples/return-2026-27-failing.xlsx, its parts as one line. */
const FAILING = {
  category: 'smartphone',
  ex_works_value: 'PKR 14807449300',
  parts: [{ part: 'all', book: 'imported', quantity: 1, unit_value: 'PKR 13680197837.1776903' }],
  kit_form: 'ckd',
  kit_parts: 61,
  annual_import_value: 'PKR 12407569385.0346903',
  fob_export_value: 'PKR 288697138.17',
  returns_due: 12,
  returns_filed_on_time: 12,
  quality_certificate_valid: true,
  in_plant_laboratory: true,
  records_system_open: true,
  makes_2g: false,
  export_share: '12.5%',
}

const release = await loadRelease(join(PROJECT_ROOT, 'policy', 'pk-medmp-2026'))

function assessed(written: Readonly<Record<string, unknown>>): AssessedReturn {
  const year = yearOf('2026-27', '07-01')
  if (year === undefined) throw new Error('no year')
  const setting = { day: year.last, year }
  const made = assessFacts(
    release.engine,
    { subject: { category: 'smartphone' }, origins: new Map(), written },
    setting,
  )
  if ('problems' in made) throw new Error(made.problems[0]?.sentence)
  return { release, rehearsal: true, subjects: [made], warnings: [], ...setting }
}

function plain(text: string | undefined): string | undefined {
  return text?.replaceAll(/[\u2066-\u2069]/g, '')
}

describe('what each unmet requirement of the failing example costs', () => {
  // 8% of exports of 288,697,138.17 are 23,095,771.05; 1% of imports of 12,407,569,385.03 are 124,075,693.85; in whole rupees, down.
  it('is told on a page in English and Urdu', () => {
    const [view] = costsView(assessed(FAILING), 'en')
    const because = 'not yet: what its day counts from has not happened'
    expect([view?.subject, view?.lacking, view?.requirements.map(({ title }) => title)]).toEqual([
      'smartphone',
      [],
      ['“Localization requirement” is not met'],
    ])
    expect(
      view?.requirements[0]?.rows.map(({ finding, stands, ifMet, difference }) => [finding, stands, ifMet, difference]),
    ).toEqual([
      ['Export allowance', 'none', 'PKR 23,095,771', 'PKR 23,095,771'],
      ['Withdrawal of concessions', because, 'none', undefined],
      ['Import surcharge', `PKR 124,075,693, but ${because}`, 'none', 'PKR −124,075,693'],
      ['Suspension of the import licence', because, 'none', undefined],
    ])
    const [inUrdu] = costsView(assessed(FAILING), 'ur')
    expect(inUrdu?.requirements.map(({ title }) => plain(title))).toEqual(['شرط “مقامی تیاری کی شرط” پوری نہیں'])
    expect(plain(inUrdu?.requirements[0]?.rows[2]?.stands)).toBe(
      'PKR 124,075,693، مگر ابھی نہیں: جس واقعے سے دن شمار ہوتا ہے، وہ پیش نہیں آیا',
    )
  })

  it('is the same as data, exact', () => {
    expect(costsJson(assessed(FAILING))).toMatchObject([
      {
        subject: { category: 'smartphone' },
        requirements: [
          {
            name: 'localization_requirement',
            findings: [
              { name: 'export_allowance', if_met: { state: 'due', shown: 'PKR 23095771' }, if_not_met: null },
              { name: 'concession_withdrawal' },
              { name: 'import_surcharge', as_it_stands: { state: 'not_yet', once_begun: 'PKR 124075693' } },
              { name: 'licence_suspension', as_it_stands: { state: 'not_yet' }, if_met: { state: 'none' } },
            ],
          },
        ],
      },
    ])
  })

  it('says of what is missing which findings wait for it, and when nothing can be said before it is given', () => {
    const { fob_export_value: _exports, ...facts } = FAILING
    // Not met, so that nothing is granted whatever the exports were; met, it is a share of them.
    expect(costsView(assessed(facts), 'en')[0]?.requirements[0]?.rows[0]).toMatchObject({
      stands: 'none',
      ifMet: "needs FOB value of the year's exports",
      difference: undefined,
    })
    const met = { ...facts, parts: [] }
    expect(costsView(assessed(met), 'en')[0]).toMatchObject({
      requirements: [],
      lacking: [{ follows: 'Cannot be said before it is given: Export allowance.', findings: 'Export allowance' }],
    })
    expect(costsView(assessed({ ...FAILING, parts: [] }), 'en')).toEqual([])
  })

  it('says where one of two results follows and no other', () => {
    const { parts: _parts, ...facts } = FAILING
    const [view] = costsView(assessed(facts), 'en')
    expect(view?.lacking[0]?.follows).toBe('One of the two results above, and no other: Export allowance.')
    expect(view?.requirements[0]?.rows[0]).toMatchObject({ ifMet: 'PKR 23,095,771', ifNotMet: 'none' })
  })
})
