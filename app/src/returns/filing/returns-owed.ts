/** What a manufacturer owes under a programme: from its first licence on, each period by the law in force on its last day. */
import { type Day, parseDay } from '@maqami/engine/value/date.ts'
import { dayAt } from '../../kernel/clock.ts'
import type { Database, Handle } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import { heldFrom } from '../../licences/licence.ts'
import { licencesIn } from '../../licences/read-licences.ts'
import { authorisedAt } from '../../manufacturers/manufacturer.ts'
import { manufacturerIn } from '../../manufacturers/read-manufacturers.ts'
import { type NoOrganization, seesOrganization } from '../../people/see-organization.ts'
import { releaseOf, releasesApproved } from '../../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { periodOfReturn, returnSchemas } from '../release-schema.ts'
import { type Obligation, obligationsOf } from '../return-obligations.ts'
import { type OwedReturn, owedReturn } from './owed-return.ts'
import type { Return } from './return.ts'
import { listReturnsUnder } from './returns-table.ts'

interface ObligationOfLaw extends Obligation {
  /** What its law calls the return. */
  readonly title: Readonly<Record<'en' | 'ur', string>>
}

interface Owing {
  readonly manufacturer_id: string
  readonly programme: string
}

/** Of every programme in force under which a return is owed; refused where the reader may not know of the firm. */
export async function returnsOwedAsked(
  database: Database,
  shelf: ReleaseShelf,
  actor: Actor,
  manufacturer: string,
  now: Day,
): Promise<Outcome<readonly OwedReturn[], NoOrganization>> {
  return await readAs(database, actor, async (tables) => {
    if (!(await seesOrganization(tables, manufacturer))) return { refused: { code: 'organization_unknown' } }
    const licences = await licencesIn(tables, manufacturer)
    const owed: OwedReturn[] = []
    for (const programme of new Set(licences.map((one) => one.programme)))
      owed.push(
        ...(await returnsOwedIn(tables, shelf, { manufacturer_id: manufacturer, programme }, { until: now, now })),
      )
    return { done: owed.toSorted((a, b) => (a.due_on < b.due_on ? -1 : a.due_on > b.due_on ? 1 : 0)) }
  })
}

/** The returns of periods that end from the one day to the other, by their due day. */
export async function returnsOwedIn(
  tables: Handle,
  shelf: ReleaseShelf,
  owing: Owing,
  { from, until, now }: { readonly from?: Day; readonly until: Day; readonly now: Day },
): Promise<readonly OwedReturn[]> {
  const began = await obligedFrom(tables, owing)
  if (began === undefined) return []
  const ended = parseDay((await manufacturerIn(tables, owing.manufacturer_id))?.ended_on ?? '') ?? NEVER
  const first = from === undefined ? began : Math.max(from, began)
  const found = await listReturnsUnder(tables, owing)
  const returnOf = new Map(found.map((one) => [`${one.kind} ${one.period}`, one]))
  const obligations = await obligationsIn(tables, shelf, owing.programme, { from: first, until })
  // Of a period that begins when the firm is no more, whoever answers for it reports itself.
  return obligations
    .filter((one) => one.first < ended)
    .toSorted((a, b) => a.due_on - b.due_on)
    .map((one) => owedReturn(owing.programme, one, returnOf.get(`${one.kind} ${one.period}`), now))
}

/** Of whoever is obliged throughout: the returns of periods that end from the one day to the other, each by the law in force on its last day. */
export async function obligationsIn(
  tables: Handle,
  shelf: ReleaseShelf,
  programme: string,
  { from, until }: { readonly from: Day; readonly until: Day },
): Promise<readonly ObligationOfLaw[]> {
  const obligations: ObligationOfLaw[] = []
  for (const { release, since, before } of await lawsOver(tables, programme)) {
    const law = shelf.open(await releaseOf(tables, release))
    const titles = new Map(returnSchemas(law).map(({ kind, title }) => [kind, title]))
    for (const one of obligationsOf(law, Math.max(from, since), Math.min(until, before - 1))) {
      const title = titles.get(one.kind)
      if (title !== undefined) obligations.push({ ...one, title })
    }
  }
  return obligations
}

/** The day on which it first held a licence under the programme; of a manufacturer that never did, the day on which it was authorised. */
async function obligedFrom(tables: Handle, { manufacturer_id, programme }: Owing): Promise<Day | undefined> {
  const licences = await licencesIn(tables, manufacturer_id)
  const [first] = licences
    .filter((one) => one.programme === programme)
    .flatMap((one) => heldFrom(one, manufacturer_id) ?? [])
    .toSorted()
  if (first !== undefined) return parseDay(first)
  const manufacturer = await manufacturerIn(tables, manufacturer_id)
  const authorised = manufacturer && authorisedAt(manufacturer)
  return authorised === undefined ? undefined : dayAt(authorised)
}

interface LawOver {
  readonly release: string
  readonly since: Day
  readonly before: Day
}

const NEVER: Day = Number.MAX_SAFE_INTEGER

/** The releases of a programme, each from the day on which it came into force to the day before the next. */
async function lawsOver(tables: Handle, programme: string): Promise<readonly LawOver[]> {
  const approved = await releasesApproved(tables, programme)
  return approved.map(({ id, effective_on }, nth) => ({
    release: id,
    since: parseDay(effective_on) ?? NEVER,
    before: parseDay(approved[nth + 1]?.effective_on ?? '') ?? NEVER,
  }))
}

/** Of one return, whether or not it is owed by its maker; undefined where its law sets no day. */
export async function owedIn(
  tables: Handle,
  shelf: ReleaseShelf,
  found: Return,
  now: Day,
): Promise<OwedReturn | undefined> {
  const last = found.versions.at(-1)
  if (last === undefined) return undefined
  const { last: end } = periodOfReturn(shelf.open(await releaseOf(tables, last.release_id)), found)
  const owed = await returnsOwedIn(tables, shelf, found, { from: end, until: end, now })
  return owed.find(({ kind }) => kind === found.kind)
}
