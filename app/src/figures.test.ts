/** Figures follow the register: they are there when a return is accepted, change when it is restated, and come out the same when made anew. */
import { sql } from 'kysely'
import { join } from 'node:path'
import { parseDay } from '@maqami/engine/value/date.ts'
import { toText } from '@maqami/engine/value/exact.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { SERVERS } from './kernel/test-database-fixture.ts'
import { type Actor, readAs } from './kernel/transaction.ts'
import { PROJECT_ROOT } from './policy-releases/find-folder.ts'
import { loadRelease, type Release } from './policy-releases/load-release.ts'
import { readRates } from './returns/check/official-rates.ts'
import { drawFigures } from './returns/figures/draw-figures.ts'
import type { Figure } from './returns/figures/figure.ts'
import { figureProblems, measuresOf } from './returns/figures/load-figures.ts'
import { rebuildFigures } from './returns/figures/rebuild-figures.ts'
import { fileReturn, shownHash } from './returns/filing/file-return.ts'
import { reviewReturn } from './returns/filing/review-return.ts'
import { uploadReturn } from './returns/filing/upload-return.ts'
import type { KeptLines } from './returns/kept-lines.ts'
import { returnSchemaOf } from './returns/release-schema.ts'
import {
  authorisedMaker,
  bicycles,
  done,
  filedReturn,
  openThread,
  publish,
  type TestMaker,
  type TestThread,
  workbook,
} from './thread-fixture.ts'

describe.each(SERVERS)('figures on $name', (server) => {
  let thread: TestThread
  let ravi: TestMaker
  let sutlej: TestMaker
  beforeAll(async () => {
    thread = await openThread(server)
    await publish(thread, 'bicycles')
    ravi = await authorisedMaker(thread, 'Ravi Cycles', 'K-1001')
    sutlej = await authorisedMaker(thread, 'Sutlej Cycles', 'K-1002')
    thread.on('2027-07-10')
  })
  afterAll(async () => {
    await thread.made.drop()
  })

  const totals = async (actor: Actor): Promise<Readonly<Record<string, string>>> =>
    await readAs(thread.made.database, actor, async (tables) => {
      const { rows } = await sql<{ key: string; value: string }>`
        select measure || ' ' || period || ' ' || part as key, trim_scale(value)::text as value from figure_totals`.execute(
        tables,
      )
      return Object.fromEntries(rows.map(({ key, value }) => [key, value]))
    })
  const firmsSeen = async (actor: Actor): Promise<readonly string[]> =>
    await readAs(thread.made.database, actor, async (tables) => {
      const { rows } = await sql<{ id: string }>`select distinct manufacturer_id as id from figures`.execute(tables)
      return rows.map(({ id }) => id).toSorted()
    })

  test('are there when a return is accepted, and not before', async () => {
    await filedReturn(thread, ravi, 5000, async () => {
      expect(await totals(thread.caseOfficer)).toEqual({})
    })
    // 500 made at PKR 20,000 are PKR 10,000,000.
    expect(await totals(thread.caseOfficer)).toEqual({
      'bicycles_made 2026-27 false': '500',
      'price_of_bicycles 2026-27 false': '10000000',
      'imports 2026-08 ': '1000000',
      'training_cost 2026-27 ': '80000',
    })
  })

  test('add up over firms', async () => {
    await filedReturn(thread, sutlej, 5000)
    expect(await totals(thread.caseOfficer)).toMatchObject({
      'bicycles_made 2026-27 false': '1000',
      'imports 2026-08 ': '2000000',
    })
  })

  test('a firm sees its own, an officer those of all, and nobody else any', async () => {
    expect(await firmsSeen(ravi.clerk)).toEqual([ravi.id])
    expect(await totals(ravi.clerk)).toEqual({})
    expect(await firmsSeen(thread.caseOfficer)).toEqual([ravi.id, sutlej.id].toSorted())
    expect(await firmsSeen(thread.customsOfficer)).toEqual([])
  })

  test('of a restated return take the place of those before, when it is accepted', async () => {
    const { recorder, shelf, caseOfficer } = thread
    const sheets = bicycles(5000)
    const bytes = await workbook('bicycles', {
      ...sheets,
      models: (sheets['models'] ?? []).map((line) => ({ ...line, made: 650 })),
    })
    const upload = { programme: 'bicycles', kind: 'annual', period: '2026-27', name: 'return.xlsx', bytes }
    const { found, version } = done(await uploadReturn(recorder, shelf, ravi.clerk, upload))
    const shown_hash = (await shownHash(recorder, ravi.signatory, found.id, version)) ?? ''
    const signed = { id: found.id, version, shown_hash }
    done(await fileReturn(recorder, shelf, ravi.signatory, signed, async () => await Promise.resolve({ done: true })))
    expect((await totals(caseOfficer))['bicycles_made 2026-27 false']).toBe('1000')
    done(await reviewReturn(recorder, shelf, caseOfficer, { id: found.id, kind: 'accepted' }))
    // 650 of the one and 500 of the other.
    expect(await totals(caseOfficer)).toMatchObject({
      'bicycles_made 2026-27 false': '1150',
      'imports 2026-08 ': '2000000',
    })
  })

  test('made anew from the register come out the same, byte for byte', async () => {
    const { before, after } = await rebuildFigures(thread.made.database, thread.shelf)
    expect(after).toBe(before)
    expect(before.split('\n').filter((line) => line.startsWith('total'))).toHaveLength(4)
    // Four of each firm, and the four of Ravi that count no more.
    expect(before.split('\n').filter((line) => line.startsWith('figure'))).toHaveLength(12)
  })

  test('that somebody altered are found and put right', async () => {
    const superuser = await thread.made.superuser()
    await superuser.query('update figure_totals set value = value + 1')
    await superuser.end()
    const { before, after } = await rebuildFigures(thread.made.database, thread.shelf)
    expect(after).not.toBe(before)
    expect((await totals(thread.caseOfficer))['bicycles_made 2026-27 false']).toBe('1150')
  })
})

describe('the figures of mobile devices', () => {
  let release: Release
  beforeAll(async () => {
    release = await loadRelease(join(PROJECT_ROOT, 'policy', 'pk-medmp-2026'))
  })

  function drawn(sheets: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>): readonly Figure[] {
    const schema = returnSchemaOf(release)
    const lines: KeptLines = Object.fromEntries(
      Object.entries(sheets).map(([name, rows]) => {
        const columns = schema.sheets.find((sheet) => sheet.name === name)?.columns ?? []
        const kept = rows.map((row, nth) => ({ row: nth + 2, values: columns.map((column) => row[column.name] ?? '') }))
        return [name, { name, lines: kept }]
      }),
    )
    const rates = readRates(
      'rates.csv',
      'date,currency,rate,source\n2026-07-01,USD,280,SBP\n2026-07-01,AED,76.25,SBP\n',
    )
    if (!rates.ok) throw new Error('the rates of the test do not read')
    expect(rates.rates.find('USD', parseDay('2026-07-01') ?? 0)).toBeDefined()
    return drawFigures(measuresOf(release), { schema, lines, period: '2026-27', rates: rates.rates })
  }
  const told = (figures: readonly Figure[], measure: string) =>
    figures
      .filter((one) => one.measure === measure)
      .map(({ period, at, value, lines_unknown }) => [period, at, toText(value), lines_unknown])

  test('turn what was exported into dollars by the official rates, and put it under the category of its model', () => {
    const figures = drawn({
      production: [
        {
          model: 'K1',
          category: 'smartphone',
          month: '2026-07',
          quantity: '10',
          unit_ex_works_value: '1',
          currency: 'PKR',
          invoiced_on: '2026-07-01',
        },
      ],
      exports: [
        {
          goods_declaration: 'A',
          model: 'K1',
          market: 'AE',
          quantity: '3',
          fob_value: '100.50',
          currency: 'USD',
          exported_on: '2026-07-02',
        },
        // 1000 dirhams at 76.25 are PKR 76,250, and these at 280 are USD 272.3214…, to the cent 272.32.
        {
          goods_declaration: 'B',
          model: 'K1',
          market: 'AE',
          quantity: '2',
          fob_value: '1000',
          currency: 'AED',
          exported_on: '2026-07-03',
        },
        // No rate of the yuan: not in the sum, and said.
        {
          goods_declaration: 'C',
          model: 'K1',
          market: 'CN',
          quantity: '1',
          fob_value: '5',
          currency: 'CNY',
          exported_on: '2026-07-03',
        },
      ],
    })
    expect(told(figures, 'exports')).toEqual([
      ['2026-07', { category: 'smartphone', market: 'AE', model: 'K1', declaration: 'A' }, '100.5', 0],
      ['2026-07', { category: 'smartphone', market: 'AE', model: 'K1', declaration: 'B' }, '272.32', 0],
      ['2026-07', { category: 'smartphone', market: 'CN', model: 'K1', declaration: 'C' }, '0', 1],
    ])
  })

  test('part those employed by gender, skill and district; what was not stated is neither', () => {
    const line = { site: 'S1', month: '2026-07', payroll: '1000' }
    const figures = drawn({
      employment: [
        {
          ...line,
          occupation: '8212',
          headcount: '40',
          women: '15',
          district: 'Lahore',
          trained: '10',
          trained_specialists: '4',
        },
        { ...line, occupation: '2152', headcount: '5' },
      ],
    })
    expect(told(figures, 'employment')).toEqual([
      ['2026-07', { district: 'Lahore', gender: 'men', skill_level: 'skilled' }, '25', 0],
      ['2026-07', { district: 'Lahore', gender: 'women', skill_level: 'skilled' }, '15', 0],
      ['2026-07', { district: 'not_stated', gender: 'not_stated', skill_level: 'professionals' }, '5', 0],
    ])
    expect(told(figures, 'trained')).toEqual([
      ['2026-07', { district: 'Lahore', skill_level: 'skilled', specialists: 'others' }, '6', 0],
      ['2026-07', { district: 'Lahore', skill_level: 'skilled', specialists: 'specialists' }, '4', 0],
    ])
    expect(told(figures, 'foreign_nationals')).toEqual([])
  })

  test.each([
    [
      'a sheet',
      'sheet: production',
      'sheet: produktion',
      "The return has no sheet 'produktion'. Did you mean 'production'?",
    ],
    ['a column', 'of: [headcount]', 'of: [headcounts]', "has no column 'headcounts'. Did you mean 'headcount'?"],
    ['a currency where there is no money', 'of: [headcount]\n', 'of: [headcount]\n    currency: PKR\n', 'is no money'],
    ['a member', 'book: [imported]', 'book: [import]', "There is no 'import' here."],
    ['a column for a period', 'period: exported_on', 'period: market', 'a column of months or days'],
  ])('name %s that is not there, and the check says so', (_, is, instead, sentence) => {
    const text = release.files.get('figures.yaml') ?? ''
    expect(text).toContain(is)
    const files = new Map([...release.files, ['figures.yaml', text.replace(is, instead)]])
    expect(
      figureProblems({ ...release, files })
        .map((one) => one.sentence)
        .join(' '),
    ).toContain(sentence)
  })

  test('have nothing wrong in them as they are', () => {
    expect(figureProblems(release)).toEqual([])
  })
})
