import { ENGINE_VERSION } from '@maqami/engine/version.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import { foundLines } from '../returns/load-return.ts'
import { type AssessedReturn, factsHash } from './assess-subjects.ts'
import { assessmentDocument } from './assessment-document.ts'
import { originsOf } from './line-origins.ts'

export async function renderAssessment(
  assessed: AssessedReturn,
  language: Language,
  otherLanguageHref?: string,
): Promise<Iterable<string>> {
  const assessments = assessed.subjects.map(async (one) => ({
    subject: one.subject,
    explanation: one.explanation,
    originsOf: originsOf(one.origins),
    unreported: one.unreported,
    facts_hash: await factsHash(one.assessment),
  }))
  return assessmentDocument({
    programme: assessed.release.engine.programme,
    language,
    year: assessed.year.label,
    assessments: await Promise.all(assessments),
    warnings: foundLines(assessed.warnings, language),
    generatedBy: { release_hash: assessed.release.hash, engine_version: ENGINE_VERSION },
    ...(otherLanguageHref === undefined ? {} : { otherLanguageHref }),
  })
}
