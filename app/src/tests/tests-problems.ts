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
        `${number} takes no requests here: it is in the plant of a maker, or nobody signs in for it. Choose another laboratory.`,
      ur: ({ number }) =>
        `\u2066${number}\u2069 یہاں درخواستیں نہیں لیتی: وہ کسی ساز کے کارخانے میں ہے، یا اس کی طرف سے کوئی داخل نہیں ہوتا۔ کوئی اور تجربہ گاہ چنیے۔`,
    },
  },
  methods_twice: {
    status: 422,
    title: { en: 'The same method twice', ur: 'ایک ہی طریقہ دو بار' },
    sentence: {
      en: ({ method }) => `'${method}' is asked for twice. Ask for each method once.`,
      ur: ({ method }) => `'\u2068${method}\u2069' دو بار مانگا گیا ہے۔ ہر طریقہ ایک بار مانگیے۔`,
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
  terms_unfit: {
    status: 422,
    title: { en: 'Not what was asked for', ur: 'مانگی گئی جانچ سے مختلف' },
    sentence: {
      en: ({ method }) =>
        `'${method}' was not asked for, is offered twice, or has a limit that is no number. Offer each method once, of those that the maker named.`,
      ur: ({ method }) =>
        `'\u2068${method}\u2069' مانگا نہیں گیا، دو بار پیش ہوا، یا اس کی حد کوئی عدد نہیں۔ ساز کے نامزد طریقوں میں سے ہر ایک کو ایک بار پیش کیجیے۔`,
    },
  },
  results_unfit: {
    status: 422,
    title: { en: 'One result for each method', ur: 'ہر طریقے کا ایک نتیجہ' },
    sentence: {
      en: ({ method }) => `'${method}' needs exactly one result, if it was agreed, and none otherwise.`,
      ur: ({ method }) => `'\u2068${method}\u2069' طے ہوا تھا تو اس کا ٹھیک ایک نتیجہ درکار ہے، ورنہ کوئی نہیں۔`,
    },
  },
  result_unfit: {
    status: 422,
    title: { en: 'That is no result', ur: 'یہ کوئی نتیجہ نہیں' },
    sentence: {
      en: ({ method, found }) =>
        `'${found}' of '${method}' cannot be: a value is a number, an uncertainty not below zero, a coverage factor above zero.`,
      ur: ({ method, found }) =>
        `'\u2068${method}\u2069' کا '\u2068${found}\u2069' ممکن نہیں: قدر ایک عدد ہوتی ہے، غیر یقینی صفر سے کم نہیں، اور احاطے کا عامل صفر سے زیادہ ہوتا ہے۔`,
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
