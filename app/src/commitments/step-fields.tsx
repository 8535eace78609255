/** Where a candidate stands, who looks after it, and what is next. */
import type { Problem } from '../kernel/problem.ts'
import { Field, Select, type Typed } from '../pages/form.tsx'
import { useShell } from '../pages/shell.tsx'
import { commitmentWordsOf } from './commitment-words.ts'
import { STAGES } from './candidate.ts'

interface StepFieldsProps {
  readonly typed: Typed
  readonly problem: Problem | undefined
  readonly colleagues: readonly { readonly value: string; readonly label: string }[]
}

export function StepFields({ typed, problem, colleagues }: StepFieldsProps) {
  const words = commitmentWordsOf(useShell().language)
  const of = (name: string) => ({ name, defaultValue: typed[name], problem })
  return (
    <>
      <Select
        {...of('stage')}
        label={words.stage}
        choices={STAGES.map((value) => ({ value, label: words.stages[value] }))}
      />
      <Field {...of('happened_on')} type="date" label={words.since} required />
      <Select {...of('owner_id')} label={words.owner} hint={words.ownerHint} choices={colleagues} />
      <Field {...of('next_step')} label={words.next} hint={words.nextHint} dir="auto" />
      <Field {...of('next_on')} type="date" label={words.nextBy} />
    </>
  )
}
