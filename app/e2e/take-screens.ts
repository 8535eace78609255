/**
 * `npm run screens`: every page for each who may see it, in both languages, wide and narrow, as pictures beside each other.
 * `npm run screens -- returns/:id`: only those whose route or address holds these characters.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { LANGUAGES, openBrowser, openWindow } from './browser-fixture.ts'
import type { Language } from '../src/kernel/problem.ts'
import { type Demonstration, startDemonstration } from './demonstration-fixture.ts'
import { READERS } from './screens-fixture.ts'
import { addStates, heldBy, letIn, sendEmpty, type Shown, shownTo } from './shown-fixture.ts'

const VIEWS = LANGUAGES.flatMap((language) => ([1280, 360] as const).map((width) => ({ language, width })))

interface Picture {
  readonly route: string
  readonly title: string
  readonly file: string
  readonly width: number
}

const folder = 'screens'
const wanted = process.argv[2] ?? ''
mkdirSync(folder, { recursive: true })
const pictures: Picture[] = []
{
  await using service = await startDemonstration()
  await using browser = await openBrowser()
  await addStates(browser, service)
  await using officer = await openWindow(browser, service.address, 'en', 1280)
  await letIn(officer.page.request, service, 'case@board.example')
  const held = await heldBy(officer.page.request, service.address)
  const before = new Set<string>()
  for (const { email } of READERS) {
    await using reader = await openWindow(browser, service.address, 'en', 1280)
    const { request } = reader.page
    if (email !== undefined) await letIn(request, service, email)
    const shown = (await shownTo(request, service, held, before)).filter(
      ({ route, address }) => route.includes(wanted) || address.includes(wanted),
    )
    const who = email ?? 'nobody'
    await Promise.all(VIEWS.map(async (view) => await takeView(browser, service, { ...view, shown, who, reader })))
  }
}
writeFileSync(join(folder, 'index.html'), index())
console.log(`${pictures.length} pictures, beside each other in ${join(folder, 'index.html')}`)

interface View {
  readonly language: Language
  readonly width: 1280 | 360
  readonly shown: readonly Shown[]
  readonly who: string
  readonly reader: { readonly page: Page }
}

async function takeView(
  from: Browser,
  { address: origin }: Demonstration,
  { language, width, shown, who, reader }: View,
): Promise<void> {
  await using window = await openWindow(from, origin, language, width)
  const { page } = window
  const cookies = await reader.page.context().cookies()
  await page.context().addCookies(cookies.filter(({ name }) => name !== 'maqami_language'))
  const take = async ({ route, address }: Shown, state: string): Promise<void> => {
    const title = `${address}, ${who}${state}`
    const file = `${title.replaceAll(/\W+/g, '-').replaceAll(/^-|-$/g, '')}-${language}-${width}.png`
    await page.screenshot({ path: join(folder, file), fullPage: true })
    pictures.push({ route, title, file, width })
  }
  for (const one of shown) {
    await page.goto(`${origin}${one.address}`)
    await take(one, '')
    if (await sendEmpty(page)) await take(one, ', refused')
  }
}

function index(): string {
  const routes = [...Map.groupBy(pictures, ({ route }) => route)].map(([route, of]) => {
    const titles = [...Map.groupBy(of, ({ title }) => title)].map(([title, views]) => {
      const images = views.map(
        ({ file, width }) => `<a href="${file}"><img src="${file}" width="${width / 2}" alt=""></a>`,
      )
      return `<h3>${title}</h3>\n<p>${images.join('\n')}</p>`
    })
    return `<h2>${route}</h2>\n${titles.join('\n')}`
  })
  const style = 'img { vertical-align: top; border: 1px solid #999 }'
  return `<!doctype html>\n<meta charset="utf-8">\n<title>Every page</title>\n<style>${style}</style>\n${routes.join('\n')}\n`
}
