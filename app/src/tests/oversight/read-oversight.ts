import { addMonths, formatDay, parseDay } from '@maqami/engine/value/date.ts'
import { holidaysIn } from '../../holidays/read-holidays.ts'
import type { Database } from '../../kernel/database.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import { laboratoryIn } from '../../laboratories/read-laboratories.ts'
import { everyRequest } from '../tests-table.ts'
import type { TestRequest } from '../way.ts'
import { overseen, type OversightLine } from './oversight.ts'

/** Older reports say little of how a laboratory works now. */
const MONTHS = 12

export interface OversightRead {
  /** Reports count from this day on. */
  readonly since: string
  readonly compared: number
  readonly lines: readonly (OversightLine & { readonly laboratory_number: string })[]
}

/** Of what the reader may see: an officer sees all tests. */
export async function readOversight(database: Database, actor: Actor, today: string): Promise<OversightRead> {
  const since = formatDay(addMonths(parseDay(today) ?? 0, -MONTHS, 'earlier'))
  return await readAs(database, actor, async (tables) => {
    const requests: TestRequest[] = await Array.fromAsync(everyRequest(tables))
    const { lines, compared } = overseen(requests, { holidays: await holidaysIn(tables), today, since })
    const numbers = new Map<string, string>()
    for (const id of new Set(lines.map(({ laboratory_id }) => laboratory_id)))
      numbers.set(id, (await laboratoryIn(tables, id))?.number ?? '')
    return {
      since,
      compared,
      lines: lines.map((line) => ({ ...line, laboratory_number: numbers.get(line.laboratory_id) ?? '' })),
    }
  })
}
