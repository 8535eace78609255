/** The second signatory's review of a report ends in a certificate, within the transaction of that review. */
import { instantText, todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Certificate, type CertificateClaims, type CertificateRefusal, unfitClaims } from './certificate.ts'
import { insertCertificate, insertCredential, nextCertificateNumber } from './certificates-table.ts'
import { conformityCredential } from './conformity-credential.ts'
import { type Issuing, keyToSign } from './hold-keys.ts'
import { signCredential } from './sign-credential.ts'

export interface CertificateHeld extends Certificate {
  /** As it was signed, a JWT; of what was recorded from abroad there is none. */
  readonly credential: string | undefined
}

export interface IssuedCertificate extends CertificateHeld {
  readonly credential: string
}

/** Who acts is the second of those who signed. That the laboratory may sign today, and they for it, whoever calls this has seen to. */
export async function issueCertificate(
  tables: Handle,
  issuing: Issuing,
  claims: CertificateClaims,
): Promise<Outcome<IssuedCertificate, CertificateRefusal>> {
  const unfit = unfitClaims(claims, todayText(issuing.clock))
  if (unfit !== undefined) return { refused: unfit }
  const { laboratory, signed_by } = claims
  const number = await nextCertificateNumber(tables)
  const { id: key_id, key } = await keyToSign(tables, issuing, laboratory, signed_by[1])
  const made = signCredential(conformityCredential(claims, number, issuing.publicAddress), key)
  if ('flaw' in made) return { refused: { code: 'certificate_incomplete', ...made.flaw } }
  const line = { ...lineOf(claims, number), id: issuing.makeId(), recorded_at: instantText(issuing.clock()) }
  await insertCertificate(tables, line)
  const signed = { certificate_id: line.id, position: 1, key_id, credential: made.signed, signed_at: line.recorded_at }
  await insertCredential(tables, signed)
  return { done: { ...line, orders: [], credential: made.signed } }
}

function lineOf(claims: CertificateClaims, number: string) {
  const { scheme, laboratory, manufacturer, product, facility, evidence, signed_by } = claims
  return {
    number,
    origin: 'issued',
    scheme: scheme.id,
    scheme_name: scheme.name,
    manufacturer_id: manufacturer.id,
    manufacturer_name: manufacturer.name,
    model_id: product?.id ?? null,
    facility_id: facility?.id ?? null,
    about: product?.name ?? facility?.name ?? '',
    laboratory_id: laboratory.id,
    laboratory_number: laboratory.number,
    laboratory_name: laboratory.name,
    standard: claims.standard.name,
    valid_from: claims.valid_from,
    valid_until: claims.valid_until,
    evidence_url: evidence.url,
    evidence_sha256: evidence.sha256,
    signed_first: signed_by[0],
    signed_second: signed_by[1],
  } as const
}
