/** A route as data: what it takes, which command it is in the table of authority, and what it answers. */
import { type Static, type TObject, type TSchema, Type } from 'typebox'
import type { Outcome, Refusal } from './outcome.ts'
import type { Actor } from './transaction.ts'
import type { Visitor } from './visitor.ts'

/** An answer that is a file and no JSON. */
export class FileAnswer {
  readonly bytes: Uint8Array
  readonly name: string
  readonly media_type: string
  constructor(bytes: Uint8Array, name: string, media_type: string) {
    this.bytes = bytes
    this.name = name
    this.media_type = media_type
  }
}

/** A body that is a file: bytes of this type, and no more of them than this. */
export interface Upload {
  readonly media_type: string
  readonly largest: number
  /** Other types that are taken too, with what the description says of each. */
  readonly others?: Readonly<Record<string, TSchema>>
}

/** What a command gives may be read-only all through. */
type Given<T> = T extends readonly (infer Item)[]
  ? readonly Given<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Given<T[Key]> }
    : T

/** The key with which a program says that a request is the same as one before, and of what it is the key. */
export interface Once {
  readonly key: string
  readonly request_hash: string
}

export interface Call<Query, Body, Params = unknown> {
  readonly actor: Actor
  readonly visitor: Visitor
  /** The names in the address: `:number`. */
  readonly params: Params
  readonly query: Query
  readonly body: Body
  /** Of what was sent, without its parameters: `text/csv`. */
  readonly media_type: string
  /** To be handed to the recorder of the command. */
  readonly once: Once | undefined
  /** The tag of `If-Match`: what the caller has seen of what he changes. */
  readonly if_match: string | undefined
}

/** What a command wants of the browser beside its answer. */
export interface BrowserOrders {
  /** Values of `Set-Cookie`. */
  readonly cookies?: readonly string[]
  /** Where the browser is sent instead of an answer. */
  readonly location?: string
}

/** By what an answer was computed: said in headers beside it. */
export interface Computed {
  readonly engine_version: string
  /** Of the law that was applied. */
  readonly release_hash: string
}

/** What is said of an answer in headers beside it. */
export interface Answer {
  readonly computed?: Computed
  /** It was given before, and is given again. */
  readonly replayed?: true
  /** Under which what is answered can be changed, where that is not told by all of its bytes. */
  readonly tag?: string
}

export interface Route<R extends Refusal> {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly command: string
  readonly summary: string
  /** A `POST` that takes no Idempotency-Key: its answer holds a secret that must not be kept, or nobody in particular asks. */
  readonly keyless?: true
  /** Done in person: by no program, whatever its role may. What takes a second factor is anyway. */
  readonly personal?: true
  /** It changes what another may have changed meanwhile, and asks for `If-Match`. */
  readonly conditional?: true
  readonly params?: TObject
  readonly query?: TObject
  readonly body?: TSchema
  /** Instead of a body that is JSON; the command is then given the bytes. */
  readonly upload?: Upload
  /** Of a `FileAnswer` nothing is said but its type. */
  readonly done: TSchema
  readonly run: (call: Call<unknown, unknown>) => Promise<Outcome<unknown, R> & BrowserOrders & Answer>
}

export function takesKey({ method, keyless }: Pick<Route<never>, 'method' | 'keyless'>): boolean {
  return method === 'POST' && keyless !== true
}

/** Holds `run` to the schemas, which then need no types of their own beside them. */
export function route<
  R extends Refusal,
  Done extends TSchema,
  Query extends TObject = TObject,
  Body extends TSchema = TObject,
  Params extends TObject = TObject,
>(
  typed: Omit<Route<R>, 'params' | 'query' | 'body' | 'upload' | 'done' | 'run'> & {
    readonly params?: Params
    readonly query?: Query
    readonly body?: Body
    readonly done: Done
    readonly run: (
      call: Call<Static<Query>, Static<Body>, Static<Params>>,
    ) => Promise<Outcome<Given<Static<Done>>, R> & BrowserOrders & Answer>
  },
): Route<R> {
  // What arrives has been held against the schemas before.
  return { ...typed, run: async (call) => await typed.run(call as Call<Static<Query>, Static<Body>, Static<Params>>) }
}

const BYTES = Type.Unsafe<Uint8Array>({ type: 'string', format: 'binary' })

/** One that answers with a file. */
export function fileRoute<R extends Refusal, Query extends TObject = TObject, Params extends TObject = TObject>(
  typed: Omit<Route<R>, 'params' | 'query' | 'body' | 'upload' | 'done' | 'run'> & {
    readonly params?: Params
    readonly query?: Query
    readonly run: (call: Call<Static<Query>, unknown, Static<Params>>) => Promise<Outcome<FileAnswer, R>>
  },
): Route<R> {
  return {
    ...typed,
    done: BYTES,
    run: async (call) => await typed.run(call as Call<Static<Query>, unknown, Static<Params>>),
  }
}

/** One that takes a file. */
export function uploadRoute<
  R extends Refusal,
  Done extends TSchema,
  Query extends TObject = TObject,
  Params extends TObject = TObject,
>(
  typed: Omit<Route<R>, 'params' | 'query' | 'body' | 'done' | 'run'> & {
    readonly upload: Upload
    readonly params?: Params
    readonly query?: Query
    readonly done: Done
    readonly run: (call: Call<Static<Query>, Buffer, Static<Params>>) => Promise<Outcome<Given<Static<Done>>, R>>
  },
): Route<R> {
  return { ...typed, run: async (call) => await typed.run(call as Call<Static<Query>, Buffer, Static<Params>>) }
}
