/** Where the form in the header of every page is sent. */
import type { ActionFunctionArgs } from 'react-router'
import { pageCall, seeOther } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { identityContext } from './identity-context.ts'
import { signOut } from './sign-in.ts'

export const handle = { see: 'sign_out', act: 'sign_out' } satisfies PageHandle

export function loader(): Response {
  return seeOther('/')
}

export async function action({ context }: ActionFunctionArgs) {
  const { actor, visitor } = context.get(pageCall)
  const { cookies } = await signOut(context.get(identityContext), actor, visitor)
  return seeOther('/sign-in', 'signed_out', cookies)
}

export default function SignOutPage() {
  return undefined
}
