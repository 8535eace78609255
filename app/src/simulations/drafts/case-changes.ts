/** What comes out otherwise for one row, in the notation of worked examples; the exact engine says it again under both laws. */
import { type Assessment, determine, type Engine } from '@maqami/engine/determine/determine.ts'
import { readFacts } from '@maqami/engine/determine/facts.ts'
import type { Vocabulary } from '@maqami/engine/load/vocabulary.ts'
import { compareFindings } from '@maqami/engine/compare/compare.ts'
import type { ProvisionKind } from '@maqami/engine/load/provisions.ts'
import type { Cells } from '../gather-columns.ts'
import { type Both, both, type Compared } from './two-laws.ts'

export interface CaseChange {
  readonly name: string
  readonly kind: ProvisionKind
  /** Null where that law has no such finding. */
  readonly release: string | null
  readonly draft: string | null
  /** Draft less release, where both are amounts in one unit. */
  readonly difference: string | null
}

/** `row` from 0. */
export function assessRow(compared: Compared, row: number): Both<Assessment> {
  const { days, periodEnds } = compared.gathered.columns
  const day = days.values[row] as number
  const written = compared.industry.written[row] ?? {}
  return both((side) => {
    const { engine } = compared[side]
    const read = readFacts(engine.programme.vocabulary, factsFor(engine, written))
    if (!read.ok) throw new Error(`row ${row + 1} was read before: ${JSON.stringify(read.problems)}`)
    return determine(engine, read.facts, day, { periodEnd: periodEnds?.values[row] ?? day })
  })
}

/** Those that this law knows: a draft may ask for more. */
function factsFor({ programme: { vocabulary } }: Engine, written: Cells): Cells {
  return Object.fromEntries(
    Object.entries(written).flatMap(([name, value]): [string, unknown][] => {
      if (value === undefined || (!vocabulary.facts.has(name) && !vocabulary.groups.has(name))) return []
      return [[name, Array.isArray(value) ? value.map((line: Cells) => lineFor(vocabulary, name, line)) : value]]
    }),
  )
}

function lineFor({ groups }: Vocabulary, name: string, line: Cells): Cells {
  return Object.fromEntries(Object.entries(line).filter(([column]) => groups.get(name)?.columns.has(column) === true))
}

export function caseChanges(compared: Compared, row: number): readonly CaseChange[] {
  const { release, draft } = assessRow(compared, row)
  const kinds = new Map(
    [release, draft].flatMap(({ findings }) => findings.map((one) => [one.provision.name, one.provision.source.kind])),
  )
  return compareFindings(release, draft).flatMap(
    ({ name, before, after, difference, changed }): readonly CaseChange[] => {
      const kind = kinds.get(name) ?? 'measure'
      if (!changed || kind === 'measure' || said(before) === said(after)) return []
      return [{ name, kind, release: before ?? null, draft: after ?? null, difference: difference ?? null }]
    },
  )
}

/** As the batch has it: see `isOther`. */
function said(text = 'none'): string {
  if (/^[A-Z]{3} 0$/.test(text)) return 'none'
  return /^(?:undetermined|refused)\b/.exec(text)?.[0] ?? text
}
