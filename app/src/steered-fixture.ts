/** What a firm promised, what it said of a draft in confidence, and what customs attested of it under its number. */
import { promisedBy } from './commitments-fixture.ts'
import { commentedBy } from './consultations-fixture.ts'
import { attestExport } from './exports/attest-export.ts'
import { done, type TestMaker, type TestThread } from './thread-fixture.ts'

export async function steeredBy(thread: TestThread, { id, clerk }: TestMaker, name: string): Promise<void> {
  await promisedBy(thread, id, name)
  await commentedBy(thread, clerk, { words: `What ${name} makes`, in_confidence: true })
  const shipment = { exporter: 'K-1001', goods_declaration: `KHI-9 of ${name}`, model: 'Roadster', market: 'AE' }
  const left = { devices: 4, fob_usd: '400.00', exported_on: '2026-08-01' }
  done(await attestExport(thread.recorder, thread.customsOfficer, { ...shipment, ...left }))
}
