/** The files of an edition: tables, dictionary and charts. */
import type { LoaderFunctionArgs } from 'react-router'
import type { PageHandle } from '../pages/page-handle.ts'
import { fileOfEdition } from './show-editions.ts'

export const handle = { see: 'see_publications' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs): Promise<Response> {
  return await fileOfEdition(context, params)
}
