import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ADDRESSES } from './addresses-fixture.ts'
import { faultsOf, LANGUAGES, openBrowser, openWindow, WIDTHS } from './browser-fixture.ts'
import { type RunningMaqami, startMaqami } from './start-maqami-fixture.ts'

let service: RunningMaqami
let browser: Browser
beforeAll(async () => {
  service = await startMaqami()
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await service[Symbol.asyncDispose]()
})

const VIEWS = LANGUAGES.flatMap((language) => WIDTHS.map((width) => [language, width] as const))

test.each(VIEWS)(
  'every page in %s at %i can be read by everybody, fits, and stays with itself',
  async (language, width) => {
    await using window = await openWindow(browser, service.address, language, width)
    const { page, complaints } = window
    const faults: string[] = []
    for (const address of ADDRESSES) {
      await page.goto(`${service.address}${address}`)
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      faults.push(...(await faultsOf(page)))
    }
    expect([...faults, ...complaints]).toEqual([])
  },
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

test('a page of law in rehearsal says so above everything else, and one in force does not', async () => {
  await using window = await openWindow(browser, service.address, 'en', 320)
  const { page } = window
  await page.goto(`${service.address}/programmes/pk-medmp-2026`)
  expect(await page.locator('.stripe').innerText()).toMatch(/^REHEARSAL\. This law is not in force/)
  expect((await page.locator('.stripe').boundingBox())?.y).toBe(0)
  await page.goto(`${service.address}/programmes/bicycles`)
  expect(await page.locator('.stripe').count()).toBe(0)
})
