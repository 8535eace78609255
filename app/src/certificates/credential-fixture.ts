/** A laboratory that issues, its keys, and a certificate of conformity with every part of it. */
import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { CONFORMITY_CONTEXT } from './check-conformity.ts'
import { BASE_CONTEXT } from './check-form.ts'
import { encodedList, statusList } from './pack-statuses.ts'

export const ISSUER = 'did:web:lab.example'
export const LIST = 'https://lab.example/status/1'
/** Noon in Karachi on the first of July 2027. */
export const NOON = Date.UTC(2027, 6, 1, 7)

export interface KeyPair {
  readonly name: string
  readonly secret: KeyObject
  readonly open: KeyObject
}

export function keyPair(name = `${ISSUER}#one`): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  return { name, secret: privateKey, open: publicKey }
}

export function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

export function secured(credential: object, { name, secret }: KeyPair, header: object = {}): string {
  const text = `${encoded({ alg: 'EdDSA', typ: 'vc+jwt', kid: name, ...header })}.${encoded(credential)}`
  return `${text}.${sign(null, Buffer.from(text), secret).toString('base64url')}`
}

export function didDocument(keys: readonly KeyPair[], more: object = {}, id = ISSUER): string {
  return JSON.stringify({
    '@context': 'https://www.w3.org/ns/did/v1',
    id,
    verificationMethod: keys.map(({ name, open }) => ({
      id: name,
      type: 'JsonWebKey',
      controller: id,
      publicKeyJwk: open.export({ format: 'jwk' }),
      ...more,
    })),
    assertionMethod: keys.map(({ name }) => name),
  })
}

export function statusCredential(set: readonly number[], purpose = 'revocation', more: object = {}) {
  return {
    '@context': [BASE_CONTEXT],
    id: LIST,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: ISSUER,
    validFrom: '2027-07-01T00:00:00Z',
    validUntil: '2027-07-02T00:00:00Z',
    credentialSubject: {
      id: `${LIST}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      encodedList: encodedList(statusList(set, 1000)),
    },
    ...more,
  }
}

export function certificate() {
  const standard = { type: ['Standard'], id: 'https://www.itu.int/rec/T-REC-K.85', name: 'ITU-T K.85' }
  return {
    '@context': [BASE_CONTEXT, CONFORMITY_CONTEXT],
    id: 'https://lab.example/certificates/C-000001',
    type: ['DigitalConformityCredential', 'VerifiableCredential'],
    issuer: { type: ['CredentialIssuer'], id: ISSUER, name: 'Margalla Test House' },
    validFrom: '2027-06-30T19:00:00Z',
    validUntil: '2029-06-30T19:00:00Z',
    credentialStatus: {
      id: `${LIST}#7`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '7',
      statusListCredential: LIST,
    },
    credentialSubject: {
      type: ['ConformityAttestation', 'Attestation'],
      id: 'https://lab.example/certificates/C-000001#attestation',
      name: 'Certificate C-000001: exposure to radio waves',
      assessorLevel: '3rdParty',
      assessmentLevel: 'authority-mandate',
      attestationType: 'certification',
      issuedToParty: { type: ['Party'], id: 'https://maqami.example/firms/1', name: 'Chenab Devices' },
      authorisation: [
        {
          type: ['Endorsement'],
          id: 'https://accreditation.example/17025/LAB-1',
          name: 'ISO/IEC 17025, LAB-1',
          issuingAuthority: { id: 'https://accreditation.example', name: 'Accreditation Council' },
        },
      ],
      auditableEvidence: {
        linkURL: 'https://lab.example/reports/R-000001',
        linkName: 'Report R-000001',
        hashDigest: 'a'.repeat(64),
        hashMethod: 'SHA-256',
      },
      scope: {
        type: ['ConformityAssessmentScheme', 'Standard'],
        id: 'https://maqami.example/schemes/sar',
        name: 'SAR',
      },
      assessment: [
        {
          type: ['ConformityAssessment', 'Declaration'],
          id: 'https://lab.example/certificates/C-000001#sar',
          assessmentDate: '2027-06-20',
          referenceStandard: standard,
          assessmentCriteria: [{ type: ['Criterion'], id: `${standard.id}#head`, name: 'Head, over 10 g' }],
          declaredValue: [{ metricName: 'SAR, head', metricValue: { value: 1.23, unit: 'W/kg' } }],
          conformance: true,
          conformityTopic: 'governance.compliance',
          assessedProduct: [
            {
              product: { type: ['Product'], id: 'https://maqami.example/models/1', name: 'Sitara S1' },
              IDverifiedByCAB: true,
            },
          ],
        },
      ],
    },
  }
}
