/** What the page of a difference is given: the lines, the documents, and what follows otherwise. */
import type { Params } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { readDocumentsListed } from '../../documents/read-document.ts'
import { linesBefore, type PageContext, pageCall } from '../../pages/page-call.ts'
import { dayText, momentOf } from '../../pages/when.ts'
import { lawsCalled } from '../../policy-releases/laws-called.ts'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { lineChangeView, sheetChangesView } from '../../returns/filing/difference-view.ts'
import { lawOfVersion } from '../../returns/filing/read-returns.ts'
import { statusOf } from '../../returns/filing/return.ts'
import { returnsCalled } from '../../returns/filing/returns-called.ts'
import { differenceAsked } from '../../returns/filing/show-difference.ts'
import { ANNUAL } from '../../returns/schema/load-return-schema.ts'
import { compareVersions } from './compare-versions.ts'

const LINES_A_PAGE = 100

export type VersionDifferenceShown = Awaited<ReturnType<typeof showVersionDifference>>

export async function showVersionDifference(context: PageContext, params: Params, request: Request) {
  const { actor, language, may, problemOf } = context.get(pageCall)
  const recorder = context.get(recorderContext)
  const { found, before, after, sheets, lines } = await differenceAsked(context, params)
  const laws = await lawsCalled(context, [found.programme])
  const law = await lawOfVersion(recorder.database, actor, after)
  const from = linesBefore(request)
  const until = Math.min(from + LINES_A_PAGE, lines.length)
  const versions = { id: found.id, before: before.version, after: after.version }
  const files = await readDocumentsListed(recorder.database, actor, [before.document_id, after.document_id])
  const destroyedOf = (id: string): string | undefined => {
    const day = files.get(id)?.destroyed_on ?? undefined
    return day === undefined ? undefined : dayText(day, language)
  }
  const compared =
    found.kind === ANNUAL && (may('assess_draft') || may('see_assessment'))
      ? await compareVersions(recorder, context.get(shelfContext), actor, versions, language)
      : undefined
  return {
    ...versions,
    period: found.period,
    kind: (await returnsCalled(context, [found.programme]))(found),
    programme: laws(found.programme).title,
    rehearsal: law.rehearsal ? laws(found.programme).rehearsal : undefined,
    mayReview: may('review_return') && statusOf(found, after.version) === 'filed',
    versions: [before, after].map(({ version, document_id, uploaded_at }) => ({
      version,
      status: statusOf(found, version),
      document_id,
      destroyed: destroyedOf(document_id),
      uploaded: momentOf(uploaded_at, language).when,
    })),
    sheets: sheets.map((one) => sheetChangesView(one, language)),
    lines: lines.slice(from, until).map((one) => lineChangeView(one, language)),
    from,
    all: lines.length,
    next: until < lines.length ? until : undefined,
    compared:
      compared === undefined
        ? undefined
        : 'refused' in compared
          ? { cannotSay: problemOf(compared.refused).detail }
          : { subjects: compared.done },
  }
}
