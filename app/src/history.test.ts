/** What is told of who did what: to officers by name, to a firm its own acts by name and those of the authority without, to others nothing. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeAssessment } from './assessments/filed/make-assessment.ts'
import { appealedBy } from './appeal-fixture.ts'
import { prepareDetermination } from './determinations/prepare-determination.ts'
import { ACTS, type HistoryEntry, type Thing } from './history/history.ts'
import { readHistory } from './history/read-history.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, readAs } from './kernel/transaction.ts'
import { eventsAbout } from './audit-log/read-events.ts'
import { drawQuota } from './licences/draw-quota.ts'
import { grantLicence } from './licences/grant-licence.ts'
import { stateRecord } from './manufacturers/records/state-record.ts'
import { answerNotice } from './notices/answer-notice.ts'
import { beginRevision } from './products/bills/edit-bill.ts'
import { registerModel } from './products/register-model.ts'
import { uploadReturn } from './returns/filing/upload-return.ts'
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

describe.each(SERVERS)('on $name', (server) => {
  let thread: TestThread
  let ravi: TestMaker
  let other: TestMaker
  /** Those of money are told of where money is tested. */
  const ids: Record<Exclude<Thing, 'budgets' | 'payments' | 'receipts' | 'guarantees'>, string> = {
    manufacturers: '',
    returns: '',
    licences: '',
    determinations: '',
    notices: '',
    appeals: '',
    models: '',
  }
  beforeAll(async () => {
    thread = await openThread(server)
    const { recorder, shelf } = thread
    await publish(thread, 'bicycles')
    ravi = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
    other = await authorisedMaker(thread, 'Chenab Cycles', 'K-1002')
    ids.manufacturers = ravi.id
    const days = { from_on: '2024-01-01', until_on: null }
    const person = { name: 'Hina', position: 'clerk', email: 'hina@ravi.example', phone: '' }
    done(await stateRecord(recorder, ravi.clerk, { kind: 'contact', content: { ...person, ...days } } as never))
    ids.models = done(await registerModel(recorder, shelf, ravi.clerk, ROADSTER)).id
    done(await beginRevision(recorder, ravi.clerk, ids.models))
    const grant = {
      manufacturer_id: ravi.id,
      programme: 'bicycles',
      kind: 'import_licence',
      quota: 1000,
      scope: [],
      valid_from: '2026-07-01',
      valid_until: '2029-06-30',
      reason: 'Ravi is authorised',
    } as const
    ids.licences = done(await grantLicence(recorder, thread.approvingOfficer, grant)).number
    const draw = { licence: ids.licences, entry: 'KHI-1', units: 4, hs_line: '87149100', drawn_on: '2026-07-01' }
    done(await drawQuota(recorder, thread.customsOfficer, draw))
    thread.on('2027-07-10')
    ids.returns = await filedReturn(thread, ravi, 16_000)
    ids.determinations = (await determinedAs(thread, ids.returns, '2027-07-10', 'failure')).number
    const notice = await servedNotice(thread, ids.determinations)
    ids.notices = notice.id
    done(await answerNotice(recorder, ravi.signatory, { id: notice.id, words: 'The frame is late.' }))
    const bytes = await workbook('bicycles', bicycles(15_000))
    const again = { programme: 'bicycles', kind: 'annual', period: '2026-27', name: 'again.xlsx', bytes }
    done(await uploadReturn(recorder, shelf, ravi.clerk, again))
  }, 60_000)
  afterAll(async () => {
    await thread.made.drop()
  })

  async function history(actor: Actor, thing: keyof typeof ids): Promise<readonly HistoryEntry[]> {
    return done(await readHistory(thread.made.database, actor, { thing, id: ids[thing] }, {})).items
  }
  async function acts(actor: Actor, thing: keyof typeof ids): Promise<readonly string[]> {
    return (await history(actor, thing)).map(({ act, version }) => (version === null ? act : `${act} ${version}`))
  }

  test('officers are told what was put before them, and not what a firm has in hand', async () => {
    const { caseOfficer } = thread
    expect(await acts(caseOfficer, 'returns')).toEqual([
      'make_assessment 1',
      'review_return.accepted 1',
      'file_return 1',
      'upload_return 1',
    ])
    expect(await acts(caseOfficer, 'models')).toEqual(['register_model'])
    expect(await acts(caseOfficer, 'manufacturers')).toEqual([
      'state_record',
      'decide_registration.authorised',
      'apply_for_registration',
    ])
    // Whom a firm names is for those who write to it.
    expect(await acts({ ...caseOfficer, role: 'analyst' }, 'manufacturers')).not.toContain('state_record')
  })

  test('a firm is told all that it did, and of the authority what it is told anyway', async () => {
    expect(await acts(ravi.clerk, 'returns')).toEqual([
      'upload_return 2',
      'review_return.accepted 1',
      'file_return 1',
      'upload_return 1',
    ])
    expect(await acts(ravi.clerk, 'models')).toEqual(['begin_bill', 'register_model'])
    const since = ['answer_notice', 'serve_notice', 'keep_notice_file', 'issue_notice']
    const ofNotice = [...since, 'approve_determination']
    expect(await acts(ravi.clerk, 'determinations')).toEqual(ofNotice)
    expect(await acts(thread.caseOfficer, 'determinations')).toEqual([
      ...since,
      'print_letter',
      'approve_determination',
      'prepare_determination',
    ])
    expect(await acts(ravi.clerk, 'licences')).toEqual(['draw_quota', 'grant_licence'])
    expect(await acts(ravi.clerk, 'notices')).toEqual(ofNotice)
  })

  test('officers know everybody by name, a firm its own people, and each sees what was said', async () => {
    const [answered, served] = await history(thread.caseOfficer, 'notices')
    expect([answered?.said, answered?.by.organization, answered?.by.is_own]).toEqual([
      'The frame is late.',
      'Ravi Cycles',
      false,
    ])
    expect([typeof answered?.by.name, typeof served?.by.name, served?.by.is_own]).toEqual(['string', 'string', true])
    const [own, theirs] = await history(ravi.clerk, 'notices')
    expect([typeof own?.by.name, own?.by.is_own]).toEqual(['string', true])
    expect(theirs?.by).toEqual({
      role: 'case_officer',
      name: null,
      organization: null,
      is_own: false,
      is_program: false,
    })
  })

  test('of what a firm may not know nothing is told: others, what is prepared, and what is not there', async () => {
    const { recorder, shelf, caseOfficer } = thread
    for (const [thing, id] of Object.entries(ids) as [Thing, string][])
      for (const actor of [other.clerk, other.signatory])
        expect(refusedFor(await readHistory(thread.made.database, actor, { thing, id }, {}))).toEqual({
          code: 'history_unknown',
        })
    const { assessment } = done(
      await makeAssessment(recorder, shelf, caseOfficer, { return_id: ids.returns, as_of: '2027-07-10' }),
    )
    const input = { assessment_id: assessment.id, subject: {}, kind: 'entitlement', reasons: 'As it says.' } as const
    const { number: id } = done(await prepareDetermination(recorder, shelf, caseOfficer, input))
    const asked = { thing: 'determinations', id } as const
    expect(refusedFor(await readHistory(thread.made.database, ravi.clerk, asked, {})).code).toBe('history_unknown')
    expect(done(await readHistory(thread.made.database, caseOfficer, asked, {})).items).toHaveLength(1)
    const nowhere = { thing: 'returns', id: 'nowhere' } as const
    expect(refusedFor(await readHistory(thread.made.database, caseOfficer, nowhere, {})).code).toBe('history_unknown')
  })

  test('the database itself shows an officer no draft in the log, and a firm no event of another', async () => {
    const about = async (actor: Actor, subjects: readonly string[]) => {
      const { items } = await readAs(thread.made.database, actor, async (tables) => {
        return await eventsAbout(tables, subjects, {})
      })
      return items.map(({ command }) => command)
    }
    const subjects = [
      `return ${ids.returns}`,
      `licence ${ids.licences}`,
      `determination ${ids.determinations}`,
      `notice ${ids.notices}`,
      `model ${ids.models}`,
      `manufacturer ${ravi.id}`,
    ]
    for (const actor of [other.clerk, thread.customsOfficer, { ...ravi.clerk, role: 'administrator' } as const])
      expect([actor.role, await about(actor, subjects)]).toEqual([actor.role, []])
    expect((await about(thread.caseOfficer, subjects)).filter((one) => one === 'upload_return')).toHaveLength(1)
    expect(await about(thread.caseOfficer, [ravi.id, 'service'])).toEqual([])
  })

  test('of an appeal both sides are told, another firm is not, and nobody of an order that is written', async () => {
    ids.appeals = (await appealedBy(thread, ravi, ids.determinations, 'Ravi')).id
    const filed = ['file_appeal', 'add_appeal_evidence', 'prepare_appeal']
    for (const actor of [ravi.clerk, thread.caseOfficer]) {
      expect(await acts(actor, 'appeals')).toEqual(filed)
      expect((await acts(actor, 'determinations')).slice(0, 3)).toEqual(filed)
    }
    const asked = { thing: 'appeals', id: ids.appeals } as const
    expect(refusedFor(await readHistory(thread.made.database, other.clerk, asked, {})).code).toBe('history_unknown')
  })

  test('a long history comes in pages, and every act of it has words', async () => {
    const whole = await history(thread.caseOfficer, 'returns')
    const asked = { thing: 'returns', id: ids.returns } as const
    const first = done(await readHistory(thread.made.database, thread.caseOfficer, asked, { limit: 2 }))
    const cursor = first.next ?? undefined
    const second = done(await readHistory(thread.made.database, thread.caseOfficer, asked, { limit: 100, cursor }))
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(whole.map(({ id }) => id))
    for (const thing of Object.keys(ids) as (keyof typeof ids)[])
      for (const actor of [thread.caseOfficer, ravi.clerk])
        for (const { act } of await history(actor, thing)) expect(ACTS).toContain(act)
  })
})
