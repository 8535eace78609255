/** Which returns of the list are wanted: of which programme, period and firm, how they stand, and in which order. */
import type { Problem } from '../../kernel/problem.ts'
import type { Firm } from '../../pages/firm-column.tsx'
import { Button, type Choice, Field, Select, type Typed } from '../../pages/form.tsx'
import { useShell } from '../../pages/shell.tsx'
import { returnWordsOf } from './return-words.ts'
import { ORDERS, STANDINGS } from './wanted-returns.ts'

interface WantedFormProps {
  readonly typed: Typed
  readonly problem: Problem | undefined
  readonly programmes: readonly Choice[]
  /** Where those of one firm are wanted. */
  readonly firm: Firm | undefined
  readonly isOfFirms: boolean
}

export function WantedForm({ typed, problem, programmes, firm, isOfFirms }: WantedFormProps) {
  const { wanted, states, programme, period, state } = returnWordsOf(useShell().language)
  const field = (name: string) => ({ name, defaultValue: typed[name], problem })
  const any = { value: '', label: wanted.any }
  const ordersShown = ORDERS.filter((order) => isOfFirms || order !== 'firm')
  return (
    <>
      {firm === undefined ? undefined : (
        <p>
          {wanted.ofFirm} <bdi>{firm.name}</bdi>. <a href="/returns">{wanted.ofAllFirms}</a>
        </p>
      )}
      <form className="one-line">
        {firm === undefined ? undefined : <input type="hidden" name="firm" value={firm.id} />}
        <Select {...field('programme')} label={programme} choices={[any, ...programmes]} />
        <Field {...field('period')} label={period} dir="ltr" />
        <Select
          {...field('standing')}
          label={state}
          choices={[
            any,
            ...STANDINGS.map((value) => ({ value, label: value === 'unfiled' ? states.draft : states[value] })),
          ]}
        />
        <Select {...field('late')} label={wanted.dueDay} choices={[any, { value: 'yes', label: wanted.late }]} />
        <Select
          {...field('order')}
          label={wanted.order}
          choices={ordersShown.map((value) => ({ value, label: wanted.orders[value] }))}
        />
        <Button variant="secondary">{wanted.show}</Button>
      </form>
    </>
  )
}
