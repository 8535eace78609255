/** What this slice refuses, in words. */
import { displayDayText } from '@maqami/engine/explain/display.ts'
import type { ProblemTable } from '../kernel/problem.ts'
import type { CandidateRefusal } from './candidate.ts'
import { commitmentWordsOf } from './commitment-words.ts'
import type { PromiseRefusal } from './promise.ts'

const EN = commitmentWordsOf('en')
const UR = commitmentWordsOf('ur')

export const COMMITMENTS_PROBLEMS: ProblemTable<CandidateRefusal | PromiseRefusal> = {
  candidate_unknown: {
    status: 404,
    title: { en: 'No such candidate', ur: 'ایسا کوئی امیدوار نہیں' },
    sentence: {
      en: () => 'There is no candidate with this number. Check the address.',
      ur: () => 'اس نمبر کا کوئی امیدوار نہیں۔ پتہ دیکھ لیجیے۔',
    },
  },
  candidate_country: {
    status: 422,
    title: { en: 'No such country', ur: 'ایسا کوئی ملک نہیں' },
    sentence: {
      en: ({ found }) => `No country has the letters '${found}'. Write them as in CN.`,
      ur: ({ found }) => `'\u2068${found}\u2069' کسی ملک کے حروف نہیں۔ یوں لکھیے: \u2066CN\u2069۔`,
    },
  },
  candidate_classes: {
    status: 422,
    title: { en: 'Which components?', ur: 'کون سے پرزے؟' },
    sentence: {
      en: () => 'A maker of components makes at least one class, and each is named once.',
      ur: () => 'پرزہ ساز کم از کم ایک قسم کا پرزہ بناتا ہے، اور ہر قسم ایک بار لکھی جاتی ہے۔',
    },
  },
  candidate_over: {
    status: 409,
    title: { en: 'There is no next step', ur: 'آگے کوئی قدم نہیں' },
    sentence: {
      en: ({ stage }) => `Its stage is “${EN.stages[stage]}”, the last one. Enter it anew if it comes again.`,
      ur: ({ stage }) => `اس کا مرحلہ “${UR.stages[stage]}” ہے، جو آخری ہے۔ دوبارہ آئے تو نیا اندراج کیجیے۔`,
    },
  },
  candidate_backwards: {
    status: 422,
    title: { en: 'It has come further', ur: 'وہ آگے پہنچ چکا ہے' },
    sentence: {
      en: ({ stage, happened_on }) =>
        `It has been at “${EN.stages[stage]}” since ${displayDayText(happened_on, 'en')}. Give this stage or a later one, and no earlier day.`,
      ur: ({ stage, happened_on }) =>
        `وہ ${displayDayText(happened_on, 'ur')} سے “${UR.stages[stage]}” پر ہے۔ یہی یا اگلا مرحلہ دیجیے، اور تاریخ اس سے پہلے کی نہ ہو۔`,
    },
  },
  candidate_ahead: {
    status: 422,
    title: { en: 'Not yet', ur: 'ابھی نہیں' },
    sentence: {
      en: ({ today }) => `Give the day on which it came so far, no later than ${displayDayText(today, 'en')}.`,
      ur: ({ today }) => `وہ تاریخ دیجیے جب یہاں تک پہنچا، جو ${displayDayText(today, 'ur')} کے بعد کی نہ ہو۔`,
    },
  },
  next_step_half: {
    status: 422,
    title: { en: 'Half a next step', ur: 'ادھورا اگلا قدم' },
    sentence: {
      en: () => 'A next step has a day, and a day has a next step. Give both or neither.',
      ur: () => 'اگلے قدم کی تاریخ ہوتی ہے اور تاریخ کا اگلا قدم۔ دونوں دیجیے یا دونوں چھوڑیے۔',
    },
  },
  next_step_missing: {
    status: 422,
    title: { en: 'What is next?', ur: 'آگے کیا ہے؟' },
    sentence: {
      en: () => 'Until it operates or withdraws, somebody does something next. Say what, and by when.',
      ur: () => 'جب تک پیداوار شروع نہ ہو یا وہ دست بردار نہ ہو، کچھ نہ کچھ آگے ہوتا ہے۔ بتائیے کیا اور کب تک۔',
    },
  },
  candidate_owner: {
    status: 422,
    title: { en: 'Who looks after it?', ur: 'ذمہ دار کون؟' },
    sentence: {
      en: () => 'The owner is an officer of this authority. Choose one.',
      ur: () => 'ذمہ دار اسی مقتدرہ کا افسر ہوتا ہے۔ کسی ایک کو چنیے۔',
    },
  },
  promise_unknown: {
    status: 404,
    title: { en: 'No such promise', ur: 'ایسا کوئی وعدہ نہیں' },
    sentence: {
      en: () => 'There is no promise with this number. Check the address.',
      ur: () => 'اس نمبر کا کوئی وعدہ نہیں۔ پتہ دیکھ لیجیے۔',
    },
  },
  promise_amount: {
    status: 422,
    title: { en: 'That is no amount of its kind', ur: 'یہ اس قسم کی مقدار نہیں' },
    sentence: {
      en: ({ wants }) =>
        ({
          money: 'It is a sum of money over zero, with its currency.',
          people: 'It is a whole number of people over zero, without a currency.',
          nothing: 'A transfer of technology has neither amount nor currency. Leave both out.',
        })[wants],
      ur: ({ wants }) =>
        ({
          money: 'یہ صفر سے زیادہ رقم ہوتی ہے، کرنسی کے ساتھ۔',
          people: 'یہ افراد کی پوری تعداد ہوتی ہے، صفر سے زیادہ، کرنسی کے بغیر۔',
          nothing: 'ٹیکنالوجی کی منتقلی کی نہ مقدار ہوتی ہے نہ کرنسی۔ دونوں خالی چھوڑیے۔',
        })[wants],
    },
  },
  promise_provision: {
    status: 422,
    title: { en: 'No such provision', ur: 'ایسی کوئی شق نہیں' },
    sentence: {
      en: ({ programme }) =>
        programme === null
          ? 'A provision belongs to a programme. Name both or neither.'
          : `The law in force of '${programme}' has no provision of this name. Name both or neither.`,
      ur: ({ programme }) =>
        programme === null
          ? 'شق کسی پروگرام کی ہوتی ہے۔ دونوں لکھیے یا دونوں چھوڑیے۔'
          : `'\u2066${programme}\u2069' کے نافذ قانون میں اس نام کی شق نہیں۔ دونوں لکھیے یا دونوں چھوڑیے۔`,
    },
  },
  promise_document: {
    status: 422,
    title: { en: 'No such document', ur: 'ایسی کوئی دستاویز نہیں' },
    sentence: {
      en: () => 'Hand in the file first, and name it by what was answered.',
      ur: () => 'پہلے فائل جمع کرائیے، پھر جواب میں ملنے والا نام دیجیے۔',
    },
  },
  realisation_ahead: {
    status: 422,
    title: { en: 'Not seen yet', ur: 'ابھی دیکھا نہیں گیا' },
    sentence: {
      en: ({ today }) => `Give the day on which it was seen, no later than ${displayDayText(today, 'en')}.`,
      ur: ({ today }) => `وہ تاریخ دیجیے جب دیکھا گیا، جو ${displayDayText(today, 'ur')} کے بعد کی نہ ہو۔`,
    },
  },
}
