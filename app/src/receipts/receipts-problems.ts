/** What is refused about receipts, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import { faultText, stateText, waitsText } from './receipt-words.ts'
import type { CsvFault, ReceiptRefusal } from './receipt.ts'

const MOST_SHOWN = 20

function faultsText(faults: readonly CsvFault[], language: 'en' | 'ur'): string {
  const shown = faults.slice(0, MOST_SHOWN).map((one) => faultText(one, language))
  return shown.join(' ')
}

export const RECEIPTS_PROBLEMS: ProblemTable<ReceiptRefusal> = {
  receipts_faulty: {
    status: 422,
    title: { en: 'The statement cannot be imported', ur: 'یہ بینک اسٹیٹمنٹ درآمد نہیں ہو سکتی' },
    sentence: {
      en: ({ faults }) => `Nothing of it was taken. Put this right and send it again: ${faultsText(faults, 'en')}`,
      ur: ({ faults }) => `اس میں سے کچھ درج نہیں ہوا۔ یہ درست کر کے دوبارہ بھیجیے: ${faultsText(faults, 'ur')}`,
    },
  },
  receipts_known: {
    status: 409,
    title: { en: 'Imported already', ur: 'پہلے ہی درآمد ہو چکا' },
    sentence: {
      en: ({ number }) =>
        number === null
          ? 'Every line of this file was imported before, so there is nothing new in it.'
          : `This file was imported before as statement ${number}. Nothing is counted twice.`,
      ur: ({ number }) =>
        number === null
          ? 'اس فائل کی ہر سطر پہلے درآمد ہو چکی ہے، اس لیے اس میں کچھ نیا نہیں۔'
          : `یہ فائل پہلے بطور \u2066${number}\u2069 درآمد ہو چکی ہے۔ کوئی رقم دو بار شمار نہیں ہوتی۔`,
    },
  },
  statement_unknown: {
    status: 404,
    title: { en: 'No such statement', ur: 'ایسی کوئی بینک اسٹیٹمنٹ نہیں' },
    sentence: {
      en: () => 'There is no statement of receipts of that number. Check the number.',
      ur: () => 'اس نمبر کی کوئی بینک اسٹیٹمنٹ نہیں۔ نمبر دیکھ لیجیے۔',
    },
  },
  statement_decided: {
    status: 409,
    title: { en: 'Decided already', ur: 'فیصلہ ہو چکا' },
    sentence: {
      en: ({ number }) => `Statement ${number} was booked or sent back already. Look at its page again.`,
      ur: ({ number }) =>
        `بینک اسٹیٹمنٹ \u2066${number}\u2069 پہلے ہی درج یا واپس ہو چکی ہے۔ اس کا صفحہ دوبارہ دیکھ لیجیے۔`,
    },
  },
  own_statement: {
    status: 403,
    title: { en: 'Imported by yourself', ur: 'آپ ہی کا درآمد کردہ' },
    sentence: {
      en: () => 'You imported this statement. Another officer books it or sends it back.',
      ur: () => 'یہ بینک اسٹیٹمنٹ آپ نے درآمد کی۔ اسے کوئی دوسرا افسر درج کرتا یا واپس بھیجتا ہے۔',
    },
  },
  receipt_unknown: {
    status: 404,
    title: { en: 'No such receipt', ur: 'ایسی کوئی وصول شدہ رقم نہیں' },
    sentence: {
      en: () => 'There is no receipt here, or it is not for you. Look for it in the list.',
      ur: () => 'یہاں کوئی وصول شدہ رقم نہیں، یا وہ آپ کے لیے نہیں۔ فہرست میں دیکھ لیجیے۔',
    },
  },
  receipt_proposed: {
    status: 409,
    title: { en: 'A proposal waits already', ur: 'ایک تجویز پہلے سے زیرِ غور ہے' },
    sentence: {
      en: () => 'Something is proposed about this receipt already. Let another officer decide on it first.',
      ur: () => 'اس رقم کے بارے میں ایک تجویز پہلے سے ہے۔ پہلے کسی دوسرے افسر کو اس پر فیصلہ کرنے دیجیے۔',
    },
  },
  receipt_settled: {
    status: 409,
    title: { en: 'Nothing is proposed', ur: 'کوئی تجویز زیرِ غور نہیں' },
    sentence: {
      en: () => 'No proposal about this receipt waits; it was decided meanwhile. Look at its page again.',
      ur: () => 'اس رقم کے بارے میں کوئی تجویز زیرِ غور نہیں؛ اس پر فیصلہ ہو چکا۔ صفحہ دوبارہ دیکھ لیجیے۔',
    },
  },
  own_receipt: {
    status: 403,
    title: { en: 'Proposed by yourself', ur: 'آپ ہی کی تجویز' },
    sentence: {
      en: () => 'You proposed this. Another officer approves or declines it.',
      ur: () => 'یہ تجویز آپ کی ہے۔ اسے کوئی دوسرا افسر منظور یا نامنظور کرتا ہے۔',
    },
  },
  receipt_other_than_shown: {
    status: 409,
    title: { en: 'Other than shown', ur: 'دکھائے گئے سے مختلف' },
    sentence: {
      en: () =>
        'What would be booked is not what you were shown: something was paid or determined meanwhile. Look again.',
      ur: () => 'جو درج ہوگا وہ دکھائے گئے سے مختلف ہے: اس دوران کچھ ادا ہوا یا کوئی فیصلہ ہوا۔ دوبارہ دیکھ لیجیے۔',
    },
  },
  receipt_act_unfit: {
    status: 409,
    title: { en: 'Not possible now', ur: 'ابھی ممکن نہیں' },
    sentence: {
      en: ({ state }) =>
        `This cannot be done with a receipt in the state '${stateText(state, 'en')}'. Look at its page again.`,
      ur: ({ state }) =>
        `جس رقم کی حالت '${stateText(state, 'ur')}' ہو اس پر یہ کارروائی نہیں ہو سکتی۔ صفحہ دوبارہ دیکھ لیجیے۔`,
    },
  },
  receipt_unmatched: {
    status: 422,
    title: { en: 'It cannot be booked there', ur: 'وہاں درج نہیں ہو سکتی' },
    sentence: {
      en: ({ waits }) => `${waitsText(waits, 'en')} Name another determination, or send the money back.`,
      ur: ({ waits }) => `${waitsText(waits, 'ur')} کوئی اور فیصلہ بتائیے، یا رقم واپس بھیجیے۔`,
    },
  },
  receipt_reference_missing: {
    status: 422,
    title: { en: 'No determination is named', ur: 'کوئی فیصلہ نہیں بتایا گیا' },
    sentence: {
      en: () => 'Write the number of the determination to which the money is to be put, such as D-000012.',
      ur: () => 'جس فیصلے پر رقم درج ہونی ہے اس کا نمبر لکھیے، جیسے \u2066D-000012\u2069۔',
    },
  },
  receipt_budget_spent: {
    status: 409,
    title: { en: 'The budget is used up', ur: 'بجٹ ختم ہو چکا' },
    sentence: {
      en: () =>
        'What the firm paid back was granted to others meanwhile, so the budget cannot hold it again. Have the budget raised first.',
      ur: () =>
        'فرم نے جو واپس کیا تھا وہ اس دوران دوسروں کو منظور ہو چکا، اس لیے بجٹ میں اس کی گنجائش نہیں۔ پہلے بجٹ بڑھوائیے۔',
    },
  },
}
