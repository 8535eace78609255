/** A comparison of routes in Urdu. */
import { t } from '@maqami/engine/explain/ink.ts'
import type { ComparisonWords } from './comparison-words.ts'

export const UR: ComparisonWords = {
  under: (law, day) => t`${law}، بتاریخ ${day}`,
  entered: t`درج شدہ`,
  assumed: t`مفروضے`,
  charges: t`محصولات`,
  chargeOf: (charge, release) => t`${charge} (${release})`,
  gap: t`درآمد پر محصولات: تیار سیٹ پر، اور اسی سی اینڈ ایف مالیت کی ایس کے ڈی کِٹ پر`,
  moves: (difference) => t`ہر مفروضہ اسے کتنا بدلتا ہے: ${difference}`,
  difference: (finding, route, than) => t`${finding}: ${route} منفی ${than}`,
  fromTo: (low, high) => t`${low} سے ${high} تک`,
  breakEven: t`باقی سب وہی رہے تو ایک راستہ دوسرے سے کہاں آگے نکلتا ہے`,
  cheaper: {
    before: (route, from, to) => t`${route} ${from} تک کم ہے، ${to} پر نہیں`,
    after: (route, from, to) => t`${route} ${to} سے کم ہے، ${from} پر نہیں`,
  },
  neverOvertakes: (low, high) => t`${low} سے ${high} تک کہیں نہیں`,
  standing: { gazette: t`گزٹ`, reported: t`رپورٹ شدہ`, assumed: t`مفروضہ` },
}
