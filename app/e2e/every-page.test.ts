import type { Browser, Cookie, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Language } from '../src/kernel/problem.ts'
import { faultsOf, LANGUAGES, makeOf, openBrowser, openWindow, tooWide, WIDTHS } from './browser-fixture.ts'
import { type Demonstration, startDemonstration } from './demonstration-fixture.ts'
import { READERS, SCREENS } from './screens-fixture.ts'
import { addStates, heldBy, letIn, sendEmpty, type Shown, shownTo } from './shown-fixture.ts'

const MINUTES = 60_000

let service: Demonstration
let browser: Browser
/** What each reader is shown that none before him was, and the languages in which it is looked at. */
interface Looked extends Shown {
  readonly languages: readonly Language[]
}
const readers: { readonly cookies: readonly Cookie[]; readonly shown: readonly Looked[] }[] = []
beforeAll(async () => {
  service = await startDemonstration()
  browser = await openBrowser()
  await addStates(browser, service)
  await using officer = await openWindow(browser, service.address, 'en', 1280)
  await letIn(officer.page.request, service, 'case@board.example')
  const held = await heldBy(officer.page.request, service.address)
  const before = new Set<string>()
  const ofRoute = new Map<string, number>()
  for (const { email } of READERS) {
    await using window = await openWindow(browser, service.address, 'en', 1280)
    const { request } = window.page
    if (email !== undefined) await letIn(request, service, email)
    const shown = (await shownTo(request, service, held, before)).map((one) => {
      const nth = ofRoute.get(one.route) ?? 0
      ofRoute.set(one.route, nth + 1)
      return { ...one, languages: languagesOf(nth) }
    })
    const cookies = await window.page.context().cookies()
    readers.push({ shown, cookies: cookies.filter(({ name }) => name !== 'maqami_language') })
  }
}, 25 * MINUTES)
afterAll(async () => {
  await browser.close()
  await service[Symbol.asyncDispose]()
})

/** Every route in both; its further states and readers in turn, so that the look at all of them ends in minutes. */
function languagesOf(nth: number): readonly Language[] {
  return nth === 0 ? LANGUAGES : [nth % 2 === 0 ? 'en' : 'ur']
}

test('each page of the list is shown to somebody, but those that lead elsewhere, are files or serve a script', () => {
  const shown = new Set(readers.flatMap((reader) => reader.shown.map(({ route }) => route)))
  const unseen = SCREENS.map(({ route }) => route).filter((route) => !shown.has(route))
  expect(unseen).toEqual([
    'compare/:comparison/law',
    'meetings/:number/minutes/:language',
    'publications.atom',
    'publications/:programme/:year/:edition/:file',
    'laboratories/:number/did.json',
    'status-lists/:name',
    'certificates/:number/paper',
    'certificates/:number/credential',
    'simulations/:id/paper',
    'simulations/:id/files/:holds',
    'sign-out',
  ])
})

test.concurrent.each(LANGUAGES)(
  'every page in %s can be read by whoever may see it, fits wide and narrow, and stays with itself, also when its form is refused',
  async (language) => {
    const found: string[] = []
    const makes = new Set<string>()
    for (const { cookies, shown } of readers) {
      await using window = await openWindow(browser, service.address, language, 1280)
      const { page, complaints } = window
      await page.context().addCookies(cookies)
      for (const { address } of shown.filter(({ languages }) => languages.includes(language))) {
        await page.goto(`${service.address}${address}`)
        expect(await page.locator('html').getAttribute('lang')).toBe(language)
        found.push(...(await faultsAtEachWidth(page, makes)))
        if (await sendEmpty(page)) found.push(...(await faultsAtEachWidth(page, makes)))
      }
      found.push(...complaints)
    }
    expect(found).toEqual([])
  },
  30 * MINUTES,
)

/** All that is wrong with a page of a make that was not met before, and whether it fits in any case. */
async function faultsAtEachWidth(page: Page, makes: Set<string>): Promise<readonly string[]> {
  const found: string[] = []
  const make = await makeOf(page)
  const look = makes.has(make) ? tooWide : faultsOf
  makes.add(make)
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    found.push(...(await look(page)))
  }
  return found
}

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
