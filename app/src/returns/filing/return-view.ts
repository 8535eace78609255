/** A return as lists tell it. */
import type { LawsCalled } from '../../policy-releases/laws-called.ts'
import type { ReturnsCalled } from './returns-called.ts'
import { type Return, standingOf, statusOf, type VersionStatus } from './return.ts'

export interface ReturnView {
  readonly id: string
  /** In the language of the reader. */
  readonly programme: string
  /** `Yearly return`, in the language of the reader. */
  readonly kind: string
  readonly period: string
  readonly status: VersionStatus
  /** The last version, on which a firm goes on where it is neither filed nor accepted. */
  readonly last: { readonly version: number; readonly status: VersionStatus; readonly errors: number } | null
}

export function returnView(found: Return, laws: LawsCalled, called: ReturnsCalled): ReturnView {
  const { id, programme, period, versions } = found
  const last = versions.at(-1)
  return {
    id,
    programme: laws(programme).title,
    kind: called(found),
    period,
    status: standingOf(found),
    last:
      last === undefined
        ? null
        : { version: last.version, status: statusOf(found, last.version), errors: last.error_count },
  }
}

/** Where a firm goes on: the version that waits for it, or else the return. */
export function continuedAt({ id, last }: Pick<ReturnView, 'id' | 'last'>): string {
  const isOpen = last !== null && (last.status === 'draft' || last.status === 'faulty')
  return isOpen ? `/returns/${id}/versions/${last.version}` : `/returns/${id}`
}
