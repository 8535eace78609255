/** An entry of the register, with what was decided about it. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { Confirmation } from '../pages/confirmation.tsx'
import { NextStep } from '../pages/next-step.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { idAsked, pageCall, settled } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { Said } from '../pages/said.tsx'
import { Page, useShell } from '../pages/shell.tsx'
import { Timeline, type TimelineEntry } from '../pages/timeline.tsx'
import { momentOf } from '../pages/when.ts'
import type { ManufacturerEvent } from './manufacturer.ts'
import { ManufacturerTag } from './manufacturer-tag.tsx'
import { manufacturerWordsOf } from './manufacturer-words.ts'
import { readManufacturer } from './read-manufacturers.ts'

export const handle = { see: 'see_manufacturer' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { actor, may } = context.get(pageCall)
  const id = idAsked(context, params['id'])
  const found = settled(context, await readManufacturer(context.get(recorderContext).database, actor, id))
  return {
    found,
    isListed: may('see_manufacturers'),
    mayDecide: found.status === 'applied' && may('decide_registration'),
    mayGrant: found.status === 'authorised' && may('grant_licence'),
  }
}

export default function ManufacturerPage() {
  const { found, isListed, mayDecide, mayGrant } = useLoaderData<typeof loader>()
  const { id, name, registration_number, address, status, events } = found
  const words = manufacturerWordsOf(useShell().language)
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
        ]}
      />
      <p className="lead">{words.next[status]}</p>
      {mayDecide ? <NextStep href={`/manufacturers/${id}/decision`}>{words.decide}</NextStep> : undefined}
      {mayGrant ? <NextStep href="/licences/grant">{words.grant}</NextStep> : undefined}
      <p>
        <a href={`/manufacturers/${id}/records`}>{words.records}</a>
      </p>
      <h2>{words.history}</h2>
      <Timeline entries={events.map(useEntry())} />
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
