/** The minutes of a meeting as a paper. */
import type { LoaderFunctionArgs } from 'react-router'
import { fileResponse } from '../pages/csv-response.ts'
import { notHere } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { printMinutes } from './print-minutes.ts'
import { showMeeting } from './show-meetings.ts'

export const handle = { see: 'see_meetings' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const { language } = params
  if (language !== 'en' && language !== 'ur') throw notHere(context)
  const meeting = await showMeeting(context, params['number'])
  const bytes = await printMinutes(meeting, language)
  return fileResponse(`${meeting.number}-${language}.pdf`, 'application/pdf', new Uint8Array(bytes))
}
