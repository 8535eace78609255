/** What the address of the page asks of the table that comes with the project. */
import type { Outcome } from '../kernel/outcome.ts'
import { type PageContext, pageCall } from '../pages/page-call.ts'
import type { IncreaseAsked } from './read-increase.ts'
import { type SpilloverJson, spilloverJson } from './spillover-json.ts'
import { spilloverShelf } from './spillover-shelf.ts'
import type { SpilloverRefusal } from './spillovers-problems.ts'
import { workOut } from './work-out-spillover.ts'

/** What the page shows before anybody has asked. */
const EXAMPLE: IncreaseAsked = { sector: 'electronic components', amount: '10', into: 'electronic devices' }

interface SpilloverAsked {
  readonly asked: IncreaseAsked
  readonly found: Outcome<SpilloverJson, SpilloverRefusal>
  /** The table without an increase. */
  readonly unasked: SpilloverJson
}

export async function spilloverAsked(context: PageContext): Promise<SpilloverAsked> {
  const fields = new URLSearchParams(context.get(pageCall).address.split('?')[1] ?? '')
  const asked = fields.has('sector') ? increaseFields((name) => fields.get(name)) : EXAMPLE
  const solved = await context.get(spilloverShelf)()
  return { asked, found: workOut(solved, asked), unasked: spilloverJson(solved.named, solved.solved, undefined) }
}

export function increaseFields(typed: (name: string) => unknown): IncreaseAsked {
  const textOf = (name: string): string => {
    const value = typed(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  return { sector: textOf('sector'), amount: textOf('amount'), into: textOf('into') }
}
