/** The gate: what customs asks about a licence or a concession, and what it is told in a form that it can verify offline. */
import type { Actor } from '../kernel/transaction.ts'
import {
  type Licence,
  type LicenceKind,
  type LicenceStatus,
  remaining,
  type Restrictable,
  restrictedOn,
  type Standing,
  statusOn,
} from './licence.ts'
import { type HeldLine, lineFor } from './scope.ts'

/** As much of a licence as the gate needs. */
export type GateLicence = Pick<Licence, 'id' | 'number' | 'kind' | 'rehearsal' | 'quota' | 'scope' | 'drawn'> &
  Standing &
  Restrictable

/** What customs asks about: so many units of a line of the tariff, on a day. */
export interface Import {
  readonly day: string
  readonly units: number
  /** The eight digits of the national line. */
  readonly hs_line: string
}

export interface GateAnswer extends Import {
  readonly licence: string
  readonly kind: LicenceKind
  /** Of the licence on that day, whatever is imported: a manufacturing authorisation has one too. */
  readonly status: LicenceStatus
  readonly allowed: boolean
  /** Why not, or `good`. *quota_restricted*: the quota as granted would have been enough. */
  readonly because: LicenceStatus | 'quota_used_up' | 'quota_restricted' | 'out_of_scope' | 'not_an_import_licence'
  /** Units of this line that are left, of its own quota and of that of the whole licence the less. */
  readonly remaining: number | null
  /** To how many percent of its quotas the licence is restricted on the day: `60`; null where it is not. */
  readonly restricted_to: string | null
  readonly rehearsal: boolean
}

export function answerAt(licence: GateLicence, asked: Import): GateAnswer {
  const { day, units, hs_line } = asked
  const status = statusOn(licence, day)
  const line = lineFor(licence.scope, hs_line, day)
  const restricted_to = restrictedOn(licence, day)
  const left = leftFor(licence, line, restricted_to)
  const answer = { licence: licence.number, day, units, hs_line, kind: licence.kind, status, remaining: left ?? null }
  const because = reasonFor()
  return { ...answer, restricted_to, allowed: because === 'good', because, rehearsal: licence.rehearsal }

  function reasonFor(): GateAnswer['because'] {
    if (licence.kind === 'manufacturing_authorisation') return 'not_an_import_licence'
    if (status !== 'good') return status
    if (line === undefined && licence.scope.length > 0) return 'out_of_scope'
    if (left === undefined || left >= units) return 'good'
    return (leftFor(licence, line, null) ?? 0) < units ? 'quota_used_up' : 'quota_restricted'
  }
}

function leftFor(licence: GateLicence, line: HeldLine | undefined, percent: string | null): number | undefined {
  const limits = [remaining(licence, percent), line === undefined ? undefined : remaining(line, percent)].filter(
    (limit) => limit !== undefined,
  )
  return limits.length === 0 ? undefined : Math.min(...limits)
}

/** Of a licence or a concession on a day, for all its goods or for those of a line of the tariff. */
export interface StatusAnswer {
  readonly licence: string
  readonly kind: LicenceKind
  readonly day: string
  /** Null where no line was asked about. */
  readonly hs_line: string | null
  readonly status: LicenceStatus
  /** Whether it is good on the day, and is for the line. */
  readonly holds: boolean
  readonly because: LicenceStatus | 'out_of_scope'
  /** Units left of the line, and of the whole, the less; null where there is no limit. */
  readonly remaining: number | null
  /** To how many percent of its quotas it is restricted on the day; null where it is not. */
  readonly restricted_to: string | null
  readonly rehearsal: boolean
}

export function standingAt(
  licence: GateLicence,
  { day, hs_line }: Pick<StatusAnswer, 'day' | 'hs_line'>,
): StatusAnswer {
  const { number, kind, rehearsal, scope } = licence
  const status = statusOn(licence, day)
  const line = hs_line === null ? undefined : lineFor(scope, hs_line, day)
  const isOutside = hs_line !== null && scope.length > 0 && line === undefined
  const because = status === 'good' && isOutside ? 'out_of_scope' : status
  const restricted_to = restrictedOn(licence, day)
  const left = leftFor(licence, line, restricted_to) ?? null
  const holds = because === 'good'
  return { licence: number, kind, day, hs_line, status, holds, because, remaining: left, restricted_to, rehearsal }
}

/** For whoever is told of no quota. */
export type PlainStatus = Omit<StatusAnswer, 'remaining' | 'restricted_to'>

/** The telecom regulator is told of no quota. The database shows it no balance either. */
export function isToldOfQuotas({ role }: Pick<Actor, 'role'>): boolean {
  return role !== 'telecom_regulator'
}

export function plainStatus({ remaining: _left, restricted_to: _share, ...plain }: StatusAnswer): PlainStatus {
  return plain
}
