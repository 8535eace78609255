/** A comparison with a draft in Urdu. */
import { t } from '@maqami/engine/explain/ink.ts'
import type { ComparisonWords } from './comparison-words.ts'

export const UR: ComparisonWords = {
  law: (count, isOne) => t`قانون: مسودے سے ${count} ${isOne ? t`اندراج بدلتا ہے` : t`اندراجات بدلتے ہیں`}۔`,
  changes: { added: t`نیا`, removed: t`حذف`, changed: t`تبدیل` },
  kinds: { parameter: t`مقدار`, provision: t`دفعہ` },
  until: (day) => t`${day} تک`,
  noCell: t`موجود نہیں`,
  cells: { none: t`کوئی نہیں`, unknown: t`معلوم نہیں`, above: t`اس سے زیادہ` },
  bounds: {
    'up to': (bound) => t`${bound} تک`,
    under: (bound) => t`${bound} سے کم`,
    over: (bound) => t`${bound} سے زیادہ`,
    from: (bound) => t`${bound} یا زیادہ`,
  },
  facts: (changed, all) => t`ان حقائق پر ${all} میں سے ${changed} نتائج بدلتے ہیں۔`,
  same: t`دونوں صورتوں میں یکساں:`,
  noFinding: t`ایسا کوئی نتیجہ نہیں`,
  difference: (amount) => t`فرق ${amount}`,
}
