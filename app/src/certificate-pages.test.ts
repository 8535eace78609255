/** The page that a stranger opens by the code on a paper: whether the certificate is good, why not, and what he needs to find out by himself. */
import { verifyJWS } from 'did-jwt'
import type { RouterContext } from 'react-router'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { recorderContext } from './audit-log/recorder-context.ts'
import * as certificate from './certificates/certificate-page.tsx'
import * as paper from './certificates/certificate-paper-page.tsx'
import { certificateWordsOf } from './certificates/certificate-words.ts'
import * as table from './certificates/certificates-csv-page.tsx'
import * as register from './certificates/certificates-page.tsx'
import * as credential from './certificates/credential-page.tsx'
import * as document from './certificates/issuer-document-page.tsx'
import * as keys from './certificates/issuer-keys-page.tsx'
import { judge } from './certificates/judge-credential.ts'
import { codeOnPaper } from './certificates/paper-code-fixture.ts'
import { paperContext } from './certificates/paper-context.ts'
import { issuerKeysIn } from './certificates/read-issuers.ts'
import { certificatesAuthority } from './certificates/certificates-api.ts'
import * as list from './certificates/status-list-page.tsx'
import { LABORATORY, openLaboratory, type TestLaboratory } from './certificates-fixture.ts'
import { printPaper } from './determinations/render-letter.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import type { Actor } from './kernel/transaction.ts'
import { signatureContext } from './people/signature-context.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { identityContext } from './people/identity-context.ts'
import { PROBLEMS } from './problems.ts'
import { done, openThread, type TestThread } from './thread-fixture.ts'

const DAY = '2026-08-03'
/** What a telephone shows in these tests. */
const CODE = '123456'
const confirm = async (_: Actor, given: string) =>
  await Promise.resolve(given === CODE ? { done: true } : { refused: { code: 'code_wrong' } })

const ORIGIN = { host: 'maqami.example', origin: 'https://maqami.example' }

describe.each(SERVERS.slice(0, 1))('pages of certificates on $name', (server) => {
  let thread: TestThread
  let laboratory: TestLaboratory
  let service: ReturnType<typeof servedPages>
  beforeAll(async () => {
    thread = await openThread(server)
    laboratory = await openLaboratory(thread)
    const { first, issuing } = laboratory
    const identity = { ...thread.recorder, ...issuing }
    service = servedPages(
      builtFrom({
        certificates: register,
        'certificates.csv': table,
        'certificates/:number': certificate,
        'certificates/:number/paper': paper,
        'certificates/:number/credential': credential,
        'laboratories/:number/did.json': document,
        'status-lists/:name': list,
        'issuer-keys': keys,
      }),
      {
        authority: certificatesAuthority,
        problems: PROBLEMS,
        actors: new Map<string, Actor>([
          ['signatory', first],
          ['officer', thread.approvingOfficer],
        ]),
        contexts: new Map<RouterContext, unknown>([
          [recorderContext, thread.recorder],
          [identityContext, identity],
          [signatureContext, confirm],
          [paperContext, printPaper],
        ]),
      },
    )
  }, 60_000)
  afterAll(async () => {
    await thread.made.drop()
  })
  beforeEach(() => {
    thread.at(`${DAY}T11:59:00Z`)
  })

  async function opened(url: string, headers: Readonly<Record<string, string>> = {}) {
    return await service.server.inject({ url, headers: { 'accept-language': 'en', ...headers } })
  }
  async function sent(url: string, authorization: string, form: Readonly<Record<string, string>>) {
    const headers = { ...ORIGIN, authorization, 'content-type': 'application/x-www-form-urlencoded' }
    return await service.server.inject({ method: 'POST', url, headers, payload: new URLSearchParams(form).toString() })
  }

  test('a stranger reads without a script that it is good, and of what, in either language', async () => {
    const { number } = done(await laboratory.issued())
    const { statusCode, body } = await opened(`/certificates/${number}`)
    expect(statusCode).toBe(200)
    for (const told of ['Good', 'Margalla Test House', 'Chenab Devices', 'SAR, head', '1.23', '2 August 2028'])
      expect(body).toContain(told)
    expect(body).not.toMatch(/<script/)
    expect(body).not.toMatch(/<form method="post"/)
    expect(body.length).toBeLessThan(50_000)
    const urdu = await opened(`/certificates/${number}`, { 'accept-language': 'ur' })
    expect(urdu.body).toContain('لیبارٹری کے دستخط درست ہیں')
  })

  test('what is doubted has a sentence of its own, in both languages', () => {
    for (const language of ['en', 'ur'] as const) {
      const sentences = Object.values(certificateWordsOf(language).doubts)
      expect(new Set(sentences).size).toBe(sentences.length)
    }
  })

  test('the authority suspends it by the form, and the page says so at once, with the reasons', async () => {
    const { number } = done(await laboratory.issued())
    const shown = (await opened(`/certificates/${number}`, { authorization: 'officer' })).body
    expect(shown).toContain('Suspend')
    const said = { kind: 'suspend', effective_on: DAY, reasons: 'The sample was another one.' }
    const order = { ...said, shown_hash: hashIn(shown), second_factor: CODE }
    const wrong = await sent(`/certificates/${number}`, 'officer', { ...order, second_factor: '654321' })
    expect(wrong.body).toContain('id="second_factor-error"')
    expect(wrong.body).toContain('The sample was another one.')
    expect((await opened(`/certificates/${number}`)).body).not.toContain('It is suspended')
    expect((await sent(`/certificates/${number}`, 'officer', order)).statusCode).toBe(303)
    const { body } = await opened(`/certificates/${number}`)
    expect(body).toContain('It is suspended: do not rely on it until it is restored.')
    expect(body).toContain('The sample was another one.')
    const again = await sent(`/certificates/${number}`, 'officer', order)
    expect(again.body).toContain('It is suspended. Restore it, or withdraw it.')
  })

  test.each([
    ['2028-08-02', 'Good'],
    ['2028-08-03', 'Its last day is over.'],
  ])('on %s the page says: %s', async (day, told) => {
    const { number } = done(await laboratory.issued())
    thread.at(`${day}T11:59:00Z`)
    expect((await opened(`/certificates/${number}`)).body).toContain(told)
  })

  test('what was altered in the database is told from what was signed', async () => {
    const { id, number, credential: signed } = done(await laboratory.issued())
    const [head, body = '', signature] = signed.split('.')
    const text = Buffer.from(body, 'base64url').toString('utf8').replace('"value":1.23', '"value":0.23')
    const forged = [head, Buffer.from(text).toString('base64url'), signature].join('.')
    await thread.made.tamper(
      `alter table certificate_credentials disable trigger only_grows;
       update certificate_credentials set credential = '${forged}' where certificate_id = '${id}';
       alter table certificate_credentials enable trigger only_grows`,
    )
    expect((await opened(`/certificates/${number}`)).body).toContain('The signature does not fit')
  })

  test('with what it offers the certificate is verified offline, and by a library that is not ours', async () => {
    const { number, credential: signed } = done(await laboratory.issued())
    const [jwt, did, suspension, revocation] = await Promise.all(
      [
        `/certificates/${number}/credential`,
        `/laboratories/${LABORATORY}/did.json`,
        `/status-lists/${LABORATORY}-suspension`,
        `/status-lists/${LABORATORY}-revocation`,
      ].map(async (url) => await opened(url)),
    )
    expect(jwt?.headers['content-type']).toBe('application/vc+jwt')
    expect(did?.headers['access-control-allow-origin']).toBe('*')
    expect(jwt?.body).toBe(signed)
    const lists = [suspension?.body ?? '', revocation?.body ?? '']
    const known = { keys: issuerKeysIn(did?.body ?? '') ?? new Map(), lists, now: Date.parse(`${DAY}T12:00:00Z`) }
    expect(judge(jwt?.body ?? '', known)).toHaveProperty('good')
    // It looks for keys of the type that JSON Web Keys had in earlier DID documents.
    const { verificationMethod } = did?.json<{ readonly verificationMethod: readonly object[] }>() ?? {}
    const methods = (verificationMethod ?? []).map((one) => ({ ...one, type: 'JsonWebKey2020' }))
    type Methods = Parameters<typeof verifyJWS>[1]
    expect(verifyJWS(signed, methods as Methods)).toMatchObject({ type: 'JsonWebKey2020' })
    const [head, body, signature = ''] = signed.split('.')
    const other = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`
    expect(() => verifyJWS([head, body, other].join('.'), methods as Methods)).toThrow(/invalid_signature/)
  })

  test('the code on the paper leads to the page that says whether it is good', async () => {
    const { number } = done(await laboratory.issued())
    const { rawPayload, headers } = await opened(`/certificates/${number}/paper`)
    expect(headers['content-type']).toBe('application/pdf')
    const address = await codeOnPaper(rawPayload)
    expect(address).toBe(`https://maqami.example/certificates/${number}`)
    expect((await opened(new URL(address).pathname)).body).toContain('the certificate is valid from')
    const again = await opened(`/certificates/${number}/paper`)
    expect(again.rawPayload.equals(rawPayload)).toBe(true)
  })

  test('the register finds a certificate by words of it, and none by others', async () => {
    const { number } = done(await laboratory.issued())
    expect((await opened('/certificates?q=chenab')).body).toContain(number)
    expect((await opened('/certificates?q=nothing')).body).not.toContain(number)
    // A sign that stands for any text in SQL stands for itself here.
    expect((await opened('/certificates?q=%25')).body).not.toContain(number)
    expect((await opened('/certificates.csv')).body).toContain(`${number},Valid,Issued here,`)
  })

  test('what is not there is said to be not there', async () => {
    for (const url of [
      '/certificates/C-999999',
      '/certificates/C-999999/credential',
      '/laboratories/LAB-999999/did.json',
      '/status-lists/LAB-999999-suspension',
    ])
      expect((await opened(url)).statusCode).toBe(404)
  })

  test('the laboratory gives up its key by the form, and signs with the next', async () => {
    done(await laboratory.issued())
    const before = await opened('/issuer-keys', { authorization: 'signatory' })
    const [, key = ''] = /<option value="([\w-]{43})"/.exec(before.body) ?? []
    expect(before.body).toContain('Signs')
    const said = { key, kind: 'given_up', reasons: 'Every two years.' }
    const end = { ...said, shown_hash: hashIn(before.body), second_factor: CODE }
    expect((await sent('/issuer-keys', 'signatory', { ...end, second_factor: '654321' })).body).toContain('Signs')
    expect((await opened('/issuer-keys', { authorization: 'signatory' })).body).not.toContain('Given up')
    expect((await sent('/issuer-keys', 'signatory', end)).statusCode).toBe(303)
    expect((await opened('/issuer-keys', { authorization: 'signatory' })).body).toContain('Given up')
    expect((await sent('/issuer-keys', 'officer', end)).statusCode).toBe(403)
  })
})

/** What the form of a page has signed. */
function hashIn(body: string): string {
  const [, hash = ''] = /name="shown_hash" value="(sha256:[0-9a-f]{64})"/.exec(body) ?? []
  return hash
}
