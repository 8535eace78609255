/** The increase of which somebody asks what it brings, held against the table. Pure. */
import { didYouMean } from '@maqami/engine/load/problem.ts'
import type { InputOutputTable } from './input-output.ts'

/** As it is written in a form, an address or a call; nothing is asked where all are empty. */
export interface IncreaseAsked {
  readonly sector: string
  readonly amount: string
  /** The sector that bought so much of it abroad until now; empty for more of final demand. */
  readonly into: string
}

export interface Increase {
  readonly sector: string
  readonly amount: number
  readonly into: string | undefined
}

export type IncreaseRead =
  | { readonly ok: true; readonly increase: Increase | undefined }
  | { readonly ok: false; readonly field: keyof IncreaseAsked; readonly sentence: string; readonly ur: string }

export function readIncrease(table: InputOutputTable, { sector, amount, into }: IncreaseAsked): IncreaseRead {
  if (sector === '' && amount === '' && into === '') return { ok: true, increase: undefined }
  const { sectors } = table
  if (!sectors.includes(sector)) return unknownSector('sector', sector, sectors)
  if (!/^-?\d{1,15}(\.\d{1,6})?$/.test(amount))
    return {
      ok: false,
      field: 'amount',
      sentence: `The increase is an amount in the unit of the table, such as 1250.5, not '${amount}'.`,
      ur: `اضافہ جدول کی اکائی میں ایک رقم ہے، جیسے 1250.5، نہ کہ '${amount}'۔`,
    }
  const number = Number(amount)
  if (into === '') return { ok: true, increase: { sector, amount: number, into: undefined } }
  if (!sectors.includes(into)) return unknownSector('into', into, sectors)
  const imported = table.imports[sectors.indexOf(into)] ?? 0
  if (number <= 0 || number > imported)
    return {
      ok: false,
      field: 'amount',
      sentence: `'${into}' imports ${imported}; what is made here in place of it is more than 0 and at most that.`,
      ur: `'${into}' کی درآمد ${imported} ہے؛ اس کی جگہ جو یہاں بنے وہ صفر سے زیادہ اور زیادہ سے زیادہ اتنا ہو سکتا ہے۔`,
    }
  return { ok: true, increase: { sector, amount: number, into } }
}

/** Of a published table of fifty the first are enough to see how they are written. */
const MOST_NAMED = 12

function unknownSector(field: 'sector' | 'into', name: string, sectors: readonly string[]): IncreaseRead {
  const meant = [didYouMean(name, sectors), didYouMean(name, sectors, 'ur')]
  const all = sectors.slice(0, MOST_NAMED).join(', ')
  const [en, ur] = meant[0] === '' ? [` It has ${all}.`, ` اس میں یہ ہیں: ${all}۔`] : meant
  return {
    ok: false,
    field,
    sentence: `The table has no sector '${name}'.${en}`,
    ur: `جدول میں '${name}' نام کا شعبہ نہیں۔${ur}`,
  }
}
