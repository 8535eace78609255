/** How an attested share is said in a sentence. */
import type { Language } from '../kernel/problem.ts'
import { type AttestedShare, isExact } from './attestation.ts'

export function shareText(share: AttestedShare, language: Language): string {
  const { at_least, at_most } = share
  const [least, most] = [at_least, at_most].map((end) => `\u2066${end ?? ''}\u2069`)
  if (language === 'en') {
    if (isExact(share)) return at_least ?? ''
    if (at_least === null) return `at most ${at_most ?? ''}`
    return at_most === null ? `at least ${at_least}` : `from ${at_least} to ${at_most}`
  }
  if (isExact(share)) return least ?? ''
  if (at_least === null) return `زیادہ سے زیادہ ${most ?? ''}`
  return at_most === null ? `کم سے کم ${least ?? ''}` : `${least ?? ''} سے ${most ?? ''} تک`
}
