/** What a command tells its caller when the law, or the return, lets it give no answer. */
import type { Applied } from '@maqami/engine/explain/explanation.ts'
import { type Language, namesOf } from '@maqami/engine/explain/names.ts'
import { refusalsIn, voiceOf } from '@maqami/engine/explain/voice.ts'
import type { Programme } from '@maqami/engine/load/programme.ts'
import { complain, type ExitCode } from '../kernel/command.ts'

/**
 * Undetermined is an answer: it names what to report. Refused is none, so the reasons are told once more, apart from the result, and
 * whatever acts on the exit code stops. Of one explained finding only its own outcome counts.
 */
export function tellRefusals(
  programme: Programme,
  explanations: readonly (Applied & { readonly finding?: string })[],
  language: Language,
): ExitCode {
  const findings = explanations.flatMap(({ provisions, finding }) =>
    provisions.filter((one) => finding === undefined || one.name === finding),
  )
  const reasons = refusalsIn(voiceOf(language, namesOf(programme)), findings)
  for (const reason of reasons) complain(reason)
  return reasons.length === 0 ? 0 : 1
}
