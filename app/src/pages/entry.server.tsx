/** One page from beginning to end, and the policy under which a browser may show it. */
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { renderToPipeableStream } from 'react-dom/server'
import { type EntryContext, type HandleErrorFunction, type RouterContextProvider, ServerRouter } from 'react-router'
import { pageCall } from './page-call.ts'
import type { PageScript } from './page-handle.ts'
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

/** Where there is a script, it is that one file of ours and no other. */
function policyOf(address: string, script: PageScript | undefined): string {
  if (script === undefined) return POLICY.join('; ')
  const policy = [...POLICY, `script-src ${new URL(script.file, address).href}`]
  return (script.fetches === true ? [...policy, "connect-src 'self'"] : policy).join('; ')
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
  headers.set('content-security-policy', policyOf(request.url, call.script))
  return new Response(html, { status, headers })
}

export const handleError: HandleErrorFunction = (error, { context }) => {
  context.get(pageCall).fault(error)
}
