/** What one set costs by each route, for programs. */
import { parseDay } from '@maqami/engine/value/date.ts'
import { type Static, Type } from 'typebox'
import { DAY, HASH, oneOf, orNull, PROGRAMME, text } from '../kernel/field-schemas.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Route, route } from '../kernel/route.ts'
import { type Question, whatMoves } from './compare-routes.ts'
import { unchanged } from './comparison.ts'
import { type ComparisonJson, comparisonJson, type MovedJson, movedJson } from './comparison-json.ts'
import type { ComparisonShelf } from './comparison-shelf.ts'
import { type ComparisonRefusal, unfit } from './comparisons-problems.ts'
import { followRoutes } from './follow-route.ts'
import { withNamedCells } from './name-lines.ts'
import type { OpenRoutes } from './open-routes.ts'
import { protectProducts } from './protect-products.ts'
import { type ProtectionJson, protectionJson } from './protection-json.ts'
import { unknownName } from './unknown-name.ts'

const VALUE = text(200, 0)
const MOST_LINES = 100
/** Of all facts and all cells there are fewer. */
const MOST_FACTS = 200

/** In the notation of facts files: `USD 150`, `95%`, or lines of such. */
const FACTS = Type.Record(
  text(60),
  Type.Union([
    VALUE,
    Type.Array(Type.Record(text(60), VALUE, { maxProperties: MOST_FACTS }), { maxItems: MOST_LINES }),
  ]),
  { maxProperties: MOST_FACTS },
)

const AMOUNT = Type.Object({ value: Type.String(), shown: Type.String() })

const FIGURE = Type.Object({
  state: oneOf('value', 'none', 'undetermined', 'refused'),
  /** Exact, as files write it. */
  value: Type.Optional(Type.String()),
  shown: Type.Optional(Type.String()),
  /** The facts that are missing. */
  needs: Type.Optional(Type.Array(Type.String())),
})
const NAMED = Type.Object({ name: Type.String(), ...FIGURE.properties })

const RESTING = {
  comparison: PROGRAMME,
  law: Type.String(),
  as_of: DAY,
  engine_version: Type.String(),
  releases: Type.Array(Type.Object({ name: Type.String(), hash: HASH })),
  facts: FACTS,
}

const TARIFF = Type.Object({
  ...FIGURE.properties,
  /** Not of the law, but tried. */
  is_tried: Type.Boolean(),
  grounds: Type.Array(Type.Object({ release: Type.String(), finding: Type.String(), clause: orNull(Type.String()) })),
})

const PROTECTED = Type.Object({
  ...RESTING,
  products: Type.Array(
    Type.Object({
      product: Type.String(),
      tariff: TARIFF,
      input: Type.String(),
      share: FIGURE,
      input_tariff: TARIFF,
      findings: Type.Array(NAMED),
      /** Making it here is taxed more than importing it. */
      alarm: Type.Boolean(),
      share_moved: Type.Object({ low: Type.String(), high: Type.String(), rate_at_low: FIGURE, rate_at_high: FIGURE }),
    }),
  ),
})

const COMPARED = Type.Object({
  ...RESTING,
  routes: Type.Array(
    Type.Object({
      route: Type.String(),
      findings: Type.Array(NAMED),
      charges: Type.Array(Type.Object({ release: orNull(Type.String()), ...NAMED.properties })),
    }),
  ),
  gap: Type.Array(Type.Object({ cf_value: Type.String(), finished: FIGURE, kit: FIGURE, findings: Type.Array(NAMED) })),
  moved: orNull(
    Type.Object({
      difference: Type.Object({ finding: Type.String(), route: Type.String(), than: Type.String() }),
      difference_now: orNull(AMOUNT),
      sensitivity: Type.Array(
        Type.Object({
          assumption: Type.String(),
          low: Type.String(),
          high: Type.String(),
          difference_at_low: orNull(AMOUNT),
          difference_at_high: orNull(AMOUNT),
        }),
      ),
      break_even: Type.Array(
        Type.Object({
          fact: Type.String(),
          low: Type.String(),
          high: Type.String(),
          crossings: Type.Array(
            Type.Object({ from: Type.String(), to: Type.String(), less: oneOf('before', 'after') }),
          ),
        }),
      ),
    }),
  ),
})

const ASKED_LAW = Type.Object({
  /** The first of the comparison where none is named. */
  law: Type.Optional(text(60)),
  /** Today where no day is named. */
  as_of: Type.Optional(DAY),
  /** What is left out stays as it is assumed; of lines one cell may be named: `components.local_rate.display`. */
  facts: Type.Optional(FACTS),
})

const ASKED = Type.Object({
  ...ASKED_LAW.properties,
  /** How far each assumption moves the difference of two routes in a finding, and where one overtakes the other. */
  moved: Type.Optional(Type.Object({ finding: text(60), route: text(60), than: text(60) })),
})

export function comparisonsRoutes(shelf: ComparisonShelf): readonly Route<ComparisonRefusal>[] {
  return [
    route({
      method: 'POST',
      url: '/api/comparisons/:comparison',
      command: 'compare_routes',
      // Nothing is recorded of it.
      keyless: true,
      summary: 'What one set costs by each route, under the law in force or a draft, from what is given and assumed',
      params: Type.Object({ comparison: PROGRAMME }),
      body: ASKED,
      done: COMPARED,
      run: async ({ params, body }) => await compared(shelf, params.comparison, body),
    }),
    route({
      method: 'POST',
      url: '/api/comparisons/:comparison/protection',
      command: 'compare_routes',
      keyless: true,
      summary: 'How far tariffs protect making each product and part here, with an alarm where they do the opposite',
      params: Type.Object({ comparison: PROGRAMME }),
      body: ASKED_LAW,
      done: PROTECTED,
      run: async ({ params, body }) => await protectedBy(shelf, params.comparison, body),
    }),
  ]
}

interface Asked {
  readonly routes: OpenRoutes
  readonly question: Question
}

async function askedOf(
  shelf: ComparisonShelf,
  name: string,
  asked: Static<typeof ASKED_LAW>,
): Promise<Outcome<Asked, ComparisonRefusal>> {
  const routes = await shelf.find(name)
  if (routes === undefined) return { refused: { code: 'comparison_unknown' } }
  const { comparison, engine } = routes
  const { laws } = comparison
  const law = asked.law === undefined ? laws[0] : laws.find((one) => one.name === asked.law)
  if (law === undefined) {
    const known = laws.map((one) => one.name)
    return { refused: unfit([unknownName('law', asked.law ?? '', known)], 'body') }
  }
  const day = parseDay(asked.as_of ?? shelf.today()) ?? 0
  const named = withNamedCells(engine.programme.vocabulary, unchanged(comparison), asked.facts ?? {})
  if (!named.ok) return { refused: unfit(named.problems, 'body/facts') }
  return { done: { routes, question: { law, facts: named.facts, day } } }
}

async function protectedBy(
  shelf: ComparisonShelf,
  name: string,
  body: Static<typeof ASKED_LAW>,
): Promise<Outcome<ProtectionJson, ComparisonRefusal>> {
  const asked = await askedOf(shelf, name, body)
  if ('refused' in asked) return asked
  const { routes, question } = asked.done
  const found = protectProducts(routes, question)
  if (!found.ok) return { refused: unfit(found.problems, 'body/facts') }
  return { done: protectionJson(routes, question, found.products) }
}

async function compared(
  shelf: ComparisonShelf,
  name: string,
  body: Static<typeof ASKED>,
): Promise<Outcome<ComparisonJson & { readonly moved: MovedJson | null }, ComparisonRefusal>> {
  const asked = await askedOf(shelf, name, body)
  if ('refused' in asked) return asked
  const { routes, question } = asked.done
  const { comparison, engine } = routes
  const followed = followRoutes(routes, question.law, question.facts, question.day)
  if (!followed.ok) return { refused: unfit(followed.problems, 'body/facts') }
  const { moved } = body
  const found = comparisonJson(routes, question, followed.routes)
  if (moved === undefined) return { done: { ...found, moved: null } }
  const known = {
    finding: engine.findings.filter(({ type }) => type.kind === 'number').map((one) => one.name),
    route: comparison.routes,
    than: comparison.routes,
  }
  for (const field of ['finding', 'route', 'than'] as const)
    if (!known[field].includes(moved[field]))
      return { refused: unfit([unknownName(field, moved[field], known[field])], 'body/moved') }
  return { done: { ...found, moved: movedJson(routes, whatMoves(routes, question, moved)) } }
}
