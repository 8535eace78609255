/** All numbers of a programme for a spreadsheet, in the reader's language. */
import { namesOf } from '@maqami/engine/explain/names.ts'
import { voiceOf } from '@maqami/engine/explain/voice.ts'
import type { LoaderFunctionArgs } from 'react-router'
import { csvResponse } from '../pages/csv-response.ts'
import { pageCall } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { parameterView } from './parameter-view.ts'
import { shippedAsked } from './shipped-shelf.ts'
import { programmeWordsOf } from './programme-words.ts'

export const handle = { see: 'see_programmes' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  const { language } = context.get(pageCall)
  const { programme } = (await shippedAsked(context, params)).engine
  const words = programmeWordsOf(language)
  const voice = voiceOf(language, namesOf(programme))
  const parameters = [...programme.parameters.values()].map((parameter) => parameterView(voice, parameter))
  const rows = parameters.flatMap(({ title, rows: all, standing, source }) =>
    all.map(({ day, keys, value, standing: own }) => [
      title,
      day,
      keys.join(' · '),
      value,
      own ?? standing,
      source?.title ?? '',
    ]),
  )
  const head = [words.name, words.from, words.appliesTo, words.value, words.standing, words.source]
  return csvResponse(`${programme.heading.name}-numbers`, [head, ...rows])
}
