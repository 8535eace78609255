/** What the page of the calendar is given. */
import { addMonths, type Day, formatDay, parseMonth } from '@maqami/engine/value/date.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { isId } from '../kernel/identifiers.ts'
import { readManufacturers } from '../manufacturers/read-manufacturers.ts'
import { type PageContext, pageCall } from '../pages/page-call.ts'
import { lawsCalled } from '../policy-releases/laws-called.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { daysLeft, type Obligation } from './obligation.ts'
import { readCalendar } from './read-obligations.ts'
import { sharedSince } from './share-calendar.ts'

const ALL = { limit: 10_000 }

export interface Shown extends Pick<Obligation, 'key' | 'kind' | 'about' | 'title' | 'due_on' | 'href' | 'state'> {
  readonly days_left: number
  readonly programme: string
  readonly firm: string
}

export interface MonthShown {
  readonly year: number
  /** From 1. */
  readonly month: number
  readonly before: string
  readonly after: string
  /** Weeks from Monday; null beside the month. */
  readonly weeks: readonly (readonly (CellShown | null)[])[]
}

export interface CellShown {
  readonly day: string
  readonly isToday: boolean
  readonly items: readonly Shown[]
}

export async function showCalendar(context: PageContext, request: Request) {
  const { actor, may } = context.get(pageCall)
  const recorder = context.get(recorderContext)
  const shelf = context.get(shelfContext)
  const { searchParams } = new URL(request.url)
  const { day, obligations } = await readCalendar(recorder, shelf, actor)
  const firms = (await readManufacturers(recorder.database, actor, ALL)).items
  const laws = await lawsCalled(
    context,
    obligations.flatMap(({ programme }) => programme ?? []),
  )
  const firm = searchParams.get('firm') ?? ''
  const shown = obligations
    .filter(({ manufacturer_id }) => !isId(firm) || manufacturer_id === firm)
    .map(({ key, kind, about, title, due_on, href, state, programme, manufacturer_id }): Shown => {
      const name = firms.find(({ id }) => id === manufacturer_id)?.name ?? ''
      const days_left = daysLeft({ due_on }, day)
      const law = programme === undefined ? '' : laws(programme).title
      return { key, kind, about, title, due_on, href, state, days_left, programme: law, firm: name }
    })
  const asked = searchParams.get('month')
  return {
    firm,
    /** An officer sees several. */
    firms: may('see_manufacturers') ? firms.map(({ id, name }) => ({ id, name })) : [],
    items: shown,
    month: searchParams.get('view') === 'month' ? monthOf(asked ?? day.slice(0, 7), day, shown) : undefined,
    mayShare: may('share_calendar'),
    sharedSince: await sharedSince(recorder.database, actor),
  }
}

const WEEK = 7
/** 1 January 1970 was a Thursday, the fourth day of a week that begins on Monday. */
const THURSDAY = 3

function weekday(day: Day): number {
  return (((day + THURSDAY) % WEEK) + WEEK) % WEEK
}

function beside(count: number): readonly null[] {
  return Array.from({ length: count }, () => null)
}

function monthOf(asked: string, today: string, shown: readonly Shown[]): MonthShown {
  const label = parseMonth(asked) === undefined ? today.slice(0, 7) : asked
  const { first, last } = parseMonth(label) ?? { first: 0, last: 0 }
  const cells = Array.from({ length: last - first + 1 }, (_, nth): CellShown => {
    const day = formatDay(first + nth)
    return { day, isToday: day === today, items: shown.filter(({ due_on }) => due_on === day) }
  })
  const all = [...beside(weekday(first)), ...cells, ...beside(WEEK - 1 - weekday(last))]
  return {
    year: Number(label.slice(0, 4)),
    month: Number(label.slice(5)),
    before: formatDay(addMonths(first, -1, 'earlier')).slice(0, 7),
    after: formatDay(addMonths(first, 1, 'earlier')).slice(0, 7),
    weeks: Array.from({ length: all.length / WEEK }, (_, nth) => all.slice(nth * WEEK, (nth + 1) * WEEK)),
  }
}
