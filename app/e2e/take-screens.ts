/** `npm run screens [FOLDER]`: every page in both languages, wide and narrow, as pictures beside each other. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ADDRESSES } from './addresses-fixture.ts'
import { LANGUAGES, openBrowser, openWindow, WIDTHS } from './browser-fixture.ts'
import { makerAddresses, passwordIn, signIn } from './maker-addresses-fixture.ts'
import { startMaqami } from './start-maqami-fixture.ts'

/** Nobody; a firm whose licence was suspended; one under law that does not bind. */
const READERS = [undefined, 'clerk@chenab.example', 'clerk@kohsar.example'] as const

const folder = process.argv[2] ?? 'screens'
mkdirSync(folder, { recursive: true })
const rows = new Map<string, string[]>()
await using service = await startMaqami('start')
await using browser = await openBrowser()
for (const reader of READERS)
  for (const language of LANGUAGES)
    for (const width of WIDTHS) {
      await using window = await openWindow(browser, service.address, language, width)
      const { page } = window
      if (reader !== undefined) await signIn(page, service.address, reader, passwordIn(service.said))
      const addresses = reader === undefined ? ADDRESSES : await makerAddresses(page, service.address)
      for (const address of addresses) {
        const title = `${address}${reader === undefined ? '' : `, ${reader}`}`
        const name = `${title.replaceAll(/\W+/g, '-').replaceAll(/^-|-$/g, '') || 'start'}-${language}-${width}.png`
        await page.goto(`${service.address}${address}`)
        await page.screenshot({ path: join(folder, name), fullPage: true })
        const picture = `<img src="${name}" width="${width / 2}" alt="${title}, ${language}, ${width} wide">`
        rows.set(title, [...(rows.get(title) ?? []), picture])
      }
    }
const body = [...rows].map(([title, pictures]) => `<h2>${title}</h2>\n<p>${pictures.join('\n')}</p>`)
writeFileSync(
  join(folder, 'screens.html'),
  `<!doctype html>\n<meta charset="utf-8">\n<title>Every page</title>\n<style>img { vertical-align: top; border: 1px solid #999 }</style>\n${body.join('\n')}\n`,
)
const pictures = [...rows.values()].flat().length
console.log(`${pictures} pictures, beside each other in ${join(folder, 'screens.html')}`)
