/** A firm states a site, a person to turn to, a brand or an owner. */
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { idAsked, notHere, type PageContext, pageCall, seeOther, settled } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { sentBack, sentForm } from '../../pages/read-form.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { RECORD_KINDS, type RecordKind } from './content.ts'
import { readRecords } from './read-records.ts'
import { readStatementForm } from './read-statement-form.ts'
import { RecordForm } from './record-form.tsx'
import { CONTROLS } from './record-controls.ts'
import { recordWordsOf } from './record-words.ts'
import { stateRecord } from './state-record.ts'

export const handle = { see: 'state_record', act: 'state_record' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { actor } = context.get(pageCall)
  const id = idAsked(context, params['id'])
  const kind = kindAsked(context, params['kind'])
  if (id !== actor.organization) throw notHere(context)
  const { manufacturer } = settled(context, await readRecords(context.get(recorderContext).database, actor, id))
  return { id, kind, name: manufacturer.name }
}

export async function action({ context, params, request }: ActionFunctionArgs) {
  const { actor } = context.get(pageCall)
  const id = idAsked(context, params['id'])
  if (id !== actor.organization) throw notHere(context)
  const { typed, read } = readStatementForm(kindAsked(context, params['kind']), await sentForm(context, request))
  const stated = 'refused' in read ? read : await stateRecord(context.get(recorderContext), actor, read.done)
  if ('refused' in stated) return sentBack(context, stated.refused, typed, CONTROLS)
  return seeOther(`/manufacturers/${id}/records`, 'recorded')
}

function kindAsked(context: PageContext, asked: string | undefined): RecordKind {
  const kind = RECORD_KINDS.find((one) => one === asked)
  if (kind === undefined) throw notHere(context)
  return kind
}

export default function NewRecordPage() {
  const { id, kind, name } = useLoaderData<typeof loader>()
  const words = recordWordsOf(useShell().language)
  return (
    <Page title={words.add[kind]}>
      <p className="within">
        <a href={`/manufacturers/${id}/records`}>{words.titleOf(name)}</a>
      </p>
      <h1>{words.add[kind]}</h1>
      <p className="prose">{words.addIntro[kind]}</p>
      <RecordForm kind={kind} action={`/manufacturers/${id}/records/new/${kind}`} />
    </Page>
  )
}
