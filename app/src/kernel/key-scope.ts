/** What a program's key is for: it reads all that its role may, and changes only what it names. What a person does in person it cannot name. */
import type { TSchema } from 'typebox'
import type { Authority, Role } from './authority.ts'
import type { Refusal } from './outcome.ts'
import type { Route } from './route.ts'
import { type Actor, isProgram } from './transaction.ts'

/** A command that keys of these roles may name. */
export interface KeyCommand {
  readonly command: string
  /** How a program asks for it, such as `POST /api/models`. */
  readonly asks: string
  readonly summary: string
  readonly roles: readonly Role[]
}

export function keyCommands<R extends Refusal>(
  routes: readonly Route<R>[],
  authority: Authority,
): readonly KeyCommand[] {
  return routes
    .filter((one) => isForPrograms(one) && !isOfAnybody(authority, one.command))
    .map(({ command, method, url, summary }) => ({
      command,
      asks: `${method} ${url}`,
      summary,
      roles: authority[command] ?? [],
    }))
}

/** Of who is allowed by his role: whether the key with which he asks is for this as well. */
export function isWithinKey(
  actor: Actor,
  authority: Authority,
  { method, command, ...route }: Pick<Route<never>, 'method' | 'command' | 'keyless' | 'personal' | 'body'>,
): boolean {
  if (!isProgram(actor) || method === 'GET' || isOfAnybody(authority, command)) return true
  return isForPrograms({ method, ...route }) && (actor.commands ?? []).includes(command)
}

/** A signature takes the second factor of a person, and an answer that is kept nowhere is for a person's eyes. */
function isForPrograms({
  method,
  keyless,
  personal,
  body,
}: Pick<Route<never>, 'method' | 'keyless' | 'personal' | 'body'>): boolean {
  return method === 'POST' && keyless !== true && personal !== true && !isSigned(body)
}

function isSigned(body: TSchema | undefined): boolean {
  const { properties = {} } = (body ?? {}) as { readonly properties?: Readonly<Record<string, unknown>> }
  return 'second_factor' in properties
}

function isOfAnybody(authority: Authority, command: string): boolean {
  return (authority[command] ?? []).includes('public')
}
