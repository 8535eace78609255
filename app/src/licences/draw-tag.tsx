import { useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import type { HeldDraw } from './draw.ts'
import { gateWordsOf } from './gate-words.ts'

export function DrawTag({ draw: { reversed } }: { readonly draw: Pick<HeldDraw, 'reversed'> }) {
  const words = gateWordsOf(useShell().language)
  const isBooked = reversed === null
  return <StateTag look={isBooked ? 'good' : 'quiet'}>{isBooked ? words.isBooked : words.isReversed}</StateTag>
}
