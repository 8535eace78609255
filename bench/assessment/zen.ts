/** The same rows through zen-engine. */
import { type ZenDecision, ZenEngine, type ZenEvaluateOptions } from '@gorules/zen-engine'
import type { Sink } from '../measure.ts'
import type { NumberAnswer } from './answer.ts'
import type { NumberRow } from './row.ts'
import { zenGraph } from './zen-graph.ts'

export function loadZen(): ZenDecision {
  return new ZenEngine().createDecision(zenGraph())
}

/** What the graph hands on to its output, as far as it is used here; what is null may be left out. */
interface ZenResult {
  readonly imported_content: number
  readonly localization_rate: number
  readonly localization_requirement: boolean
  readonly operational_requirement: boolean
  readonly reporting_requirement: boolean
  readonly kit_requirement: boolean
  readonly performance_gate: boolean
  readonly import_levy: number
  readonly export_allowance?: number | null
  readonly concession_withdrawal?: number | null
  readonly import_surcharge?: number | null
  readonly sanctioned_from?: number | null
  readonly licence_suspension?: number | null
}

export async function answerOfZen(decision: ZenDecision, row: NumberRow): Promise<NumberAnswer> {
  const result = (await decision.evaluate(row)).result as ZenResult
  return {
    importedContent: result.imported_content,
    localizationRate: result.localization_rate,
    localizationRequirement: result.localization_requirement,
    operationalRequirement: result.operational_requirement,
    reportingRequirement: result.reporting_requirement,
    kitRequirement: result.kit_requirement,
    performanceGate: result.performance_gate,
    importLevy: result.import_levy,
    exportAllowance: result.export_allowance ?? null,
    concessionWithdrawal: result.concession_withdrawal ?? null,
    importSurcharge: { amount: result.import_surcharge ?? null, from: result.sanctioned_from ?? null },
    licenceSuspension: result.licence_suspension ?? null,
  }
}

/** Evaluations under way at once: with fewer, waiting for the next one costs more than the evaluation. */
const AT_ONCE = 50

/**
 * The trace comes as an object, as its manual has it, or as text that is parsed here, which takes half the time.
 * Without it there are only the results.
 */
export type ZenTrace = 'none' | 'object' | 'text'

export async function evaluateZen(
  decision: ZenDecision,
  rows: readonly NumberRow[],
  trace: ZenTrace,
  sink: Sink,
): Promise<void> {
  const options: ZenEvaluateOptions = { trace: trace === 'text' ? 'string' : trace === 'object' }
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const batch = rows.slice(from, from + AT_ONCE)
    const responses = await Promise.all(batch.map((row) => decision.evaluate(row, options)))
    sink.keep(trace === 'text' ? responses.map((response) => parsed(response.trace)) : responses)
  }
}

function parsed(trace: unknown): unknown {
  if (typeof trace !== 'string')
    throw new TypeError('zen-engine was asked for its trace as text and gave something else.')
  return JSON.parse(trace)
}
