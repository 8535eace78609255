import { useShell } from '../pages/shell.tsx'
import { type Look, StateTag } from '../pages/state-tag.tsx'
import type { LaboratoryStatus } from './laboratory.ts'
import { laboratoryWordsOf } from './laboratory-words.ts'

const LOOKS: Readonly<Record<LaboratoryStatus, Look>> = { registered: 'good', suspended: 'bad', withdrawn: 'quiet' }

export function LaboratoryTag({ status }: { readonly status: LaboratoryStatus }) {
  const words = laboratoryWordsOf(useShell().language)
  return <StateTag look={LOOKS[status]}>{words.states[status]}</StateTag>
}
