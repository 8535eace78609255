/** Which charges apply to goods whose concession is withdrawn, and what they come to for one unit. */
import { type UnitWithout, unitWithout } from '@maqami/engine/determine/stakes.ts'
import type { Localized } from '@maqami/engine/load/fields.ts'
import { isRehearsal } from '@maqami/engine/load/programme.ts'
import type { Vocabulary } from '@maqami/engine/load/vocabulary.ts'
import { parseDay } from '@maqami/engine/value/date.ts'
import type { Database, Handle } from '../kernel/database.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import type { Release } from '../policy-releases/load-release.ts'
import { inForce } from '../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { type Cited, citedCharges } from './cited-charges.ts'
import { readLicence } from './read-licences.ts'

/** What has to be said of one unit: a fact of the law that applies. */
export interface AskedOfUnit {
  readonly name: string
  readonly label: Localized | null
  /** Of an amount: `USD`; null of a category. */
  readonly unit: string | null
  readonly choices: readonly { readonly name: string; readonly label: Localized | null }[]
}

export interface AppliesInstead {
  /** Null where no release of it is in force on the day. */
  readonly law: { readonly title: Localized; readonly rehearsal: boolean } | null
  readonly reading: Localized | null
  readonly unit: UnitWithout | null
  /** The clause of each charge. */
  readonly clauses: Cited
  /** Empty where nothing has to be said, since the charge is not one on a unit. */
  readonly asked: readonly AskedOfUnit[]
}

/** `USD 150`, `PKR 280 per USD`, `smartphone`: as facts are written, from the digits that stood in a field. */
function writtenFact({ unit }: Pick<AskedOfUnit, 'unit'>, typed: string): string {
  if (unit === null || !/^\d+(?:\.\d+)?$/.test(typed)) return typed
  const [over = '', under] = unit.split(' per ')
  return under === undefined ? `${over} ${typed}` : `${over} ${typed} per ${under}`
}

/** Of a concession that is withdrawn. */
export async function insteadOf(
  database: Database,
  actor: Actor,
  shelf: ReleaseShelf,
  { licence, day }: { readonly licence: string; readonly day: string },
  typed: Readonly<Record<string, string>>,
): Promise<AppliesInstead | null> {
  const found = await readLicence(database, actor, licence)
  if ('refused' in found) return null
  return await appliesInstead(database, actor, shelf, { programme: found.done.programme, day }, typed)
}

/** Null where the law of the programme does not say what applies; `typed` is what stood in the fields of the facts. */
export async function appliesInstead(
  database: Database,
  actor: Actor,
  shelf: ReleaseShelf,
  { programme, day }: { readonly programme: string; readonly day: string },
  typed: Readonly<Record<string, string>>,
): Promise<AppliesInstead | null> {
  return await readAs(database, actor, async (tables) => {
    const own = await releaseOn(tables, shelf, programme, day)
    const rule = own?.engine.programme.stakes?.withoutConcession
    const on = parseDay(day)
    if (rule === undefined || on === undefined) return null
    const law = rule.tariff === undefined ? own : await releaseOn(tables, shelf, rule.tariff.programme, day)
    const reading = rule.reading?.text ?? null
    if (law === undefined) return { law: null, reading, unit: null, clauses: {}, asked: [] }
    const { programme: applied } = law.engine
    const asked = [...(rule.tariff?.facts.keys() ?? [])].map((name) => askedOf(applied.vocabulary, name))
    const given = asked.flatMap((one): (readonly [string, string])[] => {
      const text = typed[one.name]?.trim() ?? ''
      return text === '' ? [] : [[one.name, writtenFact(one, text)]]
    })
    return {
      law: { title: applied.heading.title, rehearsal: isRehearsal(applied) },
      reading,
      clauses: citedCharges(applied, rule.charges),
      unit: unitWithout(rule, law.engine, Object.fromEntries(given), on),
      asked,
    }
  })
}

function askedOf({ facts, categories }: Vocabulary, name: string): AskedOfUnit {
  const fact = facts.get(name)
  const { type, label = null } = fact ?? {}
  const category = type?.kind === 'category' ? categories.get(type.category) : undefined
  return {
    name,
    label,
    unit: type?.kind === 'number' ? type.unit : null,
    choices: (category?.members ?? []).map((member) => ({
      name: member,
      label: category?.words[member] ?? null,
    })),
  }
}

async function releaseOn(
  tables: Handle,
  shelf: ReleaseShelf,
  programme: string,
  day: string,
): Promise<Release | undefined> {
  const law = await inForce(tables, programme, day)
  return 'refused' in law ? undefined : shelf.open(law.done)
}
