/** What a return that is filed again does to money: nothing where an unrelated line changed, the difference where it did. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as difference from './assessments/filed/difference-page.tsx'
import { makeAssessment } from './assessments/filed/make-assessment.ts'
import { recorderContext } from './audit-log/recorder-context.ts'
import type { Determination, DeterminationKind } from './determinations/determination.ts'
import { prepareDetermination } from './determinations/prepare-determination.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { balancesOf } from './ledger/entry.ts'
import { readStatement } from './ledger/read-statement.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { getPage, textOf } from './pages/page-reader-fixture.ts'
import { shelfContext } from './policy-releases/shelf-context.ts'
import { PROBLEMS } from './problems.ts'
import * as differenceCsv from './returns/filing/difference-csv-page.tsx'
import { fileReturn, shownHash } from './returns/filing/file-return.ts'
import { readFiledReturn } from './returns/filing/read-returns.ts'
import { statusOf } from './returns/filing/return.ts'
import { reviewReturn } from './returns/filing/review-return.ts'
import { uploadReturn } from './returns/filing/upload-return.ts'
import { threadAuthority } from './thread.ts'
import {
  authorisedMaker,
  bicycles,
  determinedAs,
  done,
  openThread,
  publish,
  refusedFor,
  type TestMaker,
  type TestThread,
  workbook,
  servedNotice,
} from './thread-fixture.ts'
import type { FilledSheets } from './returns/write/fill-template.ts'

const SIGNED = async () => await Promise.resolve({ done: true })
const DAY = '2027-07-10'

const PAGES = builtFrom({
  'returns/:id/versions/:version/difference': difference,
  'returns/:id/versions/:version/difference.csv': differenceCsv,
})

describe.each(SERVERS)('a restated return on $name', (server) => {
  let thread: TestThread
  let maker: TestMaker
  let firms = 0
  beforeAll(async () => {
    thread = await openThread(server)
    await publish(thread, 'bicycles')
  })
  afterAll(async () => {
    await thread.made.drop()
  })
  beforeEach(async () => {
    thread.on(DAY)
    firms += 1
    maker = await authorisedMaker(thread, `Maker ${firms}`, `K-${firms}`)
  })

  async function uploaded(sheets: FilledSheets) {
    const { recorder, shelf } = thread
    const bytes = await workbook('bicycles', sheets)
    const upload = { programme: 'bicycles', kind: 'annual', period: '2026-27', name: 'return.xlsx', bytes }
    const { found, version } = done(await uploadReturn(recorder, shelf, maker.clerk, upload))
    return { id: found.id, version }
  }
  async function signing({ id, version }: { readonly id: string; readonly version: number }) {
    const shown_hash = (await shownHash(thread.recorder, maker.signatory, id, version)) ?? ''
    return { id, version, shown_hash }
  }
  async function filed(sheets: FilledSheets): Promise<string> {
    const draft = await uploaded(sheets)
    done(await fileReturn(thread.recorder, thread.shelf, maker.signatory, await signing(draft), SIGNED))
    return draft.id
  }
  async function accepted(sheets: FilledSheets): Promise<string> {
    const id = await filed(sheets)
    done(await reviewReturn(thread.recorder, thread.shelf, thread.caseOfficer, { id, kind: 'accepted' }))
    return id
  }
  async function determined(id: string, kind: DeterminationKind = 'entitlement', day = DAY): Promise<Determination> {
    return await determinedAs(thread, id, day, kind)
  }
  /** Of the firm's own accounts, in the order in which they were booked. */
  async function entries() {
    const all = await readStatement(thread.made.database, maker.signatory, maker.id)
    return all.map(({ finding, reverses, postings }) => [
      finding,
      reverses === null ? 'posted' : 'reversed',
      postings.find((one) => one.manufacturer_id === maker.id)?.amount,
    ])
  }
  async function balances() {
    const all = balancesOf(await readStatement(thread.made.database, maker.signatory, maker.id))
    return Object.fromEntries(
      all.filter((one) => one.manufacturer_id === maker.id).map(({ account, amount }) => [account, amount]),
    )
  }

  /** The local rate is 40% and the target 30%; the grant is half of 80,000, the fee 4% of 1,000,000 less 1,000. */
  const ORIGINAL = bicycles(12_000)
  const trained = (training_cost: number): FilledSheets => ({
    ...ORIGINAL,
    licence: [{ licence_year: 1, training_cost }],
  })
  /** What no rule asks about: by whom the import was entered. */
  const UNRELATED = { ...ORIGINAL, imports: [{ entry: 'KHI-2', imported_on: '2026-08-10', value: 1_000_000 }] }
  const BOOKED = [
    ['import_fee', 'posted', '39000.00'],
    ['training_grant', 'posted', '-40000.00'],
  ]

  test('that changes an unrelated line posts no entry', async () => {
    await determined(await accepted(ORIGINAL))
    expect(await entries()).toEqual(BOOKED)
    const again = await determined(await accepted(UNRELATED))
    expect(again.findings.map(({ finding, value }) => [finding, value])).toEqual([
      ['import_fee', 'PKR 39000'],
      ['training_grant', 'PKR 40000'],
    ])
    expect(await entries()).toEqual(BOOKED)
  })

  test('is shown beside what was filed before: each cell, and each finding with its amount', async () => {
    await filed(ORIGINAL)
    const id = await filed(trained(60_000))
    const served = servedPages(PAGES, {
      authority: threadAuthority,
      problems: PROBLEMS,
      actors: new Map([
        ['case', thread.caseOfficer],
        ['clerk', maker.clerk],
      ]),
      contexts: new Map<never, unknown>([
        [recorderContext as never, thread.recorder],
        [shelfContext as never, thread.shelf],
      ]),
    })
    const url = `/returns/${id}/versions/2/difference`
    for (const reader of ['case', 'clerk']) {
      const { statusCode, body } = await getPage(served.server, url, reader)
      const text = textOf(body)
      expect(statusCode).toBe(200)
      expect(text).toContain('One line differs.')
      expect(text).toContain('Changed Spent on training in the year: PKR 80,000 PKR 60,000')
      // Half of 80,000, and half of 60,000.
      expect(text).toContain('Training grant PKR 40,000 PKR 30,000 PKR −10,000')
    }
    expect((await getPage(served.server, url, 'clerk', 'ur')).statusCode).toBe(200)
    const table = (await getPage(served.server, `${url}.csv`, 'case')).body.split('\r\n')
    expect(table.slice(1)).toEqual([
      'Licence and training,,3,3,Changed,Spent on training in the year,"PKR 80,000","PKR 60,000"',
      '',
    ])
    const first = await getPage(served.server, `/returns/${id}/versions/1/difference`, 'case')
    expect([first.statusCode, textOf(first.body)]).toEqual([409, expect.stringContaining('Before version 1')])
    // What the firm has not filed is not there for the authority, and is held against what it filed last.
    await uploaded(trained(90_000))
    expect((await getPage(served.server, `/returns/${id}/versions/3/difference`, 'case')).statusCode).toBe(404)
    const draft = await getPage(served.server, `/returns/${id}/versions/3/difference`, 'clerk')
    expect(textOf(draft.body)).toContain('Spent on training in the year: PKR 60,000 PKR 90,000')
    expect(served.faults).toEqual([])
  })

  test('that is amended twice in a row leaves what the last version says, and every step to it', async () => {
    await determined(await accepted(ORIGINAL))
    // Half of 60,000 is 30,000, and half of 90,000 is 45,000.
    await determined(await accepted(trained(60_000)))
    await determined(await accepted(trained(90_000)))
    expect(await entries()).toEqual([
      ...BOOKED,
      ['training_grant', 'reversed', '40000.00'],
      ['training_grant', 'posted', '-30000.00'],
      ['training_grant', 'reversed', '30000.00'],
      ['training_grant', 'posted', '-45000.00'],
    ])
    expect(await balances()).toEqual({ import_fee: '39000.00', training_grant: '-45000.00' })
  })

  test('that comes before the original is accepted takes its place, and the original is never taken as accepted', async () => {
    const id = await filed(ORIGINAL)
    const { assessment } = done(
      await makeAssessment(thread.recorder, thread.shelf, thread.caseOfficer, { return_id: id, as_of: DAY }),
    )
    expect(await filed(trained(90_000))).toBe(id)
    const found = done(await readFiledReturn(thread.made.database, maker.signatory, id))
    expect([1, 2].map((version) => statusOf(found, version))).toEqual(['superseded', 'filed'])
    const late = { assessment_id: assessment.id, subject: {}, kind: 'entitlement' as const, reasons: 'x' }
    expect(refusedFor(await prepareDetermination(thread.recorder, thread.shelf, thread.caseOfficer, late)).code).toBe(
      'assessment_outdated',
    )
    const reviewed = done(
      await reviewReturn(thread.recorder, thread.shelf, thread.caseOfficer, { id, kind: 'accepted' }),
    )
    expect(reviewed.events.filter(({ kind }) => kind === 'accepted').map(({ version }) => version)).toEqual([2])
    await determined(id)
    expect(await balances()).toEqual({ import_fee: '39000.00', training_grant: '-45000.00' })
  })

  test('after which nothing at all is due takes back the whole credit by entries that name what they reverse', async () => {
    await determined(await accepted(ORIGINAL))
    // 25% misses the target of 30%, and without imports there is no fee.
    const nothing = await determined(await accepted({ ...bicycles(15_000), imports: [] }))
    expect(nothing.findings.map(({ finding, value }) => [finding, value])).toEqual([
      ['import_fee', ''],
      ['training_grant', ''],
    ])
    expect(await entries()).toEqual([
      ...BOOKED,
      ['import_fee', 'reversed', '-39000.00'],
      ['training_grant', 'reversed', '40000.00'],
    ])
    expect(await balances()).toEqual({ import_fee: '0.00', training_grant: '0.00' })
    // There is nothing left to take back.
    const { assessment } = done(
      await makeAssessment(thread.recorder, thread.shelf, thread.caseOfficer, {
        return_id: await accepted({ ...bicycles(15_500), imports: [] }),
        as_of: DAY,
      }),
    )
    const input = { assessment_id: assessment.id, subject: {}, kind: 'entitlement' as const, reasons: 'x' }
    expect(refusedFor(await prepareDetermination(thread.recorder, thread.shelf, thread.caseOfficer, input)).code).toBe(
      'nothing_to_determine',
    )
  })

  test('of a failure has one penalty, and none once the return says that nothing failed', async () => {
    const sanctioned = async (sheets: FilledSheets, noticed: string, ended: string): Promise<string> => {
      thread.on(noticed)
      const id = await accepted(sheets)
      const failure = await determined(id, 'failure', noticed)
      await servedNotice(thread, failure.number)
      thread.on(ended)
      await determined(id, 'sanction', ended)
      return id
    }
    // Two months to cure, each time; the penalty is 10,000 for the one model.
    await sanctioned(bicycles(16_000), '2027-07-10', '2027-09-11')
    expect(await balances()).toEqual({ penalty: '10000.00' })
    const unrelated = { ...UNRELATED, models: bicycles(16_000)['models'] ?? [] }
    const id = await sanctioned(unrelated, '2027-09-12', '2027-11-13')
    expect(await entries()).toEqual([['penalty', 'posted', '10000.00']])
    expect(await accepted(ORIGINAL)).toBe(id)
    const restoration = await determined(id, 'restoration', '2027-11-13')
    expect(restoration.findings.map(({ finding }) => finding)).toEqual(['localization_requirement'])
    expect(await balances()).toEqual({ penalty: '0.00' })
  })

  test('that two browsers sign at once is filed once, and both are told the same', async () => {
    const { recorder, shelf } = thread
    const signed = await signing(await uploaded(ORIGINAL))
    const both = await Promise.all(
      [1, 2].map(async () => await fileReturn(recorder, shelf, maker.signatory, signed, SIGNED)),
    )
    const answers = both.map((one) => done(one))
    expect(answers[0]).toEqual(answers[1])
    expect(answers[0]?.events.map(({ kind, version }) => [kind, version])).toEqual([['filed', 1]])
    // Signed again later, without asking for a code: it is the same filing.
    const again = await fileReturn(recorder, shelf, maker.signatory, signed, async () => {
      return await Promise.reject(new Error('no code is asked for'))
    })
    expect(done(again).events).toHaveLength(1)
    const other = await fileReturn(recorder, shelf, maker.signatory, { ...signed, shown_hash: 'sha256:0' }, SIGNED)
    expect(refusedFor(other).code).toBe('version_filed')
  })

  test('of which two browsers sign different versions has the last one; the other is told which that is', async () => {
    const { recorder, shelf } = thread
    const first = await signing(await uploaded(ORIGINAL))
    const second = await signing(await uploaded(trained(90_000)))
    const [old, last] = await Promise.all(
      [first, second].map(async (signed) => await fileReturn(recorder, shelf, maker.signatory, signed, SIGNED)),
    )
    expect(old === undefined ? undefined : refusedFor(old)).toEqual({ code: 'version_old', last: 2 })
    expect(last === undefined ? 0 : done(last).events.length).toBe(1)
  })
})
