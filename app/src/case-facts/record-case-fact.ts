/** Writes a case fact within the transaction of the command from which it is known. */
import type { Recorder } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { Case, CaseFact } from './case-fact.ts'
import { caseFactsOf, insertCaseFact } from './case-facts-table.ts'

export async function recordCaseFact(
  tables: Handle,
  { clock, makeId }: Recorder,
  actor: Actor,
  known: Case & Pick<CaseFact, 'fact' | 'value' | 'cause'>,
): Promise<void> {
  await insertCaseFact(tables, {
    ...known,
    id: makeId(),
    recorded_at: instantText(clock()),
    recorded_by: actor.person,
  })
}

/** Within the transaction of an assessment. */
export async function caseFactsIn(tables: Handle, year: Omit<Case, 'subject'>): Promise<readonly CaseFact[]> {
  return await caseFactsOf(tables, year)
}
