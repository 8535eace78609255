/** What is refused about payments, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { PaymentRefusal } from './payment.ts'

export const PAYMENTS_PROBLEMS: ProblemTable<PaymentRefusal> = {
  payment_unknown: {
    status: 404,
    title: { en: 'No such payment order', ur: 'ایسا کوئی حکمِ ادائیگی نہیں' },
    sentence: {
      en: () => 'There is no payment order of that number. Check the number.',
      ur: () => 'اس نمبر کا کوئی حکمِ ادائیگی نہیں۔ نمبر دیکھ لیجیے۔',
    },
  },
  nothing_payable: {
    status: 409,
    title: { en: 'Nothing is payable', ur: 'کچھ قابلِ ادائیگی نہیں' },
    sentence: {
      en: ({ year }) =>
        `Nothing is payable to the firm for ${year}: nothing is committed that was not paid, or the rest waits for the reconciliation or an appeal.`,
      ur: ({ year }) =>
        `\u2066${year}\u2069 کے لیے فرم کو کچھ قابلِ ادائیگی نہیں: یا سب ادا ہو چکا، یا باقی رقم تطبیق یا اپیل کی منتظر ہے۔`,
    },
  },
  nothing_recoverable: {
    status: 409,
    title: { en: 'Nothing was overpaid', ur: 'کوئی زائد ادائیگی نہیں' },
    sentence: {
      en: ({ year }) => `The firm was paid no more than is due to it for ${year}, so there is nothing to recover.`,
      ur: ({ year }) =>
        `\u2066${year}\u2069 کے لیے فرم کو واجب رقم سے زیادہ ادا نہیں ہوا، اس لیے واپس لینے کو کچھ نہیں۔`,
    },
  },
  payment_open: {
    status: 409,
    title: { en: 'An order waits already', ur: 'ایک حکم پہلے سے زیرِ غور ہے' },
    sentence: {
      en: ({ number }) =>
        `Order ${number} for the same firm and year waits for a second officer. Let it be decided first.`,
      ur: ({ number }) =>
        `اسی فرم اور سال کا حکم \u2066${number}\u2069 دوسرے افسر کا منتظر ہے۔ پہلے اس پر فیصلہ ہونے دیجیے۔`,
    },
  },
  payment_decided: {
    status: 409,
    title: { en: 'Decided already', ur: 'فیصلہ ہو چکا' },
    sentence: {
      en: ({ number }) => `Order ${number} was approved or sent back already. Look at its page again.`,
      ur: ({ number }) => `حکم \u2066${number}\u2069 پہلے ہی منظور یا واپس ہو چکا ہے۔ اس کا صفحہ دوبارہ دیکھ لیجیے۔`,
    },
  },
  own_payment: {
    status: 403,
    title: { en: 'Prepared by yourself', ur: 'آپ ہی کا تیار کردہ' },
    sentence: {
      en: () => 'You prepared this order. Another officer approves it or sends it back.',
      ur: () => 'یہ حکم آپ نے تیار کیا۔ اسے کوئی دوسرا افسر منظور کرتا یا واپس بھیجتا ہے۔',
    },
  },
  payment_outdated: {
    status: 409,
    title: { en: 'Something changed meanwhile', ur: 'اس دوران تبدیلی ہوئی' },
    sentence: {
      en: ({ number }) =>
        `What order ${number} says is not what is payable any more. Send it back, and have it prepared anew.`,
      ur: ({ number }) =>
        `حکم \u2066${number}\u2069 میں درج رقم اب قابلِ ادائیگی رقم سے مختلف ہے۔ اسے واپس بھیج کر نئے سرے سے تیار کرائیے۔`,
    },
  },
  payment_other_than_shown: {
    status: 409,
    title: { en: 'Other than shown', ur: 'دکھائے گئے سے مختلف' },
    sentence: {
      en: () => 'This order is not the one that you were shown. Look at the page again, then approve.',
      ur: () => 'یہ وہ حکم نہیں جو آپ کو دکھایا گیا تھا۔ صفحہ دوبارہ دیکھ کر منظور کیجیے۔',
    },
  },
  reconciled_already: {
    status: 409,
    title: { en: 'Reconciled already', ur: 'تطبیق ہو چکی' },
    sentence: {
      en: ({ year }) => `The reconciliation of ${year} was accepted for this firm already.`,
      ur: ({ year }) => `اس فرم کے لیے \u2066${year}\u2069 کی تطبیق پہلے ہی قبول ہو چکی ہے۔`,
    },
  },
}
