/** JSON of a stranger as values: a name that stands twice is a fault, and so is what is nested without end. */
import { JsonError, jsonReader } from '../kernel/limited-json.ts'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json }
export type JsonObject = { readonly [name: string]: Json }

/** Deeper than any credential is. */
const DEEPEST = 40

/** Undefined for what is no JSON, or is nested deeper than forty times. */
export function strictJson(text: string): Json | undefined {
  const reader = jsonReader(text)
  const value = (depth: number): Json => {
    if (depth > DEEPEST) throw new JsonError('broken', 'nested without end')
    const next = reader.next()
    if (next === 'object') {
      const entries: [string, Json][] = []
      reader.object((name) => entries.push([name, value(depth + 1)]))
      return Object.fromEntries(entries)
    }
    if (next === 'list') {
      const list: Json[] = []
      reader.list(() => list.push(value(depth + 1)))
      return list
    }
    const scalar = reader.scalar()
    if (scalar.kind === 'text') return scalar.text
    if (scalar.kind === 'number') return Number(scalar.text)
    return scalar.kind === 'null' ? null : scalar.text === 'true'
  }
  try {
    const read = value(0)
    reader.end()
    return read
  } catch (error) {
    if (error instanceof JsonError) return undefined
    throw error
  }
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** One as a list of one; nothing as none. */
export function listed(value: Json | undefined): readonly Json[] {
  if (value === undefined) return []
  return Array.isArray(value) ? (value as readonly Json[]) : [value]
}
