import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Commands, commandsIn, type Said } from './commands-fixture.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const MAIN = join(ROOT, 'app', 'maqami.js')
const RETURN = join(ROOT, 'examples', 'return-2026-27.xlsx')

let folder = ''
let commands: Commands
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'maqami-'))
  commands = commandsIn(folder)
})
afterAll(() => {
  commands.stop()
  rmSync(folder, { recursive: true })
})

function containing(text: string): unknown {
  return expect.stringContaining(text)
}

/** Calls the command line as a person would, from a folder that is not the project's. */
function maqami(...words: readonly string[]): Promise<Said> {
  return commands.call(...words)
}

function file(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const FACTS = `
category: smartphone
ex_works_value: PKR 1000000
parts:
  - { part: display module, book: imported, quantity: 1, unit_value: PKR 900000 }
`

describe('the command line', () => {
  it('is a process with an exit code and two streams, which ends quietly when its reader has seen enough', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, 'asses'], { encoding: 'utf8' })
    expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: containing("no command 'asses'") })
    const older = 'Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.19.2"}})'
    const on20 = spawnSync(process.execPath, ['--import', `data:text/javascript,${older}`, MAIN, 'help'], {
      encoding: 'utf8',
    })
    expect(on20).toMatchObject({
      status: 1,
      stdout: '',
      stderr: containing('needs Node 24, and this is Node 20.19.2: call'),
    })
    expect(on20.stderr.split('\n')).toHaveLength(2)
    const cut = spawnSync('sh', ['-c', `'${process.execPath}' '${MAIN}' help | head -n 1`], { encoding: 'utf8' })
    expect(cut.stderr).toBe('')
  })

  it('says how it is used, and exits with 2 when it was called wrongly', async () => {
    expect(await maqami('help')).toMatchObject({ code: 0, out: containing('policy explain DIR --facts FILE') })
    expect(await maqami()).toMatchObject({ code: 2, err: containing('Usage: npx maqami COMMAND') })
    expect(await maqami('asses')).toMatchObject({
      code: 2,
      err: containing("There is no command 'asses'. Did you mean 'assess'?"),
    })
    expect(await maqami('polcy', 'check', 'bicycles')).toEqual({
      code: 2,
      out: '',
      err: "There is no command 'polcy check'. Did you mean 'policy check'?\nnpx maqami help lists them all.\n",
    })
    expect(await maqami('exmple', 'bicycles')).toMatchObject({ err: containing("Did you mean 'example'?") })
    expect(await maqami('fly')).toMatchObject({ err: containing("There is no command 'fly'.\nnpx maqami help") })
    expect(await maqami('assess', 'bicycles')).toMatchObject({ code: 2, err: containing('--return is missing') })
    expect(await maqami('policy', 'explain', 'bicycles', '--as-of', '30-06-2027')).toMatchObject({
      code: 2,
      err: containing("--as-of is a day such as 2027-06-30, not '30-06-2027'"),
    })
    expect(await maqami('policy', 'check')).toMatchObject({ code: 2, err: containing('DIR is missing') })
    expect(await maqami('policy', 'check', 'bicycles', 'extra', 'words')).toMatchObject({
      code: 2,
      err: containing("'extra' is one word too many: only DIR stands without an option before it"),
    })
    expect(await maqami('example', 'bicycles')).toMatchObject({
      code: 2,
      err: containing("'bicycles' is one word too many"),
    })
    expect(await maqami('policy', 'test', 'bicycles', '--draft', 'a', '--draft', 'b')).toMatchObject({
      code: 2,
      err: containing('--draft is given 2 times'),
    })
    for (const words of [
      ['workbook', 'pk-medmp-2026', '--out', 'out.txt'],
      ['assess', 'pk-medmp-2026', '--return', RETURN, '--year', '2026-27', '--annotate', 'out.txt'],
    ])
      expect(await maqami(...words)).toMatchObject({
        code: 2,
        err: containing('names a workbook, which ends in .xlsx'),
      })
    expect(await maqami('compare', '--help')).toMatchObject({
      code: 0,
      out: containing('compare DIR --draft NAME'),
    })
  })

  it('exits with 1 and names what is not there', async () => {
    expect(await maqami('policy', 'check', 'no-such-programme')).toMatchObject({
      code: 1,
      err: containing("There is no folder 'no-such-programme'"),
    })
    const facts = file('facts.yaml', FACTS)
    const unknown = await maqami(
      'policy',
      'explain',
      'pk-medmp-2026',
      '--facts',
      facts,
      '--as-of',
      '2027-06-30',
      '--finding',
      'localization_rat',
    )
    expect(unknown).toMatchObject({ code: 1, err: containing("Did you mean 'localization_rate'?") })
    expect(await maqami('assess', 'pk-medmp-2026', '--return', 'nowhere.xlsx', '--year', '2026-27')).toMatchObject({
      code: 1,
      err: containing("There is no file 'nowhere.xlsx'"),
    })
  })

  it('says its version, and which programmes there are', async () => {
    expect((await maqami('--version')).out).toMatch(/^maqami \d+\.\d+\.\d+\n$/)
    const unknown = await maqami('hash', 'pk-medpm-2026')
    expect(unknown.err).toContain("Did you mean 'pk-medmp-2026'? There are: bd-vat-handsets, bicycles, ")
    expect(unknown.code).toBe(1)
  })

  it('names the line of a facts file that does not fit', async () => {
    const facts = file(
      'wrong.yaml',
      'category: smartphone\nparts:\n  - { part: lens, book: imported, quantity: 1.5 }\n',
    )
    const asked = ['pk-medmp-2026', '--facts', facts, '--as-of', '2027-06-30'] as const
    // In the third line '- { part: lens, book: imported, ' ends at column 34.
    const expected = containing("wrong.yaml:3:35: parts[1].quantity: '1.5' is not a count")
    expect(await maqami('policy', 'explain', ...asked)).toMatchObject({ code: 1, err: expected })
    expect(await maqami('compare', ...asked, '--draft', '2026-02')).toMatchObject({ code: 1, err: expected })
  })

  it('exits with 1 and the reason where a finding is refused, and with 0 where facts are missing', async () => {
    const explain = (facts: string, ...more: readonly string[]): Promise<Said> =>
      maqami('policy', 'explain', 'pk-medmp-2026', '--facts', file('facts.yaml', facts), '--as-of', ...more)
    expect(await explain('category: smartphone', '2027-06-30')).toMatchObject({ code: 0, err: '' })
    const wearable = await explain('category: wearable', '2027-06-30')
    expect(wearable).toMatchObject({
      code: 1,
      err: containing('“Minimum localization rate” has no known value for wearable from 1 July 2026'),
    })
    expect(wearable.out).toMatch(/Localization requirement +refused/)
    // The rate itself can be told where its target is not.
    expect(await explain('category: wearable', '2027-06-30', '--finding', 'localization_rate')).toMatchObject({
      code: 0,
    })
    const written = await explain('category: wearable', '2027-06-30', '--format', 'json', '--out', 'wearable.json')
    expect(written).toMatchObject({ code: 1, err: containing('has no known value for wearable') })
    expect(existsSync(join(folder, 'wearable.json'))).toBe(true)
  })

  it("runs anybody's examples and ends with what passed and failed", async () => {
    const good = file(
      'good.yaml',
      `- example: exactly at the target\n  as_of: 2027-06-30\n  facts:${FACTS.replaceAll('\n', '\n    ')}\n  expect: { localization_requirement: met, localization_rate: 10% }\n`,
    )
    expect(await maqami('policy', 'test', 'pk-medmp-2026', '--examples', good)).toMatchObject({
      code: 0,
      out: containing('1 passed, 0 failed\n'),
    })
    const bad = file('bad.yaml', readFileSync(good, 'utf8').replace('localization_rate: 10%', 'localization_rate: 11%'))
    const failed = await maqami('policy', 'test', 'pk-medmp-2026', '--examples', good, '--examples', bad)
    expect(failed.code).toBe(1)
    expect(failed.out).toContain('localization_rate: expected 11%, found 10%')
    expect(failed.out.endsWith('1 passed, 1 failed\n')).toBe(true)
  })

  it("lets nobody's example file move the cursor, ring the bell or turn the text round", async () => {
    const title = String.raw`"\e[2J\e]0;owned ؜  shift"`
    const path = file(
      'shifty.yaml',
      `- example: ${title}\n  as_of: 2027-06-30\n  facts:${FACTS.replaceAll('\n', '\n    ')}\n  expect: { localization_rate: "\\e[2J11%" }\n`,
    )
    const { out, err } = await maqami('policy', 'test', 'pk-medmp-2026', '--examples', path)
    expect(out + err).toContain('owned')
    expect((out + err).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u061c\u2028\u2029]/u)
  })

  it('finds a changed word of a quotation, with its file and line', async () => {
    const copy = join(folder, 'bicycles')
    cpSync(join(ROOT, 'policy', 'bicycles'), copy, { recursive: true })
    expect((await maqami('policy', 'check', copy)).code).toBe(0)
    const act = join(copy, 'instruments', 'act.md')
    writeFileSync(act, readFileSync(act, 'utf8').replace(' shall ', ' may '))
    const checked = await maqami('policy', 'check', copy)
    expect(checked.code).toBe(1)
    expect(checked.err).toMatch(
      /bicycles\/\w+\/provisions\.yaml:\d+:\d+: The quotation in '\w+' is not what act, \S+ says: it first differs at 'shall/,
    )
  })

  it('explains facts that a person wrote down, in both languages, as text, page and data', async () => {
    const facts = file('facts.yaml', FACTS)
    const ask = (...more: readonly string[]): Promise<Said> =>
      maqami('policy', 'explain', 'pk-medmp-2026', '--facts', facts, '--as-of', '2027-06-30', ...more)
    expect((await ask('--finding', 'localization_requirement')).out).toContain('10% ≥ 10%')
    expect((await ask('--lang', 'ur')).out).toContain('مقامی تیاری کی شرح')
    expect((await ask('--format', 'html')).out).toMatch(/^<!doctype html>[\s\S]*<\/html>\s*$/)
    expect(JSON.parse((await ask('--format', 'json')).out)).toMatchObject({ as_of: '2027-06-30', rehearsal: true })
    const later = await ask('--as-of', '2028-07-01')
    expect(later).toMatchObject({ code: 2, err: containing('--as-of is given 2 times') })
    const ofLastYear = await ask('--period-end', '2028-07-01', '--finding', 'localization_requirement')
    // From 1 July 2028 the target is 25%.
    expect(ofLastYear.out).toContain('10% ≥ 25%')
  })

  it('names a release by a hash that comments and layout do not change and a digit does', async () => {
    const copy = join(folder, 'hashed')
    cpSync(join(ROOT, 'policy', 'bicycles'), copy, { recursive: true })
    const before = (await maqami('hash', copy)).out
    const path = join(copy, 'vocabulary.yaml')
    const text = readFileSync(path, 'utf8')
    writeFileSync(path, `# a remark\n${text}\n`)
    expect((await maqami('hash', copy)).out).toBe(before)
    const parameters = join(copy, 'localization', 'parameters.yaml')
    writeFileSync(
      parameters,
      readFileSync(parameters, 'utf8').replace(/(\d)%/, (_whole, digit: string) => `${(Number(digit) + 1) % 10}%`),
    )
    expect((await maqami('hash', copy)).out).not.toBe(before)
    expect(before).toMatch(/^sha256:[0-9a-f]{64}\n$/)
  })
})

describe('a return from the command line', () => {
  it('is assessed, explained and can be computed again from what was written', async () => {
    const assessed = await maqami('assess', 'pk-medmp-2026', '--return', RETURN, '--year', '2026-27')
    expect(assessed.code).toBe(0)
    expect(assessed.out).toContain('REHEARSAL')
    expect(assessed.out).toMatch(/Localization requirement +met/)
    const path = join(folder, 'assessment.json')
    expect(
      (
        await maqami(
          'assess',
          'pk-medmp-2026',
          '--return',
          RETURN,
          '--year',
          '2026-27',
          '--format',
          'json',
          '--out',
          path,
        )
      ).code,
    ).toBe(0)
    expect(await maqami('recheck', path)).toMatchObject({ code: 0, out: containing('Same') })
    const changed = file('changed.json', readFileSync(path, 'utf8').replaceAll('"PKR 23095771"', '"PKR 23095772"'))
    expect(await maqami('recheck', changed)).toMatchObject({ code: 1, err: containing('export_allowance') })
    const contradicting = file(
      'contradicting.json',
      readFileSync(path, 'utf8').replace('"text":"PKR 23095771"', '"text":"PKR 23095772"'),
    )
    expect(await maqami('recheck', contradicting)).toMatchObject({
      code: 1,
      err: containing("the finding 'export_allowance' is not what its explanation says"),
    })
  })

  it('is judged by its own year, whenever it is assessed', async () => {
    const on = (day: string, ...more: readonly string[]): Promise<Said> =>
      maqami('assess', 'pk-medmp-2026', '--return', RETURN, '--year', '2026-27', '--as-of', day, ...more)
    expect(await on('2026-06-30')).toMatchObject({
      code: 2,
      err: containing('--as-of lies before the year 2026-27, which begins on 2026-07-01'),
    })
    expect((await on('2026-12-31')).out).toContain('As of 31 December 2026, for the period that ends on 30 June 2027')
    const path = join(folder, 'late.json')
    expect((await on('2033-11-01', '--format', 'json', '--out', path)).code).toBe(0)
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ as_of: '2033-11-01', period_end: '2027-06-30' })
    expect(await maqami('recheck', path)).toMatchObject({ code: 0, out: containing('Same') })
    const moved = file('moved.json', readFileSync(path, 'utf8').replace(/"period_end": ?"2027/, '"period_end":"2028'))
    expect(await maqami('recheck', moved)).toMatchObject({
      code: 1,
      err: containing('its period is not that of the assessment'),
    })
    const both = file('both.json', readFileSync(path, 'utf8').replaceAll('2027-06-30', '2027-06-29'))
    expect(await maqami('recheck', both)).toMatchObject({
      code: 1,
      err: containing('its facts are not those of their hash'),
    })
  })

  it('of another year comes back annotated, with sheet, row and column of each error', async () => {
    const copy = join(folder, 'annotated.xlsx')
    const refused = await maqami('assess', 'pk-medmp-2026', '--return', RETURN, '--year', '2025-26', '--annotate', copy)
    expect(refused.code).toBe(1)
    expect(refused.err).toMatch(/Production!C3: .*they are of 2026-07 to 2027-06\..*\[other_year\]/)
    expect(refused.err).toMatch(/The return has 1 error\.\n$/)
    expect(existsSync(copy)).toBe(true)
  })

  it('with many errors lists twenty, and says how many there are', async () => {
    const many = mkdtempSync(join(folder, 'many-'))
    writeFileSync(join(many, 'production.csv'), `model,category\n${'M1,octopus\n'.repeat(30)}`)
    const words = ['assess', 'pk-medmp-2026', '--return', many, '--year', '2026-27']
    expect((await maqami(...words)).err).toMatch(/… and \d+ more; .*\nThe return has \d+ errors\.\n$/)
    const urdu = await maqami(...words, '--lang', 'ur')
    expect(urdu.err).toMatch(/… اور \d+ مزید؛ .*\nگوشوارے میں \d+ غلطیاں ہیں۔\n$/)
  })

  it('is never written over, not even through a link', async () => {
    const own = join(folder, 'own.xlsx')
    cpSync(RETURN, own)
    const link = join(folder, 'link.xlsx')
    symlinkSync(own, link)
    for (const path of [own, link]) {
      const said = await maqami('assess', 'pk-medmp-2026', '--return', own, '--year', '2026-27', '--annotate', path)
      expect(said).toMatchObject({ code: 1, err: containing('it is there already. Name another file.') })
    }
    expect(readFileSync(own).equals(readFileSync(RETURN))).toBe(true)
  })

  it('that is a folder has its rates in it, or else beside it', async () => {
    const parent = mkdtempSync(join(folder, 'of-csv-'))
    const inside = join(parent, 'return')
    mkdirSync(inside)
    writeFileSync(join(inside, 'production.csv'), 'model\n')
    const ask = async (): Promise<string> =>
      (await maqami('assess', 'pk-medmp-2026', '--return', inside, '--year', '2026-27')).err
    writeFileSync(join(parent, 'rates.csv'), 'outer\n')
    expect(await ask()).toContain(`${join(parent, 'rates.csv')}:1:1: The first line is date,currency,rate,source.`)
    writeFileSync(join(inside, 'rates.csv'), 'inner\n')
    expect(await ask()).toContain(`${join(inside, 'rates.csv')}:1:1: The first line is date,currency,rate,source.`)
  })

  it('is filed in a workbook that the programme writes', async () => {
    expect(await maqami('workbook', 'pk-medmp-2026', '--out', 'empty.xlsx')).toMatchObject({
      code: 0,
      out: containing('8 sheets'),
    })
    expect(existsSync(join(folder, 'empty.xlsx'))).toBe(true)
    expect(await maqami('workbook', 'pk-handset-taxes')).toMatchObject({
      code: 1,
      err: containing('takes no workbook'),
    })
  })

  it('asks once for rates, and not for every amount in a foreign currency', async () => {
    const alone = join(folder, 'alone.xlsx')
    cpSync(RETURN, alone)
    const { code, err } = await maqami('assess', 'pk-medmp-2026', '--return', alone, '--year', '2026-27')
    expect(err).toMatch(/^No table of official rates is given.*--rates FILE.*\n$/)
    expect(code).toBe(1)
  })

  it('is warned of once, beside the result or in it', async () => {
    const sheets = join(folder, 'bicycle-return')
    mkdirSync(sheets)
    const rows = {
      models:
        'model,electric,price,imported_value,made,frame_tested_on,first_sold_on,colour\nHiran,no,20000,14000,300,2026-08-01,2026-08-02,red\n',
      imports: 'entry,imported_on,value\n',
      licence: 'licence_year,training_cost\n1,40000\n',
    }
    for (const [name, text] of Object.entries(rows)) writeFileSync(join(sheets, `${name}.csv`), text)
    const words = ['assess', join(ROOT, 'policy', 'bicycles'), '--return', sheets, '--year', '2026-27']
    const times = (text: string): number => text.split('colour').length - 1
    const text = await maqami(...words)
    expect([times(text.out), times(text.err)]).toEqual([1, 0])
    const page = await maqami(...words, '--format', 'html', '--out', join(folder, 'bicycles.html'))
    expect([times(page.out), times(page.err)]).toEqual([0, 1])
  })

  it('is answered with what follows once a notice is served', async () => {
    const failing = join(ROOT, 'examples', 'return-2026-27-failing.xlsx')
    const facts = join(ROOT, 'examples', 'notice.yaml')
    const words = ['assess', 'pk-medmp-2026', '--return', failing, '--year', '2026-27', '--facts', facts]
    // 90 days after 1 September 2027 is 30 November; the sanctions begin on the day after.
    const after = (await maqami(...words, '--as-of', '2028-01-15')).out
    expect(after).toMatch(/Suspension of the import licence +applies +from 1 December 2027/)
    const early = await maqami(...words, '--as-of', '2027-06-30')
    expect(early).toMatchObject({
      code: 1,
      err: containing('notice_served_on is 2027-09-01, which is after the day of the assessment, 2027-06-30'),
    })
  })

  it('is compared under a draft, with the cells that change and in the language of the reader', async () => {
    const words = ['compare', 'pk-medmp-2026', '--draft', '2026-02', '--return', RETURN, '--year', '2026-27']
    const compared = await maqami(...words)
    expect(compared.out).toContain('From 1 July 2026 until 30 June 2028 (smartphone, feature phone): 10% → 35%')
    expect(compared.out).toMatch(/Localization requirement +met → not met/)
    expect((await maqami(...words, '--lang', 'ur')).out).toMatch(/مقامی تیاری کی شرط[^\n]*پوری ← پوری نہیں/)
    const facts = file('facts.yaml', FACTS)
    const without = await maqami(
      'compare',
      'pk-medmp-2026',
      '--draft',
      '2026-02',
      '--facts',
      facts,
      '--year',
      '2026-27',
    )
    expect(without).toMatchObject({ code: 2, err: containing('--year goes with a return: --return is missing') })
  })

  it('under a draft shows what would change', async () => {
    const facts = file('facts.yaml', FACTS)
    const compared = await maqami(
      'compare',
      'pk-medmp-2026',
      '--draft',
      '2026-02',
      '--facts',
      facts,
      '--as-of',
      '2027-06-30',
    )
    expect(compared.out).toMatch(/Localization requirement +met → not met/)
    expect(compared.code).toBe(0)
    expect(
      await maqami('compare', 'pk-medmp-2026', '--draft', '2026-03', '--facts', facts, '--as-of', '2027-06-30'),
    ).toMatchObject({
      code: 1,
      err: containing("There is no draft '2026-03'"),
    })
  })

  it('says what a draft touches before anybody names facts, in both languages and as data', async () => {
    const { code, out } = await maqami('compare', 'pk-medmp-2026', '--draft', '2026-02')
    expect(code).toBe(0)
    expect(out).toContain('From 1 July 2026 until 30 June 2028 (smartphone, feature phone): 10% → 35%')
    expect(out).toContain('Minimum localization rate\n      directly: Localization requirement\n      through these: ')
    // A phone that met 10% in an example does not meet 35%.
    expect(out).toMatch(/localization\/examples\.yaml:\d+\)\n {6}Localization requirement: met → not met/)
    expect((await maqami('compare', 'pk-medmp-2026', '--draft', '2026-02', '--lang', 'ur')).out).toContain(
      'اس پر کیا منحصر ہے',
    )
    const data = JSON.parse(
      (await maqami('compare', 'pk-medmp-2026', '--draft', '2026-02', '--format', 'json')).out,
    ) as unknown
    const use = {
      name: 'localization_target',
      direct: ['localization_requirement'],
      through: ['export_allowance', 'concession_withdrawal', 'import_surcharge', 'licence_suspension'],
    }
    expect(data).toHaveProperty('uses', expect.arrayContaining([use]))
    expect(data).toHaveProperty('rehearsal', true)
  })

  it('a folder that is too much is refused as a whole, and of very many problems a hundred are listed', async () => {
    const large = join(folder, 'large')
    cpSync(join(ROOT, 'policy', 'bicycles'), large, { recursive: true })
    for (let index = 0; index < 21; index += 1)
      writeFileSync(join(large, 'instruments', `more-${index}.md`), 'x'.repeat(1024 * 1024))
    expect(await maqami('hash', large)).toEqual({
      code: 1,
      out: '',
      err: `The files of '${large}' together are larger than 20 MB.\n`,
    })
    const wrong = join(folder, 'wrong')
    cpSync(join(ROOT, 'policy', 'bicycles'), wrong, { recursive: true })
    writeFileSync(join(wrong, 'vocabulary.yaml'), Array.from({ length: 250 }, (_, row) => `fact_${row}: {}\n`).join(''))
    const { code, err } = await maqami('hash', wrong)
    const lines = err.trimEnd().split('\n')
    expect(code).toBe(1)
    expect(lines).toHaveLength(102)
    const [more, total] = lines.slice(-2).map((line) => Number(/\d+/.exec(line)?.[0]))
    expect(lines[100]).toContain('more, which are listed when these are put right')
    expect(more).toBe((total ?? 0) - 100)
    // Each of the 250 facts lacks what it is, besides what no longer finds its name.
    expect(total).toBeGreaterThanOrEqual(250)
  })
})
