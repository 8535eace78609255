/** What went wrong, in the words of the problem document. */
import type { Problem } from '../kernel/problem.ts'
import { Sentence } from './sentence.tsx'
import { Page, useShell, useSignIn } from './shell.tsx'
import { shellWordsOf } from './shell-words.ts'

export function ProblemPage({ problem }: { readonly problem: Problem }) {
  const signIn = useSignIn()
  const words = shellWordsOf(useShell().language)
  return (
    <Page title={problem.title}>
      <h1>{problem.title}</h1>
      <p className="lead">
        <Sentence text={problem.detail} />
      </p>
      {problem.code === 'sign_in_needed' ? (
        <p>
          <a className="ds-button" href={signIn}>
            {words.signIn}
          </a>
        </p>
      ) : undefined}
      <p>
        <a href="/">{words.toStart}</a>
      </p>
      <p className="quiet">
        {words.requestNumber}: <code dir="ltr">{problem.request_id}</code>
      </p>
    </Page>
  )
}
