/** What a form said of a site, a person to turn to, a brand or an owner, held against the schema of the interface. An empty field that may be left out is left out. */
import type { TSchema } from 'typebox'
import type { Outcome } from '../../kernel/outcome.ts'
import type { Typed } from '../../pages/form.tsx'
import { type FormRefusal, readForm } from '../../pages/read-form.ts'
import type { RecordKind, Stated } from './content.ts'
import { CONTENT } from './content-schemas.ts'

interface Read {
  readonly typed: Typed
  readonly read: Outcome<Stated, FormRefusal>
}

export function readStatementForm(kind: RecordKind, form: FormData): Read {
  const schemas = Object.entries<TSchema>(CONTENT[kind].properties)
  const properties = Object.fromEntries(
    schemas.map(([name, schema]) => [name, neededOf(schema) ?? (isEmpty(form, name) ? {} : optionalOf(schema))]),
  )
  const { typed, read } = readForm(form, { properties })
  if ('refused' in read) return { typed, read }
  const content = Object.fromEntries(
    schemas.map(([name, schema]) => [name, neededOf(schema) === undefined && typed[name] === '' ? null : typed[name]]),
  )
  // Each field was held against its schema above.
  return { typed, read: { done: { kind, content } as unknown as Stated } }
}

function isEmpty(form: FormData, name: string): boolean {
  const sent = form.get(name)
  return typeof sent !== 'string' || sent.trim() === ''
}

/** Undefined of a field that may be left out. */
function neededOf(schema: TSchema): TSchema | undefined {
  return 'anyOf' in schema ? undefined : schema
}

function optionalOf(schema: TSchema): TSchema {
  return (schema as unknown as { readonly anyOf: readonly [TSchema, TSchema] }).anyOf[0]
}
