/** An officer puts a table of official rates in the place of the one before. */
import { formatProblem } from '@maqami/engine/load/problem.ts'
import { type Recorder, recordCommand } from '../../audit-log/record-command.ts'
import { hashBytes } from '../../documents/keep-document.ts'
import { instantText } from '../../kernel/clock.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { decodedUtf8, notUtf8 } from '../../kernel/read-text.ts'
import type { Actor } from '../../kernel/transaction.ts'
import { NO_RATES, type OfficialRates, readRates } from '../check/official-rates.ts'
import type { RatesBroken } from './return.ts'
import { insertRates, type RateTable } from './returns-table.ts'

/** What the table is called where something is wrong with it. */
const NAME = 'rates.csv'

export async function recordRates(
  recorder: Recorder,
  actor: Actor,
  bytes: Uint8Array,
): Promise<Outcome<string, RatesBroken>> {
  const text = decodedUtf8(bytes)
  if (text === undefined) return { refused: { code: 'rates_broken', problems: [notUtf8(NAME)] } }
  const read = readRates(NAME, text)
  if (!read.ok) return { refused: { code: 'rates_broken', problems: read.problems.map(formatProblem) } }
  return await recordCommand<string, RatesBroken>(recorder, actor, 'record_rates', async (tables) => {
    const id = recorder.makeId()
    const hash = hashBytes(Buffer.from(text))
    await insertRates(tables, {
      id,
      text,
      hash,
      recorded_at: instantText(recorder.clock()),
      recorded_by: actor.person,
    })
    return { done: id, subject: `rates ${id}`, details: { hash } }
  })
}

/** A table was held against its form when it was recorded. */
export function ratesOf(table: RateTable | undefined): OfficialRates {
  if (table === undefined) return NO_RATES
  const read = readRates(NAME, table.text)
  if (!read.ok) throw new Error(`the rates ${table.id} cannot be read`)
  return read.rates
}
