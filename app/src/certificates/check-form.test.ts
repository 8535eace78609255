/** What a credential must say: the data model of the W3C, and what proves conformity. */
import { expect, test } from 'vitest'
import { gapOf } from './check-conformity.ts'
import { certificate } from './credential-fixture.ts'
import { flawOf } from './check-form.ts'
import { type Json, type JsonObject, strictJson } from './strict-json.ts'

/** As it comes to whoever reads it. */
const WHOLE = strictJson(JSON.stringify(certificate())) as JsonObject
const PLAIN: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential'],
  issuer: 'did:web:lab.example',
  credentialSubject: { id: 'did:example:subject' },
}

/** The place of the first flaw of a plain credential of which one property is this. */
function placeWith(name: string, value: Json): string | undefined {
  return flawOf({ ...PLAIN, [name]: value })?.place
}

const BASE = 'https://www.w3.org/ns/credentials/v2'

test.each<readonly [string, Json]>([
  ['@context', [BASE, 'https://www.w3.org/ns/credentials/examples/v2']],
  ['@context', [BASE, { Example: 'https://example.org/#Example' }]],
  ['id', 'urn:uuid:3f5c4b1e-7f0b-4b4e-8a55-9b3c5b6f0a01'],
  ['type', 'VerifiableCredential'],
  ['type', ['https://example.org/#Mine', 'VerifiableCredential']],
  ['issuer', { id: 'did:web:lab.example', name: [{ '@value': 'لیب', '@language': 'ur', '@direction': 'rtl' }, 'Lab'] }],
  ['name', { '@value': 'Lab', '@language': 'en' }],
  ['credentialSubject', [{ id: 'did:example:a' }, { says: 'something' }]],
  ['validFrom', '2027-02-28T24:00:00Z'],
  ['validFrom', '2028-02-29T09:00:00.123456-05:00'],
  ['credentialStatus', { type: 'Anything' }],
  ['evidence', [{ type: 'Evidence' }, { type: ['Evidence'] }]],
  ['termsOfUse', { type: 'IssuerPolicy', id: 'https://example.org/policies/1' }],
  ['credentialSchema', { type: 'JsonSchema', id: 'https://example.org/schema.json' }],
  ['relatedResource', [{ id: 'https://example.org/a', digestSRI: 'sha256-x' }]],
])('%s may be %j', (name, value) => {
  expect(placeWith(name, value)).toBeUndefined()
})

test.each<readonly [string, Json, string]>([
  ['@context', BASE, '/@context'],
  ['@context', ['https://www.w3.org/2018/credentials/v1'], '/@context/0'],
  ['@context', [{ a: 'https://example.org/a' }, BASE], '/@context/0'],
  ['@context', [BASE, 'https ://not-an-address'], '/@context/1'],
  ['@context', [BASE, 123_192_875], '/@context/1'],
  ['@context', [BASE, { VerifiableCredential: 'https://example.org/#Bad' }], '/@context/1/VerifiableCredential'],
  ['@context', [BASE, { Mine: 'no address' }], '/@context/1/Mine'],
  ['type', [], '/type'],
  ['type', ['Other'], '/type'],
  ['type', ['VerifiableCredential', 'UnmappedType'], '/type'],
  ['id', 'no address', '/id'],
  ['id', ['urn:a:1', 'urn:a:2'], '/id'],
  ['issuer', 'lab', '/issuer'],
  ['issuer', null, '/issuer'],
  ['issuer', { name: 'Lab' }, '/issuer/id'],
  ['issuer', { id: 'lab' }, '/issuer/id'],
  ['issuer', { id: 'did:web:lab.example', name: { '@value': 'Lab', url: 'https://example.org' } }, '/issuer/name'],
  ['credentialSubject', [], '/credentialSubject'],
  ['credentialSubject', {}, '/credentialSubject'],
  ['credentialSubject', [{ id: 'did:example:a' }, {}], '/credentialSubject/1'],
  ['credentialSubject', { id: ['did:example:a', 'did:example:b'] }, '/credentialSubject/id'],
  ['validFrom', '2027-06-30', '/validFrom'],
  ['validFrom', '2027-06-30T09:00:00', '/validFrom'],
  ['validFrom', '2027-02-30T09:00:00Z', '/validFrom'],
  ['validFrom', '2027-06-30T24:00:01Z', '/validFrom'],
  ['validFrom', 1_814_000_000, '/validFrom'],
  ['credentialStatus', { id: 'https://example.org/1' }, '/credentialStatus/type'],
  ['credentialStatus', { type: 'Anything', id: 'no address' }, '/credentialStatus/id'],
  ['credentialSchema', { type: 'JsonSchema' }, '/credentialSchema/id'],
  ['credentialSchema', { id: 'https://example.org/schema.json' }, '/credentialSchema/type'],
  ['refreshService', { type: 'Service', id: 'no address' }, '/refreshService/id'],
  ['termsOfUse', [{ id: 'https://example.org/1' }], '/termsOfUse/0/type'],
  ['evidence', [{ type: 'Evidence' }, 'text'], '/evidence/1'],
  ['proof', {}, '/proof/type'],
  ['relatedResource', ['https://example.org/a'], '/relatedResource/0'],
  ['relatedResource', [{ id: 'https://example.org/a' }], '/relatedResource/0'],
  ['vc', {}, '/vc'],
])('%s may not be %j', (name, value, place) => {
  expect(placeWith(name, value)).toBe(place)
})

test('it does not end before it begins, in whatever zone both are told', () => {
  const ends = (validUntil: string) => flawOf({ ...PLAIN, validFrom: '2027-07-01T00:00:00+05:00', validUntil })?.place
  expect(ends('2027-06-30T19:00:00Z')).toBeUndefined()
  expect(ends('2027-06-30T18:59:59Z')).toBe('/validUntil')
})

test('the certificate of the laboratory has every part, and no part of it can be left out', () => {
  expect(flawOf(WHOLE) ?? gapOf(WHOLE)).toBeUndefined()
  const needed = [
    'id',
    'issuer/name',
    'validFrom',
    'validUntil',
    'credentialSubject/id',
    'credentialSubject/name',
    'credentialSubject/assessorLevel',
    'credentialSubject/assessmentLevel',
    'credentialSubject/attestationType',
    'credentialSubject/issuedToParty',
    'credentialSubject/issuedToParty/name',
    'credentialSubject/scope',
    'credentialSubject/authorisation',
    'credentialSubject/authorisation/0/issuingAuthority',
    'credentialSubject/auditableEvidence',
    'credentialSubject/auditableEvidence/linkURL',
    'credentialSubject/auditableEvidence/hashDigest',
    'credentialSubject/auditableEvidence/hashMethod',
    'credentialSubject/assessment',
    'credentialSubject/assessment/0/id',
    'credentialSubject/assessment/0/assessmentDate',
    'credentialSubject/assessment/0/conformance',
    'credentialSubject/assessment/0/conformityTopic',
    'credentialSubject/assessment/0/referenceStandard',
    'credentialSubject/assessment/0/assessmentCriteria',
    'credentialSubject/assessment/0/declaredValue',
    'credentialSubject/assessment/0/declaredValue/0/metricValue',
    'credentialSubject/assessment/0/declaredValue/0/metricValue/unit',
    'credentialSubject/assessment/0/assessedProduct',
    'credentialSubject/assessment/0/assessedProduct/0/product/name',
  ]
  for (const place of needed) {
    const gap = gapOf(without(WHOLE, place.split('/')))
    expect(gap?.place.startsWith(`/${place}`), `${place}: ${gap?.place}`).toBe(true)
  }
})

function without(value: JsonObject, [name = '', ...further]: readonly string[]): JsonObject {
  const { [name]: gone, ...others } = value
  if (further.length === 0) return others
  if (!Array.isArray(gone)) return { ...value, [name]: without(gone as JsonObject, further) }
  const [index = '', ...deeper] = further
  const changed = (gone as readonly JsonObject[]).map((one, at) => (at === Number(index) ? without(one, deeper) : one))
  return { ...value, [name]: changed }
}

test('an empty list is no accreditation, no assessment and no value', () => {
  const subject = WHOLE['credentialSubject'] as JsonObject
  for (const name of ['authorisation', 'assessment'])
    expect(gapOf({ ...WHOLE, credentialSubject: { ...subject, [name]: [] } })?.place).toBe(`/credentialSubject/${name}`)
})

test('JSON of a stranger has each name once, and an end', () => {
  expect(strictJson('{"a": 1, "a": 2}')).toBeUndefined()
  expect(strictJson('['.repeat(50) + ']'.repeat(50))).toBeUndefined()
  expect(strictJson('{"__proto__": {"x": 1}}')).toEqual(JSON.parse('{"__proto__": {"x": 1}}'))
  expect(strictJson('{} x')).toBeUndefined()
})
