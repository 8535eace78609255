import { useShell } from '../pages/shell.tsx'
import { type Look, StateTag } from '../pages/state-tag.tsx'
import type { AttestationStatus } from './attestation.ts'
import { attestationWordsOf } from './attestation-words.ts'

const LOOKS: Readonly<Record<AttestationStatus, Look>> = {
  prepared: 'open',
  signed: 'good',
  withdrawn: 'bad',
  superseded: 'quiet',
  expired: 'quiet',
}

export function AttestationTag({ status }: { readonly status: AttestationStatus }) {
  const words = attestationWordsOf(useShell().language)
  return <StateTag look={LOOKS[status]}>{words.states[status]}</StateTag>
}
