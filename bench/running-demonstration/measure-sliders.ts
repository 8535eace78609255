/** How often the comparison follows a moved slider in the shipped browser, script and drawing together: the next move waits until the last one is drawn. */
import { openBrowser, openWindow, type Window } from '../../app/e2e/browser-fixture.ts'
import { median } from '../measure.ts'
import { printTable } from '../table.ts'

const ROUNDS = 7
const TURN_MS = 2000
const LANGUAGES = ['en', 'ur'] as const

export async function measureSliders(address: string): Promise<void> {
  const browser = await openBrowser()
  const rows: string[][] = []
  try {
    for (const language of LANGUAGES) {
      await using window = await openWindow(browser, address, language, 1280)
      await window.page.goto(`${address}/compare`)
      const sliders = window.page.locator('input[type=range]')
      await sliders.first().waitFor({ state: 'visible' })
      const last = (await sliders.count()) - 1
      // Each once before it counts.
      for (const index of [undefined, 0, last]) await updates(window, index)
      const rounds: number[][] = [[], [], []]
      for (let round = 0; round < ROUNDS; round += 1)
        for (const [place, index] of [undefined, 0, last].entries()) rounds[place]?.push(await updates(window, index))
      const [still = [], ...moved] = rounds
      for (const [place, each] of moved.entries())
        rows.push([
          `${place === 0 ? 'the exchange rate' : 'the share of a part made here'} (${language})`,
          median(each).toFixed(1),
          median(each.map((one, round) => one / (still[round] ?? Number.NaN))).toFixed(2),
        ])
    }
  } finally {
    await browser.close()
  }
  console.log('\na slider of the comparison moved again as soon as the figures are drawn, in the browser from npm\n')
  printTable(['', 'updates a second', 'of those of a page that draws nothing'], rows)
}

/** A second; with no slider the browser only waits for the same two frames. */
async function updates({ page }: Window, slider: number | undefined): Promise<number> {
  return await page.evaluate(
    async ([index, milliseconds]) => {
      const moved =
        index === undefined ? undefined : document.querySelectorAll<HTMLInputElement>('input[type=range]')[index]
      const told = document.querySelector('[data-figure="ckd_with_local_parts retail_price"]')
      const begin = performance.now()
      let drawn = 0
      for (let move = 0; performance.now() - begin < milliseconds; move += 1) {
        const before = told?.textContent
        if (moved !== undefined) {
          const [low, high, step] = [moved.min, moved.max, moved.step].map(Number) as [number, number, number]
          moved.value = String(low + ((move * step) % (high - low)))
          moved.dispatchEvent(new Event('input', { bubbles: true }))
        }
        // In the first frame it is computed and drawn; with the second the first has been shown.
        for (let frame = 0; frame < 2; frame += 1)
          await new Promise<void>((resolve) => requestAnimationFrame(() => resolve()))
        if (moved === undefined || told?.textContent !== before) drawn += 1
      }
      return drawn / ((performance.now() - begin) / 1000)
    },
    [slider, TURN_MS] as const,
  )
}
