/** An event of a firm in sentences: what happened, and what became of its licences. */
import type { Language } from '../../kernel/problem.ts'
import { lifeWordsOf } from './life-words.ts'
import type { EventView } from './show-life.ts'

export function eventSentences(event: EventView, language: Language): readonly string[] {
  const words = lifeWordsOf(language)
  const { kind, firm, answers, new_name, licences_pass, parts } = event
  return [
    words.told[kind](firm.name, new_name ?? answers?.name ?? ''),
    ...(licences_pass === null ? [] : [words.licences(licences_pass)]),
    ...parts.map((part) => {
      const licences = part.licences.join(words.comma)
      return part.firm.id === firm.id ? words.kept(part.firm.name, licences) : words.part(part.firm.name, licences)
    }),
  ]
}
