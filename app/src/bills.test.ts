/** A revision is changed by whoever has seen it last, and never once it is released. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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
} from './thread-fixture.ts'
import { recordApproval, recordTac, withdrawModel } from './products/record-approval.ts'
import { registerModel } from './products/register-model.ts'
import { statusOn } from './products/model.ts'
import { BLANK_LINE, changesBetween } from './products/bills/bill.ts'
import { beginRevision, editBill, releaseBill } from './products/bills/edit-bill.ts'
import { readBill } from './products/bills/read-bills.ts'

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
})
