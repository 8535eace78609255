/** What applies to the goods of a firm whose concession a determination withdraws. */
import type { AppliesInstead } from '../licences/applies-instead.ts'
import { InsteadSection } from '../licences/instead-section.tsx'

export interface WithdrawnShown {
  readonly instead: AppliesInstead
  /** What was said of one unit. */
  readonly typed: Readonly<Record<string, string>>
}

export function Withdrawn({ number, instead, typed }: WithdrawnShown & { readonly number: string }) {
  return <InsteadSection instead={instead} ask={{ page: `/determinations/${number}`, question: {}, typed }} />
}
