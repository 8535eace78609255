/** The summary of a simulation, in Urdu. */
import type { SimulationWords } from './simulation-words.ts'

export const UR: SimulationWords = {
  hasValue: 'قدر موجود',
  inAll: 'کل',
  release: (hash, draft) => `${draft === undefined ? '' : `مسودہ ${draft} کے تحت۔ `}اجرا ${hash}`,
  byReason: 'جن امور کا نتیجہ نہیں نکلا، بلحاظِ وجہ:',
  moreReasons: (count) => `اور ${count} مزید وجوہ`,
  rows: (all, exact) => `${all} سطریں؛ ان میں سے ${exact} میں کوئی فیصلہ عین حساب سے کرنا پڑا۔`,
}
