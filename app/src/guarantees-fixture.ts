/** Guarantees in the database of the tests of money: by which two officers, for how much, and what the database refuses. */
import { beforeAll, expect, test } from 'vitest'
import { recorderContext } from './audit-log/recorder-context.ts'
import type { Determination } from './determinations/determination.ts'
import { ACTS, type Thing } from './history/history.ts'
import { readHistory } from './history/read-history.ts'
import type { Handle } from './kernel/database.ts'
import { type Actor, writeAs } from './kernel/transaction.ts'
import { exactOf, transfer } from './ledger/entry.ts'
import { postEntry } from './ledger/post-entry.ts'
import { readTrialBalance } from './ledger/read-ledger.ts'
import { ORIGIN, textOf } from './pages/page-reader-fixture.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { shelfContext } from './policy-releases/shelf-context.ts'
import { PROBLEMS } from './problems.ts'
import { approveGuarantee, declineGuarantee, proposeGuarantee } from './receipts/guarantees/decide-guarantee.ts'
import * as guaranteePage from './receipts/guarantees/guarantee-page.tsx'
import type { Guarantee, GuaranteeAct } from './receipts/guarantees/guarantee.ts'
import { insertStepDecided } from './receipts/guarantees/guarantees-table.ts'
import * as guaranteesCsv from './receipts/guarantees/guarantees-csv-page.tsx'
import * as guaranteesPage from './receipts/guarantees/guarantees-page.tsx'
import { readGuarantee, readGuarantees } from './receipts/guarantees/read-guarantees.ts'
import { type RecordGuarantee, recordGuarantee } from './receipts/guarantees/record-guarantee.ts'
import * as recordPage from './receipts/guarantees/record-guarantee-page.tsx'
import { debtsOf } from './receipts/read-receipts.ts'
import { bounced, received } from './receipts-fixture.ts'
import { threadAuthority } from './thread.ts'
import {
  authorisedMaker,
  determinedAs,
  done,
  filedReturn,
  refusedFor,
  type TestMaker,
  type TestThread,
} from './thread-fixture.ts'

const PAPER = Buffer.from('%PDF-1.7 we undertake to pay on demand')

/** What a firm lodged, recorded by the case officer. `who` is named in all of it. */
export async function lodgedBy(
  { recorder, caseOfficer }: TestThread,
  firm: string,
  who: string,
  more: Partial<RecordGuarantee> = {},
): Promise<Guarantee> {
  return done(
    await recordGuarantee(recorder, caseOfficer, {
      manufacturer_id: firm,
      programme: 'bicycles',
      licence_number: null,
      rehearsal: false,
      issuer: `The bank of ${who}`,
      issuer_number: `LG-${who}`,
      currency: 'PKR',
      amount: '50000.00',
      expires_on: '2028-06-30',
      reason: `Handed in by ${who}.`,
      file: { name: `guarantee of ${who}.pdf`, bytes: PAPER },
      ...more,
    }),
  )
}

/** By the second officer, over what he is shown. */
export async function approvedGuarantee(
  thread: TestThread,
  { number }: Pick<Guarantee, 'number'>,
  by: Actor = thread.approvingOfficer,
) {
  const { shown_hash } = done(await readGuarantee(thread.recorder, by, number))
  return await approveGuarantee(thread.recorder, by, { number, shown_hash: shown_hash ?? '' })
}

/** The law charges each firm 39,000: 4% of 1,000,000 less 1,000. */
export function testGuarantees(threadOf: () => TestThread): void {
  let thread: TestThread
  let firm: TestMaker
  let fee: Determination
  let number: string
  beforeAll(async () => {
    thread = threadOf()
    firm = await authorisedMaker(thread, 'Kunhar Cycles', 'K-31')
    thread.on('2027-10-05')
    fee = await determinedAs(thread, await filedReturn(thread, firm, 12_000), '2027-10-05', 'entitlement')
  })

  const propose = async (kind: GuaranteeAct, amount: string, reference: string | null = null) =>
    await proposeGuarantee(thread.recorder, thread.caseOfficer, {
      number,
      kind,
      amount,
      reference,
      reason: 'It is due.',
    })
  async function settled(kind: GuaranteeAct, amount: string, reference: string | null = null): Promise<void> {
    done(await propose(kind, amount, reference))
    done(await approvedGuarantee(thread, { number }))
  }
  async function sums(): Promise<readonly string[]> {
    const { guarantee } = done(await readGuarantee(thread.recorder, thread.caseOfficer, number))
    const { called, released, free, due, state } = guarantee
    return [called, released, free, due, state]
  }
  async function owed(): Promise<string> {
    const debts = done(await debtsOf(thread.made.database, firm.signatory, firm.id))
    return debts.map(({ amount }) => amount).join()
  }
  async function tried(body: (tables: Handle) => Promise<unknown>, by: Actor = thread.approvingOfficer) {
    try {
      await writeAs(thread.made.database, by, async (tables) => {
        await body(tables)
        return { commit: undefined }
      })
      return 'done'
    } catch (error) {
      return String(error)
    }
  }

  test('a guarantee secures nothing before another officer has confirmed it, and its paper counts once', async () => {
    const { caseOfficer, recorder } = thread
    const wrong = await lodgedBy(thread, firm.id, 'Kunhar')
    expect(
      refusedFor(
        await recordGuarantee(recorder, caseOfficer, { ...wrong, reason: 'x', file: { name: 'a', bytes: PAPER } }),
      ),
    ).toEqual({
      code: 'guarantee_known',
      number: wrong.number,
    })
    const unread = await recordGuarantee(recorder, caseOfficer, {
      ...wrong,
      reason: 'x',
      file: { name: 'a', bytes: Buffer.from([0]) },
    })
    expect(refusedFor(unread).code).toBe('file_type_unfit')
    const reason = 'The amount is another in the paper.'
    done(await declineGuarantee(recorder, thread.approvingOfficer, { number: wrong.number, reason }))
    ;({ number } = await lodgedBy(thread, firm.id, 'Kunhar'))
    expect(await sums()).toEqual(['0.00', '0.00', '50000.00', '0.00', 'recorded'])
    expect(refusedFor(await propose('call', '1.00', fee.number)).code).toBe('guarantee_proposed')
    const own = { ...caseOfficer, role: 'approving_officer' } as const
    expect(refusedFor(await approvedGuarantee(thread, { number }, own)).code).toBe('own_guarantee')
    // The database refuses too, whoever asks it.
    const { guarantee } = done(await readGuarantee(recorder, caseOfficer, number))
    const decided = {
      step_id: guarantee.steps[0]?.id ?? '',
      guarantee_id: guarantee.id,
      kind: 'approved',
      reason: null,
      signed_hash: `sha256:${'0'.repeat(64)}`,
      recorded_at: guarantee.recorded_at,
      recorded_by: own.person,
    } as const
    expect(await tried(async (tables) => await insertStepDecided(tables, decided), own)).toContain(
      'does not decide on it',
    )
    expect(await tried(async (tables) => await insertStepDecided(tables, { ...decided, recorded_by: 'x' }))).toContain(
      'row-level security',
    )
    done(await approvedGuarantee(thread, { number }))
    expect((await sums()).at(-1)).toBe('in_force')
  })

  test('it is called for no more than is owed and than it has, and for a determination that it secures', async () => {
    expect(refusedFor(await propose('call', '39000.01', fee.number))).toMatchObject({
      code: 'guarantee_over_owed',
      most: '39000.00',
    })
    expect(refusedFor(await propose('call', '50000.01', fee.number))).toMatchObject({
      code: 'guarantee_beyond',
      most: '50000.00',
    })
    expect(refusedFor(await propose('call', '1.00')).code).toBe('guarantee_reference_missing')
    expect(refusedFor(await propose('call', '1.00', 'D-999999'))).toMatchObject({ waits: 'unknown_reference' })
    const other = await authorisedMaker(thread, 'Naran Cycles', 'K-32')
    const theirs = await determinedAs(thread, await filedReturn(thread, other, 12_000), '2027-10-05', 'entitlement')
    expect(refusedFor(await propose('call', '1.00', theirs.number))).toMatchObject({ waits: 'other_secured' })
    // The other firm knows nothing of it.
    expect((await readGuarantees(thread.recorder, other.signatory, {})).items).toEqual([])
    expect(refusedFor(await readGuarantee(thread.recorder, other.signatory, number)).code).toBe('guarantee_unknown')
  })

  test('a call is due from the issuer, and the firm owes the same until the money is received; a bounce brings both back', async () => {
    done(await propose('call', '30000.00', fee.number))
    // The firm does not read what officers consider.
    expect(done(await readGuarantee(thread.recorder, firm.signatory, number)).guarantee.steps).toHaveLength(1)
    const { shown_hash } = done(await readGuarantee(thread.recorder, thread.approvingOfficer, number))
    const input = { number, shown_hash: shown_hash ?? '' }
    const twice = await Promise.all([
      approveGuarantee(thread.recorder, thread.approvingOfficer, input),
      approveGuarantee(thread.recorder, thread.approvingOfficer, input),
    ])
    expect(twice.filter((one) => 'done' in one)).toHaveLength(1)
    expect(await sums()).toEqual(['30000.00', '0.00', '20000.00', '30000.00', 'in_force'])
    expect(await owed()).toBe('39000.00')
    expect(refusedFor(await propose('call', '9000.01', fee.number))).toMatchObject({ most: '9000.00' })
    await received(thread, 'G-1', '12000', `call ${number} for ${fee.number}`)
    expect([await owed(), (await sums())[3]]).toEqual(['27000.00', '18000.00'])
    // What the firm pays itself lessens its debt, and not what the issuer was asked for.
    await received(thread, 'G-2', '20000', fee.number)
    expect([await owed(), (await sums())[3]]).toEqual(['7000.00', '18000.00'])
    await bounced(thread, 'G-1')
    expect([await owed(), (await sums())[3]]).toEqual(['19000.00', '30000.00'])
    const rows = (await readTrialBalance(thread.made.database, thread.caseOfficer)).filter(
      ({ kind }) => kind === 'guarantee',
    )
    expect(rows.map(({ account, debit, credit }) => [account === number, debit, credit])).toContainEqual([
      true,
      '42000.00',
      '12000.00',
    ])
  })

  test('what is not owed any more is taken back, the rest is released, and the database holds both to what two officers decided', async () => {
    await settled('withdraw', '11000.00')
    expect(await sums()).toEqual(['19000.00', '0.00', '31000.00', '19000.00', 'in_force'])
    const { guarantee } = done(await readGuarantee(thread.recorder, thread.caseOfficer, number))
    const [finding] = fee.findings.filter(({ kind }) => kind === 'liability').map((one) => one.finding)
    const forged = transfer(
      { kind: 'guarantee', account: number, manufacturer_id: null },
      { kind: 'guarantee', account: finding ?? '', manufacturer_id: null },
      { currency: 'PKR', amount: exactOf('1.00') },
    )
    const { manufacturer_id, programme, year, subject } = fee
    const of = { manufacturer_id, programme, year, subject, rehearsal: false, determination_id: fee.id }
    const entry = { ...of, finding: finding ?? '', phase: 'call', reverses: null, postings: forged } as const
    expect(
      await tried(async (tables) => await postEntry(tables, thread.recorder, thread.approvingOfficer, entry)),
    ).toContain('two officers did not make')
    expect(refusedFor(await propose('release', '31000.01')).code).toBe('guarantee_beyond')
    await settled('release', '31000.00')
    await received(thread, 'G-3', '19000', `${number} ${fee.number}`)
    expect([await owed(), ...(await sums())]).toEqual(['', '19000.00', '31000.00', '0.00', '0.00', 'ended'])
    expect(refusedFor(await propose('release', '1.00')).code).toBe('guarantee_act_unfit')
    expect(guarantee.amount).toBe('50000.00')
  })

  test('officers are told who did what about money, and a firm what was approved of its guarantee', async () => {
    const { made, caseOfficer } = thread
    const told = async (by: Actor, thing: Thing, id: string): Promise<readonly string[]> => {
      const read = await readHistory(made.database, by, { thing, id }, {})
      return 'refused' in read ? [read.refused.code] : read.done.items.map(({ act }) => act)
    }
    const acts = ['release', 'withdraw', 'call']
    const lodged = ['approve_guarantee.lodge', 'record_guarantee']
    expect(await told(caseOfficer, 'guarantees', number)).toEqual([
      ...acts.flatMap((act) => [`approve_guarantee.${act}`, `propose_guarantee.${act}`]),
      ...lodged,
    ])
    const approved = acts.map((act) => `approve_guarantee.${act}`)
    expect(await told(firm.signatory, 'guarantees', number)).toEqual([...approved, ...lodged])
    const [line] = await received(thread, 'G-8', '1', fee.number)
    const others = [
      ['budgets', 'B-000001', 'decline_budget'],
      ['payments', 'P-000001', 'send_back_payment'],
      ['receipts', line?.id ?? '', 'import_receipts'],
    ] as const
    for (const [thing, id, act] of others) {
      const all = await told(caseOfficer, thing, id)
      expect(all).toContain(act)
      for (const one of all) expect(ACTS).toContain(one)
      expect(await told(firm.signatory, thing, id)).toEqual(['history_unknown'])
    }
  })

  test('has pages in both languages, with the forms of both officers; the firm sees its own', async () => {
    const pages = { guarantees: guaranteesPage, 'guarantees.csv': guaranteesCsv, 'guarantees/record': recordPage }
    const { recorder, shelf, caseOfficer, approvingOfficer, customsOfficer } = thread
    const service = servedPages(builtFrom({ ...pages, 'guarantees/:number': guaranteePage }), {
      authority: threadAuthority,
      problems: PROBLEMS,
      actors: new Map([
        ['case', caseOfficer],
        ['approving', approvingOfficer],
        ['customs', customsOfficer],
        ['firm', firm.signatory],
      ]),
      contexts: new Map<never, unknown>([
        [recorderContext as never, recorder],
        [shelfContext as never, shelf],
      ]),
    })
    const see = async (url: string, authorization: string, language = 'en') => {
      const headers = { authorization, cookie: `maqami_language=${language}` }
      const { statusCode, body } = await service.server.inject({ url, headers })
      expect(service.faults).toEqual([])
      return { status: statusCode, body, text: textOf(body) }
    }
    const send = async (url: string, authorization: string, form: Readonly<Record<string, string | File>>) => {
      const data = new FormData()
      for (const [name, value] of Object.entries(form)) data.set(name, value)
      const body = new Response(data)
      const headers = { ...ORIGIN, authorization, 'content-type': body.headers.get('content-type') ?? '' }
      const payload = Buffer.from(await body.arrayBuffer())
      const answer = await service.server.inject({ method: 'POST', url, headers, payload })
      expect(service.faults).toEqual([])
      return {
        status: answer.statusCode,
        to: String(answer.headers.location).split('?')[0] ?? '',
        text: textOf(answer.body),
      }
    }
    const form = {
      manufacturer_id: firm.id,
      programme: 'bicycles',
      licence_number: '',
      issuer: 'بینک',
      issuer_number: 'LG-2',
      currency: 'PKR',
      amount: '5,000',
      expires_on: '2028-06-30',
      rehearsal: 'false',
      reason: 'دفتر میں جمع ہوئی۔',
      file: new File([PAPER], 'paper.pdf'),
    }
    expect((await send('/guarantees/record', 'case', { ...form, licence_number: 'IL-999999' })).status).toBe(422)
    expect((await send('/guarantees/record', 'approving', form)).status).toBe(403)
    const { status, to } = await send('/guarantees/record', 'case', form)
    expect([status, /^\/guarantees\/G-\d{6}$/.test(to)]).toEqual([303, true])
    expect((await see(to, 'case')).text).toContain('another officer decides on it')
    const shown = await see(to, 'approving')
    expect(shown.text).toContain('The guarantee is in force with PKR 5,000')
    const shown_hash = /name="shown_hash" value="([^"]+)"/.exec(shown.body)?.[1] ?? ''
    const decision = { kind: 'approved', shown_hash, reason: '' }
    const plain = async (url: string, by: string, body: Readonly<Record<string, string>>) =>
      (await send(url, by, body)).status
    expect(await plain(to, 'case', decision)).toBe(403)
    expect(await plain(to, 'approving', decision)).toBe(303)
    const act = { what: 'propose', act: 'release', amount: '5,000', reference: '', reason: 'Nothing is owed.' }
    expect(await plain(to, 'approving', act)).toBe(403)
    expect(await plain(to, 'case', { ...act, amount: '5,000.01' })).toBe(422)
    expect(await plain(to, 'case', act)).toBe(303)
    expect((await see(to, 'approving')).text).toContain('PKR 5,000 is released to the firm.')
    expect((await see('/guarantees', 'firm')).text).toContain('The bank guarantees that your firm lodged')
    for (const page of ['/guarantees', to, '/guarantees/record', `/guarantees/${number}`]) {
      expect((await see(page, 'customs')).status).toBe(403)
      const urdu = await see(page, 'case', 'ur')
      expect([page, urdu.status]).toEqual([page, 200])
      const own = textOf(
        urdu.body
          .replaceAll(/<(span|bdi|p|a) class="(?:written|passage)".*?<\/\1>/gs, '')
          .replaceAll(/<select.*?<\/select>/gs, ''),
      )
      expect(/(?:[A-Za-z]{2,} ){2}[A-Za-z]{2,}/.exec(own)).toBeNull()
    }
    expect((await see('/guarantees.csv', 'case')).body.split('\r\n').length).toBeGreaterThan(3)
  })
}
