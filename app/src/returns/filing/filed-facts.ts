/** The facts of a return as they are kept: texts in the notation of examples, with the lines that they came from. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import { plainFacts, readFacts } from '@maqami/engine/determine/facts.ts'
import type { Vocabulary } from '@maqami/engine/load/vocabulary.ts'
import { type LineOrigin, type ReturnSubject, toldOrigins, writeOrigins } from '../return-facts.ts'

export interface FiledSubject extends Pick<ReturnSubject, 'subject' | 'origins'> {
  readonly facts: Readonly<Record<string, unknown>>
}

interface KeptSubject extends Omit<FiledSubject, 'origins'> {
  readonly origins: Readonly<Record<string, readonly LineOrigin[]>>
}

/** Throws when they do not fit the vocabulary: the return was read by a schema of the same release. */
export function filedFacts(vocabulary: Vocabulary, subjects: readonly ReturnSubject[]): string {
  const kept = subjects.map(({ subject, facts, origins }): KeptSubject => {
    const read = readFacts(vocabulary, {}, facts)
    if (!read.ok) throw new Error(read.problems.map(({ path, sentence }) => `${path}: ${sentence}`).join('\n'))
    return { subject, facts: plainFacts(vocabulary, read.facts), origins: writeOrigins(origins) }
  })
  return canonicalJson(kept)
}

/** As they were kept. */
export function filedText(subjects: readonly FiledSubject[]): string {
  return canonicalJson(subjects.map((one): KeptSubject => ({ ...one, origins: writeOrigins(one.origins) })))
}

export function filedSubjects(text: string): readonly FiledSubject[] {
  return (JSON.parse(text) as readonly KeptSubject[]).map((kept) => ({
    ...kept,
    origins: new Map(Object.entries(kept.origins).map(([name, lines]) => [name, toldOrigins(lines, (line) => line)])),
  }))
}
