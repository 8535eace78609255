/** The keys of one's own laboratory, and how to change them. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { REASON } from '../kernel/field-schemas.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { Consequence } from '../pages/consequence.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, ErrorSummary, Select, TextArea, useSentBack } from '../pages/form.tsx'
import { pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { momentOf } from '../pages/when.ts'
import { identityContext } from '../people/identity-context.ts'
import { certificateWordsOf } from './certificate-words.ts'
import { endKey } from './end-key.ts'
import { type IssuerKeyEnd, stateOf } from './issuer-key.ts'
import { readOwnKeys } from './read-own-keys.ts'

export const handle = { see: 'end_issuer_key', act: 'end_issuer_key' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  const { actor, language } = context.get(pageCall)
  const { database } = context.get(identityContext)
  const keys = await readOwnKeys(database, actor)
  return keys.map((key) => ({ name: key.name, state: stateOf(key), made: momentOf(key.made_at, language).when }))
}

const KINDS = ['given_up', 'revoked'] as const
const FORM = { properties: { key: { pattern: '^[A-Za-z0-9_-]{43}$' }, kind: { enum: KINDS }, reasons: REASON } }

export async function action({ context, request }: ActionFunctionArgs) {
  const { typed, read } = readForm(await sentForm(context, request), FORM)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const end = { ...read.done, kind: read.done.kind as IssuerKeyEnd['kind'] }
  const outcome = await endKey(context.get(identityContext), context.get(pageCall).actor, end)
  if ('refused' in outcome) return sentBack(context, outcome.refused, typed)
  return seeOther('/issuer-keys', 'ended')
}

export default function IssuerKeysPage() {
  const keys = useLoaderData<typeof loader>()
  const { problem } = useSentBack() ?? {}
  const words = certificateWordsOf(useShell().language)
  return (
    <Page title={words.keys}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={problem} />
      <h1 id="keys">{words.keys}</h1>
      <p className="prose">{words.keysIntro}</p>
      {keys.length === 0 ? (
        <EmptyState>{words.noKeys}</EmptyState>
      ) : (
        <>
          <DataTable
            titledBy="keys"
            rows={keys}
            columns={[
              { title: words.key, of: ({ name }) => <code dir="ltr">{name}</code> },
              {
                title: words.keyState,
                of: ({ state }) => (
                  <StateTag look={state === 'current' ? 'good' : state === 'revoked' ? 'bad' : 'quiet'}>
                    {words.keyStates[state]}
                  </StateTag>
                ),
              },
              { title: words.made, isWhole: true, of: ({ made }) => made },
            ]}
          />
          <EndForm keys={keys.filter(({ state }) => state !== 'revoked').map(({ name }) => name)} />
        </>
      )}
    </Page>
  )
}

function EndForm({ keys }: { readonly keys: readonly string[] }) {
  const { problem, typed = {} } = useSentBack() ?? {}
  const words = certificateWordsOf(useShell().language)
  return (
    <>
      <h2>{words.endKey}</h2>
      <form method="post" className="form">
        <Select
          name="key"
          label={words.key}
          choices={keys.toReversed().map((name) => ({ value: name, label: name }))}
          defaultValue={typed['key']}
          problem={problem}
        />
        <Select
          name="kind"
          label={words.kind}
          choices={KINDS.map((kind) => ({ value: kind, label: words.endKinds[kind] }))}
          defaultValue={typed['kind']}
          problem={problem}
        />
        <TextArea name="reasons" label={words.reasons} defaultValue={typed['reasons']} problem={problem} />
        <Consequence>
          <p>{words.endConsequence}</p>
        </Consequence>
        <Button>{words.endIt}</Button>
      </form>
    </>
  )
}
