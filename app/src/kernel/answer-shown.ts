/** Answers a route with something else than what its command gives, in such a way that the same is answered again under an Idempotency-Key. */
import type { Outcome, Refusal } from './outcome.ts'
import type { Answer, Once } from './route.ts'

/** What is answered to a command that is done. */
export type Shown<T> = { readonly done: T } & Answer

/** The part of a recorder that is about one request. */
export interface Recording {
  /** Where the request that is being answered came with an Idempotency-Key. */
  readonly once?: (Once & { readonly answerOf?: (done: never) => Promise<Shown<unknown>> }) | undefined
}

export async function answerShown<Recorder extends Recording, T, A, R extends Refusal>(
  recorder: Recorder,
  once: Once | undefined,
  show: (done: T) => Shown<A> | Promise<Shown<A>>,
  run: (recorder: Recorder) => Promise<Outcome<T, R>>,
): Promise<Shown<A> | { readonly refused: R }> {
  let shown: Shown<A> | undefined
  const answerOf = async (done: T): Promise<Shown<A>> => (shown = await show(done))
  const outcome = await run(once === undefined ? recorder : { ...recorder, once: { ...once, answerOf } })
  return 'refused' in outcome ? outcome : (shown ?? (await show(outcome.done)))
}
