/** What a firm lets its accountants do; of a firm of accountants, which clients let it act. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { todayText } from '../kernel/clock.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, ErrorSummary, errorOf, Select, type SentBack, useSentBack } from '../pages/form.tsx'
import { mustBeAllowed, pageCall, type PageContext, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { sentBack, sentForm } from '../pages/read-form.ts'
import { FoldedRowForm } from '../pages/row-form.tsx'
import { Page, useOwnForm, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { dayText, momentOf } from '../pages/when.ts'
import { ALL_POWERS, holdsOn, type Power } from './delegation.ts'
import { delegationWordsOf } from './delegation-words.ts'
import { ownOrganization } from './end-membership.ts'
import { endDelegation, giveDelegation, seeDelegations } from './give-delegation.ts'
import { identityContext } from './identity-context.ts'
import { peopleWordsOf } from './people-words.ts'
import { sentText } from './sent-text.ts'

export const handle = { see: 'see_delegations', act: 'see_delegations' } satisfies PageHandle

const COMMANDS = { give: 'give_delegation', end: 'end_delegation' } as const
const ADDRESS = '/people/accountants'

export async function loader({ context }: LoaderFunctionArgs) {
  const identity = context.get(identityContext)
  const { actor } = context.get(pageCall)
  const { kind } = await ownOrganization(identity, actor)
  const { delegations, accountants } = await seeDelegations(identity, actor)
  const day = todayText(identity.clock)
  return {
    isAccountant: kind === 'accountant',
    mayGive: kind === 'manufacturer',
    accountants,
    current: delegations.filter((one) => holdsOn(one, day)),
    past: delegations.filter((one) => !holdsOn(one, day)),
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await sentForm(context, request)
  const act = sentText(form, 'act') === 'end' ? 'end' : 'give'
  mustBeAllowed(context, COMMANDS[act])
  return act === 'end' ? await end(context, form) : await give(context, form)
}

async function end(context: PageContext, form: FormData) {
  const { actor } = context.get(pageCall)
  const delegation = sentText(form, 'delegation')
  const outcome = await endDelegation(context.get(identityContext), actor, { delegation })
  return 'refused' in outcome ? sentBack(context, outcome.refused, {}) : seeOther(ADDRESS, 'ended')
}

async function give(context: PageContext, form: FormData) {
  const { actor } = context.get(pageCall)
  const powers = form.getAll('powers').filter((one) => typeof one === 'string')
  const sent = { accountant: sentText(form, 'accountant'), days: sentText(form, 'days') }
  const wanted = { ...sent, powers, days: Number(sent.days) }
  const outcome = await giveDelegation(context.get(identityContext), actor, wanted)
  if (!('refused' in outcome)) return seeOther(ADDRESS, 'given')
  return sentBack(context, outcome.refused, { ...sent, powers: powers.join(' ') }, { accountant_unknown: 'accountant' })
}

export default function AccountantsPage() {
  const { isAccountant, mayGive, accountants, current, past } = useLoaderData<typeof loader>()
  const sent = useSentBack()
  const { language } = useShell()
  const words = delegationWordsOf(language)
  return (
    <Page title={isAccountant ? words.clients : words.title}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={sent?.problem} />
      <p className="within">
        <a href="/people">{peopleWordsOf(language).peopleTitle}</a>
      </p>
      <h1>{isAccountant ? words.clients : words.title}</h1>
      {isAccountant ? undefined : <p className="prose">{words.lead}</p>}
      <section>
        <h2 id="current">{isAccountant ? words.clients : words.current}</h2>
        {current.length === 0 ? (
          <EmptyState>{isAccountant ? words.noClient : words.none}</EmptyState>
        ) : (
          <Delegations titledBy="current" rows={current} isAccountant={isAccountant} isOver={false} />
        )}
      </section>
      {mayGive ? <GiveForm accountants={accountants} sent={sent} /> : undefined}
      {past.length === 0 ? undefined : (
        <section>
          <h2 id="past">{words.past}</h2>
          <Delegations titledBy="past" rows={past} isAccountant={isAccountant} isOver />
        </section>
      )}
    </Page>
  )
}

type Loaded = Awaited<ReturnType<typeof loader>>

interface DelegationsProps {
  readonly titledBy: string
  readonly rows: Loaded['current']
  readonly isAccountant: boolean
  readonly isOver: boolean
}

function Delegations({ titledBy, rows, isAccountant, isOver }: DelegationsProps) {
  const { language } = useShell()
  const words = delegationWordsOf(language)
  return (
    <DataTable
      titledBy={titledBy}
      rows={rows}
      columns={[
        {
          title: isAccountant ? words.client : words.accountant,
          of: (one) => <bdi>{isAccountant ? one.organization_name : one.accountant_name}</bdi>,
        },
        { title: words.mayDo, of: ({ powers }) => <Powers powers={powers} /> },
        { title: words.givenAt, of: ({ given_at }) => momentOf(given_at, language).when },
        { title: words.holdsUntil, isWhole: true, of: ({ expires_on }) => dayText(expires_on, language) },
        {
          title: peopleWordsOf(language).toDo,
          of: ({ id, accountant_name, organization_name, ended_at }) =>
            isOver ? (
              <StateTag look="quiet">{ended_at === null ? words.expired : words.ended}</StateTag>
            ) : (
              <FoldedRowForm act="end" row={['delegation', id]} label={words.end}>
                {isAccountant ? words.endingAccountant(organization_name) : words.endingFirm(accountant_name)}
              </FoldedRowForm>
            ),
        },
      ]}
    />
  )
}

function Powers({ powers }: { readonly powers: readonly Power[] }) {
  const words = delegationWordsOf(useShell().language)
  return powers.map((power, nth) => (
    <span key={power}>
      {nth === 0 ? undefined : <br />}
      {words.powers[power]}
    </span>
  ))
}

const DAYS = ['30', '90', '180', '365'] as const
const USUAL = '90'

interface GiveFormProps {
  readonly accountants: Loaded['accountants']
  readonly sent: SentBack | undefined
}

function GiveForm({ accountants, sent }: GiveFormProps) {
  const words = delegationWordsOf(useShell().language)
  const ownForm = useOwnForm()
  return (
    <section aria-labelledby="give">
      <h2 id="give">{words.give}</h2>
      <p className="prose">{accountants.length === 0 ? words.noAccountant : words.giveLead}</p>
      {accountants.length === 0 ? undefined : (
        <form method="post" action={ownForm}>
          <input type="hidden" name="act" value="give" />
          <Select
            name="accountant"
            label={words.accountant}
            choices={accountants.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={sent?.typed['accountant']}
            problem={sent?.problem}
          />
          <PowerChoices sent={sent} />
          <Select
            name="days"
            label={words.holdsFor}
            choices={DAYS.map((days) => ({ value: days, label: words.days(days) }))}
            defaultValue={sent?.typed['days'] ?? USUAL}
            problem={sent?.problem}
          />
          <Button>{words.giveButton}</Button>
        </form>
      )}
    </section>
  )
}

function PowerChoices({ sent }: Pick<GiveFormProps, 'sent'>) {
  const words = delegationWordsOf(useShell().language)
  const chosen = (sent?.typed['powers'] ?? '').split(' ')
  const problem = errorOf(sent?.problem, 'powers')
  return (
    <fieldset className="choices" id="powers">
      <legend className="ds-label">{words.mayDo}</legend>
      {problem === undefined ? undefined : <p className="ds-validation-message">{problem}</p>}
      {ALL_POWERS.map((power) => (
        <div className="choice" key={power}>
          <input
            type="checkbox"
            id={`power-${power}`}
            name="powers"
            value={power}
            defaultChecked={chosen.includes(power)}
          />
          <label htmlFor={`power-${power}`}>{words.powers[power]}</label>
          <p className="quiet">{words.hints[power]}</p>
        </div>
      ))}
    </fieldset>
  )
}
