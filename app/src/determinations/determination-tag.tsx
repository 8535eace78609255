import { useShell } from '../pages/shell.tsx'
import { type Look, StateTag } from '../pages/state-tag.tsx'
import type { DeterminationStatus } from './determination.ts'
import { determinationWordsOf } from './determination-words.ts'

const LOOKS: Readonly<Record<DeterminationStatus, Look>> = {
  prepared: 'open',
  approved: 'good',
  sent_back: 'quiet',
  withdrawn: 'quiet',
}

export function DeterminationTag({ status }: { readonly status: DeterminationStatus }) {
  const words = determinationWordsOf(useShell().language)
  return <StateTag look={LOOKS[status]}>{words.states[status]}</StateTag>
}
