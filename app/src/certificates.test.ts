/** A laboratory certifies, and whoever holds the certificate, the issuer's keys and its lists can tell what it is worth. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { recordCommand } from './audit-log/record-command.ts'
import { type CertificateClaims, type CertificateRefusal, statusOn } from './certificates/certificate.ts'
import { claimsFor } from './certificates/claims-fixture.ts'
import type { Issuing } from './certificates/hold-keys.ts'
import { type IssuedCertificate, issueCertificate } from './certificates/issue-certificate.ts'
import { judge } from './certificates/judge-credential.ts'
import { readCertificate, readIssuer, readStatusList } from './certificates/read-certificates.ts'
import { issuerKeysIn } from './certificates/read-issuers.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, ANYBODY } from './kernel/transaction.ts'
import type { Outcome } from './kernel/outcome.ts'
import { actorOf, organizationOf } from './people/actor-fixture.ts'
import { authorisedMaker, done, openThread, refusedFor, type TestMaker, type TestThread } from './thread-fixture.ts'

const DAY = '2026-08-03'
const NOW = Date.parse(`${DAY}T12:00:00Z`)

describe.each(SERVERS)('certificates on $name', (server) => {
  let thread: TestThread
  let issuing: Issuing
  let maker: TestMaker
  let first: Actor
  let second: Actor
  let claims: CertificateClaims
  beforeAll(async () => {
    thread = await openThread(server)
    issuing = {
      ...thread.recorder,
      secret: 'a secret for tests, of more than thirty-two characters',
      publicAddress: new URL('https://maqami.example'),
    }
    maker = await authorisedMaker(thread, 'Chenab Devices', 'K-2001')
    const id = await organizationOf(thread.made.database, 'laboratory', 'Margalla Test House')
    const organization = { id, kind: 'laboratory' } as const
    first = await actorOf(thread.made.database, 'laboratory_signatory', organization)
    second = await actorOf(thread.made.database, 'laboratory_signatory', organization)
    const laboratory = issuing.makeId()
    const columns = 'id, number, organization_id, name, kind, country, recorded_at, recorded_by'
    await thread.made.tamper(
      `insert into laboratories (${columns})
        values ('${laboratory}', 'LAB-000001', '${id}', 'Margalla Test House', 'private', 'PK', now(), 'test')`,
    )
    claims = claimsFor({ laboratory, manufacturer: maker.id, signed_by: [first.person, second.person] })
  })
  afterAll(async () => {
    await thread.made.drop()
  })
  beforeEach(() => {
    thread.at(`${DAY}T11:59:00Z`)
  })

  async function issued(
    said: Partial<CertificateClaims> = {},
    actor = second,
  ): Promise<Outcome<IssuedCertificate, CertificateRefusal>> {
    return await recordCommand<IssuedCertificate, CertificateRefusal>(
      thread.recorder,
      actor,
      'review_report',
      async (tables) => {
        const made = await issueCertificate(tables, issuing, { ...claims, ...said })
        return 'refused' in made ? made : { ...made, subject: `certificate ${made.done.number}`, details: {} }
      },
    )
  }

  /** As a stranger judges it who fetched what the service gives to anybody. */
  async function judged(credential: string, now = NOW) {
    const { database } = thread.made
    const document = await readIssuer(database, ANYBODY, issuing.publicAddress, 'LAB-000001')
    const lists = ['LAB-000001-suspension', 'LAB-000001-revocation'].map(
      async (name) => (await readStatusList({ ...issuing, database }, name)) ?? '',
    )
    const keys = issuerKeysIn(JSON.stringify(document)) ?? new Map()
    return judge(credential, { keys, lists: await Promise.all(lists), now })
  }

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
    const one: readonly [string, string] = [second.person, second.person]
    expect(refusedFor(await issued({ signed_by: one }))).toEqual({ code: 'certificate_signatories' })
  })

  test('another laboratory does not find the key to issue in its name', async () => {
    const stranger = await actorOf(thread.made.database, 'laboratory_signatory')
    const signed_by: readonly [string, string] = [first.person, stranger.person]
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

  test('a laboratory that never signed has no document and no list', async () => {
    const { database } = thread.made
    expect(await readIssuer(database, ANYBODY, issuing.publicAddress, 'LAB-000002')).toBeUndefined()
    expect(await readStatusList({ ...issuing, database }, 'LAB-000002-suspension')).toBeUndefined()
    expect(await readStatusList({ ...issuing, database }, 'LAB-000001-else')).toBeUndefined()
  })
})
