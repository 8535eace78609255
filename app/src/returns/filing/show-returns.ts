/** What the pages of returns are given. */
import { formatDay } from '@maqami/engine/value/date.ts'
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { today } from '../../kernel/clock.ts'
import { readAs } from '../../kernel/transaction.ts'
import { ID, PERIOD, PROGRAMME } from '../../kernel/field-schemas.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { eachOf } from '../../kernel/read-page.ts'
import type { Typed } from '../../pages/form.tsx'
import { type FormRefusal, inQuery, readForm } from '../../pages/read-form.ts'
import { programmesPublished } from '../../policy-releases/release-in-force.ts'
import type { Whose } from '../../pages/firm-column.tsx'
import { firmsAnsweredBy } from '../../manufacturers/life/read-life.ts'
import { manufacturerIn } from '../../manufacturers/read-manufacturers.ts'
import { firmsNamed } from '../../manufacturers/firms-named.ts'
import { cursorAsked, idAsked, notHere, type PageContext, pageCall, refused, settled } from '../../pages/page-call.ts'
import { type LawsCalled, lawsCalled } from '../../policy-releases/laws-called.ts'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { openReferrals } from '../../referrals/refer-matter.ts'
import { referralWordsOf } from '../../referrals/referral-words.ts'
import { lastYearEnded } from '../return-year.ts'
import { clockText } from '../questions/question-words.ts'
import { questionsIn } from '../questions/read-questions.ts'
import { isEntered } from '../drafting/edit-draft.ts'
import { ANNUAL } from '../schema/load-return-schema.ts'
import { listReturns } from './list-returns.ts'
import { lawOfVersion, readFiledReturn, returnProgrammes } from './read-returns.ts'
import { lockOver } from './period-lock.ts'
import { locksOf } from './period-locks-table.ts'
import { owedIn } from './returns-owed.ts'
import { ORDERS, type Standing, STANDINGS, type WantedReturns } from './wanted-returns.ts'
import { type Return, statusOf } from './return.ts'
import { type ReturnView, returnView } from './return-view.ts'
import { type ReturnsCalled, returnsCalled } from './returns-called.ts'

export async function showReturns(context: PageContext, request: Request) {
  const { actor, may } = context.get(pageCall)
  const recorder = context.get(recorderContext)
  const shelf = context.get(shelfContext)
  const after = cursorAsked(context, request)
  const { typed, read } = readWanted(context, request)
  const wanted = 'done' in read ? read.done : {}
  const { items, next } = settled(context, await listReturns(recorder, shelf, actor, wanted, { cursor: after }))
  const day = today(recorder.clock)
  const open = may('upload_return') ? await returnProgrammes(recorder.database, shelf, actor, day) : []
  const published = await readAs(recorder.database, actor, programmesPublished)
  const [laws, called] = [await lawsCalled(context, published), await returnsCalled(context, published)]
  const { manufacturer_id: firm } = wanted
  return {
    typed,
    problem: 'refused' in read ? inQuery(context.get(pageCall).problemOf(read.refused)) : undefined,
    returns: await shown(context, items, laws, called),
    programmes: published.map((value) => ({ value, label: laws(value).title })),
    firm: firm === undefined ? undefined : (await firmsNamed(context, [firm]))(firm),
    isOfFirms: may('see_manufacturers'),
    after,
    next,
    isMaker: may('upload_return'),
    uploadFirms: may('upload_return') ? await firmsToFileFor(context) : [],
    kinds: open.flatMap(({ programme, kinds }) =>
      kinds.map(({ kind }) => ({
        value: `${programme}/${kind}`,
        label: `${called({ programme, kind })}: ${laws(programme).title}`,
      })),
    ),
    reported: reportAsked(request),
    years: open.map(({ year_starts }) => lastYearEnded(day, year_starts)),
  }
}

/** What `begunAt` chose. */
function reportAsked(request: Request): { readonly return: string; readonly period: string } | undefined {
  const asked = /^([a-z0-9-]+\/[a-z0-9-]+)\/([0-9-]{4,7})$/.exec(new URL(request.url).searchParams.get('report') ?? '')
  return asked === null ? undefined : { return: asked[1] ?? '', period: asked[2] ?? '' }
}

/** One's own, and those for which it answers. */
async function firmsToFileFor(context: PageContext) {
  const { actor } = context.get(pageCall)
  const { organization = '' } = actor
  return await readAs(context.get(recorderContext).database, actor, async (tables) => {
    const own = await manufacturerIn(tables, organization)
    const firms = own === undefined ? [] : [own, ...(await firmsAnsweredBy(tables, organization))]
    return firms.map(({ id, name }) => ({ value: id, label: name }))
  })
}

/** What the form above the list takes; what is left empty is not asked for. */
const WANTED_FORM = {
  programme: PROGRAMME,
  period: PERIOD,
  standing: { enum: STANDINGS },
  firm: ID,
  late: { enum: ['yes'] },
  order: { enum: ORDERS },
} as const

function readWanted(
  context: PageContext,
  request: Request,
): { readonly typed: Typed; readonly read: Outcome<WantedReturns, FormRefusal> } {
  const form = new FormData()
  for (const [name, text] of new URL(request.url).searchParams) if (text.trim() !== '') form.set(name, text)
  const asked = Object.fromEntries(Object.entries(WANTED_FORM).filter(([name]) => form.has(name)))
  const { typed, read } = readForm(form, { properties: asked })
  if ('refused' in read) return { typed, read }
  const { programme, period, standing, firm, late, order } = read.done as Partial<typeof read.done> & {
    readonly standing?: Standing
    readonly order?: WantedReturns['order']
  }
  // A maker sees one firm's, its own.
  const manufacturer_id = context.get(pageCall).may('see_manufacturers') ? firm : undefined
  return { typed, read: { done: { programme, period, standing, manufacturer_id, late: late === 'yes', order } } }
}

/** All that are wanted, firm after firm, page by page as they are taken. */
export async function* everyReturn(
  context: PageContext,
  request: Request,
): AsyncGenerator<ReturnView & Whose, undefined, undefined> {
  const { actor, problemOf } = context.get(pageCall)
  const recorder = context.get(recorderContext)
  const shelf = context.get(shelfContext)
  const { read } = readWanted(context, request)
  if ('refused' in read) throw refused(problemOf(read.refused))
  const wanted = { ...read.done, order: 'firm' } as const
  const published = await readAs(recorder.database, actor, programmesPublished)
  const [laws, called] = [await lawsCalled(context, published), await returnsCalled(context, published)]
  yield* eachOf(async (asked) => {
    const { items, next } = settled(context, await listReturns(recorder, shelf, actor, wanted, asked))
    return { items: await shown(context, items, laws, called), next }
  })
}

async function shown(
  context: PageContext,
  returns: readonly Return[],
  laws: LawsCalled,
  called: ReturnsCalled,
): Promise<readonly (ReturnView & Whose)[]> {
  const firms = await firmsNamed(
    context,
    returns.map(({ manufacturer_id }) => manufacturer_id),
  )
  return returns.map((found) => ({ ...returnView(found, laws, called), firm: firms(found.manufacturer_id) }))
}

/** A version that can be withdrawn, or why it cannot. */
export async function showDraft(
  context: PageContext,
  { id, version }: { readonly id: string; readonly version: number },
) {
  const { actor } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const found = settled(context, await readFiledReturn(database, actor, id))
  const wanted = found.versions.find((one) => one.version === version)
  if (wanted === undefined) throw notHere(context)
  const law = (await lawsCalled(context, [found.programme]))(found.programme)
  const called = await returnsCalled(context, [found.programme])
  return {
    id,
    version,
    status: statusOf(found, version),
    uploaded_at: wanted.uploaded_at,
    called: { kind: called(found), period: found.period, programme: law.title },
    rehearsal: law.binds ? undefined : law.rehearsal,
  }
}

export async function showReturn(context: PageContext, id: string | undefined) {
  const { actor, language, may, problemOf } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const found = settled(context, await readFiledReturn(database, actor, idAsked(context, id)))
  const laws = await lawsCalled(context, [found.programme])
  const last = found.versions.at(-1)
  const law = last === undefined ? undefined : await lawOfVersion(database, actor, last)
  const now = today(context.get(recorderContext).clock)
  const shelf = context.get(shelfContext)
  const { owed, asked, locked, referred } = await readAs(database, actor, async (tables) => ({
    owed: await owedIn(tables, shelf, found, now),
    asked: await questionsIn(tables, shelf, found, formatDay(now)),
    locked: lockOver(await locksOf(tables, found), found),
    referred: await openReferrals(tables, `return ${found.id}`),
  }))
  return {
    found,
    owed,
    locked: locked === undefined ? undefined : problemOf(locked).detail,
    referred: referred.map(({ id: matter, kind }) => {
      const words = referralWordsOf(language)
      return { href: `/referrals/${matter}`, said: words.withOfficer(words.kinds[kind]) }
    }),
    clock: asked.clock === undefined ? undefined : clockText(asked.clock, language),
    questions: asked.questions,
    isEntered: may('edit_draft') && (await isEntered(database, actor, found.id)),
    view: returnView(found, laws, await returnsCalled(context, [found.programme])),
    firm: (await firmsNamed(context, [found.manufacturer_id]))(found.manufacturer_id),
    isOfFirms: may('see_manufacturers'),
    mayReview: may('review_return'),
    mayLock: may('lock_period'),
    mayAssess: found.kind === ANNUAL && may('make_assessment'),
    rehearsal: law?.rehearsal === true ? laws(found.programme).rehearsal : undefined,
  }
}
