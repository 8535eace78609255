/**
 * A whole year: the returns of many firms assessed in one run, and determined by two officers with their letters and out of a budget that suffices
 * for half of what is due. What of it the engine takes is measured beside it, in the same process. Run alone: `node bench/whole-year/measure-year.ts [FIRMS …]`.
 */
import { join } from 'node:path'
import { ASSESS_RUN, assessRun } from '../../app/src/assessments/runs/assess-run.ts'
import { readResults, readRun } from '../../app/src/assessments/runs/read-runs.ts'
import { startRun } from '../../app/src/assessments/runs/start-run.ts'
import { assessmentInput, assessVersion } from '../../app/src/assessments/filed/assess-version.ts'
import { changeHash, openChange } from '../../app/src/budgets/budget.ts'
import { approveBudget } from '../../app/src/budgets/decide-budget.ts'
import { proposeBudget } from '../../app/src/budgets/propose-budget.ts'
import { bicycleReturn } from '../../app/src/demonstration/invented-makers.ts'
import { done } from '../../app/src/demonstration/make-people.ts'
import type { Letters } from '../../app/src/determinations/decide-determination.ts'
import { APPROVE_DOCKET, approveDocket, approveRound } from '../../app/src/determinations/dockets/approve-docket.ts'
import { PREPARE_DOCKET, prepareDocket, prepareRound } from '../../app/src/determinations/dockets/prepare-docket.ts'
import { readDocket } from '../../app/src/determinations/dockets/read-dockets.ts'
import { PRINT_LETTER, printLetters } from '../../app/src/determinations/print-letter.ts'
import { printLetter, renderLetter, renderPlainLetter } from '../../app/src/determinations/render-letter.ts'
import type { Handler, Handlers } from '../../app/src/jobs/job.ts'
import { runDueJobs } from '../../app/src/jobs/run-jobs.ts'
import { allOf } from '../../app/src/kernel/read-page.ts'
import { type Actor, readAs } from '../../app/src/kernel/transaction.ts'
import { loadRelease } from '../../app/src/policy-releases/load-release.ts'
import { releaseShelf } from '../../app/src/policy-releases/release-shelf.ts'
import { uploadReturn } from '../../app/src/returns/filing/upload-return.ts'
import { versionIn } from '../../app/src/returns/filing/read-returns.ts'
import { returnSchemaOf } from '../../app/src/returns/release-schema.ts'
import { filledTemplate } from '../../app/src/returns/write/fill-template.ts'
import { workbookBytes } from '../../app/src/returns/write/workbook-style.ts'
import { firmId, openRegister, type Register } from '../large-register/open-register.ts'
import { printTable } from '../table.ts'

const SIZES = [100, 1000, 10_000]
const YEAR = '2026-27'
const AS_OF = '2028-07-20'
/** Of the price of PKR 20,000: what meets the first year's target, and what does not. */
const IMPORTED = [12_000, 16_000]
/** The ceiling of the training grant: half of the PKR 640,000 that each spent is more. */
const GRANT = 200_000
const CONFIRMED = async () => await Promise.resolve({ done: true })

interface Measured {
  readonly firms: number
  readonly determinations: number
  /** Milliseconds in all. */
  readonly assessed: number
  readonly engine: number
  readonly prepared: number
  readonly approved: number
  /** By the jobs that print, and of that setting the letter alone. */
  readonly printed: number
  readonly letter: number
}

async function measureYear(root: string, firms: number): Promise<Measured> {
  const register = await openRegister(root, firms + IMPORTED.length)
  try {
    await layReturns(root, register, firms)
    const { recorder, officer } = register
    const { database } = recorder
    const shelf = releaseShelf()
    await openEnvelope(register, shelf, firms)
    const all = { programme: 'bicycles', period: YEAR, as_of: AS_OF, manufacturer_id: null }
    const run = done(await startRun(recorder, officer, all))
    const assessed = await workOff(recorder, { [ASSESS_RUN]: assessRun(recorder, shelf) })
    const { end, outcomes } = done(await readRun(database, officer, run.id))
    if (end?.kind !== 'finished') throw new Error(`the run did not end: ${JSON.stringify(outcomes)}`)
    const wanted = { id: run.id, wanted: undefined }
    const results = await allOf(async (asked) => done(await readResults(database, officer, wanted, asked)))
    const engine = await engineAlone(
      register,
      results.map(({ return_id }) => return_id),
    )
    return { firms, assessed, engine, ...(await determine(register, shelf, run.id)) }
  } finally {
    await register.close()
  }
}

/** For the grants of half of those to whom something is due, so that some are committed and the rest wait. */
async function openEnvelope({ recorder, officer }: Register, shelf: ReturnType<typeof releaseShelf>, firms: number) {
  const proposed = done(
    await proposeBudget(recorder, shelf, officer, {
      programme: 'bicycles',
      year: YEAR,
      amount: `${Math.round(firms / 4) * GRANT}.00`,
      firm_cap: null,
      programme_cap: null,
      mode: 'first_come',
      counts_from: 'filed',
      over_cap: 'remainder',
      distributes: false,
      advance_rate: null,
      interest_rate: null,
      interest_days: null,
      source: 'A budget of the bench',
      reason: 'So that claims wait.',
    }),
  )
  const change = openChange(proposed)
  if (change === undefined) throw new Error('nothing is proposed')
  const shown_hash = await changeHash(proposed, change)
  done(await approveBudget(recorder, approvingOf(officer), { number: proposed.number, shown_hash }))
}

function approvingOf(officer: Actor): Actor {
  return { ...officer, person: 'bench approving_officer', role: 'approving_officer' }
}

const ID = (nth: string): string => `('00000000-0000-7000-8000-' || lpad(to_hex(${nth}), 12, '0'))::uuid`

/** The facts of two returns that were read as uploaded, for all firms in turn. */
async function layReturns(root: string, { recorder, lay }: Register, firms: number): Promise<void> {
  const release = await loadRelease(join(root, 'policy', 'bicycles'))
  const schema = returnSchemaOf(release)
  const texts: string[] = []
  for (const [nth, imported_value] of IMPORTED.entries()) {
    const sheets = bicycleReturn({ begins: 2026, made: 3000, licence_year: 1, imported_value })
    const bytes = Buffer.from(await workbookBytes(filledTemplate(schema, 'en', sheets)))
    const clerk: Actor = { person: 'bench clerk', organization: firmId(firms + nth + 1), role: 'maker_clerk' }
    const upload = { programme: 'bicycles', kind: 'annual', period: YEAR, name: 'return.xlsx', bytes }
    const { found } = done(await uploadReturn(recorder, releaseShelf(), clerk, upload))
    const read = await readAs(recorder.database, clerk, async (tables) => done(await versionIn(tables, found.id, 1)))
    texts.push(
      JSON.stringify(read.subjects.map((one) => ({ subject: one.subject, facts: one.facts, origins: {} }))).replaceAll(
        "'",
        "''",
      ),
    )
  }
  await lay(`
    create temporary table laid as select ${ID('33554432 + n')} as id, ${ID('n')} as firm, n from generate_series(1, ${firms}) n;
    insert into returns (id, manufacturer_id, programme, kind, period) select id, firm, 'bicycles', 'annual', '${YEAR}' from laid;
    insert into documents (id, organization, name, media_type, hash, bytes, kept_at, kept_by)
      select id, firm, 'return.xlsx', 'application/octet-stream', 'sha256:' || encode(sha256(id::text::bytea), 'hex'), 'x', now(), 'bench' from laid;
    insert into return_versions (return_id, version, document_id, release_id, facts, lines, errors, error_count, uploaded_at, uploaded_by)
      select id, 1, id, (select id from policy_releases limit 1), case n % 2 when 0 then '${texts[0]}' else '${texts[1]}' end, '[]', '[]', 0, now(), 'bench' from laid;
    insert into return_events (return_id, position, kind, version, signed_hash, recorded_at, recorded_by)
      select id, 1, 'filed', 1, 'sha256:' || repeat('0', 64), '2027-08-15', 'bench' from laid;
    insert into return_events (return_id, position, kind, version, signed_hash, recorded_at, recorded_by)
      select id, 2, 'accepted', 1, null, '2027-09-15', 'bench' from laid;
    drop table laid;
    analyze;
  `)
}

/** Milliseconds of applying the law to the same facts and explaining it, without reading or writing anything. */
async function engineAlone({ recorder, officer }: Register, returns: readonly string[]): Promise<number> {
  const shelf = releaseShelf()
  let spent = 0
  for (const id of returns) {
    const input = await readAs(recorder.database, officer, async (tables) => {
      return done(await assessmentInput(tables, { id, version: 1, by: { day: AS_OF } }))
    })
    shelf.open(input.law)
    const begin = performance.now()
    assessVersion(shelf, input, AS_OF)
    spent += performance.now() - begin
  }
  return spent
}

/** All of the run by two officers, with one signature; then every letter by the job that was queued with its approval. */
async function determine(
  { recorder, officer }: Register,
  shelf: ReturnType<typeof releaseShelf>,
  run_id: string,
): Promise<Pick<Measured, 'determinations' | 'prepared' | 'approved' | 'printed' | 'letter'>> {
  const approving = approvingOf(officer)
  let letter = 0
  const letters: Letters = {
    render: async (data) => {
      const begin = performance.now()
      const bytes = await renderLetter(data)
      letter += performance.now() - begin
      return bytes
    },
    renderPlain: renderPlainLetter,
    print: printLetter,
    addressOf: (number: string) => `https://example.org/verify/${number}`,
    demonstration: false,
  }
  const press = { recorder, shelf, letters }
  const reasons = 'As the return says.'
  const both = { failure_reasons: reasons, entitlement_reasons: reasons, own_reasons: [] }
  const docket = done(await prepareDocket(recorder, officer, { run_id, ...both }))
  const prepared = await workOff(recorder, { [PREPARE_DOCKET]: prepareRound(recorder, shelf) })
  const { shown_hash, listed } = done(await readDocket(recorder.database, approving, docket.id))
  let printed = 0
  const print: Handler = async (job) => {
    const begin = performance.now()
    const effect = await printLetters(press)(job)
    printed += performance.now() - begin
    return effect
  }
  const begin = performance.now()
  done(await approveDocket(recorder, approving, { id: docket.id, shown_hash }, CONFIRMED))
  await workOff(recorder, { [APPROVE_DOCKET]: approveRound(press), [PRINT_LETTER]: print })
  const approved = performance.now() - begin - printed
  const after = done(await readDocket(recorder.database, approving, docket.id))
  const [, round] = after.rounds
  if (round?.end?.kind !== 'finished' || round.refused > 0) throw new Error(`not all was approved: ${round?.refused}`)
  return { determinations: listed, prepared, approved, printed, letter }
}

/** Milliseconds until no job is due. */
async function workOff(recorder: Register['recorder'], handlers: Handlers): Promise<number> {
  const begin = performance.now()
  for (let worked = 1; worked > 0; )
    worked = await runDueJobs(recorder, handlers, (error) => {
      throw error
    })
  return performance.now() - begin
}

function share(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)}%`
}

function total({ assessed, prepared, approved, printed }: Measured): number {
  return assessed + prepared + approved + printed
}

function row(of: readonly Measured[], one: Measured): readonly string[] {
  const { firms, determinations, assessed, engine, prepared, approved, printed, letter } = one
  const [first = one] = of
  const all = total(one)
  const times = (part: number, ofFirst: number): string => (part / firms / (ofFirst / first.firms)).toFixed(2)
  return [
    String(firms),
    String(determinations),
    times(all, total(first)),
    times(assessed, first.assessed),
    times(prepared, first.prepared),
    times(approved, first.approved),
    times(printed, first.printed),
    share(engine, assessed),
    share(engine, all),
    share(assessed, all),
    share(prepared, all),
    share(approved, all),
    share(printed - letter, all),
    share(letter, all),
  ]
}

const COLUMNS = [
  'firms',
  'determinations',
  'all, a firm, times that of the first',
  'assessing',
  'preparing',
  'approving',
  'printing',
  'engine of assessing',
  'engine of all',
  'assessing of all',
  'preparing',
  'approving',
  'printing but for Typst',
  'Typst',
]

export async function measureYears(root: string, sizes: readonly number[] = SIZES): Promise<void> {
  const measured: Measured[] = []
  for (const firms of sizes) {
    const one = await measureYear(root, firms)
    measured.push(one)
    console.error(`${firms} firms are done: ${row(measured, one).join(' · ')}`)
  }
  printTable(
    COLUMNS,
    measured.map((one) => row(measured, one)),
  )
}

if (process.argv[1] === import.meta.filename) {
  const sizes = process.argv.slice(2).map(Number)
  await measureYears(join(import.meta.dirname, '..', '..'), sizes.length === 0 ? SIZES : sizes)
}
