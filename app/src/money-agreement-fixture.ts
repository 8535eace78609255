/** That what is told of money is what a replay of the ledger says, to the paisa, and that nobody got more than there was. */
import { deepStrictEqual, ok } from 'node:assert/strict'
import { toFixed } from '@maqami/engine/value/exact.ts'
import { sql } from 'kysely'
import { standingsIn } from './budgets/claim-budget.ts'
import { readBudget } from './budgets/read-budgets.ts'
import { settlement } from './budgets/settlement.ts'
import { readDetermination } from './determinations/read-determinations.ts'
import { standingOf } from './determinations/standing.ts'
import { todayText } from './kernel/clock.ts'
import { readAs } from './kernel/transaction.ts'
import { balancesOf } from './ledger/entry.ts'
import { readTrialBalance } from './ledger/read-ledger.ts'
import { readStatement as readAccount } from './ledger/read-statement.ts'
import { readPayment } from './payments/decide-payment.ts'
import { type PaymentOrder } from './payments/payment.ts'
import { readGuarantee } from './receipts/guarantees/read-guarantees.ts'
import { debtsOf, readReceipt } from './receipts/read-receipts.ts'
import { done, type TestThread } from './thread-fixture.ts'
import type { Play } from './money-plays-fixture.ts'

interface Row {
  readonly entry: string
  readonly phase: string
  readonly manufacturer_id: string | null
  readonly finding: string | null
  readonly subject: string | null
  readonly reverses: string | null
  readonly line: string | null
  readonly kind: string
  readonly account: string
  readonly of: string | null
  readonly amount: bigint
}

const paisa = (text: string): bigint => BigInt(text.replace('.', ''))
const sum = (all: readonly { readonly amount: bigint }[]): bigint => all.reduce((so, one) => so + one.amount, 0n)

function byCase(all: readonly Row[]) {
  return [
    ...Map.groupBy(
      all.filter(({ kind }) => kind === 'entitlement' || kind === 'payable'),
      (row) => `${row.manufacturer_id} ${row.finding}`,
    ).values(),
  ].map((own) => ({
    manufacturer_id: own[0]?.manufacturer_id ?? '',
    finding: own[0]?.finding ?? '',
    reserved: -sum(own.filter(({ kind, phase }) => kind === 'entitlement' && ['reserve', 'release'].includes(phase))),
    committed: -sum(own.filter(({ kind, phase }) => kind === 'payable' && phase === 'commit')),
    paid: sum(own.filter(({ kind, phase }) => kind === 'payable' && ['pay', 'receive'].includes(phase))),
  }))
}

export function moneyAgreement(thread: TestThread) {
  async function read<T>(query: ReturnType<typeof sql>): Promise<readonly T[]> {
    return await readAs(thread.made.database, thread.caseOfficer, async (tables) => {
      return (await query.execute(tables)).rows as readonly T[]
    })
  }
  /** Once it is opened. */
  async function envelopeOf({ budget, terms }: Play) {
    if (budget === undefined || terms === undefined) return undefined
    return done(await readBudget(thread.made.database, thread.caseOfficer, budget))
  }

  /** By what was played before. */
  async function reservedElsewhere(): Promise<bigint> {
    const [one] = await read<{ sum: string }>(sql`
      select coalesce(-sum(p.amount), 0)::numeric(24, 2) as sum from ledger_entries e
      join ledger_postings p on p.entry_id = e.id join ledger_accounts a on a.id = p.account_id
      where a.kind = 'entitlement' and e.phase in ('reserve', 'release')`)
    return paisa(one?.sum ?? '0.00')
  }

  async function rowsOf({ year }: Play): Promise<readonly Row[]> {
    const rows = await read<Omit<Row, 'amount'> & { readonly amount: string }>(sql`
      select e.id as entry, e.phase, e.manufacturer_id, e.finding, e.subject, e.reverses, e.receipt_line_id as line,
        a.kind, a.name as account, a.manufacturer_id as of, p.amount
      from ledger_entries e join ledger_postings p on p.entry_id = e.id join ledger_accounts a on a.id = p.account_id
      where e.programme = 'bicycles' and e.year = ${year} order by e.posted_at, e.id`)
    return rows.map((row) => ({ ...row, amount: paisa(row.amount) }))
  }

  /** To the paisa what is committed, or the part of it that may be paid before the year is reconciled. */
  async function expectPaid(play: Play, { manufacturer_id, lines }: PaymentOrder): Promise<void> {
    const isPart = play.terms?.advance_rate === '85' && !play.reconciled.has(play.firms.indexOf(manufacturer_id))
    const cases = byCase(await rowsOf(play)).filter((one) => one.manufacturer_id === manufacturer_id)
    for (const { finding } of lines) {
      const { committed = 0n, paid = -1n } = cases.find((one) => one.finding === finding) ?? {}
      deepStrictEqual(paid, isPart ? (committed * 85n) / 100n : committed)
    }
  }

  async function expectAllAgrees(play: Play): Promise<void> {
    const { made, caseOfficer, recorder } = thread
    const rows = await rowsOf(play)
    // To the paisa nothing appears and nothing is lost, in any entry and in all.
    for (const entry of Map.groupBy(rows, (row) => row.entry).values()) deepStrictEqual(sum(entry), 0n)
    const whole = await read<{ sum: string }>(sql`
      select sum(p.amount) from ledger_postings p join ledger_accounts a on a.id = p.account_id group by a.currency`)
    for (const one of whole) deepStrictEqual(Number(one.sum), 0)
    await expectBalances(play, rows)
    await expectEnvelope(play, rows)
    // Never was more paid than was committed, nor more received of a debt than was owed: what is beyond it is the firm's credit.
    const running = new Map<string, bigint>()
    for (const row of rows.filter(({ of, kind }) => of !== null && kind !== 'receipts')) {
      const key = `${row.of} ${row.kind} ${row.account}`
      const owed = (running.get(key) ?? 0n) + row.amount
      running.set(key, owed)
      if (row.phase === 'pay') ok(owed <= 0n)
      if (row.phase === 'receive' && row.reverses === null) ok(owed >= 0n)
    }
    for (const [nth, manufacturer_id] of play.firms.entries()) {
      const last = play.determined.findLast((one) => one.firm === nth)
      const charged = rows.filter((row) => row.phase === 'charge' && row.of === manufacturer_id)
      deepStrictEqual(Number(sum(charged)), last === undefined || last.standing === 'quashed' ? 0 : last.fee)
    }
    for (const { determination, standing } of play.determined)
      deepStrictEqual(
        standingOf(done(await readDetermination(made.database, caseOfficer, determination.number))),
        standing,
      )
    for (const { number, status } of play.orders) {
      const { decided } = done(await readPayment(made.database, caseOfficer, number))
      deepStrictEqual(decided?.kind ?? 'prepared', status)
    }
    const today = todayText(recorder.clock)
    for (const one of play.guarantees) {
      const { guarantee } = done(await readGuarantee(recorder, caseOfficer, one.number))
      const steps = guarantee.steps.filter(({ decided }) => decided?.kind === 'approved')
      const of = (kind: string): bigint =>
        steps.filter((taken) => taken.kind === kind).reduce((so, taken) => so + paisa(taken.amount), 0n)
      const called = of('call') - of('withdraw')
      const free = BigInt(one.amount) - called - of('release')
      const due = sum(rows.filter((row) => row.kind === 'guarantee' && row.account === one.number))
      deepStrictEqual([free >= 0n, due >= 0n, due <= called], [true, true, true])
      deepStrictEqual([paisa(guarantee.free), paisa(guarantee.due), paisa(guarantee.called)], [free, due, called])
      const isOut = free === 0n && due === 0n
      const living = isOut ? 'ended' : today > guarantee.expires_on ? 'expired' : 'in_force'
      deepStrictEqual(guarantee.state, one.said === 'confirmed' ? living : one.said)
    }
    for (const { id, amount: had, hasBounced } of play.lines) {
      const { receipt } = done(await readReceipt(made.database, caseOfficer, id))
      const back = new Set(rows.map(({ reverses }) => reverses))
      const standing = rows.filter((row) => row.line === id && row.reverses === null && !back.has(row.entry))
      const booked = sum(standing.filter(({ kind }) => kind === 'bank'))
      const returned = receipt.proposals.reduce((so, { decided }) => so + paisa(decided?.returned ?? '0.00'), 0n)
      const free = hasBounced ? 0n : BigInt(had) - booked - returned
      deepStrictEqual([free >= 0n, paisa(receipt.free)], [true, free])
      const now = standing.length > 0 ? 'booked' : free === 0n ? 'returned' : 'waiting'
      deepStrictEqual(receipt.state, hasBounced ? 'bounced' : now)
    }
  }

  async function expectBalances(play: Play, rows: readonly Row[]): Promise<void> {
    const { made, caseOfficer } = thread
    const trial = (await readTrialBalance(made.database, caseOfficer)).filter(({ year }) => year === play.year)
    const told = trial.map((row) => `${row.kind} ${row.account} ${row.of} ${paisa(row.debit) - paisa(row.credit)}`)
    const groups = Map.groupBy(rows, (row) => `${row.kind} ${row.account} ${row.of === null ? 'treasury' : 'firms'}`)
    deepStrictEqual(told.toSorted(), [...groups].map(([name, all]) => `${name} ${sum(all)}`).toSorted())
    for (const manufacturer_id of play.firms) {
      const entries = await readAccount(made.database, caseOfficer, manufacturer_id)
      const balances = balancesOf(entries).filter((one) => one.manufacturer_id === manufacturer_id)
      const accounts = Map.groupBy(
        rows.filter((row) => row.of === manufacturer_id),
        ({ kind, account }) => `${kind} ${account}`,
      )
      deepStrictEqual(
        balances.map((one) => `${one.kind} ${one.account} ${paisa(one.amount)}`).toSorted(),
        [...accounts].map(([name, all]) => `${name} ${sum(all)}`).toSorted(),
      )
      const debts = done(await debtsOf(made.database, caseOfficer, manufacturer_id))
      const owed = [...accounts].filter(([name, all]) => !name.startsWith('receipts') && sum(all) > 0n)
      deepStrictEqual(
        debts.map((one) => `${one.kind} ${one.finding} ${paisa(one.amount)}`).toSorted(),
        owed.map(([name, all]) => `${name} ${sum(all)}`).toSorted(),
      )
    }
  }

  async function expectEnvelope(play: Play, rows: readonly Row[]): Promise<void> {
    const { made, caseOfficer } = thread
    const budget = await envelopeOf(play)
    const cases = byCase(rows)
    const key = { programme: 'bicycles', year: play.year, rehearsal: false, currency: 'PKR' }
    await readAs(made.database, caseOfficer, async (tables) => {
      const now = await standingsIn(tables, key)
      // Nobody waits whose turn has come, and nobody holds what is not his.
      deepStrictEqual(settlement(now), [])
      const counted = now.standings.map(({ claim: { manufacturer_id, finding }, ...moved }) => {
        return [manufacturer_id, finding, ...Object.values(moved).map((one) => paisa(toFixed(one, 2)))].join(' ')
      })
      const summed = cases.map(({ manufacturer_id, finding, ...moved }) => {
        return [manufacturer_id, finding, ...Object.values(moved)].join(' ')
      })
      for (const one of summed) ok(counted.includes(one), `${one} is not among ${counted.join('; ')}`)
    })
    for (const [nth, manufacturer_id] of play.firms.entries()) {
      const last = play.determined.findLast((one) => one.firm === nth)
      for (const finding of ['training_grant', 'freight_grant']) {
        const now = cases.find((one) => one.manufacturer_id === manufacturer_id && one.finding === finding)
        const wanted = last === undefined || last.standing === 'quashed' ? 0 : (last.due[finding] ?? 0)
        const { reserved = 0n, committed = 0n, paid = 0n } = now ?? {}
        ok(committed <= BigInt(wanted))
        if (play.terms === undefined) {
          if (last?.standing === 'in_effect') deepStrictEqual(committed, BigInt(wanted))
          continue
        }
        ok(reserved >= committed && reserved >= paid)
        ok(reserved <= BigInt(wanted) || reserved === paid)
        const claim = budget?.claims.find((one) => one.manufacturer_id === manufacturer_id && one.finding === finding)
        if (wanted > 0)
          deepStrictEqual(
            [claim?.status, paisa(claim?.amount ?? '')],
            [last?.standing === 'stayed' ? 'stayed' : 'open', BigInt(wanted)],
          )
        else deepStrictEqual(claim?.status ?? 'ended', 'ended')
      }
    }
    if (play.terms === undefined || budget === undefined) return
    const of = (name: 'reserved' | 'committed' | 'paid', among = cases): bigint =>
      among.reduce((so, one) => so + one[name], 0n)
    deepStrictEqual(
      [paisa(budget.reserved), paisa(budget.committed), paisa(budget.paid)],
      [of('reserved'), of('committed'), of('paid')],
    )
    const { amount: most, firm_cap, programme_cap } = play.terms
    deepStrictEqual(paisa(budget.left), BigInt(most) - of('reserved'))
    ok(of('reserved') <= BigInt(most))
    if (programme_cap !== null) ok(of('reserved') <= BigInt(programme_cap))
    for (const manufacturer_id of play.firms) {
      const own = cases.filter((one) => one.manufacturer_id === manufacturer_id)
      if (firm_cap !== null) ok(of('reserved', own) <= BigInt(firm_cap))
    }
  }

  return { envelopeOf, reservedElsewhere, rowsOf, expectPaid, expectAllAgrees }
}
