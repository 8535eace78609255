/** One agreement: its terms, and that it ended early. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { Confirmation } from '../../pages/confirmation.tsx'
import { Consequence } from '../../pages/consequence.tsx'
import { Button, ErrorSummary, Field, TextArea, useSentBack } from '../../pages/form.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import { idAsked, pageCall, seeOther } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../../pages/read-form.ts'
import { Said } from '../../pages/said.tsx'
import { Page, useShell } from '../../pages/shell.tsx'
import { daysOf, modelsOf } from './agreement-terms.tsx'
import { agreementWordsOf } from './agreement-words.ts'
import { AGREEMENT_END } from './agreements-api.ts'
import { endAgreement } from './record-agreement.ts'
import { showAgreement } from './show-agreements.ts'

export const handle = { see: 'see_agreements', act: 'end_agreement' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showAgreement(context, params['id'])
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const id = idAsked(context, params['id'])
  const { typed, read } = readForm(await sentForm(context, request), { properties: AGREEMENT_END })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { actor } = context.get(pageCall)
  const ended = await endAgreement(context.get(recorderContext), actor, { id, ...read.done })
  if ('refused' in ended) return sentBack(context, ended.refused, typed, { agreement_end_day: 'last_on' })
  return seeOther(`/firm-agreements/${id}`, 'ended')
}

export default function AgreementPage() {
  const { view, mayEnd } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = agreementWordsOf(language)
  const { id, maker_id, maker, owner_name, brand, bound, contract, programme, ended } = view
  return (
    <Page title={`${words.agreement} · ${brand}`}>
      <Confirmation sentences={words.done} />
      <ObjectHeader
        title={`${words.agreement}: ${brand}`}
        within={{ href: `/manufacturers/${maker_id}/agreements`, title: words.title }}
        facts={[
          { name: words.maker, value: <bdi>{maker}</bdi> },
          { name: words.owner, value: <bdi>{owner_name}</bdi> },
          { name: words.bound, value: words.binds[bound] },
          { name: words.models, value: modelsOf(view, language) },
          { name: words.days, value: daysOf(view, language) },
          { name: words.programme, value: programme },
          { name: words.contract, value: <bdi>{contract}</bdi> },
        ]}
      />
      {ended === null ? undefined : (
        <p>
          <Said by={words.endedBecause} text={ended.reason} />
        </p>
      )}
      {mayEnd ? <EndForm id={id} /> : undefined}
    </Page>
  )
}

function EndForm({ id }: { readonly id: string }) {
  const words = agreementWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  return (
    <>
      <h2>{words.end}</h2>
      <form className="act" method="post" action={`/firm-agreements/${id}`}>
        <ErrorSummary problem={problem} />
        <Field
          name="last_on"
          label={words.lastDay}
          hint={words.dayHint}
          inputMode="numeric"
          dir="ltr"
          defaultValue={typed['last_on']}
          problem={problem}
        />
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          problem={problem}
          defaultValue={typed['reason']}
        />
        <Consequence>
          <p>{words.endConsequence}</p>
        </Consequence>
        <Button variant="secondary">{words.endIt}</Button>
      </form>
    </>
  )
}
