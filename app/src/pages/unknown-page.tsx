/** Every address that is nobody else's. */
import type { LoaderFunctionArgs } from 'react-router'
import { notHere } from './page-call.ts'
import type { PageHandle } from './page-handle.ts'

export const handle = { see: 'open_page' } satisfies PageHandle

export function loader({ context }: LoaderFunctionArgs): never {
  throw notHere(context)
}

export default function Unknown() {
  return undefined
}
