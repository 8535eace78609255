/** What a register is for, in a browser: questions, lines entered on pages, mergers, bills and the word of suppliers. */
import { readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomUUID } from 'node:crypto'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bicycleReturn } from '../src/demonstration/invented-makers.ts'
import { openBrowser } from './browser-fixture.ts'
import { type Demonstration, startDemonstration } from './demonstration-fixture.ts'
import { Person } from './person-fixture.ts'
import { workbook } from './workbook-fixture.ts'

const MINUTES = 60_000
/** Whose localization falls short of the target. */
const FAILING = join(import.meta.dirname, '../../examples/return-2026-27-failing.xlsx')

let service: Demonstration
let browser: Browser
beforeAll(async () => {
  service = await startDemonstration()
  browser = await openBrowser()
}, 3 * MINUTES)
afterAll(async () => {
  await browser.close()
  await service[Symbol.asyncDispose]()
})

async function signedIn(email: string, language: 'en' | 'ur' = 'en', hasScripts = true): Promise<Person> {
  return await Person.signedIn(browser, service, { email, language, hasScripts })
}

/** What the person follows from the open page. */
async function addressOf(person: Person, selector: string): Promise<string> {
  const address = await person.page.locator(selector).first().getAttribute('href')
  if (address === null) throw new Error(`nothing leads to ${selector} on ${person.path}`)
  return address
}

/** A file that the reader of a page fetches from it. */
async function fetched(person: Person, address: string, ending: string): Promise<string> {
  const answer = await person.page.request.get(`${service.address}${address}`)
  expect(answer.status()).toBe(200)
  const file = join(tmpdir(), `${randomUUID()}.${ending}`)
  writeFileSync(file, await answer.body())
  return file
}

test(
  'an officer asks about a return, its clock stands still, the firm answers, and the officer looks at what changed and accepts',
  async () => {
    const clerk = await signedIn('clerk@ravi.example')
    await clerk.sees('/returns')
    const file = await workbook(bicycleReturn({ begins: 2027, made: 2500, licence_year: 2, imported_value: 10_800 }))
    await clerk.sends({ return: 'bicycles/annual', return_period: '2027-28', file })
    const amended = clerk.path
    const signatory = await signedIn('signatory@ravi.example', 'ur')
    await signatory.sees(amended)
    await signatory.sends({ second_factor: await service.codeFor('signatory@ravi.example') })

    const officer = await signedIn('case@board.example')
    await officer.sees('/desk')
    const [, id = ''] = /returns\/([^/]+)/.exec(await addressOf(officer, 'main a:has-text("Review a return")')) ?? []
    await officer.sees(`/returns/${id}/questions`)
    const asked = await officer.sends({
      about: 'models/imported_value',
      row: '3',
      words: 'Why is less imported than in the version before?',
      due_on: '2028-10-20',
    })
    expect(asked).toContain('Why is less imported')
    expect(await officer.sees('/desk')).toMatch(/stopped/i)

    await signatory.sees(`/returns/${id}/questions`)
    await signatory.sees(await addressOf(signatory, 'main a[href^="/questions/"]'))
    expect(await signatory.sends({ words: 'ایک انوائس دو بار گنی گئی تھی۔' })).toContain(
      'ایک انوائس دو بار گنی گئی تھی۔',
    )

    expect(await officer.sees('/desk')).not.toMatch(/stopped/i)
    const difference = await officer.sees(`${amended}/difference`)
    expect(difference).toMatch(/PKR 11,000\s*PKR 10,800/)
    await officer.sees(`/returns/${id}/review`)
    await officer.sends({ kind: 'accepted' })
    expect(await officer.sees(`/history/returns/${id}`)).toMatch(/accepted/i)
  },
  4 * MINUTES,
)

test(
  'a firm enters a month on pages without a script, is told what is wrong where it stands, and files it',
  async () => {
    const clerk = await signedIn('clerk@chenab.example', 'en', false)
    await clerk.sees('/returns')
    await clerk.page.locator('#upload [name="return"]').selectOption('bicycles/monthly')
    await clerk.page.locator('#upload [name="return_period"]').fill('2028-08')
    await clerk.page.locator('button[value="enter"]').click()
    await clerk.page.waitForURL('**/draft')
    const draft = clerk.path
    await clerk.sees(`${draft}/production/lines/new`)
    await clerk.sends({ cell_model: 'Roadster', cell_made: '12.5', cell_sold: '9' })
    await clerk.sees(`${draft}/production/lines/3`)
    expect(await clerk.reads()).toMatch(/whole number; 12.5 is not/)
    await clerk.sends({ cell_made: '12' })
    await clerk.sees(draft)
    expect(await clerk.sends({ act: 'check', revision: '' })).not.toMatch(/whole number/)
    expect(clerk.path).toMatch(/\/versions\/1$/)
    const signatory = await signedIn('signatory@chenab.example', 'en', false)
    await signatory.sees(clerk.path)
    await signatory.sends({ second_factor: await service.codeFor('signatory@chenab.example') })
    expect(await signatory.sees(clerk.path)).toMatch(/filed/i)
  },
  4 * MINUTES,
)

test(
  'a supplier attests a share, an officer opens the sealed costs with a reason, and the supplier sees it',
  async () => {
    const supplier = await signedIn('signatory@potohar.example')
    await supplier.sees('/attestations/new')
    const evidence = join(tmpdir(), `${randomUUID()}.txt`)
    writeFileSync(evidence, 'Cells 300, casing 200, work 300, all made here; circuits 200, imported.\n')
    await supplier.sends({
      recipient: 'K-2001',
      part_code: 'P-9',
      part: 'battery of 5,000 mAh',
      hs_code: '8507.6000',
      component_class: 'battery',
      period_from: '2028-07-01',
      period_until: '2029-06-30',
      expires_on: '2029-12-31',
      at_least: '80%',
      at_most: '80%',
      evidence,
    })
    const attestation = supplier.path
    const signed = await supplier.sends({ second_factor: await service.codeFor('signatory@potohar.example') })
    expect(signed).toContain('In force')

    const maker = await signedIn('clerk@kohsar.example')
    expect(await maker.sees(attestation)).toContain('80%')
    expect(await maker.reads()).not.toContain('Open the sealed cost sheet')

    const officer = await signedIn('case@board.example')
    await officer.sees(attestation)
    expect(await officer.sends({ reason: 'Twice the share of the year before.' })).toContain('Bilal Qureshi')
    expect(await supplier.sees(attestation)).toContain('Twice the share of the year before.')
  },
  4 * MINUTES,
)

test(
  'a maker corrects a bill by workbook, sees his return beside it, and which parts would reach the target',
  async () => {
    const clerk = await signedIn('clerk@kohsar.example')
    await clerk.sees('/models')
    const models = await clerk.page
      .locator('main a[href^="/models/"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''))
    const withBill = await firstWith(clerk, models, 'a[href*="/bills/1"]')
    await clerk.sends({ act: 'begin' })
    await clerk.sees(`${withBill}/bills/2`)
    const file = await fetched(clerk, `/api${withBill}/bills/2/workbook?language=en`, 'xlsx')
    expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
    await clerk.sees(`${withBill}/bills/2/workbook`)
    await clerk.sends({ file })
    await clerk.sees(`${withBill}/bills/2`)
    expect(await clerk.reads()).toMatch(/Draft/i)

    await clerk.sees('/returns')
    const accepted = await addressOf(clerk, 'main tbody tr:has-text("2026-27") a[href^="/returns/"]')
    await clerk.sends({ return: 'pk-medmp-2026/annual', return_period: '2026-27', file: FAILING })
    const draft = clerk.path
    expect(await clerk.sees(`${draft}/bill`)).toContain('In the bill')
    expect(await clerk.sees(`${draft}/advice`)).toMatch(/EL-1050 radio transceiver.*10\.1766%/)

    const officer = await signedIn('case@board.example', 'ur')
    await officer.sees(`${accepted}/versions/1`)
    await officer.sees(await addressOf(officer, 'main a[href$="/advice"]'))
  },
  4 * MINUTES,
)

test(
  'two officers merge a firm into another, which sees its returns, and the register says who is bound on any day',
  async () => {
    const officer = await signedIn('case@board.example')
    const firmCalled = async (name: string): Promise<string> => {
      await officer.sees('/manufacturers')
      const [, id = ''] =
        /manufacturers\/([^/?]+)/.exec(
          await addressOf(officer, `main a[href^="/manufacturers/"]:has-text("${name}")`),
        ) ?? []
      return id
    }
    const indus = await firmCalled('Indus Wheels')
    const ravi = await firmCalled('Ravi Cycles')
    await officer.sees(`/manufacturers/${indus}/events/merged`)
    await officer.sends({
      effective_on: '2028-10-02',
      answers_id: ravi,
      licences: 'pass',
      reason: 'Deed of merger 12 of 2028, registered on 29 September.',
    })
    const event = officer.path
    expect(event).toMatch(/^\/firm-events\//)
    expect(await officer.reads()).toMatch(/another officer|second officer/i)
    const signatory = await signedIn('signatory@ravi.example')
    const before = await signatory.sees('/returns')
    expect(before).not.toContain('Indus Wheels')

    const approver = await signedIn('approving@board.example')
    await approver.sees(event)
    await approver.sends({ kind: 'approved' })
    expect(await signatory.sees('/returns')).toContain('Indus Wheels')
    expect(await officer.sees(`/manufacturers/${indus}/bound?on=2028-10-01`)).not.toContain('Ravi Cycles')
    expect(await officer.sees(`/manufacturers/${indus}/bound?on=2028-10-02`)).toContain('Ravi Cycles')
  },
  4 * MINUTES,
)

/** The first of the addresses whose page has what the selector names; that page stays open. */
async function firstWith(person: Person, addresses: readonly string[], selector: string): Promise<string> {
  for (const address of addresses) {
    await person.sees(address)
    if ((await person.page.locator(selector).count()) > 0) return address
  }
  throw new Error(`no page has ${selector}`)
}
