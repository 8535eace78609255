import { useShell } from '../pages/shell.tsx'
import { type Look, StateTag } from '../pages/state-tag.tsx'
import type { ModelStatus } from './model.ts'
import { productWordsOf } from './product-words.ts'

const LOOKS: Readonly<Record<ModelStatus, Look>> = {
  registered: 'quiet',
  approved: 'good',
  approval_ahead: 'quiet',
  approval_expired: 'open',
  withdrawn: 'bad',
}

export function ModelTag({ status }: { readonly status: ModelStatus }) {
  return <StateTag look={LOOKS[status]}>{productWordsOf(useShell().language).states[status]}</StateTag>
}
