/** A return in versions, and where it stands. */

/** What was found in a file: a stable code, the cell, and a sentence that says what to do. */
export interface FoundInReturn {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly sheet: string | null
  readonly row: number | null
  readonly column: string | null
  /** In a return that came as JSON: a pointer to the value. */
  readonly place?: string
  readonly sentence: Readonly<Record<'en' | 'ur', string>>
}

export interface ReturnVersion {
  readonly return_id: string
  readonly version: number
  readonly document_id: string
  readonly release_id: string
  /** The official rates by which it was read; null where there were none yet. */
  readonly rate_table_id: string | null
  /** What was found in the file, errors and warnings; the first thousand. */
  readonly errors: readonly FoundInReturn[]
  readonly error_count: number
  readonly uploaded_at: string
  readonly uploaded_by: string
}

export interface ReturnEvent {
  readonly return_id: string
  readonly position: number
  readonly kind: 'filed' | 'accepted' | 'sent_back' | 'withdrawn'
  readonly version: number
  readonly signed_hash: string | null
  readonly reason: string | null
  readonly recorded_at: string
  readonly recorded_by: string
}

export interface Return {
  readonly id: string
  readonly manufacturer_id: string
  readonly programme: string
  /** Which of the programme's returns it is: `annual`, `monthly`. */
  readonly kind: string
  /** `2027-28`, `2028-07`. */
  readonly period: string
  /** Oldest first. */
  readonly versions: readonly ReturnVersion[]
  readonly events: readonly ReturnEvent[]
}

/**
 * Of a version: *draft* until it is filed or withdrawn, *faulty* where its file has errors, *superseded* once a later one is filed. What was
 * accepted stands again where the later one is sent back; docs/return-states.md has the whole table.
 */
export type VersionStatus = 'faulty' | 'draft' | 'withdrawn' | 'filed' | 'accepted' | 'sent_back' | 'superseded'

export function statusOf({ versions, events }: Pick<Return, 'versions' | 'events'>, version: number): VersionStatus {
  const found = versions.find((one) => one.version === version)
  const last = events.findLast((event) => event.version === version)
  if (last === undefined) return found !== undefined && found.error_count > 0 ? 'faulty' : 'draft'
  const later = new Map(events.filter((event) => event.version > version).map((event) => [event.version, event.kind]))
  const isReplaced = [...later.values()].some(
    (kind) => kind === 'filed' || kind === 'accepted' || (kind === 'sent_back' && last.kind !== 'accepted'),
  )
  return isReplaced && last.kind !== 'withdrawn' ? 'superseded' : last.kind
}

/** The version that was filed last and not sent back: what an assessment is made of. */
export function filedVersion(found: Pick<Return, 'versions' | 'events'>): ReturnVersion | undefined {
  return found.versions.findLast(({ version }) => ['filed', 'accepted'].includes(statusOf(found, version)))
}

/**
 * What a version is held against: the one that was filed last before it, or where none was, the last before it that has no errors and was not
 * withdrawn.
 */
export function versionBefore(found: Pick<Return, 'versions' | 'events'>, version: number): ReturnVersion | undefined {
  const earlier = found.versions.filter((one) => one.version < version && one.error_count === 0)
  const isFiled = (one: ReturnVersion): boolean =>
    found.events.some(({ kind, version: of }) => kind === 'filed' && of === one.version)
  return earlier.findLast(isFiled) ?? earlier.findLast((one) => statusOf(found, one.version) !== 'withdrawn')
}

/** Of the whole return: what its last version is, or *accepted* where an amendment of an accepted one is still a draft. */
export function standingOf(found: Pick<Return, 'versions' | 'events'>): VersionStatus {
  const filed = filedVersion(found)
  if (filed !== undefined) return statusOf(found, filed.version)
  const last =
    found.versions.findLast(({ version }) => statusOf(found, version) !== 'withdrawn') ?? found.versions.at(-1)
  return last === undefined ? 'draft' : statusOf(found, last.version)
}

/** What is wrong with a table of rates, a sentence with its place each. */
export interface RatesBroken {
  readonly code: 'rates_broken'
  readonly problems: readonly string[]
}

/** Nothing is filed or reviewed for it, and why. */
export interface PeriodLocked {
  readonly code: 'period_locked'
  readonly period: string
  readonly reason: string
}

export type ReturnRefusal =
  | { readonly code: 'return_unknown' }
  | { readonly code: 'period_unknown'; readonly period: string; readonly example: string }
  | { readonly code: 'no_workbook'; readonly programme: string; readonly kinds: readonly string[] }
  | { readonly code: 'template_unknown'; readonly version: string; readonly current: string }
  | { readonly code: 'version_faulty'; readonly errors: number }
  | { readonly code: 'version_filed' }
  | { readonly code: 'version_withdrawn' }
  | PeriodLocked
  | { readonly code: 'period_not_locked'; readonly period: string }
  | { readonly code: 'version_old'; readonly last: number }
  /** It begins when the firm is no more: whoever answers for it reports of the period itself. */
  | {
      readonly code: 'period_after_firm'
      readonly period: string
      readonly firm: string
      readonly ended_on: string
    }
  | { readonly code: 'period_not_over'; readonly period: string; readonly last: string }
  /** Those on which it rests and that hold no longer. */
  | { readonly code: 'attestations_changed'; readonly numbers: readonly string[] }
  | { readonly code: 'nothing_filed' }
  | { readonly code: 'no_version_before'; readonly version: number }
  | { readonly code: 'return_decided' }
  | { readonly code: 'other_than_shown' }

/** Where a return that nobody has begun is uploaded or entered, with itself chosen. */
export function begunAt({ programme, kind, period }: Pick<Return, 'programme' | 'kind' | 'period'>): string {
  return `/returns?report=${programme}/${kind}/${period}#upload`
}
