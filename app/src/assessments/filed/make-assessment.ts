/** An officer assesses the version of a return that was filed; what came out is kept with the hash of its canonical text. */
import { ENGINE_VERSION } from '@maqami/engine/version.ts'
import { type Done, type Recorder, recordCommand } from '../../audit-log/record-command.ts'
import type { CaseFact } from '../../case-facts/case-fact.ts'
import { caseFactsIn, recordCaseFact } from '../../case-facts/record-case-fact.ts'
import { hashBytes } from '../../documents/keep-document.ts'
import { instantText, today, todayText } from '../../kernel/clock.ts'
import type { Database, Handle } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type ListPage, type PageAsked, readPage } from '../../kernel/read-page.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { returnIn } from '../../returns/filing/read-returns.ts'
import { filedVersion } from '../../returns/filing/return.ts'
import type { AssessedReturn } from '../assess-subjects.ts'
import { assessmentText } from '../assessment-json.ts'
import { type AssessmentInput, assessmentInput, assessVersion, type LawAsked } from './assess-version.ts'
import { attestedFacts } from './attested-facts.ts'
import { type CountedFact, countedReturns } from './count-returns.ts'
import type { AssessmentRefusal, FiledAssessment, NewestAssessment } from './assessment.ts'
import { referFindings } from './refer-findings.ts'
import { assessmentsOf, findAssessment, insertAssessment, listNewest } from './assessments-table.ts'

export interface MakeAssessment {
  readonly return_id: string
  /** `2027-08-01`: today or before, and within the year or after it. */
  readonly as_of: string
}

export interface Made {
  readonly assessment: FiledAssessment
  readonly assessed: AssessedReturn
}

export async function makeAssessment(
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  { return_id, as_of }: MakeAssessment,
): Promise<Outcome<Made, AssessmentRefusal>> {
  const now = todayText(recorder.clock)
  if (as_of > now) return { refused: { code: 'day_not_reached', day: as_of, today: now } }
  return await recordCommand<Made, AssessmentRefusal>(recorder, actor, 'make_assessment', async (tables) => {
    return await assessReturn(tables, recorder, shelf, actor, { return_id, as_of, by: { day: now } })
  })
}

/** Within the transaction of the command that asks for it. */
export async function assessReturn(
  tables: Handle,
  recorder: Recorder,
  shelf: ReleaseShelf,
  actor: Actor,
  { return_id, as_of, by }: MakeAssessment & { readonly by: LawAsked },
): Promise<Done<Made> | { readonly refused: AssessmentRefusal }> {
  const found = await returnIn(tables, return_id)
  if (found === undefined) return { refused: { code: 'return_unknown' } }
  const filed = filedVersion(found)
  if (filed === undefined) return { refused: { code: 'nothing_filed' } }
  const input = await assessmentInput(tables, { id: return_id, version: filed.version, by })
  if ('refused' in input) return input
  const case_facts = await withCounted(tables, recorder, actor, shelf, input.done, as_of)
  const assessed = assessVersion(shelf, { ...input.done, case_facts }, as_of)
  if ('refused' in assessed) return assessed
  const result = await assessmentText(assessed.done)
  const assessment: FiledAssessment = {
    id: recorder.makeId(),
    return_id,
    version: filed.version,
    manufacturer_id: found.manufacturer_id,
    release_id: input.done.law.id,
    as_of,
    cut_off: instantText(recorder.clock()),
    case_fact_ids: case_facts.map((fact) => fact.id),
    engine_version: ENGINE_VERSION,
    result,
    result_hash: hashBytes(Buffer.from(result)),
    made_by: actor.person,
  }
  await insertAssessment(tables, assessment)
  await referFindings(tables, recorder, actor, assessment, assessed.done)
  return {
    done: { assessment, assessed: assessed.done },
    subject: `return ${return_id}`,
    details: { assessment: assessment.id, version: filed.version, as_of, result_hash: assessment.result_hash },
  }
}

/** What is known of the case, with what the registers of returns and of attestations say: that is written down where it is new. */
async function withCounted(
  tables: Handle,
  recorder: Recorder,
  actor: Actor,
  shelf: ReleaseShelf,
  input: AssessmentInput,
  as_of: string,
): Promise<readonly CaseFact[]> {
  const { programme, period: year, manufacturer_id } = input.found
  const of = { manufacturer_id, programme, year }
  const counted = await countedReturns(tables, shelf, input, as_of, today(recorder.clock))
  const isKnown = ({ subject, fact, cause }: CountedFact): boolean =>
    input.case_facts.findLast((one) => one.subject === subject && one.fact === fact)?.cause === cause
  const attested = await attestedFacts(tables, input, todayText(recorder.clock))
  const fresh = [...counted.filter((one) => !isKnown(one)), ...attested]
  for (const fact of fresh) await recordCaseFact(tables, recorder, actor, { ...of, ...fact })
  return fresh.length === 0 ? input.case_facts : await caseFactsIn(tables, of)
}

/**
 * An assessment, computed again from the facts, the release and the case facts that it names. Throws when that gives another text than
 * the one that was kept: then somebody touched the rows, or the engine is not the one that made it.
 */
export async function madeAssessment(
  tables: Handle,
  shelf: ReleaseShelf,
  id: string,
): Promise<Outcome<Made, AssessmentRefusal>> {
  const assessment = await findAssessment(tables, id)
  if (assessment === undefined) return { refused: { code: 'assessment_unknown' } }
  const { return_id, version, release_id } = assessment
  const input = await assessmentInput(tables, { id: return_id, version, by: { release: release_id } })
  if ('refused' in input) return input
  const known = input.done.case_facts.filter((fact) => assessment.case_fact_ids.includes(fact.id))
  const assessed = assessVersion(shelf, { ...input.done, case_facts: known }, assessment.as_of)
  if ('refused' in assessed) return assessed
  const again = await assessmentText(assessed.done, assessment.engine_version)
  if (again !== assessment.result || hashBytes(Buffer.from(again)) !== assessment.result_hash)
    throw new Error(`the assessment ${id} comes out differently when it is computed again`)
  return { done: { assessment, assessed: assessed.done } }
}

/** As it was kept, for whoever hands it on as it is. */
export async function assessmentKept(tables: Handle, id: string): Promise<FiledAssessment> {
  const kept = await findAssessment(tables, id)
  if (kept === undefined) throw new Error(`there is no assessment ${id}`)
  return kept
}

export async function readAssessment(
  database: Database,
  shelf: ReleaseShelf,
  actor: Actor,
  id: string,
): Promise<Outcome<Made, AssessmentRefusal>> {
  return await readAs(database, actor, async (tables) => await madeAssessment(tables, shelf, id))
}

/** A page of those of one return, newest first. */
export async function readAssessmentsOf(
  database: Database,
  actor: Actor,
  returnId: string,
  asked: PageAsked,
): Promise<ListPage<Omit<FiledAssessment, 'result'>>> {
  return await readPage(database, actor, asked, 'newest_first', async (tables, before, limit) => {
    return await assessmentsOf(tables, returnId, before, limit)
  })
}

/** Of each version of these returns, within the transaction of a page that shows several slices. */
export async function newestAssessments(
  tables: Handle,
  returnIds: readonly string[],
): Promise<readonly NewestAssessment[]> {
  return await listNewest(tables, returnIds)
}

/** What would follow from a draft as the law and the case stand today: shown to the firm before it signs, and kept nowhere. */
export async function assessDraft(
  { database, clock }: Pick<Recorder, 'database' | 'clock'>,
  shelf: ReleaseShelf,
  actor: Actor,
  { return_id, version }: { readonly return_id: string; readonly version: number },
): Promise<Outcome<AssessedReturn, AssessmentRefusal>> {
  const now = todayText(clock)
  const input = await readAs(database, actor, async (tables) => {
    const read = await assessmentInput(tables, { id: return_id, version, by: { day: now } })
    if ('refused' in read) return read
    const counted = await countedReturns(tables, shelf, read.done, now, today(clock))
    const attested = await attestedFacts(tables, read.done, now)
    return { done: { ...read.done, case_facts: [...read.done.case_facts, ...counted, ...attested] } }
  })
  return 'refused' in input ? input : assessVersion(shelf, input.done, now)
}
