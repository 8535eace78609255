import { useShell } from '../pages/shell.tsx'
import { type Look, StateTag } from '../pages/state-tag.tsx'
import { testWordsOf } from './test-words.ts'
import type { TestState } from './way.ts'

const LOOKS: Readonly<Record<TestState, Look>> = {
  requested: 'open',
  quoted: 'open',
  accepted: 'open',
  sample_received: 'open',
  sample_rejected: 'bad',
  measured: 'open',
  reported: 'open',
  certified: 'good',
  tested: 'good',
  failed: 'bad',
  withdrawn: 'quiet',
}

export function TestTag({ state }: { readonly state: TestState }) {
  return <StateTag look={LOOKS[state]}>{testWordsOf(useShell().language).states[state]}</StateTag>
}
