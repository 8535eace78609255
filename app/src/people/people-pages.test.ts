import { afterAll, beforeAll, expect, test } from 'vitest'
import { SERVERS } from '../kernel/test-database-fixture.ts'
import { openReader, type PageReader, type ReadPage } from '../pages/page-reader-fixture.ts'
import { codeOf, memberOf, openTestIdentity, PASSWORD, type TestIdentity } from './identity-fixture.ts'
import { PAGES_ADDRESS, servedPeople } from './people-pages-fixture.ts'

let made: TestIdentity
let served: ReturnType<typeof servedPeople>
let nth = 0

beforeAll(async () => {
  const [first] = SERVERS
  if (first === undefined) throw new Error('no server runs')
  made = await openTestIdentity(first, undefined, PAGES_ADDRESS)
  served = servedPeople(made.identity)
})
afterAll(async () => {
  await made.drop()
})

async function signedIn(email: string): Promise<PageReader> {
  nth += 1
  const reader = openReader(served.server, `198.51.100.${nth}`)
  expect((await reader.send('/sign-in', { email, password: PASSWORD })).status).toBe(303)
  return reader
}

function said({ body }: Pick<ReadPage, 'body'>): string {
  return body
    .replaceAll(/<!-- -->/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll(/\s+/g, ' ')
}

/** What the hidden control of this name holds in each form of the page. */
function rows({ body }: ReadPage, name: string): readonly string[] {
  return [...body.matchAll(new RegExp(`name="${name}" value="([^"]+)"`, 'g'))].map((found) => found[1] ?? '')
}

test('the pages of the account and of people stand in both languages, and leave no sentence in the other', async () => {
  const { email, organization } = await memberOf(made, 'administrator', 'manufacturer')
  await memberOf(made, 'maker_clerk', 'manufacturer', organization)
  const reader = await signedIn(email)
  await reader.send('/people', { act: 'invite', email: 'one@example.com', role: 'maker_clerk' })
  await reader.send('/people/keys', { act: 'issue', name: 'Stock', role: 'maker_clerk', days: '90' })
  const second = async (language: 'en' | 'ur') =>
    await reader.send('/account/second-factor', { act: 'begin', password: PASSWORD }, language)
  const pages = ['/account', '/account/second-factor', '/people', '/people/keys']
  for (const url of pages) expect([url, (await reader.open(url)).status]).toEqual([url, 200])
  const officer = await signedIn((await memberOf(made, 'case_officer', 'regulator')).email)
  const inUrdu = await Promise.all(pages.map(async (url) => await reader.open(url, 'ur')))
  for (const page of [...inUrdu, await second('ur'), await officer.open('/organizations', 'ur')]) {
    expect(page.body).toContain('<html lang="ur" dir="rtl">')
    const main = (/<main.*<\/main>/s.exec(page.body)?.[0] ?? '').replaceAll(/<(bdi|code)\b.*?<\/\1>/gs, '')
    // Names that people wrote stand between isolates.
    const own = said({ body: main }).replaceAll(/\u2068.*?\u2069|Aisha Khan/g, '')
    expect(/(?:[A-Za-z]{2,} ){2}/.exec(own)?.[0]).toBeUndefined()
  }
  expect(served.faults).toEqual([])
})

test('who belongs to several organizations chooses for whom he acts, and the header says so', async () => {
  const { email, person } = await memberOf(made, 'maker_clerk', 'manufacturer')
  const other = await memberOf(made, 'administrator', 'laboratory')
  const inviting = await signedIn(other.email)
  await inviting.send('/people', { act: 'invite', email, role: 'laboratory_signatory' })
  const { pathname, search } = new URL((await made.lettersTo(email)).at(-1) ?? '')
  const reader = await signedIn(email)
  expect((await reader.send(pathname + search, {})).location).toBe('/account')
  const account = await reader.open('/account')
  expect(said(account)).toContain('You belong to several organizations and act for none yet.')
  expect(said(account)).toContain('acting for nobody')
  const laboratory = rows(account, 'organization').find((id) => id === other.organization) ?? ''
  expect((await reader.send('/account', { act: 'act_for', organization: laboratory })).location).toBe('/account')
  expect(/<div class="door">.*?<\/div>/.exec((await reader.open('/account')).body)?.[0]).toContain('laboratory')
  const nobody = await reader.send('/account', { act: 'act_for', organization: person })
  expect([nobody.status, said(nobody).includes('You do not belong to that organization')]).toEqual([404, true])
})

test('one’s sessions are listed, and ended one by one or all but this', async () => {
  const { email } = await memberOf(made, 'maker_clerk', 'manufacturer')
  const [here, there, elsewhere] = [await signedIn(email), await signedIn(email), await signedIn(email)]
  const [session = ''] = rows(await here.open('/account'), 'session')
  expect((await here.send('/account', { act: 'end_session', session })).location).toBe('/account')
  expect(rows(await here.open('/account'), 'session')).toHaveLength(1)
  expect((await here.send('/account', { act: 'end_session', session })).status).toBe(404)
  await here.send('/account', { act: 'end_others' })
  expect((await here.open('/account')).body).not.toContain('end_others')
  expect([(await there.open('/account')).status, (await elsewhere.open('/account')).status]).toEqual([401, 401])
})

test('a second factor is set up with its picture, its secret and its recovery codes, shown once, and removed', async () => {
  const { email } = await memberOf(made, 'maker_signatory', 'manufacturer')
  const reader = await signedIn(email)
  const url = '/account/second-factor'
  const wrong = await reader.send(url, { act: 'begin', password: 'not the right one' })
  expect([wrong.status, wrong.body.includes('href="#password"')]).toEqual([401, true])
  expect(wrong.body).not.toContain('not the right one')
  const begun = await reader.send(url, { act: 'begin', password: PASSWORD })
  const secret = (/dir="ltr">([A-Z2-7 ]{32,})</.exec(begun.body)?.[1] ?? '').replaceAll(' ', '')
  const codes = [...begun.body.matchAll(/<li><code>([\w-]+)<\/code>/g)].map((found) => found[1] ?? '')
  expect(begun.body).toMatch(/<svg class="qr"[^>]*><path d="M\d/)
  expect(codes).toHaveLength(10)
  const uri = `otpauth://totp/x?secret=${secret}`
  const tried = await reader.send(url, { code: '000000' })
  expect([tried.status, said(tried).includes('enter its next code')]).toEqual([401, true])
  expect(tried.body).not.toContain(secret)
  const confirmed = await reader.send(url, { code: await codeOf(uri) })
  expect([confirmed.status, confirmed.location]).toEqual([303, url])
  for (const cookie of confirmed.cookies) expect(cookie).toMatch(/; HttpOnly/)
  const there = await reader.open(url)
  expect(said(there)).toContain('Your second factor is set up.')
  expect(there.body).not.toContain(codes[0])
  expect((await reader.send(url, { act: 'remove', password: PASSWORD, code: '000000' })).status).toBe(401)
  expect((await reader.send(url, { act: 'remove', password: PASSWORD, code: codes[0] ?? '' })).location).toBe(url)
  expect(said(await reader.open('/account'))).toContain('None yet')
})

test('an administrator invites, withdraws and ends, each after being told what follows', async () => {
  const { email, organization } = await memberOf(made, 'administrator', 'manufacturer')
  const clerk = await memberOf(made, 'maker_clerk', 'manufacturer', organization)
  const reader = await signedIn(email)
  const wrong = await reader.send('/people', { act: 'invite', email: 'nowhere', role: 'maker_signatory' })
  expect(wrong.status).toBe(422)
  expect(wrong.body).toContain('value="nowhere"')
  expect(wrong.body).toContain('<option value="maker_signatory" selected="">')
  const officer = await reader.send('/people', { act: 'invite', email: 'a@example.com', role: 'case_officer' })
  expect([officer.status, officer.body.includes('href="#role"')]).toEqual([422, true])
  expect((await reader.send('/people', { act: 'invite', email: 'a@example.com', role: 'maker_clerk' })).status).toBe(
    303,
  )
  const [invitation = ''] = rows(await reader.open('/people'), 'invitation')
  await reader.send('/people', { act: 'withdraw', invitation })
  expect(rows(await reader.open('/people'), 'invitation')).toEqual([])
  const page = await reader.open('/people')
  expect(said(page)).toContain('Aisha Khan acts for manufacturer no longer, from the next request on.')
  const working = await signedIn(clerk.email)
  for (const membership of rows(page, 'membership')) await reader.send('/people', { act: 'end', membership })
  // The last administrator stays.
  expect(new Set(rows(await reader.open('/people'), 'membership')).size).toBe(1)
  expect(said(await working.open('/account'))).toContain('You belong to none now.')
})

test('a key is shown once, does what its role may, and nothing once it is revoked', async () => {
  const { email } = await memberOf(made, 'administrator', 'manufacturer')
  const reader = await signedIn(email)
  const nameless = await reader.send('/people/keys', { act: 'issue', name: ' ', role: 'maker_signatory', days: '90' })
  expect([nameless.status, nameless.body.includes('href="#name"')]).toEqual([422, true])
  const issued = await reader.send('/people/keys', { act: 'issue', name: 'Stock', role: 'maker_clerk', days: '90' })
  const key = /<code dir="ltr">([\w-]{43})</.exec(issued.body)?.[1] ?? ''
  const asProgram = async () =>
    (await served.server.inject({ url: '/people', headers: { authorization: `Bearer ${key}` } })).statusCode
  expect(await asProgram()).toBe(403)
  expect(said(issued)).toContain('reads only')
  const more = { act: 'issue', name: 'Returns', role: 'maker_clerk', days: '365', commands: 'upload_return' }
  expect(said(await reader.send('/people/keys', more))).toContain('reads, and 1 thing more')
  const forbidden = await reader.send('/people/keys', { ...more, commands: 'file_return' })
  expect([forbidden.status, forbidden.body.includes('href="#commands"')]).toEqual([422, true])
  const page = await reader.open('/people/keys')
  expect(page.body).not.toContain(key)
  await reader.send('/people/keys', { act: 'revoke', key: rows(page, 'key')[0] ?? '' })
  expect(await asProgram()).toBe(401)
  expect(said(await reader.open('/people/keys'))).toContain('revoked')
})

test('a case officer registers an organization, whose first administrator comes in by the link that only the letter has', async () => {
  const officer = await memberOf(made, 'case_officer', 'regulator')
  const reader = await signedIn(officer.email)
  const url = '/organizations'
  const wanted = {
    act: 'register',
    name: 'Jhelum Cycles',
    kind: 'manufacturer',
    administrator_email: 'first@jhelum.example',
  }
  const faults = [
    [{ ...wanted, name: ' ' }, 'name'],
    [{ ...wanted, kind: 'regulator' }, 'kind'],
    [{ ...wanted, administrator_email: 'nowhere' }, 'administrator_email'],
  ] as const
  for (const [fields, control] of faults) {
    const refused = await reader.send(url, fields)
    expect([refused.status, refused.body.includes(`href="#${control}"`)]).toEqual([422, true])
  }
  expect((await reader.send(url, wanted)).location).toBe(url)
  const waiting = await reader.open(url)
  expect(said(waiting)).toContain('The organization is registered')
  expect(said(waiting)).toMatch(/Jhelum Cycles Manufacturer .*? first@jhelum\.example \(until /)
  const again = { act: 'invite', organization: /<option value="([^"]+)">Jhelum Cycles</.exec(waiting.body)?.[1] ?? '' }
  expect((await reader.send(url, { ...again, email: 'second@jhelum.example' })).status).toBe(303)
  expect(said(await reader.open(url))).toContain('second@jhelum.example')
  const { pathname, search } = new URL((await made.lettersTo('first@jhelum.example')).at(-1) ?? '')
  const coming = openReader(served.server, '198.51.100.200')
  expect((await coming.send(pathname + search, { name: 'Sadia Aslam', password: PASSWORD })).status).toBe(303)
  // It has its administrator, who sees to the rest.
  expect(said(await reader.open(url))).not.toContain('Jhelum Cycles')
  const lost = await reader.send(url, { act: 'invite', organization: officer.organization, email: 'a@example.com' })
  expect([lost.status, lost.body.includes('href="#organization"')]).toEqual([404, true])
})

test('nobody but a case officer registers organizations', async () => {
  const { email } = await memberOf(made, 'administrator', 'regulator')
  const reader = await signedIn(email)
  expect((await reader.open('/organizations')).status).toBe(403)
  expect((await reader.send('/organizations', { act: 'register', name: 'x' })).status).toBe(403)
})

test.each(['/people', '/people/keys'])('%s is for administrators, and for nobody else', async (url) => {
  const { email } = await memberOf(made, 'case_officer', 'regulator')
  const reader = await signedIn(email)
  expect((await reader.open(url)).status).toBe(403)
  const fields = { act: 'end', email: 'a@example.com', role: 'administrator', name: 'x' }
  expect((await reader.send(url, fields)).status).toBe(403)
})

test('an administrator lets an accountant act and ends it, who chooses his client and is asked for each page', async () => {
  const accountant = await memberOf(made, 'accountant', 'accountant')
  const head = await memberOf(made, 'administrator', 'manufacturer')
  const giving = await signedIn(head.email)
  expect((await giving.open('/people')).body).toContain('href="/people/accountants"')
  const accountants = '/people/accountants'
  const wanted = { act: 'give', accountant: accountant.organization, days: '30' }
  const nothing = await giving.send(accountants, wanted)
  expect([nothing.status, nothing.body.includes('<a href="#powers">')]).toEqual([422, true])
  expect((await giving.send(accountants, { ...wanted, powers: 'returns' })).location).toBe(accountants)
  const given = await giving.open(accountants)
  expect(said(given)).toContain('The accountant may act for your firm from now on.')
  const inUrdu = await giving.open(accountants, 'ur')
  expect(said(inUrdu)).toContain('آپ کی طرف سے کون کارروائی کر سکتا ہے')

  const acting = await signedIn(accountant.email)
  expect((await acting.send('/account', { act: 'act_for', organization: head.organization })).location).toBe('/account')
  expect(/<div class="door">.*?<\/div>/.exec((await acting.open('/account')).body)?.[0]).toContain(
    '(<bdi>accountant</bdi>)',
  )
  const refused = await acting.open('/people')
  expect([refused.status, said(refused).includes('Its administrator says what you may do.')]).toEqual([403, true])
  const delegation = rows(given, 'delegation')[0] ?? ''
  expect((await giving.send(accountants, { act: 'end', delegation })).location).toBe(accountants)
  expect(said(await giving.open(accountants))).toContain('What has ended')
  expect(said(await acting.open('/account'))).toContain('acting for nobody')
  expect(served.faults).toEqual([])
})

test('a recovery is asked for on a page, stopped by the link of a letter, and finished by its owner', async () => {
  const head = await memberOf(made, 'administrator', 'manufacturer')
  const clerk = await memberOf(made, 'maker_clerk', 'manufacturer', head.organization)
  const asking = await signedIn(head.email)
  const unknown = await asking.send('/people/recoveries', { act: 'open', email: 'nobody@example.com' })
  expect([unknown.status, unknown.body.includes('<a href="#email">')]).toEqual([404, true])
  const ask = async () => await asking.send('/people/recoveries', { act: 'open', email: clerk.email })
  const linkTo = async (path: string) => {
    const letter = (await made.lettersTo(clerk.email)).at(-1) ?? ''
    return new RegExp(`${path}\\?token=[\\w-]+`).exec(letter)?.[0] ?? ''
  }
  expect((await ask()).location).toBe('/people/recoveries')
  expect(rows(await asking.open('/people/recoveries', 'ur'), 'recovery')).toHaveLength(1)
  const reader = openReader(served.server, '198.51.100.200')
  const stop = await linkTo('/recovery/stop')
  expect(said(await reader.open(stop))).toContain('Stop the recovery')
  expect((await reader.send(stop, {})).location).toBe('/recovery/stop')
  expect((await reader.send(stop, {})).status).toBe(404)
  expect((await ask()).status).toBe(303)
  const finish = await linkTo('/recovery/finish')
  const early = await reader.send(finish, { password: PASSWORD })
  expect([early.status, said(early).includes('A day must go by first.')]).toEqual([409, true])
  expect(said(await reader.open('/recovery/finish', 'ur'))).toContain('لنک نامکمل ہے')
  expect(served.faults).toEqual([])
})
