/** Exports as makers declare them line by line, held against what customs attested: what is verified of each, and what is not. */
import type { readReading } from '@maqami/engine/load/standing.ts'
import {
  add,
  compare,
  divide,
  type Exact,
  exact,
  isZero,
  parseDecimal,
  subtract,
  ZERO,
} from '@maqami/engine/value/exact.ts'

/** `exports.yaml` of a programme: the measures of `figures.yaml` that say what was exported and made. */
export interface ExportRules {
  /** FOB in US dollars, as customs attests it. */
  readonly value: string
  readonly devices: string
  readonly made: string
  /** How the share of a firm in the markets that it sells to is read. */
  readonly reading: ReturnType<typeof readReading>
}

/** What a goods declaration says of one model to one market. */
export interface ExportKey {
  readonly goods_declaration: string
  readonly model: string
  /** A code of two letters. */
  readonly market: string
}

/** A line of an accepted return. */
export interface DeclaredLine extends ExportKey {
  readonly return_id: string
  readonly manufacturer_id: string
  readonly month: string
  readonly devices: Exact
  /** FOB in US dollars. */
  readonly value: Exact
  /** There was no official rate for its day, and its value is in no sum. */
  readonly is_unknown: boolean
}

export interface NewEvidence extends ExportKey {
  /** Of the firm, in the company registry. */
  readonly exporter: string
  readonly devices: number
  /** A decimal. */
  readonly fob_usd: string
  readonly exported_on: string
}

/** What customs attested; of a line that was attested again the last counts. */
export interface Evidence extends NewEvidence {
  readonly id: string
  readonly attested_at: string
  readonly attested_by: string
}

export type ExportState = 'agrees' | 'differs' | 'unverified'

export interface ExportLine extends DeclaredLine {
  /** Null where customs attested nothing of it. */
  readonly attested: { readonly devices: Exact; readonly value: Exact } | null
  /** Of the declared value what customs attested too; the rest counts as unverified. */
  readonly verified: Exact
  readonly unverified: Exact
  readonly state: ExportState
}

export interface HeldAgainst {
  readonly lines: readonly ExportLine[]
  /** What customs attested of a firm and no line declares. */
  readonly undeclared: readonly Evidence[]
}

/** Each attestation verifies one line: one that is declared twice is verified once. Evidence comes in the order in which it was given. */
export function holdAgainst(
  declared: readonly DeclaredLine[],
  evidence: readonly Evidence[],
  numberOf: ReadonlyMap<string, string>,
): HeldAgainst {
  const open = new Map(evidence.map((one) => [keyOf(one.exporter, one), one]))
  const lines = declared.map((line): ExportLine => {
    const key = keyOf(numberOf.get(line.manufacturer_id) ?? '', line)
    const found = open.get(key)
    open.delete(key)
    if (found === undefined)
      return { ...line, attested: null, verified: ZERO, unverified: line.value, state: 'unverified' }
    const attested = { devices: exact(found.devices), value: parseDecimal(found.fob_usd) ?? ZERO }
    const verified = compare(attested.value, line.value) < 0 ? attested.value : line.value
    const agrees = compare(attested.value, line.value) === 0 && compare(attested.devices, line.devices) === 0
    const unverified = subtract(line.value, verified)
    return { ...line, attested, verified, unverified, state: agrees ? 'agrees' : 'differs' }
  })
  return {
    lines,
    undeclared: [...open.values()].filter(
      ({ devices, fob_usd }) => devices > 0 || !isZero(parseDecimal(fob_usd) ?? ZERO),
    ),
  }
}

/** As texts of two offices are compared: whatever the capitals and the space around them. */
function keyOf(exporter: string, { goods_declaration, model, market }: ExportKey): string {
  return JSON.stringify([exporter, goods_declaration, model, market].map((one) => one.trim().toLowerCase()))
}

export interface ExportSum {
  readonly devices: Exact
  readonly value: Exact
  readonly verified: Exact
  readonly unverified: Exact
}

export function sumOf(lines: readonly Pick<ExportLine, keyof ExportSum>[]): ExportSum {
  const of = (name: keyof ExportSum): Exact => lines.map((line) => line[name]).reduce(add, ZERO)
  return { devices: of('devices'), value: of('value'), verified: of('verified'), unverified: of('unverified') }
}

/** What customs verified of the exports of a firm, in all that makers declared to the markets to which it exports; undefined where that is nothing. */
export function shareInMarkets(lines: readonly ExportLine[], firm: string): Exact | undefined {
  const own = lines.filter(({ manufacturer_id }) => manufacturer_id === firm)
  const markets = new Set(own.map(({ market }) => market))
  const all = sumOf(lines.filter(({ market }) => markets.has(market))).value
  return isZero(all) ? undefined : divide(sumOf(own).verified, all)
}

export type ExportRefusal = {
  readonly code: 'export_not_yet'
  readonly place: '/body/exported_on'
  readonly today: string
}
