/** Who took no part writes the order about an appeal, sees what would follow, and signs that. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { lettersContext } from '../determinations/letters-context.ts'
import { HASH, SECOND_FACTOR } from '../kernel/field-schemas.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { ErrorSummary, useSentBack } from '../pages/form.tsx'
import { firmFacts } from '../pages/firm-column.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { idAsked, mustBeAllowed, pageCall, seeOther } from '../pages/page-call.ts'
import { PASSKEYS } from '../pages/passkey-button.tsx'
import type { PageHandle } from '../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { signatureContext } from '../people/signature-context.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { appealWordsOf } from './appeal-words.ts'
import { draftOrder, signOrder } from './decide-appeal.ts'
import { OrderForm, SignOrderForm } from './order-forms.tsx'
import { readOrderForm } from './read-order-form.ts'
import { showOrder } from './show-appeals.ts'

export const handle = { see: 'draft_order', act: 'draft_order', script: PASSKEYS } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showOrder(context, params['id'])
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const id = idAsked(context, params['id'])
  const form = await sentForm(context, request)
  const { actor } = context.get(pageCall)
  const recorder = context.get(recorderContext)
  if (form.get('act') !== 'sign') {
    const { typed, read } = readOrderForm(form)
    if ('refused' in read) return sentBack(context, read.refused, typed)
    const drafted = await draftOrder(recorder, actor, { id, ...read.done })
    return 'refused' in drafted
      ? sentBack(context, drafted.refused, typed)
      : seeOther(`/appeals/${id}/order`, 'drafted')
  }
  mustBeAllowed(context, 'decide_appeal')
  const { read } = readForm(form, { properties: { shown_hash: HASH, second_factor: SECOND_FACTOR } })
  const typed = { act: 'sign' }
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { shown_hash, second_factor } = read.done
  const signed = await signOrder(
    recorder,
    context.get(shelfContext),
    context.get(lettersContext),
    actor,
    { id, shown_hash },
    async () => await context.get(signatureContext)(actor, second_factor, shown_hash),
  )
  if ('refused' in signed) return sentBack(context, signed.refused, typed, { code_wrong: 'second_factor' })
  return seeOther(`/appeals/${id}`, 'decided')
}

export default function OrderPage() {
  const loaded = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = appealWordsOf(language)
  const problem = useSentBack()?.problem
  const { id, number, against, firm, order, hindered, rehearsal } = loaded
  const title = words.orderTitle(number)
  return (
    <Page title={title} rehearsal={rehearsal}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={problem} />
      <ObjectHeader
        title={title}
        within={{ href: `/appeals/${id}`, title: words.appeal(number) }}
        facts={[
          ...firmFacts(firm, language),
          {
            name: words.against,
            value: (
              <a href={`/determinations/${against}`} dir="ltr">
                {against}
              </a>
            ),
          },
        ]}
      />
      {hindered === undefined ? undefined : <p className="lead prose">{hindered.detail}</p>}
      {order === undefined ? undefined : <SignOrderForm order={order} loaded={loaded} />}
      {hindered === undefined || order !== undefined ? <OrderForm loaded={loaded} /> : undefined}
    </Page>
  )
}
