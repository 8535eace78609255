/** What a draft does, for a terminal. */
import { columns, wrapped } from '@maqami/engine/explain/layout.ts'
import { assessmentText } from '@maqami/engine/explain/text.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import { nameOf } from '@maqami/engine/explain/voice.ts'
import { headingText } from '../../policy-releases/heading-text.ts'
import type { Release } from '../../policy-releases/load-release.ts'
import { assessRow, caseChanges } from './case-changes.ts'
import type { DraftReport } from './draft-report.ts'
import {
  amountIn,
  countIn,
  type DraftTable,
  draftTables,
  firmsTable,
  firmsWanted,
  voiceOfBoth,
} from './draft-tables.ts'
import { draftWordsOf } from './draft-words.ts'
import { type Both, type Compared, SIDES } from './two-laws.ts'

const WIDTH = 110

export function draftText(laws: Both<Release>, report: DraftReport, language: Language): string {
  const words = draftWordsOf(language)
  const voice = voiceOfBoth(laws, language)
  const { cases, firms, years } = report
  const tables = [...draftTables(voice, report), firmsTable(voice, firmsWanted(report, 'failing'))]
  return [
    headingText(laws.draft, language),
    words.title(report.draft),
    '',
    `${words.hash.release}: ${report.release_hash}`,
    `${words.hash.draft}: ${report.draft_hash}`,
    ...report.facts.map(({ holds, hash }) => `${words.facts} (${holds}): ${hash}`),
    words.scope(countIn(voice, cases), countIn(voice, firms), countIn(voice, years.length)),
    '',
    ...words.notes.flatMap((note) => [...wrapped(note, WIDTH, 0), '']),
    ...tables.flatMap((table) => [...tableLines(table), '']),
  ].join('\n')
}

function tableLines({ title, note, columns: heads, rows }: DraftTable): readonly string[] {
  const right = heads.flatMap(({ isAmount }, place) => (isAmount ? [place] : []))
  const body =
    rows.length === 0 ? [] : columns([heads.map((one) => one.title), ...rows.map(({ cells }) => cells)], 2, right)
  return [title, ...(note === undefined ? [] : wrapped(note, WIDTH, 2)), ...body]
}

/** What changes for one row, and why, under both laws. */
export function caseText(laws: Both<Release>, compared: Compared, row: number, language: Language): string {
  const words = draftWordsOf(language)
  const voice = voiceOfBoth(laws, language)
  const changes = caseChanges(compared, row)
  const assessed = assessRow(compared, row)
  return [
    headingText(laws.draft, language),
    words.case.changes(compared.gathered.ids[row] ?? ''),
    ...(changes.length === 0
      ? [words.case.nothing]
      : columns(
          [
            [words.case.finding, words.release, words.draft],
            ...changes.map(({ name, release, draft }) => [
              nameOf(voice, name),
              amountIn(voice, release ?? 'none'),
              amountIn(voice, draft ?? 'none'),
            ]),
          ],
          2,
        )),
    ...SIDES.flatMap((side) => [
      '',
      words.case.why[side],
      '',
      assessmentText(assessed[side], { language, names: voice.names }),
    ]),
  ].join('\n')
}
