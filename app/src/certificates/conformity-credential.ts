/**
 * The certificate as others read it: a verifiable credential of the W3C, version 2.0, in the profile of the UN Transparency Protocol's conformity
 * credential (see `check-conformity.ts`).
 */
import { formatDay, parseDay } from '@maqami/engine/value/date.ts'
import { type CertificateClaims, type Measured, type NamedAddress, placeOf } from './certificate.ts'
import { CONFORMITY_CONTEXT } from './check-conformity.ts'
import { BASE_CONTEXT } from './check-form.ts'
import type { JsonObject } from './strict-json.ts'

export type StatusPurpose = 'suspension' | 'revocation'
export const STATUS_PURPOSES: readonly StatusPurpose[] = ['suspension', 'revocation']

/** `did:web:maqami.example:laboratories:LAB-000001` (https://w3c-ccg.github.io/did-method-web/). */
export function issuerName(host: string, laboratory: string): string {
  return `did:web:${encodeURIComponent(host)}:laboratories:${laboratory}`
}

/** What stands in a list, and in the address of the list, before its purpose. */
export function statusListName(laboratory: string, purpose: StatusPurpose): string {
  return `${laboratory}-${purpose}`
}

export function certificateAddress(publicAddress: URL, number: string): string {
  return new URL(`/certificates/${number}`, publicAddress).href
}

export function statusListAddress(publicAddress: URL, laboratory: string, purpose: StatusPurpose): string {
  return new URL(`/status-lists/${statusListName(laboratory, purpose)}`, publicAddress).href
}

export function conformityCredential(claims: CertificateClaims, number: string, publicAddress: URL): JsonObject {
  const { scheme, laboratory, manufacturer, evidence } = claims
  const address = certificateAddress(publicAddress, number)
  const at = (path: string): string => new URL(path, publicAddress).href
  return {
    '@context': [BASE_CONTEXT, CONFORMITY_CONTEXT],
    id: address,
    type: ['DigitalConformityCredential', 'VerifiableCredential'],
    issuer: {
      type: ['CredentialIssuer'],
      id: issuerName(publicAddress.host, laboratory.number),
      name: laboratory.name,
    },
    validFrom: midnight(claims.valid_from),
    validUntil: midnight(dayAfter(claims.valid_until)),
    credentialStatus: STATUS_PURPOSES.map((purpose) => {
      const list = statusListAddress(publicAddress, laboratory.number, purpose)
      return {
        id: `${list}#${placeOf(number)}`,
        type: 'BitstringStatusListEntry',
        statusPurpose: purpose,
        statusListIndex: String(placeOf(number)),
        statusListCredential: list,
      }
    }),
    credentialSubject: {
      type: ['ConformityAttestation', 'Attestation'],
      id: `${address}#attestation`,
      name: `Certificate ${number}: ${scheme.name}`,
      assessorLevel: claims.assessor_level,
      assessmentLevel: 'authority-mandate',
      attestationType: 'certification',
      issuedToParty: {
        type: ['Party'],
        id: at(`/manufacturers/${manufacturer.id}`),
        name: manufacturer.name,
        registeredId: manufacturer.number,
      },
      authorisation: [accreditation(laboratory, at(`/laboratories/${laboratory.number}`))],
      auditableEvidence: {
        type: ['SecureLink', 'Link'],
        linkURL: evidence.url,
        linkName: `Report of certificate ${number}`,
        hashDigest: evidence.sha256,
        hashMethod: 'SHA-256',
      },
      scope: { type: ['ConformityAssessmentScheme', 'Standard'], id: scheme.url, name: scheme.name },
      assessment: [assessment(claims, address, at)],
    },
  }
}

function accreditation(
  { accreditation: { body, body_url, number, name } }: CertificateClaims['laboratory'],
  page: string,
) {
  return {
    type: ['Endorsement'],
    id: `${page}#${encodeURIComponent(number)}`,
    name: `${name}, ${number}`,
    issuingAuthority: { id: body_url ?? `${page}#accreditation`, name: body },
  }
}

function assessment(claims: CertificateClaims, address: string, at: (path: string) => string): JsonObject {
  const { scheme, standard, product, facility } = claims
  return {
    type: ['ConformityAssessment', 'Declaration'],
    id: `${address}#assessment`,
    assessmentDate: claims.assessed_on,
    referenceStandard: { type: ['Standard'], ...named(standard) },
    assessmentCriteria: claims.criteria.map((one) => ({ type: ['Criterion'], ...named(one) })),
    declaredValue: claims.measured.map(declared),
    conformance: claims.conformance,
    conformityTopic: scheme.topic,
    ...(product && {
      assessedProduct: [
        {
          product: {
            type: ['Product'],
            id: at(`/models/${product.id}`),
            name: product.name,
            registeredId: product.model,
          },
          IDverifiedByCAB: true,
        },
      ],
    }),
    ...(facility && {
      assessedFacility: [
        {
          facility: {
            type: ['Facility'],
            id: `${address}#facility-${encodeURIComponent(facility.id)}`,
            name: facility.name,
          },
          IDverifiedByCAB: true,
        },
      ],
    }),
  }
}

function named({ url, name }: NamedAddress) {
  return { id: url, name }
}

/** That a decimal is the same number in JSON `unfitClaims` has seen to. */
function declared({ name, value, unit, accuracy }: Measured) {
  return {
    metricName: name,
    metricValue: { value: Number(value), unit },
    ...(accuracy !== undefined && { accuracy: Number(accuracy) }),
  }
}

/** Days are days in Pakistan. */
function midnight(day: string): string {
  return `${day}T00:00:00+05:00`
}

function dayAfter(text: string): string {
  const day = parseDay(text)
  if (day === undefined) throw new RangeError(`'${text}' is no day`)
  return formatDay(day + 1)
}
