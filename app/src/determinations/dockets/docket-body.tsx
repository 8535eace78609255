/** What the page of a docket shows. */
import { Confirmation } from '../../pages/confirmation.tsx'
import { Consequence } from '../../pages/consequence.tsx'
import { DataTable } from '../../pages/data-table.tsx'
import { EmptyState } from '../../pages/empty-state.tsx'
import { FirmLink } from '../../pages/firm-column.tsx'
import { Button, ErrorSummary, Field, TextArea, useSentBack } from '../../pages/form.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import { Pagination } from '../../pages/pagination.tsx'
import type { PasskeyAsked } from '../../pages/passkey-button.tsx'
import { Said } from '../../pages/said.tsx'
import { Page, useShell } from '../../pages/shell.tsx'
import { SignatureFields } from '../../people/signature-fields.tsx'
import { decisionWordsOf } from '../decision-words.ts'
import { DeterminationTag } from '../determination-tag.tsx'
import { determinationWordsOf } from '../determination-words.ts'
import { DocketTag } from './docket-tag.tsx'
import { docketWordsOf } from './docket-words.ts'
import type { DocketShown } from './show-dockets.ts'

interface Loaded {
  readonly shown: DocketShown
}

export function DocketBody({
  loaded: { shown, passkey },
}: {
  readonly loaded: Loaded & { readonly passkey: PasskeyAsked | undefined }
}) {
  const { id, run, period, programme, rehearsal, state, rounds } = shown
  const { language } = useShell()
  const words = docketWordsOf(language)
  const { onBy } = decisionWordsOf(language)
  const { problem, typed } = useSentBack() ?? {}
  const open = rounds.find((round) => round.state === 'open')
  return (
    <Page title={words.docket(period)} rehearsal={rehearsal}>
      {open !== undefined && problem === undefined ? <meta httpEquiv="refresh" content="5" /> : undefined}
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={typed?.['what'] === undefined ? problem : undefined} />
      <ObjectHeader
        title={words.docket(period)}
        within={{ href: '/dockets', title: words.title }}
        facts={[
          { name: words.programme, value: programme },
          { name: words.run, value: <a href={`/assessment-runs/${run}`}>{period}</a> },
          ...rounds.map(({ act, when, person }) => ({
            name: act === 'prepare' ? words.by : words.signedBy,
            value: onBy(when, person),
          })),
          { name: words.state, value: <DocketTag state={state} /> },
        ]}
      />
      {rounds.map(({ act, done, total, refused, state: its, reason, when }) => (
        <p key={when + act} role="status" className={its === 'open' ? 'lead' : undefined}>
          {words.progress[act](done, total)} {refused === 0 ? undefined : words.refusedSome(refused)}{' '}
          {its === 'open' ? words.looksAgain : undefined}
          {reason === null ? undefined : <Said by={words.stoppedBecause} text={reason} />}
        </p>
      ))}
      <Reasons shown={shown} />
      <section>
        <h2 id="list">{words.list(shown.listed.length)}</h2>
        {shown.listed.length === 0 ? (
          <EmptyState>{words.listEmpty}</EmptyState>
        ) : (
          <Items titledBy="list" items={shown.listed} />
        )}
        {shown.mayTakeOut ? <TakeOutForm id={id} /> : undefined}
      </section>
      {shown.others.length === 0 ? undefined : (
        <section>
          <h2 id="others">{words.others}</h2>
          <Items titledBy="others" items={shown.others} />
        </section>
      )}
      <LeftOut shown={shown} />
      {shown.isOwn && shown.listed.length > 0 ? <EmptyState>{words.own}</EmptyState> : undefined}
      {shown.mayApprove ? <SignForm shown={shown} passkey={passkey} /> : undefined}
      {shown.mayStop ? <StopForm id={id} /> : undefined}
    </Page>
  )
}

function Reasons({ shown: { reasons } }: Loaded) {
  const words = docketWordsOf(useShell().language)
  const each = [
    { title: words.failureReasons, text: reasons.failure },
    { title: words.entitlementReasons, text: reasons.entitlement },
  ]
  return (
    <section>
      <h2>{words.reasons}</h2>
      {each.map(({ title, text }) =>
        text === null ? undefined : (
          <div key={title}>
            <h3>{title}</h3>
            <p className="passage" dir="auto">
              {text}
            </p>
          </div>
        ),
      )}
    </section>
  )
}

interface ItemsProps {
  readonly titledBy: string
  readonly items: DocketShown['listed']
}

function Items({ titledBy, items }: ItemsProps) {
  const { language } = useShell()
  const words = docketWordsOf(language)
  const { kinds } = determinationWordsOf(language)
  return (
    <DataTable
      titledBy={titledBy}
      rows={items}
      columns={[
        {
          title: words.number,
          of: ({ number }) => (
            <a href={`/determinations/${number}/decide`}>
              <bdi dir="ltr">{number}</bdi>
            </a>
          ),
          isWhole: true,
        },
        { title: words.firm, of: ({ firm }) => <FirmLink firm={firm} /> },
        {
          title: words.kind,
          of: ({ kind, subject }) => (subject === '' ? kinds[kind] : `${kinds[kind]} · ${subject}`),
        },
        {
          title: words.found,
          of: ({ findings, reasons }) => (
            <>
              {findings.map((one) => (
                <div key={one}>{one}</div>
              ))}
              {reasons === undefined ? undefined : <Said by={words.ownReasons} text={reasons} />}
            </>
          ),
        },
        {
          title: words.what,
          of: ({ status, became }) => (
            <>
              <DeterminationTag status={status} />
              {became === undefined ? undefined : <div>{became}</div>}
            </>
          ),
        },
      ]}
    />
  )
}

function LeftOut({ shown: { id, left, after, next } }: Loaded) {
  const { language } = useShell()
  const words = docketWordsOf(language)
  const { kinds } = determinationWordsOf(language)
  return (
    <section>
      <h2 id="left">{words.leftOut}</h2>
      {left.length === 0 ? (
        <p className="prose">{words.nothingLeftOut}</p>
      ) : (
        <DataTable
          titledBy="left"
          rows={left}
          columns={[
            { title: words.firm, of: ({ firm }) => <FirmLink firm={firm} /> },
            {
              title: words.kind,
              of: ({ kind, subject }) =>
                [kind === null ? undefined : kinds[kind], subject]
                  .filter((one) => one !== undefined && one !== '')
                  .join(' · '),
            },
            { title: words.why, of: ({ why }) => why },
            { title: words.return, of: ({ return_id }) => <a href={`/returns/${return_id}`}>{words.return}</a> },
          ]}
        />
      )}
      <Pagination path={`/dockets/${id}`} after={after} next={next ?? undefined} />
    </section>
  )
}

/** What was typed into this form, and what was wrong with it. */
function useOwn(what: 'sign' | 'take_out' | 'stop') {
  const { problem, typed = {} } = useSentBack() ?? {}
  return typed['what'] === what ? { problem, typed } : { problem: undefined, typed: {} }
}

function TakeOutForm({ id }: { readonly id: string }) {
  const words = docketWordsOf(useShell().language)
  const { problem, typed } = useOwn('take_out')
  return (
    <details className="folded" open={problem !== undefined}>
      <summary>{words.takeOut}</summary>
      <form className="act" method="post" action={`/dockets/${id}`}>
        <ErrorSummary problem={problem} />
        <input type="hidden" name="what" value="take_out" />
        <Field
          name="number"
          label={words.number}
          hint={words.takeOutHint}
          dir="ltr"
          defaultValue={typed['number']}
          problem={problem}
        />
        <TextArea name="reason" label={words.reason} problem={problem} defaultValue={typed['reason']} />
        <Button variant="secondary">{words.takeOutIt}</Button>
      </form>
    </details>
  )
}

function SignForm({ shown, passkey }: Loaded & { readonly passkey: PasskeyAsked | undefined }) {
  const { language } = useShell()
  const words = docketWordsOf(language)
  const { secondFactor, secondFactorHint, inRehearsal } = decisionWordsOf(language)
  const { problem } = useOwn('sign')
  const count = shown.listed.length
  return (
    <form className="act" method="post" action={`/dockets/${shown.id}`}>
      <h2>{words.approve}</h2>
      <ErrorSummary problem={problem} />
      <input type="hidden" name="what" value="sign" />
      <p className="quiet">
        {words.signedHint}
        <br />
        <code dir="ltr">{shown.shown_hash}</code>
      </p>
      <Consequence>
        <p>{words.approveConsequence(count)}</p>
        {shown.rehearsal === undefined ? undefined : <p>{inRehearsal}</p>}
      </Consequence>
      <SignatureFields
        shown_hash={shown.shown_hash}
        passkey={passkey}
        words={{ code: secondFactor, codeHint: secondFactorHint, signIt: words.sign(count) }}
        problem={problem}
      />
    </form>
  )
}

function StopForm({ id }: { readonly id: string }) {
  const words = docketWordsOf(useShell().language)
  const { problem, typed } = useOwn('stop')
  return (
    <details className="folded" open={problem !== undefined}>
      <summary>{words.stop}</summary>
      <form className="act" method="post" action={`/dockets/${id}`}>
        <ErrorSummary problem={problem} />
        <input type="hidden" name="what" value="stop" />
        <TextArea
          name="reason"
          label={words.reason}
          hint={words.stopHint}
          problem={problem}
          defaultValue={typed['reason']}
        />
        <Button variant="secondary">{words.stop}</Button>
      </form>
    </details>
  )
}
