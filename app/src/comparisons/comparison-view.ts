/** A comparison as its page tells it in one language. Pure: the page's script makes the same of what a reader moves. */
import { displayed } from '@maqami/engine/explain/display.ts'
import { sentenceStart } from '@maqami/engine/explain/ink.ts'
import { inLanguage, type Language, namesOf } from '@maqami/engine/explain/names.ts'
import { nameOf, textIn, type Voice, voiceOf } from '@maqami/engine/explain/voice.ts'
import { formatDay } from '@maqami/engine/value/date.ts'
import type { Exact } from '@maqami/engine/value/exact.ts'
import { NoValue } from '@maqami/engine/value/outcome.ts'
import { isCurrency } from '@maqami/engine/value/unit.ts'
import type { Type } from '@maqami/engine/value/type.ts'
import type { Finding } from '@maqami/engine/determine/determine.ts'
import { gapAt, type Question } from './compare-routes.ts'
import { type Figure, figureOf } from './comparison-json.ts'
import type { FollowedRoute, Routes } from './follow-route.ts'

export interface ComparisonView {
  readonly law: string
  readonly day: string
  readonly routes: readonly { readonly name: string; readonly label: string }[]
  readonly groups: readonly { readonly name: string; readonly title: string; readonly rows: readonly RowView[] }[]
  readonly stack: StackView
}

export interface RowView {
  readonly name: string
  readonly label: string
  /** By route, in their order. */
  readonly cells: readonly string[]
}

/** Where the money of one set goes, by route: each part as a share of the largest whole. */
export interface StackView {
  readonly parts: readonly string[]
  readonly bars: readonly { readonly label: string; readonly whole: string; readonly shares: readonly number[] }[]
}

export function comparisonView(
  routes: Routes,
  question: Question,
  followed: readonly FollowedRoute[],
  language: Language,
): ComparisonView {
  const voice = voiceOf(language, namesOf(routes.engine.programme))
  return {
    law: textIn(voice, question.law.label),
    day: formatDay(question.day),
    routes: followed.map(({ route }) => ({ name: route, label: memberOf(voice, 'route', route) })),
    groups: [...findingGroups(routes, voice, followed), chargeGroup(voice, followed)],
    stack: stackOf(routes, voice, followed),
  }
}

/** At each value of a set: the value, the charges on finished set and kit, and what follows from both. */
export function gapView(routes: Routes, question: Question, language: Language): readonly (readonly string[])[] {
  const voice = voiceOf(language, namesOf(routes.engine.programme))
  return routes.comparison.gap.values.map((value) => {
    const { finished, kit, findings } = gapAt(routes, question, value)
    const told = [finished, kit, ...findings].map((one) => figureIn(voice, one))
    return [written(voice, value, { kind: 'number', unit: 'USD' }), ...told]
  })
}

export const CHARGES = 'charges'

/** Findings under the place of the method that they belong to. */
function findingGroups(routes: Routes, voice: Voice, followed: readonly FollowedRoute[]): ComparisonView['groups'] {
  const rows = routes.engine.findings.flatMap((provision) => {
    const found = followed.map(({ assessment }) =>
      assessment.findings.find((one) => one.provision.name === provision.name),
    )
    if (provision.source.kind !== 'measure' || found.every((one) => one?.outcome instanceof NoValue)) return []
    const { clause, label } = provision.source
    const place = clause === undefined ? '' : `${clause.instrument}, ${clause.place}`
    const cells = found.map((one) => bare(figureIn(voice, one), provision.type))
    return [
      {
        place,
        row: { name: provision.name, label: inUnit(nameOf(voice, provision.name, label), provision.type), cells },
      },
    ]
  })
  return [...Map.groupBy(rows, ({ place }) => place)].map(([place, all]) => ({
    name: all[0]?.row.name ?? place,
    title: sentenceStart(voice.ink.plain(inLanguage(voice.names.places.get(place), voice.language, place))),
    rows: all.map(({ row }) => row),
  }))
}

function chargeGroup(voice: Voice, followed: readonly FollowedRoute[]): ComparisonView['groups'][number] {
  const rows = (followed[0]?.charges ?? []).flatMap(({ name }, index): readonly RowView[] => {
    const found = followed.map(({ charges }) => charges[index]?.from?.finding)
    if (found.every((one) => one === undefined)) return []
    const type = found.find((one) => one !== undefined)?.provision.type ?? NUMBER
    const cells = found.map((one) => bare(figureIn(voice, one), type))
    return [{ name, label: inUnit(nameOf(voice, name), type), cells }]
  })
  return { name: CHARGES, title: CHARGES, rows }
}

function stackOf(routes: Routes, voice: Voice, followed: readonly FollowedRoute[]): StackView {
  const { whole, parts } = routes.comparison.stack
  const amounts = followed.map(({ route, assessment }) => {
    const of = (name: string): Finding | undefined =>
      assessment.findings.find(({ provision }) => provision.name === name)
    return { label: memberOf(voice, 'route', route), whole: of(whole), parts: parts.map((part) => roughly(of(part))) }
  })
  const largest = Math.max(1, ...amounts.map((one) => roughly(one.whole)))
  return {
    parts: parts.map((part) => nameOf(voice, part)),
    bars: amounts.map((one) => ({
      label: one.label,
      whole: figureIn(voice, one.whole),
      shares: one.parts.map((part) => Math.max(0, part) / largest),
    })),
  }
}

/** For drawing only. */
export function roughly(finding: Finding | undefined): number {
  const outcome = finding?.outcome
  return typeof outcome === 'object' && !(outcome instanceof NoValue) ? roughNumber(outcome) : 0
}

/** For drawing only. */
export function roughNumber(exact: Exact | undefined): number {
  return exact === undefined ? 0 : Number(exact.n) / Number(exact.d)
}

/** The currency stands with the row and not in every cell. */
export function inUnit(label: string, type: Type): string {
  return type.kind === 'number' && isCurrency(type.unit) ? `${label} (${type.unit})` : label
}

export function bare(text: string, type: Type): string {
  return type.kind === 'number' && isCurrency(type.unit) ? text.replace(`${type.unit} `, '') : text
}

const NUMBER: Type = { kind: 'number', unit: 'number' }

function memberOf(voice: Voice, category: string, member: string): string {
  return inLanguage(voice.names.members.get(`${category}.${member}`), voice.language, member)
}

function figureIn(voice: Voice, finding: Finding | undefined): string {
  return figureText(voice, figureOf(finding), finding?.provision.type ?? NUMBER)
}

export function figureText(voice: Voice, figure: Figure, type: Type): string {
  const { language, names } = voice
  if (figure.state === 'value') return written(voice, figure.shown, type)
  const said =
    figure.state === 'none'
      ? ({ state: 'none', because: 'not_imposed' } as const)
      : ({ state: 'undetermined', missing: figure.needs } as const)
  return displayed(said, type, language, { names, isBrief: true }).text
}

function written(voice: Voice, text: string, type: Type): string {
  return displayed({ state: 'value', text }, type, voice.language, { truth: 'met', names: voice.names }).text
}
