/** What officers and makers find by a word, and that nobody finds what is not there for him. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appealHash, fileAppeal, prepareAppeal } from './appeals/file-appeal.ts'
import { makeAssessment } from './assessments/filed/make-assessment.ts'
import { prepareDetermination } from './determinations/prepare-determination.ts'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, readAs, writeAs } from './kernel/transaction.ts'
import { grantLicence } from './licences/grant-licence.ts'
import { actorOf } from './people/actor-fixture.ts'
import { recordTac } from './products/record-approval.ts'
import { registerModel } from './products/register-model.ts'
import type { FoundKind } from './search/search.ts'
import { searchEverything } from './search/search-everything.ts'
import {
  authorisedMaker,
  determinedAs,
  done,
  filedReturn,
  openThread,
  publish,
  refusedFor,
  ROADSTER,
  type TestMaker,
  type TestThread,
  servedNotice,
} from './thread-fixture.ts'

describe.each(SERVERS)('on $name', (server) => {
  let thread: TestThread
  let ravi: TestMaker
  let chenab: TestMaker
  let administrator: Actor
  let failure: string
  let licence: string
  beforeAll(async () => {
    thread = await openThread(server)
    const { recorder, shelf, made } = thread
    await publish(thread, 'bicycles')
    ravi = await authorisedMaker(thread, 'Ravi Cycles (Pvt) Ltd', 'K-1001/A')
    chenab = await authorisedMaker(thread, 'چناب سائیکل کمپنی', 'K-1002')
    administrator = await actorOf(made.database, 'administrator', { id: ravi.id, kind: 'manufacturer' })
    const input = { ...ROADSTER, name: 'Café Racer', trade_names: ['Städtrad'] }
    const model = done(await registerModel(recorder, shelf, ravi.clerk, input))
    done(await recordTac(recorder, ravi.clerk, { id: model.id, tac: '35209900' }))
    const grant = {
      manufacturer_id: ravi.id,
      programme: 'bicycles',
      kind: 'import_licence',
      quota: 1000,
      scope: [],
      valid_from: '2026-07-15',
      valid_until: '2029-06-30',
      reason: 'Ravi is authorised',
    } as const
    licence = done(await grantLicence(recorder, thread.approvingOfficer, grant)).number
    thread.on('2027-07-10')
    const filed = await filedReturn(thread, ravi, 16_000)
    failure = (await determinedAs(thread, filed, '2027-07-10', 'failure')).number
    await servedNotice(thread, failure)
  }, 60_000)
  afterAll(async () => {
    await thread.made.drop()
  })

  async function found(actor: Actor, words: string) {
    const groups = done(await searchEverything(thread.recorder, actor, words))
    return Object.fromEntries(groups.map(({ kind, items }) => [kind, items.map(({ title }) => title)])) as Partial<
      Record<FoundKind, readonly string[]>
    >
  }

  test('a firm is found by the beginning of any word of its name, and by its number, however they are spaced', async () => {
    for (const words of [
      'ravi',
      'RAVI cyc',
      'ravicycles',
      'cycles pvt',
      ' Ltd ',
      'k1001',
      'K 1001-a',
      '1001',
      'k-1001/a',
    ])
      expect([words, (await found(thread.caseOfficer, words)).manufacturers]).toEqual([
        words,
        ['Ravi Cycles (Pvt) Ltd'],
      ])
    expect(await found(thread.caseOfficer, 'avi')).toEqual({})
  })

  test('Urdu is found with Arabic letters, with vowel signs and without, and Latin letters without their accents', async () => {
    for (const words of ['چناب', 'سائیکل', 'سائيكل کمپنی', 'چِناب', 'سايیکل'])
      expect([words, (await found(thread.caseOfficer, words)).manufacturers]).toEqual([words, ['چناب سائیکل کمپنی']])
    for (const words of ['cafe', 'CAFÉ r', 'stadtrad', '3520 9900', '۳۵۲۰۹۹۰۰'])
      expect([words, (await found(thread.caseOfficer, words)).models]).toEqual([words, ['Café Racer']])
  })

  test('a number is found without its zeros and dashes, and a notice by the number of its failure', async () => {
    const short = (number: string): string => number.replace(/-0+/, ' ').toLowerCase()
    for (const words of [licence, short(licence), licence.replace('-', '')])
      expect([words, (await found(thread.caseOfficer, words)).licences]).toEqual([words, [licence]])
    for (const words of [failure, short(failure)]) {
      const { determinations, notices } = await found(ravi.clerk, words)
      expect([words, determinations, notices]).toEqual([words, [failure], [failure]])
    }
  })

  test('an appeal is found by its number or that of what it is against, and until it is filed by its own firm only', async () => {
    const { recorder, shelf, made } = thread
    const said = { determination: failure, grounds: 'The frames are ours.', late_reason: null, stay_reason: null }
    const appeal = done(await prepareAppeal(recorder, shelf, ravi.clerk, said))
    const by = async (actor: Actor) => [
      (await found(actor, appeal.number)).appeals,
      (await found(actor, failure)).appeals,
    ]
    const decider = await actorOf(made.database, 'appellate_officer')
    const [shown, hidden] = [
      [[appeal.number], [appeal.number]],
      [undefined, undefined],
    ]
    expect([await by(ravi.clerk), await by(decider)]).toEqual([shown, hidden])
    const filing = { id: appeal.id, shown_hash: await appealHash(appeal) }
    done(await fileAppeal(recorder, ravi.signatory, filing, async () => await Promise.resolve({ done: true })))
    expect([await by(ravi.clerk), await by(decider), await by(thread.caseOfficer)]).toEqual([shown, shown, shown])
    expect([await by(chenab.clerk), await by(administrator)]).toEqual([hidden, hidden])
  })

  test('a document is found by eight digits of its hash, and by no fewer', async () => {
    const { rows } = await readAs(thread.made.database, thread.caseOfficer, async (tables) => {
      return await sql<{ hash: string; name: string }>`select hash, name from documents order by id limit 1`.execute(
        tables,
      )
    })
    const [{ hash, name } = { hash: '', name: '' }] = rows
    for (const words of [hash, hash.slice(0, 15), hash.slice(7, 20).toUpperCase()])
      expect([words, (await found(thread.caseOfficer, words)).documents]).toEqual([words, [name]])
    expect((await found(thread.caseOfficer, hash.slice(7, 13))).documents).toBeUndefined()
  })

  test('returns are found by their period, alone or beside the name of a firm, and with the one firm that is found', async () => {
    for (const words of ['2026-27', 'ravi 2026-27', '2026/27 k-1001', 'ravi'])
      expect([words, (await found(thread.caseOfficer, words)).returns]).toEqual([words, ['2026-27']])
    expect((await found(thread.caseOfficer, 'چناب 2026-27')).returns).toBeUndefined()
    expect((await found(thread.caseOfficer, '2025-26')).returns).toBeUndefined()
    expect((await found(ravi.clerk, '2026-27')).returns).toEqual(['2026-27'])
  })

  test('a maker finds its own and learns of nothing else; people are found by their administrator only', async () => {
    for (const words of ['ravi', 'k1001', licence, failure, '2026-27', 'ravi 2026-27', '35209900', 'cafe'])
      expect([words, await found(chenab.signatory, words)]).toEqual([words, {}])
    expect((await found(ravi.clerk, 'k1002')).manufacturers).toBeUndefined()
    const { rows } = await readAs(thread.made.database, administrator, async (tables) => {
      return await sql<{ name: string; email: string }>`select name, email from people`.execute(tables)
    })
    const [{ name, email } = { name: '', email: '' }] = rows
    expect(await found(administrator, email)).toEqual({ people: [name] })
    expect(await found(administrator, '2026-27')).toEqual({})
    expect((await found(administrator, 'ravi')).manufacturers).toBeUndefined()
    expect((await found(thread.caseOfficer, email)).people).toBeUndefined()
    expect((await found(ravi.clerk, email)).people).toBeUndefined()
  })

  test('a determination is found by its firm when it is approved, and by officers before', async () => {
    const { recorder, shelf, caseOfficer } = thread
    const { rows } = await readAs(thread.made.database, caseOfficer, async (tables) => {
      return await sql<{ id: string }>`select id from returns`.execute(tables)
    })
    const asked = { return_id: rows[0]?.id ?? '', as_of: '2027-07-10' }
    const { assessment } = done(await makeAssessment(recorder, shelf, caseOfficer, asked))
    const input = { assessment_id: assessment.id, subject: {}, kind: 'entitlement', reasons: 'As it says.' } as const
    const { number } = done(await prepareDetermination(recorder, shelf, caseOfficer, input))
    expect((await found(caseOfficer, number)).determinations).toEqual([number])
    expect(await found(ravi.signatory, number)).toEqual({})
  })

  test('what is too short, or nothing but dashes, is refused; signs of any kind are looked for as they are', async () => {
    for (const words of ['--', 'a-', ' \u0000 '])
      expect(refusedFor(await searchEverything(thread.recorder, thread.caseOfficer, words)).code).toBe('search_short')
    for (const words of ["'; drop table returns", '%%', '\\\\', '🚲🚲', 'a\u0000b']) {
      const outcome = await searchEverything(thread.recorder, thread.caseOfficer, words)
      expect('refused' in outcome ? outcome.refused.code : outcome.done).toEqual(
        /^[%\\]+$/.test(words) ? 'search_short' : [],
      )
    }
  })

  test('nobody writes what others find', async () => {
    const forged = writeAs(thread.made.database, chenab.signatory, async (tables) => {
      await sql`insert into search_terms values ('manufacturer', 'ravi', ${chenab.id}, ${chenab.id})`.execute(tables)
      return { commit: undefined }
    })
    await expect(forged).rejects.toThrow('row-level security')
  })
})
