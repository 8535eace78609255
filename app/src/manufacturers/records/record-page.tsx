/** One thing that a firm says of itself: as it stands, what was said before, and what the reader can do about it. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { Confirmation } from '../../pages/confirmation.tsx'
import { DecisionForm } from '../../pages/decision-form.tsx'
import { FactList } from '../../pages/fact-list.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import { idAsked, mustBeAllowed, type PageContext, pageCall, seeOther, settled } from '../../pages/page-call.ts'
import { versionOf } from '../../kernel/if-match.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { readDecision, sentBack, sentForm } from '../../pages/read-form.ts'
import { Said } from '../../pages/said.tsx'
import { Page, useShell } from '../../pages/shell.tsx'
import { StateTag } from '../../pages/state-tag.tsx'
import { Timeline, type TimelineEntry } from '../../pages/timeline.tsx'
import { momentOf } from '../../pages/when.ts'
import { readManufacturer } from '../read-manufacturers.ts'
import type { Stated } from './content.ts'
import { readRecord } from './read-records.ts'
import { readStatementForm } from './read-statement-form.ts'
import type { FirmRecord, RecordEvent } from './record.ts'
import { CONTROLS } from './record-controls.ts'
import { besideName, daysOf, factsOf, nameOf } from './record-facts.tsx'
import { RecordForm } from './record-form.tsx'
import { LOOKS, recordWordsOf } from './record-words.ts'
import { changeRecord, reviewRecord } from './state-record.ts'

export const handle = { see: 'see_record', act: 'see_record' } satisfies PageHandle

async function recordAsked(context: PageContext, asked: string | undefined): Promise<FirmRecord> {
  const { actor } = context.get(pageCall)
  return settled(context, await readRecord(context.get(recorderContext).database, actor, idAsked(context, asked)))
}

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { actor, may } = context.get(pageCall)
  const record = await recordAsked(context, params['id'])
  const { database } = context.get(recorderContext)
  const { name } = settled(context, await readManufacturer(database, actor, record.manufacturer_id))
  return {
    record,
    firm: name,
    mayState: may('change_record') && actor.organization === record.manufacturer_id,
    mayReview: may('review_record') && record.status === 'stated',
  }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { actor, may } = context.get(pageCall)
  const recorder = context.get(recorderContext)
  const { id, kind } = await recordAsked(context, params['id'])
  const form = await sentForm(context, request)
  const sent = form.get('seen')
  const seen = versionOf(typeof sent === 'string' ? sent : '')
  if (may('change_record')) {
    const { typed, read } = readStatementForm(kind, form)
    const changed = 'refused' in read ? read : await changeRecord(recorder, actor, { ...read.done, id, seen })
    if ('refused' in changed) return sentBack(context, changed.refused, typed, CONTROLS)
    return seeOther(`/firm-records/${id}`, 'recorded')
  }
  mustBeAllowed(context, 'review_record')
  const { typed, read } = readDecision(form, 'confirmed', 'questioned')
  const reviewed = 'refused' in read ? read : await reviewRecord(recorder, actor, { ...read.done, id, seen })
  if ('refused' in reviewed) return sentBack(context, reviewed.refused, typed)
  return seeOther(`/firm-records/${id}`, reviewed.done.status)
}

export default function RecordPage() {
  const { record, firm, mayState, mayReview } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = recordWordsOf(language)
  const { id, manufacturer_id, kind, content, version, status, events } = record
  return (
    <Page title={`${words.ofKind[kind]}: ${nameOf(record)}`}>
      <Confirmation sentences={words.done} />
      <ObjectHeader
        title={nameOf(record)}
        within={{ href: `/manufacturers/${manufacturer_id}/records`, title: words.titleOf(firm) }}
        facts={[
          { name: words.kind, value: words.ofKind[kind] },
          { name: words.state, value: <StateTag look={LOOKS[status]}>{words.states[status]}</StateTag> },
          { name: words.days, value: daysOf(record, language) },
        ]}
      />
      <p className="lead">{words.meaning[status]}</p>
      <FactList className="facts" facts={factsOf(record, language)} />
      <h2>{words.history}</h2>
      <Timeline entries={events.map(useEntry(record))} />
      {mayState ? (
        <>
          <h2>{words.change}</h2>
          <p className="prose">{words.changeIntro}</p>
          <RecordForm kind={kind} action={`/firm-records/${id}`} content={content} version={version} />
        </>
      ) : undefined}
      {mayReview ? (
        <DecisionForm
          action={`/firm-records/${id}`}
          words={words}
          choices={[
            { value: 'confirmed', label: words.confirm, hint: words.confirmHint },
            { value: 'questioned', label: words.ask, hint: words.askHint },
          ]}
          consequence={words.reviewed}
          seen={version}
        />
      ) : undefined}
    </Page>
  )
}

function useEntry({ kind }: FirmRecord): (event: RecordEvent) => TimelineEntry {
  const { language } = useShell()
  const words = recordWordsOf(language)
  return ({ act, content, note, recorded_at }) => ({
    ...momentOf(recorded_at, language),
    what: [
      words.acts[act],
      ...(content === null ? [] : [<Before key="content" kind={kind} content={content} />]),
      ...(note === null ? [] : [<Said key="note" by={words.note} text={note} />]),
    ],
  })
}

function Before(stated: Pick<FirmRecord, 'kind' | 'content'>) {
  const { language } = useShell()
  // A record keeps its kind, and so do its contents.
  const one = stated as Stated
  return (
    <bdi>
      {nameOf(one)} · {besideName(one, language)} · {daysOf(one, language)}
    </bdi>
  )
}
