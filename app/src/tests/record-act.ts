/** One step on the way of a test: whether it may follow is asked of what happened before, in the same transaction. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText, todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome, Refusal } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import { findRequest, insertTestEvent } from './tests-table.ts'
import {
  mayFollow,
  stateOf,
  type TestAct,
  type TestActKind,
  type TestEvent,
  type TestRefusal,
  type TestRequest,
} from './way.ts'

export interface Step {
  readonly command: string
  readonly number: string
  readonly kind: TestActKind
}

type Decide<R extends Refusal> = (tables: Handle, request: TestRequest, today: string) => Promise<Outcome<TestAct, R>>

export async function recordAct<R extends Refusal = never>(
  recorder: Recorder,
  actor: Actor,
  { command, number, kind }: Step,
  decide: Decide<R | TestRefusal>,
): Promise<Outcome<TestRequest, R | TestRefusal>> {
  return await recordCommand<TestRequest, R | TestRefusal>(recorder, actor, command, async (tables) => {
    const ready = await requestFor(tables, number, kind)
    if ('refused' in ready) return ready
    const request = ready.done
    const today = todayText(recorder.clock)
    const decided = await decide(tables, request, today)
    if ('refused' in decided) return decided
    const event: TestEvent = {
      ...decided.done,
      position: request.events.length + 1,
      recorded_on: today,
      recorded_at: instantText(recorder.clock()),
      recorded_by: actor.person,
    }
    await insertTestEvent(tables, request, event)
    return {
      done: { ...request, events: [...request.events, event] },
      subject: `test ${number}`,
      details: { ...decided.done },
    }
  })
}

/** A request for which an act of this kind is open. */
export async function requestFor(
  tables: Handle,
  number: string,
  kind: TestActKind,
): Promise<Outcome<TestRequest, TestRefusal>> {
  const request = await findRequest(tables, number)
  if (request === undefined) return { refused: { code: 'test_unknown' } }
  const state = stateOf(request)
  return mayFollow(kind, state) ? { done: request } : { refused: { code: 'test_state', state } }
}
