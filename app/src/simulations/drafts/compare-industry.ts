/** Applies a release and a draft to a list of facts, by the batch engine. */
import { type BatchResult, runBatch } from '@maqami/engine/batch/batch.ts'
import { type Columns, columnsFor } from '@maqami/engine/batch/columns.ts'
import type { Engine } from '@maqami/engine/determine/determine.ts'
import type { Pause } from '../../kernel/interruption.ts'
import { gatherColumns, type Given } from '../gather-columns.ts'
import { industryBeside } from './read-industry.ts'
import { type Both, type Compared, lawSide } from './two-laws.ts'

/** Between 0 and 1. */
export type Report = (done: number) => void

/** Reads the list once, by the words of the draft, which may be more. Stops with what is wrong with it. */
export async function compareIndustry(
  engines: Both<Engine>,
  given: Given,
  pause: Pause,
  report: Report = () => undefined,
): Promise<Compared> {
  const { programme } = engines.draft
  const { industry, beside } = industryBeside(programme.vocabulary)
  const gathered = await gatherColumns(programme, given, pause, (done) => report(done / 2), beside)
  const { columns } = gathered
  const part = (from: number) => (done: number) => report(from + done / 4)
  const draft = await apply(engines.draft, columns, pause, part(0.5))
  const known = columnsFor(engines.release.programme, programme, columns)
  const release = await apply(engines.release, known, pause, part(0.75))
  return {
    gathered,
    industry,
    release: lawSide(engines.release, release),
    draft: lawSide(engines.draft, draft),
  }
}

async function apply(engine: Engine, columns: Columns, pause: Pause, report: Report): Promise<BatchResult> {
  const running = runBatch(engine, columns)
  for (;;) {
    const step = running.next()
    if (step.done === true) return step.value
    report(step.value / columns.rows)
    await pause()
  }
}
