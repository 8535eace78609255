/** What came out for each subject of a filed return, with the why of every figure. */
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { Confirmation } from '../../pages/confirmation.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import { pageCall } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { WhyView } from '../../pages/why-view.tsx'
import styles from '../assessment-document.css?url'
import { adviceWordsOf } from '../advice-words.ts'
import { assessmentAsked } from './assessment-view.ts'
import { CostsLink, CostsSection } from './costs-section.tsx'
import { filedAssessmentWordsOf } from './assessment-words.ts'

export const handle = { see: 'see_assessment' } satisfies PageHandle

export async function loader({ context, params }: LoaderFunctionArgs) {
  const mayDetermine = context.get(pageCall).may('prepare_determination')
  return { mayDetermine, assessment: await assessmentAsked(context, params['id']) }
}

export default function AssessmentPage() {
  const { assessment, mayDetermine } = useLoaderData<typeof loader>()
  const { language } = useShell()
  const words = filedAssessmentWordsOf(language)
  const { id, firm, heading, year, version, return_id, day, made, isOutdated, hasAdvice, html, costs } = assessment
  return (
    <Page title={`${words.assessment(year)} · ${firm}`} rehearsal={heading.rehearsal}>
      <link rel="stylesheet" href={styles} precedence="default" />
      <Confirmation sentences={words.done} />
      <ObjectHeader
        title={words.assessment(year)}
        within={{ href: `/returns/${return_id}`, title: words.return(year, firm) }}
        facts={[
          { name: words.firm, value: <bdi>{firm}</bdi> },
          { name: words.programme, value: heading.title },
          { name: words.asOf, value: day },
          { name: words.version, value: version },
          { name: words.made, value: words.onBy(made.when, made.person) },
        ]}
      />
      {isOutdated ? <p className="lead prose">{words.outdated}</p> : undefined}
      {mayDetermine && !isOutdated ? (
        <p>
          <a href={`/assessments/${id}/determinations`}>{words.determine}</a>
        </p>
      ) : undefined}
      {hasAdvice ? (
        <p>
          <a href={`/returns/${return_id}/versions/${version}/advice`}>{adviceWordsOf(language).see}</a>
        </p>
      ) : undefined}
      <CostsLink costs={costs} />
      <WhyView html={html} />
      <CostsSection costs={costs} />
    </Page>
  )
}
