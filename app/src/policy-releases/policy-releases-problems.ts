/** What this slice refuses, in words. */
import { type ProblemTable, quotedEnglish } from '../kernel/problem.ts'
import type { NotInForce, ReleaseRefusal } from './policy-release.ts'

export const POLICY_RELEASES_PROBLEMS: ProblemTable<ReleaseRefusal | NotInForce> = {
  release_unknown: {
    status: 404,
    title: { en: 'No such release', ur: 'ایسا کوئی اجرا نہیں' },
    sentence: {
      en: () => 'There is no release of that name that you may see. Look at the list of releases.',
      ur: () => 'اس نام کا کوئی اجرا نہیں جسے آپ دیکھ سکیں۔ اجرا کی فہرست دیکھیے۔',
    },
  },
  release_approved: {
    status: 409,
    title: { en: 'Approved already', ur: 'پہلے سے منظور شدہ' },
    sentence: {
      en: () => 'This release has been approved and does not change any more. Propose another one.',
      ur: () => 'یہ اجرا منظور ہو چکا ہے اور اب نہیں بدلتا۔ نیا اجرا تجویز کیجیے۔',
    },
  },
  release_declined: {
    status: 409,
    title: { en: 'Declined or withdrawn', ur: 'نامنظور یا واپس لیا گیا' },
    sentence: {
      en: () => 'This release was declined or withdrawn, and nothing more is decided about it. Propose another one.',
      ur: () =>
        'یہ اجرا نامنظور ہو چکا یا واپس لیا جا چکا ہے، اور اس پر اب کوئی فیصلہ نہیں ہوتا۔ نیا اجرا تجویز کیجیے۔',
    },
  },
  other_proposal: {
    status: 403,
    title: { en: 'Somebody else proposed it', ur: 'تجویز کسی اور کی ہے' },
    sentence: {
      en: () => 'Only the officer who proposed a release withdraws it. You may decline it instead.',
      ur: () => 'تجویز وہی افسر واپس لیتا ہے جس نے دی ہو۔ آپ اسے نامنظور کر سکتے ہیں۔',
    },
  },
  own_proposal: {
    status: 403,
    title: { en: 'Another officer decides', ur: 'فیصلہ دوسرا افسر کرتا ہے' },
    sentence: {
      en: () => 'You proposed this release, so somebody else must approve or decline it. You may withdraw it.',
      ur: () =>
        'یہ اجرا آپ نے تجویز کیا تھا، اس لیے منظوری یا نامنظوری کسی اور افسر کا کام ہے۔ آپ تجویز واپس لے سکتے ہیں۔',
    },
  },
  effect_not_shown: {
    status: 409,
    title: { en: 'What it changes was not shown', ur: 'اثرات دکھائے نہیں گئے' },
    sentence: {
      en: () =>
        'A release is approved over what it changes for each firm, computed to the end and shown for exactly this proposal. Have it computed, look at it, and approve it there.',
      ur: () =>
        'اجرا اسی وقت منظور ہوتا ہے جب ٹھیک اسی تجویز کے لیے ہر فرم پر اس کے اثرات آخر تک نکالے اور دکھائے جا چکے ہوں۔ اثرات نکلوائیے، دیکھیے، اور وہیں منظور کیجیے۔',
    },
  },
  effect_unknown: {
    status: 404,
    title: { en: 'Nothing computed yet', ur: 'ابھی کچھ نہیں نکالا گیا' },
    sentence: {
      en: () => 'What this release changes for whom has not been computed yet. Have it computed first.',
      ur: () => 'اس اجرا سے کس کے لیے کیا بدلتا ہے، یہ ابھی نہیں نکالا گیا۔ پہلے اسے نکلوائیے۔',
    },
  },
  no_law_before: {
    status: 409,
    title: { en: 'There is no law before it', ur: 'اس سے پہلے کوئی قانون نہیں' },
    sentence: {
      en: () => 'No release of this programme is approved yet, so nobody has filed under it and nothing can change.',
      ur: () =>
        'اس پروگرام کا کوئی اجرا ابھی منظور نہیں ہوا، اس لیے اس کے تحت کسی نے گوشوارہ داخل نہیں کیا اور کچھ بدل نہیں سکتا۔',
    },
  },
  release_broken: {
    status: 422,
    title: { en: 'The files do not load', ur: 'فائلیں نہیں کھلتیں' },
    sentence: {
      en: ({ problems }) => `Put this right and propose it again: ${problems.slice(0, 20).join(' ')}`,
      ur: ({ problems }) => `یہ درست کر کے دوبارہ تجویز کیجیے۔ ${quotedEnglish(problems.slice(0, 20))}`,
    },
  },
  release_late: {
    status: 409,
    title: { en: 'Older than the law in force', ur: 'نافذ قانون سے پرانا' },
    sentence: {
      en: ({ effective_on, last }) =>
        `It would be in force from ${effective_on}, but a release from ${last} is approved already. Propose it from that day or later.`,
      ur: ({ effective_on, last }) =>
        `یہ \u2066${effective_on}\u2069 سے نافذ ہوتا، مگر \u2066${last}\u2069 کا اجرا پہلے سے منظور ہے۔ اسی دن یا بعد سے تجویز کیجیے۔`,
    },
  },
  no_release_in_force: {
    status: 409,
    title: { en: 'No law in force', ur: 'کوئی قانون نافذ نہیں' },
    sentence: {
      en: ({ programme, day }) =>
        `No release of ${programme} is in force on ${day}. A policy officer publishes releases.`,
      ur: ({ programme, day }) =>
        `\u2066${day}\u2069 کو ${programme} کا کوئی اجرا نافذ نہیں۔ اجرا پالیسی افسر شائع کرتا ہے۔`,
    },
  },
}
