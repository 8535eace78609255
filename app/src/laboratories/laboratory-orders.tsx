/** The orders about a laboratory, and the forms in which one officer proposes one and another decides it. */
import { ChoiceField } from '../pages/choice-field.tsx'
import { Consequence } from '../pages/consequence.tsx'
import { DecisionForm } from '../pages/decision-form.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, ErrorSummary, Field, TextArea, useSentBack } from '../pages/form.tsx'
import { Said } from '../pages/said.tsx'
import { useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { Timeline } from '../pages/timeline.tsx'
import { dayText } from '../pages/when.ts'
import { LABORATORY_ORDERS } from './laboratory.ts'
import { laboratoryWordsOf } from './laboratory-words.ts'
import type { LaboratoryShown } from './show-laboratories.ts'

export function LaboratoryOrders({ shown }: { readonly shown: LaboratoryShown }) {
  const { language } = useShell()
  const words = laboratoryWordsOf(language)
  const { number, orders, mayPropose, decides } = shown
  return (
    <>
      <h2>{words.orders}</h2>
      {orders.length === 0 ? (
        <EmptyState>{words.noOrders}</EmptyState>
      ) : (
        <Timeline
          entries={orders.map(({ kind, effective_on, reasons, decided }) => ({
            when: words.from(dayText(effective_on, language)),
            day: effective_on,
            what: [
              words.orderKinds[kind],
              ...(decided === undefined
                ? [
                    <StateTag key="waits" look="open">
                      {words.waits}
                    </StateTag>,
                  ]
                : decided.kind === 'declined'
                  ? [
                      <StateTag key="declined" look="quiet">
                        {words.declined}
                      </StateTag>,
                    ]
                  : []),
              <Said key="reasons" by={words.reasons} text={reasons} />,
              ...(typeof decided?.reason !== 'string'
                ? []
                : [<Said key="why" by={words.declined} text={decided.reason} />]),
            ],
          }))}
        />
      )}
      {mayPropose ? <ProposeForm number={number} /> : undefined}
      {decides === undefined ? undefined : (
        <>
          <h2>{words.decide}</h2>
          <DecisionForm
            action={`/laboratories/${number}?order=${decides}`}
            words={{ ...words, decide: words.decideIt }}
            choices={[
              { value: 'approved', label: words.approve, hint: words.approveHint },
              { value: 'declined', label: words.decline, hint: words.declineHint },
            ]}
            consequence={words.consequence}
          />
        </>
      )}
    </>
  )
}

function ProposeForm({ number }: { readonly number: string }) {
  const words = laboratoryWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  const of = (name: string) => ({ name, defaultValue: typed[name], problem })
  return (
    <>
      <h2>{words.propose}</h2>
      <p className="prose">{words.proposeIntro}</p>
      <form className="act" method="post" action={`/laboratories/${number}`}>
        <ErrorSummary problem={problem} />
        <ChoiceField
          {...of('order')}
          label={words.order}
          choices={LABORATORY_ORDERS.map((value) => ({ value, ...words.choices[value] }))}
        />
        <Field {...of('effective_on')} label={words.effective} hint={words.dayHint} inputMode="numeric" dir="ltr" />
        <TextArea {...of('reasons')} label={words.reasons} hint={words.reasonsHint} />
        <Consequence>
          <p>{words.consequence}</p>
        </Consequence>
        <Button variant="secondary">{words.proposeIt}</Button>
      </form>
    </>
  )
}
