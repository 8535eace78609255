/** The protection of products in English. */
import { t } from '@maqami/engine/explain/ink.ts'
import type { ProtectionWords } from './protection-words.ts'

export const EN: ProtectionWords = {
  title: t`Effective protection of products and parts`,
  lead: t`A tariff on a product protects whoever makes it here; a tariff on what goes into it does the opposite. The effective rate says by how much both together raise what the maker adds, against world prices. Below zero, making it here is taxed more than importing it.`,
  reading: t`Tariffs are duties and levies. Sales tax and advance income tax are borne by both and left out.`,
  alarms: (count) => t`Taxed more when made here than when imported: ${count}`,
  noAlarms: t`No product is taxed more when it is made here than when it is imported, as far as the rates are known`,
  alarm: (product, tariff, input, inputTariff) =>
    t`${product}: imported it bears ${tariff}; made here, its ${input} bear ${inputTariff}.`,
  borne: (tariff, clauses) => t`${tariff} (${clauses})`,
  tried: (tariff) => t`${tariff} (tried, not law)`,
  unknown: (product, reason) => t`${product}: ${reason}`,
  product: t`Product`,
  tariff: t`Tariff on it`,
  share: t`Inputs in its value`,
  inputTariff: t`Tariff on inputs`,
  rate: t`Effective rate`,
  moved: t`While the inputs vary`,
  fromTo: (low, high, atLow, atHigh) => t`${atLow} at ${low}, ${atHigh} at ${high}`,
  verdict: t`Verdict`,
  negative: t`negative protection`,
  notNegative: t`protected, or even`,
  notKnown: t`not known`,
  chart: t`Effective rate of protection, by product`,
  tariffOf: (product) => t`Tariff on it: ${product}`,
  inputTariffOf: (product) => t`Tariff on its inputs: ${product}`,
  tryOut: t`Inputs by product, and tariffs to try`,
  whatIsUnknown: t`What is not at hand`,
  compare: t`Work it out`,
  toComparison: t`Local assembly against complete import`,
  toProtection: t`How far tariffs protect making products and parts here`,
  back: t`Back to all products`,
}
