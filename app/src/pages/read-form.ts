/** What a form sent, held against the schema by which the interface takes the same; what was typed comes back with a refusal. */
import { parseDay } from '@maqami/engine/value/date.ts'
import { data } from 'react-router'
import { REASON } from '../kernel/field-schemas.ts'
import { isId } from '../kernel/identifiers.ts'
import type { Outcome, Refusal } from '../kernel/outcome.ts'
import type { Problem } from '../kernel/problem.ts'
import { isWritable } from '../kernel/unwritable-text.ts'
import type { SentBack, Typed } from './form.tsx'
import { type PageContext, pageCall, refused } from './page-call.ts'

export type FormRefusal =
  | { readonly code: 'form_unreadable' }
  | { readonly code: 'field_empty'; readonly place: string }
  | { readonly code: 'field_short'; readonly place: string; readonly least: number }
  | { readonly code: 'field_long'; readonly place: string; readonly most: number; readonly length: number }
  | { readonly code: 'field_unfit'; readonly place: string }
  | { readonly code: 'field_not_chosen'; readonly place: string }
  | { readonly code: 'field_no_day'; readonly place: string; readonly text: string }

/** The part of a schema that says what a text may be. */
interface TextSchema {
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string | RegExp
  readonly enum?: readonly string[]
  readonly format?: string
}

/** A day, or nothing. */
export const MAYBE_DAY = { format: 'maybe_date' } as const

/** About the first field that is wrong, and the others beside it. */
type FormRefused = FormRefusal & { readonly others: readonly FormRefusal[] }

interface FormRead<Name extends string> {
  readonly typed: Typed
  readonly read: Outcome<Readonly<Record<Name, string>>, FormRefused>
}

/** What was sent, or the page that says that it is no form. */
export async function sentForm(context: PageContext, request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch {
    // Another kind of content, or one that is cut off: the Fetch standard throws for both.
    throw refused(context.get(pageCall).problemOf({ code: 'form_unreadable' }))
  }
}

/** A file that was chosen; undefined where none was. Browsers and programs call it what they like: its name is made one that can be kept. */
export function sentFile(form: FormData, name: string): File | undefined {
  const sent = form.get(name)
  return sent instanceof File && sent.size > 0 ? new File([sent], keptName(sent.name), { type: sent.type }) : undefined
}

/** The longest name of a document; the end of a longer one says what kind of file it is. */
const LONGEST_NAME = 200

function keptName(name: string): string {
  const plain = name.toWellFormed().replaceAll(/\p{Cc}/gu, '_')
  return Array.from(plain).slice(-LONGEST_NAME).join('') || '–'
}

/** The texts of the schema's names, without the space around them. What else was sent is not looked at. */
export function readForm<Name extends string>(
  form: FormData,
  { properties }: { readonly properties: Readonly<Record<Name, object>> },
): FormRead<Name> {
  const entries = Object.entries<object>(properties).map(([name, schema]) => {
    const sent = form.get(name)
    return { name, schema, text: typeof sent === 'string' ? sent.replaceAll('\r\n', '\n').trim() : '' }
  })
  const typed = Object.fromEntries(entries.map(({ name, text }) => [name, text])) as Readonly<Record<Name, string>>
  const unfit = entries.map(({ name, schema, text }) => refusalOf(text, schema, `/body/${name}`))
  const [first, ...others] = unfit.filter((one) => one !== undefined)
  return { typed, read: first === undefined ? { done: typed } : { refused: { ...first, others } } }
}

type Decision<Yes, No> = { readonly kind: Yes } | { readonly kind: No; readonly reason: string }

/** What a `DecisionForm` sent: the one thing, or the other with the reason, which is then asked for. */
export function readDecision<const Yes extends string, const No extends string>(
  form: FormData,
  yes: Yes,
  no: No,
): { readonly typed: Typed; readonly read: Outcome<Decision<Yes, No>, FormRefusal> } {
  const isNo = form.get('kind') === no
  const reason = isNo ? REASON : { ...REASON, minLength: 0 }
  const { typed, read } = readForm(form, { properties: { kind: { enum: [yes, no] }, reason } })
  if ('refused' in read) return { typed, read }
  return { typed, read: { done: isNo ? { kind: no, reason: read.done.reason } : { kind: yes } } }
}

function refusalOf(text: string, schema: TextSchema, place: string): FormRefusal | undefined {
  const { minLength: least = 0, maxLength: most = Infinity, pattern, enum: choices, format } = schema
  if (!isWritable(text)) return { code: 'field_unfit', place }
  if (choices !== undefined) return choices.includes(text) ? undefined : { code: 'field_not_chosen', place }
  if (format === 'uuid') return isId(text) ? undefined : { code: 'field_not_chosen', place }
  const { length } = Array.from(text)
  const fits = pattern === undefined || new RegExp(pattern).test(text)
  if (length === 0 && (least > 0 || !fits || format === 'date')) return { code: 'field_empty', place }
  if (format === 'date' || (format === MAYBE_DAY.format && length > 0))
    return parseDay(text) === undefined ? { code: 'field_no_day', place, text } : undefined
  if (length < least) return { code: 'field_short', place, least }
  if (length > most) return { code: 'field_long', place, most, length }
  return fits ? undefined : { code: 'field_unfit', place }
}

/** What is wrong with a form that was sent in the address. */
export function inQuery(problem: Problem): Problem {
  return { ...problem, place: (problem.place ?? '').replace('/body/', '/querystring/') }
}

/** `controls` names the control that a refusal of the command is about, by its code. */
export function sentBack(
  context: PageContext,
  refusal: Refusal & { readonly others?: readonly FormRefusal[] },
  typed: Typed,
  controls: Readonly<Record<string, string>> = {},
): ReturnType<typeof data<SentBack>> {
  const { problemOf } = context.get(pageCall)
  const found = { ...problemOf(refusal), others: refusal.others?.map(problemOf) ?? [] }
  const control = controls[refusal.code]
  const problem = control === undefined ? found : { ...found, place: `/body/${control}` }
  return data({ problem, typed }, { status: problem.status })
}
