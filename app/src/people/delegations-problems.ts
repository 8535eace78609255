/** What is refused of what firms let accountants do, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { DelegationRefusal } from './give-delegation.ts'

export const DELEGATIONS_PROBLEMS: ProblemTable<DelegationRefusal> = {
  accountant_unknown: {
    status: 404,
    title: { en: 'No such accountant', ur: 'ایسا کوئی محاسب نہیں' },
    sentence: {
      en: () =>
        'An accountant is registered by the regulator, and acts for manufacturers only. Choose one that is listed, or ask the regulator to register yours.',
      ur: () =>
        'محاسب کو نگران ادارہ رجسٹر کرتا ہے، اور وہ صرف صنعت کاروں کی طرف سے کارروائی کرتا ہے۔ فہرست میں سے چنیے، یا نگران ادارے سے اپنا محاسب رجسٹر کرنے کو کہیے۔',
    },
  },
  delegation_unknown: {
    status: 404,
    title: { en: 'Nothing to end', ur: 'ختم کرنے کو کچھ نہیں' },
    sentence: {
      en: () => 'It has ended already, or is not of your organization. Look at the list again.',
      ur: () => 'یہ اختیار پہلے ہی ختم ہو چکا ہے، یا آپ کے ادارے کا نہیں۔ فہرست دوبارہ دیکھیے۔',
    },
  },
  power_unknown: {
    status: 422,
    title: { en: 'Say what he may do', ur: 'بتائیے کہ وہ کیا کر سکتا ہے' },
    sentence: {
      en: () => 'Choose at least one of: returns, decisions, notices, models.',
      ur: () => 'گوشوارے، فیصلے، نوٹس اور ماڈل میں سے کم از کم ایک چنیے۔',
    },
  },
  delegation_days: {
    status: 422,
    title: { en: 'Not for that long', ur: 'اتنی مدت کے لیے نہیں' },
    sentence: {
      en: ({ most }) =>
        `An accountant may act for 1 to ${most} days, and then be let again. Choose a number between them.`,
      ur: ({ most }) => `محاسب کو 1 سے ${most} دن تک کا اختیار دیا جا سکتا ہے، پھر دوبارہ۔ اس کے اندر کوئی عدد چنیے۔`,
    },
  },
}
