/** What fastify throws before a command is asked, as a refusal. */
import type { ServerRefusal } from './problem.ts'
import { DelegationEnded } from './transaction.ts'

const TOO_LARGE = 413
const CLIENT_ERROR = 400
const SERVER_ERROR = 500

interface ServerError {
  readonly statusCode?: number
  readonly validationContext?: string
  readonly validation?: readonly { readonly instancePath: string; readonly message?: string }[]
}

/** `largest` is the most that the route takes, in bytes. */
export function refusalOf(error: unknown, largest: number): ServerRefusal {
  if (error instanceof DelegationEnded) return { code: 'delegation_ended' }
  const { validation, validationContext, statusCode = SERVER_ERROR } = error as ServerError
  const [first] = validation ?? []
  if (first !== undefined)
    return {
      code: 'input_invalid',
      place: `/${validationContext ?? ''}${first.instancePath}`,
      reason: first.message ?? 'it does not fit the schema',
    }
  if (statusCode === TOO_LARGE) return { code: 'request_too_large', largest }
  return statusCode >= CLIENT_ERROR && statusCode < SERVER_ERROR ? { code: 'request_unreadable' } : { code: 'fault' }
}
