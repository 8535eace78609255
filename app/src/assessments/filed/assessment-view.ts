/** A filed return before its assessment, and an assessment, as officers see them. */
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { todayText } from '../../kernel/clock.ts'
import type { Handle } from '../../kernel/database.ts'
import { readAs } from '../../kernel/transaction.ts'
import { manufacturerIn } from '../../manufacturers/read-manufacturers.ts'
import { cursorAsked, idAsked, type PageContext, pageCall, settled } from '../../pages/page-call.ts'
import { pageIn } from '../../kernel/read-page.ts'
import { dayText, momentOf } from '../../pages/when.ts'
import { namesIn } from '../../people/name-people.ts'
import { lawsIn } from '../../policy-releases/laws-called.ts'
import { type ProgrammeHeading, programmeHeading } from '../../policy-releases/programme-view.ts'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { returnIn } from '../../returns/filing/read-returns.ts'
import { filedVersion, type Return, statusOf } from '../../returns/filing/return.ts'
import { fallsShort } from '../advise-subjects.ts'
import { type CostsView, costsView } from '../costs-view.ts'
import { renderWithinPage } from '../render-assessment.ts'
import { assessmentsOf } from './assessments-table.ts'
import { madeAssessment } from './make-assessment.ts'

export interface AssessableView {
  readonly id: string
  readonly firm: string
  readonly year: string
  readonly title: string
  readonly rehearsal: string | undefined
  readonly version: number
  readonly isAccepted: boolean
  readonly today: string
  readonly assessments: readonly AssessmentListed[]
  /** Where this page of them begins and the next one does. */
  readonly after: string | undefined
  readonly next: string | null
}

interface AssessmentListed {
  readonly id: string
  readonly version: number
  readonly day: string
  readonly made: { readonly when: string; readonly person: string | undefined }
}

/** A return of which something is filed, and the assessments that there are. */
export async function assessableAsked(
  context: PageContext,
  asked: string | undefined,
  request: Request,
): Promise<AssessableView> {
  const id = idAsked(context, asked)
  const { actor, language } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const after = cursorAsked(context, request)
  const read = await readAs(database, actor, async (tables) => {
    const found = await returnIn(tables, id)
    const filed = found === undefined ? undefined : filedVersion(found)
    if (found === undefined || filed === undefined)
      return { refused: { code: found === undefined ? 'return_unknown' : 'nothing_filed' } } as const
    return {
      done: {
        law: (await lawsIn(tables, context, [found.programme]))(found.programme),
        firm: await firmOf(tables, found),
        found,
        version: filed.version,
        listing: await pageIn({ cursor: after }, 'newest_first', async (before, limit) => {
          return await listed(tables, found.id, before, limit, language)
        }),
      },
    }
  })
  const { law, firm, found, version, listing } = settled(context, read)
  return {
    id,
    firm,
    year: found.period,
    title: law.title,
    rehearsal: law.binds ? undefined : law.rehearsal,
    version,
    isAccepted: statusOf(found, version) === 'accepted',
    today: todayText(clock),
    assessments: listing.items,
    after,
    next: listing.next,
  }
}

async function firmOf(tables: Handle, { manufacturer_id }: Pick<Return, 'manufacturer_id'>): Promise<string> {
  return (await manufacturerIn(tables, manufacturer_id))?.name ?? ''
}

async function listed(
  tables: Handle,
  id: string,
  before: string,
  limit: number,
  language: 'en' | 'ur',
): Promise<readonly AssessmentListed[]> {
  const all = await assessmentsOf(tables, id, before, limit)
  const names = await namesIn(
    tables,
    all.map((one) => one.made_by),
  )
  return all.map((one) => ({
    id: one.id,
    version: one.version,
    day: dayText(one.as_of, language),
    made: { when: momentOf(one.cut_off, language).when, person: names.get(one.made_by) },
  }))
}

export interface AssessmentView {
  readonly id: string
  readonly firm: string
  readonly heading: ProgrammeHeading
  readonly year: string
  readonly version: number
  readonly return_id: string
  readonly day: string
  readonly made: { readonly when: string; readonly person: string | undefined }
  /** A later version has been filed since. */
  readonly isOutdated: boolean
  /** A requirement is not met, and the programme says how the gap could be closed. */
  readonly hasAdvice: boolean
  readonly html: string
  /** What each unmet requirement costs. */
  readonly costs: readonly CostsView[]
}

/** Computed again, as it came out. */
export async function assessmentAsked(context: PageContext, asked: string | undefined): Promise<AssessmentView> {
  const id = idAsked(context, asked)
  const { actor, language } = context.get(pageCall)
  const read = await readAs(context.get(recorderContext).database, actor, async (tables) => {
    const made = await madeAssessment(tables, context.get(shelfContext), id)
    if ('refused' in made) return made
    const { assessment } = made.done
    const found = await returnIn(tables, assessment.return_id)
    const filed = found === undefined ? undefined : filedVersion(found)
    const names = await namesIn(tables, [assessment.made_by])
    return {
      done: {
        ...made.done,
        firm: await firmOf(tables, assessment),
        person: names.get(assessment.made_by),
        isOutdated: filed?.version !== assessment.version,
      },
    }
  })
  const { assessment, assessed, firm, person, isOutdated } = settled(context, read)
  return {
    id,
    firm,
    heading: programmeHeading(assessed.release.engine.programme, language),
    year: assessed.year.label,
    version: assessment.version,
    return_id: assessment.return_id,
    day: dayText(assessment.as_of, language),
    made: { when: momentOf(assessment.cut_off, language).when, person },
    isOutdated,
    hasAdvice: fallsShort(assessed),
    html: await renderWithinPage(assessed, language),
    costs: costsView(assessed, language),
  }
}
