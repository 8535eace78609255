/** What a supplier attests goes into the return of who buys from it, and comes out of it again when the supplier takes back its word. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeAssessment } from './assessments/filed/make-assessment.ts'
import { renderWithinPage } from './assessments/render-assessment.ts'
import type { Attestation, Statement } from './attestations/attestation.ts'
import { findEvidence } from './attestations/attestations-table.ts'
import { makeAttestation } from './attestations/make-attestation.ts'
import { openedEvidence, openEvidence } from './attestations/open-evidence.ts'
import { readAttestation, readAttestations } from './attestations/read-attestations.ts'
import { sealEvidence } from './attestations/seal-evidence.ts'
import { attestationHash, signAttestation } from './attestations/sign-attestation.ts'
import { withdrawAttestation } from './attestations/withdraw-attestation.ts'
import { shown } from '@maqami/engine/check/run-examples.ts'
import { recorderContext } from './audit-log/recorder-context.ts'
import * as desk from './desks/desk-page.tsx'
import { builtFrom, servedPages } from './pages/pages-fixture.ts'
import { shelfContext } from './policy-releases/shelf-context.ts'
import { threadAuthority } from './thread.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, ANYBODY, readAs } from './kernel/transaction.ts'
import { applyForRegistration } from './manufacturers/apply-for-registration.ts'
import { actorOf, organizationOf } from './people/actor-fixture.ts'
import { fileReturn, shownHash } from './returns/filing/file-return.ts'
import { annotatedCopy } from './returns/filing/read-returns.ts'
import { reviewReturn } from './returns/filing/review-return.ts'
import { uploadReturn } from './returns/filing/upload-return.ts'
import {
  authorisedMaker,
  done,
  openThread,
  publish,
  refusedFor,
  type TestMaker,
  type TestThread,
  workbook,
} from './thread-fixture.ts'

const SIGNED = async () => await Promise.resolve({ done: true })
const PROGRAMME = 'pk-medmp-2026'

interface Supplier {
  readonly id: string
  readonly clerk: Actor
  readonly signatory: Actor
}

/** 1,000,000 made, of which 500,000 imported and 400,000 batteries bought here: local are 100,000 and what the supplier says of the 400,000. */
function sheets(cited: string | undefined, other: Readonly<Record<string, string | number>> = {}) {
  const line = {
    model: 'Sitara',
    part: 'battery',
    component_class: 'battery',
    hs_code: '8507.6000',
    quantity: 100,
    currency: 'PKR',
    acquired_on: '2026-08-10',
  }
  return {
    production: [
      {
        model: 'Sitara',
        category: 'smartphone',
        month: '2026-08',
        quantity: 100,
        unit_ex_works_value: 10_000,
        currency: 'PKR',
        invoiced_on: '2026-08-20',
      },
    ],
    parts: [
      { ...line, part_code: 'B-1', book: 'bought_locally', unit_value: 4_000, attestation: cited, ...other },
      { ...line, part_code: 'M-1', part: 'board', component_class: 'motherboard', book: 'imported', unit_value: 5_000 },
    ],
    declarations: [
      {
        returns_due: 1,
        returns_filed_on_time: 1,
        quality_certificate_valid: 'true',
        in_plant_laboratory: 'true',
        records_system_open: 'true',
        makes_2g: 'false',
        export_share: 0.05,
      },
    ],
  }
}

// Row-level security of other versions is in isolation.test.ts.
describe.each(SERVERS.slice(0, 1))('attestations on $name', (server) => {
  let thread: TestThread
  let maker: TestMaker
  let other: TestMaker
  let supplier: Supplier
  beforeAll(async () => {
    thread = await openThread(server)
    await publish(thread, PROGRAMME)
    maker = await authorisedMaker(thread, 'Ravi Phones', 'K-1001')
    other = await authorisedMaker(thread, 'Chenab Phones', 'K-1002')
    supplier = await newSupplier('Indus Cells')
  })
  afterAll(async () => {
    await thread.made.drop()
  })

  async function newSupplier(name: string): Promise<Supplier> {
    const { database } = thread.made
    const organization = { id: await organizationOf(database, 'supplier', name), kind: 'supplier' } as const
    return {
      id: organization.id,
      clerk: await actorOf(database, 'supplier_clerk', organization),
      signatory: await actorOf(database, 'supplier_signatory', organization),
    }
  }
  async function prepared(said: Partial<Statement>, of = supplier): Promise<Attestation> {
    const { recorder } = thread
    const evidence = { name: 'costs.csv', bytes: Buffer.from('cell,PKR 900\nlabour,PKR 300\n') }
    const { id: evidence_id } = done(await sealEvidence(recorder, of.clerk, evidence))
    const statement: Statement = {
      recipient: 'K-1001',
      part_code: 'B-1',
      part: 'battery',
      hs_code: '8507',
      component_class: 'battery',
      period_from: '2026-07-01',
      period_until: '2027-06-30',
      expires_on: '2027-12-31',
      at_least: '40%',
      at_most: '40%',
      evidence_id,
      replaces: null,
      ...said,
    }
    return done(await makeAttestation(recorder, of.clerk, statement))
  }
  async function signed(said: Partial<Statement> = {}, of = supplier): Promise<Attestation> {
    const { recorder } = thread
    const one = await prepared(said, of)
    const shown_hash = await attestationHash(one)
    return done(await signAttestation(recorder, of.signatory, { id: one.id, shown_hash }, SIGNED))
  }
  const withdraw = async ({ id }: Attestation, withdrawn_on: string) =>
    await withdrawAttestation(thread.recorder, supplier.signatory, { id, withdrawn_on, reason: 'Counted wrongly.' })
  async function uploaded(of: ReturnType<typeof sheets>, by = maker) {
    const bytes = await workbook(PROGRAMME, of)
    const input = { programme: PROGRAMME, kind: 'annual', period: '2026-27', name: 'return.xlsx', bytes }
    return done(await uploadReturn(thread.recorder, thread.shelf, by.clerk, input))
  }
  /** The codes of what is found in the file, each with its cell. */
  async function foundIn(of: ReturnType<typeof sheets>, by = maker): Promise<readonly string[]> {
    const { found } = await uploaded(of, by)
    const errors = found.versions.at(-1)?.errors ?? []
    return errors
      .filter(({ severity }) => severity === 'error')
      .map(({ code, column, row }) => `${code} ${column}${row}`)
  }
  async function file({ found, version }: Awaited<ReturnType<typeof uploaded>>, by = maker) {
    const shown_hash = (await shownHash(thread.recorder, by.signatory, found.id, version)) ?? ''
    return await fileReturn(thread.recorder, thread.shelf, by.signatory, { id: found.id, version, shown_hash }, SIGNED)
  }
  async function assessed(return_id: string, as_of: string) {
    const made = done(await makeAssessment(thread.recorder, thread.shelf, thread.caseOfficer, { return_id, as_of }))
    const [subject] = made.assessed.subjects
    const finding = subject?.assessment.findings.find(({ provision }) => provision.name === 'localization_rate')
    return { rate: finding === undefined ? '' : shown(finding), page: await renderWithinPage(made.assessed, 'en') }
  }

  test('the share that a supplier attests counts in the return that cites it, and the explanation names whose word it is', async () => {
    thread.on('2026-08-01')
    const { number } = await signed()
    thread.on('2027-07-10')
    const upload = await uploaded(sheets(number))
    done(await file(upload))
    done(
      await reviewReturn(thread.recorder, thread.shelf, thread.caseOfficer, { id: upload.found.id, kind: 'accepted' }),
    )
    // (1,000,000 − 500,000 − 60% of 400,000) / 1,000,000
    const { rate, page } = await assessed(upload.found.id, '2027-07-10')
    expect(rate).toBe('26%')
    expect(page).toContain(`attestation ${number} of Indus Cells, signed on 2026-08-01: 40%; it stands`)
    // Without it the battery counts as imported: (1,000,000 − 900,000) / 1,000,000.
    thread.on('2027-08-05')
    done(await withdraw(await held(number), '2027-08-01'))
    expect(await deskOfCaseOfficer()).toContain('Assess a return again')
    expect((await assessed(upload.found.id, '2027-07-31')).rate).toBe('26%')
    const after = await assessed(upload.found.id, '2027-08-05')
    expect(after.rate).toBe('10%')
    expect(after.page).toContain('withdrawn as of 2027-08-01, so that it does not count')
    expect(await deskOfCaseOfficer()).not.toContain('Assess a return again')
  })
  async function deskOfCaseOfficer(): Promise<string> {
    const { server: pages } = servedPages(builtFrom({ desk }), {
      authority: threadAuthority,
      actors: new Map([['case', thread.caseOfficer]]),
      contexts: new Map<never, unknown>([
        [recorderContext as never, thread.recorder],
        [shelfContext as never, thread.shelf],
      ]),
    })
    return (await pages.inject({ url: '/desk', headers: { authorization: 'case' } })).body
  }
  async function held(number: string): Promise<Attestation> {
    const { items } = await readAttestations(thread.made.database, supplier.clerk, { limit: 100 })
    const found = items.find((one) => one.number === number)
    if (found === undefined) throw new Error(`there is no ${number}`)
    return found
  }

  test('what is contradicted after it was filed is not known, until the supplier has put it right', async () => {
    thread.on('2027-07-10')
    const first = await signed({ part_code: 'B-6', recipient: '' })
    const line = { part_code: 'B-6' }
    // What is made to another firm is the same as what does not exist.
    const elsewhere = await signed({ part_code: 'B-6', at_least: '90%', at_most: null })
    expect(await foundIn(sheets(elsewhere.number, line), other)).toEqual(['attestation_unknown N3'])
    const upload = await uploaded(sheets(first.number, line), other)
    done(await file(upload, other))
    const second = await signed({ part_code: 'b-6', recipient: 'K-1002', at_least: '41%', at_most: null })
    const seen = done(await readAttestation(thread.made.database, other.clerk, second.id, '2027-07-10'))
    expect(seen.contradicted_by).toEqual([first.number])
    const { rate } = await assessed(upload.found.id, '2027-07-10')
    expect(rate).toBe('undetermined, needs parts[1].certified_local_rate')
    done(await withdraw(second, '2027-07-10'))
    expect((await assessed(upload.found.id, '2027-07-10')).rate).toBe('26%')
  })

  test('what is withdrawn while a return is being filed is either not filed on, or seen by the next assessment', async () => {
    thread.on('2027-07-10')
    for (let nth = 0; nth < 2; nth += 1) {
      const buyer = await authorisedMaker(thread, `Firm ${nth}`, `K-30${nth}`)
      const part_code = `R-${nth}`
      const one = await signed({ part_code, recipient: `K-30${nth}` })
      const upload = await uploaded(sheets(one.number, { part_code }), buyer)
      const [filed, withdrawn] = await Promise.all([file(upload, buyer), withdraw(one, '2027-07-10')])
      done(withdrawn)
      const refused = 'refused' in filed ? filed.refused : undefined
      const rate = refused === undefined ? (await assessed(upload.found.id, '2027-07-10')).rate : ''
      const changed = { code: 'attestations_changed', numbers: [one.number] }
      expect([
        [changed, ''],
        [undefined, '10%'],
      ]).toContainEqual([refused, rate])
    }
    const late = await signed({ part_code: 'R-9', recipient: 'K-1002' })
    const upload = await uploaded(sheets(late.number, { part_code: 'R-9' }), other)
    done(await withdraw(late, '2027-07-10'))
    expect(refusedFor(await file(upload, other))).toEqual({ code: 'attestations_changed', numbers: [late.number] })
    // The copy is marked as it was when the file came, which was before.
    const copy = { id: upload.found.id, version: upload.version, language: 'en' } as const
    expect('done' in (await annotatedCopy(thread.recorder, thread.shelf, other.clerk, copy))).toBe(true)
  })

  test('is signed by a signatory over what was shown, once, and says what can be', async () => {
    thread.on('2027-07-10')
    const one = await prepared({ part_code: 'B-7' })
    const shown_hash = await attestationHash(one)
    const sign = async (hash: string, confirm = SIGNED) =>
      await signAttestation(thread.recorder, supplier.signatory, { id: one.id, shown_hash: hash }, confirm)
    expect(refusedFor(await sign(`sha256:${'0'.repeat(64)}`)).code).toBe('attestation_changed')
    expect(refusedFor(await withdraw(one, '2027-07-10')).code).toBe('attestation_not_signed')
    done(await sign(shown_hash))
    expect(refusedFor(await sign(shown_hash)).code).toBe('attestation_signed')
    for (const day of ['2027-07-09', '2027-07-11'])
      expect(refusedFor(await withdraw(one, day)).code).toBe('withdrawal_day')
    for (const [said, code] of [
      [{ at_least: '40.01%', at_most: '40%' }, 'share_upside_down'],
      [{ at_least: '100.000001%' }, 'share_unfit'],
      [{ at_least: null, at_most: null }, 'share_missing'],
      [{ period_until: '2026-06-30' }, 'attestation_period'],
      [{ expires_on: '2027-06-29' }, 'attestation_expiry'],
    ] as const)
      await expect(prepared(said)).rejects.toThrow(code)
  })

  test('what is sealed opens to nobody but its supplier and an officer who has said why, which the supplier sees', async () => {
    thread.on('2027-07-10')
    const { recorder, caseOfficer, approvingOfficer } = thread
    const { database } = thread.made
    const one = await signed({ part_code: 'B-8' })
    const opening = { id: one.id, evidence_hash: one.evidence_hash, reason: 'The share is far above that of others.' }
    const wrong = await openEvidence(recorder, caseOfficer, { ...opening, evidence_hash: `sha256:${'0'.repeat(64)}` })
    expect(refusedFor(wrong).code).toBe('evidence_other')
    const { id } = done(await openEvidence(recorder, caseOfficer, opening))
    expect(done(await openedEvidence(recorder, caseOfficer, id)).bytes.toString()).toContain('labour,PKR 300')
    for (const stranger of [approvingOfficer, maker.clerk, supplier.clerk, ANYBODY])
      expect(refusedFor(await openedEvidence(recorder, stranger, id)).code).toBe('attestation_unknown')
    const seen = done(await readAttestation(database, supplier.clerk, one.id, '2027-07-10'))
    expect(seen.openings.map(({ reason, opened_by }) => [reason, opened_by])).toEqual([
      [opening.reason, caseOfficer.person],
    ])
    expect(done(await readAttestation(database, maker.clerk, one.id, '2027-07-10')).openings).toEqual([])
    // Row-level security by itself: bytes are there for whoever opened them, and for the supplier.
    const bytesFor = async (actor: Actor): Promise<number> => {
      const found = await readAs(database, actor, async (tables) => await findEvidence(tables, one.evidence_id))
      return found === undefined ? 0 : 1
    }
    const readers = [supplier.clerk, caseOfficer, approvingOfficer, maker.clerk, maker.signatory, ANYBODY]
    expect(await Promise.all(readers.map(bytesFor))).toEqual([1, 1, 0, 0, 0, 0])
    thread.on('2027-07-11')
    expect(refusedFor(await openedEvidence(recorder, caseOfficer, id)).code).toBe('opening_over')
    const program = { name: 'costs.pdf', bytes: Buffer.from('MZ\u0090\u0000') }
    expect(refusedFor(await sealEvidence(recorder, supplier.clerk, program)).code).toBe('file_type_unfit')
  })

  test('a firm that only applied under the number of another sees nothing that is made to it', async () => {
    thread.on('2027-07-10')
    const { number } = await signed({ part_code: 'B-9', recipient: 'K-1001' })
    const id = await organizationOf(thread.made.database, 'manufacturer', 'Twin Phones')
    const twin = await actorOf(thread.made.database, 'maker_signatory', { id, kind: 'manufacturer' })
    done(
      await applyForRegistration(thread.recorder, twin, {
        name: 'Twin Phones',
        registration_number: 'K-1001',
        address: '1 Mall Road, Lahore',
      }),
    )
    const numbersFor = async (actor: Actor) =>
      (await readAttestations(thread.made.database, actor, { limit: 100 })).items.map((one) => one.number)
    expect(await numbersFor(twin)).toEqual([])
    expect(await numbersFor(maker.clerk)).toContain(number)
    expect(await numbersFor(other.clerk)).not.toContain(number)
    const unsigned = await prepared({ part_code: 'B-9', recipient: 'K-1001' })
    for (const reader of [maker.clerk, thread.caseOfficer])
      expect(await numbersFor(reader)).not.toContain(unsigned.number)
  })
})
