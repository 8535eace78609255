/** Whether a programme's law binds anybody. */
import { useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import type { ProgrammeState } from './programme-view.ts'
import { programmeWordsOf } from './programme-words.ts'

export function ProgrammeTag({ state }: { readonly state: ProgrammeState }) {
  const words = programmeWordsOf(useShell().language)
  return <StateTag look={state === 'live' ? 'good' : 'rehearsal'}>{words.states[state]}</StateTag>
}
