/** The clock as an argument: what a command calls *now* is given to it. */

/** Milliseconds since 1970 in UTC. */
export type Clock = () => number

export const systemClock: Clock = () => Date.now()

/** `2027-06-30T09:00:00.000Z`, as instants are written everywhere. */
export function instantText(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}
