/** The facts of a return in the notation of examples, for tests. */
import { plainFacts, readFacts } from '@maqami/engine/determine/facts.ts'
import { readVocabulary, type Vocabulary } from '@maqami/engine/load/vocabulary.ts'
import { readYaml } from '@maqami/engine/load/yaml.ts'
import type { ReadReturn } from './read-return.ts'

export type WrittenFacts = Readonly<Record<string, unknown>>

/** A vocabulary in English and Urdu in which nothing is wrong. */
export function vocabularyIn(text: string): Vocabulary {
  const read = readYaml('vocabulary.yaml', text)
  if (!read.ok) throw new Error(read.problems[0]?.sentence)
  return readVocabulary({ file: 'vocabulary.yaml', problems: [], languages: ['en', 'ur'] }, read.node)
}

/** By subject. */
export function writtenFacts(vocabulary: Vocabulary, read: ReadReturn): readonly WrittenFacts[] {
  if (!read.ok) throw new Error(read.errors.map((error) => error.sentence.en).join('\n'))
  return read.subjects.map((subject) => {
    const facts = readFacts(vocabulary, {}, subject.facts)
    if (!facts.ok) throw new Error(facts.problems.map(({ path, sentence }) => `${path}: ${sentence}`).join('\n'))
    return plainFacts(vocabulary, facts.facts)
  })
}
