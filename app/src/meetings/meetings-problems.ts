/** What this slice refuses, in words. */
import { displayDayText } from '@maqami/engine/explain/display.ts'
import type { ProblemTable } from '../kernel/problem.ts'
import type { MeetingRefusal } from './meeting.ts'
import type { MilestoneRefusal } from './milestone.ts'

export const MEETINGS_PROBLEMS: ProblemTable<MeetingRefusal | MilestoneRefusal> = {
  meeting_unknown: {
    status: 404,
    title: { en: 'No such meeting', ur: 'ایسا کوئی اجلاس نہیں' },
    sentence: {
      en: () => 'There is no meeting with this number. Check the address.',
      ur: () => 'اس نمبر کا کوئی اجلاس نہیں۔ پتہ دیکھ لیجیے۔',
    },
  },
  meeting_ahead: {
    status: 422,
    title: { en: 'It has not been held', ur: 'ابھی ہوا نہیں' },
    sentence: {
      en: ({ today }) =>
        `Minutes are of a meeting that was held. Give a day no later than ${displayDayText(today, 'en')}.`,
      ur: ({ today }) => `رُوداد ہو چکے اجلاس کی ہوتی ہے۔ ${displayDayText(today, 'ur')} یا اس سے پہلے کی تاریخ دیجیے۔`,
    },
  },
  agenda_item_unknown: {
    status: 422,
    title: { en: 'No such item', ur: 'ایسا کوئی نکتہ نہیں' },
    sentence: {
      en: ({ last }) => `The last item of the agenda is ${last}. Give one of them.`,
      ur: ({ last }) => `ایجنڈے کا آخری نکتہ ${last} ہے۔ انھی میں سے کوئی دیجیے۔`,
    },
  },
  owner_unknown: {
    status: 422,
    title: { en: 'Who answers for it?', ur: 'ذمہ دار کون؟' },
    sentence: {
      en: () => 'The owner is an officer of this authority. Choose one.',
      ur: () => 'ذمہ دار اسی مقتدرہ کا افسر ہوتا ہے۔ کسی ایک کو چنیے۔',
    },
  },
  action_due_early: {
    status: 422,
    title: { en: 'Due before it was agreed', ur: 'طے ہونے سے پہلے کی تاریخ' },
    sentence: {
      en: ({ held_on }) => `The meeting was on ${displayDayText(held_on, 'en')}. Give that day or a later one.`,
      ur: ({ held_on }) => `اجلاس ${displayDayText(held_on, 'ur')} کو ہوا۔ یہ یا اس کے بعد کی تاریخ دیجیے۔`,
    },
  },
  action_unknown: {
    status: 404,
    title: { en: 'No such action', ur: 'ایسا کوئی کام نہیں' },
    sentence: {
      en: () => 'There is no action of this name. Open it from its meeting.',
      ur: () => 'اس نام کا کوئی کام نہیں۔ اسے اس کے اجلاس سے کھولیے۔',
    },
  },
  action_done: {
    status: 409,
    title: { en: 'It is done already', ur: 'پہلے ہی مکمل ہے' },
    sentence: {
      en: () => 'Somebody has said that this action is done. Its meeting says who does what.',
      ur: () => 'بتایا جا چکا ہے کہ یہ کام مکمل ہے۔ تفصیل اجلاس کے صفحے پر ہے۔',
    },
  },
  not_owner: {
    status: 403,
    title: { en: 'Not yours to say', ur: 'یہ آپ کے کہنے کی بات نہیں' },
    sentence: {
      en: () => 'Its owner says that an action is done, or the officer who wrote it down.',
      ur: () => 'کام کے مکمل ہونے کی خبر اس کا ذمہ دار دیتا ہے، یا وہ افسر جس نے اسے درج کیا۔',
    },
  },
  milestone_unknown: {
    status: 422,
    title: { en: 'No such milestone', ur: 'ایسا کوئی سنگِ میل نہیں' },
    sentence: {
      en: () => 'Name milestones that are in the plan.',
      ur: () => 'وہی سنگِ میل لکھیے جو منصوبے میں ہوں۔',
    },
  },
  milestone_order: {
    status: 422,
    title: { en: 'Before what it waits for', ur: 'جس کا منتظر ہے اس سے پہلے' },
    sentence: {
      en: ({ number, due_on }) =>
        `${number}, which comes before, has until ${displayDayText(due_on, 'en')}. Give that day or a later one.`,
      ur: ({ number, due_on }) =>
        `اس سے پہلے \u2066${number}\u2069 ہے، جس کی آخری تاریخ ${displayDayText(due_on, 'ur')} ہے۔ یہ یا اس کے بعد کی تاریخ دیجیے۔`,
    },
  },
  milestone_reached: {
    status: 409,
    title: { en: 'It is reached already', ur: 'پہلے ہی حاصل ہے' },
    sentence: {
      en: () => 'Somebody has said that this milestone is reached. The plan says when.',
      ur: () => 'بتایا جا چکا ہے کہ یہ سنگِ میل حاصل ہو گیا۔ تاریخ منصوبے میں درج ہے۔',
    },
  },
  milestone_waits: {
    status: 409,
    title: { en: 'Another comes before', ur: 'پہلے ایک اور ہے' },
    sentence: {
      en: ({ number }) => `${number} comes before and is not reached. Say first that it is.`,
      ur: ({ number }) => `اس سے پہلے \u2066${number}\u2069 ہے جو ابھی حاصل نہیں ہوا۔ پہلے اس کے بارے میں بتائیے۔`,
    },
  },
  milestone_not_owner: {
    status: 403,
    title: { en: 'Not yours to say', ur: 'یہ آپ کے کہنے کی بات نہیں' },
    sentence: {
      en: () => 'Its owner says that a milestone is reached, or the officer who planned it.',
      ur: () => 'سنگِ میل کے حاصل ہونے کی خبر اس کا ذمہ دار دیتا ہے، یا وہ افسر جس نے اسے شامل کیا۔',
    },
  },
  milestone_ahead: {
    status: 422,
    title: { en: 'Not reached yet', ur: 'ابھی حاصل نہیں ہوا' },
    sentence: {
      en: ({ today }) => `Give the day on which it was reached, no later than ${displayDayText(today, 'en')}.`,
      ur: ({ today }) => `حاصل ہونے کی تاریخ دیجیے، جو ${displayDayText(today, 'ur')} کے بعد کی نہ ہو۔`,
    },
  },
}
