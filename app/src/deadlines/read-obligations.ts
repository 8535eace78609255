import { type Day, formatDay, parseDay } from '@maqami/engine/value/date.ts'
import { filedOn } from '../appeals/appeal.ts'
import { appealDays } from '../appeals/appeal-times.ts'
import { readAppeals } from '../appeals/read-appeals.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import { readCertificates } from '../certificates/read-certificates.ts'
import type { Database, Handle } from '../kernel/database.ts'
import type { Licence } from '../licences/licence.ts'
import { determinationById, readDeterminations } from '../determinations/read-determinations.ts'
import { today } from '../kernel/clock.ts'
import { endsOf, firmsAnsweredBy } from '../manufacturers/life/read-life.ts'
import { manufacturerIn, readManufacturers } from '../manufacturers/read-manufacturers.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { readGuarantees } from '../receipts/guarantees/read-guarantees.ts'
import { readReturns } from '../returns/filing/read-returns.ts'
import { obligationsIn } from '../returns/filing/returns-owed.ts'
import { readLicences } from '../licences/read-licences.ts'
import { readNotices } from '../notices/read-notices.ts'
import { readAllQuestions } from '../returns/questions/read-questions.ts'
import { type AppealDue, type Obligation, obligationsOn, type ReturnDue } from './obligation.ts'

/** More than there are: a calendar has no pages. */
const ALL = { limit: 10_000 }

export interface Calendar {
  /** Today. */
  readonly day: string
  readonly obligations: readonly Obligation[]
}

/** Of the firms that the reader may see: his own, or all. */
export async function readCalendar(
  { database, clock }: Pick<Recorder, 'database' | 'clock'>,
  shelf: ReleaseShelf,
  actor: Actor,
): Promise<Calendar> {
  const now = today(clock)
  const day = formatDay(now)
  const licences = await readLicences(database, actor, ALL)
  const notices = await readNotices(database, actor, ALL)
  const determinations = notices.items.length === 0 ? [] : (await readDeterminations(database, actor, ALL)).items
  const failures = new Map(determinations.map((one) => [one.id, one]))
  const dues = await returnsDue(database, shelf, actor, licences.items, now)
  const questions = await readAllQuestions({ database }, actor)
  const isBare = dues.length === 0 && questions.length === 0
  const returns = isBare ? [] : (await readReturns(database, actor, ALL)).items
  const appeals = await appealsDue(database, shelf, actor)
  const guarantees = (await readGuarantees({ database, clock }, actor, ALL)).items
  const { bound, ends } = await readAs(database, actor, async (tables) => ({
    bound: await boundIn(tables, actor),
    ends: await endsOf(tables, [...new Set(licences.items.map(({ manufacturer_id }) => manufacturer_id))]),
  }))
  const of = { licences: licences.items, notices: notices.items, appeals, guarantees, failures }
  // Anybody may read of every certificate: whose are the reader's business is what he may see of firms.
  const manufacturers = bound ?? (await readManufacturers(database, actor, ALL)).items.map(({ id }) => id)
  const { items: certificates } = await readCertificates(database, actor, { words: '', manufacturers }, ALL)
  const known = { bound, ends, dues, returns, questions, certificates, ...of }
  return { day, obligations: obligationsOn(known, day) }
}

/** Of appeals that were filed. */
async function appealsDue(database: Database, shelf: ReleaseShelf, actor: Actor): Promise<readonly AppealDue[]> {
  const filed = (await readAppeals(database, actor, ALL)).items.filter((one) => filedOn(one) !== undefined)
  if (filed.length === 0) return []
  return await readAs(database, actor, async (tables) => {
    const due: AppealDue[] = []
    for (const appeal of filed) {
      const { programme } = await determinationById(tables, appeal.determination_id)
      due.push({ appeal, programme, ...(await appealDays(tables, shelf, appeal)) })
    }
    return due
  })
}

/** The firms for which a maker answers now; undefined of whoever acts for no maker. */
async function boundIn(tables: Handle, { organization = '' }: Actor): Promise<readonly string[] | undefined> {
  const own = organization === '' ? undefined : await manufacturerIn(tables, organization)
  if (own === undefined) return undefined
  if (own.ended_on !== null) return []
  return [own.id, ...(await firmsAnsweredBy(tables, own.id)).map(({ id }) => id)]
}

/** Of periods that end so many days from now nobody has to think yet. */
const AHEAD_DAYS = 92

/** What the law asks of who is licensed, of each period that which is in force on its last day: by the programmes of these licences, from the first of them on. */
async function returnsDue(
  database: Database,
  shelf: ReleaseShelf,
  actor: Actor,
  licences: readonly Licence[],
  now: Day,
): Promise<readonly ReturnDue[]> {
  const first = parseDay(licences.map(({ valid_from }) => valid_from).toSorted()[0] ?? '')
  if (first === undefined) return []
  const programmes = [...new Set(licences.map(({ programme }) => programme))].toSorted()
  return await readAs(database, actor, async (tables) => {
    const dues: ReturnDue[] = []
    for (const programme of programmes) {
      const obligations = await obligationsIn(tables, shelf, programme, { from: first, until: now + AHEAD_DAYS })
      for (const { kind, title, period, first: begins, last, due_on } of obligations)
        dues.push({
          programme,
          kind,
          title,
          period,
          begins_on: formatDay(begins),
          ends_on: formatDay(last),
          due_on: formatDay(due_on),
        })
    }
    return dues
  })
}
