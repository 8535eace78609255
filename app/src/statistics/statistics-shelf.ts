/** Statistics that come with the project, opened once. */
import { createContext } from 'react-router'
import type { Authority } from '../kernel/authority.ts'
import { openOnce } from '../kernel/open-once.ts'
import { openStatistics, SHIPPED_STATISTICS } from './open-statistics.ts'
import type { Series } from './statistic.ts'

export const statisticsAuthority = { see_statistics: ['public'] } as const satisfies Authority

export type StatisticsShelf = () => Promise<readonly Series[]>

export const statisticsShelf = createContext<StatisticsShelf>()

export function openStatisticsShelf(): StatisticsShelf {
  const open = openOnce(openStatistics)
  return async () => await open(SHIPPED_STATISTICS)
}
