/** Plays two years of a programme by the commands of the service, on a calendar that is moved on by hand. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startRun } from '../assessments/runs/start-run.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import type { Letters } from '../determinations/decide-determination.ts'
import type { Outcome, Refusal } from '../kernel/outcome.ts'
import { readFolder } from '../kernel/read-folder.ts'
import type { Actor } from '../kernel/transaction.ts'
import { checkKit } from '../licences/kits/check-kit.ts'
import { drawQuota } from '../licences/draw-quota.ts'
import { grantLicence } from '../licences/grant-licence.ts'
import { reverseDraw } from '../licences/reverse-draw.ts'
import { applyForRegistration } from '../manufacturers/apply-for-registration.ts'
import { decideRegistration } from '../manufacturers/decide-registration.ts'
import { reviewRecord, stateRecord } from '../manufacturers/records/state-record.ts'
import { answerNotice, considerAnswer, recordCure } from '../notices/answer-notice.ts'
import { keepNoticeFile } from '../notices/disclosure/disclose-file.ts'
import { fixHearing, holdHearing } from '../notices/hearings/fix-hearing.ts'
import type { Notice } from '../notices/notice.ts'
import { acknowledgeNotice, serveNotice } from '../notices/serve-notice.ts'
import { approveRelease } from '../policy-releases/approve-release.ts'
import { PROJECT_ROOT } from '../policy-releases/find-folder.ts'
import { loadRelease } from '../policy-releases/load-release.ts'
import { proposeRelease } from '../policy-releases/propose-release.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import { readBillCsv } from '../products/bills/bill-csv.ts'
import { beginRevision, editBill, releaseBill } from '../products/bills/edit-bill.ts'
import { recordApproval, recordTac } from '../products/record-approval.ts'
import { registerModel } from '../products/register-model.ts'
import { fileReturn, shownHash } from '../returns/filing/file-return.ts'
import { recordRates } from '../returns/filing/record-rates.ts'
import { publishEdition } from '../publications/publish-edition.ts'
import { reviewReturn } from '../returns/filing/review-return.ts'
import { uploadReturn } from '../returns/filing/upload-return.ts'
import { schemaOfKind } from '../returns/release-schema.ts'
import { ANNUAL } from '../returns/schema/load-return-schema.ts'
import { type FilledSheets, filledTemplate } from '../returns/write/fill-template.ts'
import { computeEffect } from '../simulations/effects/compute-effect.ts'
import { appealFailure } from './appeal-failure.ts'
import { attestParts } from './attest-parts.ts'
import { determine, issued, SIGNED } from './play-determination.ts'
import { prepareGrants } from './play-docket.ts'
import { lodgeGuarantees, openBudget, orderPayment, receivePayments } from './play-money.ts'
import { noticeShortfall, recommendWithdrawal } from './play-recommendation.ts'
import {
  bicycleMonth,
  bicycleReturn,
  type DemonstrationMaker,
  deviceMonth,
  PHONES,
  type MAKERS,
} from './invented-makers.ts'

type MakerName = keyof typeof MAKERS

/** Those who act; a maker is there before it has applied. */
export interface Cast {
  readonly policyOfficer: Actor
  readonly caseOfficer: Actor
  readonly approvingOfficer: Actor
  readonly appellateOfficer: Actor
  readonly customsOfficer: Actor
  readonly supplier: Actor
  readonly makers: Readonly<
    Record<MakerName, DemonstrationMaker & { readonly clerk: Actor; readonly signatory: Actor }>
  >
}

export interface Stage {
  /** Its clock is the one that `on` sets. */
  readonly recorder: Recorder
  readonly shelf: ReleaseShelf
  readonly letters: Letters
  /** Moves the calendar to nine in the morning of this day in Pakistan. */
  readonly on: (day: string) => void
  readonly progress: (sentence: string) => void
  /** What a command answered; nothing here is refused. */
  readonly done: <T>(outcome: Outcome<T, Refusal>) => T
}

/** What has to be there before anybody applies. */
export async function publishLaw(stage: Stage, cast: Cast): Promise<void> {
  stage.on('2026-07-01')
  stage.progress('The law is published, and makers are registered.')
  for (const programme of [...PROGRAMMES, TARIFF, CERTIFICATES]) await publish(stage, cast, programme, '2026-07-01')
  const rates = await readFile(join(PROJECT_ROOT, 'examples/rates.csv'))
  stage.done(await recordRates(stage.recorder, cast.policyOfficer, rates))
}

export async function playFirstYear(stage: Stage, cast: Cast): Promise<void> {
  const licences = {
    ravi: await register(stage, cast, 'ravi'),
    chenab: await register(stage, cast, 'chenab'),
    indus: await register(stage, cast, 'indus'),
  }
  await register(stage, cast, 'kohsar')
  await imports(stage, cast, licences)
  await kits(stage, cast)
  stage.progress('The first year is over: returns are filed, assessed and determined.')
  const { failed, short } = await firstYear(stage, cast)
  stage.progress('A licence is suspended, and restored when the failure is cured.')
  await suspension(stage, cast, failed)
  await recommendWithdrawal(stage, cast, short)
}

export async function playSecondYear(stage: Stage, cast: Cast): Promise<void> {
  stage.on('2028-06-12')
  for (const programme of PROGRAMMES) await publish(stage, cast, programme, MONTHS_FROM)
  stage.progress('The second year is over, and from now on months are reported too.')
  await secondYear(stage, cast)
  await proposeLowerTarget(stage, cast)
}

/** What waits for a second officer, who sees first what it changes for whom: Indus reached 37% in the second year, and would meet 36%. */
async function proposeLowerTarget(stage: Stage, cast: Cast): Promise<void> {
  const { recorder, shelf, done } = stage
  stage.on('2028-09-29')
  const files = await filesOf('bicycles')
  const drafted = Object.fromEntries(
    Object.entries(files).map(([name, text]) => [
      name,
      text.replace('2: { true: 20%, false: 40% }', '2: { true: 20%, false: 36% }'),
    ]),
  )
  const proposal = { files: drafted, effective_on: '2028-12-01' }
  const { id } = done(await proposeRelease(recorder, cast.policyOfficer, proposal))
  done(await computeEffect(recorder, shelf, cast.policyOfficer, id, Infinity))
}

const PROGRAMMES = ['bicycles', 'pk-medmp-2026'] as const
/** By which kits are charged whose concession is withdrawn. */
const TARIFF = 'pk-handset-taxes'
/** By which laboratories test. */
const CERTIFICATES = 'pk-device-certification'
/** From this day on a return is owed of each month; until then the law that is published asks for one of each year only. */
const MONTHS_FROM = '2028-07-01'

async function filesOf(programme: string): Promise<Readonly<Record<string, string>>> {
  const read = await readFolder(join(PROJECT_ROOT, 'policy', programme))
  if (!read.ok) throw new Error(read.sentence)
  return Object.fromEntries(read.files)
}

async function publish(stage: Stage, cast: Cast, programme: string, effective_on: string): Promise<void> {
  const asked = Object.entries(await filesOf(programme)).filter(
    ([name]) => effective_on >= MONTHS_FROM || !name.startsWith('monthly-return'),
  )
  const files = Object.fromEntries(asked)
  const proposed = stage.done(await proposeRelease(stage.recorder, cast.policyOfficer, { files, effective_on }))
  // Of the first law there is nothing that it could change.
  const computed = await computeEffect(stage.recorder, stage.shelf, cast.approvingOfficer, proposed.id, Infinity)
  const effect_hash = 'done' in computed ? computed.done.hash : null
  stage.done(await approveRelease(stage.recorder, cast.approvingOfficer, { id: proposed.id, effect_hash }))
}

const WHOLE = { valid_from: '2026-08-01', valid_until: '2029-06-30' }
/** Parts of bicycles; lamps for them in the first year only, and few. */
const PARTS = { hs_prefix: '8714', quota: null, ...WHOLE }
const LAMPS = { hs_prefix: '85121000', quota: 500, valid_from: WHOLE.valid_from, valid_until: '2027-06-30' }
const HANDSETS = { hs_prefix: '8517', quota: null, ...WHOLE }

/** Registered, authorised, licensed, with its models. The number of its licence. */
async function register(stage: Stage, cast: Cast, name: MakerName): Promise<string> {
  const { recorder } = stage
  const { clerk, signatory, ...maker } = cast.makers[name]
  stage.on('2026-07-06')
  const { id } = stage.done(await applyForRegistration(recorder, signatory, maker))
  stage.on('2026-07-20')
  stage.done(await decideRegistration(recorder, cast.caseOfficer, { id, kind: 'authorised' }))
  await sayOfItself(stage, cast, name)
  const programme = programmeOf(name)
  const granted = await grantLicence(recorder, cast.approvingOfficer, {
    manufacturer_id: id,
    programme,
    kind: 'import_licence',
    quota: programme === 'bicycles' ? 5000 : 400_000,
    scope: programme === 'bicycles' ? [PARTS, LAMPS] : [HANDSETS],
    ...WHOLE,
    reason: 'Authorised manufacturer; capacity seen on site.',
  })
  const { number } = stage.done(granted)
  if (programme !== 'bicycles')
    for (const [kind, scope, reason] of [
      ['concession', [{ ...HANDSETS, quota: 400_000 }], 'Kits for its own production.'],
      ['manufacturing_authorisation', [], 'Works and laboratory seen on site.'],
    ] as const) {
      const input = { manufacturer_id: id, programme, kind, quota: null, scope, ...WHOLE, reason }
      stage.done(await grantLicence(recorder, cast.approvingOfficer, input))
    }
  stage.on('2026-07-27')
  const models = programme === 'bicycles' ? ['Roadster', 'Volt'] : PHONES
  const bill = programme === 'bicycles' ? undefined : await readFile(join(PROJECT_ROOT, 'examples/bill.csv'))
  for (const [nth, model] of models.entries()) {
    const { id: model_id } = stage.done(
      await registerModel(recorder, stage.shelf, clerk, {
        name: model,
        description: '',
        programme,
        category: programme === 'bicycles' ? null : 'smartphone',
        brand: maker.name.split(' ')[0] ?? '',
        brand_owner: '',
        trade_names: [],
      }),
    )
    // The last one is made without either, which the pages then say.
    if (bill === undefined || nth === models.length - 1) continue
    for (const tac of [`3520990${nth}`, `3520991${nth}`])
      stage.done(await recordTac(recorder, clerk, { id: model_id, tac }))
    await approveAndDescribe(stage, clerk, model_id, bill)
  }
  return number
}

/** The type approval of a model, and its bill of materials as a table. */
async function approveAndDescribe({ recorder, done }: Stage, clerk: Actor, id: string, bill: Buffer): Promise<void> {
  const approval = { number: `TA-${id.slice(-4)}`, authority: 'Telecommunication Authority', certificate: undefined }
  done(
    await recordApproval(recorder, clerk, { id, ...approval, effective_on: '2026-07-01', valid_until: '2029-06-30' }),
  )
  const { revision, version } = done(await beginRevision(recorder, clerk, id))
  const seen = { model_id: id, revision, version }
  const edited = done(await editBill(recorder, clerk, seen, () => readBillCsv(bill)))
  done(await releaseBill(recorder, clerk, { ...seen, version: edited.version }))
}

/** Its site, its brand and its owner; an officer has seen the first. */
async function sayOfItself({ recorder, done }: Stage, cast: Cast, name: MakerName): Promise<void> {
  const { clerk, ...maker } = cast.makers[name]
  const days = { from_on: '2026-07-01', until_on: null }
  const makes = programmeOf(name) === 'bicycles' ? 'bicycles' : 'mobile phones'
  const site = {
    name: `${maker.name}, works`,
    address: maker.address,
    district: 'Lahore',
    locode: 'PKLHE',
    makes,
    ...days,
  }
  const { id, version } = done(await stateRecord(recorder, clerk, { kind: 'site', content: site }))
  const brand = {
    brand: maker.name.split(' ')[0] ?? maker.name,
    owner: maker.name,
    basis: 'own',
    contract: null,
  } as const
  done(await stateRecord(recorder, clerk, { kind: 'brand', content: { ...brand, ...days } }))
  const owner = { name: 'Invented Holdings', country: 'PK', share_percent: '60', ...days }
  done(await stateRecord(recorder, clerk, { kind: 'owner', content: owner }))
  const call = { role: 'Company secretary', email: `office@${name}.example`, phone: '+92 42 1234567', ...days }
  done(await stateRecord(recorder, clerk, { kind: 'contact', content: { name: 'Office', ...call } }))
  done(await reviewRecord(recorder, cast.caseOfficer, { id, seen: version, kind: 'confirmed' }))
}

function programmeOf(name: MakerName): string {
  return name === 'kohsar' ? 'pk-medmp-2026' : 'bicycles'
}

async function imports(
  stage: Stage,
  cast: Cast,
  licences: Readonly<Record<'ravi' | 'chenab' | 'indus', string>>,
): Promise<void> {
  for (const [day, name, units] of [
    ['2026-08-10', 'ravi', 420],
    ['2026-08-14', 'chenab', 380],
    ['2026-11-21', 'ravi', 260],
    ['2026-12-03', 'indus', 900],
  ] as const) {
    stage.on(day)
    const draw = { licence: licences[name], entry: `KHI-${day.slice(2)}`, units, hs_line: '87149100', drawn_on: day }
    const { id } = stage.done(await drawQuota(stage.recorder, cast.customsOfficer, draw))
    if (name !== 'indus') continue
    stage.on('2026-12-04')
    const taken = { licence: draw.licence, draw: id, reason: 'The entry was of 90 units; a digit too many was typed.' }
    stage.done(await reverseDraw(stage.recorder, cast.customsOfficer, taken))
    stage.done(await drawQuota(stage.recorder, cast.customsOfficer, { ...draw, units: 90, replaces: id }))
  }
}

/** A whole kit, and one in two declarations of which neither is whole. */
async function kits(stage: Stage, cast: Cast): Promise<void> {
  const shared = { licence: 'IL-000004', category: 'smartphone', kit_form: 'skd' }
  for (const [day, entry, kit, parts] of [
    ['2026-12-07', 'KAPE-1201', 'Sitara', 46],
    ['2026-12-09', 'KAPE-1207', 'Chand', 24],
    ['2026-12-15', 'KAPE-1233', 'Chand', 22],
  ] as const) {
    stage.on(day)
    const declared = { ...shared, entry, kit, parts, declared_on: day }
    stage.done(await checkKit(stage.recorder, stage.shelf, cast.customsOfficer, declared))
  }
}

/** A return that failed, and the notice of it. */
interface Failed {
  readonly return_id: string
  readonly notice: string
}

/** `short` is the return of telephones. */
async function firstYear(stage: Stage, cast: Cast): Promise<{ readonly failed: Failed; readonly short: string }> {
  const year = { licence_year: 1, begins: 2026, made: 2400 }
  stage.on('2027-07-12')
  const ravi = await file(stage, cast, 'ravi', '2026-27', bicycleReturn({ ...year, imported_value: 12_000 }))
  // 1 − 15,000 ÷ 20,000 is 25%, and the Act asks for 30% in the first year.
  const chenab = await file(stage, cast, 'chenab', '2026-27', bicycleReturn({ ...year, imported_value: 15_000 }))
  const indus = await file(stage, cast, 'indus', '2026-27', bicycleReturn({ ...year, imported_value: 13_600 }))
  stage.on('2027-07-20')
  const bytes = await readFile(join(PROJECT_ROOT, 'examples/return-2026-27-failing.xlsx'))
  const kohsar = await fileBytes(stage, cast, 'kohsar', { kind: ANNUAL, period: '2026-27', bytes })
  stage.on('2027-08-02')
  for (const id of [ravi, chenab, indus, kohsar])
    stage.done(await reviewReturn(stage.recorder, stage.shelf, cast.caseOfficer, { id, kind: 'accepted' }))
  await openBudget(stage, cast)
  const reasons = 'The return was accepted as filed.'
  const grant = await determine(stage, cast, ravi, 'entitlement', reasons)
  await orderPayment(stage, cast, grant.manufacturer_id)
  const second = await determine(stage, cast, indus, 'entitlement', reasons)
  const failure = await determine(stage, cast, chenab, 'failure', 'The local rate of the Roadster is under the target.')
  stage.on('2027-08-05')
  await noticeShortfall(stage, cast, kohsar)
  const notice = await issued(stage, cast, failure.number)
  const { signatory } = cast.makers.chenab
  stage.done(await acknowledgeNotice(stage.recorder, stage.shelf, signatory, { id: notice }))
  await receivePayments(stage, cast, { paid: grant.number, owes: second.number })
  await lodgeGuarantees(stage, cast, { firm: second.manufacturer_id, owes: second.number })
  stage.on('2027-08-19')
  const words = 'The local frame line starts in November; until then frames are imported.'
  const answered = stage.done(await answerNotice(stage.recorder, signatory, { id: notice, words }))
  await heard(stage, cast, answered)
  return { failed: { return_id: chenab, notice }, short: kohsar }
}

/** In person, and what the firm wrote. */
async function heard({ recorder, shelf, letters, done, on }: Stage, cast: Cast, { id, events }: Notice): Promise<void> {
  const { caseOfficer } = cast
  const hearing = { held_on: '2027-09-06', place: '11:00, Board Room 2', words: 'When the local frame line will run.' }
  on('2027-08-23')
  done(await fixHearing(recorder, shelf, letters, caseOfficer, { id, ...hearing }))
  on('2027-09-06')
  const said = 'The chief executive came. The machines are at the port; nothing was shown that says when they will run.'
  done(await holdHearing(recorder, caseOfficer, { id, attended: true, words: said }))
  const about = events.at(-1)?.position ?? 0
  const made =
    'The Act counts what was made in the year. A line that starts in November changes nothing of it, and may cure it.'
  done(await considerAnswer(recorder, caseOfficer, { id, about, words: made }))
}

async function suspension(stage: Stage, cast: Cast, { return_id, notice }: Failed): Promise<void> {
  // Two months from 5 August 2027 are up on 5 October.
  stage.on('2027-10-06')
  await determine(stage, cast, return_id, 'sanction', 'The time to cure ended unused on 5 October 2027.')
  stage.on('2027-12-01')
  const words = 'The frame line was inspected and is running.'
  const cure = { id: notice, cured_on: '2027-11-24', words }
  stage.done(await recordCure(stage.recorder, stage.shelf, stage.letters, cast.caseOfficer, cure))
  stage.on('2027-12-03')
  await determine(stage, cast, return_id, 'restoration', 'The failure was cured on 24 November 2027.')
}

async function secondYear(stage: Stage, cast: Cast): Promise<void> {
  const { recorder, shelf } = stage
  const year = { licence_year: 2, begins: 2027, made: 3100 }
  stage.on('2028-07-10')
  const ravi = await file(stage, cast, 'ravi', '2027-28', bicycleReturn({ ...year, imported_value: 11_000 }))
  // 1 − 12,600 ÷ 20,000 is 37%, and the Act asks for 40% in the second year.
  const indus = await file(stage, cast, 'indus', '2027-28', bicycleReturn({ ...year, imported_value: 12_600 }))
  stage.on('2028-08-07')
  for (const id of [ravi, indus])
    stage.done(await reviewReturn(recorder, shelf, cast.caseOfficer, { id, kind: 'accepted' }))
  await publishYear(stage, cast, '2026-27')
  await month(stage, cast, '2028-07', ['ravi', 'chenab', 'indus', 'kohsar'])
  const failure = await determine(stage, cast, indus, 'failure', 'The local rate of the Roadster is under the target.')
  stage.on('2028-08-14')
  const notice = await issued(stage, cast, failure.number)
  const slip = { id: notice, name: 'courier-slip.txt', bytes: Buffer.from('Consignment 4711, received by the office') }
  const { id: proof_id } = stage.done(await keepNoticeFile(recorder, cast.caseOfficer, slip))
  const service = { id: notice, means: 'courier', served_on: '2028-08-14', proof_id } as const
  stage.on('2028-08-16')
  const words = 'Consignment 4711; received at the office on the 14th.'
  stage.done(await serveNotice(recorder, shelf, cast.caseOfficer, { ...service, words }))
  stage.on('2028-09-04')
  await appealFailure(stage, cast, failure.number)
  stage.on('2028-09-12')
  // Chenab is late with its month, as it is with its year.
  await month(stage, cast, '2028-08', ['ravi', 'indus', 'kohsar'])
  await prepareGrants(stage, cast, '2027-28')
  stage.progress('A grant of the second year waits for a second officer.')
  stage.on('2028-09-20')
  await attestParts(stage, cast)
  const faulty = { ...bicycleReturn({ ...year, imported_value: 11_800 }), licence: [] }
  stage.on('2028-09-25')
  const bytes = await workbook('bicycles', ANNUAL, faulty)
  const upload = { programme: 'bicycles', kind: 'annual', period: '2027-28', name: 'return-2027-28.xlsx', bytes }
  stage.done(await uploadReturn(recorder, shelf, cast.makers.chenab.clerk, upload))
  // The service itself goes on with it when it starts.
  stage.on('2028-09-26')
  const again = { programme: 'bicycles', period: '2026-27', as_of: '2028-09-26', manufacturer_id: null }
  stage.done(await startRun(recorder, cast.caseOfficer, again))
  stage.on('2028-09-28')
  const { soan } = cast.makers
  stage.done(await applyForRegistration(recorder, soan.signatory, soan))
}

/** What the accepted returns of bicycles come to. */
async function publishYear({ recorder, shelf, done }: Stage, cast: Cast, year: string): Promise<void> {
  done(await publishEdition(recorder, shelf, cast.approvingOfficer, { programme: 'bicycles', year }))
}

/** The month as each of these makers files it, accepted on the same day. */
async function month(stage: Stage, cast: Cast, period: string, makers: readonly MakerName[]): Promise<void> {
  for (const [nth, name] of makers.entries()) {
    const programme = programmeOf(name)
    const sheets = programme === 'bicycles' ? bicycleMonth(period, 260 - 20 * nth) : deviceMonth(9000)
    const bytes = await workbook(programme, 'monthly', sheets)
    const id = await fileBytes(stage, cast, name, { kind: 'monthly', period, bytes })
    stage.done(await reviewReturn(stage.recorder, stage.shelf, cast.caseOfficer, { id, kind: 'accepted' }))
  }
}

async function file(stage: Stage, cast: Cast, name: MakerName, year: string, sheets: FilledSheets): Promise<string> {
  return await fileBytes(stage, cast, name, {
    kind: ANNUAL,
    period: year,
    bytes: await workbook('bicycles', ANNUAL, sheets),
  })
}

interface Filing {
  readonly kind: string
  readonly period: string
  readonly bytes: Buffer
}

/** The identifier of the return. */
async function fileBytes(stage: Stage, cast: Cast, name: MakerName, { kind, period, bytes }: Filing): Promise<string> {
  const { recorder, shelf } = stage
  const { clerk, signatory } = cast.makers[name]
  const upload = { programme: programmeOf(name), kind, period, name: `return-${period}.xlsx`, bytes }
  const { found, version } = stage.done(await uploadReturn(recorder, shelf, clerk, upload))
  const shown_hash = (await shownHash(recorder, signatory, found.id, version)) ?? ''
  stage.done(await fileReturn(recorder, shelf, signatory, { id: found.id, version, shown_hash }, SIGNED))
  return found.id
}

async function workbook(programme: string, kind: string, sheets: FilledSheets): Promise<Buffer> {
  const schema = schemaOfKind(await loadRelease(join(PROJECT_ROOT, 'policy', programme)), kind)
  if (schema === undefined) throw new Error(`${programme} asks for no ${kind} return`)
  return Buffer.from(await filledTemplate(schema, 'en', sheets).xlsx.writeBuffer())
}
