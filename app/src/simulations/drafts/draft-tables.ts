/** What a draft does, as tables in one language: for the page, the terminal and the paper alike. */
import { displayCount, displayDayText } from '@maqami/engine/explain/display.ts'
import { type Language, namesOf } from '@maqami/engine/explain/names.ts'
import { nameOf, type Voice, voiceOf } from '@maqami/engine/explain/voice.ts'
import type { Release } from '../../policy-releases/load-release.ts'
import { saidFinding } from '../../assessments/said-finding.ts'
import type { ClassEffect } from './class-effects.ts'
import type { AmountEffect, Counts, DraftEffect, FirmYear, RequirementEffect } from './draft-effect.ts'
import type { DraftReport } from './draft-report.ts'
import { draftWordsOf } from './draft-words.ts'
import { type Both, SIDES } from './two-laws.ts'

export interface DraftTable {
  readonly name: 'failing' | 'stakes' | 'requirements' | 'money' | 'size' | 'band' | 'lacking' | 'left_out' | 'firms'
  readonly title: string
  readonly note: string | undefined
  readonly columns: readonly { readonly title: string; readonly isAmount: boolean }[]
  /** The key of a row about one year is its label. */
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[]
}

/** The names of both laws: what the draft leaves out has still a name. */
export function voiceOfBoth({ release, draft }: Both<Release>, language: Language): Voice {
  const [was, is] = [namesOf(release.engine.programme), namesOf(draft.engine.programme)]
  return voiceOf(language, { ...is, labels: new Map([...was.labels, ...is.labels]) })
}

export function draftTables(voice: Voice, effect: DraftReport): readonly DraftTable[] {
  return [
    failingTable(voice, effect),
    ...stakesTable(voice, effect),
    requirementsTable(voice, effect),
    moneyTable(voice, effect),
    ...(['size', 'band'] as const).flatMap((by) => classTable(voice, effect, by)),
    lackingTable(voice, effect),
    ...leftOutTable(voice, effect),
  ]
}

type Columns = DraftTable['columns']

function told(...titles: readonly string[]): Columns {
  return titles.map((title) => ({ title, isAmount: false }))
}

function counted(...titles: readonly string[]): Columns {
  return titles.map((title) => ({ title, isAmount: true }))
}

export function countIn({ language }: Voice, count: number): string {
  return displayCount(count, language)
}

/** `PKR 1250000` as readers see it. */
export function amountIn(voice: Voice, text: string | null): string {
  return text === null ? '' : saidFinding(voice, text)
}

function failingTable(voice: Voice, { years }: DraftEffect): DraftTable {
  const { failing: words, under } = draftWordsOf(voice.language)
  const hasUnsaid = years.some(({ unsaid }) => SIDES.some((side) => unsaid[side] > 0))
  const sides = (title: (law: string) => string): Columns => counted(...SIDES.map((side) => title(under[side])))
  return {
    name: 'failing',
    title: words.title,
    note: undefined,
    columns: [
      ...told(words.year, words.ends),
      ...counted(words.firms),
      ...sides(words.fail),
      ...(hasUnsaid ? sides(words.unsaid) : []),
      ...sides(words.licences),
    ],
    rows: years.map(({ year, ends_on, firms, failing, unsaid, licences_at_risk: licences }) => ({
      key: year,
      cells: [
        year,
        displayDayText(ends_on, voice.language),
        ...[
          firms,
          ...SIDES.map((side) => failing[side].firms),
          ...(hasUnsaid ? SIDES.map((side) => unsaid[side]) : []),
          ...SIDES.map((side) => licences[side]),
        ].map((count) => countIn(voice, count)),
      ],
    })),
  }
}

/** Nothing where the list tells neither jobs nor exports. */
function stakesTable(voice: Voice, { years }: DraftEffect): readonly DraftTable[] {
  const { failing: words, under } = draftWordsOf(voice.language)
  const hasJobs = years.some(({ jobs }) => jobs !== null)
  const hasExports = years.some(({ exports }) => exports !== null)
  if (!hasJobs && !hasExports) return []
  const sides = (title: (law: string) => string): Columns => counted(...SIDES.map((side) => title(under[side])))
  const people = (number: number | null): string => (number === null ? '' : countIn(voice, number))
  const table: DraftTable = {
    name: 'stakes',
    title: words.stakes,
    note: undefined,
    columns: [
      ...told(words.year),
      ...(hasJobs ? [...counted(words.allJobs), ...sides(words.jobs)] : []),
      ...(hasExports ? [...counted(words.allExports), ...sides(words.exports)] : []),
    ],
    rows: years.map(({ year, jobs, exports, failing }) => ({
      key: year,
      cells: [
        year,
        ...(hasJobs ? [jobs, ...SIDES.map((side) => failing[side].jobs)].map(people) : []),
        ...(hasExports
          ? [exports, ...SIDES.map((side) => failing[side].exports)].map((text) => amountIn(voice, text))
          : []),
      ],
    })),
  }
  return [table]
}

/** The year in which the two laws differ most in whom they fail, as a sentence; the worst of the draft where they differ nowhere. */
export function findingIn(voice: Voice, { years }: DraftEffect): string {
  const [first] = years.toSorted((a, b) => {
    return gapIn(b) - gapIn(a) || b.failing.draft.firms - a.failing.draft.firms
  })
  if (first === undefined) return ''
  const { year, firms, failing } = first
  const [all, was, is] = [firms, failing.release.firms, failing.draft.firms].map((count) => countIn(voice, count))
  return draftWordsOf(voice.language).failing.finding(year, all ?? '', was ?? '', is ?? '')
}

function gapIn({ failing }: DraftEffect['years'][number]): number {
  return Math.abs(failing.draft.firms - failing.release.firms)
}

const STATES = ['met', 'not_met', 'none', 'undetermined'] as const

function requirementsTable(voice: Voice, { years }: DraftEffect): DraftTable {
  const { requirements: words, failing } = draftWordsOf(voice.language)
  const count = (counts: Counts | null, state: (typeof STATES)[number]): string => {
    // What the law refuses is said below, beside what is undetermined.
    return counts === null ? '–' : countIn(voice, counts[state] + (state === 'undetermined' ? counts.refused : 0))
  }
  const pair = ({ release, draft }: RequirementEffect, state: (typeof STATES)[number]): string => {
    const [was, is] = [count(release, state), count(draft, state)]
    return was === is ? was : `${was} ${voice.words.arrow} ${is}`
  }
  return {
    name: 'requirements',
    title: words.title,
    note: words.note,
    columns: [...told(failing.year, words.requirement), ...counted(words.met, words.notMet, words.none, words.open)],
    rows: years.flatMap(({ year, requirements }) =>
      requirements.map((one) => ({
        key: year,
        cells: [year, nameOf(voice, one.name), ...STATES.map((state) => pair(one, state))],
      })),
    ),
  }
}

function moneyTable(voice: Voice, { years }: DraftEffect): DraftTable {
  const { money: words, failing, release, draft, difference } = draftWordsOf(voice.language)
  return {
    name: 'money',
    title: words.title,
    note: undefined,
    columns: [...told(failing.year, words.what), ...counted(release, draft, difference)],
    rows: years.flatMap(({ year, amounts, balance }) =>
      [
        ...amounts
          .filter(isSomething)
          .map((one) => ({ ...one, title: words.named(nameOf(voice, one.name), words.kinds[one.kind]) })),
        { ...balance, title: words.balance },
      ].map((one) => ({
        key: year,
        cells: [year, one.title, ...[one.release, one.draft, one.difference].map((text) => amountIn(voice, text))],
      })),
    ),
  }
}

function isSomething({ release, draft }: AmountEffect): boolean {
  return !(isNothing(release) && isNothing(draft))
}

function isNothing(text: string): boolean {
  return /^[A-Z]{3} 0$/.test(text)
}

function classTable(voice: Voice, { classes }: DraftEffect, by: ClassEffect['by']): readonly DraftTable[] {
  const { classes: words, failing } = draftWordsOf(voice.language)
  const own = classes.filter((one) => one.by === by)
  if (own.length === 0) return []
  const called: Readonly<Record<string, string>> = words.words
  const table: DraftTable = {
    name: by,
    title: words.title[by],
    note: words.note,
    columns: [
      ...told(words.name[by]),
      ...counted(
        failing.firms,
        words.gain,
        words.lose,
        words.same,
        words.open,
        words.newly,
        words.noLonger,
        words.balance,
      ),
    ],
    rows: own.map(({ name, firms, gain, lose, same, open, fail_newly, fail_no_longer, balance }) => ({
      key: name ?? '',
      cells: [
        name === null ? words.notSaid : (called[name] ?? voice.ink.name(name)),
        ...[firms, gain, lose, same, open, fail_newly, fail_no_longer].map((count) => countIn(voice, count)),
        amountIn(voice, balance.difference),
      ],
    })),
  }
  return [table]
}

function lackingTable(voice: Voice, { lacking }: DraftEffect): DraftTable {
  const { lacking: words, release, draft } = draftWordsOf(voice.language)
  const laws = { release, draft }
  return {
    name: 'lacking',
    title: words.title,
    note: lacking.length === 0 ? words.none : undefined,
    columns: [...told(words.finding, words.law, words.why), ...counted(words.cases, words.firms)],
    rows: lacking.map(({ name, law, state, needs, cases, firms }) => {
      const names = needs.map((need) => nameOf(voice, need)).join(voice.words.listSeparator)
      return {
        key: name,
        cells: [
          nameOf(voice, name),
          laws[law],
          state === 'refused' ? words.refused(names) : words.needs(names),
          countIn(voice, cases),
          countIn(voice, firms),
        ],
      }
    }),
  }
}

/** Nothing where no return is left out. */
function leftOutTable({ language }: Voice, { left_out }: DraftReport): readonly DraftTable[] {
  const { leftOut: words, firms, failing } = draftWordsOf(language)
  if (left_out.length === 0) return []
  const table: DraftTable = {
    name: 'left_out',
    title: words.title(displayCount(left_out.length, language)),
    note: words.note,
    columns: told(firms.firm, failing.year, words.why),
    rows: left_out.map(({ firm, period, why }) => ({ key: `${firm} ${period}`, cells: [firm, period, why[language]] })),
  }
  return [table]
}

export const WANTED = ['newly', 'failing', 'all'] as const
export type Wanted = (typeof WANTED)[number]

/** Of one year, or of all: those who fail first where all are asked for. */
export function firmsWanted({ firm_years }: DraftEffect, wanted: Wanted, year?: string): readonly FirmYear[] {
  const those = firm_years.filter((one) => year === undefined || one.year === year)
  if (wanted === 'newly') return those.filter((one) => isFailing(one) && one.fails.release.length === 0)
  if (wanted === 'failing') return those.filter(isFailing)
  return those.toSorted((a, b) => Number(isFailing(b)) - Number(isFailing(a)))
}

function isFailing({ fails }: FirmYear): boolean {
  return fails.draft.length > 0
}

/** Firms and their years; the key is the place in what was given. */
export function firmsTable(voice: Voice, firms: readonly FirmYear[], year?: string): DraftTable {
  const { firms: words, failing, under } = draftWordsOf(voice.language)
  const named = (names: readonly string[]): string =>
    names.length === 0 ? words.nothing : names.map((name) => nameOf(voice, name)).join(voice.words.listSeparator)
  return {
    name: 'firms',
    title: year === undefined ? words.title : words.titleOf(year),
    note: firms.length === 0 ? words.none : undefined,
    columns: [
      ...told(words.firm, ...(year === undefined ? [failing.year] : [])),
      ...told(...SIDES.map((side) => words.fails(under[side])), words.licence),
      ...counted(words.more, words.changed),
    ],
    rows: firms.map((one, place) => ({
      key: String(place),
      cells: [
        voice.ink.name(one.firm),
        ...(year === undefined ? [one.year] : []),
        ...SIDES.map((side) => named(one.fails[side])),
        words.yes[inWhich(one.licence_at_risk)],
        amountIn(voice, one.balance.difference),
        countIn(voice, one.changed),
      ],
    })),
  }
}

function inWhich({ release, draft }: Both<boolean>): 'both' | 'release' | 'draft' | 'none' {
  if (release && draft) return 'both'
  return release ? 'release' : draft ? 'draft' : 'none'
}
