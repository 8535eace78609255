/** The rules of pk-medmp-2026 in CEL, whose numbers from JSON are doubles; sums and roundings are functions that we add, since it has none. */
import { Environment } from '@marcbachmann/cel-js'
import type { NumberAnswer } from './answer.ts'
import { dayOf, type NumberRow } from './row.ts'

const SECOND = `${dayOf('2028-07-01')}.0`
const THIRD = `${dayOf('2032-07-01')}.0`

function by(event: string, day: string): string {
  return `(${event} != null && ${event} <= ${day})`
}

/** In order: each may use what those before it found. */
const EXPRESSIONS = {
  imported_content: `total(parts.map(p, p.quantity * p.unit_value * (p.book == "imported" ? 1.0 : p.book == "bought_locally" ? (p.certified_local_rate == null ? 1.0 : 1.0 - p.certified_local_rate) : 0.0)))`,
  localization_rate: '(ex_works_value - imported_content) / ex_works_value',
  phone: 'category == "smartphone" || category == "feature_phone"',
  localization_requirement: `!phone && as_of < ${THIRD} ? true : localization_rate >= (as_of < ${SECOND} ? 0.1 : as_of < ${THIRD} ? 0.25 : phone ? 0.5 : 0.3)`,
  kit_requirement:
    'kit_form == "cbu" || kit_parts >= (category == "smartphone" ? 40.0 : category == "feature_phone" ? 15.0 : 0.0)',
  ban_on_2g: '!makes_2g',
  operational_requirement: 'quality_certificate_valid && in_plant_laboratory && records_system_open && ban_on_2g',
  reporting_requirement: 'returns_filed_on_time >= returns_due',
  import_levy:
    'kit_form == "cbu" ? halfUp((cf_value <= 30.0 ? 0.01 : cf_value <= 100.0 ? 0.02 : cf_value <= 300.0 ? 0.03 : 0.05) * cf_value * exchange_rate) : 0.0',
  export_allowance:
    'localization_requirement && operational_requirement && reporting_requirement ? dyn(down(0.08 * fob_export_value)) : dyn(null)',
  performance_gate: `export_share >= 0.1 && (as_of <= ${SECOND} || ${['ce_certified_on', 'iso14001_certified_on', 'ewaste_compliant_on'].map((event) => by(event, 'as_of')).join(' && ')})`,
  sanctioned: `!localization_requirement && notice_served_on != null && !${by('failure_cured_on', 'notice_served_on + 90.0')}`,
  sanctioned_from: 'sanctioned ? dyn(notice_served_on + 91.0) : dyn(null)',
  import_surcharge: 'sanctioned ? dyn(down(0.01 * annual_import_value)) : dyn(null)',
} as const

type Name = keyof typeof EXPRESSIONS
type Found = Record<string, unknown>
export type Cel = readonly (readonly [Name, (context: Found) => unknown])[]

export function loadCel(): Cel {
  const environment = new Environment({ unlistedVariablesAreDyn: true })
    .registerFunction('total(list): double', (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0))
    .registerFunction('down(double): double', (value: number) => Math.floor(value))
    .registerFunction('halfUp(double): double', (value: number) => Math.round(value))
  return Object.entries(EXPRESSIONS).map(([name, text]) => {
    const parsed = environment.parse(text)
    return [name as Name, (context) => parsed(context) as unknown] as const
  })
}

export function evaluateCel(cel: Cel, row: NumberRow): Found {
  const context: Found = { ...row }
  for (const [name, evaluate] of cel) context[name] = evaluate(context)
  return context
}

export function answerOfCel(cel: Cel, row: NumberRow): NumberAnswer {
  return answerFrom(evaluateCel(cel, row))
}

/** From findings by their names. */
export function answerFrom(found: Readonly<Record<string, unknown>>): NumberAnswer {
  const number = (name: string): number => found[name] as number
  const orNone = (name: string): number | null => (found[name] ?? null) as number | null
  const met = (name: string): boolean => found[name] === true
  return {
    importedContent: number('imported_content'),
    localizationRate: number('localization_rate'),
    localizationRequirement: met('localization_requirement'),
    operationalRequirement: met('operational_requirement'),
    reportingRequirement: met('reporting_requirement'),
    kitRequirement: met('kit_requirement'),
    performanceGate: met('performance_gate'),
    importLevy: number('import_levy'),
    exportAllowance: orNone('export_allowance'),
    concessionWithdrawal: orNone('sanctioned_from'),
    importSurcharge: { amount: orNone('import_surcharge'), from: orNone('sanctioned_from') },
    licenceSuspension: orNone('sanctioned_from'),
  }
}
