/** What steering reads on paper: one sheet, in either language. */
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

test.each(['en', 'ur'] as const)(
  'where the programmes stand is printed on one sheet of paper, in %s, and each figure leads to what it is made of',
  async (language) => {
    const reader = await Person.signedIn(browser, service, {
      email: 'policy@board.example',
      language,
      hasScripts: false,
    })
    const said = await reader.sees('/overview')
    const words = {
      en: ['Exports in a year', 'What needs a decision', 'behind'],
      ur: ['سال کی برآمدات', 'کیا فیصلہ طلب ہے', 'پیچھے'],
    }
    for (const word of words[language]) expect(said).toContain(word)
    expect(await sheetsOf(reader)).toBe(1)
    // The count finds more where there are more.
    await reader.sees('/statistics')
    expect(await sheetsOf(reader)).toBeGreaterThan(1)
    await reader.sees('/overview')
    await reader.page.locator('a[href="/goals/bicycles/bicycles"]').click()
    await reader.page.locator('a[href^="/returns/"]').first().click()
    expect(reader.path).toMatch(/^\/returns\/[0-9a-f-]{36}$/)
  },
  3 * MINUTES,
)

/** As the browser prints the page that is open on A4. */
async function sheetsOf({ page }: Person): Promise<number> {
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true })
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
}
