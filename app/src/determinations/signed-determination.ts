/** The part of a determination that an approving officer signs; its release is named by the assessment. */
import type { Determination } from './determination.ts'

export type SignedPart = Omit<Determination, 'release_id' | 'standings' | 'standings_before' | 'decided'> & {
  readonly decided: null
}

export function signedPart(determination: Determination): SignedPart {
  const { release_id: _release, standings: _standings, standings_before: _before, ...signed } = determination
  return { ...signed, decided: null }
}
