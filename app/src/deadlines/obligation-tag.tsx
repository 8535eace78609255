import { useShell } from '../pages/shell.tsx'
import { type Look, StateTag } from '../pages/state-tag.tsx'
import { deadlineWordsOf } from './deadline-words.ts'
import type { Obligation } from './obligation.ts'

const LOOKS: Readonly<Record<Obligation['state'], Look>> = { open: 'open', done: 'good', late: 'bad' }

export function ObligationTag({ state }: Pick<Obligation, 'state'>) {
  return <StateTag look={LOOKS[state]}>{deadlineWordsOf(useShell().language).states[state]}</StateTag>
}
