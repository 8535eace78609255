/** What a form says of deciding less than was computed, of the offer that was chosen. */
import { DAY, REASON } from '../kernel/field-schemas.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Typed } from '../pages/form.tsx'
import { type FormRefusal, readForm } from '../pages/read-form.ts'
import { AMOUNT } from './amount-schema.ts'
import type { Less } from './less.ts'

const PARTS = ['imposed', 'amount', 'from', 'reasons'] as const

export function readLess(
  form: FormData,
  offer: string,
): { readonly typed: Typed; readonly read: Outcome<readonly Less[], FormRefusal> } {
  const named = [...form.keys()]
    .map((key) => /^less_(\d{1,3})_(\w+)_reasons$/.exec(key))
    .filter((found) => found !== null)
  const typed: Record<string, string> = {}
  const less: Less[] = []
  let refused: FormRefusal | undefined
  for (const [, index = '', finding = ''] of named) {
    const name = (part: string): string => `less_${index}_${finding}_${part}`
    const texts = readForm(form, { properties: Object.fromEntries(PARTS.map((part) => [name(part), {}])) }).typed
    Object.assign(typed, texts)
    const isAsked = PARTS.some((part) => (texts[name(part)] ?? '') !== '')
    if (!isAsked || form.get(`offer_${index}`) !== offer) continue
    const { read } = readForm(form, {
      properties: {
        ...(texts[name('amount')] === '' ? {} : { [name('amount')]: { pattern: AMOUNT } }),
        ...(texts[name('from')] === '' ? {} : { [name('from')]: DAY }),
        [name('reasons')]: REASON,
      },
    })
    if ('refused' in read) refused ??= read.refused
    const [amount = '', from = '', reasons = ''] = ['amount', 'from', 'reasons'].map((part) => texts[name(part)])
    const what = texts[name('imposed')] === 'not' ? { not_imposed: true } : {}
    less.push({ finding, ...what, ...(amount === '' ? {} : { amount }), ...(from === '' ? {} : { from }), reasons })
  }
  return { typed, read: refused === undefined ? { done: less } : { refused } }
}
