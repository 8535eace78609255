/** What is refused about budgets, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { BudgetRefusal } from './budget.ts'

export const BUDGETS_PROBLEMS: ProblemTable<BudgetRefusal> = {
  budget_unknown: {
    status: 404,
    title: { en: 'No such budget', ur: 'ایسا کوئی بجٹ نہیں' },
    sentence: {
      en: () => 'There is no budget of that number. Check the number.',
      ur: () => 'اس نمبر کا کوئی بجٹ نہیں۔ نمبر دیکھ لیجیے۔',
    },
  },
  budget_change_open: {
    status: 409,
    title: { en: 'Terms wait already', ur: 'شرائط پہلے سے زیرِ غور ہیں' },
    sentence: {
      en: ({ number }) =>
        `Terms of budget ${number} wait for a second officer. Let them be approved or declined first.`,
      ur: ({ number }) =>
        `بجٹ \u2066${number}\u2069 کی شرائط دوسرے افسر کی منظوری کی منتظر ہیں۔ پہلے انہیں منظور یا نامنظور ہونے دیجیے۔`,
    },
  },
  budget_change_decided: {
    status: 409,
    title: { en: 'Nothing waits', ur: 'کچھ زیرِ غور نہیں' },
    sentence: {
      en: ({ number }) => `No terms of budget ${number} wait for a second officer. Look at its page again.`,
      ur: ({ number }) =>
        `بجٹ \u2066${number}\u2069 کی کوئی شرائط دوسرے افسر کی منتظر نہیں۔ اس کا صفحہ دوبارہ دیکھ لیجیے۔`,
    },
  },
  own_budget: {
    status: 403,
    title: { en: 'Proposed by yourself', ur: 'آپ ہی کی تجویز' },
    sentence: {
      en: () => 'You proposed these terms. Another officer approves or declines them.',
      ur: () => 'یہ شرائط آپ نے تجویز کیں۔ انہیں کوئی دوسرا افسر منظور یا نامنظور کرتا ہے۔',
    },
  },
  budget_other_than_shown: {
    status: 409,
    title: { en: 'Other than shown', ur: 'دکھائی گئی شرائط سے مختلف' },
    sentence: {
      en: () => 'These terms are not those that you were shown. Look at the page again, then approve.',
      ur: () => 'یہ وہ شرائط نہیں جو آپ کو دکھائی گئی تھیں۔ صفحہ دوبارہ دیکھ کر منظور کیجیے۔',
    },
  },
  budget_below_reserved: {
    status: 409,
    title: { en: 'Less than is reserved', ur: 'مختص رقم سے کم' },
    sentence: {
      en: ({ reserved, currency }) =>
        `${currency} ${reserved} is reserved already, and these terms allow less. Propose at least that much.`,
      ur: ({ reserved, currency }) =>
        `\u2066${currency} ${reserved}\u2069 پہلے ہی مختص ہے اور یہ شرائط اس سے کم کی اجازت دیتی ہیں۔ کم از کم اتنی رقم تجویز کیجیے۔`,
    },
  },
  budget_not_shared: {
    status: 422,
    title: { en: 'Not shared among claims', ur: 'تقسیم والا بجٹ نہیں' },
    sentence: {
      en: () => 'Only a budget that is shared pro rata is distributed. Choose pro rata, or do not distribute.',
      ur: () => 'صرف متناسب تقسیم والا بجٹ بانٹا جاتا ہے۔ متناسب تقسیم چنیے، یا تقسیم نہ کیجیے۔',
    },
  },
  budget_year_unfit: {
    status: 422,
    title: { en: 'No such year', ur: 'ایسا کوئی سال نہیں' },
    sentence: {
      en: ({ year, next }) => `${year} is no year. Write ${next}, or the year that is meant.`,
      ur: ({ year, next }) => `\u2066${year}\u2069 کوئی سال نہیں۔ \u2066${next}\u2069 لکھیے، یا وہ سال جو مراد ہے۔`,
    },
  },
  interest_incomplete: {
    status: 422,
    title: { en: 'Rate or days are missing', ur: 'شرح یا دن درج نہیں' },
    sentence: {
      en: () => 'Interest needs both its rate and the days of the year. Write both, or neither.',
      ur: () => 'سود کے لیے شرح اور سال کے دن دونوں درکار ہیں۔ دونوں لکھیے، یا کوئی بھی نہیں۔',
    },
  },
}
