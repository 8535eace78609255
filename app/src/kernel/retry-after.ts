/** When a refused request may be sent again, for the header `Retry-After`. */
import type { Refusal } from './outcome.ts'

const UNAVAILABLE = 503
const A_MINUTE = '60'

export function retryAfter(status: number, refusal: Refusal): Readonly<Record<string, string>> {
  if ('until' in refusal && typeof refusal.until === 'string')
    return { 'retry-after': new Date(refusal.until).toUTCString() }
  return status === UNAVAILABLE ? { 'retry-after': A_MINUTE } : {}
}
