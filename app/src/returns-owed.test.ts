/** Returns that are due by the calendar of the policy, and what an assessment makes of those that came late. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assessDraft, makeAssessment, readAssessment } from './assessments/filed/make-assessment.ts'
import { parseDay } from '@maqami/engine/value/date.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { grantLicence } from './licences/grant-licence.ts'
import { fileReturn, shownHash } from './returns/filing/file-return.ts'
import { readAgreement } from './returns/filing/read-returns.ts'
import { returnsOwedAsked } from './returns/filing/returns-owed.ts'
import { reviewReturn } from './returns/filing/review-return.ts'
import { uploadReturn } from './returns/filing/upload-return.ts'
import { schemaOfKind } from './returns/release-schema.ts'
import { loadRelease } from './policy-releases/load-release.ts'
import { type FilledSheets, filledTemplate } from './returns/write/fill-template.ts'
import { DEVICE_YEAR } from './device-return-fixture.ts'
import {
  authorisedMaker,
  done,
  openThread,
  publish,
  refusedFor,
  type TestMaker,
  type TestThread,
} from './thread-fixture.ts'

const PROGRAMME = 'pk-medmp-2026'
const SIGNED = async () => await Promise.resolve({ done: true })
const release = await loadRelease(PROGRAMME)

function month(quantity: number): FilledSheets {
  return {
    production: [{ model: 'K1', category: 'smartphone', quantity, sold: 0, exported: 0 }],
    imported: [{ model: 'K1', part_code: 'P-1', quantity, value: 9000 * quantity }],
  }
}

describe.each(SERVERS)('returns that are due on $name', (server) => {
  let thread: TestThread
  let maker: TestMaker
  beforeAll(async () => {
    thread = await openThread(server)
    await publish(thread, PROGRAMME)
    maker = await authorisedMaker(thread, 'Kohsar Devices', 'K-2001')
    const granted = await grantLicence(thread.recorder, thread.approvingOfficer, {
      manufacturer_id: maker.id,
      programme: PROGRAMME,
      kind: 'import_licence',
      quota: 1000,
      scope: [],
      valid_from: '2027-04-20',
      valid_until: '2029-06-30',
      reason: 'seen on site',
    })
    done(granted)
  })
  afterAll(async () => {
    await thread.made.drop()
  })

  async function filed(day: string, kind: string, period: string, sheets: FilledSheets): Promise<string> {
    const { recorder, shelf } = thread
    thread.on(day)
    const schema = schemaOfKind(release, kind)
    if (schema === undefined) throw new Error(`no return ${kind}`)
    const bytes = Buffer.from(await filledTemplate(schema, 'en', sheets).xlsx.writeBuffer())
    const upload = { programme: PROGRAMME, kind, period, name: 'return.xlsx', bytes }
    const { found, version } = done(await uploadReturn(recorder, shelf, maker.clerk, upload))
    const shown_hash = (await shownHash(recorder, maker.signatory, found.id, version)) ?? ''
    done(await fileReturn(recorder, shelf, maker.signatory, { id: found.id, version, shown_hash }, SIGNED))
    return found.id
  }

  test('come in time or late by the first filing, and are counted for the assessment whatever the return says', async () => {
    const { recorder, shelf, caseOfficer, made } = thread
    // Fifteen days after its month: 15 May, 15 June, 15 July. The licence began in April.
    const april = await filed('2027-05-15', 'monthly', '2027-04', month(400))
    await filed('2027-06-16', 'monthly', '2027-05', month(500))
    // Sent back by the authority and corrected much later, and amended of its own accord: April was in time.
    done(
      await reviewReturn(recorder, shelf, caseOfficer, {
        id: april,
        kind: 'sent_back',
        reason: 'K1 is called otherwise.',
      }),
    )
    expect(await filed('2027-07-01', 'monthly', '2027-04', month(450))).toBe(april)
    const year = await filed('2027-07-20', 'annual', '2026-27', DEVICE_YEAR)

    const owed = done(await returnsOwedAsked(made.database, shelf, maker.clerk, maker.id, parseDay('2027-07-20') ?? 0))
    expect(
      owed.map(({ kind, period, due_on, filed_on, days_late }) => [kind, period, due_on, filed_on, days_late]),
    ).toEqual([
      ['monthly', '2027-04', '2027-05-15', '2027-05-15', 0],
      ['monthly', '2027-05', '2027-06-15', '2027-06-16', 1],
      ['monthly', '2027-06', '2027-07-15', null, 5],
      ['annual', '2026-27', '2027-09-28', '2027-07-20', 0],
    ])

    // The workbook says one of one. Three were due by 20 July, and one of them came in time.
    const asked = { return_id: year, as_of: '2027-07-20' }
    const { assessment, assessed } = done(await makeAssessment(recorder, shelf, caseOfficer, asked))
    const result = JSON.parse(assessment.result) as {
      subjects: { facts: Record<string, unknown>; findings: { name: string; state: string }[] }[]
    }
    const [subject] = result.subjects
    expect([subject?.facts['returns_due'], subject?.facts['returns_filed_on_time']]).toEqual(['3', '1'])
    expect(subject?.findings.find(({ name }) => name === 'reporting_requirement')?.state).toBe('not_met')
    expect(assessed.subjects[0]?.origins.has('returns_due')).toBe(false)
    // The firm sees the same before, and the assessment comes out the same when another return has come since.
    const draft = done(await assessDraft(recorder, shelf, maker.clerk, { return_id: year, version: 1 }))
    expect(draft.subjects[0]?.explanation).toEqual(assessed.subjects[0]?.explanation)
    await filed('2027-07-21', 'monthly', '2027-06', month(50))
    expect(done(await readAssessment(made.database, shelf, caseOfficer, assessment.id)).assessment).toEqual(assessment)
  })

  test('of months are held against the year, and are not assessed themselves', async () => {
    const { recorder, shelf, caseOfficer, made } = thread
    const year = await filed('2027-07-22', 'annual', '2026-27', DEVICE_YEAR)
    const [held] = done(await readAgreement(made.database, shelf, caseOfficer, { id: year, version: 2 }))
    expect(held?.filed).toEqual(['2027-04', '2027-05', '2027-06'])
    expect(held?.missing).toHaveLength(9)
    // 450, 500 and 50 devices are the 1,000 of the year, and so are the boards in them.
    expect(held?.disagreements).toEqual([])
    const may = await filed('2027-07-23', 'monthly', '2027-05', month(480))
    const [now] = done(await readAgreement(made.database, shelf, caseOfficer, { id: year, version: 2 }))
    expect(now?.disagreements.map(({ agreement, of, difference }) => [agreement, of, difference])).toEqual([
      ['made', 'K1', '20'],
      ['imported_parts', 'K1', '20'],
    ])
    const asked = { return_id: may, as_of: '2027-07-23' }
    expect(refusedFor(await makeAssessment(recorder, shelf, caseOfficer, asked)).code).toBe('kind_not_assessed')
  })
})
