/** What a determination says, and the forms by which officers prepare and decide it. */
import { ChoiceField } from '../pages/choice-field.tsx'
import { Consequence } from '../pages/consequence.tsx'
import { Button, ErrorSummary, TextArea, useSentBack } from '../pages/form.tsx'
import type { PasskeyAsked } from '../pages/passkey-button.tsx'
import { useShell } from '../pages/shell.tsx'
import { type Look, StateTag } from '../pages/state-tag.tsx'
import { SignatureFields } from '../people/signature-fields.tsx'
import type { DecideView } from './decide-determination-view.ts'
import { decisionWordsOf } from './decision-words.ts'
import type { FindingText } from './letter-text.ts'
import { LessFields } from './less-fields.tsx'
import type { LetterState } from './letter-words.ts'
import type { PrepareView } from './prepare-determination-view.ts'

const LOOKS: Readonly<Record<LetterState, Look>> = {
  not_met: 'bad',
  due_to: 'good',
  due_from: 'open',
  taken_back: 'quiet',
  imposed: 'bad',
  not_imposed: 'quiet',
  recommended: 'open',
}

/** The findings as the letter states them. */
export function Findings({ findings }: { readonly findings: readonly FindingText[] }) {
  return (
    <ul className="findings">
      {findings.map(({ label, state, amount, sentences, clause }) => (
        <li key={label}>
          <p>
            <b>{label}</b> {state === null ? undefined : <StateTag look={LOOKS[state.kind]}>{state.word}</StateTag>}{' '}
            {amount === null ? undefined : <b>{amount}</b>}
          </p>
          <p>{sentences.join(' ')}</p>
          {clause === null ? undefined : <p className="quiet">{clause}</p>}
        </li>
      ))}
    </ul>
  )
}

export function PrepareForm({ prepare: { id, firm, offers, heading } }: { readonly prepare: PrepareView }) {
  const words = decisionWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  const [only] = offers.length === 1 ? offers : []
  return (
    <form className="act" method="post" action={`/assessments/${id}/determinations`}>
      <ErrorSummary problem={problem} />
      <ChoiceField
        name="offer"
        label={words.choose}
        problem={problem}
        defaultValue={typed['offer'] ?? only?.value}
        choices={offers.map(({ value, kind, said }) => ({
          value,
          label: said.subject,
          hint: words.effects[kind](firm),
        }))}
      />
      {offers.map(({ value, said, lessened }, index) =>
        lessened.length === 0 ? undefined : (
          <LessFields key={value} value={value} index={index} title={said.subject} lessened={lessened} />
        ),
      )}
      <TextArea
        name="reasons"
        label={words.reasons}
        hint={words.reasonsHint}
        problem={problem}
        defaultValue={typed['reasons']}
      />
      <Consequence>
        <p>
          {words.noEffectYet} {words.firmLater(firm)}
        </p>
        {heading.rehearsal === undefined ? undefined : <p>{words.inRehearsal}</p>}
      </Consequence>
      <Button>{words.prepare}</Button>
    </form>
  )
}

interface ApproveFormProps {
  readonly shown: DecideView
  readonly passkey: PasskeyAsked | undefined
}

export function ApproveForm({ shown, passkey }: ApproveFormProps) {
  const words = decisionWordsOf(useShell().language)
  const { problem, typed } = useSentBack() ?? {}
  const { number, kind, firm, shown_hash, rehearsal } = shown
  const own = typed?.['what'] === 'approve' ? problem : undefined
  return (
    <form className="act" method="post" action={`/determinations/${number}/decide`}>
      <h2>{words.approve}</h2>
      <ErrorSummary problem={own} />
      <input type="hidden" name="what" value="approve" />
      <Consequence>
        <p>{words.effects[kind](firm)}</p>
        <p>{words.letterFrozen(firm)}</p>
        {rehearsal === undefined ? undefined : <p>{words.inRehearsal}</p>}
      </Consequence>
      <SignatureFields
        shown_hash={shown_hash}
        passkey={passkey}
        words={{ code: words.secondFactor, codeHint: words.secondFactorHint, signIt: words.sign }}
        problem={own}
      />
    </form>
  )
}

interface EndFormProps {
  readonly number: string
  readonly what: 'send_back' | 'withdraw'
}

/** It comes to nothing, with the reason: sent back by who decides, withdrawn by who prepared it. */
export function EndForm({ number, what }: EndFormProps) {
  const words = decisionWordsOf(useShell().language)
  const { problem, typed } = useSentBack() ?? {}
  const own = typed?.['what'] === what ? problem : undefined
  const [title, hint] =
    what === 'send_back' ? [words.sendBack, words.sendBackHint] : [words.withdraw, words.withdrawHint]
  return (
    <form className="act" method="post" action={`/determinations/${number}/decide`}>
      <h2>{title}</h2>
      <ErrorSummary problem={own} />
      <input type="hidden" name="what" value={what} />
      <TextArea
        name="reason"
        label={words.sendBackReason}
        hint={hint}
        problem={own}
        defaultValue={own === undefined ? undefined : typed?.['reason']}
      />
      <Button variant="secondary">{title}</Button>
    </form>
  )
}
