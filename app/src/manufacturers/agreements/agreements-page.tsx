/** Under which agreements a firm makes for brands, and who makes for its own; an officer records one. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { DAY, ID } from '../../kernel/field-schemas.ts'
import { Confirmation } from '../../pages/confirmation.tsx'
import { DataTable } from '../../pages/data-table.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import { ErrorSummary, useSentBack } from '../../pages/form.tsx'
import { idAsked, pageCall, seeOther } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../../pages/read-form.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { AgreementForm } from './agreement-form.tsx'
import { daysOf, modelsOf } from './agreement-terms.tsx'
import { agreementWordsOf } from './agreement-words.ts'
import { AGREEMENT_FORM } from './agreements-api.ts'
import { recordAgreement } from './record-agreement.ts'
import { type AgreementView, showAgreements } from './show-agreements.ts'

export const handle = { see: 'see_agreements', act: 'record_agreement' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  return await showAgreements(context, params['id'])
}

const CONTROLS = {
  agreement_period: 'until_on',
  agreement_with_itself: 'owner_id',
  owner_not_registered: 'bound',
  agreements_overlap: 'brand',
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const id = idAsked(context, params['id'])
  const form = await sentForm(context, request)
  const isGiven = (name: string): boolean => {
    const sent = form.get(name)
    return typeof sent === 'string' && sent.trim() !== ''
  }
  const properties = {
    ...AGREEMENT_FORM,
    owner_id: isGiven('owner_id') ? ID : {},
    until_on: isGiven('until_on') ? DAY : {},
    models: { maxLength: 20_000 },
  }
  const { typed, read } = readForm(form, { properties })
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { owner_id, until_on, models, bound, ...terms } = read.done
  const agreement = {
    ...terms,
    maker_id: id,
    owner_id: owner_id === '' ? null : owner_id,
    until_on: until_on === '' ? null : until_on,
    models: models
      .split('\n')
      .map((model) => model.trim())
      .filter((model) => model !== ''),
    bound: bound === 'owner' ? ('owner' as const) : ('maker' as const),
  }
  const { actor } = context.get(pageCall)
  const recorded = await recordAgreement(context.get(recorderContext), actor, agreement)
  if ('refused' in recorded) return sentBack(context, recorded.refused, typed, CONTROLS)
  return seeOther(`/manufacturers/${id}/agreements`, 'recorded')
}

export default function AgreementsPage() {
  const { id, name, agreements, form } = useLoaderData<typeof loader>()
  const words = agreementWordsOf(useShell().language)
  return (
    <Page title={words.titleOf(name)}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={useSentBack()?.problem} />
      <p className="within">
        <a href={`/manufacturers/${id}`}>
          <bdi>{name}</bdi>
        </a>
      </p>
      <h1 id="agreements">{words.title}</h1>
      <p className="prose">{words.intro}</p>
      {agreements.length === 0 ? <EmptyState>{words.none}</EmptyState> : <Agreements agreements={agreements} />}
      {form === undefined ? undefined : (
        <>
          <h2>{words.record}</h2>
          <p className="prose">{words.recordIntro}</p>
          <AgreementForm action={`/manufacturers/${id}/agreements`} {...form} />
        </>
      )}
    </Page>
  )
}

function Agreements({ agreements }: { readonly agreements: readonly AgreementView[] }) {
  const { language } = useShell()
  const words = agreementWordsOf(language)
  return (
    <DataTable
      titledBy="agreements"
      rows={agreements}
      columns={[
        {
          title: words.brand,
          of: (one) => (
            <>
              <a href={`/firm-agreements/${one.id}`}>
                <bdi>{one.brand}</bdi>
              </a>
              <br />
              <span className="quiet">{modelsOf(one, language)}</span>
            </>
          ),
        },
        { title: words.maker, of: ({ maker }) => <bdi>{maker}</bdi> },
        { title: words.owner, of: ({ owner_name }) => <bdi>{owner_name}</bdi> },
        { title: words.bound, of: ({ bound }) => words.binds[bound] },
        { title: words.days, of: (one) => daysOf(one, language) },
      ]}
    />
  )
}
