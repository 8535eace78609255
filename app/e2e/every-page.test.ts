import type { Browser, Cookie } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { faultsOf, LANGUAGES, openBrowser, openWindow, WIDTHS } from './browser-fixture.ts'
import { type Demonstration, startDemonstration } from './demonstration-fixture.ts'
import { READERS, SCREENS } from './screens-fixture.ts'
import { addStates, heldBy, letIn, sendEmpty, type Shown, shownTo } from './shown-fixture.ts'

const MINUTES = 60_000

let service: Demonstration
let browser: Browser
/** What each reader is shown that none before him was. */
const readers: { readonly cookies: readonly Cookie[]; readonly shown: readonly Shown[] }[] = []
beforeAll(async () => {
  service = await startDemonstration()
  browser = await openBrowser()
  await addStates(browser, service)
  await using officer = await openWindow(browser, service.address, 'en', 1280)
  await letIn(officer.page.request, service, 'case@board.example')
  const held = await heldBy(officer.page.request, service.address)
  const before = new Set<string>()
  for (const { email } of READERS) {
    await using window = await openWindow(browser, service.address, 'en', 1280)
    const { request } = window.page
    if (email !== undefined) await letIn(request, service, email)
    const shown = await shownTo(request, service, held, before)
    const cookies = await window.page.context().cookies()
    readers.push({ shown, cookies: cookies.filter(({ name }) => name !== 'maqami_language') })
  }
}, 4 * MINUTES)
afterAll(async () => {
  await browser.close()
  await service[Symbol.asyncDispose]()
})

const VIEWS = LANGUAGES.flatMap((language) => WIDTHS.map((width) => [language, width] as const))

test('each page of the list is shown to somebody, but the one that leads elsewhere', () => {
  const shown = new Set(readers.flatMap((reader) => reader.shown.map(({ route }) => route)))
  expect(SCREENS.map(({ route }) => route).filter((route) => !shown.has(route))).toEqual(['sign-out'])
})

test.each(VIEWS)(
  'every page in %s at %i can be read by everybody who may see it, fits, and stays with itself, also when its form is refused',
  async (language, width) => {
    const found: string[] = []
    for (const { cookies, shown } of readers) {
      await using window = await openWindow(browser, service.address, language, width)
      const { page, complaints } = window
      await page.context().addCookies(cookies)
      for (const { address } of shown) {
        await page.goto(`${service.address}${address}`)
        expect(await page.locator('html').getAttribute('lang')).toBe(language)
        found.push(...(await faultsOf(page)))
        if (await sendEmpty(page)) found.push(...(await faultsOf(page)))
      }
      found.push(...complaints)
    }
    expect(found).toEqual([])
  },
  15 * MINUTES,
)

test('what pages must not do is noticed', async () => {
  await using window = await openWindow(browser, service.address, 'en', 320)
  const { page, complaints } = window
  await page.goto(service.address)
  await page.evaluate(() => {
    const bad = `<p style="color: red">styled</p><img alt="" src="https://elsewhere.example/a.png"><pre>${'wide '.repeat(99)}</pre>`
    document.querySelector('main')?.insertAdjacentHTML('beforeend', bad)
  })
  expect((await faultsOf(page)).join('\n')).toMatch(/^\/ is \d+ wide, and has 320$/m)
  await expect.poll(() => complaints.join('\n')).toContain('Applying inline style violates')
  expect(complaints.join('\n')).toContain("Loading the image 'https://elsewhere.example/a.png' violates")
})

test('a reader comes by keyboard to the content, to the other language and back', async () => {
  await using window = await openWindow(browser, service.address, 'en', 1280)
  const { page } = window
  await page.goto(service.address)
  await page.keyboard.press('Tab')
  expect(await page.locator(':focus').innerText()).toBe('Skip to the content')
  await page.keyboard.press('Enter')
  expect(new URL(page.url()).hash).toBe('#content')
  await page.getByRole('link', { name: 'اردو' }).click()
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  expect(page.url()).toBe(`${service.address}/`)
  await page.getByRole('link', { name: 'English' }).click()
  expect(await page.locator('html').getAttribute('dir')).toBe('ltr')
})

test('a page of law in rehearsal says so above everything but the demonstration, and one in force does not', async () => {
  await using window = await openWindow(browser, service.address, 'en', 320)
  const { page } = window
  await page.goto(`${service.address}/programmes/pk-medmp-2026`)
  expect(await page.locator('.stripe').innerText()).toMatch(/^REHEARSAL\. This law is not in force/)
  const above = await page.locator('.demonstration').boundingBox()
  expect((await page.locator('.stripe').boundingBox())?.y).toBe(above?.height)
  await page.goto(`${service.address}/programmes/bicycles`)
  expect(await page.locator('.stripe').count()).toBe(0)
})
