/** The state of a guarantee. */
import { useShell } from '../../pages/shell.tsx'
import { type Look, StateTag } from '../../pages/state-tag.tsx'
import { guaranteeWordsOf } from './guarantee-words.ts'
import type { GuaranteeState } from './guarantee.ts'

const LOOKS: Readonly<Record<GuaranteeState, Look>> = {
  recorded: 'open',
  declined: 'bad',
  in_force: 'good',
  expired: 'bad',
  ended: 'quiet',
}

export function GuaranteeTag({ state }: { readonly state: GuaranteeState }) {
  return <StateTag look={LOOKS[state]}>{guaranteeWordsOf(useShell().language).states[state]}</StateTag>
}
