/** What the pages of manual handling are given. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Language } from '../kernel/problem.ts'
import { allOf } from '../kernel/read-page.ts'
import { readAs } from '../kernel/transaction.ts'
import type { Firm } from '../pages/firm-column.tsx'
import { cursorAsked, idAsked, type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { daysBetween, momentOf } from '../pages/when.ts'
import { namesIn, organizationIn } from '../people/name-people.ts'
import { readOpenCounts, readReferral, readReferrals } from './read-referrals.ts'
import { addressOf, REFERRAL_KINDS, type Referral, type ReferralKind } from './referral.ts'
import { referralWordsOf } from './referral-words.ts'

export interface ReferralView {
  readonly id: string
  readonly kind: ReferralKind
  /** `Determination D-000012`, and its page. */
  readonly about: string
  readonly href: string | undefined
  readonly firm: Firm | undefined
  /** `2027-08-01`. */
  readonly since: string
  /** How long it waits, or waited. */
  readonly days: number
  readonly needs_approver: boolean
  readonly isReleased: boolean
}

interface Wanted {
  readonly kind: ReferralKind | undefined
  readonly released: boolean
  /** As the form shows it. */
  readonly typed: Readonly<Record<string, string>>
}

function wantedIn(request: Request): Wanted {
  const asked = new URL(request.url).searchParams
  const kind = REFERRAL_KINDS.find((one) => one === asked.get('kind'))
  const released = asked.get('state') === 'released'
  return { kind, released, typed: { ...(kind && { kind }), ...(released && { state: 'released' }) } }
}

export async function showReferrals(context: PageContext, request: Request) {
  const { actor, may } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const after = cursorAsked(context, request)
  const { typed, ...wanted } = wantedIn(request)
  const { items, next } = await readReferrals(database, actor, wanted, { cursor: after })
  const counts = await readOpenCounts(database, actor)
  return { matters: await shown(context, items), counts, isOfficer: may('release_referral'), after, next, typed }
}

export async function showAllReferrals(context: PageContext, request: Request) {
  const { actor } = context.get(pageCall)
  const { database } = context.get(recorderContext)
  const { typed: _typed, ...wanted } = wantedIn(request)
  return await shown(context, await allOf(async (asked) => await readReferrals(database, actor, wanted, asked)))
}

async function shown(context: PageContext, matters: readonly Referral[]): Promise<readonly ReferralView[]> {
  const { actor, language } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const now = todayText(clock)
  return await readAs(database, actor, async (tables) => {
    const firms = await firmsOf(tables, matters)
    return matters.map((one) => viewOf(one, firms, now, language))
  })
}

/** By the names that the organizations have now: the register of manufacturers lies to the right. */
async function firmsOf(tables: Handle, matters: readonly Referral[]): Promise<ReadonlyMap<string, Firm>> {
  const firms = new Map<string, Firm>()
  for (const id of new Set(matters.flatMap(({ manufacturer_id }) => manufacturer_id ?? []))) {
    const found = await organizationIn(tables, id)
    if (found !== undefined) firms.set(id, { id, name: found.name })
  }
  return firms
}

function viewOf(one: Referral, firms: ReadonlyMap<string, Firm>, now: string, language: Language): ReferralView {
  const since = momentOf(one.referred_at, language).day
  const until = one.released === null ? now : momentOf(one.released.released_at, language).day
  return {
    id: one.id,
    kind: one.kind,
    about: aboutOf(one, language),
    href: addressOf(one),
    firm: firms.get(one.manufacturer_id ?? ''),
    since,
    days: daysBetween(since, until),
    needs_approver: one.needs_approver,
    isReleased: one.released !== null,
  }
}

function aboutOf({ subject }: Referral, language: Language): string {
  const { subjects } = referralWordsOf(language)
  const [noun, name = ''] = subject.split(' ')
  if (noun === 'determination' || noun === 'licence') return subjects[noun](name)
  return noun === 'return' || noun === 'job' ? subjects[noun] : subjects.other
}

export async function showReferral(context: PageContext, asked: string | undefined) {
  const { actor, language, may } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const found = settled(context, await readReferral(database, actor, idAsked(context, asked)))
  const { released } = found
  const { firms, names } = await readAs(database, actor, async (tables) => ({
    firms: await firmsOf(tables, [found]),
    names: await namesIn(tables, [found.referred_by, released?.released_by ?? null]),
  }))
  const isOpen = released === null && may('release_referral')
  const isHis = !found.needs_approver || (actor.role === 'approving_officer' && found.referred_by !== actor.person)
  return {
    view: viewOf(found, firms, todayText(clock), language),
    said: found.words?.[language],
    referred: momentOf(found.referred_at, language),
    released:
      released === null
        ? undefined
        : {
            ...momentOf(released.released_at, language),
            by: names.get(released.released_by),
            reason: released.reason,
          },
    isOfficer: may('release_referral'),
    mayRelease: isOpen && isHis,
    waitsForAnother: isOpen && !isHis,
  }
}
