/** What a whole `assess` says of the example return with a line more. */
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { type AssessedReturn, assessSubjects } from '../../app/src/assessments/assess-subjects.ts'
import { assessmentJson } from '../../app/src/assessments/assessment-json.ts'
import { renderAssessment } from '../../app/src/assessments/render-assessment.ts'
import { loadRelease } from '../../app/src/policy-releases/load-release.ts'
import { readRates } from '../../app/src/returns/check/official-rates.ts'
import { readReturn } from '../../app/src/returns/read-return.ts'
import { returnSchemaOf } from '../../app/src/returns/release-schema.ts'
import { yearOf } from '../../app/src/returns/return-year.ts'
import { filledTemplate } from '../../app/src/returns/write/fill-template.ts'
import { workbookBytes } from '../../app/src/returns/write/workbook-style.ts'
import { makeRates } from './make-rates.ts'
import { makeReturn } from './make-return.ts'

const FINISHED = {
  goods_declaration: 'KAPE-HC-99999',
  model: 'Imported one',
  category: 'smartphone',
  kit_form: 'cbu',
  quantity: 10,
  total_value: 1_000,
  currency: 'USD',
  imported_on: '2026-07-01',
}

let assessed: AssessedReturn
beforeAll(async () => {
  const release = await loadRelease(fileURLToPath(new URL('../../policy/pk-medmp-2026', import.meta.url)))
  const schema = returnSchemaOf(release)
  const sheets = makeReturn({ seed: 2026, failing: false })
  const workbook = filledTemplate(schema, 'en', { ...sheets, imports: [...(sheets['imports'] ?? []), FINISHED] })
  workbook.addWorksheet('My <b>notes').getCell('A1').value = 'not for you'
  const rates = readRates('rates.csv', makeRates(2026).replace(/^2026-07-01,USD,[^,]+/m, '2026-07-01,USD,280'))
  const year = yearOf('2026-27', '07-01')
  if (!rates.ok || year === undefined) throw new Error('the example does not load')
  const input = { form: 'xlsx', bytes: await workbookBytes(workbook) } as const
  const read = await readReturn(input, { schema, rates: rates.rates, year })
  if (!read.ok) throw new Error(read.errors.map((error) => error.sentence.en).join('\n'))
  const { subjects, warnings } = read
  assessed = assessSubjects(release, { year, day: year.last, subjects, warnings, further: undefined })
})

describe('the page of an assessment', () => {
  test('takes the levy of finished devices that were imported, and of no kit beside them', async () => {
    const page = [...(await renderAssessment(assessed, 'en'))].join('')
    // USD 1,000 for 10 is USD 100 each, of which 2%: 10 × 2% × USD 100 × PKR 280 = PKR 5,600.
    const rows = page.split('<tr>').map((row) => row.replaceAll(/<[^>]*>/g, ' ').replaceAll(/[\s\u2066-\u2069]+/g, ' '))
    expect(rows.find((row) => row.startsWith(' Import levy '))).toMatch(/^ Import levy .*PKR 5,600 /)
  })

  test('and its data say what was found in the return, in the language that was asked for', async () => {
    expect([...(await renderAssessment(assessed, 'en'))].join('')).toMatch(
      /<li><bdi>My &lt;b&gt;notes: [^<]*\[unknown_sheet\]<\/bdi>/,
    )
    expect([...(await renderAssessment(assessed, 'ur'))].join('')).toMatch(
      /<li><bdi>My &lt;b&gt;notes: [^<]*شیٹ[^<]*\[unknown_sheet\]/,
    )
    expect(await assessmentJson(assessed)).toMatchObject({
      warnings: [{ code: 'unknown_sheet', sheet: 'My <b>notes' }],
    })
  })
})
