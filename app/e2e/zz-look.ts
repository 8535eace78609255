import { openBrowser, openWindow } from './browser-fixture.ts'
import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
const dir = mkdtempSync('/tmp/look-')
const child = spawn(process.execPath, ['app/maqami.js', 'start', '--empty'], { env: { ...process.env, MAQAMI_PORT: '8455', MAQAMI_DATA_FOLDER: dir }, stdio: 'inherit' })
for (let i = 0; i < 120; i++) { await new Promise((f) => setTimeout(f, 1000)); try { const r = await fetch('http://localhost:8455/'); if (r.ok) break } catch {} }
const browser = await openBrowser()
for (const language of ['en', 'ur'] as const) for (const width of [1280, 360] as const) {
  await using w = await openWindow(browser, 'http://localhost:8455', language, width)
  for (const [name, path] of [['compare', '/compare'], ['figure', '/compare/pk-handset-comparison/skd/retail_price'], ['bad', '/compare?cf_value=many']] as const) {
    await w.page.goto('http://localhost:8455' + path)
    await w.page.screenshot({ path: `/tmp/look-${name}-${language}-${width}.png`, fullPage: true })
  }
}
await browser.close()
process.kill(child.pid!)
