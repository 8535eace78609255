import { holidaysIn } from '../holidays/read-holidays.ts'
import type { Database } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type ListPage, type PageAsked, readPage } from '../kernel/read-page.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { laboratoryIn } from '../laboratories/read-laboratories.ts'
import { drawReport } from './sign-report.ts'
import { findReport, findRequest, listRequests, listTurns } from './tests-table.ts'
import { medianOf, stateOf, type TestRefusal, type TestRequest, type Turnaround, turnaroundOf } from './way.ts'
import { formatDay, parseDay } from '@maqami/engine/value/date.ts'

export interface TestHeld extends TestRequest {
  /** Of the report that waits for a signature, where the reader could sign it but for who he is; null elsewhere. */
  readonly shown_hash: string | null
  /** Why the laboratory may not sign it today. */
  readonly hindered: TestRefusal | null
  readonly turnaround: (Omit<Turnaround, 'due_on'> & { readonly due_on: string | null }) | null
}

export async function readTest(
  database: Database,
  actor: Actor,
  number: string,
  today: string,
): Promise<Outcome<TestHeld, TestRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const found = await findRequest(tables, number)
    if (found === undefined) return { refused: { code: 'test_unknown' } }
    const waits = ['measured', 'reported'].includes(stateOf(found))
    const drawn = waits ? await drawReport(tables, found, today) : undefined
    const turnaround = turnaroundOf(found, await holidaysIn(tables), parseDay(today) ?? 0)
    return {
      done: {
        ...found,
        shown_hash: drawn !== undefined && 'done' in drawn ? drawn.done.hash : null,
        hindered: drawn !== undefined && 'refused' in drawn ? drawn.refused : null,
        turnaround:
          turnaround === undefined
            ? null
            : { ...turnaround, due_on: turnaround.due_on === null ? null : formatDay(turnaround.due_on) },
      },
    }
  })
}

/** A page of those that the reader may see: a maker's own, a laboratory's own, or all. */
export async function readTests(database: Database, actor: Actor, asked: PageAsked): Promise<ListPage<TestRequest>> {
  return await readPage(database, actor, asked, 'newest_first', listRequests)
}

/** The report with this hash, as canonical JSON. */
export async function readReport(
  database: Database,
  actor: Actor,
  hash: string,
): Promise<Outcome<string, TestRefusal>> {
  const found = await readAs(database, actor, async (tables) => await findReport(tables, hash))
  return found === undefined ? { refused: { code: 'test_unknown' } } : { done: found }
}

export interface QueueLine {
  readonly laboratory_number: string
  readonly laboratory_name: string
  readonly standard: string
  readonly method: string
  /** Samples that are there and not certified yet. */
  readonly waiting: number
  readonly ended: number
  /** Working days from the sample to the second signature; null where none ended. */
  readonly median_days: number | null
}

/** How long each laboratory takes for each method, for anybody. */
export async function readQueue(database: Database, actor: Actor): Promise<readonly QueueLine[]> {
  return await readAs(database, actor, async (tables) => {
    const turns = Map.groupBy(await listTurns(tables), (one) => `${one.laboratory_id}\n${one.standard}\n${one.method}`)
    const lines: QueueLine[] = []
    for (const group of turns.values()) {
      const [{ laboratory_id, standard, method } = { laboratory_id: '', standard: '', method: '' }] = group
      const laboratory = await laboratoryIn(tables, laboratory_id)
      const ended = group.flatMap(({ working_days }) => working_days ?? [])
      const begun = group.filter(({ kind }) => kind === 'begun').length
      const over = group.length - begun
      lines.push({
        laboratory_number: laboratory?.number ?? '',
        laboratory_name: laboratory?.name ?? '',
        standard,
        method,
        waiting: begun - over,
        ended: ended.length,
        median_days: medianOf(ended) ?? null,
      })
    }
    return lines.toSorted((one, other) => (keyOf(one) < keyOf(other) ? -1 : 1))
  })
}

function keyOf({ standard, method, laboratory_number }: QueueLine): string {
  return `${standard}\n${method}\n${laboratory_number}`
}
