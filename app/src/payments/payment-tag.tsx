/** The state of an order. */
import { useShell } from '../pages/shell.tsx'
import { type Look, StateTag } from '../pages/state-tag.tsx'
import { paymentWordsOf } from './payment-words.ts'
import type { PaymentState } from './show-payments.ts'

const LOOKS: Readonly<Record<PaymentState, Look>> = { prepared: 'open', approved: 'good', sent_back: 'bad' }

export function PaymentTag({ state }: { readonly state: PaymentState }) {
  return <StateTag look={LOOKS[state]}>{paymentWordsOf(useShell().language).states[state]}</StateTag>
}
