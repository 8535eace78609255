/** Laboratories in the register: who records, who orders, what a laboratory says of itself, and who may see it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { todayText } from './kernel/clock.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, ANYBODY, readAs } from './kernel/transaction.ts'
import {
  authoriseSignatory,
  declareCapacity,
  declareEquipment,
  declarePrice,
} from './laboratories/declare-laboratory.ts'
import { type Laboratory, maySign, pricesNow, scopeOn, statusOn } from './laboratories/laboratory.ts'
import {
  approveLaboratoryOrder,
  declineLaboratoryOrder,
  proposeLaboratoryOrder,
} from './laboratories/order-laboratory.ts'
import {
  laboratoryIn,
  laboratoryOfOrganization,
  readLaboratories,
  readLaboratory,
} from './laboratories/read-laboratories.ts'
import {
  keepAccreditationFile,
  type NewLaboratory,
  recordAccreditation,
  registerLaboratory,
} from './laboratories/register-laboratory.ts'
import { actorOf, organizationOf } from './people/actor-fixture.ts'
import { authorisedMaker, done, openThread, type TestThread } from './thread-fixture.ts'

const BATTERY = { standard: 'IEC 62133-2:2017', method: '7.3.2' }

describe.each(SERVERS)('on $name', (server) => {
  let thread: TestThread
  let head: Actor & { readonly organization: string }
  let colleague: Actor
  let indus: Laboratory

  beforeAll(async () => {
    thread = await openThread(server)
    const { database } = thread.made
    const of = { id: await organizationOf(database, 'laboratory', 'Indus Test House'), kind: 'laboratory' } as const
    head = await actorOf(database, 'laboratory_signatory', of)
    colleague = await actorOf(database, 'laboratory_signatory', of)
    indus = done(await register({ organization_id: head.organization }))
    done(await accredit(indus.number))
    const rig = { name: 'Rig', serial: 'SC-1', calibrated_on: '2026-07-01', calibration_due_on: '2030-06-30' }
    done(await declareEquipment(thread.recorder, head, { ...rig, method: BATTERY.method, retired_on: null }))
  }, 60_000)
  afterAll(async () => {
    await thread.made.drop()
  })

  async function register(more: Partial<NewLaboratory> = {}, actor: Actor = thread.caseOfficer) {
    return await registerLaboratory(thread.recorder, actor, {
      organization_id: null,
      name: 'Indus Test House',
      kind: 'private',
      country: 'PK',
      manufacturer_id: null,
      ...more,
    })
  }
  async function accredit(laboratory: string, more: { readonly document_id?: string } = {}) {
    const { recorder, caseOfficer } = thread
    const file = { number: laboratory, name: 'accreditation.pdf', bytes: Buffer.from('%PDF-1.7 accredited') }
    const document_id = done(await keepAccreditationFile(recorder, caseOfficer, file)).id
    return await recordAccreditation(recorder, caseOfficer, {
      laboratory,
      body: 'Accreditation Council of the North',
      number: 'ACN-77',
      standard: 'ISO/IEC 17025:2017',
      valid_from: '2026-07-01',
      valid_until: '2029-06-30',
      next_surveillance_on: '2028-06-30',
      recognised_under: null,
      document_id,
      scope: [{ ...BATTERY, subcontracted_to: null }],
      ...more,
    })
  }
  async function seen(number: string, actor: Actor = ANYBODY): Promise<Laboratory> {
    return done(await readLaboratory(thread.made.database, actor, number))
  }
  async function propose(number: string, kind: 'suspend' | 'restore' | 'withdraw') {
    const order = { number, kind, effective_on: todayText(thread.recorder.clock), reasons: 'Broken seals.' }
    return await proposeLaboratoryOrder(thread.recorder, thread.caseOfficer, order)
  }

  test('anybody reads what it is accredited for, and nobody but itself and officers who signs', async () => {
    const said = { person_id: colleague.person, may_sign_from: '2026-07-15', may_sign_until: null }
    done(await authoriseSignatory(thread.recorder, head, said))
    const open = await seen(indus.number)
    expect('good' in scopeOn(open, BATTERY, '2026-08-01')).toBe(true)
    expect(open.accreditations.map(({ scope }) => scope)).toEqual([[{ ...BATTERY, subcontracted_to: null }]])
    expect(open.staff).toEqual([])
    for (const actor of [head, thread.caseOfficer]) {
      const known = await seen(indus.number, actor)
      expect(known.staff).toEqual([said])
      expect(maySign(known, colleague.person, '2026-08-01')).toBe(true)
    }
    const listed = await readLaboratories(thread.made.database, ANYBODY, {})
    expect(listed.items.map(({ number }) => number)).toContain(indus.number)
  })

  test('who acts for a laboratory finds it by his organization, and by its identifier', async () => {
    await readAs(thread.made.database, head, async (tables) => {
      expect((await laboratoryOfOrganization(tables, head.organization))?.number).toBe(indus.number)
      expect((await laboratoryIn(tables, indus.id))?.number).toBe(indus.number)
    })
  })

  test('nobody lets himself sign, or somebody of another house, or of none', async () => {
    const from = { may_sign_from: '2026-07-15', may_sign_until: null }
    const { recorder, made } = thread
    const own = await authoriseSignatory(recorder, head, { person_id: head.person, ...from })
    expect(own).toEqual({ refused: { code: 'own_authorisation' } })
    const stranger = await actorOf(made.database, 'laboratory_signatory')
    const other = await authoriseSignatory(recorder, head, { person_id: stranger.person, ...from })
    expect(other).toEqual({ refused: { code: 'not_of_laboratory', place: '/body/person_id' } })
    const upside = { person_id: colleague.person, ...from, may_sign_until: '2026-07-14' }
    expect(await authoriseSignatory(recorder, head, upside)).toMatchObject({
      refused: { code: 'authorisation_period' },
    })
    const none = await declareCapacity(recorder, stranger, 4)
    expect(none).toEqual({ refused: { code: 'no_laboratory_of_yours' } })
  })

  test('of two prices of a method the later one holds, and so does the later word on what it can take', async () => {
    const { recorder } = thread
    const price = { ...BATTERY, currency: 'PKR', days: 10 }
    done(await declarePrice(recorder, head, { ...price, amount: '45000.00' }))
    done(await declarePrice(recorder, head, { ...price, amount: '48000.00' }))
    done(await declareCapacity(recorder, head, 10))
    done(await declareCapacity(recorder, head, 12))
    const found = await seen(indus.number)
    expect(pricesNow(found).map(({ amount }) => amount)).toEqual(['48000.00'])
    expect(found.samples_a_week).toBe(12)
  })

  test('two officers suspend a laboratory; until the second has approved it nobody else hears of it', async () => {
    const { number } = done(await register({ name: 'Chenab Test House' }))
    const { recorder, caseOfficer, approvingOfficer } = thread
    const proposed = done(await propose(number, 'suspend'))
    const id = proposed.orders[0]?.id ?? ''
    expect(await propose(number, 'withdraw')).toEqual({ refused: { code: 'laboratory_order_open', number } })
    expect([(await seen(number)).orders, (await seen(number, head)).orders]).toEqual([[], []])
    const own = { ...approvingOfficer, person: caseOfficer.person }
    expect(await approveLaboratoryOrder(recorder, own, id)).toEqual({ refused: { code: 'own_laboratory_order' } })
    expect(statusOn(await seen(number), '2030-01-01')).toBe('registered')
    done(await approveLaboratoryOrder(recorder, approvingOfficer, id))
    expect(statusOn(await seen(number), '2030-01-01')).toBe('suspended')
    const again = await approveLaboratoryOrder(recorder, approvingOfficer, id)
    expect(again).toEqual({ refused: { code: 'laboratory_order_decided' } })
    const restored = done(await propose(number, 'restore')).orders[1]?.id ?? ''
    done(await declineLaboratoryOrder(recorder, approvingOfficer, { id: restored, reason: 'Not yet.' }))
    expect(statusOn(await seen(number), '2030-01-01')).toBe('suspended')
    expect((await seen(number)).orders).toHaveLength(1)
    expect((await seen(number, caseOfficer)).orders).toHaveLength(2)
  })

  test('a laboratory in a plant is of a maker, its organization is a laboratory’s, and its country there is', async () => {
    const { made } = thread
    const maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
    const codeOf = async (more: Partial<NewLaboratory>) => {
      const result = await register(more)
      return 'refused' in result ? result.refused.code : undefined
    }
    expect(await codeOf({ kind: 'in_plant' })).toBe('laboratory_plant')
    expect(await codeOf({ manufacturer_id: maker.id })).toBe('laboratory_plant')
    expect(await codeOf({ kind: 'in_plant', manufacturer_id: maker.id })).toBeUndefined()
    expect(await codeOf({ country: 'XQ' })).toBe('laboratory_country')
    expect(await codeOf({ organization_id: await organizationOf(made.database, 'customs') })).toBe(
      'laboratory_organization',
    )
    expect(await codeOf({ organization_id: head.organization })).toBe('laboratory_organization_taken')
  })

  test('an accreditation rests on a certificate that is kept, and on a laboratory that is registered', async () => {
    const nowhere = await accredit(indus.number, { document_id: '00000000-0000-4000-8000-000000000000' })
    expect(nowhere).toMatchObject({ refused: { code: 'accreditation_document_unknown' } })
    const { recorder, caseOfficer } = thread
    const file = { name: 'a.pdf', bytes: Buffer.from('%PDF-1.7') }
    const unknown = await keepAccreditationFile(recorder, caseOfficer, { ...file, number: 'LAB-999999' })
    expect(unknown).toEqual({ refused: { code: 'laboratory_unknown' } })
    const unfit = await keepAccreditationFile(recorder, caseOfficer, {
      number: indus.number,
      name: 'a',
      bytes: Buffer.from([0, 1]),
    })
    expect(unfit).toEqual({ refused: { code: 'file_type_unfit' } })
  })

  test('the database takes nothing from those whose it is not', async () => {
    await expect(register({}, thread.approvingOfficer)).rejects.toThrow(/row-level security/)
    const of = { id: head.organization, kind: 'laboratory' } as const
    const administrator = await actorOf(thread.made.database, 'administrator', of)
    await expect(declareCapacity(thread.recorder, administrator, 1)).rejects.toThrow(/row-level security/)
  })
})
