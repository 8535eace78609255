/** A revision is changed by whoever has seen it last, and never once it is released. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEVICE_YEAR } from './device-return-fixture.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import {
  authorisedMaker,
  done,
  openThread,
  publish,
  refusedFor,
  ROADSTER,
  type TestMaker,
  type TestThread,
  workbook,
} from './thread-fixture.ts'
import { askStatus } from './licences/ask-gate.ts'
import { drawQuota } from './licences/draw-quota.ts'
import { listStandings } from './licences/list-standings.ts'
import { grantLicence } from './licences/grant-licence.ts'
import { readAs } from './kernel/transaction.ts'
import { actorOf } from './people/actor-fixture.ts'
import { readLicensedModels } from './products/read-licensed-models.ts'
import { modelsOfMaker } from './products/read-models.ts'
import { recordApproval, recordTac, withdrawModel } from './products/record-approval.ts'
import { registerModel } from './products/register-model.ts'
import { statusOn } from './products/model.ts'
import { BLANK_LINE, changesBetween } from './products/bills/bill.ts'
import { beginRevision, editBill, releaseBill } from './products/bills/edit-bill.ts'
import { readBill } from './products/bills/read-bills.ts'
import { readHeldAgainstBills } from './returns/filing/hold-against-bills.ts'
import { uploadReturn } from './returns/filing/upload-return.ts'

const FRAME = {
  ...BLANK_LINE,
  position: '10',
  part: 'frame',
  part_code: 'F-1',
  component_class: 'frame',
  hs_code: '8714.9100',
  book: 'imported',
  quantity: '1',
} as const

describe.each(SERVERS)('on $name', (server) => {
  let thread: TestThread
  let maker: TestMaker
  beforeAll(async () => {
    thread = await openThread(server)
    await publish(thread, 'bicycles')
    maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
  }, 60_000)
  afterAll(async () => await thread.made.drop())

  test('a draft is changed once by each who saw it, released when it is complete, and then stays', async () => {
    const { recorder, shelf } = thread
    const model = done(await registerModel(recorder, shelf, maker.clerk, ROADSTER))
    const first = done(await beginRevision(recorder, maker.clerk, model.id))
    const seen = { model_id: model.id, revision: 1, version: first.version }
    expect(refusedFor(await beginRevision(recorder, maker.clerk, model.id)).code).toBe('bill_open')
    expect(refusedFor(await releaseBill(recorder, maker.clerk, seen)).code).toBe('bill_incomplete')
    const put = () => ({ done: [{ ...FRAME, book: null }] })
    const both = await Promise.all([
      editBill(recorder, maker.clerk, seen, put),
      editBill(recorder, maker.signatory, seen, put),
    ])
    expect(both.filter((one) => 'done' in one)).toHaveLength(1)
    expect(both.flatMap((one) => ('refused' in one ? [one.refused.code] : []))).toEqual(['bill_changed'])
    const next = { ...seen, version: 2 }
    expect(refusedFor(await releaseBill(recorder, maker.clerk, next))).toEqual({
      code: 'bill_incomplete',
      positions: ['10'],
    })
    expect(refusedFor(await editBill(recorder, maker.clerk, next, () => ({ done: [FRAME, FRAME] })))).toEqual({
      code: 'bill_faulty',
      place: '/1/position',
      rule: 'position_twice',
    })
    done(await editBill(recorder, maker.clerk, next, () => ({ done: [FRAME] })))
    // A draft is the maker's own.
    expect(refusedFor(await readBill(recorder.database, thread.caseOfficer, model.id, 1)).code).toBe('bill_unknown')
    done(await releaseBill(recorder, maker.clerk, { ...seen, version: 3 }))
    expect(done(await readBill(recorder.database, thread.caseOfficer, model.id, 1)).bill.lines).toEqual([FRAME])
    const late = { ...seen, version: 4 }
    expect(refusedFor(await editBill(recorder, maker.clerk, late, () => ({ done: [] }))).code).toBe('bill_released')
    const superuser = await thread.made.superuser()
    await expect(superuser.query("update bills set lines = '[]'")).rejects.toThrow('only grows')
    await superuser.end()
    const second = done(await beginRevision(recorder, maker.clerk, model.id))
    expect([second.basis, second.lines]).toEqual([1, [FRAME]])
    const local = { ...FRAME, book: 'made_in_house' } as const
    const bell = { ...FRAME, position: '20', part: 'bell' }
    expect(
      changesBetween(second.lines, [local, bell]).map(({ position, kind, fields }) => [position, kind, fields.length]),
    ).toEqual([
      ['10', 'changed', 1],
      ['20', 'added', 6],
    ])
  })

  test('the telecom regulator sees which approved models may be made under a licence on a day, and how many codes each has', async () => {
    const { recorder, shelf } = thread
    const firm = await authorisedMaker(thread, 'Kohsar Cycles', 'K-1002')
    const entered = async (name: string) =>
      done(await registerModel(recorder, shelf, firm.clerk, { ...ROADSTER, name })).id
    const id = await entered('Sitara')
    await entered('Not announced yet')
    const approval = { number: 'TA-7', authority: 'PTA', effective_on: '2027-01-01', valid_until: '2027-12-31' }
    done(await recordApproval(recorder, firm.clerk, { id, ...approval, certificate: undefined }))
    for (const tac of ['35209901', '35209902']) done(await recordTac(recorder, firm.clerk, { id, tac }))
    const telecom = await actorOf(thread.made.database, 'telecom_regulator')
    const readOn = async (licence: string, day: string) =>
      await readLicensedModels(thread.made.database, telecom, { licence, day })
    const days = { valid_from: '2026-07-15', valid_until: '2028-06-30' }
    const common = { manufacturer_id: firm.id, programme: 'bicycles', quota: null, scope: [], ...days, reason: 'Seen.' }
    const granted = async (kind: 'import_licence' | 'manufacturing_authorisation') =>
      done(await grantLicence(recorder, thread.approvingOfficer, { ...common, kind })).number
    const imports = await granted('import_licence')
    // Who may not make has models that are nobody else's business.
    expect(done(await readOn(imports, '2027-06-01'))).toMatchObject({ status: 'good', models: [] })
    expect(await readAs(thread.made.database, telecom, async (tables) => await modelsOfMaker(tables, firm.id))).toEqual(
      [],
    )
    const makes = await granted('manufacturing_authorisation')
    const one = { id, name: 'Sitara', brand: 'Ravi', trade_names: ROADSTER.trade_names, ...approval, codes: 2 }
    expect(done(await readOn(makes, '2027-12-31'))).toEqual({
      licence: makes,
      kind: 'manufacturing_authorisation',
      programme: 'bicycles',
      rehearsal: false,
      day: '2027-12-31',
      status: 'good',
      models: [{ ...one, status: 'approved', may_be_made: true }],
    })
    const on = async (day: string) => {
      const { status, models } = done(await readOn(makes, day))
      return [status, ...models.map((model) => [model.status, model.may_be_made])]
    }
    expect(await on('2026-12-31')).toEqual(['good', ['approval_ahead', false]])
    expect(await on('2028-01-01')).toEqual(['good', ['approval_expired', false]])
    expect(await on('2026-07-14')).toEqual(['not_yet_valid', ['approval_ahead', false]])
    expect(refusedFor(await readOn('MA-999999', '2027-06-01')).code).toBe('licence_unknown')
  })

  test('a licence is known to the telecom regulator by its state and its goods, without its quota or what is drawn on it', async () => {
    const { database } = thread.made
    const telecom = await actorOf(database, 'telecom_regulator')
    thread.on('2026-08-02')
    const days = { valid_from: '2026-07-15', valid_until: '2029-06-30' }
    const of = { manufacturer_id: maker.id, programme: 'bicycles', kind: 'import_licence', quota: 10 } as const
    const scope = [{ hs_prefix: '8714', quota: 6, ...days }]
    const grant = await grantLicence(thread.recorder, thread.approvingOfficer, {
      ...of,
      scope,
      ...days,
      reason: 'Seen.',
    })
    const { number } = done(grant)
    const entry = { entry: 'KHI-1', hs_line: '87149100', units: 5, drawn_on: '2026-08-01' }
    done(await drawQuota(thread.recorder, thread.customsOfficer, { licence: number, ...entry }))
    const sign = (_as: string, claims: object) => JSON.stringify(claims)
    const status = async (hs_line: string) => {
      const asked = await askStatus(database, telecom, { sign }, { licence: number, day: '2026-08-01', hs_line })
      return done(asked).answer
    }
    const said = { licence: number, kind: 'import_licence', day: '2026-08-01', rehearsal: false, status: 'good' }
    expect(await status('87149100')).toEqual({ ...said, hs_line: '87149100', holds: true, because: 'good' })
    // Its lines are seen without what is drawn on them.
    expect(await status('40115000')).toEqual({ ...said, hs_line: '40115000', holds: false, because: 'out_of_scope' })
    const { signed } = await listStandings(thread.recorder, telecom, { sign })
    expect(signed).toContain(number)
    expect(signed).not.toContain('remaining')
    const seen = await readAs(database, telecom, async (tables) => {
      const tried = ['licence_draws', 'licence_balances', 'licence_reversals'] as const
      return await Promise.all(
        tried.map(async (table) => (await sql`select from ${sql.table(table)}`.execute(tables)).rows.length),
      )
    })
    expect(seen).toEqual([0, 0, 0])
  })

  test('the state of a model follows from what was recorded, and a code stands for one model', async () => {
    const { recorder, shelf } = thread
    const model = done(await registerModel(recorder, shelf, maker.clerk, { ...ROADSTER, name: 'Volt' }))
    const other = done(await registerModel(recorder, shelf, maker.clerk, { ...ROADSTER, name: 'Sprint' }))
    done(await recordTac(recorder, maker.clerk, { id: model.id, tac: '35209900' }))
    expect(refusedFor(await recordTac(recorder, maker.clerk, { id: other.id, tac: '35209900' }))).toEqual({
      code: 'tac_taken',
      tac: '35209900',
      model: 'Volt',
    })
    const approval = { id: model.id, number: 'TA-1', authority: 'PTA', certificate: undefined }
    const period = { effective_on: '2027-01-01', valid_until: '2027-12-31' }
    expect(
      refusedFor(await recordApproval(recorder, maker.clerk, { ...approval, ...period, valid_until: '2026-12-31' }))
        .code,
    ).toBe('approval_period')
    done(await recordApproval(recorder, maker.clerk, { ...approval, ...period }))
    const held = done(
      await withdrawModel(recorder, maker.clerk, { id: model.id, effective_on: '2028-06-01', reason: 'Replaced.' }),
    )
    const days = ['2026-12-31', '2027-01-01', '2027-12-31', '2028-01-01', '2028-06-01']
    expect(days.map((day) => statusOn(held, day))).toEqual([
      'approval_ahead',
      'approved',
      'approved',
      'approval_expired',
      'withdrawn',
    ])
    expect(statusOn(other, '2027-01-01')).toBe('registered')
    expect(
      refusedFor(await registerModel(recorder, shelf, maker.clerk, { ...ROADSTER, name: 'X', category: 'smartphone' }))
        .code,
    ).toBe('category_unknown')
  })
  test('a return is held against the revision in force in its year, by who filed it and by the authority', async () => {
    const { recorder, shelf } = thread
    await publish(thread, 'pk-medmp-2026')
    const phones = await authorisedMaker(thread, 'Kohsar Devices', 'K-2001')
    const K1 = { ...ROADSTER, name: 'K1', programme: 'pk-medmp-2026', category: 'smartphone' }
    thread.on('2027-04-20')
    const model = done(await registerModel(recorder, shelf, phones.clerk, K1))
    const board = { ...FRAME, part: 'main board', part_code: 'P-1', component_class: 'motherboard' } as const
    const released = async (revision: number, version: number, hs_code: string) => {
      done(await beginRevision(recorder, phones.clerk, model.id))
      const seen = { model_id: model.id, revision, version }
      const camera = { ...FRAME, position: '20', part: 'camera', part_code: 'CA-1', quantity: '3' } as const
      done(await editBill(recorder, phones.clerk, seen, () => ({ done: [{ ...board, hs_code }, camera] })))
      done(await releaseBill(recorder, phones.clerk, { ...seen, version: version + 1 }))
    }
    await released(1, 1, '8517.7900')
    // It is in force after the year, and says nothing of it.
    thread.on('2027-07-05')
    await released(2, 1, '8534.0000')
    const bytes = await workbook('pk-medmp-2026', DEVICE_YEAR)
    const upload = { programme: 'pk-medmp-2026', kind: 'annual', period: '2026-27', name: 'return.xlsx', bytes }
    const { found, version } = done(await uploadReturn(recorder, shelf, phones.clerk, upload))
    const asked = { id: found.id, version }
    const { held } = done(await readHeldAgainstBills(recorder, shelf, phones.clerk, asked))
    expect(held?.map((one) => [one.model, one.made, one.revisions, one.is_later])).toEqual([['K1', '1000', [1], false]])
    expect(held?.[0]?.notes).toMatchObject([
      { code: 'no_type_approval', part_code: '' },
      // Three for each of a thousand.
      { code: 'part_not_in_return', part_code: 'CA-1', in_return: '', in_bill: '3', difference: '-3000', lines: [] },
    ])
    // A draft is the firm's own, and so are the notes on it.
    expect(refusedFor(await readHeldAgainstBills(recorder, shelf, thread.caseOfficer, asked)).code).toBe(
      'return_unknown',
    )
    done(
      await recordApproval(recorder, phones.clerk, {
        id: model.id,
        number: 'TA-7',
        authority: 'PTA',
        effective_on: '2027-06-30',
        valid_until: null,
        certificate: undefined,
      }),
    )
    const again = done(await readHeldAgainstBills(recorder, shelf, phones.clerk, asked)).held
    expect(again?.[0]?.notes.map(({ code }) => code)).toEqual(['part_not_in_return'])
  })
})
