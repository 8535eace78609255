/** Judges a certificate of the register as a stranger does: by its signature, the keys of the issuer and its lists, as anybody may fetch them. */
import { todayText } from '../kernel/clock.ts'
import type { Actor } from '../kernel/transaction.ts'
import { type CertificateStatus, statusOn } from './certificate.ts'
import { STATUS_PURPOSES, statusListName } from './conformity-credential.ts'
import type { CertificateHeld } from './issue-certificate.ts'
import { type Doubt, judge } from './judge-credential.ts'
import { type ListSigning, readIssuer, readStatusList } from './read-certificates.ts'
import { issuerKeysIn } from './read-issuers.ts'

/** The first thing that speaks against it; undefined where it is good. */
export async function doubtOf(
  signing: ListSigning,
  actor: Actor,
  held: CertificateHeld,
): Promise<Doubt['code'] | undefined> {
  const { credential, laboratory_number } = held
  if (credential === undefined) return ofRecorded(statusOn(held, todayText(signing.clock)))
  const document = await readIssuer(signing.database, actor, signing.publicAddress, laboratory_number)
  const lists = STATUS_PURPOSES.map(
    async (purpose) => await readStatusList(signing, statusListName(laboratory_number, purpose)),
  )
  const keys = document === undefined ? undefined : issuerKeysIn(JSON.stringify(document))
  const judged = judge(credential, {
    keys: keys ?? new Map(),
    lists: (await Promise.all(lists)).filter((one) => one !== undefined),
    now: signing.clock(),
  })
  return 'doubt' in judged ? judged.doubt.code : undefined
}

function ofRecorded(status: CertificateStatus): Exclude<CertificateStatus, 'valid'> | undefined {
  return status === 'valid' ? undefined : status
}
