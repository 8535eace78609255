/** The dockets that there are, and the way to prepare one from a run. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { ID } from '../../kernel/field-schemas.ts'
import { Consequence } from '../../pages/consequence.tsx'
import { DataTable } from '../../pages/data-table.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import { Button, ErrorSummary, TextArea, useSentBack } from '../../pages/form.tsx'
import { pageCall, seeOther } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { Pagination } from '../../pages/pagination.tsx'
import { readForm, sentBack, sentForm } from '../../pages/read-form.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { DocketTag } from './docket-tag.tsx'
import { docketWordsOf } from './docket-words.ts'
import { prepareDocket } from './prepare-docket.ts'
import { showDockets } from './show-dockets.ts'

export const handle = { see: 'see_dockets', act: 'prepare_docket' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  return await showDockets(context, request)
}

/** Left empty where none of the kind are to be prepared. */
const MAYBE_WORDS = { maxLength: 4000 }

export async function action({ context, request }: ActionFunctionArgs) {
  const { typed, read } = readForm(await sentForm(context, request), {
    properties: { run_id: ID, failure_reasons: MAYBE_WORDS, entitlement_reasons: MAYBE_WORDS },
  })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { actor } = context.get(pageCall)
  const { run_id, failure_reasons, entitlement_reasons } = read.done
  const docket = await prepareDocket(context.get(recorderContext), actor, {
    run_id,
    failure_reasons: failure_reasons === '' ? null : failure_reasons,
    entitlement_reasons: entitlement_reasons === '' ? null : entitlement_reasons,
    own_reasons: [],
  })
  if ('refused' in docket) return sentBack(context, docket.refused, typed, { docket_kind_missing: 'failure_reasons' })
  return seeOther(`/dockets/${docket.done.id}`, 'prepared')
}

export default function DocketsPage() {
  const { dockets, after, next, form } = useLoaderData<typeof loader>()
  const words = docketWordsOf(useShell().language)
  return (
    <Page title={words.title}>
      <ErrorSummary problem={useSentBack()?.problem} />
      <h1 id="dockets">{words.title}</h1>
      <p className="prose">{words.intro}</p>
      {dockets.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <DataTable
          titledBy="dockets"
          rows={dockets}
          columns={[
            { title: words.period, of: ({ id, period }) => <a href={`/dockets/${id}`}>{words.docket(period)}</a> },
            { title: words.programme, of: ({ programme }) => programme },
            { title: words.begun, of: ({ begun }) => begun, isWhole: true },
            {
              title: words.state,
              of: ({ under, signed }) => (
                <DocketTag
                  state={
                    under === 'prepare' ? 'preparing' : under === 'approve' ? 'approving' : signed ? 'decided' : 'waits'
                  }
                />
              ),
            },
          ]}
        />
      )}
      <Pagination path="/dockets" after={after} next={next ?? undefined} />
      {form === undefined ? undefined : <PrepareForm {...form} />}
    </Page>
  )
}

type PrepareFormProps = NonNullable<Awaited<ReturnType<typeof showDockets>>['form']>

function PrepareForm({ run, period, total }: PrepareFormProps) {
  const words = docketWordsOf(useShell().language)
  const { problem, typed = {} } = useSentBack() ?? {}
  const text = (name: 'failure_reasons' | 'entitlement_reasons', label: string, hint: string) => (
    <TextArea name={name} label={label} hint={hint} problem={problem} defaultValue={typed[name]} isOptional />
  )
  return (
    <>
      <h2>{words.prepareNew}</h2>
      <p className="prose">{words.prepareHint(period, total)}</p>
      <form className="act" method="post" action={`/dockets?run=${run}`}>
        <input type="hidden" name="run_id" value={run} />
        {text('failure_reasons', words.failureReasons, words.reasonsHint)}
        {text('entitlement_reasons', words.entitlementReasons, words.emptyHint)}
        <Consequence>
          <p>{words.prepareConsequence}</p>
        </Consequence>
        <Button>{words.prepare}</Button>
      </form>
    </>
  )
}
