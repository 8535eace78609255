/** What a return asks for as JSON Schema 2020-12, for programs that send it as JSON. What it cannot say, such as what lines must agree on, the service says. */
import type { TSchema } from 'typebox'
import { decimalText } from '../read/cell-text.ts'
import { LONGEST_TEXT } from '../return-limits.ts'
import type { ReturnColumn, ReturnSchema, ReturnSheet } from './return-schema.ts'

type Json = Readonly<Record<string, unknown>>

export function returnJsonSchema(schema: ReturnSchema): Json {
  const { programme, kind, version, title, sheets } = schema
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:maqami:return:${programme}:${kind}:${version}`,
    title: title.en,
    'x-title-ur': title.ur,
    ...closed({ return: { const: programme }, kind: { const: kind }, version: { const: version } }, [
      [
        'sheets',
        closed(
          {},
          sheets.map((sheet) => [sheet.name, ofSheet(sheet, schema.currency)]),
        ),
      ],
    ]),
  }
}

/** All of these and no others. */
function closed(first: Json, others: readonly (readonly [string, Json])[]): Json {
  const properties = { ...first, ...Object.fromEntries(others) }
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false }
}

function ofSheet({ label, note, columns, required, oneLine, mostRows }: ReturnSheet, currency: string): Json {
  return {
    title: label.en,
    'x-title-ur': label.ur,
    ...(note && { description: note.en, 'x-description-ur': note.ur }),
    type: 'array',
    ...((required || oneLine) && { minItems: 1 }),
    maxItems: oneLine ? 1 : mostRows,
    items: {
      type: 'object',
      properties: Object.fromEntries(columns.map((column) => [column.name, ofColumn(column, currency)])),
      required: columns.filter((column) => column.required).map(({ name }) => name),
      additionalProperties: false,
    },
  }
}

function ofColumn(column: ReturnColumn, currency: string): Json {
  const { label, note, required } = column
  const value = ofType(column, currency)
  return {
    title: label.en,
    'x-title-ur': label.ur,
    ...(note && { description: note.en, 'x-description-ur': note.ur }),
    ...(required ? value : { anyOf: [value, { type: 'null' }] }),
  }
}

function ofType({ type, atLeast, atMost }: ReturnColumn, currency: string): Json {
  switch (type.kind) {
    case 'text':
      return { type: 'string', maxLength: LONGEST_TEXT, ...(type.pattern && { pattern: type.pattern.source }) }
    case 'category':
      return { enum: type.members.map(({ name }) => name) }
    case 'boolean':
      return { type: 'boolean' }
    case 'currency':
      return { type: 'string', pattern: '^[A-Z]{3}$', examples: [currency] }
    case 'date':
      return { type: 'string', format: 'date' }
    case 'month':
      return { type: 'string', pattern: String.raw`^\d{4}-(?:0[1-9]|1[0-2])$` }
    case 'percent':
      return { type: 'string', pattern: String.raw`^-?\d+(?:\.\d+)?%$`, examples: ['45%'] }
    case 'count':
    case 'number':
    case 'money': {
      const digits = type.kind === 'count' ? String.raw`^-?\d+$` : String.raw`^-?\d+(?:\.\d+)?$`
      return {
        // A text keeps every digit in every program; a number is read as the digits that were sent.
        type: ['string', type.kind === 'count' ? 'integer' : 'number'],
        pattern: digits,
        minimum: atLeast === undefined ? 0 : Number(decimalText(atLeast)),
        ...(atMost && { maximum: Number(decimalText(atMost)) }),
        ...(type.kind === 'money' && 'fixed' in type.currency && { 'x-currency': type.currency.fixed }),
      }
    }
  }
}

/** Of any return, as the description of the interface says it: that of one is at its own address. */
export const ANY_RETURN = {
  type: 'object',
  description: 'As the JSON Schema of the return says.',
  required: ['return', 'kind', 'version', 'sheets'],
  additionalProperties: false,
  properties: {
    return: { type: 'string' },
    kind: { type: 'string' },
    version: { type: 'string' },
    sheets: {
      type: 'object',
      additionalProperties: {
        type: 'array',
        items: { type: 'object', additionalProperties: { type: ['string', 'number', 'boolean', 'null'] } },
      },
    },
  },
} as const satisfies TSchema
