/** An amount of the ledger as readers see it. */
import { display } from '@maqami/engine/explain/display.ts'
import type { Language } from '../kernel/problem.ts'

/** `PKR 39,000` of `39000.00`; its sign is left to the words beside it. */
export function moneyText(currency: string, amount: string, language: Language): string {
  const text = `${currency} ${amount.replace(/^-/, '')}`
  return display({ state: 'value', text }, { kind: 'number', unit: currency }, language)
}
