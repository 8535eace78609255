/** A programme's law as its page tells it, in one language: what is asked and what follows, and when what changes. */
import { displayDayText } from '@maqami/engine/explain/display.ts'
import { type Language, namesOf } from '@maqami/engine/explain/names.ts'
import {
  clauseIn,
  nameOf,
  readingIn,
  rehearsalIn,
  standingIn,
  textIn,
  type Voice,
  voiceOf,
} from '@maqami/engine/explain/voice.ts'
import { draftsOf } from '@maqami/engine/load/drafts.ts'
import type { Programme } from '@maqami/engine/load/programme.ts'
import type { Provision, ProvisionKind } from '@maqami/engine/load/provisions.ts'
import type { TimelineEntry } from '../pages/timeline.tsx'
import type { Release } from './load-release.ts'
import { type ParameterView, parameterView } from './parameter-view.ts'
import { type SourceView, sourceView } from './source-view.ts'

/** Whether it can be acted upon: the law of a rehearsal binds nobody. */
export type ProgrammeState = 'draft' | 'rehearsal' | 'live'

/** What stands above every page about a programme. */
export interface ProgrammeHeading {
  readonly name: string
  readonly title: string
  readonly authority: string
  readonly state: ProgrammeState
  readonly standing: string
  readonly rehearsal: string | undefined
}

export interface ProvisionView {
  readonly name: string
  readonly title: string
  readonly kind: ProvisionKind
  readonly kindWord: string
  readonly summary: string | undefined
  readonly clause: string | undefined
  readonly standing: string
  readonly source: SourceView | undefined
  readonly quotation: string | undefined
  readonly reading: string | undefined
}

export interface ProgrammeView {
  readonly heading: ProgrammeHeading
  readonly provisions: readonly ProvisionView[]
  readonly parameters: readonly ParameterView[]
  readonly changes: readonly TimelineEntry[]
  readonly drafts: readonly string[]
  readonly examples: number
}

export function programmeHeading(programme: Programme, language: Language): ProgrammeHeading {
  const { heading, draft } = programme
  const voice = voiceOf(language, namesOf(programme))
  const rehearsal = rehearsalIn(voice, programme)
  const isDraft = heading.standing.status === 'draft' || draft !== undefined
  return {
    name: heading.name,
    title: textIn(voice, heading.title, heading.name),
    authority: textIn(voice, heading.authority),
    state: isDraft ? 'draft' : rehearsal === undefined ? 'live' : 'rehearsal',
    standing: standingIn(voice, heading.standing),
    rehearsal,
  }
}

export function programmeView({ engine, files }: Release, language: Language): ProgrammeView {
  const { programme } = engine
  const voice = voiceOf(language, namesOf(programme))
  return {
    heading: programmeHeading(programme, language),
    provisions: [...programme.provisions.values()].map((one) => provisionView(voice, one)),
    parameters: [...programme.parameters.values()].map((one) => parameterView(voice, one)),
    changes: changesOf(voice, programme),
    drafts: draftsOf(files),
    examples: programme.examples.length,
  }
}

function provisionView(voice: Voice, provision: Provision): ProvisionView {
  const { clause, standing, reading } = provision
  return {
    name: provision.name,
    title: nameOf(voice, provision.name, provision.label),
    kind: provision.kind,
    kindWord: voice.words.kinds[provision.kind],
    summary: provision.summary === undefined ? undefined : textIn(voice, provision.summary),
    clause: clause === undefined ? undefined : clauseIn(voice, `${clause.instrument}, ${clause.place}`),
    standing: standingIn(voice, standing),
    source: sourceView(voice, standing),
    quotation: provision.quotation?.text,
    reading: reading === undefined ? undefined : readingIn(voice, reading),
  }
}

/** Each day on which numbers begin or change, in order, and which. */
function changesOf(voice: Voice, { parameters }: Programme): readonly TimelineEntry[] {
  const rows = [...parameters.values()].flatMap(({ name, label, rows: all }) =>
    all.map(({ first, text }) => ({ first, text, name: nameOf(voice, name, label) })),
  )
  const days = Map.groupBy(
    rows.toSorted((a, b) => a.first - b.first),
    ({ text }) => text,
  )
  return [...days].map(([text, changed]) => ({
    when: displayDayText(text, voice.language),
    day: text,
    what: changed.map(({ name }) => name),
  }))
}
