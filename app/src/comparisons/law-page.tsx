/** The law of a comparison, for the script that computes it anew while a reader moves what it hangs on. */
import type { LoaderFunctionArgs } from 'react-router'
import type { PageHandle } from '../pages/page-handle.ts'
import { comparisonShelf } from './comparison-shelf.ts'
import { pageCall, settled } from '../pages/page-call.ts'

export const handle = { see: 'compare_routes' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { address } = context.get(pageCall)
  const law = await context.get(comparisonShelf).law(params['comparison'] ?? '')
  const found = settled(
    context,
    law === undefined ? { refused: { code: 'route_unknown', path: address } } : { done: law },
  )
  return Response.json(found, { headers: { 'cache-control': 'no-cache' } })
}
