import { useShell } from '../pages/shell.tsx'
import { type Look, StateTag } from '../pages/state-tag.tsx'
import type { LicenceStatus } from './licence.ts'
import { licenceWordsOf } from './licence-words.ts'

const LOOKS: Readonly<Record<LicenceStatus, Look>> = {
  not_yet_valid: 'quiet',
  good: 'good',
  suspended: 'bad',
  withdrawn: 'bad',
  revoked: 'bad',
  expired: 'quiet',
}

export function LicenceTag({ status }: { readonly status: LicenceStatus }) {
  const words = licenceWordsOf(useShell().language)
  return <StateTag look={LOOKS[status]}>{words.states[status]}</StateTag>
}
