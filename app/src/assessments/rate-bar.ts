/** A rate against its target as a bar: how far away one is, at a glance. The figures stand beside it in words. */
import type { Applied, ProvisionWhy } from '@maqami/engine/explain/explanation.ts'
import { escaped } from '@maqami/engine/explain/html.ts'
import { type Inked, NOTHING, t } from '@maqami/engine/explain/ink.ts'
import { isExact, outcomeOf } from '@maqami/engine/explain/said.ts'
import { listed, type Voice } from '@maqami/engine/explain/voice.ts'
import { compare, type Exact, exact, multiply, toFixed, ZERO } from '@maqami/engine/value/exact.ts'
import type { AssessmentWords } from './assessment-words.ts'
import { shownIn } from './next-steps.ts'

/** Nothing where the requirement does not compare one rate with another. */
export function rateBar(voice: Voice, words: AssessmentWords, requirement: ProvisionWhy, applied: Applied): Inked {
  const { requires } = requirement
  if (requires?.kind !== 'comparison' || requires.left.type.kind !== 'number' || requires.left.type.unit !== 'percent')
    return NOTHING
  const rate = outcomeOf(requires.left.said, requires.left.type)
  const target = outcomeOf(requires.right.said, requires.right.type)
  if (!isExact(rate) || !isExact(target)) return NOTHING
  const [filled, marked] = [across(rate), across(target)]
  const values = listed(voice, [
    shownIn(voice, requires.left, applied),
    words.target(shownIn(voice, requires.right, applied)),
  ])
  return t`<span class="rate"><svg class="bar" viewBox="0 0 300 14" aria-hidden="true" focusable="false" preserveAspectRatio="none"><rect class="bar-track" width="300" height="8" y="3"/><rect class="bar-fill" width="${filled}" height="8" y="3"/><path class="bar-target" d="M${marked} 0v14"/></svg>
<span class="rate-values">${values}</span></span>`
}

/** The place of a rate on a bar of 300 units; what lies outside 0 and 100% stands at its end. */
function across(rate: Exact): Inked {
  const within = compare(rate, ZERO) < 0 ? ZERO : compare(rate, exact(1)) > 0 ? exact(1) : rate
  return escaped(toFixed(multiply(within, exact(300)), 1))
}
