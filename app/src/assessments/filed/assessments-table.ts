/** The table of assessments, and all the SQL that knows it. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../../kernel/database.ts'
import type { AssessedSubject } from '../assess-subjects.ts'
import type { FiledAssessment, NewestAssessment } from './assessment.ts'

function assessments(handle: Handle): Kysely<{ readonly assessments: FiledAssessment }> {
  return handle.withTables<{ readonly assessments: FiledAssessment }>()
}

export async function insertAssessment(handle: Handle, assessment: FiledAssessment): Promise<void> {
  await assessments(handle).insertInto('assessments').values(assessment).execute()
}

export async function findAssessment(handle: Handle, id: string): Promise<FiledAssessment | undefined> {
  return await assessments(handle).selectFrom('assessments').selectAll().where('id', '=', id).executeTakeFirst()
}

/** A page of those of a return, newest first, without their results. */
export async function assessmentsOf(
  handle: Handle,
  returnId: string,
  before: string,
  limit: number,
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
    .where('id', '<', before)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** The subjects in a result of which some finding is so. */
function subjectsWhere(finding: string) {
  const path = `$.subjects[*] ? (exists(@.findings[*] ? (${finding}))).subject`
  return sql<readonly AssessedSubject['subject'][]>`jsonb_path_query_array(result::jsonb, ${path}::jsonpath)`
}

/** The newest of each version of these returns. */
export async function listNewest(handle: Handle, returnIds: readonly string[]): Promise<readonly NewestAssessment[]> {
  if (returnIds.length === 0) return []
  return await assessments(handle)
    .selectFrom('assessments')
    .distinctOn(['return_id', 'version'])
    .select(['id', 'return_id', 'version', 'as_of', 'cut_off'])
    .select(subjectsWhere('@.state == "not_met" && @.kind == "requirement"').as('failing'))
    .select(subjectsWhere('@.state == "due"').as('owing'))
    .where('return_id', 'in', returnIds)
    .orderBy('return_id')
    .orderBy('version')
    .orderBy('id', 'desc')
    .execute()
}
