/** What the page of a version shows. */
import { Confirmation } from '../../pages/confirmation.tsx'
import { Button, ErrorSummary, useSentBack } from '../../pages/form.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import { Page, useShell } from '../../pages/shell.tsx'
import { momentOf } from '../../pages/when.ts'
import { WhyView } from '../../pages/why-view.tsx'
import { BillNotesSummary } from '../../returns/filing/bill-notes-summary.tsx'
import { MonthsList } from '../../returns/filing/months-list.tsx'
import { ReturnTag } from '../../returns/filing/return-tag.tsx'
import { draftWordsOf } from '../../returns/drafting/draft-words.ts'
import { returnWordsOf } from '../../returns/filing/return-words.ts'
import { adviceWordsOf } from '../advice-words.ts'
import styles from '../assessment-document.css?url'
import { CostsLink, CostsSection } from './costs-section.tsx'
import { FoundList, hasCells } from './found-list.tsx'
import type { VersionShown } from './show-version.ts'
import { SignForm } from './sign-form.tsx'
import { versionWordsOf } from './version-words.ts'

export function VersionBody({ loaded }: { readonly loaded: VersionShown }) {
  const { id, rehearsal, version, status, isMaker, signing, destroyed } = loaded
  const sent = useSentBack()
  const { language } = useShell()
  const words = versionWordsOf(language)
  const ofReturns = returnWordsOf(language)
  const drafting = draftWordsOf(language)
  const title = ofReturns.versionNumber(version.version)
  const called = ofReturns.returnOf(loaded)
  const annotated = `/api/returns/${id}/versions/${version.version}/annotated?language=${language}`
  return (
    <Page title={`${title} · ${called}`} rehearsal={rehearsal}>
      <link rel="stylesheet" href={styles} precedence="default" />
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={sent?.problem} />
      <ObjectHeader
        title={title}
        within={{ href: `/returns/${id}`, title: called }}
        facts={[
          { name: ofReturns.state, value: <ReturnTag status={status} /> },
          { name: ofReturns.uploaded, value: momentOf(version.uploaded_at, language).when },
          { name: words.file, value: <VersionFile loaded={loaded} /> },
        ]}
      />
      {status === 'faulty' ? (
        <p className="lead">{hasCells(version.errors) ? words.correct : words.correctFile}</p>
      ) : undefined}
      {signing?.kind === 'ready' ? (
        <p className="lead">
          <a href="#sign">{ofReturns.next.draft}</a>
        </p>
      ) : undefined}
      {status === 'faulty' && isMaker && destroyed === undefined ? (
        <p>
          {hasCells(version.errors) ? (
            <>
              <a href={annotated}>{words.fetchAnnotated}</a> ·{' '}
            </>
          ) : undefined}
          <a href={loaded.uploadedAt}>{words.uploadAgain}</a>
        </p>
      ) : undefined}
      {isMaker && destroyed === undefined && (status === 'faulty' || status === 'draft') ? (
        <form method="post" action={`/returns/${id}/draft`}>
          <input type="hidden" name="act" value="begin" />
          <input type="hidden" name="version" value={version.version} />
          <Button variant="secondary">{loaded.template === undefined ? drafting.correct : drafting.carryFrom}</Button>
        </form>
      ) : undefined}
      {version.errors.length === 0 ? undefined : (
        <>
          <h2 id="found">{words.found}</h2>
          {loaded.template === undefined || !isMaker ? undefined : (
            <p className="lead">
              <a href={`${loaded.template}?language=${language}`} download>
                {words.newTemplate}
              </a>
            </p>
          )}
          <FoundList titledBy="found" found={version.errors} total={version.error_count} />
        </>
      )}
      <MonthsList held={loaded.held} />
      <BillNotesSummary held={loaded.billNotes} href={`/returns/${id}/versions/${version.version}/bill`} />
      {loaded.hasAdvice ? (
        <p>
          <a href={`/returns/${id}/versions/${version.version}/advice`}>{adviceWordsOf(language).see}</a>
        </p>
      ) : undefined}
      <Assessed assessed={loaded.assessed} advice={`/returns/${id}/versions/${version.version}/advice`} />
      {signing === undefined ? undefined : (
        <SignForm signing={signing} text={words.signText(called, version.version)} sent={sent} />
      )}
      {loaded.mayWithdraw ? (
        <p>
          <a href={`/returns/${id}/versions/${version.version}/withdraw`}>{ofReturns.withdraw(version.version)}</a>
        </p>
      ) : undefined}
    </Page>
  )
}

interface AssessedProps {
  readonly assessed: VersionShown['assessed']
  /** Where it says what would close a gap. */
  readonly advice: string
}

function Assessed({ assessed, advice }: AssessedProps) {
  const { language } = useShell()
  const words = versionWordsOf(language)
  if (assessed === undefined) return undefined
  if ('cannotSay' in assessed)
    return (
      <>
        <h2>{words.cannotSay}</h2>
        <p className="lead">{assessed.cannotSay}</p>
      </>
    )
  return (
    <>
      <h2 id="follows">{words.follows}</h2>
      <p className="quiet prose">{words.followsHint}</p>
      {assessed.hasAdvice ? (
        <p className="lead">
          <a href={advice}>{adviceWordsOf(language).see}</a>
        </p>
      ) : undefined}
      <CostsLink costs={assessed.costs} />
      <WhyView html={assessed.html ?? ''} />
      <CostsSection costs={assessed.costs} />
    </>
  )
}

function VersionFile({ loaded: { version, destroyed } }: { readonly loaded: VersionShown }) {
  const words = versionWordsOf(useShell().language)
  if (destroyed !== undefined) return words.destroyed(destroyed)
  return <a href={`/api/documents/${version.document_id}`}>{words.fetchFile}</a>
}
