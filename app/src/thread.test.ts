import { parseDay } from '@maqami/engine/value/date.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readAssessment, assessDraft, makeAssessment } from './assessments/filed/make-assessment.ts'
import type { DeterminationKind } from './determinations/determination.ts'
import { prepareDetermination } from './determinations/prepare-determination.ts'
import { readDocument } from './documents/read-document.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { programActor } from './kernel/transaction.ts'
import { readStatement } from './ledger/read-statement.ts'
import { askGate } from './licences/ask-gate.ts'
import { drawQuota } from './licences/draw-quota.ts'
import { grantLicence } from './licences/grant-licence.ts'
import { readLicence } from './licences/read-licences.ts'
import { answerNotice, considerAnswer, recordCure } from './notices/answer-notice.ts'
import { approveRelease } from './policy-releases/approve-release.ts'
import { declineRelease, withdrawRelease } from './policy-releases/decline-release.ts'
import { registerModel } from './products/register-model.ts'
import { annotatedCopy, returnProgrammes } from './returns/filing/read-returns.ts'
import { recordRates } from './returns/filing/record-rates.ts'
import { uploadReturn } from './returns/filing/upload-return.ts'
import {
  authorisedMaker,
  bicycles,
  determinedAs,
  done,
  filedReturn,
  openThread,
  propose,
  publish,
  ROADSTER,
  refusedFor,
  type TestMaker,
  type TestThread,
  workbook,
  servedNotice,
} from './thread-fixture.ts'

describe.each(SERVERS)('the thread on $name', (server) => {
  let thread: TestThread
  let maker: TestMaker
  let licence: string
  beforeAll(async () => {
    thread = await openThread(server)
    await publish(thread, 'bicycles')
    maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
    const granted = await grantLicence(thread.recorder, thread.approvingOfficer, {
      manufacturer_id: maker.id,
      programme: 'bicycles',
      kind: 'import_licence',
      quota: 1000,
      scope: [{ hs_prefix: '8714', quota: null, valid_from: '2026-07-15', valid_until: '2029-06-30' }],
      valid_from: '2026-07-15',
      valid_until: '2029-06-30',
      reason: 'authorised for a first year',
    })
    licence = done(granted).number
  })
  afterAll(async () => {
    await thread.made.drop()
  })

  async function gate(day: string, units = 1): Promise<string> {
    const sign = () => 'signed'
    return done(
      await askGate(
        thread.made.database,
        thread.customsOfficer,
        { sign },
        { licence, day, units, hs_line: '87149100' },
      ),
    ).answer.because
  }
  const filed = async (imported: number) => await filedReturn(thread, maker, imported)
  const determined = async (return_id: string, as_of: string, kind: DeterminationKind) =>
    await determinedAs(thread, return_id, as_of, kind)

  test('runs from a workbook with errors to a licence that is suspended and restored', async () => {
    const { recorder, shelf, caseOfficer, made, on } = thread
    done(await registerModel(recorder, shelf, maker.clerk, ROADSTER))
    on('2026-08-01')
    done(
      await drawQuota(recorder, thread.customsOfficer, {
        licence,
        entry: 'KHI-1',
        units: 400,
        hs_line: '87149100',
        drawn_on: '2026-08-01',
      }),
    )
    expect(await gate('2026-08-01', 600)).toBe('good')
    expect(await gate('2026-08-01', 601)).toBe('quota_used_up')

    on('2027-07-10')
    const faulty = await workbook('bicycles', { ...bicycles(16_000), licence: [] })
    const upload = { programme: 'bicycles', kind: 'annual', period: '2026-27', name: 'faulty.xlsx' }
    const first = done(await uploadReturn(recorder, shelf, maker.clerk, { ...upload, bytes: faulty }))
    expect(first.found.versions[0]?.error_count).toBeGreaterThan(0)
    const copy = done(
      await annotatedCopy(recorder, shelf, maker.clerk, { id: first.found.id, version: 1, language: 'en' }),
    )
    expect(copy.subarray(0, 2).toString()).toBe('PK')

    // 1 − 16,000 ÷ 20,000 = 20%, and the Act asks for 30%.
    const id = await filed(16_000)
    expect(id).toBe(first.found.id)
    const draft = done(await assessDraft(recorder, shelf, maker.clerk, { return_id: id, version: 2 }))
    const failure = await determined(id, '2027-07-10', 'failure')
    expect(failure.findings.map((one) => one.finding)).toEqual(['localization_requirement'])
    expect(draft.subjects).toHaveLength(1)
    const { letter_id } = failure.decided ?? { letter_id: null }
    const letter = done(await readDocument(made.database, maker.signatory, letter_id ?? ''))
    expect(letter.name).toBe(`${failure.number}.pdf`)

    // Served on 10 July 2027: two months are up on 10 September, and the licence is suspended from the 11th.
    const notice = await servedNotice(thread, failure.number)
    expect([notice.served_on, notice.cure_ends_on]).toEqual(['2027-07-10', '2027-09-10'])
    done(await answerNotice(recorder, maker.signatory, { id: notice.id, words: 'The local frame is late.' }))
    on('2027-09-10')
    expect(refusedFor(await sanctionNow(id, '2027-09-10'))).toEqual({ code: 'nothing_to_determine', kind: 'sanction' })
    on('2027-09-11')
    expect(refusedFor(await sanctionNow(id, '2027-09-11'))).toEqual({
      code: 'sanction_barred',
      bar: 'answer_not_considered',
    })
    const considered = { id: notice.id, about: 3, words: 'A frame that is late is no local frame.' }
    done(await considerAnswer(recorder, caseOfficer, considered))
    const sanction = await determined(id, '2027-09-11', 'sanction')
    expect(sanction.follows).toBe(failure.id)
    expect(sanction.findings.map(({ finding, from }) => [finding, from])).toEqual([
      ['licence_suspension', '2027-09-11'],
      ['penalty', '2027-09-11'],
    ])
    expect(await gate('2027-09-10')).toBe('good')
    expect(await gate('2027-09-11')).toBe('suspended')

    // Cured late: the suspension stands until it is lifted, and the penalty stays.
    on('2027-10-01')
    const tooEarly = await prepared(id, '2027-10-01', 'restoration')
    expect(refusedFor(tooEarly)).toEqual({ code: 'nothing_to_determine', kind: 'restoration' })
    done(
      await recordCure(thread.recorder, thread.shelf, thread.letters, caseOfficer, {
        id: notice.id,
        cured_on: '2027-09-28',
        words: 'Seen on site.',
      }),
    )
    const late = await answerNotice(recorder, maker.signatory, { id: notice.id, words: 'And the frame has come.' })
    expect(refusedFor(late)).toEqual({ code: 'cured_already', happened_on: '2027-09-28' })
    const restoration = await determined(id, '2027-10-01', 'restoration')
    expect(restoration.follows).toBe(sanction.id)
    expect(await gate('2027-09-30')).toBe('suspended')
    expect(await gate('2027-10-01')).toBe('good')
    const { orders } = done(await readLicence(made.database, maker.clerk, licence))
    expect(orders.map((order) => [order.kind, order.effective_on])).toEqual([
      ['grant', '2026-07-15'],
      ['suspend', '2027-09-11'],
      ['restore', '2027-10-01'],
    ])
    const statement = await readStatement(made.database, maker.signatory, maker.id)
    expect(statement.map(({ finding, postings }) => [finding, postings.map((one) => one.amount)])).toEqual([
      ['penalty', ['10000.00', '-10000.00']],
    ])
  })

  async function prepared(return_id: string, as_of: string, kind: DeterminationKind) {
    const { recorder, shelf, caseOfficer } = thread
    const { assessment } = done(await makeAssessment(recorder, shelf, caseOfficer, { return_id, as_of }))
    return await prepareDetermination(recorder, shelf, caseOfficer, {
      assessment_id: assessment.id,
      subject: {},
      kind,
      reasons: 'x',
    })
  }
  async function sanctionNow(return_id: string, as_of: string) {
    return await prepared(return_id, as_of, 'sanction')
  }

  test('books what is due, and takes it back when the return is amended', async () => {
    thread.on('2028-07-10')
    maker = await authorisedMaker(thread, 'Chenab Cycles', 'K-1002')
    // 1 − 12,000 ÷ 20,000 = 40%. The grant is half of 80,000, under the ceiling of 50,000 for less than 1,000 bicycles;
    // the fee is 4% of 1,000,000 less 1,000.
    const id = await filed(12_000)
    await determined(id, '2028-07-10', 'entitlement')
    const shown = async () =>
      (await readStatement(thread.made.database, maker.signatory, maker.id)).map(({ finding, reverses, postings }) => [
        finding,
        reverses === null ? 'posted' : 'reversed',
        postings.find((one) => one.manufacturer_id === maker.id)?.amount,
      ])
    expect(await shown()).toEqual([
      ['import_fee', 'posted', '39000.00'],
      ['training_grant', 'posted', '-40000.00'],
    ])
    // Amended: 1 − 15,000 ÷ 20,000 = 25% misses the target, so that no grant is due.
    expect(await filed(15_000)).toBe(id)
    await determined(id, '2028-07-10', 'entitlement')
    expect(await shown()).toEqual([
      ['import_fee', 'posted', '39000.00'],
      ['training_grant', 'posted', '-40000.00'],
      ['training_grant', 'reversed', '40000.00'],
    ])
  })

  test('takes its law from two officers: not twice from one, and from no program', async () => {
    const { recorder, policyOfficer, approvingOfficer } = thread
    const id = await propose(thread, 'bicycles', '2026-07-01')
    expect(refusedFor(await approveRelease(recorder, policyOfficer, { id, effect_hash: null }))).toEqual({
      code: 'own_proposal',
    })
    const program = programActor(recorder.makeId(), approvingOfficer.organization ?? '', 'approving_officer', [
      'approve_release',
      'decline_release',
    ])
    const refused = { code: 'not_allowed', command: 'approve_release' }
    expect(refusedFor(await approveRelease(recorder, program, { id, effect_hash: null }))).toEqual(refused)
    const notDeclined = { code: 'not_allowed', command: 'decline_release' }
    expect(refusedFor(await declineRelease(recorder, program, { id, reason: 'x' }))).toEqual(notDeclined)
  })

  test('lets a release that was withdrawn be approved by nobody, nor one be withdrawn by another: also past the commands', async () => {
    const { recorder, policyOfficer, approvingOfficer, made } = thread
    const id = await propose(thread, 'bicycles', '2026-07-01')
    const end = (kind: string, by: string) =>
      made.tamper(`insert into policy_release_declines values ('${id}', '${kind}', 'x', now(), '${by}')`)
    await expect(end('withdrawn', approvingOfficer.person)).rejects.toThrow('nobody else')
    await expect(end('declined', policyOfficer.person)).rejects.toThrow('who did not declines it')
    done(await withdrawRelease(recorder, policyOfficer, { id, reason: 'The wrong files.' }))
    expect(refusedFor(await approveRelease(recorder, approvingOfficer, { id, effect_hash: null }))).toEqual({
      code: 'release_declined',
    })
    await expect(
      made.tamper(`insert into policy_release_approvals values ('${id}', now(), '${approvingOfficer.person}')`),
    ).rejects.toThrow('declined or withdrawn')
  })

  test('takes rates in UTF-8 only: read otherwise, their sources would be called something else', async () => {
    const table = 'date,currency,rate,source\n2026-07-01,EUR,310.25,Zürich\n'
    const latin1 = await recordRates(thread.recorder, thread.policyOfficer, Buffer.from(table, 'latin1'))
    const problems = ["'rates.csv' is not UTF-8. Save it with that encoding."]
    expect(refusedFor(latin1)).toEqual({ code: 'rates_broken', problems })
    expect(await recordRates(thread.recorder, thread.policyOfficer, Buffer.from(table))).toHaveProperty('done')
  })

  test('knows a programme however many releases were proposed since its own', async () => {
    await thread.made.tamper(`insert into policy_releases (id, programme, hash, files, rehearsal, effective_on, proposed_at, proposed_by)
      select gen_random_uuid(), 'kites', hash, files, rehearsal, effective_on, proposed_at + interval '1 hour', proposed_by
      from (select * from policy_releases where programme = 'bicycles' limit 1) one, generate_series(1, 200)`)
    const open = await returnProgrammes(
      thread.made.database,
      thread.shelf,
      thread.caseOfficer,
      parseDay('2028-08-01') ?? 0,
    )
    expect(open).toMatchObject([
      { programme: 'bicycles', year_starts: '07-01', kinds: [{ kind: 'annual' }, { kind: 'monthly' }] },
    ])
  })

  test('gives the same bytes when an assessment is computed again', async () => {
    const id = await filed(14_000)
    const { recorder, shelf, caseOfficer, made } = thread
    const { assessment } = done(
      await makeAssessment(recorder, shelf, caseOfficer, { return_id: id, as_of: '2028-07-10' }),
    )
    const again = done(await readAssessment(made.database, shelf, caseOfficer, assessment.id))
    expect(again.assessment).toEqual(assessment)
    await made.tamper(`set session_replication_role = replica;
      update assessments set result = replace(result, '14000', '13999') where id = '${assessment.id}'`)
    await expect(readAssessment(made.database, shelf, caseOfficer, assessment.id)).rejects.toThrow(
      'comes out differently',
    )
  })
})
