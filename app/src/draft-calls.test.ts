import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Commands, commandsIn, type Said } from './commands-fixture.ts'

const ROOT = join(import.meta.dirname, '..', '..')

let folder = ''
let hash = ''
let commands: Commands
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'maqami-drafts-'))
  commands = commandsIn(folder)
  hash = (await maqami('hash', 'bicycles')).out.trim()
})
afterAll(() => {
  commands.stop()
  rmSync(folder, { recursive: true })
})

function maqami(...words: readonly string[]): Promise<Said> {
  return commands.call(...words)
}

function containing(text: string): unknown {
  return expect.stringContaining(text)
}

/** The bicycles in a folder of their own, with one draft. */
function bicyclesWith(name: string, draft: string): string {
  const copy = mkdtempSync(join(folder, 'law-'))
  cpSync(join(ROOT, 'policy', 'bicycles'), copy, { recursive: true })
  mkdirSync(join(copy, 'drafts'))
  writeFileSync(join(copy, 'drafts', `${name}.yaml`), draft)
  return copy
}

const title = 'title: { en: Lower, ur: کم }\n'

describe('a draft of another release', () => {
  const wrong = `draft: lower\n${title}base: sha256:00\n`
  const at = (copy: string): string =>
    `${copy}/drafts/lower.yaml:3:7: The draft amends sha256:00, but the programme is `

  it.each([['compare'], ['hash'], ['policy test']])('is refused by %s, at the line of its base', async (command) => {
    const copy = bicyclesWith('lower', wrong)
    const said = await maqami(...command.split(' '), copy, '--draft', 'lower')
    expect(said).toMatchObject({ code: 1, out: '', err: containing(at(copy)) })
    expect(said.err).toContain(
      `${hash}. Look at the draft again, then put that hash in 'base:'; 'maqami hash ${copy}' prints it.`,
    )
  })

  it('is the first that the check tells, though much else is wrong', async () => {
    const copy = bicyclesWith('lower', wrong)
    const examples = join(copy, 'money', 'examples.yaml')
    writeFileSync(examples, '')
    const { code, err } = await maqami('policy', 'check', copy)
    expect(code).toBe(1)
    expect(err.startsWith(at(copy))).toBe(true)
    expect(err.split('\n').length).toBeGreaterThan(4)
  })

  it('does not hide what comes of the examples of the law itself', async () => {
    const copy = bicyclesWith('lower', wrong)
    const said = await maqami('policy', 'test', copy)
    expect(said).toMatchObject({ code: 1, out: containing(' 0 failed'), err: containing(at(copy)) })
  })

  it('and one that does not say what it amends are told apart', async () => {
    const copy = bicyclesWith('lower', `draft: lower\n${title}`)
    const said = await maqami('hash', copy, '--draft', 'lower')
    const sentence = "/drafts/lower.yaml:1:1: The draft does not say which release it amends. Put its hash in 'base:'"
    expect(said).toMatchObject({ code: 1, err: containing(sentence) })
  })

  it('is refused for a return as well', async () => {
    const copy = mkdtempSync(join(folder, 'law-'))
    cpSync(join(ROOT, 'policy', 'pk-medmp-2026'), copy, { recursive: true })
    const draft = join(copy, 'drafts', '2026-02.yaml')
    writeFileSync(draft, readFileSync(draft, 'utf8').replace(/^base: .*$/m, 'base: sha256:00'))
    const given = ['--return', join(ROOT, 'examples', 'return-2026-27.xlsx'), '--year', '2026-27']
    expect(await maqami('assess', copy, '--draft', '2026-02', ...given)).toMatchObject({
      code: 1,
      out: '',
      err: containing('/drafts/2026-02.yaml:3:7: The draft amends sha256:00, but the programme is '),
    })
  })
})

describe('which draft', () => {
  it('is said by a name, which the file and the draft in it share', async () => {
    const copy = bicyclesWith('q2', `draft: quarter\n${title}base: ${hash}\n`)
    const sentence = "q2.yaml calls itself 'quarter'; rename one of the two: the file, or what stands behind 'draft:'."
    const inFile = `${copy}/drafts/q2.yaml:1:8: ${sentence}`
    expect(await maqami('policy', 'check', copy)).toMatchObject({ code: 1, err: containing(inFile) })
    expect(await maqami('compare', copy, '--draft', 'q2')).toMatchObject({ code: 1, err: containing(inFile) })
    expect(await maqami('compare', copy, '--draft', 'quarter')).toEqual({
      code: 1,
      out: '',
      err: `There is no draft 'quarter'. ${sentence}\n`,
    })
  })

  it('is asked with the drafts that there are', async () => {
    expect((await maqami('compare', 'pk-medmp-2026', '--draft', '2026-20')).err).toBe(
      "There is no draft '2026-20'. Did you mean '2026-02'? There are: 2026-02.\n",
    )
    const missing = await maqami('compare', 'pk-medmp-2026')
    expect(missing).toMatchObject({ code: 2, err: containing('--draft is missing: the programme has 2026-02.\n') })
    expect(missing.err).toContain('\nUsage: npx maqami compare DIR --draft NAME ')
    expect((await maqami('compare', 'bicycles')).err).toContain('--draft is missing: the programme has none yet.')
    expect((await maqami('hash', 'bicycles', '--draft', 'x')).err).toBe(
      "There is no draft 'x'. The programme has none yet.\n",
    )
  })

  it('without examples is told where its changes can be seen', async () => {
    const copy = bicyclesWith('lower', `draft: lower\n${title}base: ${hash}\n`)
    const said = await maqami('policy', 'test', copy, '--draft', 'lower')
    expect(said).toMatchObject({ code: 1, out: '' })
    expect(said.err).toBe(
      `The draft 'lower' has no examples of its own, so nothing was tried. 'maqami compare ${copy} --draft lower' shows what it changes, and which of the programme's own cases come out otherwise.\n`,
    )
  })
})

it('a programme that is named almost, in part or by a path is guessed', async () => {
  expect((await maqami('hash', 'policy/bicycle')).err).toContain(
    "No programme has the name 'bicycle' either. Did you mean 'bicycles'?",
  )
  expect((await maqami('hash', 'pk-medmp')).err).toContain("Did you mean 'pk-medmp-2026'?")
  expect((await maqami('hash', 'pk_medmp_2026')).err).toContain("Did you mean 'pk-medmp-2026'?")
})

it('a day that is in no calendar is told why', async () => {
  const said = await maqami('policy', 'explain', 'bicycles', '--as-of', '2027-06-31')
  expect(said.err).toContain("--as-of is a day such as 2027-06-30, not '2027-06-31' (June 2027 has 30 days).")
})
