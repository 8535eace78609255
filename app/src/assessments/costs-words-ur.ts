/** What is said of what an unmet requirement costs, in Urdu. */
import { t } from '@maqami/engine/explain/ink.ts'
import type { CostsWords } from './costs-words.ts'

export const UR: CostsWords = {
  title: t`جو شرط پوری نہیں، اس سے کیا فرق پڑتا ہے`,
  hint: t`ہر شرط الگ الگ، اور سب معلومات وہی جو داخل ہوئیں: ایک حساب موجودہ صورت کا ہے اور ایک اس مفروضے پر کہ صرف یہ شرط پوری ہے۔ شرط پوری کرنے سے معلومات بدلیں گی، اور جو رقم ان معلومات پر منحصر ہے وہ بھی بدلے گی۔`,
  states: {
    not_met: (requirement) => t`شرط “${requirement}” پوری نہیں`,
    undetermined: (requirement) => t`شرط “${requirement}” پوری ہے یا نہیں، یہ ابھی نہیں بتایا جا سکتا`,
  },
  alone: (requirement) => t`صرف شرط “${requirement}” پوری ہو تو کوئی اور نتیجہ نہیں بدلتا۔`,
  finding: t`نتیجہ`,
  stands: t`موجودہ صورت میں`,
  ifMet: t`شرط پوری ہو تو`,
  ifNotMet: t`شرط پوری نہ ہو تو`,
  difference: t`فرق`,
  notYet: (amount, because) =>
    amount === undefined ? t`ابھی نہیں: ${because}` : t`${amount}، مگر ابھی نہیں: ${because}`,
  lacking: t`کیا درج نہیں، اور اس کے بغیر کیا نہیں بتایا جا سکتا`,
  missing: t`جو درج نہیں`,
  undetermined: t`اس کے بغیر غیر متعین`,
  follows: t`کیا نتیجہ نکل سکتا ہے`,
  either: (findings) => t`اوپر کے دو نتائج میں سے ایک، کوئی تیسرا نہیں: ${findings}۔`,
  unsaid: (findings) => t`جب تک یہ درج نہ ہو، نہیں بتایا جا سکتا: ${findings}۔`,
}
