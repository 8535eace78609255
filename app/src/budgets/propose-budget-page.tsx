/** A case officer proposes the terms of a budget, the first time or anew. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { AMOUNT, PROGRAMME, REASON, text, YEAR } from '../kernel/field-schemas.ts'
import { ChoiceField } from '../pages/choice-field.tsx'
import { Consequence } from '../pages/consequence.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { Button, ErrorSummary, Field, Select, TextArea, useSentBack } from '../pages/form.tsx'
import { pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { plainAmount } from '../pages/plain-amount.ts'
import { readForm, sentBack, sentForm } from '../pages/read-form.ts'
import { Page, useShell } from '../pages/shell.tsx'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { budgetWordsOf } from './budget-words.ts'
import { proposeBudget } from './propose-budget.ts'
import { RATE } from './rate-schema.ts'
import { budgetProposable } from './show-budgets.ts'

export const handle = { see: 'propose_budget', act: 'propose_budget' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  return await budgetProposable(context, request)
}

function orEmpty(schema: object) {
  return { pattern: `^$|${String(Reflect.get(schema, 'pattern'))}` }
}

const FIELDS = {
  properties: {
    programme: PROGRAMME,
    year: YEAR,
    amount: AMOUNT,
    firm_cap: orEmpty(AMOUNT),
    programme_cap: orEmpty(AMOUNT),
    mode: { enum: ['first_come', 'pro_rata'] },
    counts_from: { enum: ['filed', 'accepted'] },
    over_cap: { enum: ['remainder', 'nothing'] },
    distributes: { enum: ['no', 'yes'] },
    advance_rate: orEmpty(RATE),
    interest_rate: orEmpty(RATE),
    interest_days: { enum: ['', '360', '365'] },
    source: text(300),
    reason: REASON,
  },
} as const

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await sentForm(context, request)
  for (const name of ['amount', 'firm_cap', 'programme_cap']) form.set(name, plainAmount(form.get(name)))
  const { typed, read } = readForm(form, FIELDS)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { programme, year, amount, source, reason, ...asked } = read.done
  const proposed = await proposeBudget(
    context.get(recorderContext),
    context.get(shelfContext),
    context.get(pageCall).actor,
    {
      programme,
      year,
      amount,
      source,
      reason,
      firm_cap: asked.firm_cap || null,
      programme_cap: asked.programme_cap || null,
      mode: asked.mode === 'pro_rata' ? 'pro_rata' : 'first_come',
      counts_from: asked.counts_from === 'accepted' ? 'accepted' : 'filed',
      over_cap: asked.over_cap === 'nothing' ? 'nothing' : 'remainder',
      distributes: asked.distributes === 'yes',
      advance_rate: asked.advance_rate || null,
      interest_rate: asked.interest_rate || null,
      interest_days: asked.interest_days === '360' ? 360 : asked.interest_days === '365' ? 365 : null,
    },
  )
  const controls = {
    budget_not_shared: 'distributes',
    interest_incomplete: 'interest_days',
    budget_year_unfit: 'year',
    no_release_in_force: 'programme',
  }
  if ('refused' in proposed) return sentBack(context, proposed.refused, typed, controls)
  return seeOther(`/budgets/${proposed.done.number}`, 'proposed')
}

export default function ProposeBudgetPage() {
  const { programmes, now } = useLoaderData<typeof loader>()
  const words = budgetWordsOf(useShell().language)
  return (
    <Page title={words.proposeTitle}>
      <p className="within">
        <a href="/budgets">{words.title}</a>
      </p>
      <h1>{words.proposeTitle}</h1>
      <p className="prose">{words.proposeIntro}</p>
      {programmes.length === 0 ? (
        <EmptyState>{words.noProgramme}</EmptyState>
      ) : (
        <ProposeForm programmes={programmes} now={now} />
      )}
    </Page>
  )
}

type Proposable = Awaited<ReturnType<typeof budgetProposable>>

const CHOICES = {
  mode: ['first_come', 'pro_rata'],
  counts_from: ['filed', 'accepted'],
  over_cap: ['remainder', 'nothing'],
  distributes: ['no', 'yes'],
} as const

function ProposeForm({ programmes, now }: Proposable) {
  const words = budgetWordsOf(useShell().language)
  const { problem, typed } = useSentBack() ?? {}
  const values: Readonly<Record<string, string>> = typed ?? now ?? {}
  const figure = (name: 'amount' | 'firm_cap' | 'programme_cap' | 'advance_rate' | 'interest_rate') => (
    <Field
      name={name}
      label={words.terms[name]}
      hint={words.hints[name]}
      inputMode="decimal"
      dir="ltr"
      defaultValue={values[name]}
      problem={problem}
    />
  )
  const choice = (name: keyof typeof CHOICES) => {
    const texts: Readonly<Record<string, { readonly label: string; readonly hint: string }>> = words[name]
    return (
      <ChoiceField
        name={name}
        label={words.terms[name]}
        problem={problem}
        defaultValue={values[name] ?? CHOICES[name][0]}
        choices={CHOICES[name].map((value) => ({
          value,
          label: texts[value]?.label ?? '',
          hint: texts[value]?.hint ?? '',
        }))}
      />
    )
  }
  return (
    <form className="act" method="post" action="/budgets/propose">
      <ErrorSummary problem={problem} />
      <Select
        name="programme"
        label={words.programme}
        hint={words.hints.programme}
        choices={[{ value: '', label: words.choose }, ...programmes]}
        defaultValue={values['programme']}
        problem={problem}
      />
      <Field
        name="year"
        label={words.year}
        hint={words.hints.year}
        dir="ltr"
        defaultValue={values['year']}
        problem={problem}
      />
      {figure('amount')}
      {figure('firm_cap')}
      {figure('programme_cap')}
      {choice('mode')}
      {choice('counts_from')}
      {choice('over_cap')}
      {choice('distributes')}
      {figure('advance_rate')}
      {figure('interest_rate')}
      <Select
        name="interest_days"
        label={words.terms.interest_days}
        hint={words.hints.interest_days}
        choices={[
          { value: '', label: words.noCap },
          { value: '365', label: '365' },
          { value: '360', label: '360' },
        ]}
        defaultValue={values['interest_days']}
        problem={problem}
      />
      <Field
        name="source"
        label={words.terms.source}
        hint={words.hints.source}
        dir="auto"
        defaultValue={values['source']}
        problem={problem}
      />
      <TextArea
        name="reason"
        label={words.terms.reason}
        hint={words.hints.reason}
        defaultValue={values['reason']}
        problem={problem}
      />
      <Consequence>
        <p>{words.proposeEffect}</p>
      </Consequence>
      <Button>{words.send}</Button>
    </form>
  )
}
