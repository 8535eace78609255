/** What is refused about tests, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import { laboratoryWordsOf } from '../laboratories/laboratory-words.ts'
import { testWordsOf } from './test-words.ts'
import type { TestRefusal } from './way.ts'

const EN = testWordsOf('en')
const UR = testWordsOf('ur')

export const TESTS_PROBLEMS: ProblemTable<TestRefusal> = {
  test_unknown: {
    status: 404,
    title: { en: 'No such test', ur: 'ایسی کوئی جانچ نہیں' },
    sentence: {
      en: () => 'There is no test here that you may see. Check the number.',
      ur: () => 'یہاں کوئی جانچ نہیں جسے آپ دیکھ سکیں۔ نمبر دیکھ لیجیے۔',
    },
  },
  test_state: {
    status: 409,
    title: { en: 'Not at this point', ur: 'اس مرحلے پر نہیں' },
    sentence: {
      en: ({ state }) =>
        `The test stands at '${EN.states[state]}', where this is not to be done. Look at its page again.`,
      ur: ({ state }) =>
        `جانچ '${UR.states[state]}' کے مرحلے پر ہے، جہاں یہ کام نہیں ہوتا۔ اس کا صفحہ دوبارہ دیکھ لیجیے۔`,
    },
  },
  laboratory_takes_none: {
    status: 409,
    title: { en: 'It takes no requests', ur: 'یہ درخواستیں نہیں لیتی' },
    sentence: {
      en: ({ number }) =>
        `${number} takes no requests here: it is in the plant of another maker, or nobody signs in for it. Choose another laboratory.`,
      ur: ({ number }) =>
        `\u2066${number}\u2069 یہاں درخواستیں نہیں لیتی: وہ کسی دوسرے ساز کے کارخانے میں ہے، یا اس کی طرف سے کوئی داخل نہیں ہوتا۔ کوئی اور تجربہ گاہ چنیے۔`,
    },
  },
  laboratory_not_issuer: {
    status: 409,
    title: { en: 'Not by this laboratory', ur: 'اس تجربہ گاہ سے نہیں' },
    sentence: {
      en: ({ number, scheme }) =>
        `${number} is of a kind that may not issue certificates of '${scheme['en'] ?? ''}'. The page of schemes says who may.`,
      ur: ({ number, scheme }) =>
        `\u2066${number}\u2069 اس قسم کی ہے جو '\u2068${scheme['ur'] ?? scheme['en'] ?? ''}\u2069' کے سرٹیفکیٹ جاری نہیں کر سکتی۔ کون کر سکتا ہے، یہ اسکیموں کے صفحے پر ہے۔`,
    },
  },
  scheme_unknown: {
    status: 422,
    title: { en: 'No such scheme', ur: 'ایسی کوئی اسکیم نہیں' },
    sentence: {
      en: ({ day }) => `No law in force on ${day} has this scheme. Choose one from the page of schemes.`,
      ur: ({ day }) => `\u2066${day}\u2069 کو نافذ کسی قانون میں یہ اسکیم نہیں۔ اسکیموں کے صفحے سے کوئی چنیے۔`,
    },
  },
  scheme_untested: {
    status: 422,
    title: { en: 'Not come by through tests', ur: 'جانچ سے نہیں ملتا' },
    sentence: {
      en: ({ scheme }) =>
        `The law names no test for '${scheme['en'] ?? ''}'. Its certificates are given elsewhere, and recorded here by officers.`,
      ur: ({ scheme }) =>
        `قانون '\u2068${scheme['ur'] ?? scheme['en'] ?? ''}\u2069' کے لیے کوئی جانچ نہیں بتاتا۔ اس کے سرٹیفکیٹ کہیں اور جاری ہوتے ہیں اور افسران انہیں یہاں درج کرتے ہیں۔`,
    },
  },
  scheme_silent: {
    status: 409,
    title: { en: 'The law does not say', ur: 'قانون خاموش ہے' },
    sentence: {
      en: ({ scheme, day }) =>
        `The law by which '${scheme['en'] ?? ''}' was asked for gives no limit or no validity for ${day}. Ask anew by the law in force.`,
      ur: ({ scheme, day }) =>
        `جس قانون کے تحت '\u2068${scheme['ur'] ?? scheme['en'] ?? ''}\u2069' مانگا گیا وہ \u2066${day}\u2069 کے لیے کوئی حد یا مدت نہیں بتاتا۔ نافذ قانون کے تحت نئی درخواست کیجیے۔`,
    },
  },
  test_gap: {
    status: 409,
    title: { en: 'The laboratory may not', ur: 'تجربہ گاہ مجاز نہیں' },
    sentence: {
      en: ({ gap, standard, method }) => `${standard}, ${method}: ${laboratoryWordsOf('en').gaps[gap]}`,
      ur: ({ gap, standard, method }) =>
        `\u2068${standard}\u2069، \u2068${method}\u2069: ${laboratoryWordsOf('ur').gaps[gap]}`,
    },
  },
  tests_unfit: {
    status: 422,
    title: { en: 'Not what was asked for', ur: 'مانگی گئی جانچ سے مختلف' },
    sentence: {
      en: ({ test }) => `'${test}' is no test of this request, or is offered twice. Offer each of its tests once.`,
      ur: ({ test }) =>
        `'\u2068${test}\u2069' اس درخواست کی جانچ نہیں، یا دو بار پیش ہوئی۔ اس کی ہر جانچ ایک بار پیش کیجیے۔`,
    },
  },
  results_unfit: {
    status: 422,
    title: { en: 'One result for each test', ur: 'ہر جانچ کا ایک نتیجہ' },
    sentence: {
      en: ({ test }) => `'${test}' needs exactly one result, if it was agreed, and none otherwise.`,
      ur: ({ test }) => `'\u2068${test}\u2069' طے ہوئی تھی تو اس کا ٹھیک ایک نتیجہ درکار ہے، ورنہ کوئی نہیں۔`,
    },
  },
  result_unfit: {
    status: 422,
    title: { en: 'That is no result', ur: 'یہ کوئی نتیجہ نہیں' },
    sentence: {
      en: ({ test, found }) =>
        `'${found}' of '${test}' cannot be: a value is a number, an uncertainty not below zero, a coverage factor above zero.`,
      ur: ({ test, found }) =>
        `'\u2068${test}\u2069' کا '\u2068${found}\u2069' ممکن نہیں: قدر ایک عدد ہوتی ہے، غیر یقینی صفر سے کم نہیں، اور احاطے کا عامل صفر سے زیادہ ہوتا ہے۔`,
    },
  },
  measured_day: {
    status: 422,
    title: { en: 'Not measured on that day', ur: 'اس دن پیمائش نہیں ہوئی' },
    sentence: {
      en: ({ from, today }) =>
        `The sample came on ${from}, and today is ${today}. It was measured on a day between the two.`,
      ur: ({ from, today }) =>
        `نمونہ \u2066${from}\u2069 کو آیا اور آج \u2066${today}\u2069 ہے۔ پیمائش ان دونوں کے درمیان کے کسی دن ہوئی۔`,
    },
  },
  may_not_sign: {
    status: 403,
    title: { en: 'Not among the signatories', ur: 'دستخط کنندگان میں نہیں' },
    sentence: {
      en: () => 'The laboratory does not let you sign reports on this day. Let a colleague authorise you first.',
      ur: () => 'تجربہ گاہ نے آپ کو اس دن رپورٹوں پر دستخط کا اختیار نہیں دیا۔ پہلے کوئی ساتھی آپ کو اختیار دے۔',
    },
  },
  own_report: {
    status: 403,
    title: { en: 'Signed by yourself', ur: 'آپ ہی کے دستخط' },
    sentence: {
      en: () => 'You signed this report first. Another signatory of the laboratory reviews it.',
      ur: () => 'اس رپورٹ پر پہلے دستخط آپ نے کیے۔ اس کا جائزہ تجربہ گاہ کا کوئی دوسرا دستخط کنندہ لیتا ہے۔',
    },
  },
  report_changed: {
    status: 409,
    title: { en: 'Not what was shown', ur: 'دکھایا گیا متن مختلف ہے' },
    sentence: {
      en: () =>
        'The report is not the one that the hash stands for. Look at the page again, and sign that, or have it measured again.',
      ur: () => 'رپورٹ وہ نہیں جس کا یہ ہیش ہے۔ صفحہ دوبارہ دیکھ کر اسی پر دستخط کیجیے، یا دوبارہ پیمائش کرائیے۔',
    },
  },
}
