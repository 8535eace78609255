/** What stands above everything that is printed about a release: whose law it is, and whether it binds. */
import { inLanguage, type Language, namesOf } from '@maqami/engine/explain/names.ts'
import { rehearsalIn, voiceOf } from '@maqami/engine/explain/voice.ts'
import type { Release } from './load-release.ts'

export function headingText(release: Release, language: Language): string {
  const { programme } = release.engine
  const title = inLanguage(programme.heading.title, language, programme.heading.name)
  const rehearsal = rehearsalIn(voiceOf(language, namesOf(programme)), programme)
  return rehearsal === undefined ? title : `${title}\n${rehearsal}`
}
