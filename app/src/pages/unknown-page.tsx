/** Every address that is nobody else's. */
import type { LoaderFunctionArgs } from 'react-router'
import type { ServerRefusal } from '../kernel/problem.ts'
import { pageCall, refused } from './page-call.ts'
import type { PageHandle } from './page-handle.ts'

export const handle = { see: 'open_page' } satisfies PageHandle

export function loader({ context }: LoaderFunctionArgs): never {
  const { address, problemOf } = context.get(pageCall)
  const refusal: ServerRefusal = { code: 'route_unknown', path: address.split('?')[0] ?? '' }
  throw refused(problemOf(refusal))
}

export default function Unknown() {
  return undefined
}
