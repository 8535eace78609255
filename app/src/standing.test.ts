/** What becomes of a determination after it was approved: stayed, resumed, quashed, replaced; and of the money and licences that it moved. */
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { makeAssessment, readAssessment } from './assessments/filed/make-assessment.ts'
import { recordCommand } from './audit-log/record-command.ts'
import { caseFactsIn } from './case-facts/record-case-fact.ts'
import { approveDetermination } from './determinations/decide-determination.ts'
import type { Determination, DeterminationKind } from './determinations/determination.ts'
import { readForesight } from './determinations/foresee-effect.ts'
import { orderStanding } from './determinations/order-standing.ts'
import { prepareDetermination } from './determinations/prepare-determination.ts'
import { fetchPrinted } from './determinations/print-letter.ts'
import { readDetermination } from './determinations/read-determinations.ts'
import type { Less } from './determinations/less.ts'
import { determinationHash } from './determinations/signed-determination.ts'
import { standingOf } from './determinations/standing.ts'
import { verifyBundle } from './determinations/verify-bundle.ts'
import { verifyLetter } from './determinations/verify-letter.ts'
import { readDocument } from './documents/read-document.ts'
import { readFolder } from './kernel/read-folder.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, ANYBODY, readAs } from './kernel/transaction.ts'
import { balancesOf } from './ledger/entry.ts'
import { readStatement } from './ledger/read-statement.ts'
import { drawQuota } from './licences/draw-quota.ts'
import { grantLicence } from './licences/grant-licence.ts'
import { statusOn } from './licences/licence.ts'
import { readLicence } from './licences/read-licences.ts'
import { readSanctions } from './sanctions/read-sanctions.ts'
import { actorOf } from './people/actor-fixture.ts'
import { PROJECT_ROOT } from './policy-releases/find-folder.ts'
import { proposeRelease } from './policy-releases/propose-release.ts'
import {
  approve,
  authorisedMaker,
  determinedAs,
  done,
  filedReturn,
  openThread,
  publish,
  refusedFor,
  type TestMaker,
  type TestThread,
  servedNotice,
} from './thread-fixture.ts'

describe.each(SERVERS)('the standing of determinations on $name', (server) => {
  let thread: TestThread
  let maker: TestMaker
  /** An approving officer who neither prepared nor approved. */
  let third: Actor
  let firms = 0
  beforeAll(async () => {
    thread = await openThread(server)
    await publish(thread, 'bicycles')
    const { organization = '' } = thread.approvingOfficer
    third = await actorOf(thread.made.database, 'approving_officer', { id: organization, kind: 'regulator' })
  })
  afterAll(async () => {
    await thread.made.drop()
  })
  beforeEach(async () => {
    thread.on('2027-07-10')
    firms += 1
    maker = await authorisedMaker(thread, `Maker ${firms}`, `S-${firms}`)
  })

  async function order(
    { id }: Determination,
    kind: 'stayed' | 'resumed' | 'quashed',
    cause = 'appeal A-000001',
    actor: Actor = third,
  ) {
    return await recordCommand(thread.recorder, actor, 'decide_appeal', async (tables) => {
      const ordered = await orderStanding(tables, thread.recorder, actor, { determination: { id }, kind, cause })
      return 'refused' in ordered ? ordered : { done: ordered.done, subject: cause, details: {} }
    })
  }
  async function standing({ number }: Determination) {
    return standingOf(done(await readDetermination(thread.made.database, maker.clerk, number)))
  }
  /** As anybody is told who holds its letter. */
  async function letterStanding({ number }: Determination) {
    return done(await verifyLetter(thread.made.database, thread.shelf, ANYBODY, number)).standing
  }
  async function licenceOf(firm: TestMaker): Promise<string> {
    const granted = await grantLicence(thread.recorder, thread.approvingOfficer, {
      manufacturer_id: firm.id,
      programme: 'bicycles',
      kind: 'import_licence',
      quota: 1000,
      scope: [{ hs_prefix: '8714', quota: null, valid_from: '2026-07-15', valid_until: '2029-06-30' }],
      valid_from: '2026-07-15',
      valid_until: '2029-06-30',
      reason: 'authorised',
    })
    return done(granted).number
  }
  async function ordersOf(licence: string) {
    const { orders } = done(await readLicence(thread.made.database, maker.clerk, licence))
    return orders.map(({ kind, effective_on, reason }) => [kind, effective_on, reason])
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
  async function prepared(return_id: string, as_of: string, kind: DeterminationKind) {
    const { recorder, shelf, caseOfficer } = thread
    const { assessment } = done(await makeAssessment(recorder, shelf, caseOfficer, { return_id, as_of }))
    const input = { assessment_id: assessment.id, subject: {}, kind, reasons: 'As the return says.' }
    return await prepareDetermination(recorder, shelf, caseOfficer, input)
  }
  const foresight = async ({ number }: Pick<Determination, 'number'>) =>
    done(await readForesight(thread.recorder, thread.shelf, thread.approvingOfficer, number))
  async function approved(open: Determination, shown?: string) {
    const { recorder, shelf, letters, approvingOfficer } = thread
    const shown_hash = shown ?? (await foresight(open)).shown_hash
    const input = { number: open.number, shown_hash }
    const confirmed = async () => await Promise.resolve({ done: true })
    return await approveDetermination(recorder, shelf, letters, approvingOfficer, input, confirmed)
  }
  /** A failure of 10 July with notice on that day: two months are up on 10 September, and the sanction falls on the 11th. */
  async function sanctioned() {
    const licence = await licenceOf(maker)
    const id = await filedReturn(thread, maker, 16_000)
    const failure = await determinedAs(thread, id, '2027-07-10', 'failure')
    await servedNotice(thread, failure.number)
    thread.on('2027-09-11')
    const sanction = await determinedAs(thread, id, '2027-09-11', 'sanction')
    return { id, licence, failure, sanction }
  }

  test('a stay makes licences good from that day by an order that names the appeal, and leaves the amounts; resumed, it applies again', async () => {
    const { licence, sanction } = await sanctioned()
    expect(await standing(sanction)).toBe('in_effect')
    thread.on('2027-09-20')
    expect(done(await order(sanction, 'stayed'))).toEqual({ standing: 'stayed', reversed: [], licences: [licence] })
    expect(await standing(sanction)).toBe('stayed')
    expect(await owed()).toEqual({ penalty: '10000.00' })
    thread.on('2027-10-05')
    done(await order(sanction, 'resumed', 'appeal A-000001 dismissed'))
    expect(await standing(sanction)).toBe('in_effect')
    expect(await ordersOf(licence)).toEqual([
      ['grant', '2026-07-15', 'authorised'],
      ['suspend', '2027-09-11', sanction.number],
      ['restore', '2027-09-20', 'appeal A-000001'],
      ['suspend', '2027-10-05', 'appeal A-000001 dismissed'],
    ])
    expect(await goodOn(licence, '2027-09-19')).toBe('suspended')
    expect(await goodOn(licence, '2027-09-20')).toBe('good')
  })

  test('what is quashed is taken back, and what is known of the case stays known; a licence granted since is not touched', async () => {
    const { licence, sanction } = await sanctioned()
    thread.on('2027-09-20')
    const later = await licenceOf(maker)
    const { reversed, licences } = done(await order(sanction, 'quashed'))
    expect([reversed.length, licences]).toEqual([1, [licence]])
    expect(await owed()).toEqual({ penalty: '0.00' })
    expect(await goodOn(licence, '2027-09-20')).toBe('good')
    expect((await ordersOf(later)).length).toBe(1)
    const known = await readAs(
      thread.made.database,
      thread.caseOfficer,
      async (tables) => await caseFactsIn(tables, sanction),
    )
    expect(known.map(({ fact, value }) => [fact, value])).toContainEqual(['notice_served_on', '2027-07-10'])
  })

  test('a sanction shares the lot of the failure that it rests on', async () => {
    const { licence, failure, sanction } = await sanctioned()
    done(await order(failure, 'stayed'))
    expect([await standing(sanction), await goodOn(licence, '2027-09-11')]).toEqual(['stayed', 'good'])
    expect(await letterStanding(sanction)).toBe('stayed')
    done(await order(failure, 'resumed'))
    expect([await standing(sanction), await goodOn(licence, '2027-09-11')]).toEqual(['in_effect', 'suspended'])
    done(await order(failure, 'quashed'))
    expect([await standing(sanction), await goodOn(licence, '2027-09-11')]).toEqual(['quashed', 'good'])
    expect(await owed()).toEqual({ penalty: '0.00' })
  })

  test('a licence that two sanctions reach is good when the last of them is lifted', async () => {
    const { licence, sanction } = await sanctioned()
    const other = `insert into determinations
      select gen_random_uuid(), 'D-999${firms}', kind, manufacturer_id, programme, year, assessment_id, rehearsal, '{"other":"subject"}',
        findings, reasons, follows, prepared_at, prepared_by, release_id from determinations where id = '${sanction.id}';
      insert into determination_events select d.id, d.manufacturer_id, e.kind, e.reason, e.signed_hash, e.letter_id, e.recorded_at, e.recorded_by
      from determinations d, determination_events e where d.number = 'D-999${firms}' and e.determination_id = '${sanction.id}'`
    await thread.made.tamper(other)
    done(await order(sanction, 'stayed'))
    expect(await goodOn(licence, '2027-09-11')).toBe('suspended')
    const second = done(await readDetermination(thread.made.database, maker.clerk, `D-999${firms}`))
    done(await order(second, 'stayed'))
    expect(await goodOn(licence, '2027-09-11')).toBe('good')
  })

  test('amounts that were determined anew replace those before them, and quashed take back what still stood of those', async () => {
    const id = await filedReturn(thread, maker, 12_000)
    const first = await determinedAs(thread, id, '2027-07-10', 'entitlement')
    expect(await owed()).toEqual({ import_fee: '39000.00', training_grant: '-40000.00' })
    // 25% misses the target: no grant is due. The fee stands as the first determination booked it.
    await filedReturn(thread, maker, 15_000)
    const second = await determinedAs(thread, id, '2027-07-10', 'entitlement')
    expect([await standing(first), await standing(second)]).toEqual(['superseded', 'in_effect'])
    expect(refusedFor(await order(first, 'quashed'))).toEqual({
      code: 'standing_refused',
      number: first.number,
      standing: 'superseded',
      kind: 'quashed',
    })
    done(await order(second, 'quashed'))
    expect(await owed()).toEqual({ import_fee: '0.00', training_grant: '0.00' })
  })

  test('nothing takes the place of what is stayed, nor follows from it, also when it was prepared before', async () => {
    const { id, failure, sanction } = await sanctioned()
    done(await order(sanction, 'stayed'))
    const stayed = { code: 'determination_stayed', number: sanction.number }
    expect(refusedFor(await prepared(id, '2027-09-11', 'sanction'))).toEqual(stayed)
    expect(refusedFor(await prepared(id, '2027-09-11', 'restoration'))).toEqual(stayed)
    done(await order(sanction, 'quashed'))
    // The failure stands; what was prepared while it did is not approved when it does not any more.
    const again = done(await prepared(id, '2027-09-11', 'sanction'))
    done(await order(failure, 'stayed'))
    expect(refusedFor(await approved(again))).toEqual({ code: 'determination_stayed', number: failure.number })
    done(await order(failure, 'quashed'))
    expect(refusedFor(await approved(again))).toEqual({ code: 'follows_nothing', kind: 'sanction' })
  })

  /** A sanction of 11 September, prepared with less than what was computed. */
  async function lessened(less: readonly Less[]) {
    const { recorder, shelf, caseOfficer } = thread
    const licence = await licenceOf(maker)
    const id = await filedReturn(thread, maker, 16_000)
    const failure = await determinedAs(thread, id, '2027-07-10', 'failure')
    await servedNotice(thread, failure.number)
    thread.on('2027-09-11')
    const { assessment } = done(
      await makeAssessment(recorder, shelf, caseOfficer, { return_id: id, as_of: '2027-09-11' }),
    )
    const input = { assessment_id: assessment.id, subject: {}, kind: 'sanction' as const, reasons: 'First failure.' }
    return { licence, open: await prepareDetermination(recorder, shelf, caseOfficer, { ...input, less }) }
  }
  const reasons = 'The supplier was late, and the firm is small.'

  test('a sanction lessened by amount and day is posted and ordered so, with both figures in what is signed and served', async () => {
    const { licence, open } = await lessened([
      { finding: 'penalty', amount: '2500', reasons },
      { finding: 'licence_suspension', from: '2027-10-01', reasons },
    ])
    const approvedNow = done(await approved(done(open))).determination
    expect(await owed()).toEqual({ penalty: '2500.00' })
    expect([await goodOn(licence, '2027-09-30'), await goodOn(licence, '2027-10-01')]).toEqual(['good', 'suspended'])
    const { letter_id } = approvedNow.decided ?? { letter_id: null }
    const { bytes } = done(await readDocument(thread.made.database, maker.signatory, letter_id ?? ''))
    const letter = JSON.parse(bytes.toString()) as { readonly findings: Determination['findings'] }
    expect(letter.findings.map(({ value, from, less }) => [value, from, less])).toEqual([
      ['2027-10-01', '2027-10-01', { value: '2027-09-11', from: '2027-09-11', reasons }],
      ['PKR 2500', '2027-09-11', { value: 'PKR 10000', from: '2027-09-11', reasons }],
    ])
  })

  test('the bundle of a determination is kept as it was when it was approved, and comes out the same under a newer release', async () => {
    const { made, recorder, shelf, caseOfficer, policyOfficer } = thread
    const bundleFor = async (actor: Actor, of: string) => await fetchPrinted(thread, actor, of, 'bundle_id')
    const { open } = await lessened([{ finding: 'penalty', amount: '2500', reasons }])
    expect(refusedFor(await bundleFor(caseOfficer, done(open).number)).code).toBe('bundle_unknown')
    const { number, assessment_id, decided } = done(await approved(done(open))).determination
    const bundle = done(await bundleFor(maker.clerk, number)).bytes
    const other = await authorisedMaker(thread, `Other ${firms}`, `O-${firms}`)
    expect(refusedFor(await bundleFor(other.clerk, number)).code).toBe('determination_unknown')
    const read = await readFolder(join(PROJECT_ROOT, 'policy', 'bicycles'))
    if (!read.ok) throw new Error(read.sentence)
    const newer = [...read.files].map(([name, text]) => [name, text.replace('PKR 10000', 'PKR 20000')])
    const input = { files: Object.fromEntries(newer) as Record<string, string>, effective_on: '2027-11-01' }
    await approve(thread, done(await proposeRelease(recorder, policyOfficer, input)).id)
    thread.on('2027-11-02')
    expect(done(await bundleFor(maker.clerk, number)).bytes).toEqual(bundle)
    const served = done(await readDocument(made.database, maker.clerk, decided?.letter_id ?? '')).bytes
    expect(await verifyBundle(bundle, async () => served)).toMatchObject({ number, differences: [] })
    // As if an engine of another minor version had made it: what it computes is the same, so that it is read as before.
    await made.tamper(`set session_replication_role = replica; update assessments set engine_version = '0.0.9',
      result = replace(result, '"engine_version":"0.1.0"', '"engine_version":"0.0.9"'),
      result_hash = 'sha256:' || encode(sha256(convert_to(replace(result, '"engine_version":"0.1.0"', '"engine_version":"0.0.9"'), 'UTF8')), 'hex')
      where id = '${assessment_id}'`)
    expect(done(await readAssessment(made.database, shelf, caseOfficer, assessment_id)).assessment.engine_version).toBe(
      '0.0.9',
    )
  })

  test('a suspension that is not imposed orders nothing, and more than what was computed is refused by code', async () => {
    const { licence, open } = await lessened([{ finding: 'licence_suspension', not_imposed: true, reasons }])
    done(await approved(done(open)))
    expect([await owed(), (await ordersOf(licence)).length]).toEqual([{ penalty: '10000.00' }, 1])
    maker = await authorisedMaker(thread, `More ${firms}`, `T-${firms}`)
    thread.on('2027-07-10')
    const more = await lessened([{ finding: 'penalty', amount: '10001', reasons }])
    expect(refusedFor(more.open)).toMatchObject({ code: 'not_less', computed: 'PKR 10000' })
  })

  test('what was touched after it was prepared is not approved, whatever it says of having been computed', async () => {
    const { open } = await lessened([])
    const { number } = done(open)
    const { shown_hash } = await foresight({ number })
    await thread.made.tamper(`set session_replication_role = replica;
      update determinations set findings = replace(findings, 'PKR 10000', 'PKR 99999') where number = '${number}'`)
    const touched = done(await readDetermination(thread.made.database, thread.caseOfficer, number))
    expect(refusedFor(await approved(done(open), shown_hash)).code).toBe('other_than_shown')
    await expect(approved(touched)).rejects.toThrow('states other than was computed')
  })

  test('no sanction is approved without a notice whose time has passed, and no rehearsal binds, also past the commands', async () => {
    const { failure, sanction } = await sanctioned()
    const { approvingOfficer, made } = thread
    const copy = (number: string, follows: string | null, rehearsal = false) =>
      made.tamper(`insert into determinations select gen_random_uuid(), '${number}', kind, manufacturer_id, programme, year, assessment_id, ${rehearsal},
        '{"copy":"${number}"}', findings, reasons, ${follows === null ? 'null' : `'${follows}'`}, prepared_at, prepared_by, release_id
        from determinations where id = '${sanction.id}'`)
    const approveAt = (number: string, at: string) =>
      made.tamper(`insert into determination_events select d.id, d.manufacturer_id, 'approved', null, e.signed_hash, e.letter_id, '${at}', '${approvingOfficer.person}'
        from determinations d, determination_events e where d.number = '${number}' and e.determination_id = '${sanction.id}'`)
    // Nothing is prepared that rests on no notice.
    await expect(copy(`D-88${firms}1`, null)).rejects.toThrow('no sanction yet: not_served')
    await copy(`D-88${firms}2`, failure.id)
    // The last day to cure is 10 September, which ends in Karachi at seven in the evening of UTC.
    await expect(approveAt(`D-88${firms}2`, '2027-09-10T18:59:59Z')).rejects.toThrow(
      'no sanction yet: time_to_cure_runs',
    )
    await approveAt(`D-88${firms}2`, '2027-09-10T19:00:00Z')
    await made.tamper(`set session_replication_role = replica; update policy_releases set rehearsal = true`)
    await expect(copy(`D-88${firms}3`, failure.id)).rejects.toThrow('is a rehearsal')
    await copy(`D-88${firms}4`, failure.id, true)
    await made.tamper(`set session_replication_role = replica; update policy_releases set rehearsal = false`)
    const reaching = `insert into licence_orders select l.id, 9, 'suspend', '2027-09-11', 'x', d.id, now(), 'x' from licences l, determinations d
      where l.manufacturer_id = '${maker.id}' and d.number = 'D-88${firms}4'`
    await expect(made.tamper(reaching)).rejects.toThrow('reaches licences of a rehearsal only')
  })

  test('what is meant to bind is refused while any of its law is not gazetted, and names it', async () => {
    const { recorder, shelf, caseOfficer, policyOfficer } = thread
    const read = await readFolder(join(PROJECT_ROOT, 'policy', 'bicycles'))
    if (!read.ok) throw new Error(read.sentence)
    const reported = [...read.files].map(([name, text]) => [
      name,
      name === 'programme.yaml' ? text.replace('evidence: gazette', 'evidence: reported') : text,
    ])
    const input = { files: Object.fromEntries(reported) as Record<string, string>, effective_on: '2027-12-01' }
    await approve(thread, done(await proposeRelease(recorder, policyOfficer, input)).id)
    thread.on('2027-12-01')
    const id = await filedReturn(thread, maker, 16_000)
    const { assessment } = done(
      await makeAssessment(recorder, shelf, caseOfficer, { return_id: id, as_of: '2027-12-01' }),
    )
    const asked = { assessment_id: assessment.id, subject: {}, kind: 'failure' as const, reasons: 'x' }
    const binding = await prepareDetermination(recorder, shelf, caseOfficer, { ...asked, rehearsal: false })
    const refusal = refusedFor(binding) as { readonly code: string; readonly rows: readonly string[] }
    expect([refusal.code, refusal.rows]).toEqual(['law_not_gazetted', expect.arrayContaining(['bicycles'])])
    expect(done(await prepareDetermination(recorder, shelf, caseOfficer, asked)).rehearsal).toBe(true)
  })

  test('nobody who prepared or approved it decides what becomes of it, nor does what is not approved have a standing', async () => {
    const { caseOfficer, approvingOfficer, policyOfficer, made } = thread
    const id = await filedReturn(thread, maker, 16_000)
    const open = done(await prepared(id, '2027-07-10', 'failure'))
    expect(refusedFor(await order(open, 'stayed'))).toEqual({
      code: 'determination_not_approved',
      number: open.number,
    })
    const failure = done(await approved(open)).determination
    for (const actor of [caseOfficer, approvingOfficer])
      expect(refusedFor(await order(failure, 'quashed', 'x', actor))).toEqual({
        code: 'took_part',
        number: failure.number,
      })
    // Past the command, and for whoever has no business with it: refused by the database too.
    for (const actor of [policyOfficer, maker.clerk, maker.signatory])
      await expect(order(failure, 'quashed', 'x', actor)).rejects.toThrow('row-level security')
    expect(refusedFor(await order(failure, 'quashed', 'x', thread.customsOfficer)).code).toBe('determination_unknown')
    const row = (kind: string, by: string, position = 1) =>
      made.tamper(`insert into determination_standings values ('${failure.id}', '${maker.id}', '${failure.number}', ${position}, '${kind}', 'x', '{}',
        '2027-07-10', now(), '${by}')`)
    await expect(row('quashed', approvingOfficer.person)).rejects.toThrow('does not decide what becomes of it')
    await expect(row('resumed', third.person)).rejects.toThrow('cannot be resumed')
    await expect(row('stayed', third.person, 2)).rejects.toThrow('leaves out a position')
  })

  test('of two who decide at once one comes first, and the other is told what it is now', async () => {
    const { sanction } = await sanctioned()
    const both = await Promise.all([order(sanction, 'quashed', 'appeal A-1'), order(sanction, 'quashed', 'appeal A-2')])
    expect(both.map((one) => ('done' in one ? 'done' : one.refused.code)).toSorted()).toEqual([
      'done',
      'standing_refused',
    ])
    expect(await owed()).toEqual({ penalty: '0.00' })
  })

  test('whatever is ordered in whatever order, the licence, the account and the standing are what a replay says', async () => {
    const { licence, sanction } = await sanctioned()
    const KINDS = ['stayed', 'resumed', 'quashed'] as const
    // Stays and resumptions at random, by a generator with a seed, and the end last.
    let seed = 20_271
    let expected = 'in_effect'
    for (let day = 12; day < 28; day += 1) {
      thread.on(`2027-09-${day}`)
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      const kind = KINDS[day === 26 ? 2 : seed % 2] ?? 'stayed'
      const isPossible = kind === 'quashed' || (kind === 'stayed') === (expected === 'in_effect')
      const isOver = expected === 'quashed'
      const outcome = await order(sanction, kind, `order of day ${day}`)
      expect('done' in outcome).toBe(isPossible && !isOver)
      if ('done' in outcome) expected = kind === 'resumed' ? 'in_effect' : kind
      expect(await standing(sanction)).toBe(expected)
      expect(await goodOn(licence, `2027-09-${day}`)).toBe(expected === 'in_effect' ? 'suspended' : 'good')
      expect(await owed()).toEqual({ penalty: expected === 'quashed' ? '0.00' : '10000.00' })
    }
  })

  /** A sanction of 11 September that waits for its second officer, upon a licence of 1,000 units. */
  async function waiting() {
    const licence = await licenceOf(maker)
    const id = await filedReturn(thread, maker, 16_000)
    const failure = await determinedAs(thread, id, '2027-07-10', 'failure')
    await servedNotice(thread, failure.number)
    thread.on('2027-09-11')
    const open = done(await prepared(id, '2027-09-11', 'sanction'))
    return { licence, failure, open }
  }

  test('what is shown before anybody signs is what is given: orders, entries and days', async () => {
    const { licence, open } = await waiting()
    const of = { licence, hs_line: '87149100' }
    const draw = async (entry: string, units: number, drawn_on: string) =>
      done(await drawQuota(thread.recorder, thread.customsOfficer, { ...of, entry, units, drawn_on }))
    // Thirty days before 11 September is 12 August.
    await draw('KHI-1', 100, '2027-08-11')
    await draw('KHI-2', 20, '2027-08-12')
    await draw('KHI-3', 3, '2027-09-11')
    const { effect } = await foresight(open)
    expect(effect).toMatchObject({
      on: '2027-09-11',
      licences: [
        {
          number: licence,
          kind: 'import_licence',
          orders: [{ kind: 'suspend', effective_on: '2027-09-11' }],
          left: 1000 - 100 - 20 - 3,
          lately: { since: '2027-08-12', entries: 2, units: 23 },
        },
      ],
      booked: [{ finding: 'penalty', amount: 'PKR 10000.00' }],
      sanctions: [],
      entitlements: [],
    })
    done(await approved(open))
    const given = (await ordersOf(licence)).filter(([, , reason]) => reason === open.number)
    expect(given.map(([kind, effective_on]) => ({ kind, effective_on }))).toEqual(effect?.licences[0]?.orders)
    const entries = await readStatement(thread.made.database, maker.signatory, maker.id)
    const own = entries
      .filter(({ determination_id }) => determination_id === open.id)
      .flatMap(({ finding, postings }) => postings.map((posting) => ({ finding, ...posting })))
      .filter(({ manufacturer_id }) => manufacturer_id === maker.id)
    expect(own.map(({ finding, currency, amount }) => ({ finding, amount: `${currency} ${amount}` }))).toEqual(
      effect?.booked.map(({ finding, amount }) => ({ finding, amount })),
    )
  })

  test('is not approved over another effect than was shown: a licence granted meanwhile, an import booked, the next day', async () => {
    const { licence, open } = await waiting()
    const { shown_hash } = await foresight(open)
    const draw = { licence, entry: 'KHI-9', hs_line: '87149100', units: 1, drawn_on: '2027-09-11' }
    done(await drawQuota(thread.recorder, thread.customsOfficer, draw))
    expect(refusedFor(await approved(open, shown_hash))).toEqual({ code: 'other_than_shown' })
    const second = await licenceOf(maker)
    const now = await foresight(open)
    expect(now.effect?.licences.map(({ number }) => number)).toEqual([licence, second])
    expect(now.shown_hash).not.toBe(shown_hash)
    // Without the determination alone being another.
    expect(now.shown_hash).not.toBe(await determinationHash(open))
    thread.on('2027-09-12')
    expect((await foresight(open)).shown_hash).not.toBe(now.shown_hash)
    expect(await goodOn(licence, '2027-09-12')).toBe('good')
    done(await approved(open))
    // It is listed from then on, for officers and for the firm, and for no other.
    const listed = async (actor: Actor) => (await readSanctions(thread.recorder, actor, { limit: 100 })).items
    const [own] = await listed(maker.clerk)
    expect([own?.number, own?.measures.map(({ effect, since, state }) => [effect?.verb, since, state])]).toEqual([
      open.number,
      ['suspend', 'impose'].map((verb) => [verb, '2027-09-12', 'in_effect']),
    ])
    expect(await listed(thread.caseOfficer)).toContainEqual(own)
    const other = await authorisedMaker(thread, `Other ${firms}`, `O-${firms}`)
    expect(await listed(other.clerk)).toEqual([])
    for (const one of [licence, second]) expect(await goodOn(one, '2027-09-12')).toBe('suspended')
  })
})
