/** An assessment as data: what another program needs to show it, keep it and check it. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import { shown } from '@maqami/engine/check/run-examples.ts'
import { plainFacts } from '@maqami/engine/determine/facts.ts'
import { saidOf } from '@maqami/engine/explain/explain.ts'
import { stateOf } from '@maqami/engine/explain/story.ts'
import { formatDay } from '@maqami/engine/value/date.ts'
import { ENGINE_VERSION } from '@maqami/engine/version.ts'
import { writeOrigins } from '../returns/return-facts.ts'
import { type AssessedReturn, type AssessedSubject, factsHash } from './assess-subjects.ts'

/** The same as canonical JSON, with the lines of long sums that are explained only when they are read. */
export async function assessmentText(assessed: AssessedReturn, engine_version = ENGINE_VERSION): Promise<string> {
  return canonicalJson(JSON.parse(JSON.stringify(await assessmentJson(assessed, engine_version))))
}

/** `engine_version` is that of the engine that made it first: a later one gives the same. */
export async function assessmentJson(assessed: AssessedReturn, engine_version = ENGINE_VERSION): Promise<unknown> {
  const { heading, draft } = assessed.release.engine.programme
  return {
    programme: heading.name,
    draft: draft?.name ?? null,
    rehearsal: assessed.rehearsal,
    year: assessed.year.label,
    as_of: formatDay(assessed.day),
    period_end: formatDay(assessed.year.last),
    release_hash: assessed.release.hash,
    engine_version,
    warnings: assessed.warnings.map(({ code, sheet, row, column, sentence }) => ({
      code,
      sheet,
      row,
      column,
      sentence,
    })),
    subjects: await Promise.all(assessed.subjects.map(subjectJson)),
  }
}

async function subjectJson(subject: AssessedSubject): Promise<unknown> {
  return {
    subject: subject.subject,
    facts_hash: await factsHash(subject.assessment),
    facts: plainFacts(subject.assessment.engine.programme.vocabulary, subject.assessment.run.facts),
    unreported: subject.unreported,
    findings: subject.assessment.findings.map((finding) => ({
      name: finding.provision.name,
      kind: finding.provision.source.kind,
      shown: shown(finding),
      state: stateIn(subject, finding.provision.name),
      outcome: saidOf(finding.outcome, finding.provision.type),
      from: finding.from === undefined ? null : formatDay(finding.from),
    })),
    explanation: subject.explanation,
    origins: writeOrigins(subject.origins),
  }
}

/** `met`, `pending` and so on, as the page and the text say it. */
function stateIn({ explanation }: AssessedSubject, name: string): string | undefined {
  const provision = explanation.provisions.find((one) => one.name === name)
  return provision === undefined ? undefined : stateOf(provision, explanation.as_of)
}
