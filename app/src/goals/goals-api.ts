/** Goals of a programme and where it stands against them, for programs. */
import { type Exact, exact, multiply, toFixed } from '@maqami/engine/value/exact.ts'
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import type { Authority } from '../kernel/authority.ts'
import { oneOf, orNull, PROGRAMME, YEAR } from '../kernel/field-schemas.ts'
import { type Route, route } from '../kernel/route.ts'
import { readAs } from '../kernel/transaction.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import type { StatisticsShelf } from '../statistics/statistics-shelf.ts'
import { COLOURS, type GoalRefusal, UNITS, type Unit } from './goal.ts'
import { goalsOfProgramme } from './read-goals.ts'

export const goalsAuthority = { see_goals: ['public'] } as const satisfies Authority

const WORDS = Type.Record(Type.String(), Type.String())
/** In the unit of the goal; a share in percent. */
const VALUE = Type.String({ pattern: '^-?\\d+\\.\\d{2}$' })

const GOALS = Type.Object({
  programme: PROGRAMME,
  /** By all accepted returns, or by what was published of them. */
  by: oneOf('accepted_returns', 'publications'),
  rules: Type.Object({ green: VALUE, amber: VALUE, forecast_years: Type.Integer() }),
  goals: Type.Array(
    Type.Object({
      goal: Type.String(),
      label: WORDS,
      unit: oneOf(...UNITS),
      status: Type.String(),
      evidence: Type.String(),
      source: Type.Object({ title: Type.String(), url: Type.String() }),
      targets: Type.Array(Type.Object({ year: YEAR, value: VALUE })),
      /** A value that is null is withheld from the reader. */
      actual: Type.Array(Type.Object({ year: YEAR, value: orNull(VALUE), from: oneOf('returns', 'statistic') })),
      /** For the last year with an actual value. */
      path: orNull(VALUE),
      gap: orNull(VALUE),
      /** For the year of the last target. */
      forecast: orNull(VALUE),
      colour: oneOf(...COLOURS),
    }),
  ),
})

export function goalsRoutes(
  { database }: Recorder,
  shelf: ReleaseShelf,
  statistics: StatisticsShelf,
): readonly Route<GoalRefusal>[] {
  return [
    route({
      method: 'GET',
      url: '/api/goals/:programme',
      command: 'see_goals',
      summary: 'Goals of a programme: targets, where it stands, the path, the forecast and the gap',
      params: Type.Object({ programme: PROGRAMME }),
      done: GOALS,
      run: async ({ actor, params: { programme } }) => {
        const series = await statistics()
        const found = await readAs(database, actor, async (tables) => {
          return await goalsOfProgramme(tables, shelf, actor, series, programme)
        })
        if (found === undefined) return { refused: { code: 'goals_unknown' } }
        const { rules, isWhole, standings } = found
        return {
          done: {
            programme,
            by: isWhole ? ('accepted_returns' as const) : ('publications' as const),
            rules: {
              green: said(rules.green, 'percent'),
              amber: said(rules.amber, 'percent'),
              forecast_years: rules.forecast_years,
            },
            goals: standings.map(({ goal, actuals, judged }) => ({
              goal: goal.name,
              label: goal.label,
              unit: goal.unit,
              status: goal.standing.status,
              evidence: goal.standing.evidence,
              source: goal.source,
              targets: goal.targets.map(({ year, value }) => ({ year, value: said(value, goal.unit) })),
              actual: actuals.map(({ year, value, from }) => {
                return { year, value: value === 'withheld' ? null : said(value, goal.unit), from }
              }),
              path: orNone(judged.path, goal.unit),
              gap: orNone(judged.gap, goal.unit),
              forecast: orNone(judged.forecast, goal.unit),
              colour: judged.colour,
            })),
          },
        }
      },
    }),
  ]
}

function said(value: Exact, unit: Unit): string {
  return toFixed(unit === 'percent' ? multiply(value, exact(100)) : value, 2)
}

function orNone(value: Exact | undefined, unit: Unit): string | null {
  return value === undefined ? null : said(value, unit)
}
