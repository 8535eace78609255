/**
 * Computes the comparison anew while a reader moves a slider, by the engine and the law that the service itself computes with. Without it the form
 * asks the service, which says the same.
 */
import { comparisonView } from './comparison-view.ts'
import { followRoutes } from './follow-route.ts'
import type { Routes } from './follow-route.ts'
import { type ComparisonLaw, routesFrom } from './comparison-law.ts'
import { readQuestion } from './read-question.ts'

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

/** A slider and the field beside it say the same. */
function follow(asking: HTMLFormElement, moved: HTMLInputElement): void {
  const name = moved.dataset['of'] ?? moved.name
  const line = moved.dataset['line']
  const others = asking.querySelectorAll<HTMLInputElement>(
    moved.dataset['of'] === undefined ? `input[data-of="${name}"]` : `input[name="${name}"]`,
  )
  const said =
    moved.closest('[data-slider]')?.querySelector('output') ?? asking.querySelector(`output[data-of="${name}"]`)
  if (said && (line === undefined || moved.dataset['of'] !== undefined)) said.textContent = moved.value
  for (const other of others) if ((other.dataset['line'] ?? line) === line) other.value = moved.value
}

function draw(asking: HTMLFormElement, routes: Routes): void {
  const fields = new URLSearchParams(
    [...new FormData(asking)].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  const read = readQuestion(routes, fields, asking.dataset['today'] ?? '')
  if (!read.ok) return
  const { law, facts, day } = read.question
  const followed = followRoutes(routes, law, facts, day)
  if (!followed.ok) return
  const language = document.documentElement.lang === 'ur' ? 'ur' : 'en'
  const view = comparisonView(routes, read.question, followed.routes, language)
  const address = fields.toString()
  for (const { rows } of view.groups)
    for (const { name, cells } of rows)
      for (const [index, cell] of cells.entries()) {
        const figure = document.querySelector<HTMLAnchorElement>(`[data-figure="${view.routes[index]?.name} ${name}"]`)
        if (figure === null) continue
        figure.textContent = cell
        figure.search = address
      }
  for (const [index, { whole, shares }] of view.stack.bars.entries()) {
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
  // What is computed from the whole at once is asked of the service.
  for (const part of document.querySelectorAll<HTMLElement>('[data-unmoved]')) part.hidden = true
}

if (form !== null) void begin(form)
