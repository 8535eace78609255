import { ownCookie } from './page-language.ts'
import type { FastifyRequest } from 'fastify'
import type { ActionFunctionArgs, LoaderFunctionArgs } from 'react-router'
import { useLoaderData } from 'react-router'
import { expect, test } from 'vitest'
import { EICAR, fakeClamd } from '../kernel/clamd-fixture.ts'
import { addressOf } from './fetch-adapter.ts'
import { pageCall, seeOther, settled } from './page-call.ts'
import { builtFrom, servedPages } from './pages-fixture.ts'
import { textOf } from './page-reader-fixture.ts'
import { sentForm } from './read-form.ts'
import { Page, useOwnForm } from './shell.tsx'

const AUTHORITY = { see_note: ['public'], write_note: ['public'], approve_note: ['system'] } as const

const NOTE = {
  handle: { see: 'see_note', act: 'write_note' },
  loader: ({ context }: LoaderFunctionArgs) => context.get(pageCall).done ?? 'nothing done',
  action: async ({ request }: ActionFunctionArgs) => {
    const sent = await request.text()
    return seeOther('/note', `sent_${sent.length}`)
  },
  default: function Note() {
    return <Page title="Note">{useLoaderData<string>()}</Page>
  },
}
const PAGES = { note: NOTE, approval: { ...NOTE, handle: { see: 'approve_note' } } }

const MODELS = {
  handle: { see: 'see_note', act: 'write_note' },
  loader: () => null,
  action: () => seeOther('/models', 'kept'),
  default: function Models() {
    return (
      <Page title="Models">
        <form method="post" action={useOwnForm()} />
      </Page>
    )
  },
}

test('a form for what is new is taken for the organization to which it was shown, and for no other', async () => {
  const accountant = { person: 'one', role: 'maker_clerk' } as const
  const actors = new Map([
    ['ravi', { ...accountant, organization: 'ravi-1' }],
    ['chenab', { ...accountant, organization: 'chenab-1' }],
  ])
  const { server } = servedPages(builtFrom({ models: MODELS }), { authority: AUTHORITY, actors })
  const shown = await server.inject({ url: '/models', headers: { ...OWN, authorization: 'ravi' } })
  const [, action = ''] = /<form action="(\?for=[^"]+)"/.exec(shown.body) ?? []
  const send = async (authorization: string) =>
    await server.inject({ method: 'POST', url: `/models${action}`, headers: { ...OWN, authorization }, payload: 'a=b' })
  expect((await send('ravi')).statusCode).toBe(303)
  // In another tab another client was chosen meanwhile.
  const mixed = await send('chenab')
  expect([mixed.statusCode, mixed.headers['set-cookie']]).toEqual([409, undefined])
  expect(mixed.body).toContain('This form was opened for another organization')
})

function served() {
  const actors = new Map([['analyst', { person: 'one', organization: undefined, role: 'analyst' } as const]])
  return servedPages(builtFrom(PAGES), { authority: AUTHORITY, actors })
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded', host: 'maqami.example' }
const OWN = { ...FORM, origin: 'https://maqami.example' }

test('a page comes under a policy that lets nothing in, and with no script', async () => {
  const answer = await served().server.inject('/note')
  expect(answer.statusCode).toBe(200)
  expect(answer.headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy':
      "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    'referrer-policy': 'same-origin',
    'cache-control': 'no-store',
    'content-language': 'en',
  })
  expect(answer.body).toMatch(/^<!DOCTYPE html><html lang="en" dir="ltr">.*<title>Note · Maqami<\/title>/)
  expect(answer.body).not.toMatch(/<script|<style| style=|https?:/)
})

test('a demonstration says so on every page, also on one that is not there, with the day of its calendar', async () => {
  const demonstration = servedPages(builtFrom(PAGES), { authority: AUTHORITY, demonstrationDay: '2028-10-02' }).server
  const [note, nowhere] = await Promise.all([demonstration.inject('/note'), demonstration.inject('/nowhere')])
  for (const { body } of [note, nowhere])
    expect(body).toContain('Demonstration: invented makers; the calendar stands at 2 October 2028.')
  const urdu = await demonstration.inject({ url: '/note', headers: { 'accept-language': 'ur' } })
  expect(urdu.body).toContain('<p class="demonstration">نمائشی نظام: صنعت کار فرضی ہیں؛')
  expect((await served().server.inject('/note')).body).not.toContain('class="demonstration"')
})

test('the language is the one chosen here, and before that the one the browser asks for', async () => {
  const { server } = served()
  const asked = await server.inject({ url: '/note', headers: { 'accept-language': 'ur' } })
  expect(asked.body).toContain('<html lang="ur" dir="rtl">')
  expect(asked.body).toContain('href="/note?language=en" lang="en"')
  const chosen = await server.inject({
    url: '/note',
    headers: { 'accept-language': 'ur', cookie: 'a=b; maqami_language=en' },
  })
  expect(chosen.body).toContain('<html lang="en" dir="ltr">')
})

test.each([
  ['/note?a=1&language=ur', '/note?a=1'],
  ['/note?language=ur', '/note'],
  ['//elsewhere.example/?language=ur', '/elsewhere.example/'],
  ['/a/..//elsewhere.example/?language=ur', '/elsewhere.example/'],
])('the switch at %s is kept for a year, and leads back to %s', async (url, back) => {
  const answer = await served().server.inject(url)
  expect([answer.statusCode, answer.headers.location]).toEqual([303, back])
  expect(answer.headers['set-cookie']).toBe(
    '__Host-maqami_language=ur; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure',
  )
})

test('without TLS, where a browser would not keep them otherwise, cookies have no prefix', () => {
  const cookie = 'maqami_language=ur; Path=/'
  expect(ownCookie(cookie, new URL('http://localhost:8080'))).toBe(cookie)
  expect(ownCookie('__Host-maqami.session_token=a; Secure', new URL('https://maqami.example'))).toBe(
    '__Host-maqami.session_token=a; Secure',
  )
})

test('a form is sent, the reader is led to a page, and that page knows once what was done', async () => {
  const { server } = served()
  const sent = await server.inject({ method: 'POST', url: '/note', headers: OWN, payload: 'a=12' })
  expect([sent.statusCode, sent.headers.location]).toEqual([303, '/note'])
  expect(sent.headers['set-cookie']).toBe(
    '__Host-maqami_done=sent_4; Max-Age=60; Path=/; HttpOnly; SameSite=Lax; Secure',
  )
  const next = await server.inject({ url: '/note', headers: { cookie: '__Host-maqami_done=sent_4' } })
  expect(next.body).toContain('sent_4</main>')
  expect(next.headers['set-cookie']).toMatch(/^__Host-maqami_done=; .*Max-Age=0.*; Secure$/)
})

test('an empty form arrives empty, not as a word for nothing', async () => {
  const sent = await served().server.inject({ method: 'POST', url: '/note', headers: OWN })
  expect(sent.headers['set-cookie']).toContain('__Host-maqami_done=sent_0;')
})

test.each([
  ['without an origin', FORM, 403],
  ['from another site', { ...FORM, origin: 'https://evil.example' }, 403],
  ['from a page that hides where it is', { ...FORM, origin: 'null' }, 403],
  ['by the name under which it was reached', { ...FORM, host: '10.0.0.1:8080', origin: 'http://10.0.0.1:8080' }, 303],
])('a form sent %s is answered %s', async (_, headers, status) => {
  const answer = await served().server.inject({ method: 'POST', url: '/note', headers, payload: 'a=1' })
  expect(answer.statusCode).toBe(status)
  expect(answer.body.includes('This form was not sent from a page of ours')).toBe(status === 403)
})

test.each([
  ['GET', '/approval', 401, 'This is for people who have signed in'],
  ['GET', '/note/../approval', 401, 'This is for people who have signed in'],
  ['GET', '/%6eote/%2e%2e/approval', 401, 'This is for people who have signed in'],
  ['GET', '/%61pproval', 401, 'This is for people who have signed in'],
  ['GET', '/APPROVAL/', 401, 'This is for people who have signed in'],
  ['POST', '/approval', 404, 'There is nothing at &#x27;/approval&#x27;'],
  ['GET', '/elsewhere', 404, 'There is nothing at &#x27;/elsewhere&#x27;'],
  ['GET', '/note.data', 404, 'There is nothing at &#x27;/note.data&#x27;'],
  ['GET', '/assets/b-1.css', 404, 'There is nothing at'],
] as const)('%s %s is refused on a page', async (method, url, status, sentence) => {
  const answer = await served().server.inject({ method, url, headers: OWN })
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([status, 'text/html; charset=utf-8'])
  expect(answer.body).toContain(sentence)
})

test('who has signed in and may not is told so on a page', async () => {
  const headers = { ...OWN, authorization: 'analyst' }
  const answer = await served().server.inject({ url: '/approval', headers })
  expect(answer.statusCode).toBe(403)
  expect(answer.body).toContain('analyst asks to approve_note')
})

test.each([
  '//elsewhere.example/',
  '///elsewhere.example/',
  '/\\elsewhere.example/',
  '/a/..//elsewhere.example/',
  'http://elsewhere.example/',
])('an address that a caller writes as %s is one of ours', (url) => {
  const { origin, pathname } = addressOf({ url } as FastifyRequest, new URL('https://maqami.example'))
  expect([origin, pathname]).toEqual(['https://maqami.example', expect.stringMatching(/^\/(?:http:\/\/)?elsewhere/)])
})

test('no link of a page leads to another host', async () => {
  const { body } = await served().server.inject('/a/..//elsewhere.example/')
  expect(body).toContain('href="/elsewhere.example/?language=ur"')
})

test('the interface answers in its own form where it knows no address', async () => {
  const answer = await served().server.inject('/api/elsewhere')
  expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([404, 'route_unknown'])
})

test('what is too large is refused before a page looks at it', async () => {
  const payload = 'a'.repeat(1024 * 1024 + 1)
  const answer = await served().server.inject({ method: 'POST', url: '/note', headers: OWN, payload })
  expect(answer.statusCode).toBe(413)
  expect(answer.body).toContain('At most 1 MB are taken here at once')
})

const FORM_NOTE = {
  ...NOTE,
  action: async ({ context, request }: ActionFunctionArgs) => {
    const sent = (await sentForm(context, request)).get('words')
    return seeOther('/note', typeof sent === 'string' ? sent : 'nothing')
  },
}
const MULTIPART = 'multipart/form-data; boundary=x'
const WORDS = '--x\r\ncontent-disposition: form-data; name="words"\r\n\r\nlate'

test.each([
  ['application/x-www-form-urlencoded', 'words=late', 303],
  [MULTIPART, `${WORDS}\r\n--x--`, 303],
  ['text/plain', 'words=late', 400],
  ['application/json', '{"words":"late"}', 400],
  [MULTIPART, WORDS, 400],
  ['multipart/form-data', WORDS, 400],
  ['no type at all', 'words=late', 400],
])('a form that is sent as %s: %j is answered %i', async (type, payload, status) => {
  const { server, faults } = servedPages(builtFrom({ note: FORM_NOTE }), { authority: AUTHORITY })
  const headers = { ...OWN, 'content-type': type }
  const answer = await server.inject({ method: 'POST', url: '/note', headers, payload })
  expect(answer.statusCode).toBe(status)
  expect(answer.body.includes('What arrived is not the form of this page')).toBe(status === 400)
  expect(faults).toEqual([])
})

test('a body that is shorter than it says is a form that cannot be read', async () => {
  const headers = { ...OWN, 'content-length': '9' }
  const answer = await served().server.inject({ method: 'POST', url: '/note', headers, payload: 'a=12' })
  expect(answer.statusCode).toBe(400)
  expect(answer.body).toContain('What arrived is not the form of this page')
})

test('requests are counted by the pattern of the page, never by its address', async () => {
  const { server, metrics } = servedPages(builtFrom({ 'notes/:number': NOTE, note: NOTE }), { authority: AUTHORITY })
  for (const url of ['/notes/1', '/notes/2?x=1', '/%6eotes/3', '/note', '/elsewhere/7', '/assets/a-1.css'])
    await server.inject(url)
  await server.inject({ method: 'POST', url: '/notes/4', headers: OWN, payload: 'a=1' })
  const counted = (await metrics.text()).matchAll(
    /_seconds_count\{method="(\w+)",route="([^"]+)",status="(\d+)"\} (\d+)/g,
  )
  expect([...counted].map((found) => found.slice(1).join(' '))).toEqual([
    'GET /notes/:number 200 3',
    'GET /note 200 1',
    'GET /* 404 1',
    'GET /assets/:name 200 1',
    'POST /notes/:number 303 1',
  ])
})

test('a fault is told without what happened, in the language of the reader, and is logged', async () => {
  const broken = { ...NOTE, loader: () => Promise.reject(new Error('secret 35202')) }
  const { server, faults } = servedPages(builtFrom({ note: broken }), { authority: AUTHORITY })
  const answer = await server.inject({ url: '/note', headers: { 'accept-language': 'ur' } })
  expect(answer.statusCode).toBe(500)
  expect(answer.body).toContain('ہماری طرف سے خرابی')
  expect(answer.body).toContain('request 1')
  expect(answer.body).not.toContain('35202')
  expect(faults).toEqual([new Error('secret 35202')])
})

test('a page that fails while it is drawn is a fault as well', async () => {
  const broken = {
    ...NOTE,
    default: () => {
      throw new Error('drawn wrongly')
    },
  }
  const { server, faults } = servedPages(builtFrom({ note: broken }), { authority: AUTHORITY })
  expect((await server.inject('/note')).statusCode).toBe(500)
  expect(faults).toContainEqual(new Error('drawn wrongly'))
})

test('the refusal of a command becomes the page', async () => {
  const refusing = {
    ...NOTE,
    loader: ({ context }: LoaderFunctionArgs) => settled(context, { refused: { code: 'not_ready', part: 'database' } }),
  }
  const { server } = servedPages(builtFrom({ note: refusing }), { authority: AUTHORITY })
  const answer = await server.inject('/note')
  expect([answer.statusCode, answer.body.includes('The service waits for one of its parts (database).')]).toEqual([
    503,
    true,
  ])
})

test('a page that computes is refused to who asks too often, and says when to ask again', async () => {
  const clock = () => Date.parse('2027-06-30T12:00:30.000Z')
  const computing = { commands: ['write_note'], most: 1, clock }
  const { server } = servedPages(builtFrom({ note: { ...NOTE, handle: { ...NOTE.handle, largest: 100 } } }), {
    authority: AUTHORITY,
    computing,
  })
  const send = async () => await server.inject({ method: 'POST', url: '/note', headers: OWN, payload: 'a=12' })
  expect((await send()).statusCode).toBe(303)
  const refused = await send()
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([429, 'Wed, 30 Jun 2027 12:01:00 GMT'])
  expect(refused.body).toContain('1 computations a minute')
  // To look at it costs nothing.
  expect((await server.inject('/note')).statusCode).toBe(200)
})

test('what a refusal quotes in Latin letters is marked as such on a page in Urdu, and is as it was on one in English', async () => {
  const refusing = {
    ...NOTE,
    loader: ({ context }: LoaderFunctionArgs) =>
      settled(context, { refused: { code: 'field_no_day', text: '31 June', place: '/body/day' } }),
  }
  const { server } = servedPages(builtFrom({ note: refusing }), { authority: AUTHORITY })
  const said = async (language: string): Promise<string> =>
    (await server.inject({ url: '/note', headers: { 'accept-language': language } })).body
  expect(await said('ur')).toContain('اور دن لکھیے: <bdi lang="en" dir="ltr">2027-06-30</bdi>۔')
  expect(await said('en')).toContain('Write year, month and day: 2027-06-30.')
  expect(await said('en')).not.toContain('<bdi')
})

test.each([
  [{ ...NOTE, handle: undefined }, 'note'],
  [{ ...NOTE, handle: { see: 'see_nothing' } }, 'note'],
  [{ ...NOTE, handle: { see: 'see_note', act: 'do_nothing' } }, 'note'],
])('a page without its row in the table of authority is not served', (module, id) => {
  expect(() => servedPages(builtFrom({ note: module }), { authority: AUTHORITY })).toThrow(
    `the page ${id} has no row in the table of authority`,
  )
})

test('what never changes under its name is kept by the browser', async () => {
  const answer = await served().server.inject('/assets/a-1.css')
  expect([answer.body, answer.headers['content-type']]).toEqual(['a{color:red}', 'text/css; charset=utf-8'])
  expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
})

test('every file of a form is scanned before its page is asked, and a form without files is not', async () => {
  await using clamd = await fakeClamd()
  const actors = new Map([['clerk', { person: 'one', organization: 'firm', role: 'maker_clerk' } as const]])
  const { server } = servedPages(builtFrom(PAGES), { authority: AUTHORITY, actors, scanner: clamd.scanner })
  const send = async (url: string, files: readonly string[], more: Readonly<Record<string, string>> = {}) => {
    const form = new FormData()
    form.set('text', EICAR)
    for (const [number, content] of files.entries()) form.append('file', new File([content], `${number}.csv`))
    const request = new Request('https://maqami.example', { method: 'POST', body: form })
    const type = request.headers.get('content-type') ?? ''
    const headers = { ...OWN, authorization: 'clerk', 'content-type': type, ...more }
    return await server.inject({ method: 'POST', url, headers, payload: Buffer.from(await request.arrayBuffer()) })
  }
  expect((await send('/note', ['clean', 'clean too'])).statusCode).toBe(303)
  const refused = await send('/note', ['clean', EICAR])
  expect([refused.statusCode, refused.headers['set-cookie']]).toEqual([422, undefined])
  expect(textOf(refused.body)).toContain('Eicar-Test-Signature')
  expect((await send('/note', [EICAR], { 'accept-language': 'ur' })).body).toContain('فائل میں وائرس ہے')
  expect(clamd.streams.map(String)).toEqual(['clean', 'clean too', 'clean', EICAR, EICAR])
  // What is sent to where nobody may send is not looked at, and texts are no files.
  expect((await send('/approval', [EICAR])).statusCode).toBe(404)
  // Of whoever has not signed in nothing can be kept.
  expect((await send('/note', [EICAR], { authorization: '' })).statusCode).toBe(303)
  expect((await send('/note', [])).statusCode).toBe(303)
  const plain = { method: 'POST', url: '/note', headers: { ...OWN, authorization: 'clerk' }, payload: 'a=b' } as const
  expect((await server.inject(plain)).statusCode).toBe(303)
  expect(clamd.streams).toHaveLength(5)
  await clamd[Symbol.asyncDispose]()
  const down = await send('/note', ['clean'])
  expect([down.statusCode, down.headers['set-cookie']]).toEqual([503, undefined])
  expect(textOf(down.body)).toContain('Send it again in a few minutes.')
})
