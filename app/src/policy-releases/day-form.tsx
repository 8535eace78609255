/** Asks for a day, and shows what holds on it. */
import type { Problem } from '../kernel/problem.ts'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, ErrorSummary, Field } from '../pages/form.tsx'
import { useShell } from '../pages/shell.tsx'
import type { NumbersOnDay } from './numbers-on.ts'
import { programmeWordsOf } from './programme-words.ts'

interface DayFormProps {
  readonly action: string
  readonly asked: string | null
  readonly numbers: NumbersOnDay | undefined
  readonly problem: Problem | undefined
}

export function DayForm({ action, asked, numbers, problem }: DayFormProps) {
  const words = programmeWordsOf(useShell().language)
  return (
    <>
      <ErrorSummary problem={problem} />
      <form className="one-line" action={`${action}#numbers`}>
        <Field
          name="on"
          dir="ltr"
          label={words.seeDay}
          hint={words.dayHint}
          defaultValue={asked ?? ''}
          problem={problem}
        />
        <Button>{words.show}</Button>
      </form>
      {numbers === undefined ? undefined : numbers.rows.length === 0 ? (
        <EmptyState>{words.nothingOn}</EmptyState>
      ) : (
        <DataTable
          id="on-day"
          caption={words.numbersOn(numbers.day)}
          rows={numbers.rows}
          columns={[
            { title: words.name, of: ({ title }) => title },
            { title: words.appliesTo, of: ({ keys }) => keys },
            { title: words.value, isAmount: true, of: ({ value }) => value },
          ]}
        />
      )}
    </>
  )
}
