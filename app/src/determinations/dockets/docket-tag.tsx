/** How far a docket is, in a word. */
import { useShell } from '../../pages/shell.tsx'
import { type Look, StateTag } from '../../pages/state-tag.tsx'
import { docketWordsOf } from './docket-words.ts'
import type { DocketState } from './show-dockets.ts'

const LOOKS: Readonly<Record<DocketState, Look>> = {
  preparing: 'open',
  waits: 'open',
  approving: 'open',
  decided: 'good',
}

export function DocketTag({ state }: { readonly state: DocketState }) {
  return <StateTag look={LOOKS[state]}>{docketWordsOf(useShell().language).states[state]}</StateTag>
}
