/** In which clause of its law each charge stands, in the words of that law. */
import { namesOf } from '@maqami/engine/explain/names.ts'
import { clauseIn, voiceOf } from '@maqami/engine/explain/voice.ts'
import type { Localized } from '@maqami/engine/load/fields.ts'
import type { Programme } from '@maqami/engine/load/programme.ts'

export type Cited = Readonly<Record<string, Localized>>

/** What cites no clause is left out. */
export function citedCharges(programme: Programme, charges: readonly string[]): Cited {
  const names = namesOf(programme)
  return Object.fromEntries(
    charges.flatMap((charge) => {
      const clause = programme.provisions.get(charge)?.clause
      if (clause === undefined) return []
      const cited = (language: 'en' | 'ur') =>
        clauseIn(voiceOf(language, names), `${clause.instrument}, ${clause.place}`)
      return [[charge, { en: cited('en'), ur: cited('ur') }]]
    }),
  )
}
