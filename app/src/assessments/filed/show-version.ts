/** What the page of a version is given, and what its form does. */
import { formatDay } from '@maqami/engine/value/date.ts'
import type { Params } from 'react-router'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { readDocumentsListed } from '../../documents/read-document.ts'
import { SECOND_FACTOR } from '../../kernel/field-schemas.ts'
import { today } from '../../kernel/clock.ts'
import { idAsked, notHere, type PageContext, pageCall, seeOther, settled } from '../../pages/page-call.ts'
import { dayText } from '../../pages/when.ts'
import { readForm, sentBack } from '../../pages/read-form.ts'
import { passkeyContext, signatureContext } from '../../people/signature-context.ts'
import { lawsCalled } from '../../policy-releases/laws-called.ts'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { fileReturn, shownHash } from '../../returns/filing/file-return.ts'
import { countNotes, readHeldAgainstBills } from '../../returns/filing/hold-against-bills.ts'
import { lockRead } from '../../returns/filing/read-locks.ts'
import { lawOfVersion, readAgreement, readFiledReturn } from '../../returns/filing/read-returns.ts'
import { begunAt, type Return, type ReturnVersion, statusOf } from '../../returns/filing/return.ts'
import { returnsCalled } from '../../returns/filing/returns-called.ts'
import { periodOfReturn, returnSchemaOf } from '../../returns/release-schema.ts'
import { ANNUAL } from '../../returns/schema/load-return-schema.ts'
import { renderWithinPage } from '../render-assessment.ts'
import { fallsShort } from '../advise-subjects.ts'
import { costsView } from '../costs-view.ts'
import { assessDraft } from './make-assessment.ts'
import type { Signing } from './sign-form.tsx'

const SIGNATURE = {
  properties: { shown_hash: { pattern: '^sha256:' }, second_factor: SECOND_FACTOR },
} as const

export type VersionShown = Awaited<ReturnType<typeof showVersion>>

/** The return and the version that the address names. */
async function versionAsked(context: PageContext, params: Params) {
  const { actor } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const id = idAsked(context, params['id'])
  const found = settled(context, await readFiledReturn(database, actor, id))
  const version = found.versions.find((one) => String(one.version) === params['version'])
  if (version === undefined) throw notHere(context)
  return { found, version, law: await lawOfVersion(database, actor, version) }
}

export async function showVersion(context: PageContext, params: Params) {
  const { actor, may, language } = context.get(pageCall)
  const { found, version, law } = await versionAsked(context, params)
  const { database } = context.get(recorderContext)
  const listed = await readDocumentsListed(database, actor, [version.document_id])
  const destroyed_on = listed.get(version.document_id)?.destroyed_on ?? undefined
  const laws = await lawsCalled(context, [found.programme])
  const called = await returnsCalled(context, [found.programme])
  const status = statusOf(found, version.version)
  return {
    id: found.id,
    period: found.period,
    kind: called(found),
    programme: laws(found.programme).title,
    rehearsal: law.rehearsal ? laws(found.programme).rehearsal : undefined,
    version,
    /** Where a corrected file takes its place. */
    uploadedAt: begunAt(found),
    /** The day on which its file was destroyed. */
    destroyed: destroyed_on === undefined ? undefined : dayText(destroyed_on, language),
    status,
    isMaker: may('upload_return'),
    mayWithdraw: (status === 'draft' || status === 'faulty') && may('withdraw_draft'),
    /** Where the file was made for a template that is no longer in use: that which is. */
    template: version.errors.some(({ code }) => code === 'wrong_version')
      ? `/api/workbooks/${found.programme}/${found.kind}`
      : undefined,
    held: settled(
      context,
      await readAgreement(
        context.get(recorderContext).database,
        context.get(shelfContext),
        context.get(pageCall).actor,
        {
          id: found.id,
          version: version.version,
        },
      ),
    ),
    billNotes: status === 'faulty' ? undefined : await billNotes(context, found.id, version.version),
    assessed:
      status === 'faulty' || found.kind !== ANNUAL || !may('assess_draft')
        ? undefined
        : await assessed(context, found.id, version.version),
    // An officer is not shown here what would follow, and is led to what would close a gap all the same.
    hasAdvice:
      found.kind === ANNUAL &&
      status !== 'faulty' &&
      may('advise_return') &&
      !may('assess_draft') &&
      returnSchemaOf(context.get(shelfContext).open(law)).adviser !== undefined,
    signing:
      status === 'draft' && may('upload_return') && destroyed_on === undefined
        ? await signingOf(context, found, version)
        : undefined,
  }
}

async function billNotes(context: PageContext, id: string, version: number) {
  const { actor } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const read = await readHeldAgainstBills({ database }, context.get(shelfContext), actor, { id, version })
  return 'refused' in read ? undefined : countNotes(read.done.held)
}

/** As a part of a page, or why nothing can be said. */
async function assessed(context: PageContext, return_id: string, version: number) {
  const { actor, language, problemOf } = context.get(pageCall)
  const made = await assessDraft(context.get(recorderContext), context.get(shelfContext), actor, { return_id, version })
  return 'refused' in made
    ? { cannotSay: problemOf(made.refused).detail, hasAdvice: false, costs: [] }
    : {
        html: await renderWithinPage(made.done, language),
        hasAdvice: fallsShort(made.done),
        costs: costsView(made.done, language),
      }
}

async function signingOf(
  context: PageContext,
  found: Return,
  { version, release_id }: ReturnVersion,
): Promise<Signing> {
  const { actor, may, problemOf } = context.get(pageCall)
  const recorder = context.get(recorderContext)
  const locked = await lockRead(recorder.database, actor, found)
  if (locked !== undefined) return { kind: 'locked', sentence: problemOf(locked).detail }
  const last = found.versions.at(-1)?.version ?? version
  if (version < last) return { kind: 'later', last: `/returns/${found.id}/versions/${last}` }
  const law = await lawOfVersion(recorder.database, actor, { release_id })
  const period = periodOfReturn(context.get(shelfContext).open(law), found)
  if (today(recorder.clock) <= period.last) return { kind: 'period_not_over', last: formatDay(period.last) }
  const shown_hash = may('file_return') ? await shownHash(recorder, actor, found.id, version) : undefined
  if (shown_hash === undefined) return { kind: 'not_signatory' }
  return { kind: 'ready', shown_hash, passkey: await context.get(passkeyContext)(actor, shown_hash) }
}

export async function signVersion(context: PageContext, params: Params, form: FormData) {
  const { actor } = context.get(pageCall)
  const { found, version } = await versionAsked(context, params)
  const { typed, read } = readForm(form, SIGNATURE)
  if ('refused' in read) return sentBack(context, read.refused, typed)
  const { shown_hash, second_factor } = read.done
  const confirm = context.get(signatureContext)
  const signed = { id: found.id, version: version.version, shown_hash }
  const outcome = await fileReturn(context.get(recorderContext), context.get(shelfContext), actor, signed, async () => {
    return await confirm(actor, second_factor, shown_hash)
  })
  if ('refused' in outcome) return sentBack(context, outcome.refused, {}, { code_wrong: 'second_factor' })
  return seeOther(`/returns/${found.id}`, 'filed')
}
