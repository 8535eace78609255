/** Whether a budget is open, and whether terms of it wait for a second officer. */
import { useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { budgetWordsOf } from './budget-words.ts'
import type { BudgetListed } from './show-budgets.ts'

export function BudgetTags({
  budget: { isOpened, isProposed },
}: {
  readonly budget: Pick<BudgetListed, 'isOpened' | 'isProposed'>
}) {
  const { states } = budgetWordsOf(useShell().language)
  return (
    <>
      <StateTag look={isOpened ? 'good' : 'quiet'}>{isOpened ? states.opened : states.closed}</StateTag>{' '}
      {isProposed ? <StateTag look="open">{states.proposed}</StateTag> : undefined}
    </>
  )
}
