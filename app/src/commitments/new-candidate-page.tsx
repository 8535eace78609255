/** An officer enters a candidate for investment. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Button, ErrorSummary, errorOf, Field, Select, useSentBack } from '../pages/form.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { enter } from './act-on-commitment.ts'
import { CANDIDATE_KINDS, COMPONENT_CLASSES } from './candidate.ts'
import { commitmentWordsOf } from './commitment-words.ts'
import { showChoices } from './show-commitments.ts'
import { StepFields } from './step-fields.tsx'

export const handle = { see: 'enter_candidate', act: 'enter_candidate' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  return await showChoices(context)
}

export async function action({ context, request }: ActionFunctionArgs) {
  return await enter(context, await sentForm(context, request))
}

export default function NewCandidatePage() {
  const { colleagues, firms } = useLoaderData<typeof loader>()
  const words = commitmentWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  const of = (name: string) => ({ name, defaultValue: typed[name], problem })
  const error = errorOf(problem, 'component_classes')
  return (
    <Page title={words.enter}>
      <p className="within">
        <a href="/investments">{words.title}</a>
      </p>
      <h1>{words.enter}</h1>
      <p className="prose">{words.enterIntro}</p>
      <form className="form" method="post" action="/investments/new">
        <ErrorSummary problem={problem} />
        <Field {...of('name')} label={words.name} dir="auto" required />
        <Select
          {...of('kind')}
          label={words.kind}
          choices={CANDIDATE_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        />
        <Field {...of('country')} label={words.country} hint={words.countryHint} dir="ltr" required />
        <Select
          {...of('manufacturer_id')}
          label={words.firm}
          hint={words.firmHint}
          choices={[{ value: '', label: words.notHere }, ...firms]}
        />
        <fieldset className="choices" aria-describedby={error === undefined ? undefined : 'component_classes-error'}>
          <legend className="ds-label">{words.classes}</legend>
          <p className="quiet">{words.classesHint}</p>
          {error === undefined ? undefined : (
            <p className="ds-validation-message" id="component_classes-error">
              {error}
            </p>
          )}
          {COMPONENT_CLASSES.map((one, nth) => {
            // The first has the identifier of the field, so that an error leads to it.
            const id = nth === 0 ? 'component_classes' : `makes_${one}`
            const name = `makes_${one}`
            return (
              <div className="choice" key={one}>
                <input type="checkbox" id={id} name={name} value="yes" defaultChecked={typed[name] !== undefined} />
                <label htmlFor={id}>{words.classNames[one]}</label>
              </div>
            )
          })}
        </fieldset>
        <Field {...of('site')} label={words.site} dir="auto" />
        <Field {...of('zone')} label={words.zone} dir="auto" />
        <StepFields typed={typed} problem={problem} colleagues={colleagues} />
        <Button>{words.enterIt}</Button>
      </form>
    </Page>
  )
}
