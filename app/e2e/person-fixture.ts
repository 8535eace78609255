import type { Browser, Page } from 'playwright-core'
import { faultsOf } from './browser-fixture.ts'
import type { Demonstration } from './demonstration-fixture.ts'

/** Somebody at a browser of his own, who is held up by whatever is wrong with a page that he meets. */
export class Person {
  readonly page: Page
  readonly #faults: string[] = []
  readonly #address: string
  readonly #hasScripts: boolean
  private constructor(address: string, page: Page, hasScripts: boolean) {
    this.page = page
    this.#address = address
    this.#hasScripts = hasScripts
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().startsWith('Failed to load')) this.#faults.push(message.text())
    })
    page.on('request', (request) => {
      if (!request.url().startsWith(address)) this.#faults.push(`asks ${request.url()}`)
    })
  }

  static async signedIn(
    browser: Browser,
    service: Demonstration,
    {
      email,
      language,
      hasScripts,
    }: { readonly email: string; readonly language: 'en' | 'ur'; readonly hasScripts: boolean },
  ): Promise<Person> {
    const context = await browser.newContext({ locale: language, javaScriptEnabled: hasScripts })
    await context.addCookies([{ name: 'maqami_language', value: language, url: service.address }])
    const person = new Person(service.address, await context.newPage(), hasScripts)
    await person.sees('/sign-in')
    await person.sends({ email, password: service.password })
    if (person.page.url().includes('/sign-in')) await person.sends({ code: await service.codeFor(email) })
    if (person.path.startsWith('/sign-in')) throw new Error(`${email} was not let in: ${await person.reads()}`)
    return person
  }

  /** Without an account, and without scripts. */
  static async abroad(browser: Browser, service: Demonstration, language: 'en' | 'ur'): Promise<Person> {
    const context = await browser.newContext({ locale: language, javaScriptEnabled: false })
    await context.addCookies([{ name: 'maqami_language', value: language, url: service.address }])
    return new Person(service.address, await context.newPage(), false)
  }

  async sees(path: string): Promise<string> {
    await this.page.goto(`${this.#address}${path}`)
    return await this.reads()
  }

  /** What the open page says. */
  async reads(): Promise<string> {
    // What looks at a page is a script itself.
    if (this.#hasScripts) this.#faults.push(...(await faultsOf(this.page)))
    if (this.#faults.length > 0) throw new Error(this.#faults.join('\n'))
    return await this.page.locator('main').innerText()
  }

  /** Fills the form that has these fields, and sends it. */
  async sends(fields: Readonly<Record<string, string>>): Promise<string> {
    const names = Object.keys(fields).map((name) => `:has([name="${name}"])`)
    const form = this.page.locator(`form${names.join('')}`).first()
    for (const [name, value] of Object.entries(fields)) {
      const control = form.locator(`[name="${name}"]`)
      const [tag, type] = await control.first().evaluate((one) => [one.tagName, one.getAttribute('type')])
      if (type === 'radio') await form.locator(`[name="${name}"][value="${value}"]`).check()
      else if (type === 'hidden') continue
      else if (type === 'file') await control.setInputFiles(value)
      else if (tag === 'SELECT') await control.selectOption(value)
      else await control.fill(value)
    }
    await form.locator('button[type="submit"]').last().click()
    await this.page.waitForLoadState()
    return await this.reads()
  }

  get path(): string {
    return new URL(this.page.url()).pathname
  }
}
