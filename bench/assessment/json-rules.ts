/** The rules of pk-medmp-2026 for json-rules-engine: conditions as its rules, amounts as facts that are functions, since its rules cannot compute. */
import { type Almanac, Engine, type TopLevelCondition } from 'json-rules-engine'
import type { NumberAnswer } from './answer.ts'
import { answerFrom } from './cel.ts'
import { dayOf, type NumberRow } from './row.ts'

const SECOND = dayOf('2028-07-01')
const THIRD = dayOf('2032-07-01')

const is = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })
const holds = (fact: string) => is(fact, 'equal', true)
const other = (fact: string) => ({ fact })

/** By the name of what is met when they hold; those with a higher priority are found first and are facts for the others. */
const RULES: readonly (readonly [name: string, priority: number, conditions: TopLevelCondition])[] = [
  [
    'localization_requirement',
    3,
    {
      any: [
        is('localization_target', 'equal', null),
        is('localization_rate', 'greaterThanInclusive', other('localization_target')),
      ],
    },
  ],
  [
    'operational_requirement',
    3,
    {
      all: [
        holds('quality_certificate_valid'),
        holds('in_plant_laboratory'),
        holds('records_system_open'),
        is('makes_2g', 'equal', false),
      ],
    },
  ],
  ['reporting_requirement', 3, { all: [is('returns_filed_on_time', 'greaterThanInclusive', other('returns_due'))] }],
  [
    'kit_requirement',
    3,
    {
      any: [
        is('kit_form', 'equal', 'cbu'),
        { all: [is('category', 'equal', 'smartphone'), is('kit_parts', 'greaterThanInclusive', 40)] },
        { all: [is('category', 'equal', 'feature_phone'), is('kit_parts', 'greaterThanInclusive', 15)] },
        is('category', 'notIn', ['smartphone', 'feature_phone']),
      ],
    },
  ],
  [
    'performance_gate',
    3,
    {
      all: [
        is('export_share', 'greaterThanInclusive', 0.1),
        {
          any: [
            is('as_of', 'lessThanInclusive', SECOND),
            {
              all: ['ce_certified_on', 'iso14001_certified_on', 'ewaste_compliant_on'].map((event) =>
                is(event, 'lessThanInclusive', other('as_of')),
              ),
            },
          ],
        },
      ],
    },
  ],
  [
    'entitled',
    2,
    { all: [holds('localization_requirement'), holds('operational_requirement'), holds('reporting_requirement')] },
  ],
  [
    'sanctioned',
    2,
    {
      all: [
        is('localization_requirement', 'equal', false),
        is('notice_served_on', 'notEqual', null),
        { not: is('failure_cured_on', 'lessThanInclusive', other('cure_ends_on')) },
      ],
    },
  ],
]

type Facts = Pick<Almanac, 'factValue'>

async function importedContent(facts: Facts): Promise<number> {
  const parts = await facts.factValue<NumberRow['parts']>('parts')
  return parts.reduce((sum, part) => sum + part.quantity * part.unit_value * importedShare(part), 0)
}

function importedShare({ book, certified_local_rate: certified }: NumberRow['parts'][number]): number {
  return book === 'imported' ? 1 : book === 'bought_locally' ? 1 - (certified ?? 0) : 0
}

async function localizationRate(facts: Facts): Promise<number> {
  const exWorks = await facts.factValue<number>('ex_works_value')
  return (exWorks - (await facts.factValue<number>('imported_content'))) / exWorks
}

async function localizationTarget(facts: Facts): Promise<number | null> {
  const day = await facts.factValue<number>('as_of')
  const isPhone = ['smartphone', 'feature_phone'].includes(await facts.factValue<string>('category'))
  if (day >= THIRD) return isPhone ? 0.5 : 0.3
  if (!isPhone) return null
  return day >= SECOND ? 0.25 : 0.1
}

async function importLevy(facts: Facts): Promise<number> {
  if ((await facts.factValue<string>('kit_form')) !== 'cbu') return 0
  const value = await facts.factValue<number>('cf_value')
  const rate = value <= 30 ? 0.01 : value <= 100 ? 0.02 : value <= 300 ? 0.03 : 0.05
  return Math.round(rate * value * (await facts.factValue<number>('exchange_rate')))
}

/** An event that has not happened fails every comparison of the engine's, since null is not a number to it. */
export function loadJsonRules(): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true })
  engine.addFact('imported_content', (_, facts) => importedContent(facts))
  engine.addFact('localization_rate', (_, facts) => localizationRate(facts))
  engine.addFact('localization_target', (_, facts) => localizationTarget(facts))
  engine.addFact('import_levy', (_, facts) => importLevy(facts))
  engine.addFact('cure_ends_on', async (_, facts) => {
    const served = await facts.factValue<number | null>('notice_served_on')
    return served === null ? null : served + 90
  })
  for (const [name, priority, conditions] of RULES)
    engine.addRule({
      name,
      priority,
      conditions,
      event: { type: name },
      onSuccess: (_, almanac) => {
        almanac.addRuntimeFact(name, true)
      },
      onFailure: (_, almanac) => {
        almanac.addRuntimeFact(name, false)
      },
    })
  return engine
}

export async function evaluateJsonRules(engine: Engine, row: NumberRow): Promise<Readonly<Record<string, unknown>>> {
  const { events, almanac } = await engine.run({ ...row })
  const found: Record<string, unknown> = Object.fromEntries(events.map(({ type }) => [type, true]))
  const isSanctioned = found['sanctioned'] === true
  const served = row.notice_served_on
  return {
    ...found,
    imported_content: await almanac.factValue('imported_content'),
    localization_rate: await almanac.factValue('localization_rate'),
    import_levy: await almanac.factValue('import_levy'),
    export_allowance: found['entitled'] === true ? Math.floor(0.08 * row.fob_export_value) : null,
    import_surcharge: isSanctioned ? Math.floor(0.01 * row.annual_import_value) : null,
    sanctioned_from: isSanctioned && served !== null ? served + 91 : null,
  }
}

export async function answerOfJsonRules(engine: Engine, row: NumberRow): Promise<NumberAnswer> {
  return answerFrom(await evaluateJsonRules(engine, row))
}
