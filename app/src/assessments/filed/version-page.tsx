/** One version of a return: what is wrong with it, or what follows from it, and then its signature. */
import { formatDay } from '@maqami/engine/value/date.ts'
import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { today } from '../../kernel/clock.ts'
import { Confirmation } from '../../pages/confirmation.tsx'
import { ErrorSummary } from '../../pages/form.tsx'
import { ObjectHeader } from '../../pages/object-header.tsx'
import { idAsked, notHere, pageCall, seeOther, settled } from '../../pages/page-call.ts'
import type { PageHandle } from '../../pages/page-handle.ts'
import { readForm, sentBack, useSentBack } from '../../pages/read-form.ts'
import { Page, useShell } from '../../pages/shell.tsx'
import { momentOf } from '../../pages/when.ts'
import { WhyView } from '../../pages/why-view.tsx'
import { signatureContext } from '../../people/signature-context.ts'
import { lawsCalled } from '../../policy-releases/laws-called.ts'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { fileReturn, shownHash } from '../../returns/filing/file-return.ts'
import { lawOfVersion, readFiledReturn } from '../../returns/filing/read-returns.ts'
import { type Return, statusOf } from '../../returns/filing/return.ts'
import { ReturnTag } from '../../returns/filing/return-tag.tsx'
import { returnWordsOf } from '../../returns/filing/return-words.ts'
import { SIGNATURE } from '../../returns/filing/returns-api.ts'
import { yearOf } from '../../returns/return-year.ts'
import styles from '../assessment-document.css?url'
import { renderWithinPage } from '../render-assessment.ts'
import { FoundTable } from './found-table.tsx'
import { assessDraft } from './make-assessment.ts'
import { SignForm, type Signing } from './sign-form.tsx'
import { versionWordsOf } from './version-words.ts'

export const handle = { see: 'see_return', act: 'file_return' } satisfies PageHandle

type Args = Pick<LoaderFunctionArgs, 'context' | 'params'>

/** The return and the version that the address names. */
async function versionAsked({ context, params }: Args) {
  const { actor } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const id = idAsked(context, params['id'])
  const found = settled(context, await readFiledReturn(database, actor, id))
  const version = found.versions.find((one) => String(one.version) === params['version'])
  if (version === undefined) throw notHere(context)
  return { found, version, law: await lawOfVersion(database, actor, version) }
}

export async function loader(args: LoaderFunctionArgs) {
  const { context } = args
  const { may } = context.get(pageCall)
  const { found, version, law } = await versionAsked(args)
  const laws = await lawsCalled(context, [found.programme])
  const status = statusOf(found, version.version)
  const { heading } = context.get(shelfContext).open(law).engine.programme
  return {
    id: found.id,
    year: found.year,
    programme: laws(found.programme).title,
    rehearsal: law.rehearsal ? laws(found.programme).rehearsal : undefined,
    version,
    status,
    isMaker: may('upload_return'),
    assessed:
      status === 'faulty' || !may('assess_draft') ? undefined : await assessed(context, found.id, version.version),
    signing:
      status === 'draft' && may('upload_return')
        ? await signingOf({ context, found, version: version.version, yearStarts: heading.yearStarts })
        : undefined,
  }
}

/** As a part of a page, or why nothing can be said. */
async function assessed(context: Args['context'], return_id: string, version: number) {
  const { actor, language, problemOf } = context.get(pageCall)
  const made = await assessDraft(context.get(recorderContext), context.get(shelfContext), actor, { return_id, version })
  return 'refused' in made
    ? { cannotSay: problemOf(made.refused).detail }
    : { html: await renderWithinPage(made.done, language) }
}

async function signingOf({
  context,
  found,
  version,
  yearStarts,
}: {
  readonly context: Args['context']
  readonly found: Return
  readonly version: number
  readonly yearStarts: string
}): Promise<Signing> {
  const { actor, may } = context.get(pageCall)
  const recorder = context.get(recorderContext)
  const last = found.versions.at(-1)?.version ?? version
  if (version < last) return { kind: 'later', last: `/returns/${found.id}/versions/${last}` }
  const year = yearOf(found.year, yearStarts)
  if (year !== undefined && today(recorder.clock) <= year.last)
    return { kind: 'year_not_over', last: formatDay(year.last) }
  const shown_hash = may('file_return') ? await shownHash(recorder, actor, found.id, version) : undefined
  return shown_hash === undefined ? { kind: 'not_signatory' } : { kind: 'ready', shown_hash }
}

export async function action(args: ActionFunctionArgs) {
  const { context, request } = args
  const { actor } = context.get(pageCall)
  const { found, version } = await versionAsked(args)
  const { typed, read } = readForm(await request.formData(), SIGNATURE)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { shown_hash, second_factor } = read.done
  const confirm = context.get(signatureContext)
  const signed = { id: found.id, version: version.version, shown_hash }
  const outcome = await fileReturn(context.get(recorderContext), context.get(shelfContext), actor, signed, async () => {
    return await confirm(actor, second_factor)
  })
  if ('refused' in outcome) return sentBack(context, outcome.refused, {}, { code_wrong: 'second_factor' })
  return seeOther(`/returns/${found.id}`, 'filed')
}

export default function VersionPage() {
  const loaded = useLoaderData<typeof loader>()
  const { id, year, programme, rehearsal, version, status, isMaker, signing } = loaded
  const sent = useSentBack()
  const { language } = useShell()
  const words = versionWordsOf(language)
  const ofReturns = returnWordsOf(language)
  const title = ofReturns.versionNumber(version.version)
  const annotated = `/api/returns/${id}/versions/${version.version}/annotated?language=${language}`
  return (
    <Page title={`${title} · ${ofReturns.returnOf(programme, year)}`} rehearsal={rehearsal}>
      <link rel="stylesheet" href={styles} precedence="default" />
      <Confirmation sentences={words.done} />
      <ErrorSummary problem={sent?.problem} />
      <ObjectHeader
        title={title}
        within={{ href: `/returns/${id}`, title: ofReturns.returnOf(programme, year) }}
        facts={[
          { name: ofReturns.state, value: <ReturnTag status={status} /> },
          { name: ofReturns.uploaded, value: momentOf(version.uploaded_at, language).when },
          { name: words.file, value: <a href={`/api/documents/${version.document_id}`}>{words.fetchFile}</a> },
        ]}
      />
      {status === 'faulty' ? <p className="lead">{words.correct}</p> : undefined}
      {status === 'faulty' && isMaker ? (
        <p>
          <a href={annotated}>{words.fetchAnnotated}</a> · <a href="/returns">{words.uploadAgain}</a>
        </p>
      ) : undefined}
      {version.errors.length === 0 ? undefined : (
        <>
          <h2 id="found">{words.found}</h2>
          <FoundTable titledBy="found" found={version.errors} total={version.error_count} />
        </>
      )}
      <Assessed assessed={loaded.assessed} />
      {signing === undefined ? undefined : (
        <SignForm signing={signing} text={words.signText(year, programme, version.version)} sent={sent} />
      )}
    </Page>
  )
}

function Assessed({ assessed: given }: { readonly assessed: Awaited<ReturnType<typeof assessed>> | undefined }) {
  const words = versionWordsOf(useShell().language)
  if (given === undefined) return undefined
  if ('cannotSay' in given)
    return (
      <>
        <h2>{words.cannotSay}</h2>
        <p className="lead">{given.cannotSay}</p>
      </>
    )
  return (
    <>
      <h2 id="follows">{words.follows}</h2>
      <p className="quiet prose">{words.followsHint}</p>
      <WhyView html={given.html ?? ''} />
    </>
  )
}
