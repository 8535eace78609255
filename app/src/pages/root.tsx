/** The document around every page, and the page that stands in its place when it is refused or fails. */
import type { ReactNode } from 'react'
import { isRouteErrorResponse, type MiddlewareFunction, Outlet, useRouteError } from 'react-router'
import type { Problem } from '../kernel/problem.ts'
import { pageCall, refused } from './page-call.ts'
import styles from './pages.css?url'
import { ProblemPage } from './problem-page.tsx'
import { useShell } from './shell.tsx'
import { shellWordsOf } from './shell-words.ts'

export const middleware: readonly MiddlewareFunction[] = [
  ({ context }) => {
    const refusal = context.get(pageCall).refused
    if (refusal !== undefined) throw refused(refusal)
  },
]

export function Layout({ children }: { readonly children: ReactNode }) {
  const { language } = useShell()
  return (
    <html lang={language} dir={shellWordsOf(language).direction}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <link rel="stylesheet" href={styles} />
      </head>
      <body>{children}</body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const { fault } = useShell()
  return <ProblemPage problem={isRouteErrorResponse(error) && isProblem(error.data) ? error.data : fault} />
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'detail' in value
}
