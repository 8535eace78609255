/** What the start page is given: the programmes and where they stand, what is open for comment, and what was published last. */
import { displayDayText } from '@maqami/engine/explain/display.ts'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { isOpenOn } from '../consultations/consultation.ts'
import { readConsultations } from '../consultations/read-consultations.ts'
import { COLOURS } from '../goals/goal.ts'
import { goalsOfProgrammes } from '../goals/read-goals.ts'
import { todayText } from '../kernel/clock.ts'
import { readAs } from '../kernel/transaction.ts'
import { type PageContext, pageCall } from '../pages/page-call.ts'
import { momentOf } from '../pages/when.ts'
import { programmeHeading } from '../policy-releases/programme-view.ts'
import { shelfContext } from '../policy-releases/shelf-context.ts'
import { shippedShelf } from '../policy-releases/shipped-shelf.ts'
import { addressOf } from '../publications/publication.ts'
import { readEditions } from '../publications/read-editions.ts'
import { statisticsShelf } from '../statistics/statistics-shelf.ts'

const NEWEST = 3
const CONSULTATIONS = 25

/** In the order in which a newcomer asks. */
const REGISTERS = [
  { command: 'compare_routes', href: '/compare' },
  { command: 'see_components', href: '/components' },
  { command: 'see_laboratories', href: '/laboratories' },
  { command: 'see_certificates', href: '/certificates' },
  { command: 'see_statistics', href: '/statistics' },
  { command: 'work_out_spillover', href: '/spillover' },
] as const

export async function showHome(context: PageContext) {
  const { actor, language, may } = context.get(pageCall)
  const { database, clock } = context.get(recorderContext)
  const series = await context.get(statisticsShelf)()
  const releases = await context.get(shippedShelf).all()
  const today = todayText(clock)
  const goals = await readAs(database, actor, async (tables) => {
    return await goalsOfProgrammes(tables, context.get(shelfContext), actor, series)
  })
  const statesOf = (programme: string) => {
    const found = goals.find(({ release }) => release.engine.programme.heading.name === programme)
    return COLOURS.flatMap((colour) => {
      const count = (found?.standings ?? []).filter(({ judged }) => judged.colour === colour).length
      return count === 0 ? [] : [{ colour, count }]
    })
  }
  const consultations = await readConsultations(database, actor, { limit: CONSULTATIONS })
  const editions = await readEditions(database, actor, { limit: NEWEST })
  return {
    hasDesk: may('see_desk'),
    programmes: releases.map(({ engine }) => {
      const heading = programmeHeading(engine.programme, language)
      return { ...heading, goals: statesOf(heading.name) }
    }),
    consultations: consultations.items
      .filter((one) => isOpenOn(one, today))
      .map(({ number, told, closes_on }) => ({
        href: `/consultations/${number}`,
        title: told[language].title,
        until: displayDayText(closes_on, language),
      })),
    editions: editions.items.map(({ content }) => ({
      href: addressOf(content),
      title: content.title[language] ?? content.title['en'] ?? '',
      year: content.year,
      edition: content.edition,
      when: momentOf(content.published_at, language).when,
    })),
    registers: REGISTERS.filter(({ command }) => may(command)),
  }
}
