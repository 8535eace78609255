/** Which certificates can be relied on, and that each of the others is refused with its own reason. */
import { createPublicKey } from 'node:crypto'
import { assert, constantFrom, json, nat, oneof, pre, property, string, tuple } from 'fast-check'
import { compactVerify, exportJWK } from 'jose'
import { expect, test } from 'vitest'
import { type Doubt, formDoubt, judge } from './judge-credential.ts'
import {
  certificate,
  didDocument,
  encoded,
  ISSUER,
  type KeyPair,
  keyPair,
  LIST,
  NOON,
  secured,
  statusCredential,
} from './credential-fixture.ts'
import { holds, keyOf } from './check-ed25519.ts'
import { issuerKeysIn } from './read-issuers.ts'
import { doubtSentence, goodSentences } from './verify-certificate.ts'

const ONE = keyPair()
const HOUR = 3_600_000

interface Asked {
  readonly documents?: string
  readonly lists?: readonly string[]
  readonly now?: number
}

function judged(text: string, { documents = didDocument([ONE]), lists = [list([])], now = NOON }: Asked = {}) {
  const keys = issuerKeysIn(documents)
  if (keys === undefined) throw new Error('the document was not read')
  return judge(text, { keys, lists, now })
}

function doubtOf(text: string, asked?: Asked): Doubt | 'good' {
  const found = judged(text, asked)
  return 'doubt' in found ? found.doubt : 'good'
}

const codeOf = (text: string, asked?: Asked) => {
  const found = doubtOf(text, asked)
  return found === 'good' ? found : found.code
}

const list = (set: readonly number[], purpose?: string, more?: object) =>
  secured(statusCredential(set, purpose, more), ONE)
const signedBy = (key: KeyPair, more: object = {}) => secured({ ...certificate(), ...more }, key)

test('a certificate that stands says what was assessed, by what, for whom and until when', () => {
  const found = judged(signedBy(ONE))
  expect('good' in found ? goodSentences(found.good) : found).toEqual([
    'Good: signed by Margalla Test House (did:web:lab.example), valid until 2029-06-30T19:00:00Z.',
    'Certificate C-000001: exposure to radio waves, for Chenab Devices.',
    'Conforms: Sitara S1, by ITU-T K.85.',
    '  SAR, head: 1.23 W/kg',
  ])
})

test('a library that did not issue it accepts it too', async () => {
  const jwk = await exportJWK(createPublicKey(ONE.secret))
  const { payload, protectedHeader } = await compactVerify(signedBy(ONE), jwk)
  expect(protectedHeader).toMatchObject({ alg: 'EdDSA', typ: 'vc+jwt', kid: `${ISSUER}#one` })
  expect(JSON.parse(Buffer.from(payload).toString('utf8'))).toEqual(certificate())
})

test('one in an envelope is judged as the one that it holds', () => {
  const envelope = (jwt: string) =>
    JSON.stringify({
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      id: `data:application/vc+jwt,${jwt}`,
      type: 'EnvelopedVerifiableCredential',
    })
  expect(codeOf(envelope(signedBy(ONE)))).toBe('good')
  expect(codeOf(envelope(signedBy(keyPair())))).toBe('wrong_signature')
})

test('no letter of it can be changed', () => {
  const text = signedBy(ONE)
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ {}\n'
  assert(
    property(nat(text.length - 1), constantFrom(...letters.split('')), (at, letter) => {
      pre(text[at] !== letter)
      expect(codeOf(`${text.slice(0, at)}${letter}${text.slice(at + 1)}`)).not.toBe('good')
    }),
    { numRuns: 300 },
  )
  // The last letter of a signature has four bits that say nothing.
  const others = letters
    .slice(0, 64)
    .split('')
    .filter((letter) => !text.endsWith(letter))
  for (const letter of others) expect(codeOf(`${text.slice(0, -1)}${letter}`)).not.toBe('good')
})

test('whatever is sent is refused and breaks nothing', () => {
  assert(
    property(
      oneof(
        string(),
        json(),
        tuple(json(), json()).map(([a, b]) => `${encoded(a)}.${encoded(b)}.`),
      ),
      (text) => {
        expect(codeOf(text)).not.toBe('good')
        issuerKeysIn(text)
        formDoubt(text)
      },
    ),
    { numRuns: 300 },
  )
})

test('each doubt has its own sentence', () => {
  const revoked = { revoked: '2027-06-30T00:00:00Z' }
  const spent = { expires: '2027-06-30T00:00:00Z' }
  const doubts: readonly (Doubt | 'good')[] = [
    doubtOf('no certificate'),
    doubtOf(JSON.stringify(certificate())),
    doubtOf(secured(certificate(), ONE, { alg: 'none' })),
    doubtOf(signedBy(ONE, { credentialSubject: [] })),
    doubtOf(signedBy(ONE), {
      documents: didDocument([keyPair('did:web:other.example#one')], {}, 'did:web:other.example'),
    }),
    doubtOf(signedBy(ONE), { documents: didDocument([keyPair(`${ISSUER}#two`)]) }),
    doubtOf(signedBy(ONE), { documents: didDocument([ONE], revoked) }),
    doubtOf(signedBy(ONE), { documents: didDocument([ONE], spent) }),
    doubtOf(signedBy(keyPair())),
    doubtOf(signedBy(ONE), { now: Date.UTC(2027, 5, 30, 18, 59) }),
    doubtOf(signedBy(ONE), { now: Date.UTC(2029, 5, 30, 19) }),
    doubtOf(signedBy(ONE), { lists: [list([7])] }),
    doubtOf(signedBy(ONE, { credentialStatus: entry('suspension') }), { lists: [list([7], 'suspension')] }),
    doubtOf(signedBy(ONE), { lists: [] }),
    doubtOf(signedBy(ONE), { now: NOON + 24 * HOUR }),
    doubtOf(signedBy(ONE), { lists: [list([], 'suspension')] }),
  ]
  expect(doubts.map((doubt) => (doubt === 'good' ? doubt : doubtSentence(doubt)))).toEqual([
    'This is no certificate: neither a signed credential (a JWT of three parts) nor an object that holds one.',
    'Not signed: nothing proves who wrote it. Ask for the signed certificate.',
    "Not signed as certificates are: it names the algorithm 'none', and only Ed25519 is taken.",
    'Not a certificate that says what it must: /credentialSubject must be there.',
    'Unknown issuer: did:web:lab.example is not among these keys. Rely on it only if you know the issuer by other means, and fetch its keys.',
    "Unknown key: it is signed with did:web:lab.example#one, which is not among the issuer's. Fetch the keys again.",
    'Revoked key: what was signed with did:web:lab.example#one proves nothing since 2027-06-30T00:00:00.000Z.',
    'The key did:web:lab.example#one was given up on 2027-06-30T00:00:00.000Z, and this was issued later.',
    'Wrong signature: this was altered, or never signed with that key.',
    'Not yet valid: it holds from 2027-06-30T19:00:00.000Z on.',
    'Expired: it held until 2029-06-30T19:00:00.000Z.',
    'Withdrawn: its issuer has taken it back for good.',
    'Suspended: its issuer has put it out of force for the time being.',
    `Its status is not known: fetch ${LIST} and give it with --status.`,
    `Its status is not known: the list ${LIST} held until 2027-07-02T00:00:00.000Z. Fetch it again.`,
    `Its status is not known: of ${LIST}, the list is for something else.`,
  ])
})

test.each([
  ['exp', '1'],
  ['exp', -1e300],
  ['nbf', 1e300],
  ['nbf', null],
])('a time of the JWT that is no time is told as a flaw, and not passed over: %s %s', (name, value) => {
  const told = doubtOf(signedBy(ONE, { [name]: value }))
  expect(told === 'good' ? told : doubtSentence(told)).toBe(
    `Not a certificate that says what it must: /${name} must be seconds since 1970.`,
  )
})

function entry(statusPurpose: string) {
  return { ...certificate().credentialStatus, statusPurpose }
}

test('a status list is that of the issuer, signed by it, long enough and whole', () => {
  const other = keyPair('did:web:other.example#one')
  const documents = `[${didDocument([ONE])},${didDocument([other], {}, 'did:web:other.example')}]`
  const foreign = secured(statusCredential([], 'revocation', { issuer: 'did:web:other.example' }), other)
  expect(codeOf(signedBy(ONE), { documents, lists: [foreign] })).toBe('status_unreadable')
  expect(codeOf(signedBy(ONE), { lists: [secured(statusCredential([]), keyPair())] })).toBe('status_unreadable')
  const short = { ...statusCredential([]).credentialSubject, encodedList: 'uH4sIAAAAAAAAA2NgAAIABAABAP8AAAAA' }
  expect(codeOf(signedBy(ONE), { lists: [list([], 'revocation', { credentialSubject: short })] })).toBe(
    'status_unreadable',
  )
  const beyond = { ...entry('revocation'), statusListIndex: '131072' }
  expect(codeOf(signedBy(ONE, { credentialStatus: beyond }))).toBe('status_unreadable')
  expect(codeOf(signedBy(ONE, { credentialStatus: { ...beyond, statusListIndex: '131071' } }))).toBe('good')
})

test('a name of a key is that of the issuer alone, whoever else is known', () => {
  const other = keyPair('did:web:other.example#one')
  const documents = `[${didDocument([ONE])},${didDocument([other], {}, 'did:web:other.example')}]`
  expect(codeOf(secured(certificate(), other), { documents })).toBe('unknown_key')
  // A document cannot bring keys for another.
  const claiming = didDocument([keyPair(`${ISSUER}#forged`)], {}, 'did:web:other.example')
  expect(issuerKeysIn(claiming)?.size).toBe(0)
})

test('a key set whose names say whose they are serves as well, and one with secrets or other keys does not', () => {
  const jwk = (more: object) => JSON.stringify({ keys: [{ ...ONE.open.export({ format: 'jwk' }), ...more }] })
  expect(codeOf(signedBy(ONE), { documents: jwk({ kid: ONE.name }) })).toBe('good')
  expect(issuerKeysIn(jwk({ kid: 'one' }))?.size).toBe(0)
  expect(issuerKeysIn(jwk({ kid: ONE.name, use: 'enc' }))?.size).toBe(0)
  expect(issuerKeysIn(jwk({ kid: ONE.name, d: 'AAAA' }))?.size).toBe(0)
  expect(issuerKeysIn('{"id": "did:web:lab.example"}')).toBeUndefined()
})

test('a JWT of another kind, with what must be understood, or with a name twice, is none', () => {
  expect(codeOf(secured(certificate(), ONE, { typ: 'maqami-gate+jwt' }))).toBe('unreadable')
  expect(codeOf(secured(certificate(), ONE, { crit: ['b64'], b64: false }))).toBe('unreadable')
  const [head, , signature] = signedBy(ONE).split('.')
  const twice = Buffer.from(`{"id":"urn:a:b",${JSON.stringify(certificate()).slice(1)}`).toString('base64url')
  expect(codeOf(`${head}.${twice}.${signature}`)).toBe('unreadable')
  expect(codeOf(secured({ ...certificate(), iss: 'did:web:other.example' }, ONE))).toBe('flawed')
  expect(codeOf(secured({ ...certificate(), exp: NOON / 1000 }, ONE))).toBe('expired')
})

// The eight points of small order and the forms that are not reduced: RFC 8032, 5.1.3, and "Taming the Many EdDSAs" (2020), table 1.
const HOSTILE_POINTS = [
  '0100000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000080',
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0000000000000000000000000000000000000000000000000000000000000080',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
]

test('a key that would hold for anything is none', () => {
  for (const point of HOSTILE_POINTS) expect(keyOf(Buffer.from(point, 'hex').toString('base64url'))).toBeUndefined()
})

test('a signature has one form', () => {
  const order = 2n ** 252n + 27742317777372353535851937790883648493n
  const text = signedBy(ONE)
  const [head, body, last = ''] = text.split('.')
  const signature = Buffer.from(last, 'base64url')
  const key = keyOf(String(ONE.open.export({ format: 'jwk' }).x))
  if (key === undefined) throw new Error('the key was not read')
  expect(holds(`${head}.${body}`, signature, key)).toBe(true)
  const s = BigInt(`0x${Buffer.from(signature.subarray(32).toReversed()).toString('hex')}`) + order
  const larger = Buffer.from(s.toString(16).padStart(64, '0'), 'hex').toReversed()
  expect(holds(`${head}.${body}`, Buffer.concat([signature.subarray(0, 32), larger]), key)).toBe(false)
  for (const point of HOSTILE_POINTS)
    expect(holds(`${head}.${body}`, Buffer.concat([Buffer.from(point, 'hex'), signature.subarray(32)]), key)).toBe(
      false,
    )
})
