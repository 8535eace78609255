/** What a consultation is for, in a browser: a maker of components comments on a clause of a draft, and gets an answer. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser-fixture.ts'
import { type Demonstration, startDemonstration } from './demonstration-fixture.ts'
import { Person } from './person-fixture.ts'

const MINUTES = 60_000
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

test(
  'a maker of components comments on a clause in confidence, and reads the answer that nobody else reads',
  async () => {
    const signIn = async (email: string, language: 'en' | 'ur' = 'en') =>
      await Person.signedIn(browser, service, { email, language, hasScripts: true })
    const supplier = await signIn('signatory@potohar.example', 'ur')
    await supplier.sees('/consultations/CON-000001/comment')
    const said = 'بیٹری کے خانے ہم یہیں بناتے ہیں۔'
    await supplier.page.locator('[name="words"]').fill(said)
    await supplier.page.locator('main form button').click()
    await supplier.page.waitForURL('**/consultations/CON-000001')
    expect(await supplier.reads()).toContain(said)
    const officer = await signIn('case@board.example')
    await officer.sees('/consultations/CON-000001')
    await officer.page.locator('tr', { hasText: said }).locator('a[href*="/answer?comment="]').click()
    await officer.page.waitForURL('**/answer?comment=*')
    expect(await officer.sends({ outcome: 'noted', words: 'Holders of cells are counted as made here.' })).toContain(
      'Holders of cells',
    )
    expect(await supplier.sees('/consultations/CON-000001')).toContain('Holders of cells')
    const maker = await signIn('clerk@ravi.example')
    const others = await maker.sees('/consultations/CON-000001')
    expect(others).not.toContain('Holders of cells')
    expect(others).not.toContain(said)
  },
  4 * MINUTES,
)
