/** What changes while somebody is at work: a release is approved, rates are recorded, midnight passes. */
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeAssessment } from './assessments/filed/make-assessment.ts'
import type { Recorder } from './audit-log/record-command.ts'
import { recorderContext } from './audit-log/recorder-context.ts'
import { approveDetermination } from './determinations/decide-determination.ts'
import { determinationHash } from './determinations/signed-determination.ts'
import { determinationsAuthority } from './determinations/determinations-api.ts'
import * as page from './determinations/determination-page.tsx'
import type { LetterData } from './determinations/letter.ts'
import { prepareDetermination } from './determinations/prepare-determination.ts'
import { verifyLetter } from './determinations/verify-letter.ts'
import { readDocument } from './documents/read-document.ts'
import { readFolder } from './kernel/read-folder.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { ANYBODY } from './kernel/transaction.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { PROJECT_ROOT } from './policy-releases/find-folder.ts'
import { proposeRelease } from './policy-releases/propose-release.ts'
import { shelfContext } from './policy-releases/shelf-context.ts'
import { recordRates } from './returns/filing/record-rates.ts'
import { uploadReturn } from './returns/filing/upload-return.ts'
import {
  approve,
  authorisedMaker,
  bicycles,
  done,
  filedReturn,
  openThread,
  publish,
  type TestMaker,
  type TestThread,
  workbook,
} from './thread-fixture.ts'

const RATES = 'date,currency,rate,source\n2026-06-25,USD,281.09,invented for the test\n'

const CONFIRMED = async () => await Promise.resolve({ done: true })

let thread: TestThread
let maker: TestMaker
beforeAll(async () => {
  const [first] = SERVERS
  if (first === undefined) throw new Error('no server runs')
  thread = await openThread(first)
  await publish(thread, 'bicycles')
  maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
  thread.on('2027-07-10')
})
afterAll(async () => {
  await thread.made.drop()
})

/** The same law from another authority, which calls its programme after itself. Its identifier. */
async function publishOf(authority: string, effective_on: string): Promise<string> {
  const { recorder, policyOfficer } = thread
  const read = await readFolder(join(PROJECT_ROOT, 'policy/bicycles'))
  if (!read.ok) throw new Error(read.sentence)
  const files = Object.fromEntries(
    [...read.files].map(([name, text]) => [
      name,
      text.replace('Bicycle Board', authority).replace('Bicycle Localization', authority),
    ]),
  )
  const { id } = done(await proposeRelease(recorder, policyOfficer, { files, effective_on }))
  await approve(thread, id)
  return id
}

/** A determination of failure that waits, assessed by the law of that day. */
async function prepared(as_of: string) {
  const { recorder, shelf, caseOfficer } = thread
  const return_id = await filedReturn(thread, maker, 16_000)
  const { assessment } = done(await makeAssessment(recorder, shelf, caseOfficer, { return_id, as_of }))
  const input = { assessment_id: assessment.id, subject: {}, kind: 'failure', reasons: 'As the return says.' } as const
  return done(await prepareDetermination(recorder, shelf, caseOfficer, input))
}

test('a determination that is approved under a later release is told by the law that it applies, as its letter is', async () => {
  const { recorder, shelf, letters, approvingOfficer, made } = thread
  const open = await prepared('2027-07-10')
  await publishOf('Wheel Commission', '2027-07-15')
  thread.on('2027-07-20')
  const input = { number: open.number, shown_hash: await determinationHash(open) }
  const { determination } = done(
    await approveDetermination(recorder, shelf, letters, approvingOfficer, input, CONFIRMED),
  )
  const letter = await readDocument(made.database, maker.signatory, determination.decided?.letter_id ?? '')
  expect(done(letter).bytes.toString()).toContain('Bicycle Board')
  const { server } = servedPages(builtFrom({ 'determinations/:number': page }), {
    authority: determinationsAuthority,
    actors: new Map([['maker', maker.signatory]]),
    contexts: new Map<never, unknown>([
      [recorderContext as never, recorder],
      [shelfContext as never, shelf],
    ]),
  })
  const { body } = await server.inject({
    url: `/determinations/${open.number}`,
    headers: { authorization: 'maker' },
  })
  expect(body).toContain('Bicycle Localization Programme')
  expect(body).not.toContain('Wheel Commission')
  const verified = done(await verifyLetter(made.database, shelf, ANYBODY, open.number))
  expect([verified.authority['en'], verified.issued_on]).toEqual(['Bicycle Board', '2027-07-20'])
})

test('where midnight passes while somebody approves, the letter is of the day of the decision', async () => {
  const { recorder, shelf, letters, approvingOfficer, made } = thread
  thread.on('2027-08-10')
  const open = await prepared('2027-08-10')
  let confirmations = 0
  const confirm = async () => {
    confirmations += 1
    // In Karachi it is 11 in the morning of the next day.
    thread.on('2027-08-11')
    return await CONFIRMED()
  }
  const input = { number: open.number, shown_hash: await determinationHash(open) }
  const { determination } = done(await approveDetermination(recorder, shelf, letters, approvingOfficer, input, confirm))
  expect(confirmations).toBe(1)
  const { letter_id, recorded_at } = determination.decided ?? { letter_id: null, recorded_at: '' }
  expect(recorded_at).toMatch(/^2027-08-11T06:/)
  const served = done(await readDocument(made.database, maker.signatory, letter_id ?? '')).bytes.toString()
  expect((JSON.parse(served) as LetterData).decided_on).toBe('2027-08-11')
  expect(done(await verifyLetter(made.database, shelf, ANYBODY, open.number)).issued_on).toBe('2027-08-11')
})

/** A recorder of which every second transaction, the one that writes after one that read, waits for something else to be done first. */
function recorderAfter(meanwhile: () => Promise<unknown>): Recorder {
  const { database } = thread.recorder
  let transactions = 0
  const connect = async () => {
    transactions += 1
    if (transactions % 2 === 0) await meanwhile()
    return await database.pool.connect()
  }
  return { ...thread.recorder, database: { ...database, pool: { connect } as never } }
}

test('a return that was read while a release and a table of rates were put in place is read again by the new ones', async () => {
  const { shelf, recorder, policyOfficer } = thread
  thread.on('2027-09-01')
  const bytes = await workbook('bicycles', bicycles(12_000))
  const upload = { programme: 'bicycles', kind: 'annual', period: '2026-27', name: 'return.xlsx', bytes }
  const made: string[] = []
  const slow = recorderAfter(async () => {
    if (made.length === 0) made.push(await publishOf('Saddle Authority', '2027-09-01'))
    else if (made.length === 1) made.push(done(await recordRates(recorder, policyOfficer, Buffer.from(RATES))))
  })
  const { found, version } = done(await uploadReturn(slow, shelf, maker.clerk, upload))
  const { release_id, rate_table_id } = found.versions.find((one) => one.version === version) ?? {}
  expect([release_id, rate_table_id]).toEqual(made)
})
