/** The status list of an issuer as it is on a day, signed: which of its certificates are suspended, or withdrawn. */
import { instantText } from '../kernel/clock.ts'
import { type Certificate, orderedOn, placeOf } from './certificate.ts'
import { BASE_CONTEXT } from './check-form.ts'
import { issuerName, type StatusPurpose, statusListAddress } from './conformity-credential.ts'
import { encodedList, statusList } from './pack-statuses.ts'
import type { JsonObject } from './strict-json.ts'

/** How long a list may be relied on without asking again. */
const GOOD_FOR_MS = 24 * 3_600_000
const SAYS = { suspension: 'suspended', revocation: 'withdrawn' } as const

export interface Listed {
  readonly laboratory: string
  readonly purpose: StatusPurpose
  /** The number of its last certificate. */
  readonly last: string | undefined
  readonly ordered: readonly Pick<Certificate, 'number' | 'orders'>[]
}

export function statusCredential(
  { laboratory, purpose, last, ordered }: Listed,
  publicAddress: URL,
  { now, today }: { readonly now: number; readonly today: string },
): JsonObject {
  const set = ordered.filter(({ orders }) => orderedOn(orders, today) === SAYS[purpose])
  const count = last === undefined ? 1 : placeOf(last) + 1
  const id = statusListAddress(publicAddress, laboratory, purpose)
  return {
    '@context': [BASE_CONTEXT],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuerName(publicAddress.host, laboratory),
    validFrom: instantText(now),
    validUntil: instantText(now + GOOD_FOR_MS),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      encodedList: encodedList(
        statusList(
          set.map(({ number }) => placeOf(number)),
          count,
        ),
      ),
    },
  }
}
