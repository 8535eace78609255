/** What dockets refuse, in words. */
import type { ProblemTable } from '../../kernel/problem.ts'
import type { DocketRefusal } from './docket.ts'

export const DOCKETS_PROBLEMS: ProblemTable<DocketRefusal> = {
  docket_unknown: {
    status: 404,
    title: { en: 'No such docket', ur: 'فیصلوں کی ایسی کوئی فہرست نہیں' },
    sentence: {
      en: () => 'There is no docket of determinations here that you may see. Check the address.',
      ur: () => 'یہاں فیصلوں کی ایسی کوئی فہرست نہیں جسے آپ دیکھ سکیں۔ پتہ دیکھ لیجیے۔',
    },
  },
  docket_open: {
    status: 409,
    title: { en: 'It is under way', ur: 'کام جاری ہے' },
    sentence: {
      en: () => 'The docket is being prepared or approved. Wait until that has ended, or stop it.',
      ur: () => 'اس فہرست کے فیصلے تیار یا منظور کیے جا رہے ہیں۔ مکمل ہونے کا انتظار کیجیے یا روک دیجیے۔',
    },
  },
  docket_round_ended: {
    status: 409,
    title: { en: 'It has ended', ur: 'یہ مکمل ہو چکا' },
    sentence: {
      en: () => 'Nothing of the docket is under way any more. Look at its page again.',
      ur: () => 'اس فہرست پر اب کوئی کام جاری نہیں۔ اس کا صفحہ دوبارہ دیکھیے۔',
    },
  },
  docket_run_open: {
    status: 409,
    title: { en: 'The run has not finished', ur: 'اجتماعی تشخیص مکمل نہیں' },
    sentence: {
      en: () => 'Determinations are prepared from a run that came to its end. Wait for it, or start another.',
      ur: () => 'فیصلے مکمل ہو چکی اجتماعی تشخیص سے تیار ہوتے ہیں۔ اس کا انتظار کیجیے یا نئی شروع کیجیے۔',
    },
  },
  docket_list_empty: {
    status: 409,
    title: { en: 'Nothing to approve', ur: 'منظوری کے لیے کچھ نہیں' },
    sentence: {
      en: () => 'No determination of the docket waits for approval: each is decided or was taken out.',
      ur: () => 'اس فہرست کا کوئی فیصلہ منظوری کا منتظر نہیں: ہر ایک پر فیصلہ ہو چکا یا وہ فہرست سے نکالا جا چکا۔',
    },
  },
  docket_own: {
    status: 403,
    title: { en: 'You prepared them', ur: 'یہ آپ نے تیار کیے' },
    sentence: {
      en: () => 'Nobody approves what he prepared himself. Another officer has to sign this list.',
      ur: () => 'کوئی افسر اپنے تیار کردہ فیصلے منظور نہیں کر سکتا۔ اس فہرست پر کسی دوسرے افسر کے دستخط لازم ہیں۔',
    },
  },
  docket_not_on_list: {
    status: 409,
    title: { en: 'Not on the list', ur: 'فہرست میں نہیں' },
    sentence: {
      en: ({ number }) =>
        `${number} is not on the list any more: it is decided, or was taken out. Look at the page again.`,
      ur: ({ number }) =>
        `\u2066${number}\u2069 اب فہرست میں نہیں: اس پر فیصلہ ہو چکا یا وہ نکالا جا چکا۔ صفحہ دوبارہ دیکھیے۔`,
    },
  },
  docket_kind_missing: {
    status: 422,
    title: { en: 'No reasons', ur: 'کوئی وجہ درج نہیں' },
    sentence: {
      en: () => 'Write reasons for the failures, for the amounts due, or for both. What has none is not prepared.',
      ur: () => 'کوتاہیوں، واجب رقوم یا دونوں کی وجوہات لکھیے۔ جس کی کوئی وجہ نہ ہو وہ تیار نہیں کیا جاتا۔',
    },
  },
}
