/** What the pages of returns are given. */
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { today } from '../../kernel/clock.ts'
import { readAs } from '../../kernel/transaction.ts'
import { allOf } from '../../kernel/read-page.ts'
import type { Whose } from '../../pages/firm-column.tsx'
import { firmsNamed } from '../../manufacturers/firms-named.ts'
import { cursorAsked, idAsked, type PageContext, pageCall, settled } from '../../pages/page-call.ts'
import { type LawsCalled, lawsCalled } from '../../policy-releases/laws-called.ts'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { lastYearEnded } from '../return-year.ts'
import { ANNUAL } from '../schema/load-return-schema.ts'
import { lawOfVersion, readFiledReturn, readReturns, returnProgrammes } from './read-returns.ts'
import { owedIn } from './returns-owed.ts'
import type { Return } from './return.ts'
import { type ReturnView, returnView } from './return-view.ts'
import { type ReturnsCalled, returnsCalled } from './returns-called.ts'

export async function showReturns(context: PageContext, request: Request) {
  const { actor, may } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const after = cursorAsked(context, request)
  const { items, next } = await readReturns(database, actor, { cursor: after })
  const day = today(clock)
  const open = may('upload_return') ? await returnProgrammes(database, context.get(shelfContext), actor, day) : []
  const names = items.map(({ programme }) => programme)
  const wanted = [...names, ...open.map(({ programme }) => programme)]
  const [laws, called] = [await lawsCalled(context, wanted), await returnsCalled(context, wanted)]
  return {
    returns: await shown(context, items, laws, called),
    isOfFirms: may('see_manufacturers'),
    after,
    next,
    isMaker: may('upload_return'),
    kinds: open.flatMap(({ programme, kinds }) =>
      kinds.map(({ kind }) => ({
        value: `${programme}/${kind}`,
        label: `${called({ programme, kind })}: ${laws(programme).title}`,
      })),
    ),
    years: open.map(({ year_starts }) => lastYearEnded(day, year_starts)),
  }
}

export async function showAllReturns(context: PageContext) {
  const { actor } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const all = await allOf(async (asked) => await readReturns(database, actor, asked))
  const names = all.map(({ programme }) => programme)
  return await shown(context, all, await lawsCalled(context, names), await returnsCalled(context, names))
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

export async function showReturn(context: PageContext, asked: string | undefined) {
  const { actor, may } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const found = settled(context, await readFiledReturn(database, actor, idAsked(context, asked)))
  const laws = await lawsCalled(context, [found.programme])
  const last = found.versions.at(-1)
  const law = last === undefined ? undefined : await lawOfVersion(database, actor, last)
  const now = today(context.get(recorderContext).clock)
  const owed = await readAs(database, actor, async (tables) => {
    return await owedIn(tables, context.get(shelfContext), found, now)
  })
  return {
    found,
    owed,
    view: returnView(found, laws, await returnsCalled(context, [found.programme])),
    firm: (await firmsNamed(context, [found.manufacturer_id]))(found.manufacturer_id),
    isOfFirms: may('see_manufacturers'),
    mayReview: may('review_return'),
    mayAssess: found.kind === ANNUAL && may('make_assessment'),
    rehearsal: law?.rehearsal === true ? laws(found.programme).rehearsal : undefined,
  }
}
