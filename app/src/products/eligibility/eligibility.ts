/** What a certificate of a model is worth for exports on a day. */
import type { Localized } from '@maqami/engine/load/fields.ts'
import { type Certificate, type CertificateStatus, statusOn } from '../../certificates/certificate.ts'

/** A certificate that a market asks for, and the one of the model that comes nearest; `missing` where it never had one. */
export interface Need {
  readonly scheme: string
  readonly name: Localized
  readonly status: CertificateStatus | 'missing'
  /** Its number. */
  readonly certificate: string | null
  readonly valid_until: string | null
}

export interface MarketEligibility {
  readonly market: string
  readonly name: Localized
  /** Null where the law does not say. */
  readonly eligible: boolean | null
  readonly needs: readonly Need[]
}

export interface Held {
  readonly certificate: Certificate
  readonly status: CertificateStatus
}

/** The one that holds longest of those that are valid, or else the last that was issued. */
export function bestOf(certificates: readonly Certificate[], day: string): Held | undefined {
  const held = certificates.map((certificate) => ({ certificate, status: statusOn(certificate, day) }))
  const valid = held.filter(({ status }) => status === 'valid')
  const longest = valid.reduce<Held | undefined>(
    (best, one) => (best === undefined || one.certificate.valid_until > best.certificate.valid_until ? one : best),
    undefined,
  )
  return longest ?? held.at(-1)
}

/** What the law is told: a certificate that is suspended, withdrawn or not valid yet is none. */
export function lastDayOf({ certificate, status }: Held): string | undefined {
  return status === 'valid' || status === 'expired' ? certificate.valid_until : undefined
}
