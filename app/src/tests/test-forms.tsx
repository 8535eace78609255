/** The forms of the page of a test: what waits for the reader, first of all. */
import { Consequence } from '../pages/consequence.tsx'
import { Button, Field, TextArea, useSentBack } from '../pages/form.tsx'
import { useShell } from '../pages/shell.tsx'
import { SignatureFields } from '../people/signature-fields.tsx'
import type { TestShown } from './test-body.tsx'
import { limitText } from './limit-text.ts'
import { testWordsOf } from './test-words.ts'

interface FormsProps {
  readonly loaded: TestShown
}

export function TestForms({ loaded }: FormsProps) {
  const { open, state, side, hindrance } = loaded
  const words = testWordsOf(useShell().language)
  return (
    <>
      {side === 'laboratory' && hindrance !== undefined ? <p className="lead">{hindrance}</p> : undefined}
      {open.includes('quoted') && state === 'requested' ? <QuoteForm loaded={loaded} /> : undefined}
      {open.includes('accepted') ? <AcceptForm loaded={loaded} /> : undefined}
      {side === 'maker' && state === 'quoted' && !open.includes('accepted') ? <p>{words.onlySignatory}</p> : undefined}
      {open.includes('sample_received') ? <ReceiveForm /> : undefined}
      {open.includes('measured') ? <ResultsForm loaded={loaded} /> : undefined}
      {open.includes('reported') || open.includes('reviewed') ? <SignForm loaded={loaded} /> : undefined}
      {open.includes('sample_rejected') ? (
        <ReasonForm act="reject" title={words.reject} text={words.rejectText} button={words.rejectIt} />
      ) : undefined}
      {open.includes('retest') ? (
        <ReasonForm act="retest" title={words.retest} text={words.retestText} button={words.retestIt} />
      ) : undefined}
      {open.includes('withdrawn') ? (
        <ReasonForm act="withdraw" title={words.withdraw} button={words.withdrawIt} />
      ) : undefined}
    </>
  )
}

function useFields() {
  const { problem, typed = {} } = useSentBack() ?? {}
  return {
    problem,
    typed,
    field: (name: string) => ({ name, defaultValue: typed[name], problem, dir: 'auto' }),
    code: (name: string) => ({ name, defaultValue: typed[name], problem, dir: 'ltr' }),
  }
}

function QuoteForm({ loaded: { offerable } }: FormsProps) {
  const { code, problem, typed } = useFields()
  const words = testWordsOf(useShell().language)
  if (offerable === undefined) return undefined
  const { terms, valid_months, listed } = offerable
  const isSentBack = problem !== undefined
  return (
    <>
      <h2>{words.offer}</h2>
      <p className="prose">
        {words.offerIntro} {words.holdsFor(valid_months)}
      </p>
      <form method="post" className="form">
        <input type="hidden" name="act" value="quote" />
        <fieldset>
          <legend className="ds-label">{words.tests}</legend>
          {terms.map((term, nth) => {
            const name = `test_${term.id}`
            // The first has the identifier of the field, so that an error leads to it.
            const id = nth === 0 ? 'tests' : name
            return (
              <div className="choice" key={term.id}>
                <input
                  type="checkbox"
                  id={id}
                  name={name}
                  value="yes"
                  defaultChecked={isSentBack ? typed[name] === 'yes' : true}
                />
                <label htmlFor={id}>
                  {term.metric} <bdi dir="ltr">{limitText(term, term.limit)}</bdi>
                  <br />
                  <bdi dir="ltr" className="quiet">{`${term.standard}, ${term.method}`}</bdi>
                </label>
              </div>
            )
          })}
        </fieldset>
        <Field
          {...code('amount')}
          defaultValue={typed['amount'] ?? listed?.amount}
          label={words.amount}
          hint={words.amountHint}
          required
          inputMode="decimal"
        />
        <Field
          {...code('currency')}
          defaultValue={typed['currency'] ?? listed?.currency ?? 'PKR'}
          label={words.currency}
          required
        />
        <Field
          {...code('working_days')}
          defaultValue={typed['working_days'] ?? listed?.working_days.toString()}
          label={words.workingDays}
          hint={words.workingDaysHint}
          required
          inputMode="numeric"
        />
        <Button>{words.offerIt}</Button>
      </form>
    </>
  )
}

function AcceptForm({ loaded: { one, quote } }: FormsProps) {
  const words = testWordsOf(useShell().language)
  if (quote === undefined) return undefined
  return (
    <>
      <h2>{words.accept}</h2>
      <form method="post" className="form">
        <input type="hidden" name="act" value="accept" />
        <Consequence>
          <p>{words.acceptText(quote.price, one.laboratory_name)}</p>
        </Consequence>
        <Button>{words.acceptIt}</Button>
      </form>
    </>
  )
}

function ReceiveForm() {
  const { field, code } = useFields()
  const words = testWordsOf(useShell().language)
  return (
    <>
      <h2>{words.receive}</h2>
      <form method="post" className="form">
        <input type="hidden" name="act" value="receive" />
        <Field {...field('handed_by')} label={words.handedBy} required />
        <Field {...code('seal')} label={words.seal} required />
        <Field {...field('condition')} label={words.condition} required />
        <Button>{words.receiveIt}</Button>
      </form>
    </>
  )
}

function ResultsForm({ loaded: { quote, today } }: FormsProps) {
  const { code, typed } = useFields()
  const words = testWordsOf(useShell().language)
  return (
    <>
      <h2>{words.enter}</h2>
      <form method="post" className="form">
        <input type="hidden" name="act" value="enter" />
        {(quote?.terms ?? []).map(({ id, standard, method, metric, unit }, nth) => (
          <fieldset key={id}>
            <legend>
              <bdi dir="ltr">{`${standard}, ${method}`}</bdi>
            </legend>
            <Field
              {...code(`value_${nth}`)}
              label={words.value}
              hint={`${metric} (\u2066${unit}\u2069)`}
              required
              inputMode="decimal"
            />
            <Field
              {...code(`expanded_uncertainty_${nth}`)}
              label={words.uncertainty}
              hint={words.uncertaintyHint}
              required
              inputMode="decimal"
            />
            <Field
              {...code(`coverage_factor_${nth}`)}
              defaultValue={typed[`coverage_factor_${nth}`] ?? '2'}
              label={words.factor}
              required
              inputMode="decimal"
            />
            <Field
              {...code(`measured_on_${nth}`)}
              type="date"
              defaultValue={typed[`measured_on_${nth}`] ?? today}
              label={words.measuredOn}
              required
            />
          </fieldset>
        ))}
        <Button>{words.enterIt}</Button>
      </form>
    </>
  )
}

function SignForm({ loaded: { one, state, isOwn, passkey } }: FormsProps) {
  const { problem } = useFields()
  const words = testWordsOf(useShell().language)
  const { shown_hash } = one
  if (isOwn) return <p>{words.ownReport}</p>
  if (shown_hash === null) return undefined
  const step = state === 'reported' ? 'reported' : 'measured'
  return (
    <>
      <h2>{words.sign[step]}</h2>
      <form method="post" className="form">
        <p className="prose">{words.signText[step]}</p>
        <p>
          <b>{words.signed}</b>
          <br />
          <code dir="ltr">{shown_hash}</code>
        </p>
        <input type="hidden" name="act" value={step === 'reported' ? 'review' : 'sign'} />
        <SignatureFields shown_hash={shown_hash} passkey={passkey} words={words} problem={problem} />
      </form>
    </>
  )
}

interface ReasonProps {
  readonly act: string
  readonly title: string
  readonly text?: string
  readonly button: string
}

/** Beside what most readers come to do, and folded away until it is wanted. */
function ReasonForm({ act, title, text, button }: ReasonProps) {
  const { problem } = useFields()
  const words = testWordsOf(useShell().language)
  return (
    <details>
      <summary>{title}</summary>
      <form method="post" className="form">
        <input type="hidden" name="act" value={act} />
        {text === undefined ? undefined : (
          <Consequence>
            <p>{text}</p>
          </Consequence>
        )}
        <TextArea name="reason" label={words.reason} problem={problem} />
        <Button variant="secondary">{button}</Button>
      </form>
    </details>
  )
}
