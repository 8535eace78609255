/** What a firm says of itself as a table for a spreadsheet: as it stands, of all kinds that the reader may see. */
import type { LoaderFunctionArgs } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { csvResponse } from '../../pages/csv-response.ts'
import { idAsked, pageCall, settled } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { FIELDS, RECORD_KINDS } from './content.ts'
import { readRecords } from './read-records.ts'
import { recordWordsOf } from './record-words.ts'

export const handle = { see: 'see_records' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const { actor, language } = context.get(pageCall)
  const words = recordWordsOf(language)
  const id = idAsked(context, params['id'])
  const { manufacturer, records } = settled(
    context,
    await readRecords(context.get(recorderContext).database, actor, id),
  )
  const names = [...new Set(RECORD_KINDS.flatMap((kind) => FIELDS[kind]))]
  return csvResponse('records', [
    [words.firm, words.kind, words.state, ...names.map((name) => words.fields[name])],
    ...records.map(({ kind, status, content }) => {
      const said = new Map<string, string | null>(Object.entries({ ...content }))
      return [manufacturer.name, words.ofKind[kind], words.states[status], ...names.map((name) => said.get(name) ?? '')]
    }),
  ])
}
