/** An entry of the register, with what was decided about it. */
import { Fragment } from 'react'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { NextStep } from '../pages/next-step.tsx'
import { HistoryLink } from '../pages/history-link.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { idAsked, pageCall, settled } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { Said } from '../pages/said.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { Timeline, type TimelineEntry } from '../pages/timeline.tsx'
import { StateTag } from '../pages/state-tag.tsx'
import { dayText, momentOf } from '../pages/when.ts'
import type { ManufacturerEvent } from './manufacturer.ts'
import { ManufacturerTag } from './manufacturer-tag.tsx'
import { manufacturerWordsOf } from './manufacturer-words.ts'
import { FIRM_EVENT_KINDS, type FirmName } from './life/life.ts'
import { eventSentences } from './life/event-sentences.ts'
import { EVENT_LOOKS, lifeWordsOf } from './life/life-words.ts'
import { readLife } from './life/read-life.ts'
import type { EventView } from './life/show-life.ts'
import { readManufacturer } from './read-manufacturers.ts'

export const handle = { see: 'see_manufacturer' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { actor, may } = context.get(pageCall)
  const id = idAsked(context, params['id'])
  const { database } = context.get(recorderContext)
  const found = settled(context, await readManufacturer(database, actor, id))
  const goesOn = found.status === 'authorised' && found.ended_on === null
  return {
    found,
    life: await readLife(database, actor, id),
    isListed: may('see_manufacturers'),
    mayDecide: found.status === 'applied' && may('decide_registration'),
    mayGrant: goesOn && may('grant_licence'),
    mayRecover: may('open_recovery'),
    maySeePayments: may('see_payments'),
    mayPropose: goesOn && may('propose_firm_event'),
    maySeeEvents: may('approve_firm_event') || may('propose_firm_event'),
  }
}

export default function ManufacturerPage() {
  const { found, life, isListed, mayDecide, mayGrant, mayRecover, maySeePayments, mayPropose, maySeeEvents } =
    useLoaderData<typeof loader>()
  const { id, name, names, registration_number, address, status, events, ended_on } = found
  const { language } = useShell()
  const words = manufacturerWordsOf(language)
  const lifeWords = lifeWordsOf(language)
  const last = life.findLast((event) => event.status === 'approved' && event.answers?.id === found.answered_by)
  return (
    <Page title={name}>
      <Confirmation sentences={words.done} />
      <ObjectHeader
        title={name}
        within={isListed ? { href: '/manufacturers', title: words.title } : undefined}
        facts={[
          { name: words.state, value: <ManufacturerTag status={status} /> },
          { name: words.registrationNumber, value: <bdi>{registration_number}</bdi> },
          { name: words.address, value: <bdi>{address}</bdi> },
          ...(names.length < 2 ? [] : [{ name: words.formerNames, value: <FormerNames names={names} /> }]),
        ]}
      />
      <p className="lead">
        {ended_on === null ? words.next[status] : words.ended(dayText(ended_on, language), last?.answers?.name ?? '')}
      </p>
      {mayDecide ? <NextStep href={`/manufacturers/${id}/decision`}>{words.decide}</NextStep> : undefined}
      {mayGrant ? <NextStep href="/licences/grant">{words.grant}</NextStep> : undefined}
      <ul className="links">
        {(['records', 'periods', 'agreements', 'bound'] as const).map((part) => (
          <li key={part}>
            <a href={`/manufacturers/${id}/${part}`}>{words[part]}</a>
          </li>
        ))}
        {maySeePayments ? (
          <li>
            <a href={`/payments?firm=${id}`}>{words.payments}</a>
          </li>
        ) : undefined}
        {mayRecover ? (
          <li>
            <a href="/people/recoveries">{words.recoveries}</a>
          </li>
        ) : undefined}
      </ul>
      <h2>{words.history}</h2>
      <Timeline
        entries={[...events.map(useEntry()), ...life.map(useLifeEntry(maySeeEvents))].toSorted((a, b) =>
          a.day < b.day ? -1 : a.day > b.day ? 1 : 0,
        )}
      />
      <HistoryLink thing="manufacturers" id={id} />
      {mayPropose ? (
        <>
          <h2>{words.somethingHappened}</h2>
          <p className="prose">{words.twoOfficers}</p>
          <ul className="links">
            {FIRM_EVENT_KINDS.map((kind) => (
              <li key={kind}>
                <a href={`/manufacturers/${id}/events/${kind}`}>{lifeWords.kinds[kind]}</a>
              </li>
            ))}
          </ul>
        </>
      ) : undefined}
    </Page>
  )
}

function useEntry(): (event: ManufacturerEvent) => TimelineEntry {
  const { language } = useShell()
  const words = manufacturerWordsOf(language)
  return ({ kind, reason, recorded_at }) => ({
    ...momentOf(recorded_at, language),
    what: [words.events[kind], ...(reason === null ? [] : [<Said key="reason" by={words.reason} text={reason} />])],
  })
}

function FormerNames({ names }: { readonly names: readonly FirmName[] }) {
  const { language } = useShell()
  const words = manufacturerWordsOf(language)
  return names.slice(0, -1).map(({ name }, nth) => (
    <div key={nth}>
      <bdi>{name}</bdi> {words.untilDay(dayText(names[nth + 1]?.from_on ?? '', language))}
    </div>
  ))
}

/** An officer goes on to the event itself, and sees what came to nothing. */
function useLifeEntry(maySee: boolean): (event: EventView) => TimelineEntry {
  const { language } = useShell()
  const words = manufacturerWordsOf(language)
  const { states, follows } = lifeWordsOf(language)
  return (event) => {
    const { id, effective_on: day, status, reason, declined } = event
    const sentences = eventSentences(event, language)
    const tag = <StateTag look={EVENT_LOOKS[status]}>{states[status]}</StateTag>
    return {
      when: dayText(day, language),
      day,
      what: [
        ...(status === 'approved' ? [] : [<Fragment key="tag">{tag}</Fragment>]),
        ...sentences.map((sentence, nth) =>
          nth === 0 && maySee ? (
            <a key={sentence} href={`/firm-events/${id}`}>
              {sentence}
            </a>
          ) : (
            sentence
          ),
        ),
        <Said key="reason" by={words.reason} text={reason} />,
        ...(event.follows === null ? [] : [<Said key="follows" by={follows} text={event.follows} />]),
        ...(declined === null ? [] : [<Said key="declined" by={states[status]} text={declined} />]),
      ],
    }
  }
}
