/** A laboratory certifies, and whoever holds the certificate, the issuer's keys and its lists can tell what it is worth. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type CertificateClaims, statusOn } from './certificates/certificate.ts'
import { endKey } from './certificates/end-key.ts'
import { stateOf } from './certificates/issuer-key.ts'
import { orderCertificate } from './certificates/order-certificate.ts'
import { readOwnKeys } from './certificates/read-own-keys.ts'
import { certificateHash, keysHash } from './certificates/shown-hash.ts'
import type { SecondFactorRefusal } from './people/set-up-second-factor.ts'
import type { Outcome } from './kernel/outcome.ts'
import { readCertificate, readIssuer, readStatusList } from './certificates/read-certificates.ts'
import { openLaboratory, type TestLaboratory } from './certificates-fixture.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, ANYBODY } from './kernel/transaction.ts'
import { actorOf } from './people/actor-fixture.ts'
import { done, openThread, refusedFor, type TestThread } from './thread-fixture.ts'

const DAY = '2026-08-03'
const NOW = Date.parse(`${DAY}T12:00:00Z`)

type Confirmed = Outcome<unknown, SecondFactorRefusal>
const SIGNED = async (): Promise<Confirmed> => await Promise.resolve({ done: true })
const WRONG = async (): Promise<Confirmed> => await Promise.resolve({ refused: { code: 'code_wrong' } })
const NEVER_ASKED = async (): Promise<Confirmed> => await Promise.reject(new Error('a code was used up in vain'))

describe.each(SERVERS)('certificates on $name', (server) => {
  let thread: TestThread
  let laboratory: TestLaboratory
  beforeAll(async () => {
    thread = await openThread(server)
    laboratory = await openLaboratory(thread)
  })
  afterAll(async () => {
    await thread.made.drop()
  })
  beforeEach(() => {
    thread.at(`${DAY}T11:59:00Z`)
  })

  const issued: TestLaboratory['issued'] = async (...said) => await laboratory.issued(...said)
  const judged = async (credential: string, now = NOW) => await laboratory.judged(credential, now)

  test('what two signatories certified is taken by a stranger from its first day to its last', async () => {
    const { credential, number } = done(await issued({ valid_from: DAY, valid_until: '2026-08-04' }))
    expect(await judged(credential)).toMatchObject({
      good: {
        issuer: 'did:web:maqami.example:laboratories:LAB-000001',
        credential: { id: `https://maqami.example/certificates/${number}` },
      },
    })
    // Days begin at midnight in Pakistan, which is 19:00 in UTC the day before.
    expect(await judged(credential, Date.parse('2026-08-02T18:59:59Z'))).toMatchObject({
      doubt: { code: 'not_yet_valid' },
    })
    expect(await judged(credential, Date.parse('2026-08-04T19:00:00Z'))).toMatchObject({ doubt: { code: 'expired' } })
  })

  test('the credential says the value as it was measured, and which evidence it rests on', async () => {
    const { credential, evidence_sha256 } = done(await issued())
    const [, body = ''] = credential.split('.')
    const said = JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as { readonly credentialSubject: object }
    expect(said.credentialSubject).toMatchObject({
      issuedToParty: { name: 'Chenab Devices', registeredId: 'K-2001' },
      auditableEvidence: { hashDigest: evidence_sha256, hashMethod: 'SHA-256' },
      assessment: [{ declaredValue: [{ metricName: 'SAR, head', metricValue: { value: 1.23, unit: 'W/kg' } }] }],
    })
  })

  test('the register keeps it for anybody', async () => {
    const { number, credential } = done(await issued())
    const held = done(await readCertificate(thread.made.database, ANYBODY, number))
    expect(held).toMatchObject({ origin: 'issued', about: 'Sitara S1', credential, orders: [] })
    expect(statusOn(held, DAY)).toBe('valid')
    expect(refusedFor(await readCertificate(thread.made.database, ANYBODY, 'C-999999'))).toEqual({
      code: 'certificate_unknown',
    })
  })

  test.each<[string, Partial<CertificateClaims>, object]>([
    [
      'without a criterion',
      { criteria: [] },
      { code: 'certificate_incomplete', place: '/credentialSubject/assessment/0/assessmentCriteria' },
    ],
    [
      'without a measured value',
      { measured: [] },
      { code: 'certificate_incomplete', place: '/credentialSubject/assessment/0/declaredValue' },
    ],
    [
      'about nothing',
      { facility: undefined },
      { code: 'certificate_incomplete', place: '/credentialSubject/assessment/0/assessedProduct' },
    ],
    [
      'whose evidence has no hash',
      { evidence: { url: 'https://maqami.example/reports/1', sha256: 'none' } },
      { code: 'certificate_incomplete', place: '/credentialSubject/auditableEvidence/hashDigest' },
    ],
    ['that ends before it begins', { valid_until: '2026-08-02' }, { code: 'certificate_period' }],
    ['from tomorrow on', { valid_from: '2026-08-04' }, { code: 'certificate_ahead', from: '2026-08-04', today: DAY }],
    ['of an assessment to come', { assessed_on: '2026-08-04' }, { code: 'certificate_ahead', from: '2026-08-04' }],
    [
      // Sixteen digits: as a number of JSON it would be another.
      'of a value that JSON does not keep',
      { measured: [{ name: 'SAR', value: '1.234567890123456', unit: 'W/kg' }] },
      { code: 'certificate_measured', found: '1.234567890123456' },
    ],
    [
      'whose uncertainty is more than all of it',
      { measured: [{ name: 'SAR', value: '1.2', unit: 'W/kg', accuracy: '1.01' }] },
      { code: 'certificate_measured', found: '1.01' },
    ],
  ])('a certificate %s is refused, and leaves nothing behind', async (_, said, refusal) => {
    expect(refusedFor(await issued(said))).toMatchObject(refusal)
  })

  test('it takes two: who reported cannot review', async () => {
    const one: readonly [string, string] = [laboratory.second.person, laboratory.second.person]
    expect(refusedFor(await issued({ signed_by: one }))).toEqual({ code: 'certificate_signatories' })
  })

  test('another laboratory does not find the key to issue in its name', async () => {
    const stranger = await actorOf(thread.made.database, 'laboratory_signatory')
    const signed_by: readonly [string, string] = [laboratory.first.person, stranger.person]
    await expect(issued({ signed_by }, stranger)).rejects.toThrow(/has no secret here/)
  })

  test('its secret is not in the database as it is', async () => {
    done(await issued())
    const client = await thread.made.superuser()
    const { rows } = await client.query<{ readonly sealed: string }>('select sealed from issuer_key_secrets')
    await client.end()
    expect(rows.length).toBe(1)
    expect(rows[0]?.sealed).not.toContain('PRIVATE KEY')
  })

  describe('what is ordered about it', () => {
    const reasons = 'The sample was another one.'
    async function orderedBy(actor: Actor, number: string, kind: 'suspend' | 'restore' | 'withdraw') {
      const shown_hash = await shownOf(number)
      return await orderCertificate(
        thread.recorder,
        actor,
        { number, kind, effective_on: DAY, reasons, shown_hash },
        SIGNED,
      )
    }
    async function shownOf(number: string): Promise<string> {
      const { credential: _, ...one } = done(await readCertificate(thread.made.database, ANYBODY, number))
      return await certificateHash(one)
    }

    test('its laboratory suspends and restores, and a stranger is told at once', async () => {
      const { number, credential } = done(await issued())
      const { credential: other } = done(await issued())
      done(await orderedBy(laboratory.first, number, 'suspend'))
      expect(await judged(credential)).toEqual({ doubt: { code: 'suspended' } })
      expect(await judged(other)).toHaveProperty('good')
      done(await orderedBy(laboratory.first, number, 'restore'))
      expect(await judged(credential)).toHaveProperty('good')
    })

    test('the authority withdraws it for good', async () => {
      const { number, credential } = done(await issued())
      done(await orderedBy(thread.approvingOfficer, number, 'withdraw'))
      expect(await judged(credential)).toEqual({ doubt: { code: 'withdrawn' } })
      expect(refusedFor(await orderedBy(laboratory.first, number, 'restore'))).toEqual({
        code: 'certificate_over',
        on: DAY,
      })
      expect(done(await readCertificate(thread.made.database, ANYBODY, number)).orders).toMatchObject([
        { kind: 'withdraw', ordered_by: 'authority', reasons },
      ])
    })

    test('with a wrong code nothing is ordered', async () => {
      const { number } = done(await issued())
      const wanted = { number, kind: 'suspend', effective_on: DAY, reasons, shown_hash: await shownOf(number) } as const
      expect(refusedFor(await orderCertificate(thread.recorder, laboratory.first, wanted, WRONG))).toEqual({
        code: 'code_wrong',
      })
      expect(done(await readCertificate(thread.made.database, ANYBODY, number)).orders).toEqual([])
    })

    test('of two who order at once over what both saw one is told that it changed, and no code is used up in vain', async () => {
      const { number } = done(await issued())
      const shown_hash = await shownOf(number)
      const said = { number, effective_on: DAY, reasons, shown_hash } as const
      const order = async (actor: Actor, kind: 'suspend' | 'withdraw', confirm = SIGNED) =>
        await orderCertificate(thread.recorder, actor, { ...said, kind }, confirm)
      const both = await Promise.all([order(laboratory.first, 'suspend'), order(thread.approvingOfficer, 'withdraw')])
      expect(both.filter((one) => 'done' in one)).toHaveLength(1)
      expect(done(await readCertificate(thread.made.database, ANYBODY, number)).orders).toHaveLength(1)
      const other = done(await issued())
      done(await orderedBy(laboratory.first, other.number, 'suspend'))
      const stale = { ...said, number: other.number, kind: 'withdraw' } as const
      const late = await orderCertificate(thread.recorder, thread.approvingOfficer, stale, NEVER_ASKED)
      expect(refusedFor(late)).toEqual({ code: 'certificate_changed' })
    })

    test('another laboratory has nothing to say about it', async () => {
      const { number } = done(await issued())
      const stranger = await actorOf(thread.made.database, 'laboratory_signatory')
      expect(refusedFor(await orderedBy(stranger, number, 'suspend'))).toEqual({ code: 'certificate_others' })
    })

    test('who keeps a list longer than it holds is told that its status is not known', async () => {
      const { credential } = done(await issued())
      // A list holds for a day from the moment at which it was signed.
      const signed = NOW - 60_000
      const dayLater = signed + 24 * 3_600_000
      expect(await judged(credential, dayLater - 1000)).toHaveProperty('good')
      expect(await judged(credential, dayLater + 1000)).toMatchObject({ doubt: { code: 'status_outdated' } })
    })
  })

  describe('keys', () => {
    const reasons = 'Every two years.'
    async function currentKey(): Promise<string> {
      const document = await readIssuer(thread.made.database, ANYBODY, laboratory.issuing.publicAddress, 'LAB-000001')
      return document?.verificationMethod.at(-1)?.publicKeyJwk.kid ?? ''
    }
    async function ended(kind: 'given_up' | 'revoked', key: string, actor = laboratory.first, confirm = SIGNED) {
      const shown_hash = await keysHash(await readOwnKeys(thread.made.database, actor))
      const wanted = { key, kind, reasons, shown_hash }
      return await endKey({ ...thread.recorder, ...laboratory.issuing }, actor, wanted, confirm)
    }

    test('with a wrong code a key is not ended, and over other keys than were seen no code is asked', async () => {
      done(await issued())
      const key = await currentKey()
      expect(refusedFor(await ended('revoked', key, laboratory.first, WRONG))).toEqual({ code: 'code_wrong' })
      expect(await currentKey()).toBe(key)
      const stale = { key, kind: 'revoked', reasons, shown_hash: await keysHash([]) } as const
      const parts = { ...thread.recorder, ...laboratory.issuing }
      expect(refusedFor(await endKey(parts, laboratory.first, stale, NEVER_ASKED))).toEqual({
        code: 'issuer_keys_changed',
      })
      expect(await currentKey()).toBe(key)
    })

    test('what a key signed before it was given up holds, and the next certificate has another', async () => {
      const { credential } = done(await issued())
      const before = await currentKey()
      expect(
        done(await ended('given_up', before))
          .map(stateOf)
          .slice(-2),
      ).toEqual(['given_up', 'current'])
      expect(await currentKey()).not.toBe(before)
      expect(await judged(credential)).toHaveProperty('good')
      expect(await judged(done(await issued()).credential)).toHaveProperty('good')
      expect(refusedFor(await ended('given_up', before))).toEqual({ code: 'issuer_key_over' })
    })

    test('what a revoked key signed proves nothing any more, and is signed anew', async () => {
      const { credential, number } = done(await issued())
      const key = await currentKey()
      done(await ended('revoked', key))
      expect(await judged(credential)).toMatchObject({ doubt: { code: 'key_revoked' } })
      const anew = done(await readCertificate(thread.made.database, ANYBODY, number)).credential ?? ''
      expect(await judged(anew)).toHaveProperty('good')
      expect(anew.split('.')[1]).toBe(credential.split('.')[1])
    })

    test('it is for the laboratory to change them', async () => {
      const stranger = await actorOf(thread.made.database, 'laboratory_signatory')
      expect(refusedFor(await ended('revoked', await currentKey(), stranger))).toEqual({ code: 'issuer_key_unknown' })
    })
  })

  test('a laboratory that never signed has no document and no list', async () => {
    const { database } = thread.made
    expect(await readIssuer(database, ANYBODY, laboratory.issuing.publicAddress, 'LAB-000002')).toBeUndefined()
    expect(await readStatusList({ ...laboratory.issuing, database }, 'LAB-000002-suspension')).toBeUndefined()
    expect(await readStatusList({ ...laboratory.issuing, database }, 'LAB-000001-else')).toBeUndefined()
  })
})
