/**
 * The rules of pk-medmp-2026 in publicodes, each line of the return expanded into rules of its own. Money, rates and days
 * are plain numbers: with units every evaluation would also convert them. Bands are `variations`, since a `grille` leaves
 * its upper bound out.
 */
import { dayOf, type NumberRow } from './row.ts'

type RuleText = null | string | number | Readonly<Record<string, unknown>>
export type Rules = Readonly<Record<string, RuleText>>

const SECOND = dayOf('2028-07-01')
const THIRD = dayOf('2032-07-01')

/** The rules that a situation gives; the others follow from them. */
const FACTS = [
  'as of',
  'category',
  'ex works value',
  'kit parts',
  'kit form',
  'cf value',
  'exchange rate',
  'fob export value',
  'annual import value',
  'returns due',
  'returns filed on time',
  'quality certificate valid',
  'in plant laboratory',
  'records system open',
  'makes 2g',
  'export share',
  'ce certified on',
  'iso certified on',
  'ewaste compliant on',
  'notice served on',
  'failure cured on',
]

const COLUMNS = ['book', 'quantity', 'unit value', 'certified local rate']

function whenElse(cases: readonly (readonly [si: unknown, alors: unknown])[], sinon: unknown): RuleText {
  return { variations: [...cases.map(([si, alors]) => ({ si, alors })), { sinon }] }
}

function all(...conditions: readonly unknown[]): Readonly<Record<string, unknown>> {
  return { 'toutes ces conditions': conditions }
}

/** An event that has not happened is 0 here; a comparison with it is false. */
function by(event: string, day: string): Readonly<Record<string, unknown>> {
  return all(`${event} > 0`, `${event} <= ${day}`)
}

function rulesOfLine(line: number): Rules {
  const name = (column: string): string => `line ${line} ${column}`
  return {
    ...Object.fromEntries(COLUMNS.map((column) => [name(column), null])),
    [name('imported share')]: whenElse(
      [
        [`${name('book')} = 'imported'`, 1],
        [`${name('book')} = 'bought_locally'`, `1 - ${name('certified local rate')}`],
      ],
      0,
    ),
    [name('imported value')]: `${name('quantity')} * ${name('unit value')} * ${name('imported share')}`,
  }
}

export function publicodesRules(lines: number): Rules {
  const numbers = Array.from({ length: lines }, (_, index) => index + 1)
  return {
    ...Object.fromEntries(FACTS.map((name) => [name, null])),
    ...Object.assign({}, ...numbers.map(rulesOfLine)),
    ...LOCALIZATION,
    'imported content': { somme: numbers.map((line) => `line ${line} imported value`) },
    ...OPERATIONS,
    ...LEVY_AND_INCENTIVES,
    ...SANCTIONS,
  }
}

const LOCALIZATION: Rules = {
  phone: { 'une de ces conditions': ["category = 'smartphone'", "category = 'feature_phone'"] },
  'localization target': whenElse(
    [
      [all('phone', `as of < ${SECOND}`), 0.1],
      [all('phone', `as of < ${THIRD}`), 0.25],
      ['phone', 0.5],
      [`as of < ${THIRD}`, 0],
    ],
    0.3,
  ),
  'localization rate': '(ex works value - imported content) / ex works value',
  'localization requirement': {
    'une de ces conditions': [all('phone = non', `as of < ${THIRD}`), 'localization rate >= localization target'],
  },
}

const OPERATIONS: Rules = {
  'minimum kit parts': whenElse(
    [
      ["category = 'smartphone'", 40],
      ["category = 'feature_phone'", 15],
    ],
    0,
  ),
  'kit requirement': { 'une de ces conditions': ["kit form = 'cbu'", 'kit parts >= minimum kit parts'] },
  'ban on 2g': 'makes 2g = non',
  'operational requirement': all(
    'quality certificate valid',
    'in plant laboratory',
    'records system open',
    'ban on 2g',
  ),
  'reporting requirement': 'returns filed on time >= returns due',
}

const LEVY_AND_INCENTIVES: Rules = {
  'import levy rate': whenElse(
    [
      ['cf value <= 30', 0.01],
      ['cf value <= 100', 0.02],
      ['cf value <= 300', 0.03],
      ['cf value <= 500', 0.05],
      ['cf value <= 700', 0.05],
    ],
    0.05,
  ),
  'import levy': {
    valeur: whenElse([["kit form = 'cbu'", 'import levy rate * cf value * exchange rate']], 0),
    arrondi: 'oui',
  },
  'export allowance': {
    'applicable si': all('localization requirement', 'operational requirement', 'reporting requirement'),
    valeur: '(0.08 * fob export value) // 1',
  },
  'certification requirement': {
    'une de ces conditions': [
      `as of <= ${dayOf('2028-07-01')}`,
      all(by('ce certified on', 'as of'), by('iso certified on', 'as of'), by('ewaste compliant on', 'as of')),
    ],
  },
  'performance gate': all('export share >= 0.1', 'certification requirement'),
}

const SANCTIONS: Rules = {
  'cure ends on': 'notice served on + 90',
  sanctioned: all('localization requirement = non', 'notice served on > 0', 'cured = non'),
  cured: by('failure cured on', 'cure ends on'),
  'concession withdrawal': { 'applicable si': 'sanctioned', valeur: 'cure ends on + 1' },
  'import surcharge': { 'applicable si': 'sanctioned', valeur: '(0.01 * annual import value) // 1' },
  'licence suspension': { 'applicable si': 'sanctioned', valeur: 'cure ends on + 1' },
}

function yesNo(value: boolean): string {
  return value ? 'oui' : 'non'
}

export type PublicodesSituation = Readonly<Record<string, string | number>>

export function situationOf(row: NumberRow): PublicodesSituation {
  const situation: Record<string, string | number> = {
    'as of': row.as_of,
    category: `'${row.category}'`,
    'ex works value': row.ex_works_value,
    'kit parts': row.kit_parts,
    'kit form': `'${row.kit_form}'`,
    'cf value': row.cf_value,
    'exchange rate': row.exchange_rate,
    'fob export value': row.fob_export_value,
    'annual import value': row.annual_import_value,
    'returns due': row.returns_due,
    'returns filed on time': row.returns_filed_on_time,
    'quality certificate valid': yesNo(row.quality_certificate_valid),
    'in plant laboratory': yesNo(row.in_plant_laboratory),
    'records system open': yesNo(row.records_system_open),
    'makes 2g': yesNo(row.makes_2g),
    'export share': row.export_share,
    'ce certified on': row.ce_certified_on ?? 0,
    'iso certified on': row.iso14001_certified_on ?? 0,
    'ewaste compliant on': row.ewaste_compliant_on ?? 0,
    'notice served on': row.notice_served_on ?? 0,
    'failure cured on': row.failure_cured_on ?? 0,
  }
  for (const [index, part] of row.parts.entries()) {
    const line = `line ${index + 1}`
    situation[`${line} book`] = `'${part.book}'`
    situation[`${line} quantity`] = part.quantity
    situation[`${line} unit value`] = part.unit_value
    situation[`${line} certified local rate`] = part.certified_local_rate ?? 0
  }
  return situation
}
