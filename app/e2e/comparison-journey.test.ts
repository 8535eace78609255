/** What a stranger does with the comparison of routes, in a browser. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from './browser-fixture.ts'
import { type Demonstration, startDemonstration } from './demonstration-fixture.ts'

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

async function opened(locale: 'en' | 'ur', javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ locale, javaScriptEnabled })
  return await context.newPage()
}

/** What a figure says, and where it leads. */
async function figure(page: Page, name: string): Promise<{ readonly text: string; readonly address: string }> {
  const link = page.locator(`[data-figure="${name}"]`)
  return { text: (await link.textContent()) ?? '', address: (await link.getAttribute('href')) ?? '' }
}

// 150 × 280 = 42,000; 7,500 + 600 + 930 and 18% of 42,000 = 7,560.
test('without a script a stranger compares a set of USD 150 at another rate, and opens a charge down to its clause', async () => {
  const page = await opened('en', false)
  await page.goto(`${service.address}/compare`)
  // Nothing would follow them.
  expect(await page.getByRole('slider').count()).toBe(0)
  await page.getByLabel('C&F value of the finished set (USD)').fill('150')
  await page.getByText('All assumptions, and the parts of the kit').click()
  await page.getByLabel('Exchange rate (PKR per USD)').fill('300')
  await page.getByRole('button', { name: 'Compare' }).click()
  // 18% of 45,000 = 8,100 instead.
  expect((await figure(page, 'complete_import import_charges')).text).toBe('17,130')
  await page.goto(`${service.address}${(await figure(page, 'complete_import regulatory_duty')).address}`)
  expect(await page.locator('main').textContent()).toContain('S.R.O. 840(I)/2021')
  await page.context().close()
})

test('with a script the figures follow the slider, to what the service says of the same', async () => {
  const page = await opened('en', true)
  await page.goto(`${service.address}/compare`)
  const slider = page.getByRole('slider', { name: /Exchange rate/ })
  await slider.fill('320')
  await expect.poll(async () => (await figure(page, 'skd retail_price')).text, { timeout: 15_000 }).toBe('63,106.52')
  await expect
    .poll(async () => (await figure(page, 'skd retail_price')).address, { timeout: 15_000 })
    .toContain('exchange_rate=320')
  const { text, address } = await figure(page, 'skd retail_price')
  await page.goto(new URL(address, service.address).href)
  expect(await page.locator('main').textContent()).toContain(`PKR ${text}`)
  await page.context().close()
})

test('all that stands behind the figures follows too, to what the service draws of the same', async () => {
  const page = await opened('ur', true)
  await page.goto(`${service.address}/compare`)
  const behind = page.locator('[data-behind]')
  const drawn = await behind.innerHTML()
  const slider = page.getByRole('slider', { name: 'شرحِ مبادلہ' })
  await slider.fill('320')
  await expect.poll(async () => await behind.innerHTML(), { timeout: 15_000 }).not.toBe(drawn)
  await slider.fill('280')
  await expect.poll(async () => await behind.innerHTML(), { timeout: 15_000 }).toBe(drawn)
  await page.context().close()
})

test('without a script a stranger finds which part is taxed more when it is made here, and opens it down to its clause', async () => {
  const page = await opened('en', false)
  await page.goto(`${service.address}/compare`)
  await page.getByRole('link', { name: 'How far tariffs protect' }).click()
  expect(await page.locator('main').textContent()).toContain('Charger for a kit: imported it bears 0%')
  await page.getByText('Inputs by product, and tariffs to try').click()
  await page.getByLabel('Inputs in its value at world prices: charger for a kit').fill('85')
  await page.getByRole('button', { name: 'Work it out' }).click()
  // (0 − 0.85 × 20%) / 0.15.
  const rate = page.getByRole('link', { name: '−113.33%' })
  const answer = await page.request.post(`${service.address}/api/comparisons/pk-handset-comparison/protection`, {
    data: { facts: { 'products.share.charger': '85%' } },
  })
  expect(await answer.text()).toContain('"value":"-340/3%","shown":"-113.33%"')
  await rate.click()
  expect(await page.locator('main').textContent()).toContain('Customs Act 1969, Fifth Schedule')
  await page.context().close()
})

test('in Urdu and by the keyboard alone a value is entered and compared', async () => {
  const page = await opened('ur', false)
  await page.goto(`${service.address}/compare`)
  await page.locator('[name=cf_value]').focus()
  await page.keyboard.press('Control+A')
  await page.keyboard.type('350')
  await page.keyboard.press('Enter')
  await page.waitForURL(/cf_value=350/)
  expect((await figure(page, 'registered_on_passport import_charges')).text).toBe('31,640')
  expect((await figure(page, 'registered_on_identity_card import_charges')).text).toBe('34,101')
  expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
  await page.context().close()
})

test('what cannot be compared is said at its field, and nothing that was typed is lost', async () => {
  const page = await opened('en', false)
  await page.goto(`${service.address}/compare?cf_value=many&exchange_rate=300`)
  expect(await page.getByRole('alert').textContent()).toContain('many')
  expect(await page.locator('[name=cf_value]').inputValue()).toBe('many')
  expect(await page.locator('[name=exchange_rate]').inputValue()).toBe('300')
  await page.context().close()
})
