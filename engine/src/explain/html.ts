/**
 * Explanations as semantic HTML: no script, no inline style, every text escaped. The classes are the page's business;
 * without any style sheet it still reads from top to bottom.
 */
import type { Applied } from './explanation.ts'
import { type Ink, type Inked, joined, NOTHING, runsLeft, t } from './ink.ts'
import type { Language, Names } from './names.ts'
import { type Story, storyOf } from './story.ts'
import type { Step } from './story-step.ts'
import type { FactUsed, ParameterUsed } from './story-leaves.ts'
import type { LinesTold, LineTold, PerLine } from './story-lines.ts'
import { asOfIn, sentencesIn, type Voice, voiceOf } from './voice.ts'
import type { State } from './words.ts'

export interface HtmlOptions {
  readonly language: Language
  /** What is called how, and the titles and addresses of sources: `namesOf(programme)`. */
  readonly names?: Names
  /** Goes before every id, where one page holds several explanations. */
  readonly prefix?: string
  /** Lines of a sum that are shown; all of them unless said otherwise. */
  readonly lines?: number | 'all'
  /** Where a fact comes from, such as a cell of the return. */
  readonly originsOf?: (path: string) => readonly string[]
  /** Of the provisions' titles; 3 unless said otherwise. */
  readonly headingLevel?: 2 | 3 | 4
}

interface Setting {
  readonly voice: Voice
  readonly prefix: string
  readonly heading: Inked
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as HTML shows it; the only way by which text that is not in the catalogue gets into a page. */
export function escaped(text: string): Inked {
  return text.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '') as Inked
}

/** The id of a provision's explanation, so that other pages can point at it. */
export function whyId(provision: string, prefix = ''): string {
  return `${prefix}why-${provision}`
}

/** Only web addresses become links: a source file could name any scheme. */
function isWebAddress(target: string): boolean {
  return /^https?:\/\//i.test(target)
}

function htmlInk(prefix = ''): Ink {
  const bdi = (text: string): Inked => t`<bdi${runsLeft(text) ? NOTHING : t` dir="ltr"`}>${escaped(text)}</bdi>`
  return {
    plain: escaped,
    value: bdi,
    name: bdi,
    code: (text) => t`<bdi dir="ltr">${escaped(text)}</bdi>`,
    formula: (text) => t`<bdi dir="${runsLeft(text) ? t`rtl` : t`ltr`}">${text}</bdi>`,
    link: (text, target) =>
      isWebAddress(target) ? t`<a href="${escaped(target)}" rel="noopener noreferrer">${text}</a>` : text,
    reference: (text, provision) => t`<a href="#${escaped(whyId(provision, prefix))}">${text}</a>`,
  }
}

export function htmlVoice(language: Language, names?: Names, prefix?: string): Voice {
  return voiceOf(language, names, htmlInk(prefix))
}

/** The finding first, or all findings in the order of the law; each provision once. */
export function explanationHtml(applied: Applied, options: HtmlOptions): string {
  return [...explanationPieces(applied, options)].join('')
}

/** The same in pieces, a provision each, for what would not fit into memory as a whole. */
export function* explanationPieces(applied: Applied, options: HtmlOptions): Generator<Inked> {
  const voice = htmlVoice(options.language, options.names, options.prefix)
  const heading = { 2: t`h2`, 3: t`h3`, 4: t`h4` }[options.headingLevel ?? 3]
  const setting: Setting = { voice, prefix: options.prefix ?? '', heading }
  const telling = { asOf: applied.as_of, lines: options.lines ?? 'all', originsOf: options.originsOf ?? (() => []) }
  yield t`<div class="why" lang="${escaped(options.language)}" dir="${escaped(voice.words.direction)}">
<p class="as-of">${asOfIn(voice, applied)}</p>
`
  for (const provision of applied.provisions) yield t`${storyHtml(setting, storyOf(voice, provision, telling))}\n`
  yield t`</div>`
}

/** A state is told by a word and a shape; colour only repeats it. */
export function stateTag(voice: Voice, state: State): Inked {
  const shape = SHAPES[state]
  return t`<span class="tag tag-${escaped(state)}"><svg class="shape" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false"><path d="${shape}"/></svg>${voice.words.states[state]}</span>`
}

const TICK = t`M1 6.5 2.6 5 5 7.4 9.8 2 11.3 3.4 5.1 10.6z`
const CROSS = t`M2.4 1 6 4.6 9.6 1 11 2.4 7.4 6 11 9.6 9.6 11 6 7.4 2.4 11 1 9.6 4.6 6 1 2.4z`
const TRIANGLE = t`M6 1 11.5 11H.5z`
const BAR = t`M1 5h10v2H1z`
const SQUARE = t`M1.5 1.5h9v9h-9z`
const DIAMOND = t`M6 .5 11.5 6 6 11.5.5 6z`
const HOLLOW_DIAMOND = t`M6 .5 11.5 6 6 11.5.5 6zM6 3 3 6l3 3 3-3z`

const SHAPES: Readonly<Record<State, Inked>> = {
  met: TICK,
  yes: TICK,
  holds: TICK,
  not_met: CROSS,
  no: CROSS,
  fails: CROSS,
  computed: SQUARE,
  due: SQUARE,
  applies: DIAMOND,
  pending: HOLLOW_DIAMOND,
  not_yet: BAR,
  not_asked: BAR,
  none: BAR,
  undetermined: TRIANGLE,
  refused: TRIANGLE,
  not_needed: BAR,
}

function storyHtml(setting: Setting, story: Story): Inked {
  const { voice, heading } = setting
  const exact = story.exact === undefined ? NOTHING : t` <small>(${story.exact})</small>`
  const tables = story.steps.flatMap(linesBelow)
  return t`<section class="story" id="${escaped(whyId(story.name, setting.prefix))}">
<${heading} class="story-title">${story.title} <span class="kind">${story.kind}</span></${heading}>
<p class="story-outcome">${stateTag(voice, story.state)} ${story.detail}${exact}</p>
${paragraph(story.summary, t`summary`)}${paragraph(sentencesIn(voice, story.grounds), t`grounds`)}${quotation(story.quotation)}${paragraph(story.reading, t`reading`)}
${list(
  story.steps.map((step) => stepHtml(setting, step)),
  t`steps`,
)}
${list(
  story.remarks.map((remark) => t`<li>${remark}</li>`),
  t`remarks`,
)}
${joined(
  tables.map((lines) => linesHtml(voice, lines)),
  NOTHING,
)}${joined(
  story.perLine.map((one) => perLineHtml(voice, one)),
  NOTHING,
)}
${parametersHtml(voice, story.parameters)}${factsHtml(voice, story.facts)}
${joined(
  story.inner.map((inner) => storyHtml(setting, inner)),
  NOTHING,
)}</section>`
}

function paragraph(text: Inked | undefined, name: Inked): Inked {
  return text === undefined ? NOTHING : t`<p class="${name}">${text}</p>`
}

function quotation(text: Inked | undefined): Inked {
  return text === undefined ? NOTHING : t`<blockquote class="quotation" dir="auto"><p>${text}</p></blockquote>`
}

function list(items: readonly Inked[], name: Inked): Inked {
  return items.length === 0 ? NOTHING : t`<ul class="${name}">${joined(items, NOTHING)}</ul>`
}

function linesBelow(step: Step): readonly LinesTold[] {
  return [...(step.lines === undefined ? [] : [step.lines]), ...step.children.flatMap(linesBelow)]
}

/** A node as a sentence: in words, in values, what it comes to; what is below it folds away. */
function stepHtml(setting: Setting, step: Step): Inked {
  const { words } = setting.voice
  const title = step.title === undefined ? NOTHING : t`<b class="step-title">${step.title}</b> `
  const gap = step.gap === undefined ? NOTHING : t` <strong class="gap">${step.gap}</strong>`
  const remark = paragraph(step.remark, t`step-remark`)
  const shape = step.state === undefined ? t`step` : t`step step-${escaped(step.state)}`
  if (step.isList) {
    const children = list(
      step.children.map((child) => stepHtml(setting, child)),
      t`steps`,
    )
    return t`<li class="${shape}"><p>${title}<span class="result">${step.result}</span></p>${children}${remark}</li>`
  }
  const values =
    step.values === undefined || step.lines !== undefined ? NOTHING : t` <span class="values">= ${step.values}</span>`
  const sentence = t`<p>${title}<span class="in-words">${step.words}</span>${values} <span class="result">${words.arrow} ${step.result}</span>${gap}</p>`
  const below = step.children
    .filter(isDeep)
    .map((child) =>
      child.parameter === undefined ? stepHtml(setting, child) : parameterItem(setting.voice, child.parameter),
    )
  const folded =
    below.length === 0
      ? NOTHING
      : t`<details class="below"><summary>${words.stepByStep}</summary>${list(below, t`steps`)}</details>`
  return t`<li class="${shape}">${sentence}${remark}${folded}</li>`
}

/** A fact says all it has to say in its parent's sentence. */
function isDeep(step: Step): boolean {
  return (
    step.parameter !== undefined || step.children.length > 0 || step.values !== undefined || step.lines !== undefined
  )
}

function parameterItem(voice: Voice, parameter: ParameterUsed): Inked {
  return t`<li class="step"><p>${parameter.name}: ${parameter.value}</p><p class="grounds">${sentencesIn(voice, parameter.notes)}</p></li>`
}

function linesHtml(voice: Voice, lines: LinesTold): Inked {
  const { words } = voice
  const hasConditions = lines.told.some((line) => line.condition !== undefined)
  const head = [words.lineKey, ...(hasConditions ? [words.whenTitle] : []), words.lineArithmetic, words.lineAmount]
  const span = hasConditions ? t`3` : t`2`
  const rows = lines.told.map((line) => lineHtml(line, hasConditions))
  const notes = [lines.more, lines.leftOut, lines.absent].filter((note) => note !== undefined)
  return t`<details class="lines"><summary>${lines.caption}: ${lines.total}</summary>
<div class="scroll" tabindex="0"><table>
<thead><tr>${joined(
    head.map((one, index) =>
      index === head.length - 1 ? t`<th scope="col" class="amount">${one}</th>` : t`<th scope="col">${one}</th>`,
    ),
    NOTHING,
  )}</tr></thead>
<tbody>
${joined(rows, t`\n`)}
</tbody>
<tfoot><tr><th scope="row" colspan="${span}">${words.total}</th><td class="amount">${lines.total}</td></tr></tfoot>
</table></div>${list(
    notes.map((note) => t`<li>${note}</li>`),
    t`remarks`,
  )}</details>`
}

function lineHtml(line: LineTold, hasConditions: boolean): Inked {
  const condition = hasConditions ? t`<td class="values">${line.condition ?? NOTHING}</td>` : NOTHING
  const origin = line.origin === undefined ? NOTHING : t` <small class="origin">${line.origin}</small>`
  return t`<tr><th scope="row">${line.key}${origin}</th>${condition}<td class="values">${line.values}</td><td class="amount">${line.amount}</td></tr>`
}

function perLineHtml(voice: Voice, one: PerLine): Inked {
  const cases = one.cases.map((taken) => t`<li>${taken.words} <span class="count">(${taken.count})</span></li>`)
  return t`<details class="per-line"><summary>${one.title}</summary>
${paragraph(one.summary, t`summary`)}${paragraph(sentencesIn(voice, one.grounds), t`grounds`)}${quotation(one.quotation)}${paragraph(one.reading, t`reading`)}
${list(cases, t`cases`)}${parametersHtml(voice, one.parameters)}</details>`
}

function parametersHtml(voice: Voice, parameters: readonly ParameterUsed[]): Inked {
  if (parameters.length === 0) return NOTHING
  const entries = parameters.map(
    (parameter) => t`<div><dt>${parameter.name}</dt><dd><b>${parameter.value}</b>
<p class="grounds">${sentencesIn(voice, parameter.notes)}</p>${paragraph(parameter.reading, t`reading`)}</dd></div>`,
  )
  return t`<p class="list-title">${voice.words.parametersUsed}</p><dl class="parameters">${joined(entries, NOTHING)}</dl>`
}

function factsHtml(voice: Voice, facts: readonly FactUsed[]): Inked {
  if (facts.length === 0) return NOTHING
  const entries = facts.map((fact) => {
    const origin = fact.origin === undefined ? NOTHING : t` <small class="origin">${fact.origin}</small>`
    return t`<div><dt>${fact.name}</dt><dd>${fact.value}${origin}</dd></div>`
  })
  return t`<p class="list-title">${voice.words.factsUsed}</p><dl class="facts">${joined(entries, NOTHING)}</dl>`
}
