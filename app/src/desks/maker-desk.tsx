/** The desk of a maker: what state the firm is in, what is its to do, by when, and why. */
import { deadlineWordsOf } from '../deadlines/deadline-words.ts'
import { DeterminationList } from '../determinations/determination-list.tsx'
import { ManufacturerTag } from '../manufacturers/manufacturer-tag.tsx'
import { manufacturerWordsOf } from '../manufacturers/manufacturer-words.ts'
import { LicenceList } from '../licences/licence-list.tsx'
import { NoticeList } from '../notices/notice-list.tsx'
import { noticeWordsOf } from '../notices/notice-words.ts'
import { DataTable } from '../pages/data-table.tsx'
import { EmptyState } from '../pages/empty-state.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { dayText } from '../pages/when.ts'
import { ReturnList } from '../returns/filing/return-list.tsx'
import { deskWordsOf } from './desk-words.ts'
import type { MakerStep } from './maker-steps.ts'
import type { MakerDeskShown } from './show-maker-desk.ts'

export function MakerDesk({ desk }: { readonly desk: MakerDeskShown }) {
  const { language } = useShell()
  const words = deskWordsOf(language)
  if (desk.newcomer)
    return (
      <Page title={words.title}>
        <h1>{words.title}</h1>
        <p className="lead">{words.newcomer}</p>
        <Steps steps={desk.steps} />
      </Page>
    )
  const { firm, steps, licences, returns, hasMoreReturns, notices, determinations, ends, money } = desk
  return (
    <Page title={words.title}>
      <ObjectHeader
        title={firm.name}
        facts={[
          {
            name: words.registration,
            value: (
              <a href={`/manufacturers/${firm.id}`}>
                <ManufacturerTag status={firm.status} />
              </a>
            ),
          },
        ]}
      />
      {firm.status === 'authorised' ? undefined : (
        <p className="lead">{manufacturerWordsOf(language).next[firm.status]}</p>
      )}
      <Steps steps={steps} />
      {notices.length === 0 ? undefined : (
        <>
          <h2 id="notices">{words.notices}</h2>
          <NoticeList titledBy="notices" notices={notices} />
        </>
      )}
      <>
        <h2 id="licences">{words.licences}</h2>
        <LicenceList titledBy="licences" licences={licences} />
      </>
      <Ends ends={ends} />
      <Money money={money} />
      <>
        <h2 id="returns">{words.returns}</h2>
        <ReturnList titledBy="returns" returns={returns} />
        {hasMoreReturns ? (
          <p>
            <a href="/returns">{words.all}</a>
          </p>
        ) : undefined}
      </>
      <>
        <h2 id="determinations">{words.determinations}</h2>
        <DeterminationList titledBy="determinations" determinations={determinations} />
        {determinations.length === 0 ? undefined : (
          <p>
            <a href="/determinations">{words.all}</a>
          </p>
        )}
      </>
    </Page>
  )
}

type Own = Extract<MakerDeskShown, { readonly newcomer: false }>

function Ends({ ends }: Pick<Own, 'ends'>) {
  const { language } = useShell()
  const words = deskWordsOf(language)
  const { kinds } = deadlineWordsOf(language)
  return (
    <>
      <h2 id="ends">{words.ends}</h2>
      {ends.length === 0 ? (
        <EmptyState>{words.noEnds}</EmptyState>
      ) : (
        <DataTable
          titledBy="ends"
          rows={ends}
          columns={[
            { title: words.what, of: ({ kind, about, title, href }) => <a href={href}>{kinds[kind](about, title)}</a> },
            { title: words.lastDay, isWhole: true, of: ({ due_on }) => dayText(due_on, language) },
          ]}
        />
      )}
      <p>
        <a href="/calendar">{words.calendar}</a>
      </p>
    </>
  )
}

function Money({ money }: Pick<Own, 'money'>) {
  const words = deskWordsOf(useShell().language)
  return (
    <>
      <h2 id="money">{words.money}</h2>
      {money.length === 0 ? (
        <EmptyState>{words.noMoney}</EmptyState>
      ) : (
        <>
          <DataTable
            titledBy="money"
            rows={money}
            columns={[
              {
                title: words.programme,
                of: ({ programme, rehearsal }) => (
                  <>
                    {programme} {rehearsal ? <StateTag look="rehearsal">{words.rehearsal}</StateTag> : undefined}
                  </>
                ),
              },
              { title: words.granted, isAmount: true, of: ({ granted }) => granted },
              { title: words.openMoney, of: ({ side, open }) => words.sides[side](open) },
            ]}
          />
          <p>
            <a href="/statement">{words.statement}</a>
          </p>
        </>
      )}
    </>
  )
}

function Steps({ steps }: { readonly steps: readonly MakerStep[] }) {
  const { language } = useShell()
  const words = deskWordsOf(language)
  const days = noticeWordsOf(language).daysLeft
  const passed = deadlineWordsOf(language).daysLeft
  return (
    <>
      <h2 id="to-do">{words.toDo}</h2>
      {steps.length === 0 ? (
        <EmptyState>{words.nothing}</EmptyState>
      ) : (
        <DataTable
          titledBy="to-do"
          rows={steps}
          columns={[
            { title: words.what, of: (step) => <a href={step.href}>{whatIn(step)}</a> },
            {
              title: words.when,
              of: ({ by }) =>
                by === null ? (
                  <span className="quiet">{words.open}</span>
                ) : (
                  <b>{words.by(dayText(by.day, language), by.left < 0 ? passed(by.left) : days(by.left))}</b>
                ),
            },
            { title: words.why, of: whyIn },
          ]}
        />
      )}
    </>
  )

  function whatIn({ kind, about }: MakerStep): string {
    return kind === 'apply' ? words.steps.apply : words.steps[kind](about)
  }

  function whyIn({ kind, errors, programme }: MakerStep): string {
    switch (kind) {
      case 'correct':
        return words.reasons.correct(errors)
      case 'report':
        return words.reasons.report(programme)
      case 'apply':
      case 'answer_question':
      case 'acknowledge':
      case 'cure':
      case 'answer':
      case 'cure_late':
      case 'sign':
      case 'amend':
        return words.reasons[kind]
    }
  }
}
