import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { determine, type Engine, engineOf } from '@maqami/engine/determine/determine.ts'
import { readFacts } from '@maqami/engine/determine/facts.ts'
import { loadProgramme } from '@maqami/engine/load/programme.ts'
import { parseDay } from '@maqami/engine/value/date.ts'
import { add, type Exact, subtract, ZERO } from '@maqami/engine/value/exact.ts'
import { writeQuantity } from '@maqami/engine/value/notation.ts'
import { NoValue } from '@maqami/engine/value/outcome.ts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { WrongInput } from '../../kernel/command.ts'
import { loadRelease, type Release } from '../../policy-releases/load-release.ts'
import type { Cells } from '../gather-columns.ts'
import type { SimulationFile } from '../simulation.ts'
import { SIMULATIONS_PROBLEMS } from '../simulations-problems.ts'
import { tableOf } from '../table.ts'
import { caseChanges } from './case-changes.ts'
import { compareIndustry } from './compare-industry.ts'
import { type DraftEffect, draftEffect } from './draft-effect.ts'
import { draftReport } from './draft-report.ts'
import { simulate } from './draft-shelf.ts'
import { caseText, draftText } from './draft-text.ts'
import { WholeSums } from './whole-sums.ts'
import { INVENTION, inventIndustry } from './invent-industry.ts'
import { firmLabel } from './register-industry.ts'
import { tellDraft, tellIndustry } from './tell-draft.ts'
import type { Both, Compared } from './two-laws.ts'

let laws: Both<Release>
let engines: Both<Engine>
let folder = ''
beforeAll(async () => {
  const [release, draft] = [await loadRelease('pk-medmp-2026'), await loadRelease('pk-medmp-2026', '2026-02')]
  laws = { release, draft }
  engines = { release: release.engine, draft: draft.engine }
  folder = mkdtempSync(join(tmpdir(), 'maqami-drafts-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

async function compared(rows: readonly Cells[], both = engines): Promise<Compared> {
  return await compareIndustry(both, { facts: tableOf('facts', rows), lines: new Map() }, async () => {
    await Promise.resolve()
  })
}

/** Local by so many hundredths of a value of PKR 1,000,000. */
function maker(firm: string, local: number, year: number, more: Cells = {}): Cells {
  return {
    id: `${firm} ${year}`,
    firm,
    as_of: `${year}-12-31`,
    period_end: `${year}-06-30`,
    category: 'smartphone',
    ex_works_value: 'PKR 1000000',
    parts: [{ part: 'all', book: 'imported', quantity: 100 - local, unit_value: 'PKR 10000' }],
    kit_form: 'ckd',
    kit_parts: 40,
    imports: [],
    annual_import_value: 'PKR 5000000',
    fob_export_value: 'PKR 100000',
    returns_due: 12,
    returns_filed_on_time: 12,
    quality_certificate_valid: true,
    in_plant_laboratory: true,
    records_system_open: true,
    makes_2g: false,
    notice_served_on: `${year}-09-01`,
    failure_cured_on: 'none',
    ...more,
  }
}

describe('what the draft of February does to three makers', () => {
  let effect: DraftEffect
  let both: Compared
  beforeAll(async () => {
    // January asks 10% in 2026-27 and 25% in 2028-29, February 35% in both.
    both = await compared([
      maker('Ravi', 40, 2027, { size: 'large', jobs: 300 }),
      maker('Ravi', 40, 2029, { size: 'large', jobs: 320 }),
      maker('Soan', 20, 2027, { size: 'small', jobs: 40, fob_export_value: 'PKR 50000' }),
      maker('Soan', 20, 2029, { size: 'small', jobs: 50, fob_export_value: 'PKR 60000' }),
      maker('Kech', 5, 2027, { size: 'small', parts: undefined }),
    ])
    effect = draftEffect(both)
  })

  it('tells by year who fails, and what jobs, exports and licences go with it', () => {
    const years = effect.years.map(({ year, firms, failing, licences_at_risk, unsaid, jobs, exports }) => {
      return { year, firms, failing, licences_at_risk, unsaid, jobs, exports }
    })
    expect(years).toEqual([
      {
        year: '2026-27',
        firms: 3,
        failing: {
          release: { firms: 0, jobs: 0, exports: 'PKR 0' },
          draft: { firms: 1, jobs: 40, exports: 'PKR 50000' },
        },
        licences_at_risk: { release: 0, draft: 1 },
        // Of Kech the parts are missing.
        unsaid: { release: 1, draft: 1 },
        jobs: 340,
        exports: 'PKR 250000',
      },
      {
        year: '2028-29',
        firms: 2,
        failing: {
          release: { firms: 1, jobs: 50, exports: 'PKR 60000' },
          draft: { firms: 1, jobs: 50, exports: 'PKR 60000' },
        },
        licences_at_risk: { release: 1, draft: 1 },
        unsaid: { release: 0, draft: 0 },
        jobs: 370,
        exports: 'PKR 160000',
      },
    ])
  })

  it('tells what is granted and imposed: 8% of exports for who meets, 1% of imports for who fails', () => {
    const amounts = effect.years.map(({ year, amounts: all, balance }) => [
      year,
      ...all.flatMap(({ name, release, draft }) => (release === draft ? [] : [`${name} ${release} ${draft}`])),
      balance.difference,
    ])
    // 8% of 100,000 and of 50,000, of which Soan loses the latter; 1% of 5,000,000 are 50,000.
    expect(amounts).toEqual([
      ['2026-27', 'export_allowance PKR 12000 PKR 8000', 'import_surcharge PKR 0 PKR 50000', 'PKR 54000'],
      ['2028-29', 'PKR 0'],
    ])
  })

  it('tells winners and losers by size, and of whom it cannot be said', () => {
    const classes = effect.classes.map(({ by, name, firms, gain, lose, same, open, fail_newly, balance }) => {
      return [by, name, firms, gain, lose, same, open, fail_newly, balance.difference]
    })
    expect(classes).toEqual([
      ['size', 'large', 1, 0, 0, 1, 0, 0, 'PKR 0'],
      ['size', 'small', 2, 0, 1, 0, 1, 0, 'PKR 54000'],
    ])
  })

  it('counts and names what could not be said', () => {
    const ofTarget = effect.lacking.filter(({ name }) => name === 'localization_requirement')
    expect(ofTarget).toEqual(
      (['release', 'draft'] as const).map((law) => {
        return { law, name: 'localization_requirement', state: 'undetermined', needs: ['parts'], cases: 1, firms: 1 }
      }),
    )
  })

  it('opens a case to what the exact engine finds of it', () => {
    expect(caseChanges(both, 2).map(({ name, release, draft }) => [name, release, draft])).toEqual([
      ['localization_requirement', 'met', 'not met'],
      ['export_allowance', 'PKR 4000', 'none'],
      ['concession_withdrawal', 'none', 'from 2027-12-01'],
      ['import_surcharge', 'none', 'PKR 50000 from 2027-12-01'],
      ['licence_suspension', 'none', 'from 2027-12-01'],
    ])
    const soan = effect.firm_years.find(({ firm, year }) => firm === 'Soan' && year === '2026-27')
    expect([soan?.rows, soan?.changed]).toEqual([[3], 5])
  })
})

it('adds up what the exact engine finds row by row, over an invented industry', async () => {
  const rows = inventIndustry({ ...INVENTION, firms: 9, years: 5 })
  const effect = draftEffect(await compared(rows))
  const sums = new Map<string, Exact>()
  const fails = new Map<string, Set<unknown>>()
  for (const { id: _, firm, size: __, band: ___, jobs: ____, as_of, period_end, ...facts } of rows) {
    const periodEnd = parseDay(String(period_end)) ?? 0
    for (const side of ['release', 'draft'] as const) {
      const { programme } = engines[side]
      const read = readFacts(programme.vocabulary, facts)
      if (!read.ok) throw new Error(JSON.stringify(read.problems))
      const { findings } = determine(engines[side], read.facts, parseDay(String(as_of)) ?? 0, { periodEnd })
      for (const { provision, outcome } of findings) {
        const key = `${side} ${String(period_end)} ${provision.name}`
        if (provision.name === 'localization_requirement' && outcome === false)
          fails.set(key, (fails.get(key) ?? new Set()).add(firm))
        if (typeof outcome === 'object' && !(outcome instanceof NoValue))
          sums.set(key, add(sums.get(key) ?? ZERO, outcome))
      }
    }
  }
  for (const { ends_on, amounts, failing, balance } of effect.years)
    for (const side of ['release', 'draft'] as const) {
      const sum = (name: string): Exact => sums.get(`${side} ${ends_on} ${name}`) ?? ZERO
      for (const one of amounts) expect([one.name, one[side]]).toEqual([one.name, writeQuantity(sum(one.name), 'PKR')])
      expect(failing[side].firms).toBe(fails.get(`${side} ${ends_on} localization_requirement`)?.size ?? 0)
      const owed = ['import_levy', 'import_surcharge', 'federal_excise', 'customs_duty'].map(sum).reduce(add, ZERO)
      expect(balance[side]).toBe(writeQuantity(subtract(owed, sum('export_allowance')), 'PKR'))
    }
  expect(effect.years.some(({ failing }) => failing.draft.firms > failing.release.firms)).toBe(true)
})

it('is told for a terminal in both languages, with the draft’s rehearsal and that nobody behaves otherwise', async () => {
  const both = await compared([maker('Ravi', 40, 2027), maker('Soan', 20, 2027)])
  const report = draftReport(laws, [], both)
  const text = draftText(laws, report, 'en')
  expect(text).toContain('REHEARSAL')
  expect(text).toContain('Nobody behaves otherwise here because of the draft')
  expect(text).toMatch(/^ {2}Soan +2026-27 +nothing +Localization requirement +under the draft/m)
  expect(draftText(laws, report, 'ur')).not.toMatch(/Nobody|REHEARSAL|Fails/)
  expect(caseText(laws, both, 1, 'en')).toMatch(/Localization requirement +not met +short by 15 percentage points/)
})

it('adds whole numbers exactly beyond what a double holds', () => {
  const sums = new WholeSums(1)
  for (const one of [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 2, -1]) sums.add(0, one)
  expect(sums.at(0)).toBe(2n * BigInt(Number.MAX_SAFE_INTEGER) + 1n)
  expect(sums.rolledUp(Int32Array.of(0), 1).at(0)).toBe(sums.at(0))
})

it('applies the release to what it knows, where a draft asks more or knows more members', async () => {
  const { files } = await loadRelease('pk-medmp-2026')
  const words = files.get('vocabulary.yaml') ?? ''
  const entry = (name: string): string => new RegExp(`^${name}:\\n(?: .*\\n)+`, 'm').exec(words)?.[0] ?? ''
  const more = `${entry('kit_form')}${entry('imports')}`
    .replaceAll('[cbu, skd, ckd]', '[pkd, cbu, skd, ckd]')
    .replaceAll(/^( +)words:\n/gm, '$1words:\n$1  pkd: { en: partly knocked down, ur: جزوی کھلی حالت }\n')
  const employees = 'employees:\n  label: { en: Employees, ur: ملازمین }\n  unit: count\n'
  const overlay = `draft: more\ntitle: { en: More, ur: مزید }\nvocabulary:\n${`${more}${employees}`.replaceAll(/^(?=.)/gm, '  ')}`
  const loaded = loadProgramme(new Map([...files, ['drafts/more.yaml', overlay]]), 'more')
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems))
  const rows = [
    maker('Ravi', 40, 2027, { employees: 12 }),
    maker('Soan', 5, 2027, { kit_form: 'skd', kit_parts: 39 }),
    maker('Kech', 5, 2027, { kit_form: 'pkd', kit_parts: 39 }),
  ]
  const both = await compared(rows, { release: engines.release, draft: engineOf(loaded.programme) })
  const kits = draftEffect(both).years[0]?.requirements.find(({ name }) => name === 'kit_requirement')
  expect(kits?.release).toEqual({ met: 1, not_met: 1, none: 0, undetermined: 1, refused: 0 })
  expect(kits?.draft).toEqual({ met: 1, not_met: 2, none: 0, undetermined: 0, refused: 0 })
  // Where the release has no such member, the fact itself is missing.
  expect(draftEffect(both).lacking).toContainEqual(
    expect.objectContaining({ law: 'release', name: 'kit_requirement', needs: ['kit_form'], cases: 1 }),
  )
  expect(caseChanges(both, 0)).toEqual([])
})

describe('what is sent to the service', () => {
  const csv = (rows: number): SimulationFile => {
    const days = Array.from({ length: rows }, (_, row) => `${row},2027-06-31`)
    return { holds: 'facts', name: 'list.csv', text: ['id,as_of', ...days].join('\n') }
  }
  const list = (...rows: readonly Cells[]): SimulationFile => {
    return { holds: 'facts', name: 'list.json', text: JSON.stringify(rows) }
  }
  const ravi = maker('Ravi', 40, 2027)
  const nested = `[{"id":"Ravi 2027","part":${'['.repeat(20_000)}${']'.repeat(20_000)}}]`

  it.each<[string, readonly SimulationFile[], RegExp]>([
    ['ten thousand rows and one more', [csv(10_001)], /^'list\.csv' has more than 10,000 rows\. Split it, or take/],
    // Their day is none, which is told when they are read.
    ['what ten thousand rows say', [csv(10_000)], /as_of: .* And so in 9,999 further rows\.$/],
    ['a second list', [list(ravi), { ...list(ravi), name: 'facts.json' }], /^The programme has no lines 'facts'\./],
    [
      'a line with lists in it',
      [list({ ...ravi, parts: null }), { holds: 'parts', name: 'parts.json', text: nested }],
      /^parts\.json, row 1: 'part' is one value, and no list or mapping\.$/,
    ],
    ['a row whose id turns what follows it', [list({ ...ravi, id: 'a\u202e' })], /every row has an id/],
    ['a firm whose name does', [list({ ...ravi, firm: '\u2067a' })], /^list\.json, row 1 \(Ravi 2027\): firm: /],
  ])('is refused, and breaks nothing: %s', async (_, files, sentence) => {
    expect(await simulate(laws, { files, left_out: [] })).toEqual({
      refused: {
        code: 'facts_broken',
        problems: [
          { en: expect.stringMatching(sentence) as unknown, ur: expect.stringMatching(/[\u0600-\u06ff]/) as unknown },
        ],
      },
    })
  })
})

describe('what is wrong with it', () => {
  it('is told in Urdu with its place, as in English, and in how many rows', async () => {
    const rows = ['id,as_of,export_share', 'a,2027-06-30,10', 'b,2027-06-30,10', 'c,2027-06-31,']
    const made = await simulate(laws, {
      files: [{ holds: 'facts', name: 'list.csv', text: rows.join('\n') }],
      left_out: [],
    })
    if (!('refused' in made) || made.refused.code !== 'facts_broken') throw new Error('it was taken')
    const urdu = SIMULATIONS_PROBLEMS.facts_broken.sentence.ur(made.refused)
    expect(urdu).toContain(
      "list.csv، سطر 2 (a): export_share: '10' یہاں نہیں لکھا جا سکتا۔ اس طرح لکھیں: 10%۔ مزید 1 سطروں میں بھی یہی۔",
    )
    expect(urdu).toContain('list.csv، سطر 4 (c): as_of: تشخیص کا دن اس طرح لکھا جاتا ہے: 2027-06-30۔')
    expect(urdu).not.toContain('انگریزی')
  })

  it('is quoted as English where the checks of a law speak no Urdu', () => {
    const refused = {
      code: 'draft_broken',
      problems: ["drafts/a.yaml:1:1: Unknown unit 'parcent'.", 'And more.'],
    } as const
    expect(SIMULATIONS_PROBLEMS.draft_broken.sentence.ur(refused)).toMatch(
      /یہ صرف انگریزی میں ہے: \u2066drafts\/a\.yaml:1:1: Unknown unit 'parcent'\.\u2069 \u2066And more\.\u2069$/,
    )
    expect(SIMULATIONS_PROBLEMS.draft_broken.sentence.en(refused)).not.toMatch(/[\u0600-\u06ff\u2066]/)
  })
})

describe('what a list of the register calls a firm', () => {
  it('is its name, with its number where another has the same or it is too long', () => {
    const known = new Map<string, string>()
    const firm = (id: string, name: string) => firmLabel({ id, name, registration_number: `000${id}` }, known)
    expect([firm('1', 'Ravi'), firm('2', 'Ravi'), firm('1', 'Ravi'), firm('2', 'Ravi')]).toEqual([
      'Ravi',
      'Ravi (0002)',
      'Ravi',
      'Ravi (0002)',
    ])
    expect(firm('3', 'x'.repeat(200))).toBe(`${'x'.repeat(93)} (0003)`)
    expect(firm('4', 'Soan\u202e\nMobile')).toBe('Soan Mobile')
  })
})

describe('the command', () => {
  async function said(
    run: (words: readonly string[]) => Promise<unknown>,
    ...words: readonly string[]
  ): Promise<string> {
    const spies = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write').mockReturnValue(true))
    try {
      await run(words)
      return spies.flatMap((spy) => spy.mock.calls.map(([text]) => String(text))).join('')
    } finally {
      for (const spy of spies) spy.mockRestore()
    }
  }
  async function refusal(...words: readonly string[]): Promise<readonly string[]> {
    return await said(tellDraft.run, ...words).then(
      () => ['it did not refuse'],
      (error: unknown) => (error instanceof WrongInput ? error.lines : [String(error)]),
    )
  }
  const given = (name: string, rows: readonly Cells[]): string => {
    const path = join(folder, name)
    writeFileSync(path, JSON.stringify(rows))
    return path
  }

  it('writes the same data as the comparison gives, with the hashes of both laws and of the file', async () => {
    const rows = [maker('Ravi', 40, 2027), maker('Soan', 20, 2027)]
    const out = join(folder, 'effect.json')
    const words = ['pk-medmp-2026', '--draft', '2026-02', '--facts', given('two.json', rows)]
    await said(tellDraft.run, ...words, '--format', 'json', '--out', out)
    const { release_hash, draft_hash, facts, ...report } = JSON.parse(readFileSync(out, 'utf8')) as Cells
    expect(release_hash).toBe((await loadRelease('pk-medmp-2026')).hash)
    expect(draft_hash).toBe((await loadRelease('pk-medmp-2026', '2026-02')).hash)
    expect(facts).toEqual([{ holds: 'facts', hash: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as unknown }])
    expect(report).toMatchObject(JSON.parse(JSON.stringify(draftEffect(await compared(rows)))) as Cells)
  })

  it('invents the same industry from the same seed', async () => {
    const [one, other] = [join(folder, 'one.json'), join(folder, 'other.json')]
    await said(tellIndustry.run, '--out', one)
    await said(tellIndustry.run, '--seed', '7', '--out', other)
    expect(JSON.parse(readFileSync(one, 'utf8'))).toEqual(JSON.parse(JSON.stringify(inventIndustry(INVENTION))))
    expect(readFileSync(other, 'utf8')).not.toBe(readFileSync(one, 'utf8'))
  })

  it('invents no table, which could not hold its lines', async () => {
    const out = join(folder, 'never.csv')
    await expect(said(tellIndustry.run, '--out', out)).rejects.toThrow('--out is a file that ends with .json')
    expect(() => readFileSync(out)).toThrow('ENOENT')
  })

  it('says what is wrong with a list, and writes nothing', async () => {
    const rows = [maker('Ravi', 40, 2027, { jobs: '12.5' }), maker('Soan', 5, 2027, { ex_works: 'PKR 1' })]
    const out = join(folder, 'never.json')
    const words = ['pk-medmp-2026', '--draft', '2026-02', '--facts', given('bad.json', rows), '--format', 'json']
    const lines = await refusal(...words, '--out', out)
    expect(lines.map((line) => line.replace(`${folder}/`, ''))).toEqual([
      'bad.json, row 1 (Ravi 2027): jobs: a whole number of people such as 250, or nothing.',
      expect.stringMatching(/^bad\.json, row 2 \(Soan 2027\): ex_works: The programme has no fact 'ex_works'\./),
    ])
    expect(() => readFileSync(out)).toThrow('ENOENT')
  })
})
