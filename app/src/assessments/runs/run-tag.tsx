/** How far a run is, in a word. */
import { useShell } from '../../pages/shell.tsx'
import { type Look, StateTag } from '../../pages/state-tag.tsx'
import type { RunOutcome } from './run.ts'
import { runWordsOf } from './run-words.ts'

const LOOKS = { open: 'open', finished: 'good', stopped: 'quiet' } as const

export function RunTag({ state }: { readonly state: keyof typeof LOOKS }) {
  return <StateTag look={LOOKS[state]}>{runWordsOf(useShell().language).states[state]}</StateTag>
}

const OUTCOME_LOOKS: Readonly<Record<RunOutcome, Look>> = {
  could_not: 'bad',
  refused: 'bad',
  not_met: 'bad',
  undetermined: 'open',
  met: 'good',
}

export function OutcomeTag({ outcome }: { readonly outcome: RunOutcome }) {
  return <StateTag look={OUTCOME_LOOKS[outcome]}>{runWordsOf(useShell().language).outcomes[outcome]}</StateTag>
}
