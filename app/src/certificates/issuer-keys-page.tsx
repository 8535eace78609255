/** The keys of one's own laboratory, and how to change them. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { REASON, SECOND_FACTOR } from '../kernel/field-schemas.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { ErrorSummary, useSentBack } from '../pages/form.tsx'
import { pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { momentOf } from '../pages/when.ts'
import { identityContext } from '../people/identity-context.ts'
import { passkeyContext, signatureContext } from '../people/signature-context.ts'
import { certificateWordsOf } from './certificate-words.ts'
import { EndKeyForm } from './end-key-form.tsx'
import { endKey } from './end-key.ts'
import { type IssuerKeyEnd, KEY_ENDS, stateOf } from './issuer-key.ts'
import { readOwnKeys } from './read-own-keys.ts'
import { keysHash } from './shown-hash.ts'

export const handle = { see: 'end_issuer_key', act: 'end_issuer_key' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs) {
  const { actor, language } = context.get(pageCall)
  const { database } = context.get(identityContext)
  const keys = await readOwnKeys(database, actor)
  const shown_hash = await keysHash(keys)
  return {
    keys: keys.map((key) => ({ name: key.name, state: stateOf(key), made: momentOf(key.made_at, language).when })),
    shown_hash,
    passkey: keys.length === 0 ? undefined : await context.get(passkeyContext)(actor, shown_hash),
  }
}

const FORM = {
  properties: {
    key: { pattern: '^[A-Za-z0-9_-]{43}$' },
    kind: { enum: KEY_ENDS },
    reasons: REASON,
    shown_hash: { pattern: '^sha256:[0-9a-f]{64}$' },
    second_factor: SECOND_FACTOR,
  },
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { typed, read } = readForm(await sentForm(context, request), FORM)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { second_factor, ...said } = read.done
  const end = { ...said, kind: said.kind as IssuerKeyEnd['kind'] }
  const { actor } = context.get(pageCall)
  const outcome = await endKey(context.get(identityContext), actor, end, async () => {
    return await context.get(signatureContext)(actor, second_factor, end.shown_hash)
  })
  if ('refused' in outcome) return sentBack(context, outcome.refused, typed, { code_wrong: 'second_factor' })
  return seeOther('/issuer-keys', 'ended')
}

export default function IssuerKeysPage() {
  const { keys, shown_hash, passkey } = useLoaderData<typeof loader>()
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
          <EndKeyForm
            keys={keys.filter(({ state }) => state !== 'revoked').map(({ name }) => name)}
            shown_hash={shown_hash}
            passkey={passkey}
          />
        </>
      )}
    </Page>
  )
}
