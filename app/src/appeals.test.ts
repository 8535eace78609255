/** Appeals against determinations: who may file and decide, by when, and what each outcome does to money and licences. */
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { acknowledgeLetter } from './appeals/acknowledge-letter.ts'
import { lettersOfAppeal } from './appeals/appeal-letters.ts'
import { type Appeal, statusOf, stayOf } from './appeals/appeal.ts'
import { draftOrder, shownOrder, signOrder } from './appeals/decide-appeal.ts'
import { decideStay, endStay } from './appeals/decide-stay.ts'
import {
  addEvidence,
  appealHash,
  applyForStay,
  END_STAY,
  fileAppeal,
  prepareAppeal,
  withdrawAppeal,
} from './appeals/file-appeal.ts'
import { decideCondonation, holdHearing, replyToAppeal } from './appeals/hear-appeal.ts'
import { readAppeal } from './appeals/read-appeals.ts'
import { makeAssessment } from './assessments/filed/make-assessment.ts'
import type { Determination } from './determinations/determination.ts'
import { prepareDetermination } from './determinations/prepare-determination.ts'
import { readDetermination } from './determinations/read-determinations.ts'
import { standingOf } from './determinations/standing.ts'
import { readDocument } from './documents/read-document.ts'
import { runDueJobs } from './jobs/run-jobs.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, writeAs } from './kernel/transaction.ts'
import { balancesOf } from './ledger/entry.ts'
import { readStatement } from './ledger/read-statement.ts'
import { grantLicence } from './licences/grant-licence.ts'
import { statusOn } from './licences/licence.ts'
import { readLicence } from './licences/read-licences.ts'
import { actorOf } from './people/actor-fixture.ts'
import {
  authorisedMaker,
  determinedAs,
  done,
  filedReturn,
  openThread,
  publish,
  refusedFor,
  servedNotice,
  type TestMaker,
  type TestThread,
} from './thread-fixture.ts'

const CONFIRMED = async () => await Promise.resolve({ done: true })
const REASONS =
  'The certificate names another maker, as the Board says, but the frames were weighed by its own laboratory, and that record is not answered.'
const NO_CHANGE = { dropped: false, value: null, from: null }

// What the commands do is the same on each; what the database refuses is tried on all.
describe.each(SERVERS)('appeals on $name', (server) => {
  let thread: TestThread
  let maker: TestMaker
  let decider: Actor
  let firms = 0
  beforeAll(async () => {
    thread = await openThread(server)
    await publish(thread, 'bicycles')
    decider = await officer('appellate_officer')
  })
  afterAll(async () => {
    await thread.made.drop()
  })
  beforeEach(async () => {
    thread.on('2027-07-10')
    firms += 1
    maker = await authorisedMaker(thread, `Maker ${firms}`, `A-${firms}`)
  })

  async function officer(role: 'appellate_officer' | 'case_officer' | 'approving_officer') {
    const { organization = '' } = thread.approvingOfficer
    return await actorOf(thread.made.database, role, { id: organization, kind: 'regulator' })
  }
  async function prepared(determination: string, more: Partial<Parameters<typeof prepareAppeal>[3]> = {}) {
    const said = { determination, grounds: 'The frames are ours.', late_reason: null, stay_reason: null, ...more }
    return await prepareAppeal(thread.recorder, thread.shelf, maker.clerk, said)
  }
  async function file(appeal: Appeal) {
    const shown_hash = await appealHash(appeal)
    return await fileAppeal(thread.recorder, maker.signatory, { id: appeal.id, shown_hash }, CONFIRMED)
  }
  async function filed(determination: string, more: Partial<Parameters<typeof prepareAppeal>[3]> = {}) {
    return done(await file(done(await prepared(determination, more))))
  }
  async function read({ id }: Appeal, actor: Actor = maker.clerk) {
    return await readAppeal(thread.made.database, actor, id)
  }
  async function drafted({ id }: Appeal, more: Partial<Parameters<typeof draftOrder>[2]>, actor = decider) {
    const input = { id, outcome: 'upheld', reasons: REASONS, changes: [], ...more } as const
    const draft = await draftOrder(thread.recorder, actor, input)
    return 'refused' in draft ? draft : await shownOrder(thread.recorder, actor, id)
  }
  async function sign({ id }: Appeal, shown_hash: string, actor = decider) {
    const { recorder, shelf, letters } = thread
    return await signOrder(recorder, shelf, letters, actor, { id, shown_hash }, CONFIRMED)
  }
  async function ordered(appeal: Appeal, more: Partial<Parameters<typeof draftOrder>[2]>) {
    const { shown_hash } = done(await drafted(appeal, more))
    return done(await sign(appeal, shown_hash))
  }
  async function standing({ number }: Determination) {
    return standingOf(done(await readDetermination(thread.made.database, maker.clerk, number)))
  }
  async function goodOn(licence: string, day: string) {
    return statusOn(done(await readLicence(thread.made.database, maker.clerk, licence)), day)
  }
  async function owed() {
    const all = balancesOf(await readStatement(thread.made.database, maker.signatory, maker.id))
    return Object.fromEntries(
      all.filter((one) => one.manufacturer_id === maker.id).map(({ account, amount }) => [account, amount]),
    )
  }
  /** A failure of 10 July, a notice, and on 11 September the penalty of PKR 10,000 for one model and the suspension of the licence. */
  async function sanctioned() {
    const granted = await grantLicence(thread.recorder, thread.approvingOfficer, {
      manufacturer_id: maker.id,
      programme: 'bicycles',
      kind: 'import_licence',
      quota: 1000,
      scope: [{ hs_prefix: '8714', quota: null, valid_from: '2026-07-15', valid_until: '2029-06-30' }],
      valid_from: '2026-07-15',
      valid_until: '2029-06-30',
      reason: 'authorised',
    })
    const licence = done(granted).number
    const id = await filedReturn(thread, maker, 16_000)
    const failure = await determinedAs(thread, id, '2027-07-10', 'failure')
    await servedNotice(thread, failure.number)
    thread.on('2027-09-11')
    const sanction = await determinedAs(thread, id, '2027-09-11', 'sanction')
    return { id, licence, failure, sanction }
  }

  test.runIf(server === SERVERS[0])(
    'a firm files with grounds and evidence; until then it is its own, and afterwards nothing of it changes',
    async () => {
      const { sanction } = await sanctioned()
      const appeal = done(await prepared(sanction.number))
      const bytes = Buffer.from('weighed,12.4 kg\n')
      const withFile = done(
        await addEvidence(thread.recorder, maker.clerk, { id: appeal.id, name: 'weights.csv', bytes }),
      )
      expect(refusedFor(await read(appeal, decider))).toEqual({ code: 'appeal_unknown' })
      // The file came after the page was shown.
      expect(refusedFor(await file(appeal))).toEqual({ code: 'appeal_changed' })
      const its = done(await file(withFile))
      expect([its.number, statusOf(its), its.ends_on]).toEqual([appeal.number, 'open', '2027-10-11'])
      expect(done(await read(its, decider)).evidence.map(({ name }) => name)).toEqual(['weights.csv'])
      const again = await addEvidence(thread.recorder, maker.clerk, { id: appeal.id, name: 'late.csv', bytes })
      expect(refusedFor(again)).toMatchObject({ code: 'appeal_filed' })
      expect(refusedFor(await prepared(sanction.number))).toEqual({ code: 'appealed_already', number: its.number })
      const other = await authorisedMaker(thread, `Other ${firms}`, `O-${firms}`)
      expect(refusedFor(await read(its, other.signatory))).toEqual({ code: 'appeal_unknown' })
      expect(
        refusedFor(await withdrawAppeal(thread.recorder, other.signatory, { id: its.id, reason: 'not ours' })),
      ).toEqual({ code: 'appeal_unknown' })
    },
  )

  test.runIf(server === SERVERS[0])(
    'the last day ends at midnight in Karachi; after it a reason is asked for, and who decides says whether it is heard',
    async () => {
      const { sanction } = await sanctioned()
      // Thirty days after 11 September are 11 October. 18:59 in Greenwich is 23:59 in Karachi.
      thread.at('2027-10-11T18:58:00Z')
      expect(statusOf(await filed(sanction.number))).toBe('open')
      const { sanction: second } = await (async () => {
        thread.on('2027-07-10')
        firms += 1
        maker = await authorisedMaker(thread, `Maker ${firms}`, `A-${firms}`)
        return await sanctioned()
      })()
      thread.at('2027-10-11T18:58:00Z')
      const early = done(await prepared(second.number))
      thread.at('2027-10-11T19:00:00Z')
      expect(refusedFor(await file(early))).toEqual({ code: 'late_without_reason', ends_on: '2027-10-11' })
      done(await withdrawAppeal(thread.recorder, maker.signatory, { id: early.id, reason: 'It is late now.' }))
      expect(refusedFor(await prepared(second.number))).toEqual({ code: 'late_without_reason', ends_on: '2027-10-11' })
      const late = await filed(second.number, { late_reason: 'The letter lay with our old clerk.' })
      expect(statusOf(late)).toBe('late')
      expect(refusedFor(await drafted(late, {}))).toEqual({ code: 'not_condoned', number: late.number })
      const condoned = done(
        await decideCondonation(thread.recorder, decider, { id: late.id, kind: 'condoned', reason: 'One day.' }),
      )
      expect(statusOf(condoned)).toBe('open')
      const twice = { id: late.id, kind: 'out_of_time', reason: 'After all not.' } as const
      expect(refusedFor(await decideCondonation(thread.recorder, decider, twice))).toMatchObject({ code: 'not_late' })
    },
  )

  test.runIf(server === SERVERS[0])(
    'a late appeal that is not condoned is over, and what was determined stands',
    async () => {
      const { sanction, licence } = await sanctioned()
      thread.on('2027-11-01')
      const late = await filed(sanction.number, { late_reason: 'We forgot.' })
      const ended = { id: late.id, kind: 'out_of_time', reason: 'No reason at all.' } as const
      expect(statusOf(done(await decideCondonation(thread.recorder, decider, ended)))).toBe('out_of_time')
      expect(refusedFor(await drafted(late, {}))).toMatchObject({ code: 'appeal_over' })
      expect([await standing(sanction), await goodOn(licence, '2027-11-01')]).toEqual(['in_effect', 'suspended'])
    },
  )

  test('nobody decides who prepared, approved or served what it rests on: not by the command, not past it in the database', async () => {
    const { sanction, failure } = await sanctioned()
    const appeal = await filed(sanction.number, { stay_reason: 'Our workers wait.' })
    for (const person of [thread.caseOfficer.person, thread.approvingOfficer.person]) {
      const turned: Actor = { ...decider, person }
      const refusals = [
        await drafted(appeal, {}, turned),
        await decideStay(thread.recorder, turned, { id: appeal.id, kind: 'granted', words: 'x', until: null }),
        await holdHearing(thread.recorder, thread.shelf, thread.letters, turned, {
          id: appeal.id,
          kind: 'fixed',
          on_day: '2027-10-01',
          place: 'Room 4',
          words: 'x',
        }),
      ]
      for (const one of refusals)
        expect(refusedFor(one)).toEqual({ code: 'decider_took_part', number: sanction.number })
      const forged = writeAs(thread.made.database, turned, async (handle) => {
        await sql`insert into appeal_events (appeal_id, manufacturer_id, position, kind, words, recorded_at, recorded_by)
          values (${appeal.id}, ${maker.id}, 2, 'stay_granted', 'x', now(), ${person})`.execute(handle)
        return { commit: undefined }
      })
      await expect(forged).rejects.toThrow(`who took part in ${sanction.number} does not decide`)
    }
    // Who only served notice of the failure behind the sanction is no stranger to it either.
    const served = await officer('case_officer')
    const second = await authorisedMaker(thread, `Served ${firms}`, `V-${firms}`)
    maker = second
    thread.on('2027-07-10')
    const id = await filedReturn(thread, maker, 16_000)
    const other = await determinedAs(thread, id, '2027-07-10', 'failure')
    await servedNotice({ ...thread, caseOfficer: served }, other.number)
    const its = await filed(other.number)
    expect(refusedFor(await drafted(its, {}, { ...decider, person: served.person }))).toEqual({
      code: 'decider_took_part',
      number: other.number,
    })
    expect(failure.number).not.toBe(other.number)
    // Nor who has argued against it for the authority, whatever he has become since.
    const arguing = await officer('case_officer')
    const replied = done(
      await replyToAppeal(thread.recorder, arguing, { id: its.id, words: 'The frames were weighed.' }),
    )
    const turned: Actor = { ...decider, person: arguing.person }
    expect(refusedFor(await drafted(its, {}, turned))).toEqual({ code: 'decider_replied', number: its.number })
    const decidedBy = async (person: string) =>
      await writeAs(thread.made.database, { ...decider, person }, async (handle) => {
        await sql`insert into appeal_events (appeal_id, manufacturer_id, position, kind, words, recorded_at, recorded_by)
          values (${its.id}, ${maker.id}, ${replied.events.length + 1}, 'stay_granted', 'x', now(), ${person})`.execute(
          handle,
        )
        return { rollBack: 'written' }
      })
    await expect(decidedBy(turned.person)).rejects.toThrow('who replied to the appeal')
    expect(await decidedBy(decider.person)).toBe('written')
    // No other role writes a decision.
    for (const actor of [maker.signatory, await officer('approving_officer'), await officer('case_officer')]) {
      const forged = writeAs(thread.made.database, actor, async (handle) => {
        await sql`insert into appeal_events (appeal_id, manufacturer_id, position, kind, words, recorded_at, recorded_by)
          values (${its.id}, ${maker.id}, ${replied.events.length + 1}, 'out_of_time', 'x', now(), ${actor.person})`.execute(
          handle,
        )
        return { commit: undefined }
      })
      await expect(forged).rejects.toThrow('row-level security')
    }
  })

  test.runIf(server === SERVERS[0])('upheld, nothing changes but that a stay ends with the order', async () => {
    const { sanction, licence } = await sanctioned()
    thread.on('2027-09-20')
    const appeal = await filed(sanction.number, { stay_reason: 'Forty people wait for the frames.' })
    expect(stayOf(appeal).status).toBe('applied')
    done(
      await decideStay(thread.recorder, decider, {
        id: appeal.id,
        kind: 'granted',
        words: 'On a bank guarantee.',
        until: null,
      }),
    )
    expect([await standing(sanction), await goodOn(licence, '2027-09-20')]).toEqual(['stayed', 'good'])
    thread.on('2027-10-05')
    const decided = await ordered(appeal, { outcome: 'upheld' })
    expect(statusOf(decided)).toBe('decided')
    expect([await standing(sanction), await goodOn(licence, '2027-10-05'), await owed()]).toEqual([
      'in_effect',
      'suspended',
      { penalty: '10000.00' },
    ])
  })

  test.runIf(server === SERVERS[0])(
    'quashed, money goes back and the licence is good from the day of the order',
    async () => {
      const { sanction, licence } = await sanctioned()
      thread.on('2027-10-05')
      const appeal = await filed(sanction.number)
      const shown = done(await drafted(appeal, { outcome: 'quashed' }))
      expect([shown.reversed.length, shown.licences]).toEqual([1, [licence]])
      // What was shown was undone again.
      expect([await standing(sanction), await owed()]).toEqual(['in_effect', { penalty: '10000.00' }])
      expect(refusedFor(await sign(appeal, `sha256:${'0'.repeat(64)}`))).toEqual({ code: 'order_changed' })
      done(await sign(appeal, shown.shown_hash))
      expect([await standing(sanction), await owed()]).toEqual(['quashed', { penalty: '0.00' }])
      expect([await goodOn(licence, '2027-10-04'), await goodOn(licence, '2027-10-05')]).toEqual(['suspended', 'good'])
      expect(refusedFor(await drafted(appeal, {}))).toEqual({ code: 'appeal_over', number: appeal.number })
      // It was quashed; nothing stands to appeal against.
      expect(refusedFor(await prepared(sanction.number))).toEqual({ code: 'not_appealable', number: sanction.number })
    },
  )

  test.runIf(server === SERVERS[0])(
    'varied, less is booked and less suspended, and never more than was determined',
    async () => {
      const { sanction, licence } = await sanctioned()
      thread.on('2027-10-05')
      const appeal = await filed(sanction.number)
      const change = async (changes: Parameters<typeof draftOrder>[2]['changes']) =>
        await drafted(appeal, { outcome: 'varied', changes })
      const penalty = { ...NO_CHANGE, finding: 'penalty' }
      for (const value of ['PKR 10000', 'PKR 10000.01', 'PKR 0', 'USD 5'])
        expect(refusedFor(await change([{ ...penalty, value }]))).toEqual({ code: 'not_lesser', finding: 'penalty' })
      expect(
        refusedFor(await change([{ ...NO_CHANGE, finding: 'licence_suspension', from: '2027-09-11' }])),
      ).toMatchObject({
        code: 'not_lesser',
      })
      expect(refusedFor(await change([]))).toEqual({ code: 'nothing_varied' })
      const all = [penalty, { ...penalty, finding: 'licence_suspension' }].map((one) => ({ ...one, dropped: true }))
      expect(refusedFor(await change(all))).toEqual({ code: 'nothing_left' })
      const { shown_hash } = done(
        await change([
          { ...penalty, value: 'PKR 2500.50' },
          { ...NO_CHANGE, finding: 'licence_suspension', dropped: true },
        ]),
      )
      done(await sign(appeal, shown_hash))
      expect([await standing(sanction), await owed(), await goodOn(licence, '2027-10-05')]).toEqual([
        'in_effect',
        { penalty: '2500.50' },
        'good',
      ])
    },
  )

  test('remanded, it is quashed, and determined anew by two others from the same assessment', async () => {
    const { sanction, failure, licence, id } = await sanctioned()
    thread.on('2027-10-05')
    await ordered(await filed(sanction.number), { outcome: 'remanded' })
    expect([await standing(sanction), await standing(failure), await owed()]).toEqual([
      'quashed',
      'in_effect',
      { penalty: '0.00' },
    ])
    const { recorder, shelf } = thread
    const { assessment } = done(
      await makeAssessment(recorder, shelf, thread.caseOfficer, { return_id: id, as_of: '2027-10-05' }),
    )
    const anew = async (by: Actor) => {
      const input = { assessment_id: assessment.id, subject: {}, kind: 'sanction', reasons: 'As remanded.' } as const
      return await prepareDetermination(recorder, shelf, by, input)
    }
    expect(refusedFor(await anew(thread.caseOfficer))).toEqual({ code: 'remanded_to_others', number: sanction.number })
    const open = done(await anew(await officer('case_officer')))
    const forged = writeAs(thread.made.database, thread.approvingOfficer, async (handle) => {
      await sql`insert into determination_events (determination_id, manufacturer_id, kind, signed_hash, letter_id, recorded_at, recorded_by)
        select ${open.id}, ${maker.id}, 'approved', signed_hash, letter_id, '2027-10-05T06:00:00Z', ${thread.approvingOfficer.person}
        from determination_events where determination_id = ${sanction.id}`.execute(handle)
      return { commit: undefined }
    })
    await expect(forged).rejects.toThrow('determined anew by others')
    expect(await goodOn(licence, '2027-10-05')).toBe('good')
  })

  test('of two orders signed at once one is made, and money moves once', async () => {
    const { sanction } = await sanctioned()
    thread.on('2027-10-05')
    const appeal = await filed(sanction.number)
    const second = await officer('appellate_officer')
    const one = done(await drafted(appeal, { outcome: 'quashed' }))
    const other = done(await drafted(appeal, { outcome: 'remanded' }, second))
    const signed = await Promise.all([sign(appeal, one.shown_hash), sign(appeal, other.shown_hash, second)])
    expect(signed.filter((outcome) => 'done' in outcome)).toHaveLength(1)
    expect(done(await read(appeal)).events.filter(({ kind }) => kind === 'decided')).toHaveLength(1)
    expect(await owed()).toEqual({ penalty: '0.00' })
  })

  test.runIf(server === SERVERS[0])(
    'a stay ends on the morning after its day, or when the firm takes the appeal back; what was refused may be asked for again',
    async () => {
      const { sanction, licence } = await sanctioned()
      thread.on('2027-09-20')
      const appeal = await filed(sanction.number)
      const none = { id: appeal.id, kind: 'granted', words: 'x', until: null } as const
      expect(refusedFor(await decideStay(thread.recorder, decider, none))).toMatchObject({ code: 'no_stay_applied' })
      const apply = async () =>
        await applyForStay(thread.recorder, maker.signatory, { id: appeal.id, words: 'Orders wait.' })
      done(await apply())
      done(await decideStay(thread.recorder, decider, { ...none, kind: 'refused', words: 'No harm is shown.' }))
      done(await apply())
      expect(refusedFor(await apply())).toMatchObject({ code: 'stay_applied_already' })
      const yesterday = { ...none, until: '2027-09-19' }
      expect(refusedFor(await decideStay(thread.recorder, decider, yesterday))).toMatchObject({ code: 'stay_day' })
      done(await decideStay(thread.recorder, decider, { ...none, until: '2027-09-25' }))
      const handlers = { [END_STAY]: endStay(thread.recorder) }
      const run = async () => {
        while ((await runDueJobs(thread.recorder, handlers)) > 0);
      }
      thread.on('2027-09-25')
      await run()
      expect(await standing(sanction)).toBe('stayed')
      thread.on('2027-09-26')
      await run()
      expect([await standing(sanction), await goodOn(licence, '2027-09-26')]).toEqual(['in_effect', 'suspended'])
      expect(stayOf(done(await read(appeal)))).toEqual({ status: 'ended', until: null })
      done(await apply())
      done(await decideStay(thread.recorder, decider, none))
      expect(await standing(sanction)).toBe('stayed')
      const back = { id: appeal.id, reason: 'We agreed.' }
      expect(statusOf(done(await withdrawAppeal(thread.recorder, maker.signatory, back)))).toBe('withdrawn')
      await run()
      expect(await standing(sanction)).toBe('in_effect')
      // Withdrawn, it leaves room for another within the time.
      expect(statusOf(await filed(sanction.number))).toBe('open')
    },
  )

  test.runIf(server === SERVERS[0])(
    'a hearing is fixed, adjourned and held, and the authority replies, each with its words',
    async () => {
      const { sanction } = await sanctioned()
      const appeal = await filed(sanction.number)
      const { recorder, shelf, letters, caseOfficer } = thread
      const hearing = { id: appeal.id, place: 'Room 4, 10:00', words: 'To hear both.' }
      const held = { ...hearing, kind: 'held', on_day: null, place: null, words: 'Both were heard.' } as const
      expect(refusedFor(await holdHearing(recorder, shelf, letters, decider, held))).toMatchObject({
        code: 'no_appeal_hearing',
      })
      expect(
        refusedFor(
          await holdHearing(recorder, shelf, letters, decider, { ...hearing, kind: 'fixed', on_day: '2027-09-11' }),
        ),
      ).toMatchObject({ code: 'appeal_hearing_day' })
      // 25 September 2027 is a Saturday; the next working day is Monday the 27th.
      expect(
        refusedFor(
          await holdHearing(recorder, shelf, letters, decider, { ...hearing, kind: 'fixed', on_day: '2027-09-25' }),
        ),
      ).toEqual({ code: 'appeal_hearing_day', day: '2027-09-25', next: '2027-09-27' })
      const far = { ...hearing, kind: 'fixed', on_day: '2199-09-26' } as const
      expect(refusedFor(await holdHearing(recorder, shelf, letters, decider, far)).code).toBe('appeal_hearing_far')
      done(await holdHearing(recorder, shelf, letters, decider, { ...hearing, kind: 'fixed', on_day: '2027-09-30' }))
      done(
        await holdHearing(recorder, shelf, letters, decider, {
          ...hearing,
          kind: 'adjourned',
          on_day: '2027-10-04',
          place: null,
        }),
      )
      thread.on('2027-10-03')
      expect(refusedFor(await holdHearing(recorder, shelf, letters, decider, held))).toEqual({
        code: 'appeal_hearing_not_yet',
        day: '2027-10-04',
      })
      thread.on('2027-10-04')
      // Who prepared the sanction replies for the authority.
      done(await replyToAppeal(recorder, caseOfficer, { id: appeal.id, words: 'The record shows otherwise.' }))
      const heard = done(await holdHearing(recorder, shelf, letters, decider, held))
      expect(heard.events.map(({ kind, on_day, place }) => [kind, on_day, place])).toEqual([
        ['filed', '2027-09-11', null],
        ['hearing_fixed', '2027-09-30', 'Room 4, 10:00'],
        ['hearing_adjourned', '2027-10-04', 'Room 4, 10:00'],
        ['replied', null, null],
        ['hearing_held', '2027-10-04', 'Room 4, 10:00'],
      ])
      // The firm is summoned by a letter to each day, and its signatory acknowledges each once.
      expect(lettersOfAppeal(heard).map(({ kind, about }) => [kind, about])).toEqual([
        ['appeal_hearing_fixed', 2],
        ['appeal_hearing_adjourned', 3],
      ])
      const summons = await readDocument(thread.made.database, maker.clerk, heard.events[1]?.letter_id ?? '')
      expect(done(summons).bytes.toString()).toMatch(/will be heard on .*30 September 2027.*Room 4, 10:00/)
      const letter = { id: appeal.id, about: 2 }
      const acknowledged = lettersOfAppeal(done(await acknowledgeLetter(recorder, maker.signatory, letter)))
      expect(acknowledged.map(({ acknowledged_at }) => acknowledged_at !== null)).toEqual([true, false])
      expect(refusedFor(await acknowledgeLetter(recorder, maker.signatory, letter)).code).toBe('letter_acknowledged')
      const none = await acknowledgeLetter(recorder, maker.signatory, { ...letter, about: 1 })
      expect(refusedFor(none).code).toBe('no_appeal_letter')
    },
  )
})
