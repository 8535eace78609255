import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { checkProgramme } from './check/check.ts'
import { runExamples } from './check/run-examples.ts'
import { formulasOf } from './expression/walk-typed.ts'
import { engineFrom, lawFiles } from './lamps-fixture.ts'
import { PROVISION_KINDS } from './load/provisions.ts'
import { readYaml } from './load/yaml.ts'

const PAGE = readFileSync(new URL('../../docs/language.md', import.meta.url), 'utf8')
const LAWS = [...PAGE.matchAll(/^```yaml law\n(.*?)^```$/gms)].map((match) => match[1] ?? '')

/** What stands under a key at the left edge, moved to it. */
function under(law: string, key: string): string {
  const [, body = ''] = new RegExp(`^${key}:(?: \\|)?\n((?: .*\n|\n)*)`, 'm').exec(law) ?? []
  return body.replaceAll(/^ {2}/gm, '')
}

function filesOf(law: string): Map<string, string> {
  const draft = under(law, 'draft')
  const instrument = under(law, 'instrument')
  const act = instrument === '' ? '' : ', file: instruments/act.md'
  return lawFiles({
    vocabulary: under(law, 'vocabulary'),
    parameters: under(law, 'parameters'),
    provisions: under(law, 'provisions'),
    examples: under(law, 'examples'),
    heading: { instruments: `{ act: { title: Lamp Act${act} } }` },
    files: {
      ...(draft === '' ? {} : { 'drafts/next.yaml': draft }),
      ...(instrument === '' ? {} : { 'instruments/act.md': instrument }),
    },
  })
}

/** Every boundary is not tried by so few examples; whatever else check finds is wrong with the law itself. */
const UNTRIED =
  /not tried|No example depends|changes nothing|makes no difference|decides nothing|in no example|no example changes/

describe('every law of docs/language.md', () => {
  it.each(LAWS.map((law, index) => [index + 1, law] as const))(
    'number %i loads, is sound, and comes to what it says',
    (_, law) => {
      const files = filesOf(law)
      const drafts = files.has('drafts/next.yaml') ? [undefined, 'next'] : [undefined]
      for (const draft of drafts) {
        const engine = engineFrom(files, draft)
        const results = runExamples(engine, engine.programme.examples)
        expect(results.length).toBeGreaterThan(0)
        expect(results.flatMap(({ example, failures }) => failures.map((one) => `${example.title}: ${one}`))).toEqual(
          [],
        )
        const sentences = checkProgramme(engine).problems.map((one) => one.sentence)
        expect(sentences.filter((sentence) => !UNTRIED.test(sentence))).toEqual([])
      }
    },
  )

  it('is YAML as the loader reads it', () => {
    for (const law of LAWS) expect(readYaml('law.yaml', law)).toMatchObject({ ok: true })
  })
})

describe('no construct is without an example', () => {
  const laws = LAWS.join('\n')
  const grammar = /^```\n(expression {2}=.*?)^```$/ms.exec(PAGE)?.[1] ?? ''
  const terminals = [...new Set([...grammar.matchAll(/"([^"]+)"/g)].map((match) => match[1] ?? ''))]
  const formulas = LAWS.flatMap((law) =>
    [...engineFrom(filesOf(law)).programme.typed.provisions.values()].flatMap((provision) =>
      formulasOf(provision).map(({ formula }) => formula.text),
    ),
  ).join('\n')

  it.each(terminals)('of the grammar: %s', (terminal) => {
    const escaped = terminal.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    const isWord = /^\w/.test(terminal)
    expect(formulas).toMatch(new RegExp(isWord ? `\\b${escaped}\\b` : ` ?${escaped}`))
  })

  const keys = [...PAGE.matchAll(/^\| ((?:`[a-z_]+(?:: true)?`(?:, )?)+) \|/gm)].flatMap((match) =>
    [...(match[1] ?? '').matchAll(/`([a-z_]+)/g)].map((key) => key[1] ?? ''),
  )

  it.each([...new Set(keys)])('of the tables of keys: %s', (key) => {
    expect(laws).toMatch(new RegExp(`(?:^|[\\s{])${key}:`, 'm'))
  })

  it.each([...PROVISION_KINDS])('of the kinds of provisions: %s', (kind) => {
    expect(laws).toContain(`kind: ${kind}`)
  })

  it('the lists above are those of the page', () => {
    expect(terminals).toEqual(expect.arrayContaining(['or', 'sum of', 'over', 'each', 'on', '1 day']))
    expect(keys).toEqual(expect.arrayContaining(['unit', 'describes', 'ambiguous_dates', 'power']))
  })
})
