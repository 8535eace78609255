/** What pages about firms call a programme and what is in it: as the law does that was approved last. */
import { type Language, inLanguage, type Names, namesOf, NO_NAMES } from '@maqami/engine/explain/names.ts'
import { rehearsalIn, voiceOf } from '@maqami/engine/explain/voice.ts'
import type { Programme } from '@maqami/engine/load/programme.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import type { Handle } from '../kernel/database.ts'
import { readAs } from '../kernel/transaction.ts'
import { type PageContext, pageCall } from '../pages/page-call.ts'
import { lastApproved } from './policy-releases-table.ts'
import { shelfContext } from './shelf-context.ts'

export interface LawCalled {
  readonly title: string
  readonly binds: boolean
  /** The sentence that stands above what rests on law that does not bind; what was decided earlier may, though this law binds. */
  readonly rehearsal: string
  readonly names: Names
}

/** A programme of which nothing was published yet is called as its folder is. */
export type LawsCalled = (programme: string) => LawCalled

/** Of these programmes, in the language of the reader. */
export async function lawsCalled(context: PageContext, programmes: readonly string[]): Promise<LawsCalled> {
  const { actor } = context.get(pageCall)
  return await readAs(context.get(recorderContext).database, actor, async (tables) => {
    return await lawsIn(tables, context, programmes)
  })
}

/** The same, within the transaction of a page that shows several slices. */
export async function lawsIn(tables: Handle, context: PageContext, programmes: readonly string[]): Promise<LawsCalled> {
  const { language } = context.get(pageCall)
  const shelf = context.get(shelfContext)
  const called = new Map<string, LawCalled>()
  for (const name of new Set(programmes)) {
    const law = await lastApproved(tables, name)
    if (law !== undefined) called.set(name, lawCalled(shelf.open(law).engine.programme, language))
  }
  const { words } = voiceOf(language)
  return (name) => {
    return called.get(name) ?? { title: name, binds: true, rehearsal: words.rehearsalOfReport, names: NO_NAMES }
  }
}

function lawCalled(programme: Programme, language: Language): LawCalled {
  const names = namesOf(programme)
  const voice = voiceOf(language, names)
  const rehearsal = rehearsalIn(voice, programme)
  return {
    title: inLanguage(programme.heading.title, language, programme.heading.name),
    binds: rehearsal === undefined,
    rehearsal: rehearsal ?? voice.words.rehearsalOfReport,
    names,
  }
}
