/** The pages of receipts in the database of the tests of money: each act by its form, in both languages, and for officers only. */
import { beforeAll, expect, test } from 'vitest'
import { recorderContext } from './audit-log/recorder-context.ts'
import { ORIGIN, textOf } from './pages/page-reader-fixture.ts'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { shelfContext } from './policy-releases/shelf-context.ts'
import { PROBLEMS } from './problems.ts'
import * as importPage from './receipts/import-receipts-page.tsx'
import * as receiptPage from './receipts/receipt-page.tsx'
import * as statementPage from './receipts/receipt-statement-page.tsx'
import * as receiptsCsv from './receipts/receipts-csv-page.tsx'
import * as receiptsPage from './receipts/receipts-page.tsx'
import { statementOf } from './receipts-fixture.ts'
import { threadAuthority } from './thread.ts'
import type { TestThread } from './thread-fixture.ts'

const PAGES = builtFrom({
  receipts: receiptsPage,
  'receipts.csv': receiptsCsv,
  'receipts/import': importPage,
  'receipts/statements/:number': statementPage,
  'receipts/:id': receiptPage,
})

type Role = 'case' | 'approving'

function hashOn(body: string): string {
  return /name="shown_hash" value="([^"]+)"/.exec(body)?.[1] ?? ''
}

function file(bytes: Buffer): File {
  return new File([new Uint8Array(bytes)], 'pages.csv')
}

export function testReceiptPages(threadOf: () => TestThread): void {
  let service: ReturnType<typeof servedPages>
  beforeAll(() => {
    const { recorder, shelf, caseOfficer, approvingOfficer, customsOfficer } = threadOf()
    service = servedPages(PAGES, {
      authority: threadAuthority,
      problems: PROBLEMS,
      actors: new Map([
        ['case', caseOfficer],
        ['approving', approvingOfficer],
        ['customs', customsOfficer],
      ]),
      contexts: new Map<never, unknown>([
        [recorderContext as never, recorder],
        [shelfContext as never, shelf],
      ]),
    })
  })
  async function see(url: string, authorization: Role | 'customs', language = 'en') {
    const headers = { authorization, cookie: `maqami_language=${language}` }
    const { statusCode, body } = await service.server.inject({ url, headers })
    expect(service.faults).toEqual([])
    return { status: statusCode, body, text: textOf(body) }
  }
  async function send(url: string, authorization: Role, form: Readonly<Record<string, string | File>>) {
    const data = new FormData()
    for (const [name, value] of Object.entries(form)) data.set(name, value)
    const body = new Response(data)
    const type = body.headers.get('content-type') ?? ''
    const headers = { ...ORIGIN, authorization, 'content-type': type, cookie: 'maqami_language=en' }
    const payload = Buffer.from(await body.arrayBuffer())
    const answer = await service.server.inject({ method: 'POST', url, headers, payload })
    expect(service.faults).toEqual([])
    return { status: answer.statusCode, to: String(answer.headers.location), text: textOf(answer.body) }
  }

  test('a statement is imported by a form, which tells of each fault, and booked by another officer over what is shown', async () => {
    const faulty = file(statementOf('2027-10-01', { 'T-20': ['much', ''] }))
    const unfit = await send('/receipts/import', 'case', { file: faulty, rehearsal: 'false' })
    expect([unfit.status, unfit.text.includes('Line 2, amount: write an amount above zero')]).toEqual([422, true])
    expect((await send('/receipts/import', 'case', { rehearsal: 'false' })).status).toBe(422)
    const good = { file: file(statementOf('2027-10-01', { 'T-21': ['70', 'dues'] })), rehearsal: 'false' }
    expect((await send('/receipts/import', 'approving', good)).status).toBe(403)
    const { status, to } = await send('/receipts/import', 'case', good)
    expect([status, /^\/receipts\/statements\/S-\d{6}$/.test(to)]).toEqual([303, true])
    expect((await see(to, 'case')).text).toContain('another officer books it')
    const shown = await see(to, 'approving')
    expect(shown.text).toContain('0 of its lines are booked as shown; 1 waits for a person')
    expect(await send(to, 'approving', { what: 'book', shown_hash: hashOn(shown.body) })).toMatchObject({ status: 303 })
    expect((await see('/receipts', 'case')).text).toMatch(/pages\.csv 1 PKR 70 Booked/)
  })

  test('a line is settled by the forms of two officers', async () => {
    const list = await see('/receipts', 'case')
    const url = /\/receipts\/[0-9a-f-]{36}(?=[^>]*>T-21)/.exec(list.body)?.[0] ?? ''
    const statement = /\/receipts\/statements\/S-\d{6}/.exec(list.body)?.[0] ?? ''
    const form = { what: 'propose', act: 'match', reference: 'D-999999', reason: 'دفتر سے معلوم ہوا۔' }
    const unknown = await send(url, 'case', form)
    expect([unknown.status, unknown.text.includes('not known or not approved')]).toEqual([422, true])
    expect((await send(url, 'approving', form)).status).toBe(403)
    expect((await send(url, 'case', { ...form, act: 'return', reference: '' })).status).toBe(303)
    expect((await see(url, 'case')).text).toContain('another officer decides on it')
    const shown = await see(url, 'approving')
    expect(shown.text).toContain('PKR 70 goes back to the payer.')
    const decision = { kind: 'approved', shown_hash: hashOn(shown.body), reason: '' }
    expect((await send(url, 'approving', { ...decision, shown_hash: '' })).status).toBe(409)
    expect((await send(url, 'approving', decision)).status).toBe(303)
    expect((await see(url, 'approving')).text).toContain('Returned to the payer')
    for (const page of [url, '/receipts', statement, '/receipts/import']) {
      expect((await see(page, 'customs')).status).toBe(403)
      const urdu = await see(page, 'case', 'ur')
      expect([page, urdu.status]).toEqual([page, 200])
      // What somebody wrote stands as it was written, and columns have names of their own.
      const own = textOf(urdu.body.replaceAll(/<(span|bdi|p) class="(?:written|passage)".*?<\/\1>/gs, ''))
      expect(/(?:[A-Za-z]{2,} ){2}[A-Za-z]{2,}/.exec(own)).toBeNull()
    }
    expect((await see('/receipts.csv', 'case')).body.split('\r\n').length).toBeGreaterThan(3)
  })
}
