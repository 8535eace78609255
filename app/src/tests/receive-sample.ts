/** A sample comes to the laboratory, and is taken or sent back: who handed it over, under what seal, in what condition. */
import type { Recorder } from '../audit-log/record-command.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import { recordAct } from './record-act.ts'
import { insertTurns } from './tests-table.ts'
import { type Custody, quoteOf, type TestRefusal, type TestRequest } from './way.ts'

export async function receiveSample(
  recorder: Recorder,
  actor: Actor,
  number: string,
  { handed_by, seal, condition }: Custody,
): Promise<Outcome<TestRequest, TestRefusal>> {
  const step = { command: 'receive_sample', number, kind: 'sample_received' } as const
  return await recordAct(recorder, actor, step, async (tables, request, today) => {
    if (!hasBegun(request)) await insertTurns(tables, turnsOf(request, 'begun', today, null))
    return { done: { kind: 'sample_received', handed_by, seal, condition } }
  })
}

export async function rejectSample(
  recorder: Recorder,
  actor: Actor,
  number: string,
  reason: string,
): Promise<Outcome<TestRequest, TestRefusal>> {
  const step = { command: 'reject_sample', number, kind: 'sample_rejected' } as const
  return await recordAct(
    recorder,
    actor,
    step,
    async () => await Promise.resolve({ done: { kind: 'sample_rejected', reason } }),
  )
}

/** By the maker who thinks better of it, or by the laboratory that cannot do it. */
export async function withdrawTest(
  recorder: Recorder,
  actor: Actor,
  number: string,
  reason: string,
): Promise<Outcome<TestRequest, TestRefusal>> {
  const step = { command: 'withdraw_test', number, kind: 'withdrawn' } as const
  return await recordAct(recorder, actor, step, async (tables, request, today) => {
    await drop(tables, request, today)
    return { done: { kind: 'withdrawn', reason } }
  })
}

async function drop(tables: Handle, request: TestRequest, today: string): Promise<void> {
  if (hasBegun(request)) await insertTurns(tables, turnsOf(request, 'dropped', today, null))
}

function hasBegun({ events }: TestRequest): boolean {
  return events.some(({ kind }) => kind === 'sample_received')
}

/** What anybody may know of it: the method, the laboratory and the days. */
export function turnsOf(
  request: TestRequest,
  kind: 'begun' | 'ended' | 'dropped',
  recorded_on: string,
  working_days: number | null,
) {
  const { id: request_id, laboratory_id } = request
  return (quoteOf(request)?.terms ?? []).map(({ standard, method }) => ({
    request_id,
    laboratory_id,
    standard,
    method,
    kind,
    recorded_on,
    working_days,
  }))
}
