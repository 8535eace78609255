/** The findings of a batch as the columns of a table: what was found, from when, and why nothing was. */
import {
  type BatchResult,
  type FindingColumn,
  NO_DAY,
  NOT_HAPPENED,
  NOT_IMPOSED,
  SETTLED,
} from '@maqami/engine/batch/batch.ts'
import { withoutControls } from '@maqami/engine/explain/ink.ts'
import { type Language, namesOf } from '@maqami/engine/explain/names.ts'
import { refusalIn, rehearsalIn, sentencesIn, type Voice, voiceOf } from '@maqami/engine/explain/voice.ts'
import type { Vocabulary } from '@maqami/engine/load/vocabulary.ts'
import type { NoValue } from '@maqami/engine/value/outcome.ts'
import type { Release } from '../policy-releases/load-release.ts'
import type { Gathered } from './gather-columns.ts'

/** Rates are fractions of one, days are counted from 1970-01-01. */
export interface OutColumn {
  readonly name: string
  readonly kind: 'text' | 'day' | 'boolean' | 'number' | 'rate'
  readonly at: (row: number) => string | number | boolean | undefined
}

/** Why a finding has no value, or is not yet in effect. */
const PENDING = 'pending'
const NONE = 'none'

export function voiceFor(release: Release, language: Language): Voice {
  return voiceOf(language, namesOf(release.engine.programme))
}

function text(name: string, at: (row: number) => string | undefined): OutColumn {
  return { name, kind: 'text', at }
}

function dated(name: string, at: (row: number) => number | undefined): OutColumn {
  return { name, kind: 'day', at }
}

export function outColumns(release: Release, { ids, columns }: Gathered, result: BatchResult): readonly OutColumn[] {
  const { days, periodEnds } = columns
  const voice = voiceFor(release, 'en')
  const isRehearsal = rehearsalIn(voice, release.engine.programme) !== undefined
  return [
    text('id', (row) => ids[row]),
    dated('as_of', (row) => days.values[row]),
    ...(periodEnds === undefined ? [] : [dated('period_end', (row) => periodEnds.values[row])]),
    ...(isRehearsal ? [{ name: 'rehearsal', kind: 'boolean' as const, at: () => true }] : []),
    ...result.findings.flatMap((finding) => {
      const { provision, from } = finding
      const why = reasonsOf(voice, finding)
      return [
        valueColumn(release.engine.programme.vocabulary, finding),
        ...(from === undefined
          ? []
          : [dated(`${provision.name}_from`, (row) => (from[row] === NO_DAY ? undefined : from[row]))]),
        text(`${provision.name}_why`, (row) =>
          isPending(finding, row, days.values[row] as number) ? PENDING : why(row),
        ),
      ]
    }),
  ]
}

/** A sanction that is due, and begins after the day of the assessment. */
export function isPending({ from, states }: FindingColumn, row: number, day: number): boolean {
  return from !== undefined && states[row] === SETTLED && (from[row] as number) > day
}

function valueColumn({ categories }: Vocabulary, { provision, values, states }: FindingColumn): OutColumn {
  const { name, type } = provision
  const settled = (row: number): number | undefined => (states[row] === SETTLED ? values[row] : undefined)
  if (type.kind === 'date') return { name, kind: 'day', at: settled }
  if (type.kind === 'category') {
    const members = categories.get(type.category)?.members ?? []
    return text(name, (row) => members[settled(row) ?? -1])
  }
  if (type.kind !== 'number' && type.kind !== 'calendar') {
    const at = (row: number): boolean | undefined => (states[row] === SETTLED ? values[row] === 1 : undefined)
    return { name, kind: 'boolean', at }
  }
  const isDecimal = provision.round !== undefined || provision.show !== undefined
  const at = (row: number): number | undefined => {
    const value = settled(row)
    return value === undefined || isDecimal ? value : meant(value)
  }
  return { name, kind: type.unit === 'percent' ? 'rate' : 'number', at }
}

/** A figure that the law leaves exact, to 15 digits; the last ones of a double would be noise. */
function meant(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15))
}

function reasonsOf(
  voice: Voice,
  { states, reasons: { all, places } }: FindingColumn,
): (row: number) => string | undefined {
  const texts = all.map((one) => reasonText(voice, one))
  return (row) => {
    const state = states[row]
    if (state === SETTLED) return undefined
    return state === NOT_HAPPENED || state === NOT_IMPOSED ? NONE : texts[places[row] as number]
  }
}

/** `undetermined: notice_served_on`, `refused: …`. */
export function reasonText(voice: Voice, { kind, missing, refusals }: NoValue): string {
  const { undetermined, refused } = voice.words.states
  if (kind !== 'refused')
    return `${undetermined}: ${missing.map((path) => voice.ink.name(withoutControls(path))).join(', ')}`
  const sentences = refusals.map((refusal) => refusalIn(voice, refusal))
  return `${refused}: ${sentencesIn(voice, sentences)}`
}
