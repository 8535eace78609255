/** Looks for a name, a number or a hash in all that the reader may see. */
import { statusOf as appealStatusOf } from '../appeals/appeal.ts'
import { appealsFound, appealsOf } from '../appeals/read-appeals.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import { statusOf as determinationStatusOf } from '../determinations/determination.ts'
import { determinationsFound } from '../determinations/read-determinations.ts'
import { documentsFound } from '../documents/read-document.ts'
import { isOfficerRole } from '../kernel/authority.ts'
import { todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { statusOn as licenceStatusOn } from '../licences/licence.ts'
import { licencesFound } from '../licences/read-licences.ts'
import { manufacturersIn, namesOfFirms } from '../manufacturers/read-manufacturers.ts'
import { statusOn as noticeStatusOn } from '../notices/notice.ts'
import { noticesIn } from '../notices/read-notices.ts'
import { membersFound } from '../people/name-people.ts'
import { statusOn as modelStatusOn } from '../products/model.ts'
import { modelsFound } from '../products/read-models.ts'
import { returnsFound } from '../returns/filing/read-returns.ts'
import { type Return, standingOf } from '../returns/filing/return.ts'
import {
  type Found,
  type FoundGroup,
  type FoundKind,
  LEAST_LETTERS,
  MOST_FOUND,
  type SearchRefusal,
  type Wanted,
  wantedOf,
} from './search.ts'
import { findObjects, foldedBy, type TermKind } from './search-terms-table.ts'

/** What was found, with whose it is before its firm is named. */
type Unnamed = Omit<Found, 'firm'> & { readonly manufacturer_id: string | null }

type Ids = ReadonlyMap<TermKind, readonly string[]>

/** Only groups in which something was found. What the reader may not see is not there for him. */
export async function searchEverything(
  { database, clock }: Pick<Recorder, 'database' | 'clock'>,
  actor: Actor,
  words: string,
): Promise<Outcome<readonly FoundGroup[], SearchRefusal>> {
  const seesAll = isOfficerRole(actor.role)
  return await readAs(database, actor, async (tables) => {
    // PostgreSQL takes no such letter in a text.
    const wanted = wantedOf(await foldedBy(tables, words.replaceAll('\0', ' ')))
    const [first = ''] = wanted.beginnings
    if (first.length < LEAST_LETTERS)
      return { refused: { code: 'search_short', place: '/querystring/q', least: LEAST_LETTERS } }
    const ids = await findObjects(tables, wanted.beginnings, MOST_FOUND + 1)
    const groups =
      actor.role === 'administrator'
        ? ([['people', await people(tables, ids.get('membership') ?? [])]] as const)
        : await everyGroup(tables, wanted, ids, todayText(clock))
    const firms = await namesOfFirms(
      tables,
      seesAll ? groups.flatMap(([, items]) => items.flatMap(({ manufacturer_id }) => manufacturer_id ?? [])) : [],
    )
    return {
      done: groups
        .filter(([, items]) => items.length > 0)
        .map(([kind, items]) => ({
          kind,
          items: items.slice(0, MOST_FOUND).map((one) => named(one, firms)),
          more: items.length > MOST_FOUND,
        })),
    }
  })
}

function named({ manufacturer_id, ...found }: Unnamed, firms: ReadonlyMap<string, string>): Found {
  const name = manufacturer_id === null ? undefined : firms.get(manufacturer_id)
  return { ...found, firm: manufacturer_id === null || name === undefined ? null : { id: manufacturer_id, name } }
}

async function everyGroup(
  tables: Handle,
  wanted: Wanted,
  ids: Ids,
  day: string,
): Promise<readonly (readonly [FoundKind, readonly Unnamed[]])[]> {
  const idsOf = (kind: TermKind): readonly string[] => ids.get(kind) ?? []
  const determinations = await determinationsFound(tables, idsOf('determination'))
  return [
    ['manufacturers', await manufacturers(tables, idsOf('manufacturer'))],
    ['licences', await licences(tables, idsOf('licence'), day)],
    ['returns', await returns(tables, wanted, idsOf('manufacturer'))],
    [
      'determinations',
      determinations.map((one) => ({
        id: one.id,
        title: one.number,
        programme: one.programme,
        detail: one.kind,
        state: determinationStatusOf(one),
        manufacturer_id: one.manufacturer_id,
        href: `/determinations/${one.number}`,
      })),
    ],
    ['notices', await notices(tables, determinations, day)],
    ['appeals', await appeals(tables, determinations, idsOf('appeal'))],
    ['models', await models(tables, idsOf('model'), day)],
    ['documents', wanted.isHash ? await documents(tables, idsOf('document')) : []],
  ]
}

async function manufacturers(tables: Handle, ids: readonly string[]): Promise<readonly Unnamed[]> {
  return inOrder(await manufacturersIn(tables, ids), ids).map(({ id, name, registration_number, status }) => ({
    id,
    title: name,
    programme: null,
    detail: registration_number,
    state: status,
    manufacturer_id: null,
    href: `/manufacturers/${id}`,
  }))
}

async function licences(tables: Handle, ids: readonly string[], day: string): Promise<readonly Unnamed[]> {
  return inOrder(await licencesFound(tables, ids), ids).map((one) => ({
    id: one.id,
    title: one.number,
    programme: one.programme,
    detail: one.kind,
    state: licenceStatusOn(one, day),
    manufacturer_id: one.manufacturer_id,
    href: `/licences/${one.number}`,
  }))
}

/** Of a period, of the firms that were named beside it; or of the one firm that was found. */
async function returns(
  tables: Handle,
  { period, beside }: Wanted,
  firms: readonly string[],
): Promise<readonly Unnamed[]> {
  const found = async (of: readonly string[] | undefined): Promise<readonly Return[]> => {
    return await returnsFound(tables, { firms: of, period }, MOST_FOUND + 1)
  }
  if (period === undefined) return firms.length === 1 ? (await found(firms)).map(ofReturn) : []
  if (beside === undefined) return (await found(undefined)).map(ofReturn)
  const besides = await findObjects(tables, [beside], MOST_FOUND)
  return (await found(besides.get('manufacturer') ?? [])).map(ofReturn)
}

function ofReturn(one: Return): Unnamed {
  return {
    id: one.id,
    title: one.period,
    programme: one.programme,
    detail: one.kind,
    state: standingOf(one),
    manufacturer_id: one.manufacturer_id,
    href: `/returns/${one.id}`,
  }
}

async function notices(
  tables: Handle,
  failures: readonly { readonly id: string; readonly number: string; readonly programme: string }[],
  day: string,
): Promise<readonly Unnamed[]> {
  const failureOf = new Map(failures.map((one) => [one.id, one]))
  return (await noticesIn(tables, [...failureOf.keys()])).map((one) => ({
    id: one.id,
    title: failureOf.get(one.determination_id)?.number ?? '',
    programme: failureOf.get(one.determination_id)?.programme ?? null,
    detail: null,
    state: noticeStatusOn(one, day),
    manufacturer_id: one.manufacturer_id,
    href: `/notices/${one.id}`,
  }))
}

/** By their own number, and by that of what they are against. */
async function appeals(
  tables: Handle,
  against: readonly { readonly id: string }[],
  ids: readonly string[],
): Promise<readonly Unnamed[]> {
  const numbered = await appealsFound(tables, ids)
  const others = await appealsOf(
    tables,
    against.map(({ id }) => id),
  )
  const all = [...numbered, ...others.filter(({ id }) => !numbered.some((one) => one.id === id))]
  const failures = await determinationsFound(
    tables,
    all.map(({ determination_id }) => determination_id),
  )
  return all.map((one) => {
    const determination = failures.find(({ id }) => id === one.determination_id)
    return {
      id: one.id,
      title: one.number,
      programme: determination?.programme ?? null,
      detail: determination?.number ?? null,
      state: appealStatusOf(one),
      manufacturer_id: one.manufacturer_id,
      href: `/appeals/${one.id}`,
    }
  })
}

async function models(tables: Handle, ids: readonly string[], day: string): Promise<readonly Unnamed[]> {
  return inOrder(await modelsFound(tables, ids), ids).map((one) => ({
    id: one.id,
    title: one.name,
    programme: one.programme,
    detail: one.brand === '' ? null : one.brand,
    state: modelStatusOn(one, day),
    manufacturer_id: one.manufacturer_id,
    href: `/models/${one.id}`,
  }))
}

async function documents(tables: Handle, ids: readonly string[]): Promise<readonly Unnamed[]> {
  return inOrder(await documentsFound(tables, ids), ids).map(({ id, name, hash, organization }) => ({
    id,
    title: name,
    programme: null,
    detail: hash,
    state: null,
    manufacturer_id: organization,
    href: `/api/documents/${id}`,
  }))
}

async function people(tables: Handle, ids: readonly string[]): Promise<readonly Unnamed[]> {
  return inOrder(await membersFound(tables, ids), ids).map(({ id, name, email, role }) => ({
    id,
    title: name,
    programme: null,
    detail: email,
    state: role,
    manufacturer_id: null,
    href: '/people',
  }))
}

/** As their words follow each other. */
function inOrder<T extends { readonly id: string }>(found: readonly T[], ids: readonly string[]): readonly T[] {
  return found.toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}
