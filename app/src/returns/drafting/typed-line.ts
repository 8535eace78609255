/** A line as the form of its page sends it: blank fields are blank cells. */
import type { JsonScalar } from '../../kernel/limited-json.ts'
import type { Typed } from '../../pages/form.tsx'
import { tidied } from '../plain-text.ts'
import type { ReturnSheet } from '../schema/return-schema.ts'
import type { DraftLine } from './draft-lines.ts'

export function lineOf({ columns }: ReturnSheet, typed: Typed): DraftLine {
  const cells = columns.map(({ name, type }): readonly [string, JsonScalar] => {
    const text = typed[`cell_${name}`] ?? ''
    return [name, { kind: type.kind === 'boolean' && (text === 'true' || text === 'false') ? 'boolean' : 'text', text }]
  })
  return new Map(cells.filter(([, { text }]) => tidied(text) !== ''))
}
