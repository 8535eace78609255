/** A report is signed twice, by two people whom the laboratory lets sign; the second signature issues the certificate. Each is given with the second factor. */
import { canonicalJson, hashOf } from '@maqami/engine/canonical/canonical.ts'
import { addMonths, formatDay, parseDay } from '@maqami/engine/value/date.ts'
import type { Recorder } from '../audit-log/record-command.ts'
import type { CertificateRefusal } from '../certificates/certificate.ts'
import type { Issuing } from '../certificates/hold-keys.ts'
import { issueCertificate } from '../certificates/issue-certificate.ts'
import { holidaysIn } from '../holidays/read-holidays.ts'
import { today as dayNow, todayText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { type Accreditation, type Laboratory, maySign, scopeOn } from '../laboratories/laboratory.ts'
import { laboratoryIn } from '../laboratories/read-laboratories.ts'
import type { SecondFactorRefusal } from '../people/set-up-second-factor.ts'
import { turnsOf } from './receive-sample.ts'
import { recordAct, requestFor } from './record-act.ts'
import { claimsOf, reportOf } from './report.ts'
import { insertReport, insertTurns } from './tests-table.ts'
import { outcomeOf, quoteOf, stateOf, type TestRefusal, type TestRequest, turnaroundOf } from './way.ts'

export interface SignedReport {
  readonly number: string
  /** Of the report as it was shown. */
  readonly shown_hash: string
}

type Confirm = () => Promise<Outcome<unknown, SecondFactorRefusal>>

/** `confirm` holds the second factor; it is asked when everything else is right, so that a code is not used up in vain. */
export async function signReport(
  recorder: Recorder,
  actor: Actor,
  { number, shown_hash }: SignedReport,
  confirm: Confirm,
): Promise<Outcome<TestRequest, TestRefusal | SecondFactorRefusal>> {
  const step = { command: 'sign_report', number, kind: 'reported' } as const
  const today = todayText(recorder.clock)
  const ready = await readAs(recorder.database, actor, async (tables) => {
    const found = await requestFor(tables, number, step.kind)
    return 'refused' in found ? found : await signable(tables, actor, found.done, shown_hash, today)
  })
  if ('refused' in ready) return ready
  const confirmed = await confirm()
  if ('refused' in confirmed) return confirmed
  return await recordAct(recorder, actor, step, async (tables, request, day) => {
    const still = await signable(tables, actor, request, shown_hash, day)
    if ('refused' in still) return still
    await insertReport(tables, { hash: shown_hash, request_id: request.id, report: still.done.text })
    return { done: { kind: 'reported', report_hash: shown_hash } }
  })
}

/** By somebody else than who signed first. With all limits kept a certificate is issued in the same transaction. */
export async function reviewReport(
  recorder: Recorder,
  issuing: Issuing,
  actor: Actor,
  { number, shown_hash }: SignedReport,
  confirm: Confirm,
): Promise<Outcome<TestRequest, TestRefusal | CertificateRefusal | SecondFactorRefusal>> {
  const step = { command: 'review_report', number, kind: 'reviewed' } as const
  const today = todayText(recorder.clock)
  const ready = await readAs(recorder.database, actor, async (tables) => {
    const found = await requestFor(tables, number, step.kind)
    return 'refused' in found ? found : await reviewable(tables, actor, found.done, shown_hash, today)
  })
  if ('refused' in ready) return ready
  const confirmed = await confirm()
  if ('refused' in confirmed) return confirmed
  return await recordAct<CertificateRefusal>(recorder, actor, step, async (tables, request, day) => {
    const still = await reviewable(tables, actor, request, shown_hash, day)
    if ('refused' in still) return still
    const holidays = await holidaysIn(tables)
    const used = turnaroundOf(request, holidays, dayNow(recorder.clock))?.used_days ?? 0
    await insertTurns(tables, turnsOf(request, 'ended', day, used))
    const certified = await certify(tables, issuing, actor, request, still.done)
    if ('refused' in certified) return certified
    return { done: { kind: 'reviewed', report_hash: shown_hash, certificate: certified.done } }
  })
}

/** The number of the certificate; null where something failed, or the whole scheme was not tested. */
async function certify(
  tables: Handle,
  issuing: Issuing,
  actor: Actor,
  request: TestRequest,
  { laboratory, accreditation, hash, first }: Signing,
): Promise<Outcome<string | null, CertificateRefusal>> {
  if (outcomeOf(request) !== 'certified') return { done: null }
  const valid_from = todayText(issuing.clock)
  const sha256 = hash.replace('sha256:', '')
  const claims = claimsOf(request, {
    laboratory,
    accreditation,
    schemes: new URL('/schemes', issuing.publicAddress),
    signed_by: [first, actor.person],
    evidence: { url: new URL(`/api/test-reports/${sha256}`, issuing.publicAddress).href, sha256 },
    valid_from,
    valid_until: lastDayAfter(valid_from, quoteOf(request)?.valid_months ?? 0),
  })
  const issued = await issueCertificate(tables, issuing, claims)
  return 'refused' in issued ? issued : { done: issued.done.number }
}

function lastDayAfter(from: string, months: number): string {
  return formatDay(addMonths(parseDay(from) ?? 0, months, 'earlier') - 1)
}

interface Signing {
  readonly laboratory: Laboratory
  readonly accreditation: Accreditation
  readonly hash: string
  readonly text: string
  /** Who signed first. */
  readonly first: string
}

async function reviewable(
  tables: Handle,
  actor: Actor,
  request: TestRequest,
  shown_hash: string,
  today: string,
): Promise<Outcome<Signing, TestRefusal>> {
  const reported = request.events.at(-1)
  if (reported?.kind === 'reported' && reported.recorded_by === actor.person) return { refused: { code: 'own_report' } }
  if (reported?.kind !== 'reported' || reported.report_hash !== shown_hash)
    return { refused: { code: 'report_changed' } }
  const ready = await signable(tables, actor, request, shown_hash, today)
  return 'refused' in ready ? ready : { done: { ...ready.done, first: reported.recorded_by } }
}

async function signable(
  tables: Handle,
  actor: Actor,
  request: TestRequest,
  shown_hash: string,
  today: string,
): Promise<Outcome<Signing, TestRefusal>> {
  const drawn = await drawReport(tables, request, today)
  if ('refused' in drawn) return drawn
  if (!maySign(drawn.done.laboratory, actor.person, today)) return { refused: { code: 'may_not_sign' } }
  if (drawn.done.hash !== shown_hash) return { refused: { code: 'report_changed' } }
  return { done: { ...drawn.done, first: actor.person } }
}

/** The report as it would be signed today, or why the laboratory may not sign it. */
export async function drawReport(
  tables: Handle,
  request: TestRequest,
  today: string,
): Promise<Outcome<Omit<Signing, 'first'>, TestRefusal>> {
  const laboratory = await laboratoryIn(tables, request.laboratory_id)
  if (laboratory === undefined || quoteOf(request) === undefined)
    return { refused: { code: 'test_state', state: stateOf(request) } }
  let accreditation: Accreditation | undefined
  for (const { standard, method } of quoteOf(request)?.terms ?? []) {
    const found = scopeOn(laboratory, { standard, method }, today)
    if ('gap' in found) return { refused: { code: 'test_gap', gap: found.gap, standard, method } }
    accreditation ??= found.good
  }
  if (accreditation === undefined) return { refused: { code: 'test_state', state: stateOf(request) } }
  const report = reportOf(request, laboratory, accreditation)
  return { done: { laboratory, accreditation, hash: await hashOf(report), text: canonicalJson(report) } }
}
