/** Simulations as they come out, computed once for each and held as long as others are not asked for: what they are about never changes. */
import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { WrongInput } from '../../kernel/command.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Release } from '../../policy-releases/load-release.ts'
import { readSentTable } from '../read-table.ts'
import type { Table } from '../table.ts'
import type { Simulation, SimulationFile, SimulationRefusal } from '../simulation.ts'
import { compareIndustry } from './compare-industry.ts'
import { type DraftReport, draftReport, type InputFile } from './draft-report.ts'
import { layDraft } from './lay-draft.ts'
import type { Both, Compared } from './two-laws.ts'

export interface Simulated {
  readonly laws: Both<Release>
  readonly compared: Compared
  readonly report: DraftReport
}

export interface DraftShelf {
  readonly open: (simulation: Simulation, release: Release) => Promise<Simulated>
}

/** Each holds its facts twice, some tens of megabytes of the largest. */
const MOST_HELD = 4

export function openDraftShelf(): DraftShelf {
  const held = new Map<string, Promise<Simulated>>()
  return {
    open: async (simulation, release) => {
      const { id } = simulation
      const known = held.get(id) ?? simulateAgain(simulation, release)
      held.delete(id)
      held.set(id, known)
      const [oldest] = held.keys()
      if (held.size > MOST_HELD && oldest !== undefined) held.delete(oldest)
      try {
        return await known
      } catch (error) {
        held.delete(id)
        throw error
      }
    },
  }
}

/** It could be computed when it was made. */
async function simulateAgain({ id, overlay, files, left_out }: Simulation, release: Release): Promise<Simulated> {
  const laid = await layDraft(release, { overlay })
  if ('refused' in laid) throw new Error(`the draft of the simulation ${id} is refused: ${laid.refused.code}`)
  const made = await simulate({ release, draft: laid.done.release }, { files, left_out })
  if ('refused' in made) throw new Error(`the facts of the simulation ${id} are refused: ${made.refused.code}`)
  return made.done
}

export async function simulate(
  laws: Both<Release>,
  { files, left_out }: Pick<Simulation, 'files' | 'left_out'>,
): Promise<Outcome<Simulated, SimulationRefusal>> {
  try {
    const [facts, ...lines] = files
    const tables = lines.map(async ({ holds, name, text }) => [holds, await readSentTable(name, text)] as const)
    const given = {
      facts: fewEnough(await readSentTable(facts?.name ?? 'facts.json', facts?.text ?? '[]')),
      lines: new Map(await Promise.all(tables)),
    }
    const engines = { release: laws.release.engine, draft: laws.draft.engine }
    const compared = await compareIndustry(engines, given, async () => await nextTurn())
    return { done: { laws, compared, report: draftReport(laws, files.map(inputOf), compared, left_out) } }
  } catch (error) {
    if (error instanceof WrongInput) return { refused: { code: 'facts_broken', problems: error.told } }
    throw error
  }
}

/** What so many take is told in a moment; meanwhile nobody else is answered. */
const MOST_CASES = 10_000

function fewEnough(table: Table): Table {
  async function* batches(): Table['batches'] {
    let cases = 0
    for await (const batch of table.batches) {
      cases += batch.rows.length
      if (cases > MOST_CASES)
        throw new WrongInput([
          {
            en: `'${table.path}' has more than ${MOST_CASES.toLocaleString('en')} rows. Split it, or take the command line, \`npx maqami effect\`, which takes millions.`,
            ur: `'${table.path}' میں ${MOST_CASES.toLocaleString('en')} سے زیادہ سطریں ہیں۔ اسے تقسیم کیجیے، یا کمانڈ لائن \u2066npx maqami effect\u2069 لیجیے، جو لاکھوں لیتی ہے۔`,
          },
        ])
      yield batch
    }
  }
  return { ...table, batches: batches() }
}

/** As the command line names the same file. */
function inputOf({ holds, text }: SimulationFile): InputFile {
  return { holds, hash: `sha256:${createHash('sha256').update(text).digest('hex')}` }
}
