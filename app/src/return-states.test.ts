/** Tries every cell of docs/return-states.md through the commands. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { today } from './kernel/clock.ts'
import type { Outcome, Refusal } from './kernel/outcome.ts'
import { allOf } from './kernel/read-page.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { readAs, writeAs } from './kernel/transaction.ts'
import { PROJECT_ROOT } from './policy-releases/find-folder.ts'
import { loadRelease } from './policy-releases/load-release.ts'
import { fileReturn, shownHash } from './returns/filing/file-return.ts'
import { listReturns } from './returns/filing/list-returns.ts'
import { lockPeriod } from './returns/filing/lock-period.ts'
import { readFiledReturn } from './returns/filing/read-returns.ts'
import { type Return, standingOf, statusOf } from './returns/filing/return.ts'
import { returnsOwedIn } from './returns/filing/returns-owed.ts'
import { reviewReturn } from './returns/filing/review-return.ts'
import { answerQuestion, askQuestion, type Cell, withdrawQuestion } from './returns/questions/ask-question.ts'
import { readQuestions } from './returns/questions/read-questions.ts'
import { uploadReturn } from './returns/filing/upload-return.ts'
import { STANDINGS, type WantedReturns } from './returns/filing/wanted-returns.ts'
import { withdrawDraft } from './returns/filing/withdraw-draft.ts'
import { schemaOfKind } from './returns/release-schema.ts'
import { filledTemplate } from './returns/write/fill-template.ts'
import {
  authorisedMaker,
  done,
  openThread,
  publish,
  refusedFor,
  type TestMaker,
  type TestThread,
} from './thread-fixture.ts'

const [head = [], , ...rows] = readFileSync(join(PROJECT_ROOT, 'docs', 'return-states.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
const CELLS = rows.flatMap(([state = '', ...cells]) =>
  cells.map((expected, nth) => [state, head[nth + 1] ?? '', expected.replaceAll('`', '')] as const),
)
const SIGNED = async () => await Promise.resolve({ done: true })

const release = await loadRelease('bicycles')
async function month(made: number, isFaulty = false): Promise<Buffer> {
  const schema = schemaOfKind(release, 'monthly')
  if (schema === undefined) throw new Error('no monthly return')
  const production = isFaulty ? [] : [{ model: 'Roadster', made, sold: 0 }]
  return Buffer.from(await filledTemplate(schema, 'en', { production }).xlsx.writeBuffer())
}
const FILES = { good: await month(10), other: await month(11), faulty: await month(0, true) }

test('the document has every state in which a version can be', () => {
  expect(head).toEqual(['State', 'upload', 'file', 'withdraw', 'accept', 'send back', 'ask'])
  expect(rows.map(([state]) => state)).toEqual([
    'faulty',
    'draft',
    'withdrawn',
    'filed',
    'accepted',
    'sent_back',
    'superseded',
    'draft, locked',
    'filed, locked',
  ])
})

// What the commands decide is the same on each.
describe.each(SERVERS.slice(0, 1))('the states of a return on $name', (server) => {
  let thread: TestThread
  let maker: TestMaker
  let stranger: TestMaker
  let months = 0
  beforeAll(async () => {
    thread = await openThread(server)
    await publish(thread, 'bicycles')
    maker = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
    stranger = await authorisedMaker(thread, 'Chenab Cycles', 'K-1002')
    thread.on('2032-01-10')
  })
  afterAll(async () => {
    await thread.made.drop()
  })

  /** Another one each time. */
  function nextPeriod(): string {
    months += 1
    return `${2026 + Math.floor((months + 6) / 12)}-${String(((months + 6) % 12) + 1).padStart(2, '0')}`
  }
  async function upload(period: string, bytes: Buffer): Promise<Outcome<{ found: Return; version: number }, Refusal>> {
    const input = { programme: 'bicycles', kind: 'monthly', period, name: 'month.xlsx', bytes }
    return await uploadReturn(thread.recorder, thread.shelf, maker.clerk, input)
  }
  async function file(id: string, version: number): Promise<Outcome<Return, Refusal>> {
    const { recorder, shelf } = thread
    const shown_hash = (await shownHash(recorder, maker.signatory, id, version)) ?? 'sha256:0'
    return await fileReturn(recorder, shelf, maker.signatory, { id, version, shown_hash }, SIGNED)
  }
  async function review(id: string, kind: 'accepted' | 'sent_back'): Promise<Outcome<Return, Refusal>> {
    const { recorder, shelf, caseOfficer } = thread
    const decision = kind === 'accepted' ? { id, kind } : { id, kind, reason: 'A line is missing.' }
    return await reviewReturn(recorder, shelf, caseOfficer, decision)
  }
  async function ask(return_id: string, due_on: string, cell: Cell | null = null) {
    const { recorder, shelf, caseOfficer } = thread
    return await askQuestion(recorder, shelf, caseOfficer, { return_id, cell, words: 'Why?', due_on })
  }
  async function lock(period: string, kind: 'locked' | 'unlocked'): Promise<Outcome<unknown, Refusal>> {
    const { recorder, shelf, approvingOfficer } = thread
    const input = { manufacturer_id: maker.id, programme: 'bicycles', period, kind, reason: 'Under appeal.' }
    return await lockPeriod(recorder, shelf, approvingOfficer, input)
  }
  /** A return of which version 1 is in that state. */
  async function inState(state: string): Promise<{ readonly id: string; readonly period: string }> {
    const period = nextPeriod()
    const { id } = done(await upload(period, state === 'faulty' ? FILES.faulty : FILES.good)).found
    const [name] = state.split(', ')
    if (name === 'withdrawn') done(await withdrawDraft(thread.recorder, maker.clerk, { id, version: 1 }))
    if (['filed', 'accepted', 'sent_back', 'superseded'].includes(name ?? '')) done(await file(id, 1))
    if (name === 'accepted' || name === 'sent_back') done(await review(id, name))
    if (name === 'superseded') {
      done(await upload(period, FILES.other))
      done(await file(id, 2))
    }
    if (state.endsWith('locked')) done(await lock(period, 'locked'))
    const found = done(await readFiledReturn(thread.made.database, maker.clerk, id))
    expect(statusOf(found, 1)).toBe(name)
    return { id, period }
  }
  async function act(name: string, { id, period }: { readonly id: string; readonly period: string }) {
    switch (name) {
      case 'upload':
        return await upload(period, FILES.good)
      case 'file':
        return await file(id, 1)
      case 'withdraw':
        return await withdrawDraft(thread.recorder, maker.clerk, { id, version: 1 })
      case 'accept':
        return await review(id, 'accepted')
      case 'ask':
        return await ask(id, '2032-01-20')
      default:
        return await review(id, 'sent_back')
    }
  }

  test.each(CELLS)('%s: %s gives %s', async (state, name, expected) => {
    const begun = await inState(state)
    const outcome: Outcome<unknown, Refusal> = await act(name, begun)
    const found = done(await readFiledReturn(thread.made.database, maker.clerk, begun.id))
    const version = name === 'upload' ? (found.versions.at(-1)?.version ?? 0) : 1
    expect('refused' in outcome ? outcome.refused.code : statusOf(found, version)).toBe(expected)
  })

  test('what was accepted stands again when its amendment is sent back, and what was only filed does not', async () => {
    for (const [state, stands] of [
      ['accepted', 'accepted'],
      ['filed', 'superseded'],
    ] as const) {
      const { id, period } = await inState(state)
      done(await upload(period, FILES.other))
      done(await file(id, 2))
      const back = done(await review(id, 'sent_back'))
      expect([statusOf(back, 1), statusOf(back, 2)]).toEqual([stands, 'sent_back'])
    }
  })

  test('a locked year locks its months, with the reason, until it is unlocked; neither is done twice', async () => {
    expect(refusedFor(await lock('2024-25', 'unlocked'))).toEqual({ code: 'period_not_locked', period: '2024-25' })
    done(await lock('2024-25', 'locked'))
    const locked = { code: 'period_locked', period: '2024-25', reason: 'Under appeal.' }
    expect(refusedFor(await lock('2024-25', 'locked'))).toEqual(locked)
    expect(refusedFor(await upload('2024-07', FILES.good))).toEqual(locked)
    expect(refusedFor(await upload('2025-06', FILES.good))).toEqual(locked)
    done(await upload('2025-07', FILES.good))
    done(await lock('2024-25', 'unlocked'))
    done(await upload('2024-07', FILES.good))
  })

  test('a draft that was withdrawn is not shown to the authority, and lets an earlier one be filed', async () => {
    const period = nextPeriod()
    const { id } = done(await upload(period, FILES.good)).found
    done(await upload(period, FILES.other))
    done(await withdrawDraft(thread.recorder, maker.clerk, { id, version: 2 }))
    done(await file(id, 1))
    const seen = done(await readFiledReturn(thread.made.database, thread.caseOfficer, id))
    expect(seen.versions.map(({ version }) => version)).toEqual([1])
    done(await review(id, 'accepted'))
  })

  describe('in a list', () => {
    async function listed(wanted: WantedReturns, limit = 100): Promise<readonly Return[]> {
      const { recorder, shelf, caseOfficer } = thread
      return await allOf(async ({ cursor }) => {
        return done(await listReturns(recorder, shelf, caseOfficer, wanted, { cursor, limit }))
      })
    }
    const idsOf = (found: readonly Pick<Return, 'id'>[]): readonly string[] => found.map(({ id }) => id)

    test('those that stand so are all that do, and no others', async () => {
      const all = await listed({})
      expect(all.length).toBeGreaterThan(CELLS.length)
      for (const standing of STANDINGS) {
        const own = all.filter((one) => standingOf(one) === (standing === 'unfiled' ? 'draft' : standing))
        expect([standing, own.length > 0]).toEqual([standing, true])
        expect([standing, idsOf(await listed({ standing }))]).toEqual([standing, idsOf(own)])
      }
    })

    test('the late ones are those that are late by what is owed', async () => {
      const { recorder, shelf, caseOfficer } = thread
      const now = today(recorder.clock)
      const owing = { manufacturer_id: maker.id, programme: 'bicycles' }
      const owed = await readAs(recorder.database, caseOfficer, async (tables) => {
        return await returnsOwedIn(tables, shelf, owing, { until: now, now })
      })
      const late = owed.flatMap(({ return_id, days_late }) => (return_id !== null && days_late > 0 ? [return_id] : []))
      expect(late.length).toBeGreaterThan(1)
      const found = await listed({ late: true, programme: 'bicycles' })
      expect(idsOf(found).toSorted()).toEqual(late.toSorted())
    })

    test('each order goes on over its pages without a gap', async () => {
      const all = await listed({})
      const byPeriod = all.toSorted((a, b) =>
        a.period < b.period ? 1 : a.period > b.period ? -1 : a.id < b.id ? 1 : -1,
      )
      expect(idsOf(await listed({ order: 'period' }, 7))).toEqual(idsOf(byPeriod))
      for (const order of ['oldest', 'firm'] as const)
        expect(idsOf(await listed({ order }, 7))).toEqual(idsOf(all.toReversed()))
      const [one] = all
      expect(idsOf(await listed({ period: one?.period, manufacturer_id: maker.id }))).toEqual([one?.id])
    })

    test('nobody sets where a return stands but by what happens to it', async () => {
      await writeAs(thread.made.database, maker.signatory, async (tables) => {
        await sql`update return_standings set standing = 'unfiled', filed_at = null`.execute(tables)
        return { commit: undefined }
      })
      expect(await listed({ standing: 'accepted' })).not.toEqual([])
      const forged = writeAs(thread.made.database, maker.signatory, async (tables) => {
        await sql`insert into return_standings select gen_random_uuid(), manufacturer_id, programme, kind, period from return_standings`.execute(
          tables,
        )
        return { commit: undefined }
      })
      await expect(forged).rejects.toThrow('row-level security')
    })
  })

  test('a question names a cell that the return has, and a day to come within a year', async () => {
    const { id } = await inState('filed')
    const days = { first: '2032-01-10', last: '2033-01-10' }
    expect(refusedFor(await ask(id, '2032-01-09'))).toEqual({ code: 'answer_day', day: '2032-01-09', ...days })
    expect(refusedFor(await ask(id, '2033-01-11'))).toEqual({ code: 'answer_day', day: '2033-01-11', ...days })
    const cell = { sheet: 'production', row: 3, column: 'made' }
    const sheets = ['production', 'imported', 'bought_locally', 'made_in_house']
    expect(refusedFor(await ask(id, '2032-01-10', { ...cell, sheet: 'parts' }))).toEqual({
      code: 'cell_unknown',
      what: 'sheet',
      name: 'parts',
      known: sheets,
    })
    expect(refusedFor(await ask(id, '2032-01-10', { ...cell, column: 'price' }))).toMatchObject({
      known: ['model', 'made', 'sold'],
    })
    expect(done(await ask(id, '2032-01-10', cell))).toMatchObject({
      sheet: 'production',
      row_number: 3,
      column_name: 'made',
    })
  })

  test('while a question is open the time to review stands still, and its answer is heard once', async () => {
    const { recorder, shelf, caseOfficer } = thread
    const { id } = await inState('filed')
    const clockOn = async (day: string) => {
      thread.on(day)
      const { clock, questions } = done(await readQuestions(recorder, shelf, caseOfficer, id))
      return [clock?.used_days, clock?.limit_days, clock?.stopped_since, questions.map(({ status }) => status)]
    }
    // Filed on 10 January.
    expect(await clockOn('2032-01-14')).toEqual([4, 30, null, []])
    const first = done(await ask(id, '2032-01-20'))
    const second = done(await ask(id, '2032-01-16'))
    expect(await clockOn('2032-01-16')).toEqual([3, 30, '2032-01-14', ['open', 'open']])
    const said = { id: first.id, words: 'As the law says.' }
    expect(refusedFor(await answerQuestion(recorder, stranger.clerk, said))).toEqual({ code: 'question_unknown' })
    thread.on('2032-01-18')
    done(await answerQuestion(recorder, maker.clerk, said))
    expect(await clockOn('2032-01-18')).toEqual([4, 30, null, ['answered', 'unanswered']])
    const again = { code: 'question_ended', status: 'answered' }
    expect(refusedFor(await answerQuestion(recorder, maker.clerk, said))).toEqual(again)
    expect(refusedFor(await withdrawQuestion(recorder, caseOfficer, said))).toEqual(again)
    done(await answerQuestion(recorder, maker.signatory, { ...said, id: second.id }))
    const third = done(await ask(id, '2032-01-25'))
    done(await review(id, 'accepted'))
    expect(await clockOn('2032-03-01')).toEqual([3, 30, null, ['answered', 'answered', 'closed']])
    expect(refusedFor(await answerQuestion(recorder, maker.clerk, { ...said, id: third.id }))).toEqual({
      code: 'question_ended',
      status: 'closed',
    })
    thread.on('2032-01-10')
  })
})
