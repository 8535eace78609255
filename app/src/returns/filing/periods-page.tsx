/** Which periods of a firm are locked, why, and what was locked before; an approving officer locks and unlocks. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { PERIOD, PROGRAMME, REASON } from '../../kernel/field-schemas.ts'
import type { Problem } from '../../kernel/problem.ts'
import { ChoiceField } from '../../pages/choice-field.tsx'
import { Confirmation } from '../../pages/confirmation.tsx'
import { Consequence } from '../../pages/consequence.tsx'
import { DataTable } from '../../pages/data-table.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import {
  Button,
  type Choice,
  ErrorSummary,
  Field,
  Select,
  TextArea,
  type Typed,
  useSentBack,
} from '../../pages/form.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import { idAsked, pageCall, seeOther } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { readForm, sentBack, sentForm } from '../../pages/read-form.ts'
import { Said } from '../../pages/said.tsx'
import { Page, useShell } from '../../pages/shell.tsx'
import { Timeline } from '../../pages/timeline.tsx'
import { momentOf } from '../../pages/when.ts'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { lockPeriod } from './lock-period.ts'
import { periodWordsOf } from './period-words.ts'
import { showPeriods } from './show-periods.ts'

export const handle = { see: 'see_returns', act: 'lock_period' } satisfies PageHandle

const FIELDS = {
  properties: { kind: { enum: ['locked', 'unlocked'] }, programme: PROGRAMME, period: PERIOD, reason: REASON },
} as const

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  return await showPeriods(context, params['id'], request)
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { typed, read } = readForm(await sentForm(context, request), FIELDS)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const manufacturer_id = idAsked(context, params['id'])
  const kind = read.done.kind === 'locked' ? 'locked' : 'unlocked'
  const input = { ...read.done, manufacturer_id, kind } as const
  const { actor } = context.get(pageCall)
  const done = await lockPeriod(context.get(recorderContext), context.get(shelfContext), actor, input)
  const controls = { period_unknown: 'period', period_locked: 'period', period_not_locked: 'period' }
  if ('refused' in done) return sentBack(context, done.refused, typed, controls)
  return seeOther(`/manufacturers/${manufacturer_id}/periods`, kind)
}

export default function PeriodsPage() {
  const { id, firm, holding, history, programmes, asked, mayLock } = useLoaderData<typeof loader>()
  const { problem, typed = asked } = useSentBack() ?? {}
  const { language } = useShell()
  const words = periodWordsOf(language)
  return (
    <Page title={`${words.title} · ${firm}`}>
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={problem} />
      <ObjectHeader title={words.title} within={{ href: `/manufacturers/${id}`, title: firm }} facts={[]} />
      <p className="prose">{words.intro}</p>
      {holding.length === 0 ? (
        <EmptyState>{words.none}</EmptyState>
      ) : (
        <>
          <h2 id="locked">{words.locked}</h2>
          <DataTable
            titledBy="locked"
            rows={holding}
            columns={[
              { title: words.period, of: ({ period }) => <bdi dir="ltr">{period}</bdi> },
              { title: words.programme, of: ({ programme }) => programme },
              { title: words.since, of: ({ recorded_at }) => momentOf(recorded_at, language).when },
              { title: words.reason, of: ({ reason }) => <bdi className="written">{reason}</bdi> },
            ]}
          />
        </>
      )}
      {mayLock ? <LockForm firm={firm} programmes={programmes} typed={typed} problem={problem} /> : undefined}
      {history.length === 0 ? undefined : (
        <>
          <h2>{words.history}</h2>
          <Timeline
            entries={history.map(({ period, programme, kind, reason, recorded_at }) => ({
              ...momentOf(recorded_at, language),
              what: [words.events[kind](period, programme), <Said key="reason" by={words.because} text={reason} />],
            }))}
          />
        </>
      )}
    </Page>
  )
}

interface LockFormProps {
  readonly firm: string
  readonly programmes: readonly Choice[]
  readonly typed: Typed
  readonly problem: Problem | undefined
}

function LockForm({ firm, programmes, typed, problem }: LockFormProps) {
  const words = periodWordsOf(useShell().language)
  return (
    <form className="act" method="post">
      <h2>{words.change}</h2>
      <ChoiceField
        name="kind"
        label={words.what}
        problem={problem}
        defaultValue={typed['kind']}
        choices={[
          { value: 'locked', label: words.lock, hint: words.lockHint },
          { value: 'unlocked', label: words.unlock, hint: words.unlockHint },
        ]}
      />
      <Select
        name="programme"
        label={words.programme}
        problem={problem}
        defaultValue={typed['programme']}
        choices={programmes}
      />
      <Field
        name="period"
        label={words.period}
        hint={words.periodHint}
        required
        dir="ltr"
        problem={problem}
        defaultValue={typed['period']}
      />
      <TextArea
        name="reason"
        label={words.reason}
        hint={words.reasonHint}
        problem={problem}
        defaultValue={typed['reason']}
      />
      <Consequence>
        <p>{words.effect(firm)}</p>
      </Consequence>
      <Button>{words.record}</Button>
    </form>
  )
}
