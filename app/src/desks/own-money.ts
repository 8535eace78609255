/** What a programme has brought a firm: what was granted to it, and what is open between it and the treasury. Pure. */
import { add, compare, type Exact, negate, toFixed, ZERO } from '@maqami/engine/value/exact.ts'
import { type Entry, exactOf } from '../ledger/entry.ts'

export interface OwnMoney {
  readonly programme: string
  readonly currency: string
  readonly rehearsal: boolean
  /** `39000.00`; what was taken back is not in it. */
  readonly granted: string
  /** Without its sign. */
  readonly open: string
  readonly side: 'due_to' | 'due_from' | 'settled'
}

const PLACES = 2

type Booked = Pick<Entry, 'programme' | 'rehearsal' | 'phase' | 'postings'>

/** By programme and currency, rehearsals apart. On the account of the firm below zero is owed to it. */
export function ownMoney(entries: readonly Booked[], firm: string): readonly OwnMoney[] {
  const own = entries.flatMap(({ programme, rehearsal, phase, postings }) =>
    postings
      .filter(({ manufacturer_id }) => manufacturer_id === firm)
      .map(({ currency, amount }) => ({ programme, rehearsal, phase, currency, amount: exactOf(amount) })),
  )
  const groups = Map.groupBy(own, ({ programme, currency, rehearsal }) => `${programme} ${currency} ${rehearsal}`)
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const granted = negate(sumOf(group.filter(({ phase }) => phase === 'commit')))
    const open = sumOf(group)
    const sign = compare(open, ZERO)
    const { programme, currency, rehearsal } = first
    return [
      {
        programme,
        currency,
        rehearsal,
        granted: toFixed(granted, PLACES),
        open: toFixed(sign < 0 ? negate(open) : open, PLACES),
        side: sign < 0 ? ('due_to' as const) : sign > 0 ? ('due_from' as const) : ('settled' as const),
      },
    ]
  })
}

function sumOf(rows: readonly { readonly amount: Exact }[]): Exact {
  return rows.map(({ amount }) => amount).reduce(add, ZERO)
}
