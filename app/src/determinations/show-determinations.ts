/** What the pages of determinations are given. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { todayText } from '../kernel/clock.ts'
import { allOf } from '../kernel/read-page.ts'
import { readAs } from '../kernel/transaction.ts'
import { appliesInstead } from '../licences/applies-instead.ts'
import { givenIn } from '../licences/given-facts.ts'
import type { Whose } from '../pages/firm-column.tsx'
import { firmsNamed } from '../manufacturers/firms-named.ts'
import { cursorAsked, type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { dayText, momentOf } from '../pages/when.ts'
import { type LawsCalled, lawsCalled } from '../policy-releases/laws-called.ts'
import { releaseOf } from '../policy-releases/release-in-force.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { toldOf } from './decide-determination.ts'
import { type Determination, type DeterminationStatus, isWithdrawal, statusOf } from './determination.ts'
import { sideOf } from './letter-text.ts'
import { recommendedIn } from './recommendations/recommendation.ts'
import { readReplies } from './recommendations/record-reply.ts'
import { letterPrinted } from './print-letter.ts'
import { standingOf } from './standing.ts'
import type { WithdrawnShown } from './withdrawn-section.tsx'
import { readDetermination, readDeterminations } from './read-determinations.ts'

/** A determination as lists tell it. */
export interface DeterminationListed extends Pick<Determination, 'number' | 'kind' | 'year' | 'rehearsal'> {
  /** In the language of the reader. */
  readonly programme: string
  readonly status: DeterminationStatus
  readonly standing: ReturnType<typeof standingOf>
  readonly decided_at: string | null
}

export function determinationListed(determination: Determination, laws: LawsCalled): DeterminationListed {
  const { number, kind, year, rehearsal, decided } = determination
  const programme = laws(determination.programme).title
  const decided_at = decided?.recorded_at ?? null
  return {
    number,
    kind,
    year,
    rehearsal,
    programme,
    status: statusOf(determination),
    standing: standingOf(determination),
    decided_at,
  }
}

export async function showDeterminations(context: PageContext, request: Request) {
  const { actor, may } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const after = cursorAsked(context, request)
  const { items, next } = await readDeterminations(database, actor, { cursor: after })
  return { determinations: await shown(context, items), isOfFirms: may('see_manufacturers'), after, next }
}

export async function showAllDeterminations(context: PageContext) {
  const { actor } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  return await shown(context, await allOf(async (asked) => await readDeterminations(database, actor, asked)))
}

async function shown(
  context: PageContext,
  determinations: readonly Determination[],
): Promise<readonly (DeterminationListed & Whose)[]> {
  const laws = await lawsCalled(
    context,
    determinations.map(({ programme }) => programme),
  )
  const firms = await firmsNamed(
    context,
    determinations.map(({ manufacturer_id }) => manufacturer_id),
  )
  return determinations.map((one) => ({ ...determinationListed(one, laws), firm: firms(one.manufacturer_id) }))
}

/** In the words of its letter, by the release that it applies. */
export async function showDetermination(context: PageContext, number: string, request: Request) {
  const { actor, language, may } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const determination = settled(context, await readDetermination(database, actor, number))
  const laws = await lawsCalled(context, [determination.programme])
  const { decided } = determination
  const isAnswerable = statusOf(determination) === 'approved' && recommendedIn(determination.findings).length > 0
  const decidedOn = decided === null ? todayText(clock) : momentOf(decided.recorded_at, language).day
  const { told, printed } = await readAs(database, actor, async (tables) => {
    const release = context.get(shelfContext).open(await releaseOf(tables, determination.release_id))
    return {
      told: await toldOf(tables, release.engine.programme, determination, decidedOn),
      printed: await letterPrinted(tables, determination),
    }
  })
  return {
    determination,
    printed,
    instead: await insteadIn(context, determination, request),
    status: statusOf(determination),
    standing: standingOf(determination),
    standings: [...determination.standings_before, ...determination.standings]
      .toSorted((a, b) => (a.recorded_at < b.recorded_at ? -1 : 1))
      .map(({ kind, cause, effective_on }) => ({ kind, cause, day: dayText(effective_on, language) })),
    firm: told.manufacturer.name,
    firm_id: determination.manufacturer_id,
    next: nextOf(determination, may),
    replies: isAnswerable
      ? settled(context, await readReplies(context.get(recorderContext), actor, number))
      : undefined,
    mayReply: isAnswerable && may('record_reply'),
    mayAppeal:
      may('prepare_appeal') &&
      determination.kind !== 'restoration' &&
      ['in_effect', 'stayed'].includes(standingOf(determination) ?? ''),
    follows: told.follows,
    side: sideOf(told, language),
    rehearsal: determination.rehearsal ? laws(determination.programme).rehearsal : undefined,
  }
}

/** What applies where it withdraws a concession; null where it does not, or the law does not say. */
async function insteadIn(
  context: PageContext,
  { findings, programme }: Determination,
  request: Request,
): Promise<WithdrawnShown | null> {
  if (!findings.some(isWithdrawal)) return null
  const { actor } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const typed = givenIn(request)
  const asked = { programme, day: todayText(clock) }
  const instead = await appliesInstead(database, actor, context.get(shelfContext), asked, typed)
  return instead && { instead, typed }
}

/** Where whoever reads it goes on. */
function nextOf(
  determination: Determination,
  may: (command: string) => boolean,
): { readonly what: 'decide' | 'prepare' | 'serve' | 'pay' | 'cure' | 'statement'; readonly href: string } | undefined {
  const { number, kind, assessment_id } = determination
  const status = statusOf(determination)
  if (status === 'prepared')
    return may('preview_letter') ? { what: 'decide', href: `/determinations/${number}/decide` } : undefined
  if (status === 'sent_back')
    return may('prepare_determination')
      ? { what: 'prepare', href: `/assessments/${assessment_id}/determinations` }
      : undefined
  if (kind === 'failure' && may('issue_notice')) return { what: 'serve', href: `/determinations/${number}/notice` }
  if (kind === 'entitlement' && may('prepare_payment')) return { what: 'pay', href: '/payments' }
  if (!may('upload_return')) return undefined
  switch (kind) {
    case 'failure':
    case 'sanction':
      return { what: 'cure', href: '/notices' }
    case 'entitlement':
      return { what: 'statement', href: '/statement' }
    case 'restoration':
      return undefined
  }
}
