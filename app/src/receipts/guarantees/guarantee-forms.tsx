/** The forms of a guarantee: one officer proposes, another decides. */
import { ChoiceField } from '../../pages/choice-field.tsx'
import { Consequence } from '../../pages/consequence.tsx'
import { Button, ErrorSummary, Field, TextArea, useSentBack } from '../../pages/form.tsx'
import { useShell } from '../../pages/shell.tsx'
import { guaranteeWordsOf } from './guarantee-words.ts'
import type { GuaranteeAct } from './guarantee.ts'
import type { showGuarantee } from './show-guarantees.ts'

export function ProposeForm({ number, acts }: { readonly number: string; readonly acts: readonly GuaranteeAct[] }) {
  const words = guaranteeWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  return (
    <form className="act" method="post" action={`/guarantees/${number}`}>
      <h2>{words.propose}</h2>
      <ErrorSummary problem={problem} />
      <input type="hidden" name="what" value="propose" />
      <ChoiceField
        name="act"
        label={words.act}
        problem={problem}
        defaultValue={typed['act']}
        choices={acts.map((value) => ({ value, label: words.acts[value], hint: words.actHints[value] }))}
      />
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
      {acts.includes('call') ? (
        <Field
          name="reference"
          label={words.determination}
          hint={words.determinationHint}
          defaultValue={typed['reference']}
          problem={problem}
          dir="ltr"
        />
      ) : undefined}
      <TextArea
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        problem={problem}
        defaultValue={typed['reason']}
      />
      <Consequence>
        <p>{words.proposeEffect}</p>
      </Consequence>
      <Button>{words.proposeButton}</Button>
    </form>
  )
}

export function DecideForm({ shown }: { readonly shown: Awaited<ReturnType<typeof showGuarantee>> }) {
  const words = guaranteeWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  const { guarantee, open, bookings, shown_hash } = shown
  return (
    <form className="act" method="post" action={`/guarantees/${guarantee.number}`}>
      <h2>{words.decideTitle}</h2>
      <ErrorSummary problem={problem} />
      <input type="hidden" name="shown_hash" value={shown_hash ?? ''} />
      <Consequence>
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
      </Consequence>
      <ChoiceField
        name="kind"
        label={words.decision}
        problem={problem}
        defaultValue={typed['kind']}
        choices={[
          { value: 'approved', label: words.approve, hint: words.approveHint },
          { value: 'declined', label: words.decline, hint: words.declineHint },
        ]}
      />
      <TextArea
        name="reason"
        label={words.reason}
        hint={words.declineReasonHint}
        isOptional
        problem={problem}
        defaultValue={typed['reason']}
      />
      <Button>{words.decide}</Button>
    </form>
  )
}
