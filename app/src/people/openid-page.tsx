/** On the way to the OpenID provider. A link and no form, since a form of ours may lead to no other host. */
import type { LoaderFunctionArgs } from 'react-router'
import { pageCall, seeOther, settled } from '../pages/page-call.ts'
import type { PageHandle } from '../pages/page-handle.ts'
import { identityContext } from './identity-context.ts'
import { safeNext } from './lead-back.ts'
import { startOpenId } from './sign-in-by-openid.ts'

export const handle = { see: 'start_openid' } satisfies PageHandle

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { visitor } = context.get(pageCall)
  const outcome = await startOpenId(context.get(identityContext), visitor, safeNext(request.url))
  settled(context, outcome)
  return seeOther(outcome.location ?? '/sign-in', undefined, outcome.cookies)
}

export default function OpenIdPage() {
  return undefined
}
