import { useShell } from '../../pages/shell.tsx'
import { type Look, StateTag } from '../../pages/state-tag.tsx'
import type { VersionStatus } from './return.ts'
import { returnWordsOf } from './return-words.ts'

const LOOKS: Readonly<Record<VersionStatus, Look>> = {
  faulty: 'bad',
  draft: 'open',
  withdrawn: 'quiet',
  filed: 'open',
  accepted: 'good',
  sent_back: 'bad',
  superseded: 'quiet',
}

export function ReturnTag({ status }: { readonly status: VersionStatus }) {
  const words = returnWordsOf(useShell().language)
  return <StateTag look={LOOKS[status]}>{words.states[status]}</StateTag>
}
