/** A service for tests with a clock that is moved by hand, the bicycles programme in force, and its people. */
import { generateKeyPairSync } from 'node:crypto'
import { join } from 'node:path'
import { keyOf } from './audit-log/open-audit-key.ts'
import type { Recorder } from './audit-log/record-command.ts'
import { approveDetermination, type Letters } from './determinations/decide-determination.ts'
import type { Determination, DeterminationKind } from './determinations/determination.ts'
import { readForesight } from './determinations/foresee-effect.ts'
import { prepareDetermination } from './determinations/prepare-determination.ts'
import { makeAssessment } from './assessments/filed/make-assessment.ts'
import { makeIds } from './kernel/identifiers.ts'
import type { Outcome, Refusal } from './kernel/outcome.ts'
import { readFolder } from './kernel/read-folder.ts'
import { type OpenTestDatabase, openTestDatabase } from './kernel/test-database-fixture.ts'
import type { TestServer } from './kernel/database-servers-fixture.ts'
import type { Actor } from './kernel/transaction.ts'
import { applyForRegistration } from './manufacturers/apply-for-registration.ts'
import { decideRegistration } from './manufacturers/decide-registration.ts'
import { keepNoticeFile } from './notices/disclosure/disclose-file.ts'
import { issueNotice } from './notices/issue-notice.ts'
import type { Notice } from './notices/notice.ts'
import { consideredOf } from './notices/read-notices.ts'
import { serveNotice } from './notices/serve-notice.ts'
import { actorOf, organizationOf } from './people/actor-fixture.ts'
import { approveRelease } from './policy-releases/approve-release.ts'
import { PROJECT_ROOT } from './policy-releases/find-folder.ts'
import { loadRelease } from './policy-releases/load-release.ts'
import { proposeRelease } from './policy-releases/propose-release.ts'
import { releaseShelf } from './policy-releases/release-shelf.ts'
import type { NewModel } from './products/register-model.ts'
import { fileReturn, shownHash } from './returns/filing/file-return.ts'
import { reviewReturn } from './returns/filing/review-return.ts'
import { uploadReturn } from './returns/filing/upload-return.ts'
import { returnSchemaOf } from './returns/release-schema.ts'
import { type FilledSheets, filledTemplate } from './returns/write/fill-template.ts'
import { computeEffect } from './simulations/effects/compute-effect.ts'

export interface TestThread {
  readonly made: OpenTestDatabase
  readonly recorder: Recorder
  readonly shelf: ReturnType<typeof releaseShelf>
  readonly letters: Letters
  /** Sets the day that it is; time goes on from there. */
  readonly on: (day: string) => void
  /** Sets the instant. */
  readonly at: (instant: string) => void
  readonly policyOfficer: Actor
  readonly caseOfficer: Actor
  readonly approvingOfficer: Actor
  readonly customsOfficer: Actor
}

/** What a command answered, which must not be a refusal. */
export function done<T>(outcome: Outcome<T, Refusal>): T {
  if ('refused' in outcome) throw new Error(`refused: ${JSON.stringify(outcome.refused)}`)
  return outcome.done
}

export function refusedFor(outcome: Outcome<unknown, Refusal>): Refusal {
  if ('done' in outcome) throw new Error('it was not refused')
  return outcome.refused
}

export async function openThread(server: TestServer): Promise<TestThread> {
  const made = await openTestDatabase(server)
  let now = Date.UTC(2026, 6, 1, 6)
  const clock = (): number => (now += 1)
  const recorder: Recorder = {
    database: made.database,
    key: keyOf(generateKeyPairSync('ed25519').privateKey),
    clock,
    makeId: makeIds(clock),
  }
  const regulator = {
    id: await organizationOf(made.database, 'regulator', 'Bicycle Board'),
    kind: 'regulator',
  } as const
  return {
    made,
    recorder,
    shelf: releaseShelf(),
    letters: {
      // The letters themselves have tests of their own.
      render: async (data) => await Promise.resolve(Buffer.from(JSON.stringify(data))),
      renderPlain: async (letter) => await Promise.resolve(Buffer.from(JSON.stringify(letter))),
      print: async (text) => await Promise.resolve(Buffer.from(JSON.stringify(text))),
      addressOf: (number) => `https://example.org/verify/${number}`,
      considered: consideredOf,
      demonstration: false,
    },
    at: (instant) => {
      now = Date.parse(instant)
    },
    on: (day) => {
      now = Date.parse(`${day}T06:00:00Z`)
    },
    policyOfficer: await actorOf(made.database, 'policy_officer', regulator),
    caseOfficer: await actorOf(made.database, 'case_officer', regulator),
    approvingOfficer: await actorOf(made.database, 'approving_officer', regulator),
    customsOfficer: await actorOf(made.database, 'customs_officer'),
  }
}

/** The identifier of a release that waits for a second officer. */
export async function propose(
  { recorder, policyOfficer }: TestThread,
  programme: string,
  effective_on: string,
): Promise<string> {
  const read = await readFolder(join(PROJECT_ROOT, 'policy', programme))
  if (!read.ok) throw new Error(read.sentence)
  const files = Object.fromEntries(read.files)
  return done(await proposeRelease(recorder, policyOfficer, { files, effective_on })).id
}

export async function publish(thread: TestThread, programme: string): Promise<void> {
  await approve(thread, await propose(thread, programme, '2026-07-01'))
}

/** By the second officer, over what it changes where there is a law before it. */
export async function approve({ recorder, shelf, approvingOfficer }: TestThread, id: string): Promise<void> {
  const computed = await computeEffect(recorder, shelf, approvingOfficer, id)
  const effect_hash = 'done' in computed ? computed.done.hash : null
  done(await approveRelease(recorder, approvingOfficer, { id, effect_hash }))
}

export const ROADSTER: NewModel = {
  name: 'Roadster',
  description: 'steel frame, 28 inches',
  programme: 'bicycles',
  category: null,
  brand: 'Ravi',
  brand_owner: '',
  trade_names: [],
}

export interface TestMaker {
  readonly id: string
  readonly clerk: Actor
  readonly signatory: Actor
}

export async function authorisedMaker(
  { made, recorder, caseOfficer }: TestThread,
  name: string,
  registration_number: string,
): Promise<TestMaker> {
  const id = await organizationOf(made.database, 'manufacturer', name)
  const clerk = await actorOf(made.database, 'maker_clerk', { id, kind: 'manufacturer' })
  const signatory = await actorOf(made.database, 'maker_signatory', { id, kind: 'manufacturer' })
  done(
    await applyForRegistration(recorder, signatory, { name, registration_number, address: '7 Canal Road, Faisalabad' }),
  )
  done(await decideRegistration(recorder, caseOfficer, { id, kind: 'authorised' }))
  return { id, clerk, signatory }
}

/** A return of bicycles in their first year, whose local rate must be 30%: one model, with this imported value at a price of PKR 20,000. */
export function bicycles(imported_value: number): FilledSheets {
  return {
    models: [
      {
        model: 'Roadster',
        electric: 'false',
        price: 20_000,
        imported_value,
        made: 500,
        frame_tested_on: '2026-08-01',
        first_sold_on: '2026-09-01',
      },
    ],
    imports: [{ entry: 'KHI-1', imported_on: '2026-08-10', value: 1_000_000 }],
    licence: [{ licence_year: 1, training_cost: 80_000 }],
  }
}

export async function workbook(programme: string, sheets: FilledSheets): Promise<Buffer> {
  const release = await loadRelease(join(PROJECT_ROOT, 'policy', programme))
  const filled = filledTemplate(returnSchemaOf(release), 'en', sheets)
  return Buffer.from(await filled.xlsx.writeBuffer())
}

const CONFIRMED = async () => await Promise.resolve({ done: true })

/** A return of bicycles with this imported value, uploaded, filed and, after what is done before, accepted. Its identifier. */
export async function filedReturn(
  thread: TestThread,
  maker: TestMaker,
  imported: number,
  before: (id: string) => Promise<void> = async () => await Promise.resolve(),
): Promise<string> {
  const { recorder, shelf } = thread
  const bytes = await workbook('bicycles', bicycles(imported))
  const upload = { programme: 'bicycles', kind: 'annual', period: '2026-27', name: 'return.xlsx', bytes }
  const { found, version } = done(await uploadReturn(recorder, shelf, maker.clerk, upload))
  const shown_hash = (await shownHash(recorder, maker.signatory, found.id, version)) ?? ''
  done(await fileReturn(recorder, shelf, maker.signatory, { id: found.id, version, shown_hash }, CONFIRMED))
  await before(found.id)
  done(await reviewReturn(recorder, thread.shelf, thread.caseOfficer, { id: found.id, kind: 'accepted' }))
  return found.id
}

/** Assessed as of that day, prepared by one officer and approved by another. */
export async function determinedAs(
  { recorder, shelf, caseOfficer, approvingOfficer, letters }: TestThread,
  return_id: string,
  as_of: string,
  kind: DeterminationKind,
): Promise<Determination> {
  const { assessment } = done(await makeAssessment(recorder, shelf, caseOfficer, { return_id, as_of }))
  const open = done(
    await prepareDetermination(recorder, shelf, caseOfficer, {
      assessment_id: assessment.id,
      subject: {},
      kind,
      reasons: 'As the return says.',
    }),
  )
  const { shown_hash } = done(await readForesight(recorder, shelf, approvingOfficer, open.number))
  const input = { number: open.number, shown_hash }
  const approved = await approveDetermination(recorder, shelf, letters, approvingOfficer, input, CONFIRMED)
  return done(approved).determination
}

/** Notice of a failure, issued and handed over today, with the proof of it. */
export async function servedNotice(thread: TestThread, determination: string): Promise<Notice> {
  const { recorder, shelf, letters, caseOfficer } = thread
  const issue = { determination, answer_length: 10, answer_counted_in: 'working_days' } as const
  const { id, issued_on } = done(await issueNotice(recorder, shelf, letters, caseOfficer, issue))
  const slip = { id, name: 'receipt.txt', bytes: Buffer.from('received') }
  const { id: proof_id } = done(await keepNoticeFile(recorder, caseOfficer, slip))
  const service = { id, means: 'by_hand', served_on: issued_on, proof_id, words: 'Signed for at the gate.' } as const
  return done(await serveNotice(recorder, shelf, caseOfficer, service))
}
