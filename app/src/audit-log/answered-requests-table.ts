/** The table of answers to requests that came with an Idempotency-Key, and all the SQL that knows it. */
import type { Kysely } from 'kysely'
import { DatabaseError } from 'pg'
import type { Handle } from '../kernel/database.ts'

export interface AnsweredRequest {
  readonly person: string
  readonly key: string
  readonly command: string
  readonly request_hash: string
  /** JSON of the outcome. */
  readonly answer: string
}

function requests(handle: Handle): Kysely<{ readonly answered_requests: AnsweredRequest }> {
  return handle.withTables<{ readonly answered_requests: AnsweredRequest }>()
}

export async function insertAnswer(handle: Handle, answered: AnsweredRequest): Promise<void> {
  await requests(handle).insertInto('answered_requests').values(answered).execute()
}

/** Of whoever acts. */
export async function findAnswer(handle: Handle, key: string): Promise<AnsweredRequest | undefined> {
  return await requests(handle).selectFrom('answered_requests').selectAll().where('key', '=', key).executeTakeFirst()
}

/** The policy of the table lets go of what is older than a day. */
export async function deleteOldAnswers(handle: Handle): Promise<void> {
  await requests(handle).deleteFrom('answered_requests').execute()
}

/** The request was answered by somebody else while this transaction ran, which is rolled back by it. */
export function isAnsweredMeanwhile(error: unknown): boolean {
  return error instanceof DatabaseError && error.constraint === 'answered_requests_pkey'
}
