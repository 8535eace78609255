/** Customs attests two exports that Kohsar declared, of one less than was declared, and one that no return declares. */
import { attestExport } from '../exports/attest-export.ts'
import { MAKERS } from './invented-makers.ts'
import type { Cast, Stage } from './play-demonstration.ts'

export async function attestExports({ recorder, done, progress }: Stage, { customsOfficer }: Cast): Promise<void> {
  progress('Customs attests exports.')
  const firm = { exporter: MAKERS.kohsar.registration_number, model: 'Sitara S1' }
  for (const said of [
    { goods_declaration: 'KAPE-EX-501', market: 'AE', devices: 775, fob_usd: '90349.50', exported_on: '2026-07-20' },
    { goods_declaration: 'KAPE-EX-502', market: 'KE', devices: 600, fob_usd: '65000.00', exported_on: '2026-08-20' },
    { goods_declaration: 'KAPE-EX-530', market: 'OM', devices: 120, fob_usd: '13989.60', exported_on: '2027-06-28' },
  ])
    done(await attestExport(recorder, customsOfficer, { ...firm, ...said }))
}
