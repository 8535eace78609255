import { useShell } from '../pages/shell.tsx'
import { type Look, StateTag } from '../pages/state-tag.tsx'
import type { CertificateStatus } from './certificate.ts'
import { certificateWordsOf } from './certificate-words.ts'

const LOOKS: Readonly<Record<CertificateStatus, Look>> = {
  not_yet_valid: 'open',
  valid: 'good',
  suspended: 'bad',
  withdrawn: 'bad',
  expired: 'quiet',
}

export function CertificateTag({ status }: { readonly status: CertificateStatus }) {
  const words = certificateWordsOf(useShell().language)
  return <StateTag look={LOOKS[status]}>{words.states[status]}</StateTag>
}
