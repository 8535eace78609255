import { ENGINE_VERSION } from '@maqami/engine/version.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import { foundLines } from '../returns/load-return.ts'
import { type AssessedReturn, factsHash } from './assess-subjects.ts'
import { type AssessmentDocument, assessmentDocument, assessmentPieces } from './assessment-document.ts'
import { originsOf } from './line-origins.ts'

export async function renderAssessment(
  assessed: AssessedReturn,
  language: Language,
  otherLanguageHref?: string,
): Promise<Iterable<string>> {
  return assessmentDocument({
    ...(await documentOf(assessed, language)),
    ...(otherLanguageHref === undefined ? {} : { otherLanguageHref }),
  })
}

/** The same without what stands around it, for a page of the service. */
export async function renderWithinPage(assessed: AssessedReturn, language: Language): Promise<string> {
  return [...assessmentPieces(await documentOf(assessed, language))].join('')
}

async function documentOf(assessed: AssessedReturn, language: Language): Promise<AssessmentDocument> {
  const assessments = assessed.subjects.map(async (one) => ({
    subject: one.subject,
    explanation: one.explanation,
    originsOf: originsOf(one.origins, language),
    unreported: one.unreported,
    facts_hash: await factsHash(one.assessment),
  }))
  return {
    programme: assessed.release.engine.programme,
    language,
    year: assessed.year.label,
    assessments: await Promise.all(assessments),
    warnings: foundLines(assessed.warnings, language),
    generatedBy: { release_hash: assessed.release.hash, engine_version: ENGINE_VERSION },
  }
}
