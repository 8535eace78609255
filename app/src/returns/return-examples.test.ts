import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { child, readYaml, textOf } from '@maqami/engine/load/yaml.ts'
import { vocabularyIn } from './facts-fixture.ts'
import { type ReturnExample, returnExamples } from './return-examples-fixture.ts'
import { type ReturnMutant, returnMutants } from './return-mutants-fixture.ts'
import { loadReturnSchema, returnFiles } from './schema/load-return-schema.ts'
import type { ReturnSchema } from './schema/return-schema.ts'

const POLICY = join(import.meta.dirname, '..', '..', '..', 'policy')
const PROGRAMMES = readdirSync(POLICY).filter((name) => existsSync(join(POLICY, name, 'return.yaml')))
const RETURNS = PROGRAMMES.flatMap((name) =>
  returnFiles(readdirSync(join(POLICY, name))).map((file) => [name, file] as const),
)

function load(
  programme: string,
  layout: string,
): { readonly schema: ReturnSchema; readonly examples: readonly ReturnExample[] } {
  const text = (file: string): string => readFileSync(join(POLICY, programme, file), 'utf8')
  const file = (name: string): { readonly file: string; readonly text: string } => ({ file: name, text: text(name) })
  const read = (name: string, annual?: ReturnSchema) =>
    loadReturnSchema({
      programme: file('programme.yaml'),
      vocabulary: file('vocabulary.yaml'),
      schema: file(name),
      annual,
    })
  const annual = read('return.yaml')
  const loaded = layout === 'return.yaml' || !annual.ok ? annual : read(layout, annual.schema)
  const heading = readYaml('programme.yaml', text('programme.yaml'))
  if (!loaded.ok || !heading.ok) throw new Error(`${programme} does not load`)
  const starts = textOf(child(heading.node, 'year_starts')) ?? ''
  const { schema } = loaded
  const written = text(layout.replace('.yaml', '-examples.yaml'))
  return { schema, examples: returnExamples(written, schema, vocabularyIn(text('vocabulary.yaml')), starts) }
}

/** Those that have to do with the place of the wrong come first: mostly one of them notices it. */
function nearest(examples: readonly ReturnExample[], mutant: ReturnMutant): readonly ReturnExample[] {
  const far = (one: ReturnExample): number => (one.sheet !== mutant.sheet ? 3 : one.column !== mutant.column ? 2 : 1)
  return mutant.sheet === undefined ? examples : examples.toSorted((a, b) => far(a) - far(b))
}

async function isNoticed(examples: readonly ReturnExample[], mutant: ReturnMutant): Promise<boolean> {
  for (const example of nearest(examples, mutant)) if (!(await example.holds(mutant.schema))) return true
  return false
}

describe.each(RETURNS)('the worked returns of %s, %s,', (programme, layout) => {
  const { schema, examples } = load(programme, layout)

  it('come to what they say', async () => {
    const failing: string[] = []
    for (const example of examples) if (!(await example.holds(schema))) failing.push(example.title)
    expect(failing).toEqual([])
  })

  it('notice every small change to what the return asks for and makes of it', async () => {
    const mutants = returnMutants(schema)
    const unnoticed: string[] = []
    for (const mutant of mutants) if (!(await isNoticed(examples, mutant))) unnoticed.push(mutant.what)
    expect(unnoticed).toEqual([])
    expect(mutants.length).toBeGreaterThan(20)
  })
})
