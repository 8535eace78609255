/** A browser that holds every page it meets to what all pages promise. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import sparticuz, { inflate } from '@sparticuz/chromium'
import { type Browser, chromium, type Page } from 'playwright-core'
import type { Language } from '../src/kernel/problem.ts'

const SPARTICUZ = import.meta.resolve('@sparticuz/chromium')

export type Width = 1280 | 360 | 320
export const LANGUAGES: readonly Language[] = ['en', 'ur']
const NARROW: Width = 320
export const WIDTHS = [1280, 320] as const satisfies readonly Width[]

/** The one from npm where it runs, and otherwise an installed Chrome or Chromium. */
export async function openBrowser(): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return await chromium.launch({ channel: 'chrome' })
  // It brings the libraries that it needs, for systems without them.
  const libraries = await inflate(fileURLToPath(new URL('../bin/al2023.tar.br', SPARTICUZ)))
  return await chromium.launch({
    executablePath: await sparticuz.executablePath(),
    // Not its own arguments, which switch off what pages are held to.
    args: [
      '--no-sandbox',
      '--no-zygote',
      '--disable-gpu',
      '--font-render-hinting=none',
      '--disable-background-networking',
    ],
    env: { ...process.env, LD_LIBRARY_PATH: join(libraries, 'lib') },
  })
}

export interface Window extends AsyncDisposable {
  readonly page: Page
  /** What was wrong with any page so far, each in a sentence. */
  readonly complaints: readonly string[]
}

export async function openWindow(browser: Browser, address: string, language: Language, width: Width): Promise<Window> {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: language })
  await context.addCookies([{ name: 'maqami_language', value: language, url: address }])
  const page = await context.newPage()
  const complaints: string[] = []
  const complain = (sentence: string): void => void complaints.push(`${new URL(page.url()).pathname}: ${sentence}`)
  page.on('pageerror', (error) => complain(error.message))
  page.on('console', (message) => {
    // The browser says of a refused page what its status says.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) complain(message.text())
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('data:')) complain(`asks ${request.url()}`)
  })
  page.on('requestfailed', (request) => {
    // What the browser was still fetching when the test moved on to the next page, it gives up itself.
    const why = request.failure()?.errorText ?? ''
    if (why !== 'net::ERR_ABORTED') complain(`${request.url()} did not come (${why})`)
  })
  return { page, complaints, [Symbol.asyncDispose]: async () => await context.close() }
}

/** Everything that a machine can see to be wrong with the page that is open. */
export async function faultsOf(page: Page): Promise<readonly string[]> {
  const wide = await tooWide(page)
  const axe = new AxeBuilder({ page })
  // Colours, names and order are the same at every width.
  if ((page.viewportSize()?.width ?? 0) <= NARROW) axe.withRules(['scrollable-region-focusable', 'target-size'])
  const { violations } = await axe.analyze()
  const path = new URL(page.url()).pathname
  const found = violations.map(({ id, help, nodes }) => {
    const where = nodes.map(({ target }) => target.join(' ')).slice(0, 3)
    return `${path}: ${help} (${id}), at ${where.join(', ')}`
  })
  return [...found, ...wide]
}

/** Whether the page fits, with all that is folded; it stays unfolded, since that must hold as well. */
export async function tooWide(page: Page): Promise<readonly string[]> {
  const [width, room] = await page.evaluate(() => {
    document.querySelectorAll('details').forEach((one) => (one.open = true))
    return [document.documentElement.scrollWidth, window.innerWidth]
  })
  return (width ?? 0) > (room ?? 0) ? [`${new URL(page.url()).pathname} is ${width} wide, and has ${room}`] : []
}

/** Of what the open page is made, whatever it says: pages of one make have the same faults. */
export async function makeOf(page: Page): Promise<string> {
  return await page.evaluate(() => {
    const chain = (one: Element | null): string => {
      if (one === null) return ''
      const names = one.getAttributeNames().filter((name) => /^(?:aria-|role|type)/.test(name))
      return `${chain(one.parentElement)} ${one.tagName}.${one.className}${names.join()}`
    }
    return [...new Set([...document.querySelectorAll('body *')].map(chain))].toSorted().join('\n')
  })
}
