/** The systems of an organization that are told of what happens. A secret is shown once, in the answer to the form that registered it. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, ErrorSummary, Field, type SentBack } from '../pages/form.tsx'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { momentOf } from '../pages/when.ts'
import { identityContext } from '../people/identity-context.ts'
import { networksContext } from './networks-context.ts'
import { registerWebhook, seeWebhooks } from './register-webhook.ts'
import { EVENT_KINDS } from './webhook.ts'
import { webhookWordsOf } from './webhook-words.ts'

export const handle = { see: 'see_webhooks', act: 'register_webhook' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  return { webhooks: await seeWebhooks(context.get(recorderContext).database, context.get(pageCall).actor) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await sentForm(context, request)
  const sent = form.get('address')
  const address = typeof sent === 'string' ? sent.trim() : ''
  const kinds = form.getAll('kinds').map(String)
  const { secret } = context.get(identityContext)
  const recorder = { ...context.get(recorderContext), secret, networks: context.get(networksContext) }
  const outcome = await registerWebhook(recorder, context.get(pageCall).actor, { address, kinds })
  return 'refused' in outcome ? sentBack(context, outcome.refused, { address }) : { secret: outcome.done.secret }
}

export default function WebhooksPage() {
  const { webhooks } = useLoaderData<typeof loader>()
  const answer = useActionData<SentBack | { readonly secret: string }>()
  const sent = answer !== undefined && 'problem' in answer ? answer : undefined
  const { language } = useShell()
  const words = webhookWordsOf(language)
  return (
    <Page title={words.title}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={sent?.problem} />
      <h1>{words.title}</h1>
      <p className="prose">{words.lead}</p>
      {answer !== undefined && 'secret' in answer ? (
        <section className="confirmation" aria-labelledby="issued">
          <h2 id="issued" className="small-title">
            {words.issued}
          </h2>
          <p>
            <code dir="ltr">{answer.secret}</code>
          </p>
          <p>{words.issuedOnce}</p>
        </section>
      ) : undefined}
      <section>
        <h2 id="webhooks">{words.list}</h2>
        {webhooks.length === 0 ? (
          <EmptyState>{words.none}</EmptyState>
        ) : (
          <DataTable
            titledBy="webhooks"
            rows={webhooks}
            columns={[
              { title: words.address, of: ({ address }) => <bdi dir="ltr">{address}</bdi> },
              {
                title: words.state,
                of: ({ switched_off_at }) => (
                  <StateTag look={switched_off_at === null ? 'good' : 'bad'}>
                    {switched_off_at === null ? words.on : words.off}
                  </StateTag>
                ),
              },
              { title: words.since, of: ({ registered_at }) => momentOf(registered_at, language).when },
              { title: words.toDo, of: ({ id }) => <a href={`/webhooks/${id}`}>{words.see}</a> },
            ]}
          />
        )}
      </section>
      <section aria-labelledby="register">
        <h2 id="register">{words.register}</h2>
        <form method="post">
          <Field
            name="address"
            type="url"
            label={words.address}
            hint={words.addressHint}
            dir="ltr"
            required
            defaultValue={sent?.typed['address']}
            problem={sent?.problem}
          />
          <fieldset className="choices">
            <legend className="ds-label">{words.events}</legend>
            {EVENT_KINDS.map((kind, index) => {
              const id = index === 0 ? 'kinds' : `kinds-${kind}`
              return (
                <div className="choice" key={kind}>
                  <input type="checkbox" id={id} name="kinds" value={kind} defaultChecked />
                  <label htmlFor={id}>{words.kinds[kind]}</label>
                </div>
              )
            })}
          </fieldset>
          <Button>{words.register}</Button>
        </form>
      </section>
    </Page>
  )
}
