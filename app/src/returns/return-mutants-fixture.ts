/** Small wrongs of a return's layout, one at a time, that its worked returns must notice. */
import { add, exact, isZero, negate } from '@maqami/engine/value/exact.ts'
import type {
  Agreement,
  ColumnType,
  Condition,
  FactRule,
  LineSource,
  ReturnColumn,
  ReturnSchema,
  ReturnSheet,
} from './schema/return-schema.ts'

export interface ReturnMutant {
  readonly what: string
  /** Where the wrong is, where it is in one of the sheets and not in a rule of a fact. */
  readonly sheet?: string
  readonly column?: string
  readonly schema: ReturnSchema
}

export function returnMutants(schema: ReturnSchema): readonly ReturnMutant[] {
  return [
    ...schema.sheets.flatMap((sheet) => sheetMutants(schema, sheet)),
    ...schema.facts.flatMap((rule) => ruleMutants(schema, rule)),
  ]
}

function sheetMutants(schema: ReturnSchema, sheet: ReturnSheet): readonly ReturnMutant[] {
  const made = (what: string, change: Partial<ReturnSheet>, column?: string): ReturnMutant => ({
    what: `${column === undefined ? sheet.name : `${sheet.name}.${column}`} ${what}`,
    sheet: sheet.name,
    ...(column === undefined ? {} : { column }),
    schema: { ...schema, sheets: schema.sheets.map((one) => (one === sheet ? { ...sheet, ...change } : one)) },
  })
  return [
    // The one line of a sheet is due anyway.
    ...(sheet.oneLine ? [] : [made('with required the other way', { required: !sheet.required })]),
    made('with one_line the other way', { oneLine: !sheet.oneLine }),
    ...sheet.key.map((name) => made(`without ${name} in its key`, { key: sheet.key.filter((one) => one !== name) })),
    ...sheet.columns.flatMap((column) =>
      columnChanges(schema, sheet, column).map(([what, change]) =>
        made(
          what,
          { columns: sheet.columns.map((one) => (one === column ? { ...column, ...change } : one)) },
          column.name,
        ),
      ),
    ),
  ]
}

type Change = readonly [what: string, change: Partial<ReturnColumn>]

function columnChanges(schema: ReturnSchema, sheet: ReturnSheet, column: ReturnColumn): readonly Change[] {
  const { type, agreements, atLeast, atMost } = column
  const step = type.kind === 'count' ? exact(1) : exact(1, 10_000)
  const isDay = type.kind === 'date' || type.kind === 'month'
  return [
    ['with required the other way', { required: !column.required }],
    ...(canBeNone(schema, sheet, column) ? [['with event the other way', { event: !column.event }] as const] : []),
    ...(isDay ? [['with in_year the other way', { inYear: !column.inYear }] as const] : []),
    ...(column.rateDate ? [['without rate_date', { rateDate: false }] as const] : []),
    ...(column.listedIn === undefined || isLink(sheet, column)
      ? []
      : [['without listed_in', { listedIn: undefined }] as const]),
    ...(column.covers === undefined ? [] : [['without covers', { covers: undefined }] as const]),
    ...(atLeast === undefined || isZero(atLeast)
      ? []
      : [step, negate(step)].map((by): Change => ['with another at_least', { atLeast: add(atLeast, by) }])),
    ...(atMost === undefined
      ? []
      : [step, negate(step)].map((by): Change => ['with another at_most', { atMost: add(atMost, by) }])),
    ...otherTypes(schema, sheet, column).map((other): Change => [`as ${JSON.stringify(other)}`, { type: other }]),
    ...agreements.flatMap((agreement) => [
      [`without ${agreement.kind}`, { agreements: agreements.filter((one) => one !== agreement) }] as const,
      ...otherAgreements(agreement).map(
        (other): Change => [
          `with ${JSON.stringify(other)}`,
          { agreements: agreements.map((one) => (one === agreement ? other : one)) },
        ],
      ),
    ]),
  ]
}

/** Whether a blank cell of the column can stand in a line of facts. */
function canBeNone(schema: ReturnSchema, sheet: ReturnSheet, { name, required }: ReturnColumn): boolean {
  return schema.facts.some(
    (rule) =>
      !required &&
      rule.kind === 'lines' &&
      rule.sheet === sheet.name &&
      rule.columns.some(({ from }) => 'column' in from && from.column === name) &&
      !rule.where.some((condition) => condition.column === name),
  )
}

/** A column that links lines to the subject must name one that is listed, whatever it says. */
function isLink({ belongs }: ReturnSheet, { index }: ReturnColumn): boolean {
  return belongs.kind === 'through' && belongs.column === index
}

/** What else a column might hold, by a slip in its unit, its pattern or its list. */
function otherTypes(schema: ReturnSchema, sheet: ReturnSheet, { name, type }: ReturnColumn): readonly ColumnType[] {
  switch (type.kind) {
    case 'text':
      return type.pattern === undefined ? [] : [{ kind: 'text', pattern: undefined }]
    case 'category':
      return type.fact === ''
        ? type.members.map((member) => ({ ...type, members: type.members.filter((one) => one !== member) }))
        : [{ kind: 'text', pattern: undefined }]
    case 'count':
    case 'percent':
      return [{ kind: 'number' }]
    case 'money':
      // Which currency an amount is in matters where a fact is made from it.
      return 'column' in type.currency &&
        JSON.stringify(schema.facts.filter((one) => one.sheet === sheet.name)).includes(`"${name}"`)
        ? [{ kind: 'money', currency: { fixed: schema.currency } }, { kind: 'percent' }]
        : [{ kind: 'percent' }]
    case 'date':
    case 'month':
    case 'boolean':
    case 'currency':
      return [{ kind: 'text', pattern: undefined }]
    case 'number':
      return [{ kind: 'count' }]
  }
}

function otherAgreements(agreement: Agreement): readonly Agreement[] {
  if (agreement.kind !== 'needed_where') return []
  return conditionsWithout(agreement.where).map((where) => ({ ...agreement, where }))
}

/** The conditions with one member of one of them left out. */
function conditionsWithout(where: readonly Condition[]): readonly (readonly Condition[])[] {
  return where.flatMap((condition) =>
    condition.members.map((member) =>
      where.map((one) =>
        one === condition ? { ...condition, members: condition.members.filter((other) => other !== member) } : one,
      ),
    ),
  )
}

function ruleMutants(schema: ReturnSchema, rule: FactRule): readonly ReturnMutant[] {
  const made = (what: string, ...rules: readonly FactRule[]): ReturnMutant => ({
    what: `the fact ${rule.fact} ${what}`,
    schema: { ...schema, facts: schema.facts.flatMap((one) => (one === rule ? rules : [one])) },
  })
  const sheet = schema.sheets.find((one) => one.name === rule.sheet)
  const where = rule.kind === 'each' ? [] : rule.where
  return [
    made('left out'),
    ...where.map((one) =>
      made(`without where ${one.column}`, { ...rule, where: where.filter((other) => other !== one) } as FactRule),
    ),
    ...conditionsWithout(where).map((other) =>
      made(`where ${JSON.stringify(other)}`, { ...rule, where: other } as FactRule),
    ),
    ...otherRules(rule, sheet?.columns ?? []).map((other) => made(JSON.stringify(other), other)),
  ]
}

const OTHER_KINDS = { least: 'greatest', greatest: 'least', first: 'last', last: 'first' } as const

function otherRules(rule: FactRule, columns: readonly ReturnColumn[]): readonly FactRule[] {
  /** Other columns of the sheet that the rule might name by a slip. */
  const others = (name: string): readonly string[] => {
    const type = columns.find((one) => one.name === name)?.type
    return columns.filter((one) => one.name !== name && isAlike(one.type, type)).map((one) => one.name)
  }
  switch (rule.kind) {
    case 'each':
      return rule.by === undefined ? [] : [{ ...rule, by: undefined }]
    case 'count':
      return []
    case 'sum':
      return rule.factors.flatMap((factor) => [
        { ...rule, factors: rule.factors.filter((one) => one !== factor) },
        ...others(factor).map((name) => ({
          ...rule,
          factors: rule.factors.map((one) => (one === factor ? name : one)),
        })),
      ])
    case 'least':
    case 'greatest':
    case 'first':
    case 'last':
    case 'same':
    case 'one':
      return [
        ...others(rule.column).map((column) => ({ ...rule, column })),
        ...(rule.take === undefined ? [] : [undefined, ...others(rule.take)]).map((take) => ({ ...rule, take })),
        ...(rule.whileValid === undefined ? [] : [{ ...rule, whileValid: undefined }]),
        ...(rule.kind === 'same' || rule.kind === 'one' ? [] : [{ ...rule, kind: OTHER_KINDS[rule.kind] }]),
      ]
    case 'lines':
      return rule.columns.flatMap((source) => [
        { ...rule, columns: rule.columns.filter((one) => one !== source) },
        ...otherSources(source, others).map((from) => ({
          ...rule,
          columns: rule.columns.map((one) => (one === source ? { ...source, from } : one)),
        })),
      ])
  }
}

function otherSources(
  { from }: LineSource,
  others: (name: string) => readonly string[],
): readonly LineSource['from'][] {
  if ('column' in from) return others(from.column).map((column) => ({ column }))
  if ('rate' in from) return [{ rate: from.rate === 'CNY' ? 'USD' : 'CNY' }]
  return from.template.map((piece) => ({ template: from.template.filter((one) => one !== piece) }))
}

function isAlike(a: ColumnType, b: ColumnType | undefined): boolean {
  return a.kind === b?.kind && (a.kind !== 'category' || (b.kind === 'category' && a.fact === b.fact))
}
