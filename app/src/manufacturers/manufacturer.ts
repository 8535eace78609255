/** Who is regulated, and where its registration stands. */
import type { FirmName } from './life/life.ts'

export const REGISTRATION_STATES = ['applied', 'authorised', 'refused'] as const

export interface ManufacturerEvent {
  readonly manufacturer_id: string
  readonly position: number
  readonly kind: (typeof REGISTRATION_STATES)[number]
  readonly reason: string | null
  readonly recorded_at: string
  readonly recorded_by: string
}

/** *applied* until an officer decides. */
export type ManufacturerStatus = ManufacturerEvent['kind']

export interface Manufacturer {
  readonly id: string
  /** As it is called now. */
  readonly name: string
  /** As it was registered, and every name since with its day. */
  readonly names: readonly FirmName[]
  /** Of a firm that is no more: the day of its end. */
  readonly ended_on: string | null
  /** Who answers for it now. */
  readonly answered_by: string | null
  readonly registration_number: string
  readonly address: string
  readonly status: ManufacturerStatus
  readonly events: readonly ManufacturerEvent[]
}

export const FIRM_ORDERS = ['applied', 'name'] as const

/** Which of a long list are wanted, and in which order: as they applied, unless by name is asked for. */
export interface WantedFirms {
  readonly status?: ManufacturerStatus | undefined
  readonly order?: (typeof FIRM_ORDERS)[number] | undefined
}

export type ManufacturerRefusal =
  | { readonly code: 'manufacturer_unknown' }
  /** Said to officers only: a firm must not learn who else is registered. */
  | { readonly code: 'registration_number_taken'; readonly registration_number: string; readonly holder: string }
  | { readonly code: 'registration_exists' }
  | { readonly code: 'registration_decided'; readonly status: ManufacturerStatus }

export type NotAuthorised =
  | { readonly code: 'not_authorised' }
  /** It is no more, and another firm answers for it. */
  | { readonly code: 'firm_ended'; readonly firm: string; readonly ended_on: string }

/** The day on which it was authorised, as the instant in which that was recorded. */
export function authorisedAt({ events }: Pick<Manufacturer, 'events'>): string | undefined {
  return events.find(({ kind }) => kind === 'authorised')?.recorded_at
}

/** Events are in the order of their positions, and there is always the first. */
export function statusOf(events: readonly ManufacturerEvent[]): ManufacturerStatus {
  return events.at(-1)?.kind ?? 'applied'
}
