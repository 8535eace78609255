/**
 * An assessment as one page that stands alone: it can be saved, mailed and printed, loads nothing and runs nothing.
 * It says in this order: what state am I in, what is to be done next, by when, and why.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Applied } from '@maqami/engine/explain/explanation.ts'
import { escaped, explanationPieces, htmlVoice, stateTag, whyId } from '@maqami/engine/explain/html.ts'
import { type Inked, joined, NOTHING, t } from '@maqami/engine/explain/ink.ts'
import { inLanguage, type Language, type Names, namesOf } from '@maqami/engine/explain/names.ts'
import { beside, type BriefStory, briefStoryOf } from '@maqami/engine/explain/story.ts'
import {
  countIn,
  dayIn,
  footingIn,
  listed,
  nameOf,
  rehearsalIn,
  standingIn,
  textIn,
  type Voice,
} from '@maqami/engine/explain/voice.ts'
import type { Programme } from '@maqami/engine/load/programme.ts'
import { type AssessmentWords, assessmentWordsOf } from './assessment-words.ts'
import { nextSteps } from './next-steps.ts'
import { rateBar } from './rate-bar.ts'

export interface AssessedOnPage {
  /** What the findings are about, as facts: `{ category: 'smartphone' }`. */
  readonly subject: Readonly<Record<string, string>>
  readonly explanation: Applied
  /** Where a fact comes from, such as a cell of the return. */
  readonly originsOf?: (path: string) => readonly string[]
  /** Events that were taken as not having happened because nobody reported them. */
  readonly unreported?: readonly string[]
  readonly facts_hash: string
}

export interface AssessmentDocument {
  readonly programme: Programme
  readonly assessments: readonly AssessedOnPage[]
  readonly language: Language
  /** The programme's year: `2026-27`. */
  readonly year?: string
  readonly generatedBy: { readonly release_hash: string; readonly engine_version: string }
  readonly otherLanguageHref?: string
  /** What was found in the return and does not stop it, each in a line. */
  readonly warnings?: readonly string[]
}

interface Part {
  readonly page: AssessedOnPage
  readonly subject: Inked
  readonly prefix: string
  readonly voice: Voice
  readonly applied: Applied
  readonly stories: readonly BriefStory[]
}

/** Of one sum, the largest first; nobody reads more, and a browser that must show twenty thousand stalls. The data has all. */
const LINES_ON_PAGE = 2000

const STYLE = ['../pages/base.css', './assessment-document.css', '../pages/why-view.css']
  .map((file) => readFileSync(new URL(file, import.meta.url), 'utf8'))
  .join('\n')
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64')
const POLICY = `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; base-uri 'none'; form-action 'none'`

/** The whole document in HTML, in pieces: that of a long return would not fit into memory beside it. */
export function* assessmentDocument(page: AssessmentDocument): Generator<string> {
  const voice = htmlVoice(page.language, namesOf(page.programme))
  const words = assessmentWordsOf(page.language)
  const parts = partsOf(page)
  const rehearsal = rehearsalIn(voice, page.programme)
  yield t`<!doctype html>
<html lang="${escaped(page.language)}" dir="${escaped(voice.words.direction)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escaped(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.assessment} · ${escaped(inLanguage(page.programme.heading.title, page.language, page.programme.heading.name))}</title>
<style>${STYLE as Inked}</style>
</head>
<body>
<a class="skip" href="#findings">${words.skip}</a>
<header>
${rehearsal === undefined ? NOTHING : t`<p class="stripe">${rehearsal}</p>`}
<div class="top"><span class="mark">${textIn(voice, page.programme.heading.authority)}</span>${languageLink(page, words)}</div>
</header>
<main>
${objectHeader(page, voice, words, parts)}
`
  yield* assessmentPieces(page, parts)
  yield t`</main>
${colophon(page, words, parts)}
</body>
</html>
`
}

/** What stands in the document under its title: where one stands, what is next, what was found, and why. */
export function* assessmentPieces(page: AssessmentDocument, parts = partsOf(page)): Generator<string> {
  const words = assessmentWordsOf(page.language)
  yield t`${joined(
    parts.map((part) => partHtml(words, part, parts.length > 1)),
    t`\n`,
  )}
${warningsHtml(page, words)}<h2 id="why">${words.why}</h2>
`
  for (const part of parts) {
    yield* whyPieces(page, namesOf(page.programme), part, parts.length > 1)
    yield '\n'
  }
}

function partsOf(page: AssessmentDocument): readonly Part[] {
  const names = namesOf(page.programme)
  return page.assessments.map((assessed, index) => partOf(page, names, assessed, index))
}

function partOf(page: AssessmentDocument, names: Names, assessed: AssessedOnPage, index: number): Part {
  const prefix = page.assessments.length > 1 ? `a${index + 1}-` : ''
  const voice = htmlVoice(page.language, names, prefix)
  const applied = assessed.explanation
  const stories = applied.provisions.map((provision) => briefStoryOf(voice, provision, applied.as_of))
  const subject = Object.entries(assessed.subject).map(([fact, member]) =>
    nameOf(voice, member, names.members.get(`${fact}.${member}`)),
  )
  return { page: assessed, subject: listed(voice, subject), prefix, voice, applied, stories }
}

function languageLink(page: AssessmentDocument, words: AssessmentWords): Inked {
  if (page.otherLanguageHref === undefined) return NOTHING
  const other = page.language === 'en' ? t`ur` : t`en`
  return t`<a href="${escaped(page.otherLanguageHref)}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a>`
}

function entry(name: Inked, value: Inked | undefined): Inked {
  return value === undefined ? NOTHING : t`<div><dt>${name}</dt><dd>${value}</dd></div>`
}

function objectHeader(page: AssessmentDocument, voice: Voice, words: AssessmentWords, parts: readonly Part[]): Inked {
  const { heading, draft } = page.programme
  const [first] = parts
  const law = standingIn(voice, heading.standing)
  return t`<div class="object">
<h1>${words.assessment}</h1>
<dl class="identity">
${entry(words.programme, textIn(voice, heading.title))}
${entry(words.year, page.year === undefined ? undefined : t`<bdi>${escaped(page.year)}</bdi>`)}${entry(words.asOf, first === undefined ? undefined : dayIn(voice, first.applied.as_of))}${entry(words.periodEnd, first?.applied.period_end === undefined ? undefined : dayIn(voice, first.applied.period_end))}
${entry(words.subject, parts.length === 1 && first?.subject !== '' ? first?.subject : undefined)}${entry(words.law, draft === undefined ? law : voice.words.draftLaid(textIn(voice, draft.title)))}
</dl>
</div>`
}

function partHtml(words: AssessmentWords, part: Part, isOneOfSeveral: boolean): Inked {
  const { voice } = part
  const title = isOneOfSeveral
    ? t`<h2 class="subject" id="${escaped(part.prefix)}findings">${part.subject}</h2>`
    : NOTHING
  const unreported = (part.page.unreported ?? []).map((name) => nameOf(voice, name))
  const sentences = [
    ...footingIn(voice, part.applied.footing),
    ...(unreported.length === 0 ? [] : [voice.words.unreported(listed(voice, unreported))]),
  ]
  const footing = sentences.map((sentence) => t`<li>${sentence}</li>`)
  const isFirst = part.prefix === '' || part.prefix === 'a1-'
  return t`<article class="part">
${title}
<div class="above">
<section class="standing">${sectionTitle(words.standing, isOneOfSeveral)}${standingHtml(words, part)}</section>
<section class="next">${sectionTitle(words.next, isOneOfSeveral)}${nextHtml(words, part)}</section>
</div>
<section class="findings"${isFirst ? t` id="findings"` : NOTHING}>${sectionTitle(words.findings, isOneOfSeveral)}
${findingsTable(words, part, words.obligations, ['requirement'])}
${findingsTable(words, part, words.money, ['entitlement', 'liability'])}
${findingsTable(words, part, words.sanctions, ['sanction'])}
${findingsTable(words, part, words.figures, ['measure'])}
</section>
<section class="rests">${sectionTitle(words.rests, isOneOfSeveral)}<ul>${joined(footing, NOTHING)}</ul></section>
</article>`
}

/** One level lower where it stands under the title of a subject. */
function sectionTitle(title: Inked, isUnderSubject: boolean): Inked {
  const tag = isUnderSubject ? t`h3` : t`h2`
  return t`<${tag} class="section-title">${title}</${tag}>`
}

function standingHtml(words: AssessmentWords, part: Part): Inked {
  const { voice } = part
  const requirements = storiesOf(part, ['requirement'])
  if (requirements.length === 0) return t`<p>${words.noRequirements}</p>`
  const count = countIn(voice, requirements.length)
  const failing = requirements.filter((story) => story.state === 'not_met')
  const asked = requirements.filter((story) => story.state !== 'not_asked')
  const open = asked.filter((story) => story.state !== 'not_met' && story.state !== 'met')
  const sentences = [
    ...(failing.length > 0 ? [words.someNotMet(countIn(voice, failing.length), count)] : []),
    ...(open.length > 0 ? [words.someOpen(countIn(voice, open.length), count)] : []),
  ]
  const rest = countIn(voice, requirements.length - asked.length)
  const met = asked.length > 0 && sentences.length === 0 ? [words.allMet(countIn(voice, asked.length))] : []
  const sentence = joined(
    [...sentences, ...met, ...(asked.length < requirements.length ? [words.someNotAsked(rest, count)] : [])],
    t` `,
  )
  const rows = requirements.map((story) => {
    const provision = part.applied.provisions.find((one) => one.name === story.name)
    return t`<li>${stateTag(voice, story.state)} ${whyLink(part, story, story.title)}${provision === undefined ? NOTHING : rateBar(voice, words, provision, part.applied)}</li>`
  })
  return t`<p class="lead">${sentence}</p><ul class="states">${joined(rows, NOTHING)}</ul>`
}

function nextHtml(words: AssessmentWords, part: Part): Inked {
  const steps = nextSteps(part.voice, words, part.applied)
  if (steps.length === 0) return t`<p>${words.nothingNext}</p>`
  const items = steps.map((step) => {
    const details =
      step.details.length === 0
        ? NOTHING
        : t`<ul>${joined(
            step.details.map((one) => t`<li>${one}</li>`),
            NOTHING,
          )}</ul>`
    return t`<li><b>${step.what}</b>${details}</li>`
  })
  return t`<ol class="to-do">${joined(items, NOTHING)}</ol>`
}

type Kind = Applied['provisions'][number]['kind']

function storiesOf(part: Part, kinds: readonly Kind[]): readonly BriefStory[] {
  return part.stories.filter((story) =>
    part.applied.provisions.some((one) => one.name === story.name && kinds.includes(one.kind)),
  )
}

function findingsTable(words: AssessmentWords, part: Part, title: Inked, kinds: readonly Kind[]): Inked {
  const stories = storiesOf(part, kinds)
  if (stories.length === 0) return NOTHING
  const rows = stories.map(
    (story) => t`<tr><th scope="row">${story.title}</th><td class="state">${stateTag(part.voice, story.state)}</td>
<td class="outcome">${outcomeHtml(story)}</td><td class="to-why">${whyLink(part, story, words.whyOf(t`<span class="hidden">${story.title}</span>`))}</td></tr>`,
  )
  return t`<table class="summary"><caption>${title}</caption>
<thead><tr><th scope="col">${words.finding}</th><th scope="col">${words.state}</th><th scope="col">${words.outcome}</th><th scope="col">${words.why}</th></tr></thead>
<tbody>${joined(rows, t`\n`)}</tbody></table>`
}

/** The tag has said already that a requirement is met or not: beside it stands what was compared, or by how much it fails. */
function outcomeHtml(story: BriefStory): Inked {
  const isQuiet =
    story.state === 'none' ||
    story.state === 'not_yet' ||
    story.state === 'met' ||
    story.state === 'not_met' ||
    story.state === 'not_asked'
  return isQuiet ? t`<span class="quiet">${beside(story)}</span>` : beside(story)
}

function whyLink(part: Part, story: BriefStory, text: Inked): Inked {
  return t`<a href="#${escaped(whyId(story.name, part.prefix))}">${text}</a>`
}

function* whyPieces(page: AssessmentDocument, names: Names, part: Part, isOneOfSeveral: boolean): Generator<string> {
  const { language } = page
  const { originsOf } = part.page
  if (isOneOfSeveral) yield t`<h3 class="subject">${part.subject}</h3>`
  yield* explanationPieces(part.applied, {
    language,
    names,
    prefix: part.prefix,
    lines: LINES_ON_PAGE,
    headingLevel: isOneOfSeveral ? 4 : 3,
    ...(originsOf === undefined ? {} : { originsOf }),
  })
}

function codeEntry(name: Inked, value: string): Inked {
  return t`<div><dt>${name}</dt><dd><code dir="ltr">${escaped(value)}</code></dd></div>`
}

function warningsHtml({ warnings = [] }: AssessmentDocument, words: AssessmentWords): Inked {
  if (warnings.length === 0) return NOTHING
  const items = warnings.map((line) => t`<li><bdi>${escaped(line)}</bdi></li>`)
  return t`<section class="rests">${sectionTitle(words.warnings, false)}<ul>${joined(items, NOTHING)}</ul></section>
`
}

function colophon(page: AssessmentDocument, words: AssessmentWords, parts: readonly Part[]): Inked {
  const { release_hash, engine_version } = page.generatedBy
  const facts = parts.map((part) =>
    codeEntry(parts.length > 1 ? t`${words.facts} (${part.subject})` : words.facts, part.page.facts_hash),
  )
  return t`<footer class="colophon"><p>${words.reproducible}</p>
<dl>${codeEntry(words.release, release_hash)}${joined(facts, NOTHING)}${codeEntry(words.engine, engine_version)}</dl></footer>`
}
