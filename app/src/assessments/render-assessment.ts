import { ENGINE_VERSION } from '@maqami/engine/version.ts'
import type { Language } from '../returns/return-schema.ts'
import type { AssessedReturn } from './assess-subjects.ts'
import { assessmentDocument } from './assessment-document.ts'
import { originsOf } from './line-origins.ts'

export function renderAssessment(assessed: AssessedReturn, language: Language, otherLanguageHref?: string): string {
  return assessmentDocument({
    programme: assessed.release.engine.programme,
    language,
    year: assessed.year.label,
    assessments: assessed.subjects.map((one) => ({
      subject: one.subject,
      explanation: one.explanation,
      originsOf: originsOf(one.origins),
      unreported: one.unreported,
      facts_hash: one.facts_hash,
    })),
    generatedBy: { release_hash: assessed.release_hash, engine_version: ENGINE_VERSION },
    ...(otherLanguageHref === undefined ? {} : { otherLanguageHref }),
  })
}
