/** The table of assessments, and all the SQL that knows it. */
import type { Kysely } from 'kysely'
import type { Handle } from '../../kernel/database.ts'
import type { FiledAssessment } from './assessment.ts'

function assessments(handle: Handle): Kysely<{ readonly assessments: FiledAssessment }> {
  return handle.withTables<{ readonly assessments: FiledAssessment }>()
}

export async function insertAssessment(handle: Handle, assessment: FiledAssessment): Promise<void> {
  await assessments(handle).insertInto('assessments').values(assessment).execute()
}

export async function findAssessment(handle: Handle, id: string): Promise<FiledAssessment | undefined> {
  return await assessments(handle).selectFrom('assessments').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Newest first, without their results. */
export async function assessmentsOf(
  handle: Handle,
  returnId: string,
): Promise<readonly Omit<FiledAssessment, 'result'>[]> {
  return await assessments(handle)
    .selectFrom('assessments')
    .select([
      'id',
      'return_id',
      'version',
      'manufacturer_id',
      'release_id',
      'as_of',
      'cut_off',
      'case_fact_ids',
      'engine_version',
      'result_hash',
      'made_by',
    ])
    .where('return_id', '=', returnId)
    .orderBy('id', 'desc')
    .execute()
}
