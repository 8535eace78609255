/** What the desk of a maker is given. */
import { formatDay, parseDay } from '@maqami/engine/value/date.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { readCalendar } from '../deadlines/read-obligations.ts'
import { determinationById, readDeterminations } from '../determinations/read-determinations.ts'
import { determinationListed } from '../determinations/show-determinations.ts'
import { today } from '../kernel/clock.ts'
import { readAs } from '../kernel/transaction.ts'
import { moneyText } from '../ledger/money-text.ts'
import { readStatement } from '../ledger/read-statement.ts'
import { licenceView } from '../licences/licence-view.ts'
import { licencesIn } from '../licences/read-licences.ts'
import { firmsAnsweredBy } from '../manufacturers/life/read-life.ts'
import { readManufacturer } from '../manufacturers/read-manufacturers.ts'
import { noticesOpen } from '../notices/read-notices.ts'
import { noticeView } from '../notices/show-notices.ts'
import { type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { lawsCalled } from '../policy-releases/laws-called.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { readReturns, returnsOpen } from '../returns/filing/read-returns.ts'
import { begunAt, type Return } from '../returns/filing/return.ts'
import { returnView } from '../returns/filing/return-view.ts'
import { returnsOwedAsked } from '../returns/filing/returns-owed.ts'
import { questionsAwaited } from '../returns/questions/read-questions.ts'
import { returnsCalled } from '../returns/filing/returns-called.ts'
import { APPLY, makerSteps, type ReturnMissing } from './maker-steps.ts'
import { ownMoney } from './own-money.ts'

const LATEST = { limit: 5 }
const NEWEST = { limit: 25 }
const ENDS = ['renew_licence', 'renew_guarantee', 'renew_certificate'] as const

export type MakerDeskShown = Awaited<ReturnType<typeof showMakerDesk>>

export async function showMakerDesk(context: PageContext) {
  const { actor, language } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const firm = await readManufacturer(database, actor, actor.organization ?? '')
  if ('refused' in firm) return { newcomer: true as const, steps: [APPLY] }
  const { id, name, status } = firm.done
  const now = today(clock)
  const day = formatDay(now)
  const returns = await readReturns(database, actor, NEWEST)
  const determinations = await readDeterminations(database, actor, LATEST)
  const { licences, open, notices, numbers, asked, answered } = await readAs(database, actor, async (tables) => {
    // What is to do for a firm that is no more is for another to do.
    const others = await firmsAnsweredBy(tables, id)
    const bound = firm.done.ended_on === null ? [id, ...others.map((other) => other.id)] : []
    const uncured = (await Promise.all(bound.map(async (one) => await noticesOpen(tables, one)))).flat()
    const known = new Map<string, string>()
    for (const { determination_id } of uncured)
      known.set(determination_id, (await determinationById(tables, determination_id)).number)
    return {
      licences: (await Promise.all([id, ...bound].map(async (one) => await licencesIn(tables, one)))).flat(),
      open: (await Promise.all(bound.map(async (one) => await returnsOpen(tables, one)))).flat(),
      answered: others,
      notices: uncured,
      asked: await questionsAwaited(tables, bound, day),
      numbers: known,
    }
  })
  const money = ownMoney(await readStatement(database, actor, id), id)
  const programmes = [...licences, ...open, ...returns.items, ...determinations.items, ...money].map(
    ({ programme }) => programme,
  )
  const laws = await lawsCalled(context, programmes)
  const own = [...new Map(licences.map((one) => [one.id, one])).values()].filter(({ holder_id }) => holder_id === id)
  const called = await returnsCalled(context, programmes)
  const served = notices.map((one) => noticeView(one, numbers.get(one.determination_id) ?? '', day))
  const shelf = context.get(shelfContext)
  const unfiled: (ReturnMissing & { readonly return_id: string | null })[] = []
  for (const one of firm.done.ended_on === null ? [firm.done, ...answered] : []) {
    const title = (programme: string) =>
      one.id === id ? laws(programme).title : `${laws(programme).title} · ${one.name}`
    for (const owed of settled(context, await returnsOwedAsked(database, shelf, actor, one.id, now))) {
      const { programme, period, due_on, return_id, filed_on } = owed
      const by = { day: due_on, left: (parseDay(due_on) ?? now) - now }
      if (filed_on === null) unfiled.push({ programme: title(programme), period, href: begunAt(owed), return_id, by })
    }
  }
  const missing = unfiled.filter(({ return_id }) => return_id === null)
  const dueBy = new Map(unfiled.map(({ return_id, by }) => [return_id ?? '', by]))
  const questions = asked.map(({ question: { id: of, due_on }, found: { period } }) => ({
    id: of,
    period,
    by: { day: due_on, left: (parseDay(due_on) ?? now) - now },
  }))
  const { obligations } = await readCalendar({ database, clock }, shelf, actor)
  const viewOf = (one: Return) => returnView(one, laws, called)
  return {
    newcomer: false as const,
    firm: { id, name, status },
    steps: makerSteps(served, open.map(viewOf), status === 'authorised' ? missing : [], questions, dueBy),
    licences: own.map((one) => licenceView(one, day, laws)),
    returns: returns.items.map(viewOf),
    hasMoreReturns: returns.next !== null,
    notices: served,
    /** Licences, guarantees and certificates, the first to end before all. */
    ends: obligations
      .filter(({ kind, state }) => state === 'open' && ENDS.some((one) => one === kind))
      .toSorted((a, b) => (a.due_on < b.due_on ? -1 : 1))
      .slice(0, LATEST.limit)
      .map(({ kind, about, title, due_on, href }) => ({ kind, about, title: title?.[language], due_on, href })),
    money: money.map(({ programme, currency, rehearsal, granted, open: amount, side }) => ({
      programme: laws(programme).title,
      rehearsal,
      granted: moneyText(currency, granted, language),
      open: moneyText(currency, amount, language),
      side,
    })),
    determinations: determinations.items.map((one) => determinationListed(one, laws)),
  }
}
