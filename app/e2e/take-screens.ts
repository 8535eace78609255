/** `npm run screens [FOLDER]`: every page in both languages, wide and narrow, as pictures beside each other. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ADDRESSES } from './addresses-fixture.ts'
import { LANGUAGES, openBrowser, openWindow, WIDTHS } from './browser-fixture.ts'
import { startMaqami } from './start-maqami-fixture.ts'

const folder = process.argv[2] ?? 'screens'
mkdirSync(folder, { recursive: true })
const rows = new Map<string, string[]>(ADDRESSES.map((address) => [address, []]))
await using service = await startMaqami()
await using browser = await openBrowser()
for (const language of LANGUAGES)
  for (const width of WIDTHS) {
    await using window = await openWindow(browser, service.address, language, width)
    for (const [address, pictures] of rows) {
      const name = `${address.replaceAll(/\W+/g, '-').replaceAll(/^-|-$/g, '') || 'start'}-${language}-${width}.png`
      await window.page.goto(`${service.address}${address}`)
      await window.page.screenshot({ path: join(folder, name), fullPage: true })
      pictures.push(`<img src="${name}" width="${width / 2}" alt="${address}, ${language}, ${width} wide">`)
    }
  }
const body = [...rows].map(([address, pictures]) => `<h2>${address}</h2>\n<p>${pictures.join('\n')}</p>`)
writeFileSync(
  join(folder, 'screens.html'),
  `<!doctype html>\n<meta charset="utf-8">\n<title>Every page</title>\n<style>img { vertical-align: top; border: 1px solid #999 }</style>\n${body.join('\n')}\n`,
)
console.log(
  `${rows.size * LANGUAGES.length * WIDTHS.length} pictures, beside each other in ${join(folder, 'screens.html')}`,
)
