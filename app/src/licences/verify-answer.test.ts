/** What customs can tell offline of what the gate signed, and what it cannot. */
import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import type { GateLicence } from './gate.ts'
import { answerAt, plainStatus, standingAt } from './gate.ts'
import type { LicenceOrder } from './licence.ts'
import { listed, plain } from './list-standings.ts'
import { signerOf } from './sign-answers.ts'
import { type AskedOffline, verdictOn } from './verify-answer.ts'

const NOON = Date.UTC(2026, 7, 1, 7)
const HOUR = 3_600_000
const [own, other] = ['one', 'two'].map((kid) => ({ kid, ...generateKeyPairSync('ed25519') }))
function keysOf(...held: readonly (typeof own)[]): string {
  return JSON.stringify({ keys: held.map((one) => ({ ...one?.publicKey.export({ format: 'jwk' }), kid: one?.kid })) })
}
function signer(key = own) {
  if (key === undefined) throw new Error('no key was made')
  return signerOf(key.privateKey, key.kid, 'https://maqami.example', () => NOON)
}
function orders(...given: readonly (readonly [LicenceOrder['kind'], string, string?])[]) {
  return given.map(([kind, effective_on, percent = null], index) => ({
    kind,
    effective_on,
    percent,
    position: index + 1,
  }))
}
const LICENCE: GateLicence = {
  id: '1',
  number: 'IL-000001',
  kind: 'import_licence',
  rehearsal: false,
  quota: 100,
  drawn: 40,
  valid_from: '2026-07-01',
  valid_until: '2027-06-30',
  scope: [
    { position: 1, hs_prefix: '8714', quota: 50, drawn: 40, valid_from: '2026-07-01', valid_until: '2027-06-30' },
  ],
  orders: orders(['grant', '2026-07-01'], ['suspend', '2026-08-02'], ['restore', '2026-08-20']),
}
const ASKED = { day: '2026-08-01', units: 10, hs_line: '87149100' }
const answer = () => signer()('maqami-gate+jwt', { ...answerAt(LICENCE, ASKED) })
function list(licence = LICENCE): string {
  const one = listed(licence, '2026-08-01')
  const exp = Math.floor(Date.UTC(2026, 7, 2, 7) / 1000)
  return JSON.stringify({ signed: signer()('maqami-licences+jwt', { exp, licences: [one] }) })
}
const kindOf = (text: string, asked: AskedOffline = {}, now = NOON + HOUR, keys = keysOf(other, own)) =>
  verdictOn(text, keys, asked, () => now).kind

test('an answer is good or not good for a day, and then has expired', () => {
  expect(verdictOn(answer(), keysOf(own), {}, () => NOON).sentences).toEqual([
    'Good: IL-000001 on 2026-08-01, 10 units of 87149100: in force.',
    'Left on the quota: 10.',
    'Signed by the service; to be relied on until 2026-08-02T07:00:00.000Z.',
  ])
  expect(kindOf(answer(), {}, NOON + 24 * HOUR - 1)).toBe('good')
  expect(kindOf(answer(), {}, NOON + 24 * HOUR)).toBe('expired')
  const suspended = signer()('maqami-status+jwt', { ...standingAt(LICENCE, { day: '2026-08-02', hs_line: null }) })
  expect(kindOf(suspended)).toBe('not_good')
})

test('who is told of no quota is told what the licence is, and is not said to have no limit', () => {
  const status = plainStatus(standingAt(LICENCE, { day: '2026-08-01', hs_line: '87149100' }))
  const one = signer()('maqami-status+jwt', { ...status })
  expect(verdictOn(one, keysOf(own), {}, () => NOON).sentences).toEqual([
    'Good: IL-000001 on 2026-08-01, goods of 87149100: in force.',
    'Signed by the service; to be relied on until 2026-08-02T07:00:00.000Z.',
  ])
  const exp = Math.floor(Date.UTC(2026, 7, 2, 7) / 1000)
  const all = signer()('maqami-licences+jwt', { exp, licences: [plain(listed(LICENCE, '2026-08-01'))] })
  const of = (hs_line: string) => verdictOn(all, keysOf(own), { licence: 'IL-000001', hs_line }, () => NOON)
  expect(of('87149100').kind).toBe('good')
  expect(of('87149100').sentences.join(' ')).not.toContain('quota')
  expect(of('40115000').kind).toBe('not_good')
})

test('what was altered, or signed with another key, is told apart from what is genuine', () => {
  const [head = '', body = '', signature = ''] = answer().split('.')
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object
  const forged = Buffer.from(JSON.stringify({ ...claims, units: 10_000 })).toString('base64url')
  expect(kindOf(`${head}.${forged}.${signature}`)).toBe('wrong_signature')
  expect(kindOf(answer(), {}, NOON, keysOf(other))).toBe('unknown_key')
  // Of another who takes the name of our key.
  const stolen = other === undefined ? undefined : { ...other, kid: 'one' }
  expect(kindOf(signer(stolen)('maqami-gate+jwt', { ...answerAt(LICENCE, ASKED) }))).toBe('wrong_signature')
  const unsigned = Buffer.from(JSON.stringify({ alg: 'none', kid: 'one', typ: 'maqami-gate+jwt' })).toString(
    'base64url',
  )
  expect(kindOf(`${unsigned}.${body}.${signature}`)).toBe('unknown_key')
  for (const text of ['', '{}', 'good', '{"signed":7}']) expect(kindOf(text)).toBe('unreadable')
  expect(kindOf(answer(), {}, NOON, '[]')).toBe('unreadable')
  expect(kindOf('null', {}, NOON, 'null')).toBe('unreadable')
})

test('of keys that are none it is said, whatever they are', () => {
  const published = JSON.parse(keysOf(own)) as { readonly keys: readonly Readonly<Record<string, unknown>>[] }
  expect(kindOf(answer(), {}, NOON, JSON.stringify({ keys: [null, 7, 'one', ...published.keys] }))).toBe('good')
  const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'jwk' })
  for (const key of [{}, { kty: 'OKP', crv: 'Ed25519', x: 'short' }, { kty: 7 }, rsa])
    expect(kindOf(answer(), {}, NOON, JSON.stringify({ keys: [{ ...key, kid: 'one' }] }))).toBe('unreadable')
})

test('an answer to another question is no answer to this one', () => {
  expect(kindOf(answer(), { licence: 'IL-000001', day: '2026-08-01', hs_line: '87149100' })).toBe('good')
  expect(kindOf(answer(), { licence: 'IL-000002' })).toBe('other_question')
  expect(kindOf(answer(), { day: '2026-08-02' })).toBe('other_question')
})

test('an answer about a kit is good with parts enough, and says that an officer looks at what may be one of several', () => {
  const declared = {
    entry: 'KAPE-1',
    kit: 'Sitara',
    category: 'smartphone',
    kit_form: 'skd',
    declared_on: '2026-08-01',
  }
  const kit = (parts: number, finding: string, flagged: boolean) =>
    signer()('maqami-kit+jwt', {
      licence: 'IL-000001',
      ...declared,
      parts,
      finding,
      least: 40,
      flagged,
      rehearsal: true,
    })
  expect(verdictOn(kit(40, 'met', false), keysOf(own), {}, () => NOON).sentences).toEqual([
    'Good: the kit Sitara in KAPE-1 under IL-000001 on 2026-08-01, 40 parts: enough, the law asks for at least 40.',
    'REHEARSAL: judged by law that is not in force. It binds nobody.',
    'Signed by the service; to be relied on until 2026-08-02T07:00:00.000Z.',
  ])
  const piece = verdictOn(kit(24, 'not_met', true), keysOf(own), {}, () => NOON)
  expect(piece.kind).toBe('not_good')
  expect(piece.sentences).toContain(
    'It may be one kit in several declarations: it is before an officer of the authority.',
  )
  expect(kindOf(kit(24, 'undetermined', false))).toBe('not_good')
  expect(kindOf(kit(40, 'met', false), { licence: 'IL-000002' })).toBe('other_question')
})

test('a list says of each day that it reaches what a question would have been answered', () => {
  for (const day of ['2026-06-30', '2026-07-01', '2026-08-01', '2026-08-02'])
    expect([day, kindOf(list(), { licence: 'IL-000001', day })]).toEqual([
      day,
      standingAt(LICENCE, { day, hs_line: null }).holds ? 'good' : 'not_good',
    ])
  // What is ordered before the 20th is not known yet, though a restoration is.
  expect(kindOf(list(), { licence: 'IL-000001', day: '2026-08-20' })).toBe('other_question')
  const ofLine = (hs_line: string) => verdictOn(list(), keysOf(own), { licence: 'IL-000001', hs_line }, () => NOON)
  expect(ofLine('87149100').sentences).toContain('Left on the quota: 10.')
  expect(ofLine('40115000').kind).toBe('not_good')
  expect(kindOf(list(), { licence: 'IL-000009' })).toBe('not_good')
  expect(kindOf(list())).toBe('list')
})

test('a restriction of the quota is told with the answer, and by the list from its day on', () => {
  const restricted: GateLicence = {
    ...LICENCE,
    orders: orders(['grant', '2026-07-01'], ['restrict', '2026-08-02', '84']),
  }
  // 84% of 50 are 42, of which 40 are drawn; as granted 10 would be left.
  const ask = (day: string, units: number) => answerAt(restricted, { ...ASKED, day, units })
  expect(ask('2026-08-01', 10)).toMatchObject({ because: 'good', remaining: 10, restricted_to: null })
  expect(ask('2026-08-02', 2)).toMatchObject({ because: 'good', remaining: 2, restricted_to: '84' })
  expect(ask('2026-08-02', 3)).toMatchObject({ because: 'quota_restricted', allowed: false })
  expect(ask('2026-08-02', 11)).toMatchObject({ because: 'quota_used_up' })
  const [told, offline] = [
    signer()('maqami-gate+jwt', { ...ask('2026-08-02', 3) }),
    (day: string) =>
      verdictOn(list(restricted), keysOf(own), { licence: 'IL-000001', day, hs_line: '87149100' }, () => NOON),
  ]
  expect(verdictOn(told, keysOf(own), {}, () => NOON).sentences).toEqual([
    'Not good: IL-000001 on 2026-08-02, 3 units of 87149100: not enough left of the share of the quota to which it is restricted.',
    'Left on the quota: 2.',
    'Restricted to 84% of the quota as granted.',
    'Signed by the service; to be relied on until 2026-08-02T07:00:00.000Z.',
  ])
  expect(offline('2026-08-01').sentences.slice(1, -1)).toEqual(['Left on the quota: 10.'])
  expect(offline('2026-08-02').sentences.slice(1, -1)).toEqual([
    'Left on the quota: 2.',
    'Restricted to 84% of the quota as granted.',
  ])
})
