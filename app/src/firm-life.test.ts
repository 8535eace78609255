/** What follows from the events of firms in the database: who sees and files what, which licences pass, and what two at once cannot do. */
import { array, assert, asyncProperty, constantFrom, integer, tuple } from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCalendar } from './deadlines/read-obligations.ts'
import { allOf } from './kernel/read-page.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import type { Actor } from './kernel/transaction.ts'
import { readStatement } from './ledger/read-statement.ts'
import { drawQuota } from './licences/draw-quota.ts'
import { grantLicence } from './licences/grant-licence.ts'
import type { Licence } from './licences/licence.ts'
import { readLicence, readLicences } from './licences/read-licences.ts'
import type { NewAgreement } from './manufacturers/agreements/agreement.ts'
import { endAgreement, readAgreements, recordAgreement } from './manufacturers/agreements/record-agreement.ts'
import { readManufacturer, readManufacturers } from './manufacturers/read-manufacturers.ts'
import { answerNotice } from './notices/answer-notice.ts'
import { readNotices } from './notices/read-notices.ts'
import { readDocument } from './documents/read-document.ts'
import { readDeterminations } from './determinations/read-determinations.ts'
import { readModel } from './products/read-models.ts'
import { recordTac } from './products/record-approval.ts'
import { registerModel } from './products/register-model.ts'
import { fileReturn, shownHash } from './returns/filing/file-return.ts'
import { readReturns } from './returns/filing/read-returns.ts'
import type { FilledSheets } from './returns/write/fill-template.ts'
import { uploadReturn } from './returns/filing/upload-return.ts'
import { approveEvent, declineEvent, withdrawEvent } from './successions/decide-event.ts'
import { type ProposeEvent, proposeEvent } from './successions/propose-event.ts'
import { readBound } from './successions/read-bound.ts'
import { readEvents } from './successions/read-events.ts'
import {
  authorisedMaker,
  bicycles,
  determinedAs,
  done,
  filedReturn,
  openThread,
  publish,
  refusedFor,
  ROADSTER,
  type TestMaker,
  type TestThread,
  workbook,
  servedNotice,
} from './thread-fixture.ts'

const CONFIRMED = async () => await Promise.resolve({ done: true })
const NOTHING = { new_name: null, answers_id: null, licences_pass: null, parts: [], follows: null }

describe.each(SERVERS)('the life of firms on $name', (server) => {
  let thread: TestThread
  let ravi: TestMaker
  let chenab: TestMaker
  let jhelum: TestMaker
  let file: Buffer
  let raviLicence: string

  beforeAll(async () => {
    thread = await openThread(server)
    await publish(thread, 'bicycles')
    ravi = await authorisedMaker(thread, 'Ravi Cycles', 'K-1')
    chenab = await authorisedMaker(thread, 'Chenab Cycles', 'K-2')
    jhelum = await authorisedMaker(thread, 'Sutlej Cycles', 'K-3')
    // The year after that of the fixture.
    const sheets = JSON.stringify(bicycles(16_000)).replaceAll('2026-', '2027-')
    file = await workbook('bicycles', JSON.parse(sheets) as FilledSheets)
    raviLicence = (await granted(ravi.id)).number
    thread.on('2027-07-10')
  }, 60_000)
  afterAll(async () => {
    await thread.made.drop()
  })

  async function granted(manufacturer_id: string, quota = 1000): Promise<Licence> {
    const period = { valid_from: '2026-07-15', valid_until: '2030-06-30' }
    const input = {
      manufacturer_id,
      programme: 'bicycles',
      kind: 'import_licence',
      quota,
      scope: [],
      reason: 'Seen.',
    } as const
    return done(await grantLicence(thread.recorder, thread.approvingOfficer, { ...input, ...period }))
  }
  const propose = async (event: Partial<ProposeEvent> & Pick<ProposeEvent, 'firm_id' | 'kind' | 'effective_on'>) =>
    await proposeEvent(thread.recorder, thread.shelf, thread.caseOfficer, { ...NOTHING, reason: 'By deed.', ...event })
  const approve = async (id: string, officer = thread.approvingOfficer) =>
    await approveEvent(thread.recorder, thread.shelf, officer, id)
  async function happened(event: Parameters<typeof propose>[0]): Promise<void> {
    done(await approve(done(await propose(event)).id))
  }
  const merger = (firm: TestMaker, into: TestMaker, effective_on: string) =>
    ({ firm_id: firm.id, kind: 'merged', answers_id: into.id, licences_pass: true, effective_on }) as const
  const upload = async (actor: Actor, period: string, manufacturer_id?: string) =>
    await uploadReturn(thread.recorder, thread.shelf, actor, {
      programme: 'bicycles',
      kind: 'annual',
      period,
      manufacturer_id,
      name: 'return.xlsx',
      bytes: file,
    })
  async function sight(actor: Actor) {
    const { database } = thread.made
    return {
      firms: (await readManufacturers(database, actor, {})).items.map(({ name }) => name).toSorted(),
      licences: (await readLicences(database, actor, {})).items.map(({ number }) => number),
      returns: (await readReturns(database, actor, {})).items.map(({ period }) => period),
      determinations: (await readDeterminations(database, actor, {})).items.length,
      notices: (await readNotices(database, actor, {})).items.length,
      entries: (await readStatement(database, actor, ravi.id)).length,
    }
  }
  async function owed(actor: Actor): Promise<readonly string[]> {
    const { obligations } = await readCalendar(thread.recorder, thread.shelf, actor)
    return obligations.filter(({ state }) => state !== 'done').map(({ key }) => key)
  }

  test('one officer proposes and another approves, on the day or after, and nobody decides twice', async () => {
    const event = { firm_id: jhelum.id, kind: 'renamed', new_name: 'Jhelum Works', effective_on: '2027-07-11' } as const
    const proposed = done(await propose(event))
    expect(refusedFor(await propose(event)).code).toBe('event_waiting')
    expect(refusedFor(await approve(proposed.id)).code).toBe('event_ahead')
    const person = { ...thread.approvingOfficer, person: thread.caseOfficer.person }
    expect(refusedFor(await approve(proposed.id, person)).code).toBe('event_own')
    const input = { id: proposed.id, reason: 'Not yet.' }
    expect(refusedFor(await declineEvent(thread.recorder, person, input)).code).toBe('event_own')
    const other = { ...thread.caseOfficer, person: thread.approvingOfficer.person }
    expect(refusedFor(await withdrawEvent(thread.recorder, other, input)).code).toBe('event_of_other')
    done(await declineEvent(thread.recorder, thread.approvingOfficer, input))
    expect(refusedFor(await approve(proposed.id)).code).toBe('event_decided')
    const again = done(await propose(event))
    done(await withdrawEvent(thread.recorder, thread.caseOfficer, { ...input, id: again.id }))
    const program = { ...thread.approvingOfficer, person: 'key:1' }
    expect(refusedFor(await approve(again.id, program)).code).toBe('not_allowed')
    // Past the commands the database itself refuses one who decides on what is his own.
    const own = done(await propose(event))
    await expect(
      thread.made.tamper(
        `insert into firm_event_decisions values ('${own.id}', 'approved', null, '{}', now(), '${thread.caseOfficer.person}')`,
      ),
    ).rejects.toThrow('who proposed an event')
    thread.on('2027-07-11')
    done(await approve(own.id))
  })

  test('a firm is called by the name of the day, and no other takes a name that is in use', async () => {
    const { database } = thread.made
    const named = async (on: string) =>
      done(await readBound(database, thread.caseOfficer, { id: jhelum.id, on, made: undefined })).firm.name
    expect([await named('2027-07-10'), await named('2027-07-11')]).toEqual(['Sutlej Cycles', 'Jhelum Works'])
    expect(done(await readManufacturer(database, jhelum.clerk, jhelum.id)).name).toBe('Jhelum Works')
    const taken = await propose({
      firm_id: ravi.id,
      kind: 'renamed',
      new_name: 'jhelum works',
      effective_on: '2027-07-11',
    })
    expect(refusedFor(taken)).toEqual({ code: 'name_taken', name: 'jhelum works', holder: 'Jhelum Works' })
    // Nor one that only looks like another: with a second space, or an accent.
    for (const new_name of ['Jhelum  Works', 'Jhelum-Works.', 'Jhelūm Works'])
      expect(
        refusedFor(await propose({ firm_id: ravi.id, kind: 'renamed', new_name, effective_on: '2027-07-11' })),
      ).toMatchObject({ code: 'name_taken', holder: 'Jhelum Works' })
  })

  test('a list by name has a firm where its present name stands, page by page', async () => {
    const { database } = thread.made
    const names = allOf(async ({ cursor }) => {
      return await readManufacturers(database, thread.caseOfficer, { cursor, limit: 1 }, { order: 'name' })
    })
    expect((await names).map(({ name }) => name)).toEqual(['Chenab Cycles', 'Jhelum Works', 'Ravi Cycles'])
  })

  test('what was determined stands, and a day in that year is taken only with what follows for it', async () => {
    const returned = await filedReturn(thread, ravi, 16_000)
    const failure = await determinedAs(thread, returned, '2027-07-11', 'failure')
    await determinedAs(thread, returned, '2027-07-11', 'entitlement')
    await servedNotice(thread, failure.number)
    const event = merger(ravi, chenab, '2027-06-30')
    expect(refusedFor(await propose(event))).toMatchObject({ code: 'year_determined', year: '2026-27' })
    const proposed = done(await propose({ ...event, follows: 'Chenab answers the notice.' }))
    done(await withdrawEvent(thread.recorder, thread.caseOfficer, { id: proposed.id, reason: 'Another day.' }))
    // The day after the year it is another year.
    const after = done(await propose(merger(ravi, chenab, '2027-07-01')))
    done(await withdrawEvent(thread.recorder, thread.caseOfficer, { id: after.id, reason: 'Another day.' }))
  })

  test('who answers for a firm sees its case, answers its notices and files its returns; the firm itself no more, and nobody else', async () => {
    const { database } = thread.made
    const before = await sight(chenab.clerk)
    expect(before).toEqual({
      firms: ['Chenab Cycles'],
      licences: [],
      returns: [],
      determinations: 0,
      notices: 0,
      entries: 0,
    })
    expect(refusedFor(await upload(chenab.clerk, '2026-27', ravi.id)).code).toBe('not_authorised')
    const stranger = await sight(jhelum.clerk)
    const model = done(await registerModel(thread.recorder, thread.shelf, ravi.clerk, ROADSTER))
    const sees = async (who: Actor): Promise<boolean> => 'done' in (await readModel(database, who, model.id))
    expect(await sees(chenab.clerk)).toBe(false)
    thread.on('2027-08-01')
    await happened(merger(ravi, chenab, '2027-08-01'))
    expect(await sight(jhelum.clerk)).toEqual(stranger)
    expect(await sight(chenab.clerk)).toEqual({
      firms: ['Chenab Cycles', 'Ravi Cycles'],
      licences: [raviLicence],
      returns: ['2026-27'],
      determinations: 2,
      notices: 1,
      entries: 1,
    })
    expect(await sight(ravi.clerk)).toMatchObject({ firms: ['Ravi Cycles'], licences: [], returns: ['2026-27'] })
    // What it files for Ravi is held against Ravi's models.
    expect([await sees(chenab.clerk), await sees(jhelum.clerk)]).toEqual([true, false])
    const code = { id: model.id, tac: '35123456' }
    expect(refusedFor(await recordTac(thread.recorder, chenab.clerk, code)).code).toBe('model_unknown')

    // The year in which it merged is reported for it once more, and by whoever answers for it.
    thread.on('2028-07-02')
    expect(await owed(chenab.clerk)).toContain(`return:${ravi.id}:bicycles:annual:2027-28`)
    expect(await owed(chenab.clerk)).toContain(`return:${chenab.id}:bicycles:annual:2027-28`)
    expect(await owed(ravi.clerk)).toEqual([])
    expect(refusedFor(await upload(ravi.clerk, '2027-28'))).toEqual({
      code: 'firm_ended',
      firm: 'Ravi Cycles',
      ended_on: '2027-08-01',
    })
    expect(refusedFor(await upload(chenab.clerk, '2028-29', ravi.id)).code).toBe('period_after_firm')
    expect(refusedFor(await upload(jhelum.clerk, '2027-28', ravi.id)).code).toBe('not_authorised')
    const { found, version } = done(await upload(chenab.clerk, '2027-28', ravi.id))
    expect(found.manufacturer_id).toBe(ravi.id)
    const shown_hash = (await shownHash(thread.recorder, chenab.signatory, found.id, version)) ?? ''
    const signed = { id: found.id, version, shown_hash }
    const byRavi = await fileReturn(thread.recorder, thread.shelf, ravi.signatory, signed, CONFIRMED)
    expect(refusedFor(byRavi).code).toBe('firm_ended')
    done(await fileReturn(thread.recorder, thread.shelf, chenab.signatory, signed, CONFIRMED))
    const [notice] = (await readNotices(database, chenab.signatory, {})).items
    const answer = { id: notice?.id ?? '', words: 'The frames are made in our works now.' }
    expect(refusedFor(await answerNotice(thread.recorder, ravi.signatory, answer)).code).toBe('firm_ended')
    done(await answerNotice(thread.recorder, chenab.signatory, answer))
    const recording = { ...thread.recorder, once: { key: 'ravi', request_hash: 'of a model' } }
    expect(refusedFor(await registerModel(recording, thread.shelf, ravi.clerk, ROADSTER)).code).toBe('firm_ended')
    expect(await propose(merger(jhelum, ravi, '2028-07-02'))).toMatchObject({ refused: { code: 'party_ended' } })
  })

  test('who is bound is told for any day, and to whom it concerns', async () => {
    const bound = async (actor: Actor, on: string) => {
      const told = await readBound(thread.made.database, actor, { id: ravi.id, on, made: undefined })
      if ('refused' in told) return told.refused.code
      const { answers, licences } = told.done
      return [answers.name, ...licences.map(({ holder }) => holder.name)]
    }
    expect(await bound(thread.caseOfficer, '2026-07-14')).toEqual(['Ravi Cycles'])
    expect(await bound(thread.caseOfficer, '2027-07-31')).toEqual(['Ravi Cycles', 'Ravi Cycles'])
    expect(await bound(thread.caseOfficer, '2027-08-01')).toEqual(['Chenab Cycles', 'Chenab Cycles'])
    // Its own people see that another answers, and no more of that firm.
    expect(await bound(ravi.clerk, '2027-08-01')).toEqual(['Chenab Cycles'])
    expect(await bound(jhelum.clerk, '2027-08-01')).toBe('manufacturer_unknown')
    const kinds = async (actor: Actor) =>
      done(await readEvents(thread.made.database, actor, ravi.id)).map(({ kind, decided }) => [kind, decided?.kind])
    // Of what came to nothing officers alone know.
    expect(await kinds(thread.caseOfficer)).toHaveLength(3)
    expect([await kinds(chenab.clerk), await kinds(ravi.clerk)]).toEqual([
      [['merged', 'approved']],
      [['merged', 'approved']],
    ])
  })

  test('a sanction reaches what the firm held, with whoever answers for it, and a suspended licence passes suspended', async () => {
    const own = (await granted(chenab.id)).number
    const [late] = (await readReturns(thread.made.database, chenab.clerk, {})).items.filter(
      ({ period }) => period === '2026-27',
    )
    const sanction = await determinedAs(thread, late?.id ?? '', '2028-07-02', 'sanction')
    const letter = await readDocument(thread.made.database, chenab.clerk, sanction.decided?.letter_id ?? '')
    // It is about the firm, and goes to whoever answers for it.
    expect(JSON.parse(done(letter).bytes.toString())).toMatchObject({
      manufacturer: { name: 'Ravi Cycles', address: 'Chenab Cycles\n7 Canal Road, Faisalabad' },
    })
    const state = async (number: string) =>
      done(await readLicence(thread.made.database, thread.caseOfficer, number)).orders.map(({ kind }) => kind)
    expect(await state(raviLicence)).toEqual(['grant', 'pass', 'suspend'])
    expect(await state(own)).toEqual(['grant'])
    const multan = await authorisedMaker(thread, 'Multan Cycles', 'K-4')
    thread.on('2028-07-03')
    const parts = [
      { firm_id: chenab.id, licences: [own] },
      { firm_id: multan.id, licences: [raviLicence] },
    ]
    const split = {
      firm_id: chenab.id,
      kind: 'split',
      answers_id: chenab.id,
      parts,
      effective_on: '2028-07-03',
    } as const
    expect(
      refusedFor(await propose({ ...split, parts: [{ firm_id: chenab.id, licences: [] }, ...parts.slice(1)] })),
    ).toEqual({
      code: 'split_incomplete',
      numbers: [own],
    })
    await happened(split)
    expect(await sight(multan.clerk)).toMatchObject({
      firms: ['Multan Cycles'],
      licences: [raviLicence],
      returns: [],
      entries: 0,
    })
    expect((await sight(chenab.clerk)).licences).toEqual([own])
    const { orders, holder_id } = done(await readLicence(thread.made.database, multan.clerk, raviLicence))
    expect([orders.at(-1)?.kind, holder_id]).toEqual(['pass', multan.id])
  })

  test('a firm that answers for others passes all of it on, and a licence that does not pass ends with its firm', async () => {
    const own = (await readLicences(thread.made.database, chenab.clerk, {})).items[0]?.number ?? ''
    thread.on('2028-08-01')
    await happened({ ...merger(chenab, jhelum, '2028-08-01'), kind: 'succeeded', licences_pass: false })
    const answers = async (on: string) =>
      done(await readBound(thread.made.database, thread.caseOfficer, { id: ravi.id, on, made: undefined })).answers.name
    expect([await answers('2028-07-31'), await answers('2028-08-01')]).toEqual(['Chenab Cycles', 'Jhelum Works'])
    expect((await sight(jhelum.clerk)).firms).toEqual(['Chenab Cycles', 'Jhelum Works', 'Ravi Cycles'])
    expect(refusedFor(await upload(chenab.clerk, '2027-28', ravi.id)).code).toBe('firm_ended')
    done(await upload(jhelum.clerk, '2027-28', ravi.id))
    const draw = { licence: own, entry: 'KHI-9', units: 1, hs_line: '87149100', drawn_on: '2028-08-01' }
    const drawn = await drawQuota(thread.recorder, thread.customsOfficer, draw)
    expect(refusedFor(drawn)).toMatchObject({ code: 'licence_not_good', because: 'expired' })
    await expect(
      thread.made.tamper(
        `insert into firm_successions select '${jhelum.id}', 1, '${ravi.id}', '2028-09-01', event_id from firm_successions limit 1`,
      ),
    ).rejects.toThrow('answers for nobody')
    await expect(
      thread.made.tamper(
        `insert into licence_passes select id, 1, '${jhelum.id}', '${ravi.id}' from licences where number = '${own}'`,
      ),
    ).rejects.toThrow('is not held by')
  })

  test('under contract the owner of a brand is bound, who sees the agreement, and after him whoever answers for him', async () => {
    const {
      recorder,
      made: { database },
    } = thread
    const maker = await authorisedMaker(thread, 'Sialkot Cycles', 'K-5')
    const owner = await authorisedMaker(thread, 'Indus Brands', 'K-6')
    const next = await authorisedMaker(thread, 'Indus Holdings', 'K-7')
    const terms = {
      maker_id: maker.id,
      owner_id: owner.id,
      owner_name: 'Indus Brands',
      programme: 'bicycles',
      brand: 'Indus',
      models: ['Volt'],
      bound: 'owner',
      contract: 'C-1 of 2028',
      from_on: '2028-08-01',
      until_on: null,
    } as const
    const recorded = async (more: Partial<NewAgreement>) =>
      await recordAgreement(recorder, thread.caseOfficer, { ...terms, ...more })
    // Two of the same at once: one of them is there first.
    const both = await Promise.all([recorded({}), recorded({})])
    const [agreement] = both.flatMap((one) => ('done' in one ? [one.done] : []))
    expect(both.filter((one) => 'refused' in one && one.refused.code === 'agreements_overlap')).toHaveLength(1)
    expect(refusedFor(await recorded({ owner_id: ravi.id, models: [] })).code).toBe('firm_ended')
    await expect(
      thread.made.tamper(
        `insert into firm_agreements select gen_random_uuid(), maker_id, owner_id, owner_name, programme, 'INDUS', '{}', bound, contract, '2029-01-01', null, now(), 'x' from firm_agreements`,
      ),
    ).rejects.toThrow('cover the same')
    const seen = async (actor: Actor, firm: string) => {
      const read = await readAgreements(database, actor, firm)
      return 'done' in read ? read.done.agreements.length : read.refused.code
    }
    expect([await seen(maker.clerk, maker.id), await seen(owner.clerk, owner.id)]).toEqual([1, 1])
    expect(await seen(next.clerk, next.id)).toBe(0)
    thread.on('2028-09-01')
    await happened(merger(owner, next, '2028-09-01'))
    expect(await seen(next.clerk, owner.id)).toBe(1)
    const bound = async (on: string, model: string, id = maker.id) => {
      const asked = { id, on, made: { programme: 'bicycles', brand: 'indus', model } }
      const told = done(await readBound(database, thread.caseOfficer, asked))
      return [told.made?.bound.name, ...told.agreements.map((one) => one.bound.name)]
    }
    expect(await bound('2028-07-31', 'Volt')).toEqual(['Sialkot Cycles'])
    expect(await bound('2028-08-31', 'volt')).toEqual(['Indus Brands', 'Indus Brands'])
    expect(await bound('2028-09-01', 'Volt')).toEqual(['Indus Holdings', 'Indus Holdings'])
    expect(await bound('2028-09-01', 'Roadster')).toEqual(['Sialkot Cycles', 'Indus Holdings'])
    const end = { id: agreement?.id ?? '', last_on: '2028-09-30', reason: 'By consent.' }
    const ended = async (last_on: string) => await endAgreement(recorder, thread.caseOfficer, { ...end, last_on })
    expect(refusedFor(await ended('2028-07-31')).code).toBe('agreement_end_day')
    done(await ended('2028-09-30'))
    expect(refusedFor(await ended('2028-09-30')).code).toBe('agreement_ended')
    expect(await bound('2028-10-01', 'Volt')).toEqual(['Sialkot Cycles'])
    done(await recorded({ from_on: '2028-10-01', models: [], owner_id: next.id }))
  })

  test('quota is neither made nor lost where a licence passes while customs draws on it, and one firm holds it', async () => {
    let nth = 0
    const units = integer({ min: 1, max: 6 })
    await assert(
      asyncProperty(array(tuple(units, constantFrom(true, false)), { minLength: 1, maxLength: 3 }), async (draws) => {
        nth += 1
        const from = await authorisedMaker(thread, `Firm ${nth}`, `Q-${nth}`)
        const [to, beside] = [
          await authorisedMaker(thread, `Next ${nth}`, `R-${nth}`),
          await authorisedMaker(thread, `Beside ${nth}`, `S-${nth}`),
        ]
        const { number } = await granted(from.id, 10)
        const kept = (await granted(from.id, 10)).number
        const parts = [
          { firm_id: to.id, licences: [number] },
          { firm_id: beside.id, licences: [kept] },
        ]
        const day = new Date(thread.recorder.clock()).toISOString().slice(0, 10)
        const event = { firm_id: from.id, kind: 'split', answers_id: to.id, parts, effective_on: day } as const
        const { id } = done(await propose(event))
        // Two approve at once, and customs draws meanwhile.
        const [first, second, ...drawn] = await Promise.all([
          approve(id),
          approve(id),
          ...draws.map(async ([count, isKept], index) => {
            const licence = isKept ? kept : number
            const draw = { licence, entry: `E-${index}`, units: count, hs_line: '87149100', drawn_on: day }
            return await drawQuota(thread.recorder, thread.customsOfficer, draw)
          }),
        ])
        expect([first, second].filter((outcome) => 'done' in outcome)).toHaveLength(1)
        for (const [licence, isKept, holder] of [
          [number, false, to],
          [kept, true, beside],
        ] as const) {
          const held = done(await readLicence(thread.made.database, holder.clerk, licence))
          const total = draws.reduce((sum, [count, which], index) => {
            const outcome = drawn[index]
            return sum + (which === isKept && outcome !== undefined && 'done' in outcome ? count : 0)
          }, 0)
          expect([held.quota, held.drawn, held.holder_id]).toEqual([10, total, holder.id])
          expect(held.orders.map(({ kind }) => kind)).toEqual(['grant', 'pass'])
          // What is left is there for the new holder, to the last unit and not one more.
          const rest = { licence, entry: 'REST', hs_line: '87149100', drawn_on: day }
          const beyond = await drawQuota(thread.recorder, thread.customsOfficer, { ...rest, units: 11 - total })
          expect(refusedFor(beyond)).toMatchObject({ code: 'quota_exceeded', remaining: 10 - total })
          if (total < 10) done(await drawQuota(thread.recorder, thread.customsOfficer, { ...rest, units: 10 - total }))
        }
      }),
      { numRuns: 4 },
    )
  })
})
