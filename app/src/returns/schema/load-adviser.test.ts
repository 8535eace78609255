import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { PROJECT_ROOT } from '../../policy-releases/find-folder.ts'
import { loadReturnSchema } from './load-return-schema.ts'

const FOLDER = join(PROJECT_ROOT, 'policy', 'pk-medmp-2026')

/** The return of the phones, with one text of it changed. */
function loaded(before = '', after = '') {
  const file = (name: string) => ({ file: name, text: readFileSync(join(FOLDER, name), 'utf8') })
  const { text } = file('return.yaml')
  if (!text.includes(before)) throw new Error(`return.yaml has no ${before}`)
  const schema = { file: 'return.yaml', text: text.replace(before, after) }
  return loadReturnSchema({ programme: file('programme.yaml'), vocabulary: file('vocabulary.yaml'), schema })
}

function complaint(before: string, after: string): string {
  const read = loaded(before, after)
  return read.ok ? '' : read.problems.map(({ sentence }) => sentence).join('\n')
}

describe('what a return says about closing a gap', () => {
  it('is read with its ways, and with what a bill of materials is held against', () => {
    const read = loaded()
    expect(read.ok && read.schema.adviser?.ways.map(({ label }) => label.en)).toEqual([
      'made in house',
      'bought locally with a certificate of 100%',
    ])
    expect(read.ok && read.schema.bill?.production).toEqual({ lines: 'production', model: 'model', quantity: 'made' })
  })

  it('names only what the vocabulary has', () => {
    expect(complaint('together: [part_code', 'together: [part_cod')).toContain("'parts' has no column 'part_cod'")
    expect(complaint('to: { book: made_in_house }', 'to: { book: made_abroad }')).toContain('made_abroad')
    expect(complaint('to: { book: made_in_house }', 'to: { books: made_in_house }')).toContain("no 'books'")
    expect(complaint('  lines: parts\n  together', '  lines: pieces\n  together')).toContain("no lines 'pieces'")
    expect(complaint('quantity: made }', 'quantity: make }')).toContain("'production' has no column 'make'")
  })

  it('says what a line turns into', () => {
    expect(complaint('      to: { book: made_in_house }\n', '')).toContain("needs a 'label:', and 'to:'")
    expect(complaint('  value: [quantity, unit_value]\n', '')).toContain("needs 'together:' and 'value:'")
  })
})
