/** Applies a release and a draft to a list of facts, by the batch engine. */
import { runBatch, runBoth } from '@maqami/engine/batch/batch.ts'
import { type Columns, columnsFor } from '@maqami/engine/batch/columns.ts'
import { sharedLaw } from '@maqami/engine/compare/shared-law.ts'
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
  const running = applyBoth(engines, columns)
  for (;;) {
    const step = running.next()
    if (step.done === true) return { gathered, industry, ...step.value }
    report(0.5 + step.value / 2)
    await pause()
  }
}

/** Both laws over the same facts; what the draft leaves alone is worked out once. Each step gives how much is done, between 0 and 1. */
export function* applyBoth(
  { release, draft }: Both<Engine>,
  columns: Columns,
): Generator<number, Pick<Compared, 'release' | 'draft'>> {
  const shared = sharedLaw(release.programme, draft.programme)
  const [before, after] =
    shared === undefined
      ? [
          yield* part(runBatch(release, columnsFor(release.programme, draft.programme, columns)), 0, columns.rows),
          yield* part(runBatch(draft, columns), 1, columns.rows),
        ]
      : yield* part(runBoth([release, draft], shared, columns), 0, columns.rows / 2)
  return { release: lawSide(release, before), draft: lawSide(draft, after) }
}

/** Of two parts of as many rows each. */
function* part<Result>(running: Generator<number, Result>, nth: number, rows: number): Generator<number, Result> {
  for (;;) {
    const step = running.next()
    if (step.done === true) return step.value
    yield (nth + step.value / rows) / 2
  }
}
