/** Puts before an officer what an assessment found no answer to: law that says nothing, and facts that no return asks for. */
import type { ProvisionWhy } from '@maqami/engine/explain/explanation.ts'
import { type Language, namesOf } from '@maqami/engine/explain/names.ts'
import { missingIn, refusalsIn, type Voice, voiceOf } from '@maqami/engine/explain/voice.ts'
import type { Recorder } from '../../audit-log/record-command.ts'
import type { Handle } from '../../kernel/database.ts'
import type { Actor } from '../../kernel/transaction.ts'
import type { Release } from '../../policy-releases/load-release.ts'
import { refer, referredIn } from '../../referrals/refer-matter.ts'
import type { Refer, Referred } from '../../referrals/referral.ts'
import { returnSchemas } from '../../returns/release-schema.ts'
import type { AssessedReturn } from '../assess-subjects.ts'
import type { FiledAssessment } from './assessment.ts'

export async function referFindings(
  tables: Handle,
  recorder: Pick<Recorder, 'clock' | 'makeId'>,
  actor: Actor,
  { return_id, manufacturer_id }: Pick<FiledAssessment, 'return_id' | 'manufacturer_id'>,
  assessed: AssessedReturn,
): Promise<void> {
  const subject = `return ${return_id}`
  for (const one of unanswered(assessed)) await refer(tables, recorder, actor, { ...one, subject, manufacturer_id })
}

/** What is with an officer about the return of an assessment. */
export async function referredReturn(tables: Handle, return_id: string): Promise<Referred | undefined> {
  return await referredIn(tables, `return ${return_id}`)
}

function unanswered({ release, subjects }: AssessedReturn): readonly Pick<Refer, 'kind' | 'words'>[] {
  const asked = askedFacts(release)
  const provisions = subjects
    .flatMap(({ explanation }) => explanation.provisions)
    .filter((one) => one.kind !== 'measure')
  const refused = provisions.filter(({ said }) => said.state === 'refused')
  const unasked = provisions.filter(({ said }) => {
    return said.state === 'undetermined' && said.missing.every((path) => !asked.has(factOf(path)))
  })
  const names = namesOf(release.engine.programme)
  const inBoth = (told: (voice: Voice) => string): Refer['words'] => {
    const said = (language: Language): string => told(voiceOf(language, names))
    return { en: said('en'), ur: said('ur') }
  }
  return [
    ...(refused.length === 0
      ? []
      : [{ kind: 'finding_refused' as const, words: inBoth((voice) => refusalsIn(voice, refused).join(' ')) }]),
    ...(unasked.length === 0
      ? []
      : [
          {
            kind: 'finding_undetermined' as const,
            words: inBoth((voice) => String(missingIn(voice, missingOf(unasked)))),
          },
        ]),
  ]
}

/** What returns of the programme ask a firm for. */
function askedFacts(release: Release): ReadonlySet<string> {
  return new Set(returnSchemas(release).flatMap(({ facts }) => facts.map(({ fact }) => fact)))
}

/** `parts[3].unit_value` is of the lines of parts. */
function factOf(path: string): string {
  return path.split(/[[.]/)[0] ?? path
}

function missingOf(provisions: readonly ProvisionWhy[]): readonly string[] {
  return [...new Set(provisions.flatMap(({ said }) => (said.state === 'undetermined' ? said.missing : [])))]
}
