import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeAssessment } from './assessments/filed/make-assessment.ts'
import { recorderContext } from './audit-log/recorder-context.ts'
import { prepareDetermination } from './determinations/prepare-determination.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { PROJECT_ROOT } from './policy-releases/find-folder.ts'
import { shelfContext } from './policy-releases/shelf-context.ts'
import { fileReturn, shownHash } from './returns/filing/file-return.ts'
import { recordRates } from './returns/filing/record-rates.ts'
import { reviewReturn } from './returns/filing/review-return.ts'
import { uploadReturn } from './returns/filing/upload-return.ts'
import { threadAuthority } from './thread.ts'
import { authorisedMaker, done, openThread, publish, type TestThread, workbook } from './thread-fixture.ts'
import * as desk from './desks/desk-page.tsx'

let thread: TestThread
beforeAll(async () => {
  const [first] = SERVERS
  if (first === undefined) throw new Error('no server runs')
  thread = await openThread(first)
  await publish(thread, 'pk-medmp-2026')
  const rates = await readFile(join(PROJECT_ROOT, 'examples/rates.csv'))
  done(await recordRates(thread.recorder, thread.policyOfficer, rates))
})
afterAll(async () => {
  await thread.made.drop()
})

async function deskOfCaseOfficer(): Promise<string> {
  const { server } = servedPages(builtFrom({ desk }), {
    authority: threadAuthority,
    actors: new Map([['case', thread.caseOfficer]]),
    contexts: new Map<never, unknown>([
      [recorderContext as never, thread.recorder],
      [shelfContext as never, thread.shelf],
    ]),
  })
  return (await server.inject({ url: '/desk', headers: { authorization: 'case' } })).body
}

/** A smartphone and a feature phone of which everything is imported: both miss the least rate of 10%. */
const TWO_CATEGORIES = {
  production: ['smartphone', 'feature_phone'].map((category) => ({
    model: `M-${category}`,
    category,
    month: '2026-08',
    quantity: 1000,
    unit_ex_works_value: 20_000,
    currency: 'PKR',
    invoiced_on: '2026-08-20',
  })),
  parts: ['smartphone', 'feature_phone'].map((category) => ({
    model: `M-${category}`,
    part_code: 'P-1',
    part: 'main board',
    component_class: 'motherboard',
    hs_code: '8517.7900',
    book: 'imported',
    quantity: 1000,
    unit_value: 19_000,
    currency: 'PKR',
    acquired_on: '2026-07-20',
  })),
  declarations: [
    {
      returns_due: 1,
      returns_filed_on_time: 1,
      quality_certificate_valid: 'true',
      in_plant_laboratory: 'true',
      records_system_open: 'true',
      makes_2g: 'false',
    },
  ],
}

test('a return of several subjects waits until what was found of each is determined', async () => {
  const { recorder, shelf, caseOfficer } = thread
  const maker = await authorisedMaker(thread, 'Kohsar Devices', 'K-2001')
  thread.on('2027-07-20')
  const bytes = await workbook('pk-medmp-2026', TWO_CATEGORIES)
  const upload = { programme: 'pk-medmp-2026', kind: 'annual', period: '2026-27', name: 'return.xlsx', bytes }
  const { found, version } = done(await uploadReturn(recorder, shelf, maker.clerk, upload))
  const shown_hash = (await shownHash(recorder, maker.signatory, found.id, version)) ?? ''
  const signed = async () => await Promise.resolve({ done: true })
  done(await fileReturn(recorder, shelf, maker.signatory, { id: found.id, version, shown_hash }, signed))
  done(await reviewReturn(recorder, shelf, caseOfficer, { id: found.id, kind: 'accepted' }))
  const asked = { return_id: found.id, as_of: '2027-07-20' }
  const { assessment } = done(await makeAssessment(recorder, shelf, caseOfficer, asked))
  const waits = async () => (await deskOfCaseOfficer()).includes(`/assessments/${assessment.id}/determinations`)
  const fails = async (category: string) => {
    const input = {
      assessment_id: assessment.id,
      subject: { category },
      kind: 'failure',
      reasons: 'As it says.',
    } as const
    done(await prepareDetermination(recorder, shelf, caseOfficer, input))
  }
  expect(await waits()).toBe(true)
  await fails('smartphone')
  expect(await waits()).toBe(true)
  await fails('feature_phone')
  expect(await waits()).toBe(false)
})
