/** The laboratories of the demonstration: of the government, private, abroad and in a plant; the private one is suspended in the end. */
import { type Actor, readAs } from '../kernel/transaction.ts'
import {
  authoriseSignatory,
  declareCapacity,
  declareEquipment,
  declarePrice,
} from '../laboratories/declare-laboratory.ts'
import type { ScopeLine } from '../laboratories/laboratory.ts'
import { approveLaboratoryOrder, proposeLaboratoryOrder } from '../laboratories/order-laboratory.ts'
import { laboratoryOfOrganization } from '../laboratories/read-laboratories.ts'
import {
  keepAccreditationFile,
  type NewLaboratory,
  recordAccreditation,
  registerLaboratory,
} from '../laboratories/register-laboratory.ts'
import { FIRST_DAY } from './invented-makers.ts'
import type { Cast, Stage } from './play-demonstration.ts'

const RADIO = { standard: 'EN 300 328 V2.2.2', method: '5.4.2 RF output power' }
const EXPOSURE = { standard: 'EN 50566:2017', method: 'IEC/IEEE 62209-1528:2020, head' }
const BATTERY = { standard: 'IEC 61960-3:2017', method: '7.6.2 Endurance in cycles' }
const SAFETY = { standard: 'IEC 62368-1:2018', method: '9.3 Touch temperature limits' }

/** Two who sign for it. */
export interface LaboratoryCast {
  readonly signatory: Actor
  readonly colleague: Actor
}

export interface Laboratories {
  readonly national: LaboratoryCast
  readonly bandar: LaboratoryCast
}

const REGISTERED_ON = '2028-01-04'

export async function registerLaboratories(
  stage: Stage,
  cast: Cast,
  { national, bandar }: Laboratories,
): Promise<void> {
  const { recorder, done } = stage
  stage.progress('Laboratories are registered.')
  stage.on(REGISTERED_ON)
  const { signatory } = national
  const state: NewLaboratory = {
    organization_id: signatory.organization ?? null,
    name: 'National Electronics Test Laboratory',
    kind: 'government',
    country: 'PK',
    manufacturer_id: null,
  }
  await accredited(stage, cast, state, [RADIO, BATTERY, SAFETY], { ...EXPOSURE, subcontracted_to: 'Hafen Prüflabor' })
  for (const [nth, { method }] of [RADIO, BATTERY].entries()) {
    const [name, serial] = [`Measuring place ${nth + 1}`, `MP-${nth + 1}`]
    done(await declareEquipment(recorder, signatory, { name, serial, method, ...CALIBRATED }))
  }
  // Of the safety bench the calibration is over by the first day on which anybody looks.
  const bench = { name: 'Safety bench', serial: 'SB-1', method: SAFETY.method, retired_on: null }
  const over = { calibrated_on: '2027-08-01', calibration_due_on: '2028-07-31' }
  done(await declareEquipment(recorder, signatory, { ...bench, ...over }))
  done(await declarePrice(recorder, signatory, { ...RADIO, amount: '180000.00', currency: 'PKR', days: 15 }))
  done(await declarePrice(recorder, signatory, { ...BATTERY, amount: '45000.00', currency: 'PKR', days: 8 }))
  done(await declareCapacity(recorder, signatory, 12))
  const none = { organization_id: null, manufacturer_id: null }
  const harbour = { organization_id: bandar.signatory.organization ?? null, manufacturer_id: null }
  const house = { ...harbour, name: 'Bandar Test House', kind: 'private', country: 'PK' } as const
  await accredited(stage, cast, house, [BATTERY])
  const rig = { name: 'Cycling rig', serial: 'CR-3', method: BATTERY.method, ...CALIBRATED }
  done(await declareEquipment(recorder, bandar.signatory, rig))
  for (const { signatory: one, colleague: other } of [national, bandar])
    for (const [by, { person: person_id }] of [
      [one, other],
      [other, one],
    ] as const)
      done(await authoriseSignatory(recorder, by, { person_id, may_sign_from: REGISTERED_ON, may_sign_until: null }))
  await accredited(stage, cast, { ...none, name: 'Hafen Prüflabor', kind: 'foreign', country: 'DE' }, [EXPOSURE, RADIO])
  const plant = { kind: 'in_plant', manufacturer_id: cast.makers.kohsar.signatory.organization ?? null } as const
  await accredited(stage, cast, { ...none, name: 'Laboratory of Kohsar', country: 'PK', ...plant }, [BATTERY])
}

const CALIBRATED = { calibrated_on: '2027-11-10', calibration_due_on: '2028-11-09', retired_on: null }

/** What it signed before stays signed, and what lies on its bench waits. */
export async function suspendLaboratory(stage: Stage, cast: Cast, { signatory }: LaboratoryCast): Promise<void> {
  const { recorder, done } = stage
  stage.progress('A laboratory is suspended.')
  stage.on(FIRST_DAY)
  const own = await readAs(recorder.database, signatory, async (tables) => {
    return await laboratoryOfOrganization(tables, signatory.organization ?? '')
  })
  const reasons = 'Two reports state results for which no measurement was kept.'
  const order = { number: own?.number ?? '', kind: 'suspend', effective_on: FIRST_DAY, reasons } as const
  const proposed = done(await proposeLaboratoryOrder(recorder, cast.caseOfficer, order))
  for (const { id } of proposed.orders) done(await approveLaboratoryOrder(recorder, cast.approvingOfficer, id))
}

async function accredited(
  { recorder, done }: Stage,
  { caseOfficer }: Cast,
  laboratory: NewLaboratory,
  methods: readonly Omit<ScopeLine, 'subcontracted_to'>[],
  ...given: readonly ScopeLine[]
): Promise<void> {
  const { number } = done(await registerLaboratory(recorder, caseOfficer, laboratory))
  const file = { number, name: 'accreditation.pdf', bytes: Buffer.from('%PDF-1.7 accredited') }
  const { id: document_id } = done(await keepAccreditationFile(recorder, caseOfficer, file))
  const isForeign = laboratory.kind === 'foreign'
  done(
    await recordAccreditation(recorder, caseOfficer, {
      laboratory: number,
      body: isForeign ? 'Accreditation Office of the Harbour' : 'Accreditation Council of the North',
      number: `ACN-${number.slice(-2)}`,
      standard: 'ISO/IEC 17025:2017',
      valid_from: '2028-01-01',
      valid_until: '2030-12-31',
      next_surveillance_on: '2029-06-30',
      recognised_under: isForeign ? 'ILAC MRA' : null,
      document_id,
      scope: [...methods.map((one) => ({ ...one, subcontracted_to: null })), ...given],
    }),
  )
}
