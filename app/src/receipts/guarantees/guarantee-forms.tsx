/** The forms of a guarantee: one officer proposes, another decides. */
import { Field, useSentBack } from '../../pages/form.tsx'
import { useShell } from '../../pages/shell.tsx'
import { DecideForm, ProposeForm } from '../proposal-forms.tsx'
import { guaranteeWordsOf } from './guarantee-words.ts'
import type { GuaranteeAct } from './guarantee.ts'
import type { showGuarantee } from './show-guarantees.ts'

export function ProposeAct({ number, acts }: { readonly number: string; readonly acts: readonly GuaranteeAct[] }) {
  const words = guaranteeWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  return (
    <ProposeForm action={`/guarantees/${number}`} acts={acts} naming="call" words={words}>
      <Field
        name="amount"
        label={words.amount}
        hint={words.amountHint}
        defaultValue={typed['amount']}
        problem={problem}
        inputMode="decimal"
        dir="ltr"
        required
      />
    </ProposeForm>
  )
}

export function DecideAct({ shown }: { readonly shown: Awaited<ReturnType<typeof showGuarantee>> }) {
  const words = guaranteeWordsOf(useShell().language)
  const { guarantee, open, bookings, shown_hash } = shown
  return (
    <DecideForm action={`/guarantees/${guarantee.number}`} shown_hash={shown_hash} words={words}>
      {open === undefined || bookings === undefined ? (
        <p>{words.impossible}</p>
      ) : (
        <p>{words.effects[open.kind](open.amount)}</p>
      )}
      {bookings === undefined || bookings.length === 0 ? undefined : (
        <ul>
          {bookings.map(({ amount, finding }) => (
            <li key={finding}>{words.booking(amount, finding)}</li>
          ))}
        </ul>
      )}
    </DecideForm>
  )
}
