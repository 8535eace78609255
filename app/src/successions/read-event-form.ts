/** What a form said of an event of a firm, held against the schemas of the interface. */
import { DAY, ID, REASON, text } from '../kernel/field-schemas.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { FirmEventKind, SplitPart } from '../manufacturers/life/life.ts'
import type { Typed } from '../pages/form.tsx'
import { type FormRefusal, readForm } from '../pages/read-form.ts'
import { licenceOfField } from './licence-field.ts'
import type { ProposeEvent } from './propose-event.ts'

const OPTIONAL = { maxLength: 2000 }
const PASS = { enum: ['pass', 'end'] }

const OF_KIND: Readonly<Record<FirmEventKind, Readonly<Record<string, object>>>> = {
  renamed: { new_name: text(200, 2) },
  merged: { answers_id: ID, licences: PASS },
  succeeded: { answers_id: ID, licences: PASS },
  split: { answers_id: ID },
}

interface Read {
  readonly typed: Typed
  readonly read: Outcome<ProposeEvent, FormRefusal>
}

export function readEventForm(firm_id: string, kind: FirmEventKind, form: FormData): Read {
  const names = kind === 'split' ? [...form.keys()].filter((name) => licenceOfField(name) !== undefined) : []
  // A further firm of a split takes no licence, and is left out where there is none.
  const further = kind === 'split' && form.get('further_id') !== '' ? { further_id: ID } : {}
  const properties: Readonly<Record<string, object>> = {
    effective_on: DAY,
    ...OF_KIND[kind],
    ...further,
    ...Object.fromEntries(names.map((name) => [name, ID])),
    reason: REASON,
    follows: OPTIONAL,
  }
  const { typed, read } = readForm(form, { properties })
  if ('refused' in read) return { typed, read }
  const sent: Readonly<Record<string, string | undefined>> = read.done
  const { effective_on = '', reason = '', follows = '', new_name = null, answers_id = null } = sent
  const of = { firm_id, kind, effective_on, reason, follows: follows === '' ? null : follows, new_name, answers_id }
  const licences_pass = sent['licences'] === undefined ? null : sent['licences'] === 'pass'
  const parts = kind === 'split' ? partsOf(names, sent) : []
  return { typed, read: { done: { ...of, licences_pass, parts } } }
}

/** Whoever takes a licence, whoever answers, and the further one. */
function partsOf(names: readonly string[], sent: Readonly<Record<string, string | undefined>>): readonly SplitPart[] {
  const taken = Map.groupBy(names, (name) => sent[name] ?? '')
  const firms = [...new Set([...taken.keys(), sent['answers_id'] ?? '', sent['further_id'] ?? ''])]
  return firms
    .filter((firm) => firm !== '')
    .map((firm_id) => {
      const own = taken.get(firm_id) ?? []
      return { firm_id, licences: own.flatMap((name) => licenceOfField(name) ?? []) }
    })
}
