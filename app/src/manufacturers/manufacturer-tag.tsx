import { useShell } from '../pages/shell.tsx'
import { type Look, StateTag } from '../pages/state-tag.tsx'
import type { ManufacturerStatus } from './manufacturer.ts'
import { manufacturerWordsOf } from './manufacturer-words.ts'

const LOOKS: Readonly<Record<ManufacturerStatus, Look>> = { applied: 'open', authorised: 'good', refused: 'bad' }

export function ManufacturerTag({ status }: { readonly status: ManufacturerStatus }) {
  const words = manufacturerWordsOf(useShell().language)
  return <StateTag look={LOOKS[status]}>{words.states[status]}</StateTag>
}
