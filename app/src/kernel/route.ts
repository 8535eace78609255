/** A route as data: what it takes, which command it is in the table of authority, and what it answers. */
import type { Static, TObject, TSchema } from 'typebox'
import type { Outcome, Refusal } from './outcome.ts'
import type { Actor } from './transaction.ts'
import type { Visitor } from './visitor.ts'

export interface Call<Query, Body> {
  readonly actor: Actor
  readonly visitor: Visitor
  readonly query: Query
  readonly body: Body
}

/** What a command wants of the browser beside its answer. */
export interface BrowserOrders {
  /** Values of `Set-Cookie`. */
  readonly cookies?: readonly string[]
  /** Where the browser is sent instead of an answer. */
  readonly location?: string
}

export interface Route<R extends Refusal> {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly command: string
  readonly summary: string
  readonly query?: TObject
  readonly body?: TObject
  readonly done: TSchema
  readonly run: (call: Call<unknown, unknown>) => Promise<Outcome<unknown, R> & BrowserOrders>
}

/** Holds `run` to the schemas, which then need no types of their own beside them. */
export function route<
  R extends Refusal,
  Done extends TSchema,
  Query extends TObject = TObject,
  Body extends TObject = TObject,
>(
  typed: Omit<Route<R>, 'query' | 'body' | 'done' | 'run'> & {
    readonly query?: Query
    readonly body?: Body
    readonly done: Done
    readonly run: (call: Call<Static<Query>, Static<Body>>) => Promise<Outcome<Static<Done>, R> & BrowserOrders>
  },
): Route<R> {
  // What arrives has been held against the schemas before.
  return { ...typed, run: async (call) => await typed.run(call as Call<Static<Query>, Static<Body>>) }
}
