/** What a draft touches, in Urdu. */
import { t } from '@maqami/engine/explain/ink.ts'
import type { ImpactWords } from './impact-words.ts'

export const UR: ImpactWords = {
  uses: t`اس پر کیا منحصر ہے:`,
  direct: (names) => t`براہِ راست: ${names}`,
  through: (names) => t`ان کے واسطے سے: ${names}`,
  unused: t`اور کچھ نہیں`,
  noCase: (all, isOne) => t`پروگرام کی اپنی ${all} حل شدہ ${isOne ? t`مثال` : t`مثالوں`} کا نتیجہ وہی رہتا ہے۔`,
  cases: (changed, _isOne, all) => t`پروگرام کی اپنی حل شدہ مثالوں (${all}) میں سے ${changed} کا نتیجہ بدلتا ہے:`,
  unreadable: t`مسودے میں ان حقائق کی گنجائش نہیں`,
}
