/** What a draft does as a PDF, with the hashes of both laws and the command that prints the same figures. */
import { readFile } from 'node:fs/promises'
import { inLanguage, type Language } from '@maqami/engine/explain/names.ts'
import { rehearsalIn } from '@maqami/engine/explain/voice.ts'
import { printPaper } from '../../determinations/render-letter.ts'
import { countIn, draftTables, findingIn, firmsTable, firmsWanted, voiceOfBoth } from './draft-tables.ts'
import { draftWordsOf } from './draft-words.ts'
import type { SimulationRead } from './read-simulations.ts'
import { commandOf } from './reproduce.ts'
import { simulationsWordsOf } from './simulations-words.ts'

export async function printEffect({ simulation, laws, report }: SimulationRead, language: Language): Promise<Buffer> {
  const [words, told] = [simulationsWordsOf(language), draftWordsOf(language)]
  const voice = voiceOfBoth(laws, language)
  const { heading, draft } = laws.draft.engine.programme
  const [cases, firms, years] = [report.cases, report.firms, report.years.length].map((one) => countIn(voice, one))
  const template = await readFile(new URL('effect-paper.typ', import.meta.url), 'utf8')
  return await printPaper(template, `of the simulation ${simulation.id}`, {
    language,
    title: told.title(inLanguage(draft?.title ?? {}, language, simulation.draft)),
    authority: inLanguage(heading.authority, language, heading.name),
    rehearsal: rehearsalIn(voice, laws.draft.engine.programme) ?? null,
    footer: `${heading.name} ${simulation.draft} ${report.draft_hash}`,
    facts: [
      text(words.programme, inLanguage(heading.title, language, heading.name)),
      text(words.facts, words.sources[simulation.source]),
      code(told.hash.release, report.release_hash),
      code(told.hash.draft, report.draft_hash),
      ...simulation.files.map(({ name }, nth) => code(name, report.facts[nth]?.hash ?? '')),
      code(told.command, commandOf(simulation)),
    ],
    paragraphs: [
      told.scope(cases ?? '', firms ?? '', years ?? ''),
      findingIn(voice, report),
      words.sourceNotes[simulation.source],
      ...told.notes,
    ],
    tables: [...draftTables(voice, report), firmsTable(voice, firmsWanted(report, 'failing'))],
  })
}

function text(name: string, value: string) {
  return { name, value, code: false }
}

/** Set as it is to be copied. */
function code(name: string, value: string) {
  return { name, value, code: true }
}
