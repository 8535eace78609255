import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { plain } from '@maqami/engine/load/examples.ts'
import { readYaml } from '@maqami/engine/load/yaml.ts'
import { vocabularyIn, writtenFacts } from './facts-fixture.ts'
import { loadReturnSchema } from './schema/load-return-schema.ts'
import { readRates } from './check/official-rates.ts'
import { openReturn } from './open-return.ts'
import { readReturn } from './read-return.ts'
import { yearOf } from './return-year.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const DOCUMENT = readFileSync(join(ROOT, 'docs', 'returns.md'), 'utf8')

/** The block that the document gives as that file. */
function block(name: string): string {
  const [, text] = new RegExp(`^\`\`\`\\w+ ${name.replace('.', '\\.')}\\n([^]*?)^\`\`\``, 'm').exec(DOCUMENT) ?? []
  if (text === undefined) throw new Error(`docs/returns.md has no block ${name}`)
  return text
}

function yaml(name: string, text: string): unknown {
  const read = readYaml(name, text)
  if (!read.ok) throw new Error(read.problems[0]?.sentence)
  return plain(read.node)
}

test('the return of the document makes the facts of the document', async () => {
  const [programme, vocabulary, schema] = ['programme.yaml', 'vocabulary.yaml', 'return.yaml'].map((file) => ({
    file,
    text: block(file),
  })) as [{ file: string; text: string }, { file: string; text: string }, { file: string; text: string }]
  const loaded = loadReturnSchema({ programme, vocabulary, schema })
  if (!loaded.ok) throw new Error(loaded.problems.map((one) => `${one.file}:${one.line} ${one.sentence}`).join('\n'))
  const rates = readRates('rates.csv', block('rates.csv'), loaded.schema.rates)
  const year = yearOf('2026-27', '07-01')
  if (!rates.ok || year === undefined) throw new Error('no rates or no year')
  const folder = mkdtempSync(join(tmpdir(), 'maqami-returns-'))
  try {
    const paths = ['production.csv', 'parts.csv', 'tests.csv'].map((file) => join(folder, file))
    for (const path of paths) writeFileSync(path, block(path.slice(folder.length + 1)))
    const opened = await openReturn(paths)
    if (!opened.ok) throw new Error(opened.errors[0]?.sentence.en)
    const read = await readReturn(opened.input, { schema: loaded.schema, rates: rates.rates, year })
    if (!read.ok) throw new Error(read.errors.map((error) => error.sentence.en).join('\n'))
    expect(writtenFacts(vocabularyIn(block('vocabulary.yaml')), read)).toEqual([
      yaml('facts.yaml', block('facts.yaml')),
    ])
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('the notice of the document is the one among the examples', () => {
  const example = readFileSync(join(ROOT, 'examples', 'notice.yaml'), 'utf8')
  expect(yaml('notice.yaml', block('notice.yaml'))).toEqual(yaml('notice.yaml', example))
})
