/** The table of case facts, and all the SQL that knows it. */
import type { Kysely } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { Case, CaseFact } from './case-fact.ts'

function caseFacts(handle: Handle): Kysely<{ readonly case_facts: CaseFact }> {
  return handle.withTables<{ readonly case_facts: CaseFact }>()
}

export async function insertCaseFact(handle: Handle, fact: CaseFact): Promise<void> {
  await caseFacts(handle).insertInto('case_facts').values(fact).execute()
}

/** Of every subject of a manufacturer's year, in the order in which they were recorded. */
export async function caseFactsOf(
  handle: Handle,
  { manufacturer_id, programme, year }: Omit<Case, 'subject'>,
): Promise<readonly CaseFact[]> {
  return await caseFacts(handle)
    .selectFrom('case_facts')
    .selectAll()
    .where('manufacturer_id', '=', manufacturer_id)
    .where('programme', '=', programme)
    .where('year', '=', year)
    .orderBy('id')
    .execute()
}
