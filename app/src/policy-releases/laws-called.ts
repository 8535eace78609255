/** What pages about firms call a programme and what is in it: as its newest law does. */
import { inLanguage, type Names, namesOf, NO_NAMES } from '@maqami/engine/explain/names.ts'
import { rehearsalIn, voiceOf } from '@maqami/engine/explain/voice.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { readAs } from '../kernel/transaction.ts'
import { type PageContext, pageCall } from '../pages/page-call.ts'
import { inForce } from './release-in-force.ts'
import { shelfContext } from './shelf-context.ts'

export interface LawCalled {
  readonly title: string
  /** The sentence that stands above everything that rests on it where it does not bind. */
  readonly rehearsal: string
  readonly names: Names
}

export type LawsCalled = (programme: string) => LawCalled

const LAST_DAY = '9999-12-31'

/** Of these programmes, in the language of the reader. */
export async function lawsCalled(context: PageContext, programmes: readonly string[]): Promise<LawsCalled> {
  const { actor, language } = context.get(pageCall)
  const shelf = context.get(shelfContext)
  const called = new Map<string, LawCalled>()
  await readAs(context.get(recorderContext).database, actor, async (tables) => {
    for (const name of new Set(programmes)) {
      const found = await inForce(tables, name, LAST_DAY)
      if ('refused' in found) continue
      const { programme } = shelf.open(found.done).engine
      const names = namesOf(programme)
      const voice = voiceOf(language, names)
      called.set(name, {
        title: inLanguage(programme.heading.title, language, name),
        rehearsal: rehearsalIn(voice, programme) ?? voice.words.rehearsalOfReport,
        names,
      })
    }
  })
  const { words } = voiceOf(language)
  return (name) => called.get(name) ?? { title: name, rehearsal: words.rehearsalOfReport, names: NO_NAMES }
}
