/** The form in which an officer proposes what happened to a firm: for each kind what is to be known of it. */
import type { FirmEventKind } from '../manufacturers/life/life.ts'
import { ChoiceField } from '../pages/choice-field.tsx'
import { Consequence } from '../pages/consequence.tsx'
import { Button, type Choice, Field, Select, type SentBack, TextArea, useSentBack } from '../pages/form.tsx'
import { useShell } from '../pages/shell.tsx'
import { eventWordsOf } from './event-words.ts'
import { licenceField } from './licence-field.ts'
import type { ProposeView } from './propose-event-view.ts'

export function EventForm(view: ProposeView) {
  const words = eventWordsOf(useShell().language)
  const { kind, id, today } = view
  const sent = useSentBack()
  const { problem, typed = {} } = sent ?? {}
  return (
    <form className="act" method="post" action={`/manufacturers/${id}/events/${kind}`}>
      <Field
        name="effective_on"
        label={words.effectiveOn}
        hint={words.effectiveHint}
        inputMode="numeric"
        dir="ltr"
        defaultValue={typed['effective_on'] ?? today}
        problem={problem}
      />
      <OfKind view={view} sent={sent} />
      <TextArea
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        defaultValue={typed['reason']}
        problem={problem}
      />
      <TextArea
        name="follows"
        label={words.follows}
        hint={words.followsHint}
        isOptional
        defaultValue={typed['follows']}
        problem={problem}
      />
      <Consequence>
        <p>{words.consequence[kind]}</p>
        <p>{words.second}</p>
      </Consequence>
      <Button>{words.send}</Button>
    </form>
  )
}

interface OfKindProps {
  readonly view: ProposeView
  readonly sent: SentBack | undefined
}

const FIELDS: Readonly<Record<FirmEventKind, (props: OfKindProps) => React.ReactNode>> = {
  renamed: NewName,
  merged: Answers,
  succeeded: Answers,
  split: Split,
}

function OfKind(props: OfKindProps) {
  const Fields = FIELDS[props.view.kind]
  return <Fields {...props} />
}

function NewName({ sent }: OfKindProps) {
  const words = eventWordsOf(useShell().language)
  return (
    <Field
      name="new_name"
      label={words.newName}
      hint={words.newNameHint}
      dir="auto"
      defaultValue={sent?.typed['new_name']}
      problem={sent?.problem}
    />
  )
}

function Answers({ view: { kind, others }, sent }: OfKindProps) {
  const words = eventWordsOf(useShell().language)
  const problem = sent?.problem
  return (
    <>
      <Select
        name="answers_id"
        label={kind === 'merged' ? words.into : words.successor}
        hint={words.answersHint}
        choices={[{ value: '', label: words.choose }, ...others]}
        defaultValue={sent?.typed['answers_id']}
        problem={problem}
      />
      <ChoiceField
        name="licences"
        label={words.licences}
        choices={[
          { value: 'pass', ...words.pass },
          { value: 'end', ...words.end },
        ]}
        defaultValue={sent?.typed['licences']}
        problem={problem}
      />
    </>
  )
}

function Split({ view: { id, name, others, licences }, sent }: OfKindProps) {
  const words = eventWordsOf(useShell().language)
  const firms: readonly Choice[] = [
    { value: '', label: words.choose },
    { value: id, label: words.itself(name) },
    ...others,
  ]
  const common = { problem: sent?.problem } as const
  return (
    <>
      <Select
        name="answers_id"
        label={words.answersForOld}
        hint={words.answersForOldHint}
        choices={firms}
        defaultValue={sent?.typed['answers_id']}
        {...common}
      />
      {licences.map((number) => (
        <Select
          key={number}
          name={licenceField(number)}
          label={words.licenceTo(number)}
          choices={firms}
          defaultValue={sent?.typed[licenceField(number)]}
          {...common}
        />
      ))}
      <Select
        name="further_id"
        label={words.further}
        hint={words.furtherHint}
        choices={[{ value: '', label: words.noFurther }, ...firms.slice(1)]}
        defaultValue={sent?.typed['further_id']}
        {...common}
      />
    </>
  )
}
