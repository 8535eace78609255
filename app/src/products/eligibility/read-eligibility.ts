import { isRehearsal } from '@maqami/engine/load/programme.ts'
import type { Localized } from '@maqami/engine/load/fields.ts'
import { parseDay } from '@maqami/engine/value/date.ts'
import type { Certificate } from '../../certificates/certificate.ts'
import { certificatesAbout } from '../../certificates/read-certificates.ts'
import { sufficesOn } from '../../certificates/schemes/ask-law.ts'
import { ASKED } from '../../certificates/schemes/load-schemes.ts'
import { type SchemesLaw, schemesInForce } from '../../certificates/schemes/read-schemes.ts'
import type { Scheme } from '../../certificates/schemes/scheme.ts'
import type { Database } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import type { ModelHeld, ModelRefusal } from '../model.ts'
import { modelIn } from '../read-models.ts'
import { bestOf, type Held, lastDayOf, type MarketEligibility, type Need } from './eligibility.ts'

export interface LawEligibility {
  readonly programme: string
  readonly title: Localized
  readonly release_hash: string
  readonly is_rehearsal: boolean
  /** The provision that was asked. */
  readonly requirement: string
  readonly label: Localized
  readonly markets: readonly MarketEligibility[]
}

export interface EligibilityRead {
  readonly model: ModelHeld
  readonly on: string
  readonly laws: readonly LawEligibility[]
}

/** To which markets the certificates of a model are enough on a day, by every law in force on it. */
export async function readEligibility(
  database: Database,
  shelf: ReleaseShelf,
  actor: Actor,
  id: string,
  on: string,
): Promise<Outcome<EligibilityRead, ModelRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const model = await modelIn(tables, id)
    if ('refused' in model) return model
    const certificates = await certificatesAbout(tables, id)
    const laws = await schemesInForce(tables, shelf, on)
    return { done: { model: model.done, on, laws: laws.flatMap((law) => eligibilityBy(law, certificates, on)) } }
  })
}

function eligibilityBy(law: SchemesLaw, certificates: readonly Certificate[], on: string): readonly LawEligibility[] {
  const { programme } = law.release.engine
  const requirement = law.certification.export
  if (requirement === undefined) return []
  const { members = [], words = {} } = programme.vocabulary.categories.get(ASKED.market) ?? {}
  return [
    {
      programme: law.programme,
      title: programme.heading.title,
      release_hash: law.release.hash,
      is_rehearsal: isRehearsal(programme),
      requirement,
      label: programme.provisions.get(requirement)?.label ?? {},
      markets: members.map((market) => ({
        market,
        name: words[market] ?? {},
        ...marketBy(law, requirement, market, certificates, on),
      })),
    },
  ]
}

function marketBy(
  law: SchemesLaw,
  requirement: string,
  market: string,
  certificates: readonly Certificate[],
  on: string,
): Pick<MarketEligibility, 'eligible' | 'needs'> {
  const day = parseDay(on) ?? 0
  const schemes = [...law.certification.schemes.values()].filter(({ about }) => about === 'product')
  const held = schemes.map((scheme) => ({
    scheme,
    best: bestOf(
      certificates.filter((one) => one.scheme === scheme.id),
      on,
    ),
  }))
  const until = factsOf(held.map(({ scheme, best }) => [scheme, best === undefined ? undefined : lastDayOf(best)]))
  const eligible = sufficesOn(law, requirement, market, until, day) ?? null
  // A scheme is asked for where without it, and with all others valid, the model may not go there.
  const needs = held.filter(({ scheme }) => {
    const others = factsOf(schemes.map((one) => [one, one === scheme ? undefined : on]))
    return scheme.until !== undefined && sufficesOn(law, requirement, market, others, day) === false
  })
  return { eligible, needs: needs.map(({ scheme, best }) => needOf(scheme, best)) }
}

function factsOf(days: readonly (readonly [Scheme, string | undefined])[]): ReadonlyMap<string, string> {
  return new Map(
    days.flatMap(([{ until }, day]) => (until === undefined || day === undefined ? [] : [[until, day] as const])),
  )
}

function needOf({ id, name }: Scheme, best: Held | undefined): Need {
  return {
    scheme: id,
    name,
    status: best?.status ?? 'missing',
    certificate: best?.certificate.number ?? null,
    valid_until: best?.certificate.valid_until ?? null,
  }
}
