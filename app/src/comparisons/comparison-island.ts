/**
 * Computes the comparison anew while a reader moves a slider, by the engine and the law that the service itself computes with. Without it the form
 * asks the service, which says the same.
 */
import { displayDayText } from '@maqami/engine/explain/display.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import { comparePageWordsOf } from './compare-page-words.ts'
import type { Difference, Question } from './compare-routes.ts'
import { type ComparisonLaw, routesFrom } from './comparison-law.ts'
import { type ComparisonView, comparisonView, gapView } from './comparison-view.ts'
import { followRoutes, type Routes } from './follow-route.ts'
import { movedView } from './moved-view.ts'
import { readDifference, readQuestion } from './read-question.ts'
import { drawSpans, type SpansView } from './spans-view.ts'

const form = document.querySelector<HTMLFormElement>('form[data-law]')

async function begin(asking: HTMLFormElement): Promise<void> {
  const answer = await fetch(asking.dataset['law'] ?? '')
  if (!answer.ok) return
  const routes = routesFrom((await answer.json()) as ComparisonLaw)
  for (const slider of asking.querySelectorAll<HTMLElement>('[data-slider]')) slider.hidden = false
  let isWaiting = false
  asking.addEventListener('input', ({ target }) => {
    if (target instanceof HTMLInputElement) follow(asking, target)
    if (isWaiting) return
    isWaiting = true
    requestAnimationFrame(() => {
      isWaiting = false
      draw(asking, routes)
    })
  })
}

/** A slider, its output and the field that it moves say the same. */
function follow(asking: HTMLFormElement, moved: HTMLInputElement): void {
  const name = moved.dataset['of'] ?? moved.name
  const line = moved.dataset['line']
  for (const one of asking.querySelectorAll<HTMLInputElement | HTMLOutputElement>('input, output')) {
    if (one === moved || one.dataset['line'] !== line) continue
    if ((one.dataset['of'] ?? one.name) === name) one.value = moved.value
  }
}

/** What is computed a hundred times over follows when a slider has come to rest. */
const REST_MS = 150
let resting: ReturnType<typeof setTimeout> | undefined
/** What the figures that are drawn were computed from; none before anything was moved. */
let address: string | undefined

// A figure that is pressed before that opens to how it came about as well.
document.addEventListener('pointerdown', ({ target }) => {
  const figure = target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-figure]') : null
  if (figure !== null && address !== undefined) figure.search = address
})

function draw(asking: HTMLFormElement, routes: Routes): void {
  const fields = new URLSearchParams(
    [...new FormData(asking)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  const read = readQuestion(routes, fields, asking.dataset['today'] ?? '')
  const followed = followRoutes(routes, read.question.law, read.question.facts, read.question.day)
  const [wrong] = [...(read.ok ? [] : read.problems), ...(followed.ok ? [] : followed.problems)]
  const isFit = read.ok && followed.ok
  for (const part of document.querySelectorAll<HTMLElement>('[data-answer]')) part.hidden = !isFit
  const language = document.documentElement.lang === 'ur' ? 'ur' : 'en'
  tell('[data-told="wrong"]', (language === 'ur' ? wrong?.ur : wrong?.sentence) ?? '')
  if (!isFit) return
  const view = comparisonView(routes, read.question, followed.routes, language)
  tell('[data-told="under"]', comparePageWordsOf(language).result(view.law, displayDayText(view.day, language)))
  drawFigures(view)
  drawStack(view)
  const { difference } = readDifference(routes, fields)
  for (const part of document.querySelectorAll<HTMLElement>('[data-behind]')) part.setAttribute('aria-busy', 'true')
  clearTimeout(resting)
  const asked = fields.toString()
  address = asked
  resting = setTimeout(() => {
    for (const figure of figures.values()) figure.search = asked
    drawBehind(routes, read.question, difference, language)
  }, REST_MS)
}

function tell(selector: string, text: string): void {
  const place = document.querySelector(selector)
  if (place !== null && place.textContent !== text) place.textContent = text
}

const figures = new Map(
  [...document.querySelectorAll<HTMLAnchorElement>('[data-figure]')].map((one) => [one.dataset['figure'], one]),
)

function drawFigures({ groups, routes }: ComparisonView): void {
  for (const { rows } of groups)
    for (const { name, cells } of rows)
      for (const [index, cell] of cells.entries()) {
        const figure = figures.get(`${routes[index]?.name} ${name}`)
        if (figure !== undefined && figure.textContent !== cell) figure.textContent = cell
      }
}

function drawStack({ stack }: ComparisonView): void {
  for (const [index, { whole, shares }] of stack.bars.entries()) {
    const bar = document.querySelector(`[data-bar="${index}"]`)
    const told = bar?.querySelector('[data-whole]')
    if (told) told.textContent = whole
    let start = 0
    for (const [part, share] of shares.entries()) {
      const rect = bar?.querySelectorAll('rect')[part]
      rect?.setAttribute('x', String(start * 100))
      rect?.setAttribute('width', String(share * 100))
      start += share
    }
  }
}

function drawBehind(routes: Routes, question: Question, difference: Difference, language: Language): void {
  const moved = movedView(routes, question, difference, language)
  tell('[data-told="moves"]', comparePageWordsOf(language).movesNote(moved.difference))
  drawSpansChart(moved.chart)
  fillTable(
    'moves',
    moved.sways.map(({ label, from, to, atLow, atHigh }) => [label, from, to, atLow, atHigh]),
  )
  const list = document.querySelector('[data-list="crossings"]')
  list?.replaceChildren(
    ...moved.crossings.map((sentence) => Object.assign(document.createElement('li'), { textContent: sentence })),
  )
  fillTable('gap', gapView(routes, question, language))
  for (const part of document.querySelectorAll('[data-behind]')) part.removeAttribute('aria-busy')
}

/** A row of cells as the service draws it: below its title on a narrow screen. */
function fillTable(titledBy: string, rows: readonly (readonly string[])[]): void {
  const table = document.querySelector(`[aria-labelledby="${titledBy}"] table`)
  const titles = [...(table?.querySelectorAll('th') ?? [])]
  table?.querySelector('tbody')?.replaceChildren(
    ...rows.map((cells) => {
      const row = document.createElement('tr')
      row.append(
        ...cells.map((text, index) => {
          const cell = document.createElement('td')
          cell.textContent = text
          cell.dataset['title'] = titles[index]?.textContent ?? ''
          if (titles[index]?.className) cell.className = titles[index].className
          return cell
        }),
      )
      return row
    }),
  )
}

const SVG = 'http://www.w3.org/2000/svg'

function drawSpansChart(view: SpansView): void {
  const chart = document.querySelector('[data-chart="moves"]')
  const drawn = drawSpans(view)
  const title = chart?.querySelector('figcaption')
  if (title) title.textContent = view.title
  chart?.querySelector('[data-spans]')?.replaceChildren(
    ...view.bars.map(({ label, told }, index) => {
      const bar = Object.assign(document.createElement('div'), { className: 'bar' })
      const [name, whole] = [label, told].map((text) =>
        Object.assign(document.createElement('span'), { textContent: text }),
      )
      whole?.setAttribute('data-whole', '')
      const svg = shape('svg', { viewBox: '0 0 100 4', preserveAspectRatio: 'none', 'aria-hidden': 'true' })
      svg.append(
        ...(drawn.bars[index] ?? []).map(({ x, width, part }) =>
          shape('rect', { class: `part-${part}`, x, y: 0, width, height: 4 }),
        ),
        shape('line', { x1: drawn.base, x2: drawn.base, y1: 0, y2: 4 }),
      )
      bar.append(name ?? '', ' ', whole ?? '', svg)
      return bar
    }),
  )
}

function shape(name: string, attributes: Readonly<Record<string, string | number>>): Element {
  const made = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  return made
}

if (form !== null) void begin(form)
