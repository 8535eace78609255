import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { WrongInput } from '../kernel/command.ts'
import { assessReturn } from './assess-return.ts'
import { explainPolicy } from './explain-policy.ts'
import { recheckExplanation } from './recheck-explanation.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const POLICY = join(ROOT, 'policy', 'pk-medmp-2026')
const RETURN = join(ROOT, 'examples', 'return-2026-27-failing.xlsx')
const NOTICE = 'notice_served_on: 2027-09-30\nfailure_cured_on: none\n'

let folder = ''
let written = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'maqami-recheck-'))
  written = join(folder, 'assessment.json')
  await assessed(POLICY, written)
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

async function assessed(policy: string, out: string): Promise<void> {
  const facts = join(folder, 'notice.yaml')
  writeFileSync(facts, NOTICE)
  const words = [
    policy,
    '--return',
    RETURN,
    '--year',
    '2026-27',
    '--as-of',
    '2028-01-15',
    '--facts',
    facts,
    '--format',
    'json',
    '--out',
    out,
  ]
  await quietly(() => assessReturn.run(words))
}

/** What was printed, or why it was refused. */
async function quietly(run: () => Promise<unknown>): Promise<string> {
  const said: string[] = []
  const keep = (text: unknown): boolean => said.push(String(text)) > 0
  const spies = [process.stdout, process.stderr].map((stream) => vi.spyOn(stream, 'write').mockImplementation(keep))
  try {
    await run()
  } catch (error) {
    if (!(error instanceof WrongInput)) throw error
    return error.lines.join('\n')
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
  return said.join('')
}

function recheck(...words: readonly string[]): Promise<string> {
  return quietly(() => recheckExplanation.run(words))
}

function changed(from: string, to: string): string {
  const text = readFileSync(written, 'utf8')
  expect(text).toContain(from)
  const path = join(folder, 'changed.json')
  writeFileSync(path, text.replace(from, to))
  return path
}

describe('an assessment that is computed again', () => {
  it('is the same, and says what it was not held against', async () => {
    expect(await recheck(written)).toMatch(/^Same: [^]*Not held against the law/)
  })

  it('is held against the law it names: the release and every cell', async () => {
    expect(await recheck(written, '--policy', POLICY)).toMatch(/^Same: [^]*Same law/)
  })

  // The notice of 30 September 2027 leaves 90 days, until 29 December; the licence is suspended from the next day.
  it('is not what it says when the shown outcome, the day of a sanction or a kind was changed', async () => {
    expect(await recheck(changed('"shown":"from 2027-12-30"', '"shown":"from 2028-12-30"'))).toContain(
      'its shown is "from 2028-12-30", and follows as "from 2027-12-30"',
    )
    expect(await recheck(changed('"from":"2027-12-30"', '"from":null'))).toContain(
      'its from is null, and follows as "2027-12-30"',
    )
    expect(await recheck(changed('"kind":"sanction","shown"', '"kind":"measure","shown"'))).toContain(
      'its kind is "measure"',
    )
  })

  it('is not what it says when a finding is left out or told twice, or it is said to be of another subject', async () => {
    const edit = (change: (subject: { findings: unknown[]; subject: object }) => void): string => {
      const data = JSON.parse(readFileSync(written, 'utf8')) as { subjects: { findings: unknown[]; subject: object }[] }
      change(data.subjects[0] as { findings: unknown[]; subject: object })
      const path = join(folder, 'edited.json')
      writeFileSync(path, JSON.stringify(data))
      return path
    }
    expect(await recheck(edit((one) => one.findings.pop()))).toContain("the finding 'licence_suspension' is left out")
    expect(await recheck(edit((one) => one.findings.push(one.findings[0])))).toContain('is there twice')
    expect(await recheck(edit((one) => Object.assign(one.subject, { category: 'laptop' })))).toContain(
      'it says category laptop, and its facts do not',
    )
  })

  it('is not of its law when its year or its standing was changed', async () => {
    const other = await recheck(changed('"rehearsal":true', '"rehearsal":false'), '--policy', POLICY)
    expect(other).toContain('The file says rehearsal: false; by its standing the law says true.')
    expect(await recheck(changed('"year":"2026-27"', '"year":"2027-28"'), '--policy', POLICY)).toContain(
      'The file says year "2027-28", and that its last day is "2027-06-30".',
    )
  })

  it('is refused before it can exhaust the machine', async () => {
    const path = join(folder, 'many.json')
    writeFileSync(path, `{"provisions":[${'1,'.repeat(8_000_000)}1]}`)
    expect(await recheck(path)).toContain('it has too many parts')
  })

  it('differs from the law in the cells that were changed, even where all follows from them', async () => {
    const copy = join(folder, 'changed-law')
    cpSync(POLICY, copy, { recursive: true })
    const parameters = join(copy, 'localization', 'parameters.yaml')
    const law = readFileSync(parameters, 'utf8')
    expect(law).toContain("feature_phone': 10%")
    writeFileSync(parameters, law.replaceAll("feature_phone': 10%", "feature_phone': 4%"))
    const other = join(folder, 'other.json')
    await assessed(copy, other)
    expect(await recheck(other)).toMatch(/^Same: /)
    const held = await recheck(other, '--policy', POLICY)
    expect(held).toMatch(/^The file was computed with the release sha256:/)
    expect(held).toMatch(/\(localization_target\)\.cell says "4%"; by the law of the release it is "10%"/)
  })

  it('is not held against the law of another programme', async () => {
    expect(await recheck(written, '--policy', join(ROOT, 'policy', 'bicycles'))).toMatch(
      /^The file is of the programme 'pk-medmp-2026'; .*bicycles is 'bicycles'\.$/,
    )
  })
})

/** Every key in the data, however deep. */
function keysIn(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null) return []
  return [...(Array.isArray(data) ? [] : Object.keys(data)), ...Object.values(data).flatMap(keysIn)]
}

describe('what is written as data', () => {
  it('has the spelling of the policy files in every key', () => {
    const keys = new Set(keysIn(JSON.parse(readFileSync(written, 'utf8'))))
    expect([...keys].filter((key) => !/^[a-z0-9_]+$/.test(key))).toEqual([])
    expect([...keys]).toEqual(expect.arrayContaining(['as_of', 'period_end', 'over_kind', 'over_label']))
  })

  it('of a law that binds is no rehearsal', async () => {
    const facts = join(folder, 'nothing.yaml')
    writeFileSync(facts, '{}\n')
    const out = join(folder, 'bicycles.json')
    const bicycles = join(ROOT, 'policy', 'bicycles')
    const words = [bicycles, '--facts', facts, '--as-of', '2027-06-30', '--format', 'json', '--out', out]
    await quietly(() => explainPolicy.run(words))
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ programme: 'bicycles', rehearsal: false })
  })
})

describe('an explanation of facts that somebody wrote down', () => {
  it('names its release and its facts, and is held against both', async () => {
    const facts = join(folder, 'facts.yaml')
    writeFileSync(facts, 'category: smartphone\nex_works_value: PKR 1000000\nparts: []\n')
    const out = join(folder, 'explained.json')
    const words = [POLICY, '--draft', '2026-02', '--facts', facts, '--as-of', '2027-06-30', '--format', 'json']
    await quietly(() => explainPolicy.run([...words, '--finding', 'localization_requirement', '--out', out]))
    expect(await recheck(out, '--policy', POLICY)).toMatch(/^Same: [^]*Same law/)
    writeFileSync(out, readFileSync(out, 'utf8').replace('"ex_works_value":"PKR 1000000"', '"ex_works_value":"PKR 1"'))
    expect(await recheck(out)).toContain('its facts are not those of their hash')
  })
})
