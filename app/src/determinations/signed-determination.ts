/** What an approving officer signs: the determination, whose release its assessment names, and what it would bring about where that is shown. */
import { hashOf } from '@maqami/engine/canonical/canonical.ts'
import type { Determination } from './determination.ts'
import type { Foreseen } from './foreseen-effect.ts'

export type SignedPart = Omit<Determination, 'release_id' | 'standings' | 'standings_before' | 'decided'> & {
  readonly decided: null
  readonly effect?: Foreseen
}

export function signedPart(determination: Determination, effect: Foreseen | null): SignedPart {
  const { release_id: _release, standings: _standings, standings_before: _before, ...signed } = determination
  return { ...signed, decided: null, ...(effect === null ? {} : { effect }) }
}

/** Of the determination without its effect. */
export async function determinationHash(determination: Determination): Promise<string> {
  return await hashOf(signedPart(determination, null))
}
