/** A draft over an industry: what telling firms, years and classes apart takes beside applying the two laws, and whether it stays so with more firms. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BatchResult, runBatch } from '@maqami/engine/batch/batch.ts'
import { type Columns, columnsFor } from '@maqami/engine/batch/columns.ts'
import { type Engine, engineOf } from '@maqami/engine/determine/determine.ts'
import { loadProgramme } from '@maqami/engine/load/programme.ts'
import { dayOf } from '../assessment/row.ts'
import { columnsOf, generateArrays } from '../batch/generate-columns.ts'
import { type Measured, measure, median, newSink, ratio } from '../measure.ts'
import { grouped, inBrief, printTable } from '../table.ts'
import { applyBoth } from '../../app/src/simulations/drafts/compare-industry.ts'
import { type DraftEffect, draftEffect } from '../../app/src/simulations/drafts/draft-effect.ts'
import type { Industry } from '../../app/src/simulations/drafts/read-industry.ts'

const MONTHS = 84
const MODELS = 25
const FIRMS = [37, 1000] as const
const SEED = 2026
const PLAN = { rounds: 9, warmUp: 2, turn: 0.5 }

interface Laws {
  readonly release: Engine
  readonly draft: Engine
}

interface Prepared {
  readonly rows: number
  readonly columns: { readonly release: Columns; readonly draft: Columns }
  readonly industry: Industry
}

function loadLaws(folder: string, draft: string): Laws {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(?:yaml|md)$/.test(path))
  const files = new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]))
  const [release, proposed] = [loadProgramme(files), loadProgramme(files, draft)]
  if (!release.ok || !proposed.ok) throw new Error('the programme or its draft does not load')
  return { release: engineOf(release.programme), draft: engineOf(proposed.programme) }
}

/** A row for each firm, month and model. */
function prepare({ release, draft }: Laws, firms: number): Prepared {
  const rows = firms * MONTHS * MODELS
  const arrays = generateArrays(rows, SEED)
  const monthOf = (row: number): number => Math.floor(row / MODELS) % MONTHS
  const ends = Array.from({ length: MONTHS }, (_, month) => {
    const [year, next] = [2026 + Math.floor((month + 7) / 12), ((month + 7) % 12) + 1]
    return dayOf(`${year}-${String(next).padStart(2, '0')}-01`) - 1
  })
  for (let row = 0; row < rows; row += 1) arrays.day[row] = ends[monthOf(row)] as number
  const columns = columnsOf(draft.programme, arrays)
  const firmOf = (row: number): number => Math.floor(row / MODELS / MONTHS)
  const names = Array.from({ length: firms }, (_, firm) => `Firm ${firm}`)
  const each = (of: (row: number) => number): readonly number[] => Array.from({ length: rows }, (_, row) => of(row))
  return {
    rows,
    columns: { release: columnsFor(release.programme, draft.programme, columns), draft: columns },
    industry: {
      firms: { of: each(firmOf), names },
      sizes: { of: each((row) => firmOf(row) % 3), names: ['small', 'medium', 'large'] },
      bands: { of: each((row) => row % 3), names: ['entry', 'middle', 'upper'] },
      jobs: each((row) => row % 7),
      written: [],
    },
  }
}

function finish(engine: Engine, columns: Columns): BatchResult {
  return finished(runBatch(engine, columns))
}

function finished<Result>(running: Generator<number, Result>): Result {
  for (;;) {
    const step = running.next()
    if (step.done === true) return step.value
  }
}

function bothLaws(laws: Laws, { columns }: Prepared): readonly BatchResult[] {
  return [finish(laws.release, columns.release), finish(laws.draft, columns.draft)]
}

function whole(laws: Laws, { columns: { draft: columns }, industry }: Prepared): DraftEffect {
  return draftEffect({ gathered: { ids: [], columns }, industry, ...finished(applyBoth(laws, columns)) })
}

export async function measureDraft(root: string): Promise<void> {
  const laws = loadLaws(join(root, 'policy', 'pk-medmp-2026'), '2026-02')
  const perRow: number[] = []
  for (const firms of FIRMS) {
    const prepared = prepare(laws, firms)
    const sink = newSink()
    const measured = await measure(
      [
        { name: 'both laws by the batch engine', run: () => sink.keep(bothLaws(laws, prepared)) },
        { name: 'what the draft does', run: () => sink.keep(whole(laws, prepared)) },
      ],
      PLAN,
    )
    const [batch, told] = measured as [Measured, Measured]
    console.log(`\n${firms} firms, ${MONTHS} months, ${MODELS} models: ${grouped(prepared.rows)} rows of six lines\n`)
    printTable(
      ['', 'ms in CPU time', 'ns a row'],
      measured.map((one) => {
        const seconds = median(one.seconds)
        return [one.name, inBrief(seconds * 1000), inBrief((seconds * 1e9) / prepared.rows)]
      }),
    )
    console.log(`\nWhat the draft does, against the batch engine alone: ${inBrief(ratio(batch, told))} times as long`)
    perRow.push(median(told.seconds) / prepared.rows)
  }
  const [few = 1, many = 1] = perRow
  console.log(`A row of ${FIRMS[1]} firms, against one of ${FIRMS[0]}: ${inBrief(many / few)} times as long`)
}
