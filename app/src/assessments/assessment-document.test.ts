import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { determine, engineOf } from '@maqami/engine/determine/determine.ts'
import { readFacts } from '@maqami/engine/determine/facts.ts'
import { explainAll } from '@maqami/engine/explain/explain.ts'
import { loadProgramme, type Programme } from '@maqami/engine/load/programme.ts'
import { parseDay } from '@maqami/engine/value/date.ts'
import { describe, expect, it } from 'vitest'
import { type AssessedOnPage, assessmentDocument } from './assessment-document.ts'

function programmeOf(name: string): Programme {
  const folder = new URL(`../../../policy/${name}/`, import.meta.url)
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(yaml|md)$/.test(path))
  const loaded = loadProgramme(new Map(paths.map((path) => [path, readFileSync(new URL(path, folder), 'utf8')])))
  if (!loaded.ok) throw new Error(loaded.problems[0]?.sentence)
  return loaded.programme
}

const PHONES = programmeOf('pk-medmp-2026')
const BICYCLES = programmeOf('bicycles')

function assessed(
  programme: Programme,
  facts: unknown,
  more: Partial<AssessedOnPage> = {},
  asOf = '2027-06-30',
): AssessedOnPage {
  const read = readFacts(programme.vocabulary, facts)
  if (!read.ok) throw new Error(read.problems[0]?.sentence)
  const assessment = determine(engineOf(programme), read.facts, parseDay(asOf) ?? 0, {
    periodEnd: parseDay('2027-06-30'),
  })
  return { subject: {}, explanation: explainAll(assessment), facts_hash: 'sha256:facts', ...more }
}

const FAILING = {
  category: 'smartphone',
  ex_works_value: 'PKR 1000000',
  parts: [{ part: '<script>alert(1)</script>', book: 'imported', quantity: 1, unit_value: 'PKR 910000' }],
  notice_served_on: '2027-09-30',
  failure_cured_on: 'none',
}
const GENERATED = { release_hash: 'sha256:release', engine_version: '0.1.0' }

function pageOf(language: 'en' | 'ur', assessments: readonly AssessedOnPage[], programme = PHONES): string {
  const page = { programme, assessments, language, year: '2026-27', generatedBy: GENERATED }
  return [...assessmentDocument(page)].join('')
}

const PAGE = pageOf('en', [assessed(PHONES, FAILING, { subject: { category: 'smartphone' } })])
const PAGE_IN_URDU = pageOf('ur', [assessed(PHONES, FAILING, { subject: { category: 'smartphone' } })])

function text(html: string): string {
  return html
    .replace(/<style>[^]*<\/style>/, '')
    .replaceAll(/<\/?(?:bdi|a|b|small)\b[^>]*>/g, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
}

describe('the assessment page', () => {
  it('stands alone under a policy that allows its own style and nothing else', () => {
    const [, style = ''] = /<style>([^]*)<\/style>/.exec(PAGE) ?? []
    const hash = createHash('sha256').update(style).digest('base64')
    expect(PAGE).toContain(
      `content="default-src &#39;none&#39;; style-src &#39;sha256-${hash}&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;"`,
    )
    expect(PAGE).not.toMatch(/<script|<link|<img|\sstyle=|\son\w+="/)
    expect(style).not.toMatch(/url\(|@import/)
  })

  it('escapes what a manufacturer wrote', () => {
    expect(PAGE).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
  })

  it('marks a rehearsal at the top, and does not mark law in force', () => {
    expect(PAGE.indexOf('class="stripe"')).toBeLessThan(PAGE.indexOf('<h1>'))
    expect(pageOf('en', [assessed(BICYCLES, {})], BICYCLES)).not.toContain('class="stripe"')
  })

  it('says first where one stands, then what to do and by when, then the findings, then why', () => {
    const order = ['Where this stands', 'What to do next', '>Findings</', 'What this rests on', 'id="why"'].map(
      (mark) => PAGE.indexOf(mark),
    )
    expect(order.every((place) => place > 0)).toBe(true)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })

  it('names the shortfall, the deadline and what follows', () => {
    // 910,000 of 1,000,000 is imported, so 9% is local. 90 days after 30 September 2027 is 29 December 2027.
    const said = text(PAGE)
    expect(said).toMatch(
      /Localization rate: 9%, Minimum localization rate \(by Category of device\): 10%, short by 1 percentage point/,
    )
    expect(said).toContain(
      'From 30 December 2027 there follows: Withdrawal of concessions, Suspension of the import licence.',
    )
    expect(said).toContain('Unless day on which the failure was cured is not after 29 December 2027')
  })

  it('advises nothing whose time is past', () => {
    // The year ended on 30 June 2027, the time to put it right on 29 December.
    const on = (day: string): string => text(pageOf('en', [assessed(PHONES, FAILING, {}, day)]))
    const before = on('2027-12-29')
    expect(before).toContain('“Localization requirement” was not met in the period that ended on 30 June 2027.')
    expect(before).not.toContain('Meet “Localization requirement”')
    expect(before).toContain('Unless day on which the failure was cured is not after 29 December 2027')
    expect(before).toContain('From 30 December 2027 there follows: ')
    const after = on('2027-12-30')
    expect(after).toContain('Since 30 December 2027 there applies: Withdrawal of concessions, ')
    expect(after).not.toContain('Unless day on which the failure was cured')
    expect(text(PAGE)).toContain('Meet “Localization requirement”')
  })

  it('tells what would follow once a notice is served', () => {
    const page = text(pageOf('en', [assessed(PHONES, { ...FAILING, notice_served_on: 'none' })]))
    expect(page).toContain(
      'Once the day is fixed there follows: Withdrawal of concessions, Import surcharge, Suspension of the import licence.',
    )
    expect(page).toMatch(/Suspension of the import licence not yet what its day counts from has not happened/)
  })

  it('asks for the facts that are missing', () => {
    expect(text(PAGE)).toContain('Report what is missing: ')
    expect(text(PAGE)).toContain('Total value of the year&#39;s imports')
  })

  it('names what was taken as not having happened', () => {
    const page = pageOf('en', [assessed(PHONES, FAILING, { unreported: ['failure_cured_on'] })])
    expect(text(page)).toContain('taken as not having happened: Day on which the failure was cured.')
  })

  it('puts obligations before money before sanctions', () => {
    const order = ['Obligations', 'Money', 'Sanctions', 'Figures behind them'].map((title) =>
      PAGE.indexOf(`<caption>${title}`),
    )
    expect(order.every((place) => place > 0)).toBe(true)
    expect(order).toEqual(order.toSorted((a, b) => a - b))
  })

  it('has a target for every link within it, also with several subjects', () => {
    const two = [
      assessed(PHONES, FAILING, { subject: { category: 'smartphone' } }),
      assessed(PHONES, { category: 'laptop' }, { subject: { category: 'laptop' } }),
    ]
    for (const page of [PAGE, PAGE_IN_URDU, pageOf('en', two)]) {
      const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((id) => id[1])
      expect(new Set(ids).size).toBe(ids.length)
      for (const [, target] of page.matchAll(/href="#([^"]+)"/g)) expect(ids).toContain(target)
    }
  })

  it('runs from right to left in Urdu and leaves nothing in English but codes, sources and names', () => {
    expect(PAGE_IN_URDU).toContain('<html lang="ur" dir="rtl">')
    expect(text(PAGE_IN_URDU)).not.toMatch(/undefined|met\b|Requires|Findings|\$\{/)
  })

  it('can be computed again: it names the release, the facts and the engine', () => {
    for (const hash of ['sha256:release', 'sha256:facts', '0.1.0'])
      expect(PAGE).toContain(`<code dir="ltr">${hash}</code>`)
  })
})

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(colour.slice(start, start + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

describe('the colours of the page', () => {
  const css = readFileSync(new URL('../pages/base.css', import.meta.url), 'utf8')
  const colour = (name: string): string => new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css)?.[1] ?? ''
  it.each([
    ['ink', 'paper', 7],
    ['ink', 'shade', 7],
    ['muted', 'paper', 4.5],
    ['muted', 'shade', 4.5],
    ['green', 'paper', 7],
    ['green', 'green-shade', 4.5],
    ['red', 'paper', 4.5],
    ['red', 'red-shade', 4.5],
    ['amber', 'amber-shade', 4.5],
    ['grey', 'grey-shade', 4.5],
    ['violet-ink', 'violet', 4.5],
    ['violet', 'violet-shade', 4.5],
  ])('%s on %s has enough contrast', (front, back, least) => {
    expect(contrast(colour(front), colour(back))).toBeGreaterThanOrEqual(least)
  })
})
