/** A promise from its first talk to the alarm, in a real browser. */
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
  'an officer enters who would make displays and what it promises, finds it beside its class, and is told when both lapse',
  async () => {
    const signIn = async (language: 'en' | 'ur') =>
      await Person.signedIn(browser, service, { email: 'policy@board.example', language, hasScripts: false })
    const officer = await signIn('en')
    const before = await officer.sees('/desk')
    expect(before).toContain('Next step with 1 candidate for investment')
    expect(before).toContain('1 promise that was not kept')
    await officer.sees('/investments/new')
    const choices = officer.page.locator('[name="owner_id"] option', { hasText: 'Parveen Akhtar' })
    const owner_id = (await choices.first().getAttribute('value')) ?? ''
    await officer.page.locator('[name="makes_display"]').check()
    const entered = await officer.sends({
      name: 'Karakoram Glass (invented)',
      kind: 'component_maker',
      country: 'PK',
      stage: 'talks',
      happened_on: '2028-10-01',
      owner_id,
      next_step: 'Show them the zone.',
      next_on: '2028-10-10',
    })
    expect(entered).toContain('Karakoram Glass')
    const candidate = officer.path
    await officer.sees(`${candidate}/promise`)
    const words = 'Two hundred jobs at the first line'
    const promised = await officer.sends({ kind: 'jobs', words, amount: '200', due_on: '2028-10-12' })
    expect(promised).toContain(words)
    expect(promised).not.toContain('Lapsed')
    await officer.sees('/components/pk-medmp-2026/display')
    await officer.page.locator('main a', { hasText: 'Karakoram Glass' }).click()
    expect(officer.path).toBe(candidate)
    // From 2 to 15 October.
    await service.passDays(13)
    const later = await signIn('ur')
    const now = await later.sees('/desk')
    expect(now).toContain('سرمایہ کاری کے 2 امیدواروں کے ساتھ اگلا قدم')
    expect(now).toContain('2 وعدے جو پورے نہیں ہوئے')
    await later.page.locator('main a[href="/promises"]').click()
    expect(await later.reads()).toContain(words)
    const reader = await signIn('en')
    expect(await reader.sees(candidate)).toContain('Lapsed')
  },
  4 * MINUTES,
)
