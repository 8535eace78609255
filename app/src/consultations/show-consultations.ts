/** What the pages of consultations are given. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { isOfficerRole } from '../kernel/authority.ts'
import { todayText } from '../kernel/clock.ts'
import { cursorAsked, type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { readSimulations } from '../simulations/drafts/read-simulations.ts'
import { isOpenOn } from './consultation.ts'
import { readConsultation, readConsultations } from './read-consultations.ts'

export async function showConsultations(context: PageContext, request: Request) {
  const after = cursorAsked(context, request)
  const { database, clock } = context.get(recorderContext)
  const { actor, may, language } = context.get(pageCall)
  const { items, next } = await readConsultations(database, actor, { cursor: after })
  const today = todayText(clock)
  return {
    items: items.map(({ number, told, closes_on }) => ({
      number,
      closes_on,
      title: told[language].title,
      isOpen: isOpenOn({ closes_on }, today),
    })),
    after,
    next,
    mayPublish: may('publish_consultation'),
  }
}

/** The last simulations that may be published. */
export async function showSimulated(context: PageContext) {
  const { database } = context.get(recorderContext)
  const { items } = await readSimulations(database, context.get(pageCall).actor, { limit: 100 })
  return items
    .filter(({ source }) => source !== 'register')
    .map(({ id, programme, draft, cases }) => ({ value: id, label: `${programme} ${draft} (${cases})` }))
}

export async function showConsultation(context: PageContext, number: string | undefined) {
  const { database, clock } = context.get(recorderContext)
  const { actor, may, language } = context.get(pageCall)
  const found = settled(context, await readConsultation(database, actor, number ?? ''))
  const { told, comments, ...consultation } = found
  const isOpen = isOpenOn(found, todayText(clock))
  const isOfficer = isOfficerRole(actor.role)
  return {
    ...consultation,
    effect: {
      ...told[language],
      tables: told[language].tables.map(({ note, ...table }) => ({ ...table, note: note ?? undefined })),
    },
    comments: comments.map(({ organization_id, document_id, ...comment }) => ({
      ...comment,
      // What is attached is for the authority and whoever attached it.
      document_id: isOfficer || organization_id === actor.organization ? document_id : null,
    })),
    isOpen,
    /** A comment that comes late is refused with the reason. */
    isCommenter: may('comment_on_clause'),
    mayComment: isOpen && may('comment_on_clause'),
    mayAnswer: may('answer_comment'),
    mayReport: !isOpen && consultation.report === null && may('report_consultation'),
  }
}

export type ConsultationShown = Awaited<ReturnType<typeof showConsultation>>
