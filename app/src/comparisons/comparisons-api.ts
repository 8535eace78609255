/** What one set costs by each route, for programs. */
import { parseDay } from '@maqami/engine/value/date.ts'
import { type Static, Type } from 'typebox'
import { DAY, HASH, oneOf, orNull, PROGRAMME, text } from '../kernel/field-schemas.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Route, route } from '../kernel/route.ts'
import type { Question } from './compare-routes.ts'
import { unchanged } from './comparison.ts'
import { type ComparisonJson, comparisonJson, type MovedJson, movedJson } from './comparison-json.ts'
import type { ComparisonShelf } from './comparison-shelf.ts'
import { type ComparisonRefusal, unfit } from './comparisons-problems.ts'
import { followRoutes } from './follow-route.ts'
import { unknownName } from './read-question.ts'

const VALUE = text(200, 0)
const MOST_LINES = 100

/** In the notation of facts files: `USD 150`, `95%`, or lines of such. */
const FACTS = Type.Record(
  text(60),
  Type.Union([VALUE, Type.Array(Type.Record(text(60), VALUE), { maxItems: MOST_LINES })]),
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

const COMPARED = Type.Object({
  comparison: PROGRAMME,
  law: Type.String(),
  as_of: DAY,
  engine_version: Type.String(),
  releases: Type.Array(Type.Object({ name: Type.String(), hash: HASH })),
  facts: FACTS,
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
          crossings: Type.Array(
            Type.Object({ from: Type.String(), to: Type.String(), less: oneOf('before', 'after') }),
          ),
        }),
      ),
    }),
  ),
})

const ASKED = Type.Object({
  /** The first of the comparison where none is named. */
  law: Type.Optional(text(60)),
  /** Today where no day is named. */
  as_of: Type.Optional(DAY),
  /** What is left out stays as it is assumed. */
  facts: Type.Optional(FACTS),
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
  ]
}

async function compared(
  shelf: ComparisonShelf,
  name: string,
  asked: Static<typeof ASKED>,
): Promise<Outcome<ComparisonJson & { readonly moved: MovedJson | null }, ComparisonRefusal>> {
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
  const question: Question = { law, facts: { ...unchanged(comparison), ...asked.facts }, day }
  const followed = followRoutes(routes, law, question.facts, day)
  if (!followed.ok) return { refused: unfit(followed.problems, 'body/facts') }
  const { moved } = asked
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
  return { done: { ...found, moved: movedJson(routes, question, moved) } }
}
