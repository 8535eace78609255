/** What is drawn on a licence: never more than its quota, of a line and of the whole, also when two draw at once. */
import { array, assert, asyncProperty, constantFrom, integer, oneof, record, tuple } from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Determination } from './determinations/determination.ts'
import { connectService, type Database } from './kernel/database.ts'
import { determinationIn } from './determinations/read-determinations.ts'
import { type RecordReply, recordReply } from './determinations/recommendations/record-reply.ts'
import { insertReply } from './determinations/recommendations/recommendations-table.ts'
import { type Actor, readAs, writeAs } from './kernel/transaction.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { askGate } from './licences/ask-gate.ts'
import { drawQuota } from './licences/draw-quota.ts'
import { grantLicence } from './licences/grant-licence.ts'
import { statusOn } from './licences/licence.ts'
import { checkKit } from './licences/kits/check-kit.ts'
import { readDraws } from './licences/read-draws.ts'
import { readLicence } from './licences/read-licences.ts'
import { reverseDraw } from './licences/reverse-draw.ts'
import type { ScopeLine } from './licences/scope.ts'
import { readReferrals } from './referrals/read-referrals.ts'
import { approvedAndOrdered, orderAlone, playRestricted, RESTRICTED_ACT } from './licence-orders-fixture.ts'
import { authorisedMaker, done, openThread, publish, refusedFor, type TestThread } from './thread-fixture.ts'

const LICENCE = { valid_from: '2026-07-15', valid_until: '2029-06-30' }
const whole = (hs_prefix: string, quota: number | null = null): ScopeLine => ({ hs_prefix, quota, ...LICENCE })

describe.each(SERVERS)('a licence on $name', (server) => {
  let thread: TestThread
  let maker: string
  /** Of another process. */
  let beside: Database
  beforeAll(async () => {
    thread = await openThread(server)
    beside = connectService(thread.made.service, () => undefined)
    await publish(thread, 'bicycles')
    // What determinations order is made up here; how they come about has tests of its own.
    await thread.made.tamper('alter table licence_orders drop constraint licence_orders_determination_id_fkey')
    maker = (await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')).id
    thread.on('2026-08-02')
  })
  afterAll(async () => {
    await beside.pool.end()
    await thread.made.drop()
  })

  async function granted(
    kind: 'import_licence' | 'manufacturing_authorisation' | 'concession',
    quota: number | null,
    scope: readonly ScopeLine[],
  ) {
    const input = { manufacturer_id: maker, programme: 'bicycles', kind, quota, scope, ...LICENCE, reason: 'Seen.' }
    return await grantLicence(thread.recorder, thread.approvingOfficer, input)
  }
  const draw = async (licence: string, entry: string, hs_line: string, units: number) =>
    await drawQuota(thread.recorder, thread.customsOfficer, { licence, entry, hs_line, units, drawn_on: '2026-08-01' })
  async function gate(licence: string, hs_line: string, units: number) {
    const sign = () => 'signed'
    const asked = { licence, day: '2026-08-01', hs_line, units }
    return done(await askGate(thread.made.database, thread.customsOfficer, { sign }, asked)).answer
  }

  test('lets in what it is for up to the quota of the line and of the whole, and nothing else', async () => {
    const { number } = done(await granted('import_licence', 10, [whole('8714', 6), whole('87120000')]))
    expect(await gate(number, '40115000', 1)).toMatchObject({ because: 'out_of_scope', status: 'good', remaining: 10 })
    expect(refusedFor(await draw(number, 'KHI-1', '40115000', 1))).toEqual({
      code: 'out_of_scope',
      hs_line: '40115000',
      day: '2026-08-01',
    })
    done(await draw(number, 'KHI-1', '87149100', 5))
    // 6 − 5 = 1 of the line, 10 − 5 = 5 of the whole.
    expect(await gate(number, '87149200', 1)).toMatchObject({ because: 'good', remaining: 1 })
    expect(await gate(number, '87149200', 2)).toMatchObject({ because: 'quota_used_up', remaining: 1 })
    expect(refusedFor(await draw(number, 'KHI-2', '87149200', 2))).toEqual({
      code: 'quota_exceeded',
      remaining: 1,
      units: 2,
    })
    // The same customs entry has another line.
    expect(done(await draw(number, 'KHI-1', '87120000', 5))).toMatchObject({ remaining: 0 })
    expect(refusedFor(await draw(number, 'KHI-1', '87120000', 1)).code).toBe('entry_drawn')
    expect(refusedFor(await draw(number, 'KHI-3', '87149200', 1))).toMatchObject({ remaining: 0 })
  })

  const reverse = async (licence: string, drawn: string, database = thread.made.database) =>
    await reverseDraw({ ...thread.recorder, database }, thread.customsOfficer, {
      licence,
      draw: drawn,
      reason: 'The entry was of another importer.',
    })
  async function left(number: string) {
    const { quota, drawn, scope } = done(await readLicence(thread.made.database, thread.caseOfficer, number))
    return [(quota ?? 0) - drawn, (scope[0]?.quota ?? 0) - (scope[0]?.drawn ?? 0)]
  }

  test('counts the same line of an entry once, answers the same again alike and refuses it with other content', async () => {
    const { number } = done(await granted('import_licence', 10, [whole('8714', 6)]))
    const first = done(await draw(number, 'KHI-1', '87149100', 5))
    expect(first).toMatchObject({ units: 5, remaining: 1, reversed: null })
    expect(done(await draw(number, 'KHI-1', '87149100', 5))).toEqual(first)
    expect(refusedFor(await draw(number, 'KHI-1', '87149100', 4)).code).toBe('entry_drawn')
    // Five at once of what was never booked, over two processes, are one booking.
    const input = { licence: number, entry: 'KHI-2', hs_line: '87149100', units: 1, drawn_on: '2026-08-01' }
    const together = await Promise.all(
      [thread.made.database, beside, thread.made.database, beside, beside].map(
        async (database) => done(await drawQuota({ ...thread.recorder, database }, thread.customsOfficer, input)).id,
      ),
    )
    expect(new Set(together).size).toBe(1)
    // 10 − 5 − 1 of the whole, 6 − 5 − 1 of the line.
    expect(await left(number)).toEqual([4, 0])
  })

  test('gets back what was taken back, once; and a line is booked anew only in the place of what was', async () => {
    const { number } = done(await granted('import_licence', 10, [whole('8714', 6)]))
    const { id } = done(await draw(number, 'KHI-1', '87149100', 6))
    const other = done(await granted('import_licence', 10, [whole('8714', 6)])).number
    expect(refusedFor(await reverse(other, id)).code).toBe('draw_unknown')
    const both = await Promise.all([reverse(number, id), reverse(number, id, beside)])
    expect(both.filter((one) => 'done' in one)).toHaveLength(1)
    expect(refusedFor(await reverse(number, id)).code).toBe('draw_reversed')
    expect(await left(number)).toEqual([10, 6])
    // The message that booked it comes late once more.
    expect(refusedFor(await draw(number, 'KHI-1', '87149100', 6))).toMatchObject({ code: 'draw_reversed', draw: id })
    const anew = { licence: number, entry: 'KHI-1', hs_line: '87149100', units: 2, drawn_on: '2026-08-01' }
    const book = async (replaces: string, entry = 'KHI-1') =>
      await drawQuota(thread.recorder, thread.customsOfficer, { ...anew, entry, replaces })
    const again = done(await book(id))
    expect(again).toMatchObject({ replaces: id, remaining: 4 })
    expect(done(await book(id))).toEqual(again)
    expect(refusedFor(await book(id, 'KHI-7')).code).toBe('draw_not_replaced')
    expect(await left(number)).toEqual([8, 4])
    const { items } = done(await readDraws(thread.made.database, thread.caseOfficer, number, {}))
    expect(items.map(({ units, reversed }) => [units, reversed?.reason ?? null])).toEqual([
      [2, null],
      [6, 'The entry was of another importer.'],
    ])
  })

  test('of manufacture has a state at the gate, and lets nothing in', async () => {
    const { number, scope, quota } = done(await granted('manufacturing_authorisation', 10, [whole('8714', 6)]))
    expect([scope, quota]).toEqual([[], null])
    expect(await gate(number, '87149100', 1)).toMatchObject({
      allowed: false,
      because: 'not_an_import_licence',
      kind: 'manufacturing_authorisation',
      status: 'good',
    })
  })

  let determined = 0
  /** What a determination of these effects orders, as its approval does: one that is in the tables, since others are weighed with it. */
  async function ordered(
    kind: 'sanction' | 'restoration',
    effects: readonly string[],
    follows?: string,
    recommends = false,
  ): Promise<Determination & { readonly licences: readonly string[] }> {
    const number = `D-0009${String((determined += 1)).padStart(2, '0')}`
    return await approvedAndOrdered(thread, { number, maker, kind, effects, follows, recommends })
  }
  async function statusOf(number: string): Promise<string> {
    return statusOn(done(await readLicence(thread.made.database, thread.caseOfficer, number)), '2026-08-02')
  }

  test('that is a concession is withdrawn and restored by determinations, and no sanction upon licences reaches it', async () => {
    const concession = done(await granted('concession', 100, [whole('8714')])).number
    const licence = done(await granted('import_licence', null, [])).number
    expect(concession).toMatch(/^CN-/)
    expect(await gate(concession, '87149100', 40)).toMatchObject({ because: 'good', allowed: true, remaining: 100 })
    expect(await gate(concession, '40115000', 1)).toMatchObject({ because: 'out_of_scope' })
    done(await draw(concession, 'KHI-9', '87149100', 40))
    const reached = await ordered('sanction', ['suspend licence', 'withdraw concession', 'withdraw import_licence'])
    expect(reached.licences).toContain(concession)
    expect([await statusOf(concession), await statusOf(licence)]).toEqual(['withdrawn', 'suspended'])
    const late = { licence: concession, entry: 'KHI-10', hs_line: '87149100', units: 1, drawn_on: '2026-08-02' }
    expect(refusedFor(await drawQuota(thread.recorder, thread.customsOfficer, late))).toEqual({
      code: 'licence_not_good',
      because: 'withdrawn',
      day: '2026-08-02',
    })
    const restored = await ordered('restoration', [], reached.id)
    expect(restored.licences).toEqual(expect.arrayContaining([concession, licence]))
    expect([await statusOf(concession), await statusOf(licence)]).toEqual(['good', 'good'])
  })

  test('that is restricted to a share of its quotas keeps what was drawn, and nothing more is drawn than is left of that share', async () => {
    const { number } = done(await granted('import_licence', 10, [whole('8714', 6), whole('87120000')]))
    const boundless = done(await granted('import_licence', null, [])).number
    done(await draw(number, 'KHI-1', '87149100', 4))
    const of = async (day: string, entry: string, hs_line: string, units: number) =>
      await drawQuota(thread.recorder, thread.customsOfficer, { licence: number, entry, hs_line, units, drawn_on: day })
    const first = await ordered('sanction', ['restrict import_licence 60%'])
    expect(first.licences).toContain(number)
    expect(first.licences).not.toContain(boundless)
    const wanted = { kind: 'effect_unknown', released: false } as const
    const { items } = await readReferrals(thread.made.database, thread.approvingOfficer, wanted, {})
    expect(items.map(({ subject }) => subject)).toContain(`determination ${first.number}`)
    // 60% of 6 are 3 of the line, of which 4 are drawn; 60% of 10 are 6 of the whole, which leaves 2.
    expect(refusedFor(await of('2026-08-02', 'KHI-2', '87149100', 1))).toMatchObject({ remaining: 0 })
    expect(refusedFor(await of('2026-08-02', 'KHI-2', '87120000', 3))).toMatchObject({ remaining: 2 })
    // What came in the day before is booked on the quota as it was then.
    expect(done(await of('2026-08-01', 'KHI-2', '87149100', 1))).toMatchObject({ remaining: 1 })
    expect(done(await of('2026-08-02', 'KHI-3', '87120000', 1))).toMatchObject({ remaining: 0 })
    const { id } = done(await readLicence(thread.made.database, thread.caseOfficer, number))
    const past = thread.made.tamper(
      `insert into licence_draws values (gen_random_uuid(), '${id}', 'KHI-4', 1, '2026-08-02', now(), 'x', '87120000', 2)`,
    )
    await expect(past).rejects.toThrow('is used up')
    await ordered('restoration', [], first.id)
    expect(done(await of('2026-08-02', 'KHI-4', '87120000', 4))).toMatchObject({ remaining: 0 })
    const { orders } = done(await readLicence(thread.made.database, thread.caseOfficer, number))
    expect(orders.map(({ kind, percent }) => percent ?? kind)).toEqual(['grant', '60', 'lift'])
  })

  const REPLY = {
    kind: 'accepted',
    authority: 'Federal Board of Revenue',
    replied_on: '2026-08-01',
    reference: 'SRO 15',
    words: 'The concession is withdrawn.',
    effective_on: '2026-08-02',
    file: null,
  } as const
  const replied = async (number: string, more: Partial<RecordReply> = {}, by?: Actor) =>
    await recordReply(thread.recorder, by ?? thread.approvingOfficer, { ...REPLY, number, ...more })

  test('follows what an authority orders to whom it was recommended, until that lifts it, and nothing before', async () => {
    const concession = done(await granted('concession', 100, [whole('8714')])).number
    const { id, number, licences } = await ordered('sanction', ['withdraw concession'], undefined, true)
    expect([licences, await statusOf(concession)]).toEqual([[], 'good'])
    expect(refusedFor(await replied(number, { kind: 'lifted' })).code).toBe('reply_out_of_order')
    const tomorrow = { replied_on: '2026-08-03', effective_on: '2026-08-03' }
    expect(refusedFor(await replied(number, tomorrow)).code).toBe('reply_day')
    expect(refusedFor(await replied(number, { file: { document_id: id } })).code).toBe('document_unknown')
    expect(refusedFor(await replied(number, { effective_on: '2026-07-31' })).code).toBe('reply_without_day')
    const own = { ...thread.approvingOfficer, person: 'officer' }
    expect(refusedFor(await replied(number, {}, own)).code).toBe('own_determination')
    done(await replied(number, { kind: 'other', words: 'Which lines?', effective_on: null }))
    expect(await statusOf(concession)).toBe('good')
    const file = { name: 'sro.pdf', bytes: Buffer.from('%PDF-1.7\n') }
    const { reply, licences: reached } = done(await replied(number, { file }))
    expect([reply.position, reached.includes(concession), await statusOf(concession)]).toEqual([2, true, 'withdrawn'])
    const { orders } = done(await readLicence(thread.made.database, thread.caseOfficer, concession))
    expect(orders.at(-1)).toMatchObject({
      kind: 'withdraw',
      determination_id: id,
      reason: `Federal Board of Revenue, SRO 15 of 2026-08-01 (${number})`,
    })
    expect(refusedFor(await replied(number, { kind: 'declined' })).code).toBe('reply_out_of_order')
    // A cure is for that authority to weigh.
    await ordered('restoration', [], id)
    expect(await statusOf(concession)).toBe('withdrawn')
    done(await replied(number, { kind: 'lifted', reference: 'SRO 22' }))
    expect(await statusOf(concession)).toBe('good')
    expect(refusedFor(await replied((await ordered('sanction', ['suspend licence'])).number)).code).toBe(
      'nothing_recommended',
    )
  })

  test('is withdrawn by no reply that the database does not know to be one', async () => {
    const { number } = await ordered('sanction', ['withdraw concession'], undefined, true)
    const [mine] = await readAs(thread.made.database, thread.approvingOfficer, async (tables) => [
      await determinationIn(tables, number),
    ])
    const { number: _number, file: _file, ...said } = { ...REPLY, number, file: null }
    const row = {
      ...said,
      determination_id: mine?.id ?? '',
      manufacturer_id: maker,
      position: 1,
      document_id: null,
      recorded_at: '2026-08-02T06:00:00.000Z',
      recorded_by: thread.approvingOfficer.person,
    }
    const written = async (by: Actor, more: object) =>
      await writeAs(thread.made.database, by, async (tables) => {
        await insertReply(tables, { ...row, recorded_by: by.person, ...more })
        return { rollBack: undefined }
      })
    await expect(written(thread.caseOfficer, {})).rejects.toThrow('row-level security')
    await expect(written(thread.approvingOfficer, { kind: 'lifted' })).rejects.toThrow('is not lifted next')
    await expect(written(thread.approvingOfficer, { position: 2 })).rejects.toThrow('leave out a position')
    await expect(written({ ...thread.approvingOfficer, person: 'officer' }, {})).rejects.toThrow('who prepared')
    const imposed = await ordered('sanction', ['suspend licence'])
    await expect(written(thread.approvingOfficer, { determination_id: imposed.id })).rejects.toThrow(
      'nothing was recommended',
    )
  })

  test('is not overdrawn for goods that came in meanwhile: an officer gets them, once', async () => {
    const { number } = done(await granted('import_licence', 5, []))
    const late = {
      licence: number,
      entry: 'KHI-1',
      hs_line: '87149100',
      units: 7,
      drawn_on: '2026-08-01',
      let_in: true,
    }
    const book = async (units: number) => await drawQuota(thread.recorder, thread.customsOfficer, { ...late, units })
    expect(refusedFor(await book(7))).toMatchObject({ code: 'late_draw', because: 'quota_used_up' })
    expect(refusedFor(await book(7)).code).toBe('late_draw')
    const wanted = { kind: 'late_draw', released: false } as const
    const { items } = await readReferrals(thread.made.database, thread.approvingOfficer, wanted, {})
    expect(items.map(({ subject, manufacturer_id }) => [subject, manufacturer_id])).toEqual([
      [`licence ${number} KHI-1 87149100`, maker],
    ])
    expect(items[0]?.words?.en).toContain('7 units of 87149100 on 2026-08-01')
    // What the licence covers is booked with the day of the import, however late it comes.
    expect(done(await book(5))).toMatchObject({ drawn_on: '2026-08-01', remaining: 0 })
  })

  test('has kits of two declarations looked at by an officer, while whole ones pass', async () => {
    await publish(thread, 'pk-medmp-2026')
    thread.on('2026-08-20')
    const input = { manufacturer_id: maker, programme: 'pk-medmp-2026', kind: 'concession', quota: null } as const
    const scope = [whole('8517')]
    const given = await grantLicence(thread.recorder, thread.approvingOfficer, {
      ...input,
      scope,
      ...LICENCE,
      reason: 'Kits.',
    })
    const { number } = done(given)
    const declare = async (entry: string, kit: string, parts: number, declared_on: string) =>
      await checkKit(thread.recorder, thread.shelf, thread.customsOfficer, {
        licence: number,
        entry,
        kit,
        category: 'smartphone',
        kit_form: 'skd',
        parts,
        declared_on,
      })
    expect(done(await declare('1', 'Sitara', 45, '2026-08-01'))).toMatchObject({
      finding: 'met',
      least: 40,
      flagged: false,
    })
    expect(done(await declare('2', 'Sitara', 45, '2026-08-03'))).toMatchObject({ finding: 'met', flagged: false })
    expect(refusedFor(await declare('2', 'Sitara', 44, '2026-08-03')).code).toBe('kit_declared')
    // Both halves at once, so that neither is the first.
    const halves = await Promise.all([declare('3', 'Chand', 24, '2026-08-05'), declare('4', 'Chand', 22, '2026-08-09')])
    expect(halves.map((one) => done(one).finding)).toEqual(['not_met', 'not_met'])
    expect(halves.filter((one) => done(one).flagged)).toHaveLength(1)
    const again = done(await declare('3', 'Chand', 24, '2026-08-05'))
    expect(again).toMatchObject({ flagged: true, others: [{ entry: '4', parts: 22 }], window_is_assumed: true })
    // Twenty-eight days before the first half, and thirty-two before the second.
    expect(done(await declare('5', 'Chand', 40, '2026-07-08')).others.map(({ entry }) => entry)).toEqual(['3'])
    const wanted = { kind: 'kit_split', released: false } as const
    const { items } = await readReferrals(thread.made.database, thread.caseOfficer, wanted, {})
    expect(items.map(({ subject }) => subject)).toEqual([`licence ${number} kit Chand`])
    thread.on('2026-08-02')
  })

  test('is revoked by what follows a suspension, and a cure does not bring it back', async () => {
    const { id, number } = done(await granted('import_licence', null, []))
    const order = async (position: number, kind: string) =>
      await thread.made.tamper(
        `insert into licence_orders values ('${id}', ${position}, '${kind}', '2026-08-02', 'x', gen_random_uuid(), now(), 'x')`,
      )
    await expect(order(2, 'revoke')).rejects.toThrow('was not sanctioned before')
    await order(2, 'suspend')
    await order(3, 'revoke')
    expect(await statusOf(number)).toBe('revoked')
    await expect(order(4, 'restore')).rejects.toThrow('the revocation stands')
  })

  test('that is a concession names the goods that it is for', async () => {
    expect(refusedFor(await granted('concession', null, []))).toEqual({ code: 'concession_without_lines' })
    const { id } = done(await granted('import_licence', null, []))
    await expect(
      thread.made.tamper(
        `insert into licence_orders values ('${id}', 2, 'withdraw', '2026-08-02', 'x', gen_random_uuid(), now(), 'x')`,
      ),
    ).rejects.toThrow('is no concession')
  })

  test('is never overdrawn, of a line or of the whole, by two who draw at once', async () => {
    const units = integer({ min: 1, max: 6 })
    const pair = tuple(constantFrom('87149100', '87120000'), units, constantFrom('87149100', '87120000'), units)
    await assert(
      asyncProperty(array(pair, { minLength: 1, maxLength: 3 }), async (pairs) => {
        const { number } = done(await granted('import_licence', 10, [whole('8714', 6), whole('87120000')]))
        let total = 0
        let line = 0
        for (const [index, [firstLine, first, secondLine, second]] of pairs.entries()) {
          const both = [
            [firstLine, first, 'a'],
            [secondLine, second, 'b'],
          ] as const
          const drawn = await Promise.all(
            both.map(async ([hs, count, which]) => await draw(number, `${index}${which}`, hs, count)),
          )
          for (const [position, [hs, count]] of both.entries()) {
            const outcome = drawn[position]
            if (outcome === undefined || 'refused' in outcome) continue
            total += count
            line += hs === '87149100' ? count : 0
          }
        }
        const held = done(await readLicence(thread.made.database, thread.caseOfficer, number))
        expect([held.drawn, held.scope[0]?.drawn]).toEqual([total, line])
        expect(total).toBeLessThanOrEqual(10)
        expect(line).toBeLessThanOrEqual(6)
      }),
      { numRuns: 12 },
    )
  })

  test('has what the quota leaves after its draws, and the status that its orders replay to, whatever two do at once', async () => {
    const act = oneof(
      record({
        kind: constantFrom('draw' as const),
        line: constantFrom('87149100', '87120000'),
        units: integer({ min: 1, max: 6 }),
      }),
      record({ kind: constantFrom('reverse' as const), nth: integer({ min: 0, max: 3 }) }),
      record({ kind: constantFrom('suspend' as const, 'restore' as const) }),
    )
    const cause = (await ordered('sanction', [])).id
    await assert(
      asyncProperty(array(tuple(act, act), { minLength: 1, maxLength: 5 }), async (pairs) => {
        const { number } = done(await granted('import_licence', 10, [whole('8714', 6), whole('87120000')]))
        const booked = new Map<string, { readonly units: number; readonly line: string }>()
        for (const [round, pair] of pairs.entries()) {
          const known = [...booked.keys()]
          await Promise.all(
            pair.map(async (one, which) => {
              const database = which === 0 ? thread.made.database : beside
              if (one.kind === 'draw') {
                const { line, units } = one
                const input = {
                  licence: number,
                  entry: `${round}-${which}`,
                  hs_line: line,
                  units,
                  drawn_on: '2026-08-02',
                }
                const drawn = await drawQuota({ ...thread.recorder, database }, thread.customsOfficer, input)
                if ('done' in drawn) booked.set(drawn.done.id, { units, line })
              } else if (one.kind === 'reverse') {
                const id = known[one.nth]
                if (id !== undefined && 'done' in (await reverse(number, id, database))) booked.delete(id)
              } else await orderAlone(thread, { number, kind: one.kind, cause, database })
            }),
          )
          const held = done(await readLicence(thread.made.database, thread.caseOfficer, number))
          const net = (of: (line: string) => boolean): number =>
            [...booked.values()].reduce((sum, { units, line }) => sum + (of(line) ? units : 0), 0)
          expect([held.drawn, held.scope[0]?.drawn]).toEqual([net(() => true), net((line) => line === '87149100')])
          expect(held.drawn).toBeLessThanOrEqual(10)
          expect(held.scope[0]?.drawn).toBeLessThanOrEqual(6)
          // No order says again what holds already, so that the last one is the status.
          const kinds = held.orders.map(({ kind }) => kind)
          expect(kinds).toEqual(kinds.map((_, nth) => (nth === 0 ? 'grant' : nth % 2 === 1 ? 'suspend' : 'restore')))
          expect(statusOn(held, '2026-08-02')).toBe(kinds.at(-1) === 'suspend' ? 'suspended' : 'good')
        }
      }),
      { numRuns: 10 },
    )
  })

  test('is never drawn beyond the share that stands, whatever is drawn, restricted and lifted before it', async () => {
    const cause = (await ordered('sanction', [])).id
    await assert(
      asyncProperty(array(RESTRICTED_ACT, { minLength: 2, maxLength: 6 }), async (acts) => {
        const { number, id } = done(await granted('import_licence', 10, [whole('8714', 6), whole('87120000')]))
        const { total, line } = await playRestricted(thread, { number, id, cause, quota: 10, ofLine: 6 }, acts)
        const held = done(await readLicence(thread.made.database, thread.caseOfficer, number))
        expect([held.drawn, held.scope[0]?.drawn]).toEqual([total, line])
      }),
      { numRuns: 8 },
    )
  })

  test('keeps its lines and its quotas also past the commands', async () => {
    const { id } = done(await granted('import_licence', 10, [whole('8714', 6)]))
    const raw = async (entry: string, hs: string, units: number, position: number | null) =>
      await thread.made.tamper(
        `insert into licence_draws values (gen_random_uuid(), '${id}', '${entry}', ${units}, '2026-08-01', now(), 'x', '${hs}', ${position})`,
      )
    await raw('1', '87149100', 6, 1)
    await expect(raw('2', '87149100', 1, 1)).rejects.toThrow('quota of the line 87149100 is used up')
    await expect(raw('3', '87120000', 1, 1)).rejects.toThrow('is not for the line 87120000')
    await expect(raw('4', '87149100', 1, null)).rejects.toThrow('is not for the line')
    const boundless = done(await granted('import_licence', null, [])).id
    const restricted = async (of: string, percent: string) =>
      await thread.made.tamper(
        `insert into licence_orders values ('${of}', 2, 'restrict', '2026-08-02', 'x', gen_random_uuid(), now(), 'x', null, ${percent})`,
      )
    await expect(restricted(boundless, "'60'")).rejects.toThrow('has no quota to restrict')
    for (const percent of ['null', "'100'", "'-1'", "'a half'"])
      await expect(restricted(id, percent)).rejects.toThrow('violates check constraint')
    await expect(
      thread.made.tamper(`insert into licence_scope values ('${id}', 2, '8712', null, '2026-07-15', '2029-06-30')`),
    ).rejects.toThrow('is granted')
  })
})
