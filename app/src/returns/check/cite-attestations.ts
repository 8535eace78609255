/**
 * Resolves the attestations of suppliers that lines cite: each must hold, and be about the part, the day and the firm of its line. Its share
 * then stands in the line as if it had been typed; where two that hold cannot both be true, neither is taken.
 */
import { formatDay } from '@maqami/engine/value/date.ts'
import { compare } from '@maqami/engine/value/exact.ts'
import {
  type Attestation,
  type AttestedShare,
  contradictionsOf,
  countedShare,
  endOn,
  isSameCode,
} from '../../attestations/attestation.ts'
import { shareText } from '../../attestations/share-text.ts'
import { dayAt } from '../../kernel/clock.ts'
import { decimalText, percentText } from '../read/cell-text.ts'
import { type ErrorDetails, type ErrorList, report, type ReturnErrorCode } from '../return-errors.ts'
import {
  type AttestationRule,
  type Bilingual,
  columnOf,
  type ReturnColumn,
  type ReturnSchema,
} from '../schema/return-schema.ts'
import { placeOf } from './check-lines.ts'
import type { FoundSheet } from './find-columns.ts'
import { meets, type ReturnLine, type ReturnLines, type SheetLines, textOfValue } from './return-lines.ts'

/** What is kept beside the facts of a line: by what its share is known, and what became of that since. */
export interface CitedAttestation extends AttestedShare {
  readonly number: string
  readonly supplier: string
  readonly signed_on: string
  /** The fact of the line that it gives, and what counts of it. */
  readonly fact: string
  readonly counted: string
  /** The line has a certificate of the same share, and keeps it whatever becomes of the attestation. */
  readonly certified: boolean
  readonly state: 'signed' | 'withdrawn' | 'superseded' | 'contradicted'
  /** The day of the withdrawal; by which number it was replaced or is contradicted. Empty while it stands. */
  readonly since: string
}

interface Citing {
  readonly schema: ReturnSchema
  readonly errors: ErrorList
  /** What was signed for the firm, as it is known on the day; undefined where nobody can look it up. */
  readonly attestations: readonly Attestation[] | undefined
  /** On which the return is handed in. */
  readonly day: string
}

export interface Cited {
  readonly lines: ReturnLines
  /** The identifiers of the attestations on which the lines rest. */
  readonly ids: readonly string[]
}

export function citeAttestations(citing: Citing, found: readonly FoundSheet[], lines: ReturnLines): Cited {
  const rule = citing.schema.attestations
  const sheet = rule === undefined ? undefined : lines.get(rule.sheet)
  const there = found.find((one) => one.sheet.name === rule?.sheet)
  if (rule === undefined || sheet === undefined || there === undefined) return { lines, ids: [] }
  const columns = columnsOf(sheet, rule)
  const fact = factOf(citing.schema, rule)
  const ids = new Set<string>()
  const resolved = sheet.lines.map((line): ReturnLine => {
    const number = textOfValue(line.values[columns.number.index])
    if (number === '') return line
    const one = citing.attestations?.find((other) => other.number === number.toUpperCase())
    const fault = meets(sheet.sheet, line, rule.where)
      ? faultOf(citing, columns, line, number, one)
      : { code: 'attestation_out_of_place' as const, column: columns.number, details: { found: number } }
    const certified = line.values[columns.share.index] !== undefined
    if (fault !== undefined) {
      report(citing.errors, fault.code, { ...placeOf(there, line.row, fault.column), ...fault.details })
      // What nobody can look up is not known, rather than nothing.
      return one === undefined && !certified ? { ...line, unknown: columns.share.index } : line
    }
    if (one === undefined) return line
    ids.add(one.id)
    const counted = countedShare(one)
    const share = { text: decimalText(counted.exact), exact: counted.exact }
    return {
      ...line,
      values: line.values.with(columns.share.index, share),
      attestation: citedOf(one, fact, certified),
    }
  })
  return { lines: new Map(lines).set(rule.sheet, { ...sheet, lines: resolved }), ids: [...ids] }
}

type Columns = Readonly<Record<Exclude<keyof AttestationRule, 'sheet' | 'where'>, ReturnColumn>>

function columnsOf({ sheet }: SheetLines, rule: AttestationRule): Columns {
  const column = (name: string): ReturnColumn => {
    const found = columnOf(sheet, name)
    if (found === undefined) throw new RangeError(`the sheet ${sheet.name} has no column ${name}`)
    return found
  }
  return {
    number: column(rule.number),
    share: column(rule.share),
    part_code: column(rule.part_code),
    hs_code: column(rule.hs_code),
    component_class: column(rule.component_class),
    delivered_on: column(rule.delivered_on),
  }
}

/** The fact of a line that the column of the share becomes. */
function factOf({ facts }: ReturnSchema, { sheet, share }: AttestationRule): string {
  const sources = facts.flatMap((rule) => (rule.kind === 'lines' && rule.sheet === sheet ? rule.columns : []))
  return sources.find(({ from }) => 'column' in from && from.column === share)?.name ?? share
}

function citedOf(one: Attestation, fact: string, certified: boolean): CitedAttestation {
  const { number, supplier_name: supplier, at_least, at_most, events } = one
  const signed_on = formatDay(dayAt(events[0]?.recorded_at ?? ''))
  const counted = countedShare(one).text
  return { number, supplier, at_least, at_most, signed_on, fact, counted, certified, state: 'signed', since: '' }
}

interface CitationFault {
  readonly code: ReturnErrorCode
  /** Where it is to be mended. */
  readonly column: ReturnColumn
  readonly details: ErrorDetails
}

/** Why the line cannot rest on what it cites; undefined where it can. */
function faultOf(
  { attestations, day }: Citing,
  columns: Columns,
  line: ReturnLine,
  number: string,
  one: Attestation | undefined,
): CitationFault | undefined {
  const cell = ({ index }: ReturnColumn): string => textOfValue(line.values[index])
  const fault = (code: ReturnErrorCode, details: ErrorDetails, column = columns.number): CitationFault => {
    return { code, column, details: { found: number, ...details } }
  }
  if (attestations === undefined) return fault('attestation_not_looked_up', {})
  if (one === undefined) return fault('attestation_unknown', {})
  const said = [columns.part_code, columns.hs_code, columns.component_class].map(cell)
  if (!isAbout(one, said)) return fault('attestation_other_part', { expected: partText(one), other: said.join(' · ') })
  const on = cell(columns.delivered_on)
  if (on < one.period_from || on > one.period_until)
    return fault('attestation_other_period', { expected: `${one.period_from} – ${one.period_until}`, other: on })
  const ended = endOn(one, day)
  if (ended?.kind === 'withdrawn') return fault('attestation_withdrawn', { expected: ended.effective_on })
  if (ended !== undefined) return fault('attestation_superseded', { expected: ended.effective_on })
  if (day > one.expires_on) return fault('attestation_expired', { expected: one.expires_on })
  const [other] = contradictionsOf(one, attestations, day)
  if (other !== undefined)
    return fault('attestation_contradicted', { expected: shareWords(one), other: withShare(other) })
  const own = line.values[columns.share.index]
  return typeof own === 'object' && 'exact' in own && compare(own.exact, countedShare(one).exact) !== 0
    ? fault('attestation_disagrees', { found: `${percentText(own)}%`, other: withShare(one) }, columns.share)
    : undefined
}

function isAbout(one: Attestation, [code = '', hs_code = '', component_class = '']: readonly string[]): boolean {
  const [wanted, attested] = [hs_code, one.hs_code].map((text) => text.replaceAll('.', '')) as [string, string]
  const isWithin = wanted.startsWith(attested) || attested.startsWith(wanted)
  return isSameCode(code, one.part_code) && isWithin && component_class === one.component_class
}

function partText({ part_code, hs_code, component_class }: Attestation): string {
  return [part_code, hs_code, component_class].join(' · ')
}

function shareWords(share: AttestedShare): Bilingual {
  return { en: shareText(share, 'en'), ur: shareText(share, 'ur') }
}

function withShare(one: Attestation): Bilingual {
  const { en, ur } = shareWords(one)
  return { en: `${one.number} (${en})`, ur: `${one.number} (${ur})` }
}
