/** What the form of an order sent: the outcome, the reasons, and of what is varied each change. */
import type { Outcome } from '../kernel/outcome.ts'
import type { Typed } from '../pages/form.tsx'
import { type FormRefusal, MAYBE_DAY, readForm } from '../pages/read-form.ts'
import { APPEAL_OUTCOMES, type AppealOutcome, type FindingChange } from './appeal.ts'
import { AMOUNT_PATTERN, ORDER_REASONS } from './appeal-fields.ts'

interface OrderRead {
  readonly outcome: AppealOutcome
  readonly reasons: string
  readonly changes: readonly FindingChange[]
}

const FIELD = /^(dropped|value|from)_(\w+)$/
const CHANGES = {
  dropped: { enum: ['', 'yes'] },
  value: { pattern: `^(${AMOUNT_PATTERN})?$` },
  from: MAYBE_DAY,
} as const

export function readOrderForm(form: FormData): {
  readonly typed: Typed
  readonly read: Outcome<OrderRead, FormRefusal>
} {
  const fields = [...form.keys()].flatMap((name) => {
    const [, part = '', finding = ''] = FIELD.exec(name) ?? []
    return part === '' ? [] : [{ name, part: part as keyof typeof CHANGES, finding }]
  })
  const properties: Readonly<Record<string, object>> = {
    outcome: { enum: APPEAL_OUTCOMES },
    reasons: ORDER_REASONS,
    ...Object.fromEntries(fields.map(({ name, part }) => [name, CHANGES[part]])),
  }
  const { typed, read } = readForm(form, { properties })
  if ('refused' in read) return { typed, read }
  const of = (part: keyof typeof CHANGES, finding: string): string => read.done[`${part}_${finding}`] ?? ''
  const findings = [...new Set(fields.map(({ finding }) => finding))]
  const outcome = APPEAL_OUTCOMES.find((one) => one === read.done['outcome']) ?? 'upheld'
  const changes = findings.map((finding) => ({
    finding,
    dropped: of('dropped', finding) === 'yes',
    value: of('value', finding) || null,
    from: of('from', finding) || null,
  }))
  return {
    typed,
    read: { done: { outcome, reasons: read.done['reasons'] ?? '', changes: outcome === 'varied' ? changes : [] } },
  }
}
