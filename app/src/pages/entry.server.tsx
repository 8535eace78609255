/** One page from beginning to end, and the policy under which a browser may show it. */
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { renderToPipeableStream } from 'react-dom/server'
import { type EntryContext, type HandleErrorFunction, type RouterContextProvider, ServerRouter } from 'react-router'
import { pageCall } from './page-call.ts'
import script from './passkey-island.js?url'
import { ShellContext } from './shell.tsx'

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
]

/** Where there is a script, it is this one file of ours and no other. */
function policyOf(address: string, hasScript: boolean): string {
  return (hasScript ? [...POLICY, `script-src ${new URL(script, address).href}`] : POLICY).join('; ')
}

export default async function answer(
  request: Request,
  status: number,
  headers: Headers,
  page: EntryContext,
  context: RouterContextProvider,
): Promise<Response> {
  const call = context.get(pageCall)
  const shell = { ...call, fault: call.problemOf({ code: 'fault' }) }
  const html = await new Promise<string>((resolve, reject) => {
    const stream = new PassThrough()
    const { pipe } = renderToPipeableStream(
      <ShellContext value={shell}>
        <ServerRouter context={page} url={request.url} />
      </ShellContext>,
      {
        onAllReady: () => {
          pipe(stream)
          text(stream).then(resolve, reject)
        },
        onError: reject,
      },
    )
  })
  headers.set('content-type', 'text/html; charset=utf-8')
  headers.set('content-security-policy', policyOf(request.url, call.hasScript))
  return new Response(html, { status, headers })
}

export const handleError: HandleErrorFunction = (error, { context }) => {
  context.get(pageCall).fault(error)
}
