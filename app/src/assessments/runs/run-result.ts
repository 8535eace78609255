/** What a run says of an assessment in a word, and which facts it lacked. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import { stateOf } from '@maqami/engine/explain/story.ts'
import type { Made } from '../filed/make-assessment.ts'
import type { Lacking, RunOutcome } from './run.ts'

/** By the gravest of what was found; a measure is only a way to a finding. */
export function outcomeOf({ assessed }: Made): RunOutcome {
  const states = new Set(
    assessed.subjects.flatMap(({ explanation: { provisions, as_of } }) =>
      provisions.filter(({ kind }) => kind !== 'measure').map((one) => stateOf(one, as_of)),
    ),
  )
  if (states.has('refused')) return 'refused'
  if (states.has('not_met')) return 'not_met'
  return states.has('undetermined') ? 'undetermined' : 'met'
}

export function lackingIn({ assessed }: Made): readonly Lacking[] {
  return assessed.subjects.flatMap(({ subject, explanation }) =>
    explanation.provisions.flatMap(({ name, kind, said }) =>
      kind !== 'measure' && said.state === 'undetermined'
        ? [{ subject: canonicalJson(subject), finding: name, missing: said.missing }]
        : [],
    ),
  )
}
