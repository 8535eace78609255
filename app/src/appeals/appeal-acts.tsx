/** The forms of the page of an appeal, each for whoever may send it. */
import type { ReactNode } from 'react'
import { ChoiceField } from '../pages/choice-field.tsx'
import { Consequence } from '../pages/consequence.tsx'
import { Button, ErrorSummary, Field, type SentBack, TextArea, useSentBack } from '../pages/form.tsx'
import { NextStep } from '../pages/next-step.tsx'
import { useShell } from '../pages/shell.tsx'
import { SignatureFields } from '../people/signature-fields.tsx'
import { appealWordsOf } from './appeal-words.ts'
import type { showAppeal } from './show-appeals.ts'

export type AppealShown = Awaited<ReturnType<typeof showAppeal>>

export function AppealActs({ loaded }: { readonly loaded: AppealShown }) {
  const words = appealWordsOf(useShell().language)
  const { may, part, toSign } = loaded
  return (
    <>
      {may.decide ? <NextStep href={`/appeals/${loaded.appeal.id}/order`}>{words.toOrder}</NextStep> : undefined}
      {part === undefined ? undefined : <p className="prose">{words.tookPart(part)}</p>}
      {may.add ? <AddForm /> : undefined}
      {toSign === undefined ? undefined : <SignForm loaded={loaded} shown_hash={toSign} />}
      {may.clerk ? <p className="quiet">{words.onlySignatory}</p> : undefined}
      {may.condone ? <CondoneForm /> : undefined}
      {may.stay ? <StayForm /> : undefined}
      {may.hear ? <HearForm isFixed={loaded.hearing !== null} /> : undefined}
      {may.reply ? (
        <WordsForm
          act="reply"
          name="reply_words"
          title={words.reply}
          label={words.words}
          says={words.replyText}
          button={words.replyIt}
        />
      ) : undefined}
      {may.apply ? (
        <WordsForm
          act="apply"
          name="apply_words"
          title={words.applyStay}
          label={words.stayReason}
          says={words.applyStayText}
          button={words.applyIt}
        />
      ) : undefined}
      {may.endStay ? (
        <WordsForm
          act="end_stay"
          name="end_words"
          title={words.endStay}
          label={words.reason}
          says={words.endStayText}
          button={words.endStay}
        />
      ) : undefined}
      {may.withdraw ? (
        <WordsForm
          act="withdraw"
          name="reason"
          title={words.withdraw}
          label={words.reason}
          says={words.withdrawText}
          button={words.withdrawIt}
        />
      ) : undefined}
    </>
  )
}

/** What was sent by this form and no other. */
function useSent(act: string): Partial<SentBack> {
  const sent = useSentBack()
  return sent?.typed['act'] === act ? sent : {}
}

interface ActFormProps {
  readonly act: string
  readonly title: string
  readonly hasFile?: boolean
  readonly children: ReactNode
}

function ActForm({ act, title, hasFile, children }: ActFormProps) {
  const { problem } = useSent(act)
  return (
    <form className="act" method="post" encType={hasFile === true ? 'multipart/form-data' : undefined}>
      <h2>{title}</h2>
      <ErrorSummary problem={problem} />
      <input type="hidden" name="act" value={act} />
      {children}
    </form>
  )
}

interface WordsFormProps extends Omit<ActFormProps, 'children'> {
  readonly name: string
  readonly label: string
  readonly says: string
  readonly button: string
}

function WordsForm({ act, title, name, label, says, button }: WordsFormProps) {
  const { problem, typed = {} } = useSent(act)
  return (
    <ActForm act={act} title={title}>
      <TextArea name={name} label={label} defaultValue={typed[name]} problem={problem} />
      <Consequence>
        <p>{says}</p>
      </Consequence>
      <Button variant="secondary">{button}</Button>
    </ActForm>
  )
}

function AddForm() {
  const words = appealWordsOf(useShell().language)
  const { problem } = useSent('add')
  return (
    <ActForm act="add" title={words.addFile} hasFile>
      <Field
        name="file"
        type="file"
        accept=".pdf,.xlsx,.png,.jpg,.jpeg,.txt,.csv"
        label={words.file}
        hint={words.fileHint}
        required
        problem={problem}
      />
      <Button variant="secondary">{words.addIt}</Button>
    </ActForm>
  )
}

function SignForm({ loaded: { passkey }, shown_hash }: { readonly loaded: AppealShown; readonly shown_hash: string }) {
  const words = appealWordsOf(useShell().language)
  const { problem } = useSent('file')
  return (
    <ActForm act="file" title={words.sign}>
      <Consequence>
        <p>{words.signText}</p>
      </Consequence>
      <p>
        <b>{words.signed}</b>
        <br />
        <code dir="ltr">{shown_hash}</code>
      </p>
      <SignatureFields shown_hash={shown_hash} passkey={passkey} words={words} problem={problem} />
    </ActForm>
  )
}

function CondoneForm() {
  const words = appealWordsOf(useShell().language)
  const { problem, typed = {} } = useSent('condone')
  return (
    <ActForm act="condone" title={words.condone}>
      <ChoiceField
        name="condone_kind"
        label={words.decision}
        problem={problem}
        defaultValue={typed['condone_kind']}
        choices={[
          { value: 'condoned', label: words.condoned, hint: words.condonedHint },
          { value: 'out_of_time', label: words.outOfTime, hint: words.outOfTimeHint },
        ]}
      />
      <TextArea name="condone_reason" label={words.reason} defaultValue={typed['condone_reason']} problem={problem} />
      <Button>{words.decideIt}</Button>
    </ActForm>
  )
}

function StayForm() {
  const words = appealWordsOf(useShell().language)
  const { problem, typed = {} } = useSent('stay')
  return (
    <ActForm act="stay" title={words.decideStay}>
      <ChoiceField
        name="stay_kind"
        label={words.decision}
        problem={problem}
        defaultValue={typed['stay_kind']}
        choices={[
          { value: 'granted', label: words.grant, hint: words.grantHint },
          { value: 'refused', label: words.refuse, hint: words.refuseHint },
        ]}
      />
      <TextArea name="stay_words" label={words.stayWords} defaultValue={typed['stay_words']} problem={problem} />
      <Field
        name="until"
        label={words.until}
        hint={words.untilHint}
        dir="ltr"
        defaultValue={typed['until']}
        problem={problem}
      />
      <Button>{words.decideIt}</Button>
    </ActForm>
  )
}

function HearForm({ isFixed }: { readonly isFixed: boolean }) {
  const words = appealWordsOf(useShell().language)
  const { problem, typed = {} } = useSent('hear')
  const choices = [
    { value: 'fixed', label: words.fixed, hint: words.fixedHint },
    ...(isFixed ? [{ value: 'held', label: words.held, hint: words.heldHint }] : []),
  ]
  return (
    <ActForm act="hear" title={words.hold}>
      {isFixed ? <input type="hidden" name="again" value="yes" /> : undefined}
      <ChoiceField
        name="hear_kind"
        label={words.decision}
        problem={problem}
        defaultValue={typed['hear_kind'] ?? 'fixed'}
        choices={choices}
      />
      <Field
        name="on_day"
        label={words.day}
        hint={words.dayHint}
        dir="ltr"
        defaultValue={typed['on_day']}
        problem={problem}
      />
      <Field name="place" label={words.place} dir="auto" defaultValue={typed['place']} problem={problem} />
      <TextArea name="hear_words" label={words.holdWords} defaultValue={typed['hear_words']} problem={problem} />
      <Button variant="secondary">{words.holdIt}</Button>
    </ActForm>
  )
}
