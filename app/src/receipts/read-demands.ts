/** What may be paid by the number of a determination, within the transaction of whoever matches. */
import type { Determination } from '../determinations/determination.ts'
import { determinationIn, determinationsBeside } from '../determinations/read-determinations.ts'
import { standingOf } from '../determinations/standing.ts'
import type { Handle } from '../kernel/database.ts'
import type { Entry } from '../ledger/entry.ts'
import { entriesIn } from '../ledger/read-statement.ts'
import { answersFor } from '../manufacturers/life/read-life.ts'
import { manufacturersIn } from '../manufacturers/read-manufacturers.ts'
import { debtsIn } from './debt.ts'
import type { Demand } from './match.ts'

export interface KnownDemand extends Demand {
  readonly determination: Determination
}

/** Those that were approved, by their numbers. */
export async function demandsFor(tables: Handle, numbers: Iterable<string>): Promise<ReadonlyMap<string, KnownDemand>> {
  const demands = new Map<string, KnownDemand>()
  const accounts = new Map<string, readonly Entry[]>()
  for (const number of new Set(numbers)) {
    const determination = await determinationIn(tables, number)
    if (determination === undefined || standingOf(determination) === null) continue
    const { manufacturer_id } = determination
    const entries = accounts.get(manufacturer_id) ?? (await entriesIn(tables, manufacturer_id))
    accounts.set(manufacturer_id, entries)
    demands.set(number, await demandOf(tables, determination, entries))
  }
  return demands
}

/** Those of its findings that the same case charges, whichever determination did so: a later one may have left them as they were. */
async function demandOf(tables: Handle, determination: Determination, entries: readonly Entry[]): Promise<KnownDemand> {
  const { manufacturer_id, programme, year, subject, rehearsal, findings } = determination
  const own = new Set(findings.map(({ finding }) => finding))
  const beside = await determinationsBeside(tables, determination)
  const firms = [manufacturer_id, await answersFor(tables, manufacturer_id)]
  return {
    determination,
    rehearsal,
    isStayed: beside.some(
      (one) => standingOf(one) === 'stayed' && one.findings.some(({ finding }) => own.has(finding)),
    ),
    payers: (await manufacturersIn(tables, firms)).map(({ registration_number }) => registration_number),
    debts: debtsIn(
      entries.filter(
        (one) =>
          one.programme === programme &&
          one.year === year &&
          one.subject === subject &&
          one.rehearsal === rehearsal &&
          own.has(one.finding),
      ),
    ),
  }
}
