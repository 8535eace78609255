import { useShell } from '../pages/shell.tsx'
import { type Look, StateTag } from '../pages/state-tag.tsx'
import type { AppealOutcome, AppealStatus } from './appeal.ts'
import { appealWordsOf } from './appeal-words.ts'

const LOOKS: Readonly<Record<AppealStatus, Look>> = {
  prepared: 'quiet',
  discarded: 'quiet',
  late: 'open',
  open: 'open',
  withdrawn: 'quiet',
  out_of_time: 'bad',
  decided: 'good',
}

interface AppealTagProps {
  readonly status: AppealStatus
  /** Of one that was decided. */
  readonly outcome: AppealOutcome | null
}

export function AppealTag({ status, outcome }: AppealTagProps) {
  const words = appealWordsOf(useShell().language)
  return <StateTag look={LOOKS[status]}>{outcome === null ? words.states[status] : words.outcomes[outcome]}</StateTag>
}
