/** What a page's loader or action is given: who asks, in which language, and how to refuse. */
import { createContext, data, type RouterContextProvider } from 'react-router'
import type { Role } from '../kernel/authority.ts'
import { isId } from '../kernel/identifiers.ts'
import type { Outcome, Refusal } from '../kernel/outcome.ts'
import type { Language, Problem, ServerRefusal } from '../kernel/problem.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { Visitor } from '../kernel/visitor.ts'
import type { PageScript } from './page-handle.ts'

export interface PageCall {
  readonly actor: Actor
  /** What the request itself says of who asks, which the commands of signing in are given. */
  readonly visitor: Visitor
  /** Who has signed in, as the header of every page names him. */
  readonly reader: Reader | undefined
  readonly language: Language
  /** The day by the calendar of a demonstration; undefined in a service that is none. */
  readonly demonstration_day: string | undefined
  readonly request_id: string
  /** The address that was asked for, with its query: what a switch of language comes back to. */
  readonly address: string
  readonly script: PageScript | undefined
  /** Where the actor may go from every page. */
  readonly navigation: readonly NavigationEntry[]
  /** Whether the table of authority lets the actor do this: a form is shown to those only who may send it. */
  readonly may: (command: string, role?: Role) => boolean
  /** The word that the action before this page left for it; a page's catalogue says what it means. */
  readonly done: string | undefined
  /** Refused before any loader or action runs. */
  readonly refused: Problem | undefined
  readonly problemOf: (refusal: Refusal) => Problem
  readonly fault: (error: unknown) => void
}

export interface Reader {
  readonly name: string
  /** The organization for which he acts. */
  readonly acting_for: string | undefined
  /** Where it is a client of his: the accountant for whom he works. */
  readonly through: string | undefined
}

export interface NavigationEntry {
  readonly href: string
  readonly label: string
}

/** Where a page finds its call, and what slices give to their own. */
export type PageContext = Readonly<RouterContextProvider>

export const pageCall = createContext<PageCall>()

/** What was done, or the page that says why not. */
export function settled<T, R extends Refusal>(context: PageContext, outcome: Outcome<T, R>): T {
  if ('done' in outcome) return outcome.done
  throw refused(context.get(pageCall).problemOf(outcome.refused))
}

/** To be thrown: the page then says what the problem says. */
export function refused(problem: Problem): ReturnType<typeof data<Problem>> {
  return data(problem, { status: problem.status })
}

/** A page with several acts asks here for the command of the one that was sent: its handle asks for what is common to them. */
export function mustBeAllowed(context: PageContext, command: string): void {
  const { may, problemOf } = context.get(pageCall)
  const refusal: ServerRefusal = { code: 'not_allowed', command }
  if (!may(command)) throw refused(problemOf(refusal))
}

/** To be thrown where an address names nothing. */
export function notHere(context: PageContext): ReturnType<typeof refused> {
  const { address, problemOf } = context.get(pageCall)
  const refusal: ServerRefusal = { code: 'route_unknown', path: address.split('?')[0] ?? '' }
  return refused(problemOf(refusal))
}

/** An identifier in the address, or the page that says that there is nothing there. */
export function idAsked(context: PageContext, id: string | undefined): string {
  if (id === undefined || !isId(id)) throw notHere(context)
  return id
}

/** A number in the address, such as that of a version, or the page that says that there is nothing there. */
export function numberAsked(context: PageContext, number: string | undefined): number {
  if (number === undefined || !/^[1-9]\d{0,3}$/.test(number)) throw notHere(context)
  return Number(number)
}

/** Where the page of a list begins: what `Pagination` put into the address. */
export function cursorAsked(context: PageContext, request: Request): string | undefined {
  const after = new URL(request.url).searchParams.get('after')
  return after === null ? undefined : idAsked(context, after)
}

/** The same of a list that is at hand whole: how many lines the pages before this one showed. */
export function linesBefore(request: Request): number {
  const after = new URL(request.url).searchParams.get('after') ?? ''
  return /^[1-9]\d{0,5}$/.test(after) ? Number(after) : 0
}

const SEE_OTHER = 303
export const DONE_COOKIE = 'maqami_done'
const DONE_SCOPE = '; Path=/; HttpOnly; SameSite=Lax'
export const DONE_IS_SEEN = `${DONE_COOKIE}=; Max-Age=0${DONE_SCOPE}`

/** To be returned from an action when it is done: the reader sees the page at `address`, which finds `word` in its call. */
export function seeOther(address: string, word?: string, cookies: readonly string[] = []): Response {
  const headers = new Headers({ location: address })
  if (word !== undefined) headers.append('set-cookie', `${DONE_COOKIE}=${word}; Max-Age=60${DONE_SCOPE}`)
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return new Response(null, { status: SEE_OTHER, headers })
}
