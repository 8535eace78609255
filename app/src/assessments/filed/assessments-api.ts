/** Assessments of returns: what would follow from a draft, and what follows from what was filed. */
import { ENGINE_VERSION } from '@maqami/engine/version.ts'
import { Type } from 'typebox'
import type { Recorder } from '../../audit-log/record-command.ts'
import { answerShown } from '../../kernel/answer-shown.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../../kernel/authority.ts'
import { DAY, HASH, ID, INSTANT, listOf, PAGE_QUERY } from '../../kernel/field-schemas.ts'
import { type Route, route } from '../../kernel/route.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { adviceJson } from '../advice-json.ts'
import { assessmentJson } from '../assessment-json.ts'
import { costsJson } from '../costs-view.ts'
import type { AssessmentRefusal } from './assessment.ts'
import { adviseVersion } from './advise-version.ts'
import { assessDraft, type Made, makeAssessment, readAssessment, readAssessmentsOf } from './make-assessment.ts'

export const assessmentsAuthority = {
  assess_draft: MAKER_ROLES,
  advise_return: [...MAKER_ROLES, ...OFFICER_ROLES],
  make_assessment: ['case_officer'],
  see_assessment: OFFICER_ROLES,
} as const satisfies Authority

const SUMMARY = {
  id: ID,
  return_id: ID,
  version: Type.Integer(),
  manufacturer_id: ID,
  release_id: ID,
  as_of: DAY,
  cut_off: INSTANT,
  engine_version: Type.String(),
  result_hash: HASH,
  made_by: Type.String(),
}
/** As `maqami assess --format json` writes it. */
const RESULT = Type.Unknown()
/** By subject: what comes out otherwise were one requirement met, and what is undetermined for want of which facts. */
const COSTS = Type.Unknown()

function shown({ assessment, assessed }: Made) {
  const { engine_version } = assessment
  return {
    done: { ...assessment, result: JSON.parse(assessment.result) as unknown },
    computed: { engine_version, release_hash: assessed.release.hash },
  }
}

export function assessmentsRoutes(recorder: Recorder, shelf: ReleaseShelf): readonly Route<AssessmentRefusal>[] {
  const { database } = recorder
  return [
    route({
      method: 'GET',
      url: '/api/returns/:id/versions/:version/assessment',
      command: 'assess_draft',
      summary: 'What would follow from this version as the law and the case stand today',
      params: Type.Object({ id: ID, version: Type.Integer({ minimum: 1, maximum: 10_000 }) }),
      done: Type.Object({ result: RESULT, costs: COSTS }),
      run: async ({ actor, params: { id, version } }) => {
        const assessed = await assessDraft(recorder, shelf, actor, { return_id: id, version })
        if ('refused' in assessed) return assessed
        const computed = { engine_version: ENGINE_VERSION, release_hash: assessed.done.release.hash }
        return { done: { result: await assessmentJson(assessed.done), costs: costsJson(assessed.done) }, computed }
      },
    }),
    route({
      method: 'GET',
      url: '/api/returns/:id/versions/:version/advice',
      command: 'advise_return',
      summary: 'The smallest sets of parts that would close the gap of this version, and what each part gains',
      params: Type.Object({ id: ID, version: Type.Integer({ minimum: 1, maximum: 10_000 }) }),
      done: Type.Object({ result: RESULT }),
      run: async ({ actor, params: { id, version } }) => {
        const advised = await adviseVersion(recorder, shelf, actor, { return_id: id, version })
        if ('refused' in advised) return advised
        const computed = { engine_version: ENGINE_VERSION, release_hash: advised.done.release.hash }
        return { done: { result: adviceJson(advised.done) }, computed }
      },
    }),
    route({
      method: 'POST',
      url: '/api/assessments',
      command: 'make_assessment',
      summary: 'Assess the version of a return that was filed',
      body: Type.Object({ return_id: ID, as_of: DAY }),
      done: Type.Object({ ...SUMMARY, result: RESULT }),
      run: async ({ actor, once, body }) =>
        await answerShown(recorder, once, shown, async (recording) => {
          return await makeAssessment(recording, shelf, actor, body)
        }),
    }),
    route({
      method: 'GET',
      url: '/api/assessments/:id',
      command: 'see_assessment',
      summary: 'An assessment, computed again and the same',
      params: Type.Object({ id: ID }),
      done: Type.Object({ ...SUMMARY, result: RESULT }),
      run: async ({ actor, params }) => {
        const made = await readAssessment(database, shelf, actor, params.id)
        if ('refused' in made) return made
        return shown(made.done)
      },
    }),
    route({
      method: 'GET',
      url: '/api/returns/:id/assessments',
      command: 'see_assessment',
      summary: 'The assessments of a return, newest first',
      params: Type.Object({ id: ID }),
      query: PAGE_QUERY,
      done: listOf(Type.Object(SUMMARY)),
      run: async ({ actor, params, query }) => ({ done: await readAssessmentsOf(database, actor, params.id, query) }),
    }),
  ]
}
