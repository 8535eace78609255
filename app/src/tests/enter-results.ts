/** What was measured on the bench; and that it is to be measured again. */
import type { Recorder } from '../audit-log/record-command.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import { recordAct } from './record-act.ts'
import { type Result, type TestRefusal, type TestRequest, unfitResults } from './way.ts'

export async function enterResults(
  recorder: Recorder,
  actor: Actor,
  number: string,
  entered: readonly Result[],
): Promise<Outcome<TestRequest, TestRefusal>> {
  const results = entered.map(resultOf)
  const step = { command: 'enter_results', number, kind: 'measured' } as const
  return await recordAct(recorder, actor, step, async (_, request, today) => {
    const refused = unfitResults(request, results, today)
    return await Promise.resolve(refused === undefined ? { done: { kind: 'measured', results } } : { refused })
  })
}

/** What is entered, whatever else was sent. */
function resultOf({ test, value, expanded_uncertainty, coverage_factor, measured_on }: Result): Result {
  return { test, value, expanded_uncertainty, coverage_factor, measured_on }
}

/** What was measured before stays on record, and what is measured next counts. */
export async function orderRetest(
  recorder: Recorder,
  actor: Actor,
  number: string,
  reason: string,
): Promise<Outcome<TestRequest, TestRefusal>> {
  const step = { command: 'order_retest', number, kind: 'retest' } as const
  return await recordAct(recorder, actor, step, async () => await Promise.resolve({ done: { kind: 'retest', reason } }))
}
