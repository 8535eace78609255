/** A certificate from the request of the maker to the stranger who verifies it, and what ends it, in a real browser. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { codeOnPaper } from '../src/certificates/paper-code-fixture.ts'
import { openBrowser } from './browser-fixture.ts'
import { type Demonstration, startDemonstration } from './demonstration-fixture.ts'
import { Person } from './person-fixture.ts'

const MINUTES = 60_000
const HEAD = 'signatory@laboratory.example'
const COLLEAGUE = 'signatory@bench.laboratory.example'

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

async function signedIn(email: string, language: 'en' | 'ur' = 'en'): Promise<Person> {
  return await Person.signedIn(browser, service, { email, language, hasScripts: false })
}

/** Has not signed in, and has no script. */
async function stranger(language: 'en' | 'ur'): Promise<Person> {
  return await Person.abroad(browser, service, language)
}

/** A maker's model on the bench of the national laboratory, with what was measured. */
async function measured(): Promise<{ readonly test: string; readonly model: string }> {
  const clerk = await signedIn('clerk@kohsar.example')
  await clerk.sees('/tests/new')
  const benches = clerk.page.locator('[name="bench"] option[value$=" battery"]')
  const bench = benches.filter({ hasText: 'National Electronics Test Laboratory' })
  const model = (await clerk.page.locator('[name="model_id"] option').last().getAttribute('value')) ?? ''
  const asked = await clerk.sends({
    bench: (await bench.first().getAttribute('value')) ?? '',
    model_id: model,
    sample: 'Ten cells of lot 12',
  })
  expect(asked).toContain('Ten cells of lot 12')
  const path = clerk.path
  const head = await signedIn(HEAD)
  await head.sees(path)
  await head.sends({ amount: '45000.00', currency: 'PKR', working_days: '8' })
  const maker = await signedIn('signatory@kohsar.example')
  await maker.sees(path)
  await maker.sends({ act: 'accept' })
  await head.sees(path)
  await head.sends({ handed_by: 'The courier of the maker', seal: 'S-3001', condition: 'Ten cells, sealed and whole' })
  const results = await head.sends({ value_0: '84.2', expanded_uncertainty_0: '0.8' })
  expect(results).toContain('84.2')
  return { test: path, model }
}

test(
  'a maker asks for a test, two of the laboratory sign, and a stranger reads from the code on paper that it is good, and until when',
  async () => {
    const { test: path, model } = await measured()
    const head = await signedIn(HEAD)
    await head.sees(path)
    await head.sends({ second_factor: await service.codeFor(HEAD) })
    // Who signed the report does not review it.
    expect(await head.page.locator('[name="second_factor"]').count()).toBe(0)
    const colleague = await signedIn(COLLEAGUE)
    await colleague.sees(path)
    await colleague.sends({ second_factor: await service.codeFor(COLLEAGUE) })
    const certificate =
      (await colleague.page.locator('main a[href^="/certificates/"]').first().getAttribute('href')) ?? ''
    const paper = await fetch(`${service.address}${certificate}/paper`)
    const address = await codeOnPaper(Buffer.from(await paper.arrayBuffer()))
    expect(address).toBe(`${service.address}${certificate}`)
    for (const [language, good] of [
      ['en', 'The signature of the laboratory holds'],
      ['ur', 'لیبارٹری کے دستخط درست ہیں'],
    ] as const) {
      const abroad = await stranger(language)
      expect(await abroad.sees(new URL(address).pathname)).toContain(good)
    }
    // From 2 October 2028 it holds for 24 months: its last day is 1 October 2030.
    const officer = await signedIn('case@board.example')
    const rowOn = async (day: string): Promise<string> => {
      await officer.sees(`/models/${model}/export?on=${day}`)
      const row = officer.page.locator('main tr', { hasText: certificate.split('/').at(-1) ?? '' }).first()
      return await row.innerText()
    }
    expect(await rowOn('2030-10-01')).toContain('Valid')
    expect(await rowOn('2030-10-02')).toContain('Expired')
    const approving = await signedIn('approving@board.example')
    await approving.sees(certificate)
    const ordered = await approving.sends({
      kind: 'suspend',
      reasons: 'The cells in the shops are of another lot.',
      second_factor: await service.codeFor('approving@board.example'),
    })
    expect(ordered).toContain('It is suspended')
    const abroad = await stranger('en')
    expect(await abroad.sees(certificate)).toContain('It is suspended: do not rely on it until it is restored.')
  },
  4 * MINUTES,
)

test(
  'a suspended laboratory signs nothing, and what it signed before stays good',
  async () => {
    const { test: path } = await measured()
    const abroad = await stranger('en')
    await abroad.sees('/certificates')
    const good = abroad.page
      .locator('main tr', { hasText: 'National' })
      .filter({ hasText: 'Valid' })
      .locator('a')
      .first()
    const before = (await good.getAttribute('href')) ?? ''
    const officer = await signedIn('case@board.example')
    await officer.sees('/laboratories/LAB-000001')
    await officer.sends({
      order: 'suspend',
      effective_on: '2028-10-02',
      reasons: 'Its records of calibration are missing.',
    })
    const approving = await signedIn('approving@board.example')
    await approving.sees('/laboratories/LAB-000001')
    expect(await approving.sends({ kind: 'approved' })).toContain('Suspended')
    const head = await signedIn(HEAD)
    expect(await head.sees(path)).toContain('suspended')
    expect(await head.page.locator('[name="second_factor"]').count()).toBe(0)
    expect(await abroad.sees(before)).toContain('The signature of the laboratory holds')
  },
  4 * MINUTES,
)
