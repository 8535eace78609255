/** What is said where something is named that there is not. Pure. */
import type { FactProblem } from '@maqami/engine/determine/facts.ts'
import { didYouMean } from '@maqami/engine/load/problem.ts'

export function unknownName(path: string, name: string, known: readonly string[]): FactProblem {
  return {
    path,
    sentence: `There is no '${name}' here.${didYouMean(name, known)} There are: ${known.join(', ')}.`,
    ur: `یہاں '${name}' نام کا کچھ نہیں۔${didYouMean(name, known, 'ur')} یہ ہیں: ${known.join('، ')}۔`,
  }
}
