/** New editions, for whoever subscribes. */
import type { LoaderFunctionArgs } from 'react-router'
import type { PageHandle } from '../pages/page-handle.ts'
import { feedOfEditions } from './show-editions.ts'

export const handle = { see: 'see_publications' } satisfies PageHandle

export async function loader({ context }: LoaderFunctionArgs): Promise<Response> {
  return await feedOfEditions(context)
}
