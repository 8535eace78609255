/** What a firm promised, and what it said of a draft in confidence. */
import { promisedBy } from './commitments-fixture.ts'
import { commentedBy } from './consultations-fixture.ts'
import type { TestMaker, TestThread } from './thread-fixture.ts'

export async function steeredBy(thread: TestThread, { id, clerk }: TestMaker, name: string): Promise<void> {
  await promisedBy(thread, id, name)
  await commentedBy(thread, clerk, { words: `What ${name} makes`, in_confidence: true })
}
