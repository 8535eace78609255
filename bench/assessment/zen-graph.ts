/**
 * The rules of pk-medmp-2026 as a JSON Decision Model: tables where the law has tables, expressions elsewhere. Written for
 * speed within what the model offers: one node for each part of the law, the lines of a return in one expression, and no
 * node passes on more than it found, since the trace copies whatever goes through it.
 */
import { dayOf } from './row.ts'

type Content = Readonly<Record<string, unknown>>

interface GraphNode {
  readonly id: string
  readonly type: string
  readonly name: string
  readonly position: { readonly x: number; readonly y: number }
  readonly content: Content
}

export interface Graph {
  readonly nodes: readonly GraphNode[]
  readonly edges: readonly {
    readonly id: string
    readonly type: 'edge'
    readonly sourceId: string
    readonly targetId: string
  }[]
}

const PLAIN = { passThrough: false, inputField: null, outputPath: null, executionMode: 'single' }

function node(id: string, type: string, content: Content): GraphNode {
  return { id, type, name: id, position: { x: 0, y: 0 }, content }
}

function expressions(id: string, lines: Readonly<Record<string, string>>): GraphNode {
  const list = Object.entries(lines).map(([key, value]) => ({ id: `${id}-${key}`, key, value }))
  return node(id, 'expressionNode', { ...PLAIN, expressions: list })
}

/** A decision table with one output; the first row whose cells all hold is taken, and an empty cell always holds. */
function table(output: string, inputs: readonly string[], rows: readonly (readonly string[])[]): GraphNode {
  const columns = inputs.map((field, index) => ({ id: `in${index}`, name: field, field }))
  const rules = rows.map((cells, index) => {
    const keys = Object.fromEntries(columns.map((column, at) => [column.id, cells[at] ?? '']))
    return { _id: `${output}-${index}`, ...keys, out: cells[columns.length] ?? '' }
  })
  return node(output, 'decisionTableNode', {
    ...PLAIN,
    hitPolicy: 'first',
    inputs: columns,
    outputs: [{ id: 'out', name: output, field: output }],
    rules,
  })
}

const SECOND = dayOf('2028-07-01')
const THIRD = dayOf('2032-07-01')
const PHONES = '"smartphone", "feature_phone"'

const IMPORTED_SHARE =
  '#.book == "imported" ? 1 : #.book == "bought_locally" ? (#.certified_local_rate == null ? 1 : 1 - #.certified_local_rate) : 0'

const CERTIFIED = ['ce_certified_on', 'iso14001_certified_on', 'ewaste_compliant_on']
  .map((name) => `(${name} != null and ${name} <= as_of)`)
  .join(' and ')

export function zenGraph(): Graph {
  const nodes = [
    node('input', 'inputNode', { schema: '' }),
    table(
      'localization_target',
      ['as_of', 'category'],
      [
        [`< ${SECOND}`, PHONES, '0.1'],
        [`< ${SECOND}`, '', 'null'],
        [`< ${THIRD}`, PHONES, '0.25'],
        [`< ${THIRD}`, '', 'null'],
        ['', PHONES, '0.5'],
        ['', '', '0.3'],
      ],
    ),
    table(
      'minimum_kit_parts',
      ['category'],
      [
        ['"smartphone"', '40'],
        ['"feature_phone"', '15'],
        ['', 'null'],
      ],
    ),
    table(
      'import_levy_rate',
      ['cf_value'],
      [
        ['<= 30', '0.01'],
        ['<= 100', '0.02'],
        ['<= 300', '0.03'],
        ['<= 500', '0.05'],
        ['<= 700', '0.05'],
        ['', '0.05'],
      ],
    ),
    expressions('localization', {
      imported_content: `sum(map(parts, #.quantity * #.unit_value * (${IMPORTED_SHARE})))`,
      localization_rate: '(ex_works_value - $.imported_content) / ex_works_value',
      localization_requirement: 'localization_target == null ? true : $.localization_rate >= localization_target',
    }),
    expressions('operations', {
      kit_requirement: 'kit_form == "cbu" or minimum_kit_parts == null ? true : kit_parts >= minimum_kit_parts',
      ban_on_2g: 'not makes_2g',
      operational_requirement:
        'quality_certificate_valid and in_plant_laboratory and records_system_open and $.ban_on_2g',
      reporting_requirement: 'returns_filed_on_time >= returns_due',
    }),
    expressions('levy', {
      import_levy: 'kit_form == "cbu" ? round(import_levy_rate * cf_value * exchange_rate) : 0',
    }),
    expressions('incentives', {
      export_allowance:
        'localization_requirement and operational_requirement and reporting_requirement ? floor(0.08 * fob_export_value) : null',
      certification_requirement: `as_of > ${dayOf('2028-07-01')} ? ${CERTIFIED} : true`,
      performance_gate: 'export_share >= 0.1 and $.certification_requirement',
    }),
    expressions('sanctions', {
      cure_ends_on: 'notice_served_on == null ? null : notice_served_on + 90',
      cured: '$.cure_ends_on != null and failure_cured_on != null ? failure_cured_on <= $.cure_ends_on : false',
      sanctioned_from:
        'not localization_requirement and $.cure_ends_on != null and not $.cured ? $.cure_ends_on + 1 : null',
      concession_withdrawal: '$.sanctioned_from',
      import_surcharge: '$.sanctioned_from == null ? null : floor(0.01 * annual_import_value)',
      licence_suspension: '$.sanctioned_from',
    }),
    node('output', 'outputNode', { schema: '' }),
  ]
  const edges = EDGES.map(([sourceId, targetId]) => ({
    id: `${sourceId}-${targetId}`,
    type: 'edge' as const,
    sourceId,
    targetId,
  }))
  return { nodes, edges }
}

/** A node sees what the nodes that lead to it found. */
const EDGES = [
  ['input', 'localization_target'],
  ['input', 'minimum_kit_parts'],
  ['input', 'import_levy_rate'],
  ['input', 'localization'],
  ['localization_target', 'localization'],
  ['input', 'operations'],
  ['minimum_kit_parts', 'operations'],
  ['input', 'levy'],
  ['import_levy_rate', 'levy'],
  ['input', 'incentives'],
  ['localization', 'incentives'],
  ['operations', 'incentives'],
  ['input', 'sanctions'],
  ['localization', 'sanctions'],
  ['localization', 'output'],
  ['operations', 'output'],
  ['levy', 'output'],
  ['incentives', 'output'],
  ['sanctions', 'output'],
] as const
