/**
 * Plays a case of a whole year, as `policy/*\/cases/*.yaml` tells it, by the commands of the service on a real database, and writes down what
 * came of each step: findings, entries, orders about licences, letters.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { plain } from '@maqami/engine/load/examples.ts'
import { formatProblem } from '@maqami/engine/load/problem.ts'
import { readYaml } from '@maqami/engine/load/yaml.ts'
import { type Static, type TSchema, Type } from 'typebox'
import { Value } from 'typebox/value'
import { draftOrder, shownOrder, signOrder } from './appeals/decide-appeal.ts'
import { decideStay } from './appeals/decide-stay.ts'
import { appealHash, fileAppeal, prepareAppeal } from './appeals/file-appeal.ts'
import { type Made, makeAssessment } from './assessments/filed/make-assessment.ts'
import { approveDetermination } from './determinations/decide-determination.ts'
import type { Determination } from './determinations/determination.ts'
import { readForesight } from './determinations/foresee-effect.ts'
import { prepareDetermination } from './determinations/prepare-determination.ts'
import { changeHash, openChange } from './budgets/budget.ts'
import { approveBudget } from './budgets/decide-budget.ts'
import { proposeBudget } from './budgets/propose-budget.ts'
import { todayText } from './kernel/clock.ts'
import type { TestServer } from './kernel/database-servers-fixture.ts'
import { DAY, oneOf } from './kernel/field-schemas.ts'
import type { Outcome, Refusal } from './kernel/outcome.ts'
import { readFolder } from './kernel/read-folder.ts'
import type { Actor } from './kernel/transaction.ts'
import { readStatement } from './ledger/read-statement.ts'
import { askGate } from './licences/ask-gate.ts'
import { drawQuota } from './licences/draw-quota.ts'
import { grantLicence } from './licences/grant-licence.ts'
import { statusOn } from './licences/licence.ts'
import { readLicence } from './licences/read-licences.ts'
import { answerNotice, considerAnswer, recordCure } from './notices/answer-notice.ts'
import type { Notice } from './notices/notice.ts'
import { approvePayment } from './payments/decide-payment.ts'
import { orderHash } from './payments/payment.ts'
import { preparePayment, acceptReconciliation } from './payments/prepare-payment.ts'
import { actorOf } from './people/actor-fixture.ts'
import { PROJECT_ROOT } from './policy-releases/find-folder.ts'
import { loadRelease } from './policy-releases/load-release.ts'
import { proposeRelease } from './policy-releases/propose-release.ts'
import { returnSchemaOf } from './returns/release-schema.ts'
import type { ReturnColumn } from './returns/schema/return-schema.ts'
import { fileReturn, shownHash } from './returns/filing/file-return.ts'
import { bounced, received } from './receipts-fixture.ts'
import { recordRates } from './returns/filing/record-rates.ts'
import { reviewReturn } from './returns/filing/review-return.ts'
import { uploadReturn } from './returns/filing/upload-return.ts'
import { type FilledLine, filledTemplate } from './returns/write/fill-template.ts'
import {
  approve,
  authorisedMaker,
  done,
  openThread,
  refusedFor,
  type TestMaker,
  type TestThread,
  servedNotice,
} from './thread-fixture.ts'
import {
  type AnyLetter,
  balanceLines,
  type Block,
  determinedLines,
  entryBlock,
  findingLines,
  letterBlock,
  orderBlock,
  paymentLines,
  receiptLines,
} from './year-case-text-fixture.ts'

const unsigned = (): string => 'unsigned'
const CONFIRMED = async () => await Promise.resolve({ done: true })
const WORDS = Type.String({ minLength: 1 })
const NOTHING = Type.Object({})
const SHEETS = Type.Record(Type.String(), Type.Array(Type.Record(Type.String(), Type.String())))
const CHANGE = Type.Object({ file: WORDS, from: WORDS, to: WORDS })
const PUBLISH = Type.Object({
  effective_on: DAY,
  /** Files that are left out, such as the monthly return. */
  without: Type.Optional(Type.Array(WORDS)),
  change: Type.Optional(Type.Array(CHANGE)),
})
const KINDS = oneOf('failure', 'entitlement', 'sanction', 'restoration')
const OUTCOME = oneOf('upheld', 'quashed', 'remanded')
const GOODS = Type.Object({ licence: WORDS, entry: WORDS, units: Type.Integer(), hs_line: WORDS })
const GRANT = Type.Object({
  kind: oneOf('import_licence', 'manufacturing_authorisation', 'concession'),
  quota: Type.Optional(Type.Integer()),
  hs_prefix: WORDS,
  from: DAY,
  until: DAY,
})

const RECEIVE = Type.Object({ bank: WORDS, amount: WORDS, for: Type.Optional(KINDS) })
const BUDGET = Type.Object({
  amount: WORDS,
  mode: oneOf('first_come', 'pro_rata'),
  over_cap: oneOf('remainder', 'nothing'),
  firm_cap: Type.Optional(WORDS),
  distributes: Type.Optional(Type.Boolean()),
  advance_rate: Type.Optional(WORDS),
  interest_rate: Type.Optional(WORDS),
})

const CASE = Type.Object(
  {
    case: WORDS,
    /** Why it ends as it does, with the arithmetic. */
    because: WORDS,
    year: WORDS,
    /** Of the return that is determined; none where a return has one. */
    subject: Type.Optional(Type.Record(Type.String(), Type.String())),
    /** By its sheets; a step may replace some of them. */
    return: SHEETS,
    steps: Type.Array(Type.Record(Type.String(), Type.Unknown())),
  },
  { additionalProperties: false },
)

interface Firm extends TestMaker {
  readonly name: string
  readonly determinations: Determination[]
  notice: Notice | undefined
  return_id: string
  appeal_id: string
}

/** What is played upon. */
interface Play {
  readonly thread: TestThread
  readonly programme: string
  readonly year: string
  readonly subject: Readonly<Record<string, string>>
  readonly sheets: Static<typeof SHEETS>
  readonly letters: AnyLetter[]
  readonly licences: Set<string>
  /** Those who have done something, by name. */
  readonly firms: Map<string, Firm>
  /** Whose step it is. */
  firm: Firm
}

type Verb = (play: Play, input: unknown) => Promise<readonly string[]>

/** A step by its name: what it asks for, and what it says of itself; what followed from it is read from the registers. */
const VERBS: Readonly<Record<string, Verb>> = {
  publish: verb(PUBLISH, async (play, asked) => {
    const { thread, programme } = play
    const read = await readFolder(join(PROJECT_ROOT, 'policy', programme))
    if (!read.ok) throw new Error(read.sentence)
    const files = Object.fromEntries([...read.files].filter(([name]) => !(asked.without ?? []).includes(name)))
    for (const { file, from, to } of asked.change ?? []) {
      const text = files[file]
      if (text?.split(from).length !== 2) throw new Error(`'${from}' does not stand once in ${file}`)
      files[file] = text.replace(from, to)
    }
    const proposed = await proposeRelease(thread.recorder, thread.policyOfficer, {
      files,
      effective_on: asked.effective_on,
    })
    await approve(thread, done(proposed).id)
    return []
  }),
  grant: verb(GRANT, async ({ thread, firm, programme, licences }, asked) => {
    const granted = await grantLicence(thread.recorder, thread.approvingOfficer, {
      manufacturer_id: firm.id,
      programme,
      kind: asked.kind,
      quota: asked.quota ?? null,
      scope: [{ hs_prefix: asked.hs_prefix, quota: null, valid_from: asked.from, valid_until: asked.until }],
      valid_from: asked.from,
      valid_until: asked.until,
      reason: 'capacity seen on site',
    })
    licences.add(done(granted).number)
    return []
  }),
  budget: verb(BUDGET, async ({ thread, programme, year }, asked) => {
    const { recorder, shelf, caseOfficer, approvingOfficer } = thread
    const proposed = await proposeBudget(recorder, shelf, caseOfficer, {
      firm_cap: null,
      programme_cap: null,
      counts_from: 'filed',
      distributes: false,
      advance_rate: null,
      interest_rate: null,
      ...asked,
      interest_days: asked.interest_rate === undefined ? null : 365,
      programme,
      year,
      source: 'An invented appropriation.',
      reason: 'As appropriated.',
    })
    const envelope = done(proposed)
    const change = openChange(envelope)
    if (change === undefined) throw new Error('nothing was proposed')
    const shown = { number: envelope.number, shown_hash: await changeHash(envelope, change) }
    done(await approveBudget(recorder, approvingOfficer, shown))
    return [`${envelope.number}, ${asked.amount}`]
  }),
  pay: verb(Type.Object({ kind: oneOf('payment', 'recovery'), refused: Type.Optional(WORDS) }), async (play, asked) => {
    const { recorder, caseOfficer, approvingOfficer } = play.thread
    const { programme, year, firm } = play
    const key = { programme, year, rehearsal: false, currency: 'PKR' }
    const order = { ...key, kind: asked.kind, manufacturer_id: firm.id, reasons: 'As the account stands.' }
    const prepared = await preparePayment(recorder, caseOfficer, order)
    if (asked.refused !== undefined) return [refusedAs(prepared, asked.refused)]
    const open = done(prepared)
    const shown = { number: open.number, shown_hash: await orderHash(open) }
    done(await approvePayment(recorder, approvingOfficer, shown, CONFIRMED))
    return paymentLines(open)
  }),
  reconcile: verb(NOTHING, async ({ thread, firm, programme, year }) => {
    const key = { programme, year, rehearsal: false, manufacturer_id: firm.id, reason: 'The books agree.' }
    done(await acceptReconciliation(thread.recorder, thread.approvingOfficer, key))
    return []
  }),
  receive: verb(RECEIVE, async ({ thread, firm }, { bank, amount, for: kind }) => {
    const number = firm.determinations.findLast((one) => one.kind === kind)?.number ?? ''
    return receiptLines(await received(thread, bank, amount, number))
  }),
  bounce: verb(Type.Object({ bank: WORDS }), async ({ thread }, { bank }) => {
    return receiptLines([await bounced(thread, bank)])
  }),
  import: verb(GOODS, async ({ thread }, { licence, entry, units, hs_line }) => {
    const drawn_on = dayOf(thread)
    const draw = { licence, entry, units, hs_line, drawn_on }
    done(await drawQuota(thread.recorder, thread.customsOfficer, draw))
    return [`${units} units drawn`]
  }),
  ask_gate: verb(Type.Omit(GOODS, ['entry']), async ({ thread }, { licence, units, hs_line }) => {
    const asked = { licence, units, hs_line, day: dayOf(thread) }
    const { answer } = done(await askGate(thread.made.database, thread.customsOfficer, { sign: unsigned }, asked))
    return [
      `${answer.allowed ? 'allowed' : 'not allowed'}: ${answer.because}, remaining ${answer.remaining ?? 'no limit'}`,
    ]
  }),
  file: verb(Type.Object({ replaced: Type.Optional(SHEETS) }), async (play, { replaced }) => {
    const { recorder, shelf } = play.thread
    const bytes = await filledWorkbook(play.programme, { ...play.sheets, ...replaced })
    const upload = { programme: play.programme, kind: 'annual', period: play.year, name: 'return.xlsx', bytes }
    const { found, version } = done(await uploadReturn(recorder, shelf, play.firm.clerk, upload))
    const noted = found.versions.find((one) => one.version === version)?.errors ?? []
    const wrong = noted.filter(({ severity }) => severity === 'error')
    if (wrong.length > 0) throw new Error(`the return has errors: ${JSON.stringify(wrong)}`)
    const { id } = found
    const shown_hash = (await shownHash(recorder, play.firm.signatory, id, version)) ?? ''
    done(await fileReturn(recorder, shelf, play.firm.signatory, { id, version, shown_hash }, CONFIRMED))
    play.firm.return_id = id
    return [`version ${version}`, ...noted.map(({ sheet, row, sentence }) => `${sheet} ${row}: ${sentence.en}`)]
  }),
  accept: verb(NOTHING, async ({ thread, firm }) => {
    done(
      await reviewReturn(thread.recorder, thread.shelf, thread.caseOfficer, { id: firm.return_id, kind: 'accepted' }),
    )
    return []
  }),
  assess: verb(NOTHING, async (play) => {
    const { assessed } = await assessedToday(play)
    return assessed.subjects.flatMap((one) => findingLines(one, dayOf(play.thread)))
  }),
  determine: verb(Type.Object({ kind: KINDS, refused: Type.Optional(WORDS) }), async (play, { kind, refused }) => {
    const { recorder, shelf, caseOfficer, approvingOfficer, letters } = play.thread
    const { assessment } = await assessedToday(play)
    const prepared = await prepareDetermination(recorder, shelf, caseOfficer, {
      assessment_id: assessment.id,
      subject: play.subject,
      kind,
      reasons: 'As the accepted return and the file show.',
    })
    if (refused !== undefined) return [refusedAs(prepared, refused)]
    const open = done(prepared)
    const { shown_hash } = done(await readForesight(recorder, shelf, approvingOfficer, open.number))
    const input = { number: open.number, shown_hash }
    const approved = done(
      await approveDetermination(recorder, shelf, letters, approvingOfficer, input, CONFIRMED),
    ).determination
    play.firm.determinations.push(approved)
    return determinedLines(approved)
  }),
  serve: verb(NOTHING, async (play) => {
    const failure = play.firm.determinations.findLast(({ kind }) => kind === 'failure')
    const notice = await servedNotice(play.thread, failure?.number ?? '')
    play.firm.notice = notice
    return [`served on ${notice.served_on}, to be cured by ${notice.cure_ends_on}`]
  }),
  answer: verb(Type.Object({ words: WORDS }), async ({ thread, firm }, { words }) => {
    const id = firm.notice?.id ?? ''
    const { events } = done(await answerNotice(thread.recorder, firm.signatory, { id, words }))
    const considered = { id, about: events.length, words: 'It changes nothing of what was found.' }
    done(await considerAnswer(thread.recorder, thread.caseOfficer, considered))
    return []
  }),
  appeal: verb(Type.Object({ against: KINDS, grounds: WORDS, stay: Type.Optional(WORDS) }), async (play, asked) => {
    const { thread, firm } = play
    const against = firm.determinations.findLast(({ kind }) => kind === asked.against)
    const prepared = await prepareAppeal(thread.recorder, thread.shelf, firm.signatory, {
      determination: against?.number ?? '',
      grounds: asked.grounds,
      late_reason: null,
      stay_reason: asked.stay ?? null,
    })
    const open = done(prepared)
    const shown = { id: open.id, shown_hash: await appealHash(open) }
    done(await fileAppeal(thread.recorder, firm.signatory, shown, CONFIRMED))
    firm.appeal_id = open.id
    return [`${open.number} against ${against?.number ?? ''}, to be filed by ${open.ends_on ?? 'no day'}`]
  }),
  stay: verb(Type.Object({ kind: oneOf('granted', 'refused') }), async ({ thread, firm }, { kind }) => {
    const decision = { id: firm.appeal_id, kind, words: 'The harm could not be made good.', until: null }
    done(await decideStay(thread.recorder, await deciderIn(thread), decision))
    return [kind]
  }),
  order: verb(Type.Object({ outcome: OUTCOME, reasons: WORDS }), async ({ thread, firm }, { outcome, reasons }) => {
    const { recorder, shelf, letters } = thread
    const decider = await deciderIn(thread)
    const id = firm.appeal_id
    done(await draftOrder(recorder, decider, { id, outcome, reasons, changes: [] }))
    const { shown_hash } = done(await shownOrder(recorder, decider, id))
    done(await signOrder(recorder, shelf, letters, decider, { id, shown_hash }, CONFIRMED))
    return [outcome]
  }),
  cure: verb(Type.Object({ cured_on: DAY }), async ({ thread, firm }, { cured_on }) => {
    const cure = { id: firm.notice?.id ?? '', cured_on, words: 'Seen on site.' }
    done(await recordCure(thread.recorder, thread.shelf, thread.letters, thread.caseOfficer, cure))
    return []
  }),
}

/** Who took no part. */
async function deciderIn({ made, approvingOfficer }: TestThread): Promise<Actor> {
  return await actorOf(made.database, 'appellate_officer', {
    id: approvingOfficer.organization ?? '',
    kind: 'regulator',
  })
}

function verb<T extends TSchema>(schema: T, run: (play: Play, input: Static<T>) => Promise<readonly string[]>): Verb {
  return async (play, input) => await run(play, Value.Parse(schema, Value.Convert(schema, input ?? {})))
}

const NUMBERS: readonly string[] = ['count', 'number', 'percent', 'money']

/** Of cells as the policy language writes them: a workbook takes numbers for numbers. */
async function filledWorkbook(programme: string, sheets: Static<typeof SHEETS>): Promise<Buffer> {
  const schema = returnSchemaOf(await loadRelease(join(PROJECT_ROOT, 'policy', programme)))
  const columns = schema.sheets.map((sheet) => [sheet.name, sheet.columns] as const)
  const filled = columns.map(([name, all]) => [name, (sheets[name] ?? []).map((line) => cellsOf(all, line))] as const)
  const book = filledTemplate(schema, 'en', Object.fromEntries(filled))
  return Buffer.from(await book.xlsx.writeBuffer())
}

function cellsOf(columns: readonly ReturnColumn[], line: Readonly<Record<string, string>>): FilledLine {
  const unknown = Object.keys(line).find((name) => !columns.some((column) => column.name === name))
  if (unknown !== undefined) throw new Error(`the return has no column ${unknown}`)
  const numbers = new Set(columns.filter(({ type }) => NUMBERS.includes(type.kind)).map(({ name }) => name))
  return Object.fromEntries(Object.entries(line).map(([name, text]) => [name, numbers.has(name) ? Number(text) : text]))
}

function refusedAs(outcome: Outcome<unknown, Refusal>, code: string): string {
  const refused = refusedFor(outcome)
  if (refused.code !== code) throw new Error(`refused as ${JSON.stringify(refused)}, and not as ${code}`)
  return `refused: ${code}`
}

function dayOf({ recorder }: TestThread): string {
  return todayText(recorder.clock)
}

async function assessedToday({ thread, firm: { return_id } }: Play): Promise<Made> {
  const { recorder, shelf, caseOfficer } = thread
  return done(await makeAssessment(recorder, shelf, caseOfficer, { return_id, as_of: dayOf(thread) }))
}

/** What the registers hold: each step is told by what it added. */
async function registered({ thread, firms, licences, letters }: Play): Promise<readonly Block[]> {
  const { database } = thread.made
  const blocks: Block[] = []
  for (const { id, name } of firms.values()) {
    const entries = await readStatement(database, thread.caseOfficer, id)
    blocks.push(...entries.map((entry) => entryBlock(entry, entries, name)))
  }
  for (const number of licences) {
    const licence = done(await readLicence(database, thread.caseOfficer, number))
    blocks.push(...licence.orders.map((order) => orderBlock(number, order)))
  }
  return [...blocks, ...letters.map(letterBlock)]
}

/** The whole story of the case as text. `file` is its path from the root of the project. */
export async function playCase(server: TestServer, file: string): Promise<string> {
  const text = await readFile(join(PROJECT_ROOT, file), 'utf8')
  const yaml = readYaml(file, text)
  if (!yaml.ok) throw new Error(yaml.problems.map(formatProblem).join('\n'))
  const read = Value.Parse(CASE, plain(yaml.node))
  const [, programme = ''] = file.split('/')
  const thread = await openThread(server)
  try {
    const letters: AnyLetter[] = []
    const render = async (letter: AnyLetter): Promise<Buffer> => {
      letters.push(letter)
      return await Promise.resolve(Buffer.from(letter.number))
    }
    thread.on('2026-07-01')
    const kept = { ...thread, letters: { ...thread.letters, render, renderPlain: render, print: render } }
    const rates = await readFile(join(PROJECT_ROOT, 'examples/rates.csv'))
    done(await recordRates(thread.recorder, thread.policyOfficer, rates))
    const firm = await firmCalled(thread, FIRST)
    const play: Play = {
      thread: kept,
      programme,
      year: read.year,
      subject: read.subject ?? {},
      sheets: read.return,
      letters,
      licences: new Set(),
      firms: new Map([[FIRST, firm]]),
      firm,
    }
    const lines = [read.case, '', ...read.because.trim().split('\n')]
    for (const step of read.steps) lines.push('', ...(await played(play, step)))
    return `${[...lines, '', 'At the end', ...(await ended(play))].join('\n')}\n`
  } finally {
    await thread.made.drop()
  }
}

/** Who does all that names no other. */
const FIRST = 'Ravi Works'

/** Authorised on the day on which it first does something. */
async function firmCalled(thread: TestThread, name: string): Promise<Firm> {
  const maker = await authorisedMaker(thread, name, `K-${name}`)
  return { ...maker, name, determinations: [], notice: undefined, return_id: '', appeal_id: '' }
}

async function played(play: Play, step: Readonly<Record<string, unknown>>): Promise<readonly string[]> {
  const { on, firm = FIRST, ...asked } = step
  if (typeof on === 'string') play.thread.on(on)
  const named = String(firm)
  play.firm = play.firms.get(named) ?? (await firmCalled(play.thread, named))
  play.firms.set(named, play.firm)
  const [name = '', input, ...more] = Object.entries(asked).flat()
  const run = VERBS[String(name)]
  if (run === undefined || more.length > 0) throw new Error(`a step is one of ${Object.keys(VERBS).join(', ')}`)
  const before = new Set((await registered(play)).map(({ key }) => key))
  const said = await run(play, input)
  const added = (await registered(play)).filter(({ key }) => !before.has(key)).flatMap(({ lines }) => lines)
  const by = named === FIRST ? '' : `, ${named}`
  return [
    `${dayOf(play.thread)}  ${String(name).replaceAll('_', ' ')}${by}`,
    ...[...said, ...added].map((line) => `  ${line}`),
  ]
}

async function ended({ thread, firms, licences }: Play): Promise<readonly string[]> {
  const { database } = thread.made
  const day = dayOf(thread)
  const lines: string[] = []
  for (const number of licences) {
    const licence = done(await readLicence(database, thread.caseOfficer, number))
    lines.push(`  licence ${number} ${statusOn(licence, day)} on ${day}, ${licence.drawn} units drawn`)
  }
  for (const { id, name } of firms.values()) {
    const entries = await readStatement(database, thread.caseOfficer, id)
    lines.push(...balanceLines(entries, name).map((line) => `  ${line}`))
  }
  return lines
}
