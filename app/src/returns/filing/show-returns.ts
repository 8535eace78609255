/** What the pages of returns are given. */
import { recorderContext } from '../../audit-log/recorder-context.ts'
import { today } from '../../kernel/clock.ts'
import { readAs } from '../../kernel/transaction.ts'
import { cursorAsked, idAsked, type PageContext, pageCall, settled } from '../../pages/page-call.ts'
import { lawsCalled } from '../../policy-releases/laws-called.ts'
import { shelfContext } from '../../policy-releases/shelf-context.ts'
import { lastYearEnded } from '../return-year.ts'
import { lawOfVersion, readFiledReturn, readReturns, returnProgrammes } from './read-returns.ts'
import { owedIn } from './returns-owed.ts'
import { returnView } from './return-view.ts'
import { returnsCalled } from './returns-called.ts'

export async function showReturns(context: PageContext, request: Request) {
  const { actor, may } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const after = cursorAsked(context, request)
  const { items, next } = await readReturns(database, actor, { cursor: after })
  const day = today(clock)
  const open = may('upload_return') ? await returnProgrammes(database, context.get(shelfContext), actor, day) : []
  const names = items.map(({ programme }) => programme)
  const shown = [...names, ...open.map(({ programme }) => programme)]
  const [laws, called] = [await lawsCalled(context, shown), await returnsCalled(context, shown)]
  return {
    returns: items.map((found) => returnView(found, laws, called)),
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

export async function showReturn(context: PageContext, asked: string | undefined) {
  const { actor } = context.get(pageCall)
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
    rehearsal: law?.rehearsal === true ? laws(found.programme).rehearsal : undefined,
  }
}
