/** What this slice refuses, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { AppealRefusal } from './appeal.ts'

export const APPEALS_PROBLEMS: ProblemTable<AppealRefusal> = {
  appeal_unknown: {
    status: 404,
    title: { en: 'No such appeal', ur: 'ایسی کوئی اپیل نہیں' },
    sentence: {
      en: () => 'There is no appeal here that you may see. Check the address.',
      ur: () => 'یہاں ایسی کوئی اپیل نہیں جسے آپ دیکھ سکیں۔ پتہ دیکھ لیجیے۔',
    },
  },
  not_appealable: {
    status: 409,
    title: { en: 'Nothing to appeal against', ur: 'اس کے خلاف اپیل نہیں ہو سکتی' },
    sentence: {
      en: ({ number }) =>
        `There is no determination ${number} about your firm that stands against it. A restoration, and what was replaced or quashed, is not appealed. Look under Determinations.`,
      ur: ({ number }) =>
        `آپ کی فرم کے خلاف \u2066${number}\u2069 نمبر کا کوئی مؤثر فیصلہ نہیں۔ بحالی کے حکم، یا اُس فیصلے کے خلاف اپیل نہیں ہوتی جس کی جگہ نیا فیصلہ آ چکا ہو یا جو کالعدم ہو۔ فیصلوں کی فہرست دیکھیے۔`,
    },
  },
  appealed_already: {
    status: 409,
    title: { en: 'Appealed already', ur: 'اپیل پہلے ہی موجود ہے' },
    sentence: {
      en: ({ number }) => `There is appeal ${number} against this determination. Go on with that one.`,
      ur: ({ number }) => `اس فیصلے کے خلاف اپیل \u2066${number}\u2069 موجود ہے۔ اسی کو آگے بڑھائیے۔`,
    },
  },
  late_without_reason: {
    status: 422,
    title: { en: 'The time to appeal is over', ur: 'اپیل کی میعاد گزر چکی' },
    sentence: {
      en: ({ ends_on }) =>
        `The last day to appeal was ${ends_on}. Prepare the appeal with the reason why it is late: who decides it decides also whether it is heard.`,
      ur: ({ ends_on }) =>
        `اپیل کا آخری دن \u2066${ends_on}\u2069 تھا۔ تاخیر کی وجہ لکھ کر اپیل تیار کیجیے: سماعت ہو گی یا نہیں، یہ بھی وہی طے کرے گا جو اپیل کا فیصلہ کرتا ہے۔`,
    },
  },
  appeal_filed: {
    status: 409,
    title: { en: 'Filed already', ur: 'اپیل دائر ہو چکی' },
    sentence: {
      en: ({ number }) => `${number} is filed and signed, or was taken back. Nothing of it can be changed.`,
      ur: ({ number }) =>
        `\u2066${number}\u2069 دستخط کے ساتھ دائر ہو چکی ہے یا واپس لی جا چکی ہے۔ اس میں تبدیلی نہیں ہو سکتی۔`,
    },
  },
  appeal_not_filed: {
    status: 409,
    title: { en: 'Not filed yet', ur: 'ابھی دائر نہیں ہوئی' },
    sentence: {
      en: ({ number }) => `${number} is prepared, and not filed. A signatory files it first.`,
      ur: ({ number }) => `\u2066${number}\u2069 تیار ہے مگر دائر نہیں ہوئی۔ پہلے دستخط کا مجاز اسے دائر کرے۔`,
    },
  },
  appeal_over: {
    status: 409,
    title: { en: 'The appeal is over', ur: 'اپیل نمٹ چکی ہے' },
    sentence: {
      en: ({ number }) => `${number} was decided or withdrawn. Its page says when, and why.`,
      ur: ({ number }) =>
        `\u2066${number}\u2069 کا فیصلہ ہو چکا یا وہ واپس لی جا چکی ہے۔ کب اور کیوں، اس کے صفحے پر درج ہے۔`,
    },
  },
  evidence_enough: {
    status: 409,
    title: { en: 'Enough files', ur: 'فائلیں کافی ہیں' },
    sentence: {
      en: ({ most }) => `An appeal takes ${most} files at most. Join several into one.`,
      ur: ({ most }) =>
        `ایک اپیل کے ساتھ زیادہ سے زیادہ \u2066${most}\u2069 فائلیں لگ سکتی ہیں۔ چند کو ملا کر ایک کر لیجیے۔`,
    },
  },
  appeal_changed: {
    status: 409,
    title: { en: 'Something else was shown', ur: 'دکھایا کچھ اور گیا تھا' },
    sentence: {
      en: () => 'A file was added since the appeal was shown to you. Look at it again, then sign.',
      ur: () => 'اپیل دیکھنے کے بعد اس میں فائل شامل ہوئی ہے۔ دوبارہ دیکھ کر دستخط کیجیے۔',
    },
  },
  decider_took_part: {
    status: 403,
    title: { en: 'Somebody else decides', ur: 'فیصلہ کوئی اور کرتا ہے' },
    sentence: {
      en: ({ number }) =>
        `You prepared or approved ${number}, or served notice of it. An appeal is decided by somebody who took no part.`,
      ur: ({ number }) =>
        `\u2066${number}\u2069 کی تیاری، منظوری یا نوٹس کی تعمیل آپ نے کی تھی۔ اپیل کا فیصلہ وہ کرتا ہے جو اس میں شریک نہ تھا۔`,
    },
  },
  decider_replied: {
    status: 403,
    title: { en: 'Somebody else decides', ur: 'فیصلہ کوئی اور کرتا ہے' },
    sentence: {
      en: ({ number }) =>
        `You replied to the appeal ${number} for the authority. An appeal is decided by somebody who has argued for neither side.`,
      ur: ({ number }) =>
        `اپیل \u2066${number}\u2069 کا جواب ادارے کی طرف سے آپ نے دیا تھا۔ اپیل کا فیصلہ وہ کرتا ہے جس نے کسی فریق کی طرف سے مؤقف نہ دیا ہو۔`,
    },
  },
  not_condoned: {
    status: 409,
    title: { en: 'Filed late', ur: 'میعاد کے بعد دائر ہوئی' },
    sentence: {
      en: ({ number }) => `${number} was filed after the last day. Decide first whether it is heard all the same.`,
      ur: ({ number }) =>
        `\u2066${number}\u2069 آخری دن کے بعد دائر ہوئی۔ پہلے طے کیجیے کہ تاخیر معاف کر کے سماعت ہو گی یا نہیں۔`,
    },
  },
  not_late: {
    status: 409,
    title: { en: 'Nothing to condone', ur: 'معافی کی ضرورت نہیں' },
    sentence: {
      en: ({ number }) => `${number} was filed in time, or its delay is condoned already.`,
      ur: ({ number }) => `\u2066${number}\u2069 میعاد کے اندر دائر ہوئی تھی، یا اس کی تاخیر معاف ہو چکی ہے۔`,
    },
  },
  stay_applied_already: {
    status: 409,
    title: { en: 'Applied for already', ur: 'درخواست پہلے ہی موجود ہے' },
    sentence: {
      en: ({ number }) => `A stay is applied for or in force in ${number}.`,
      ur: ({ number }) => `\u2066${number}\u2069 میں حکمِ امتناع کی درخواست زیرِ غور ہے یا حکم جاری ہے۔`,
    },
  },
  no_stay_applied: {
    status: 409,
    title: { en: 'Nobody applied for a stay', ur: 'حکمِ امتناع کی درخواست نہیں' },
    sentence: {
      en: ({ number }) => `No application for a stay waits in ${number}.`,
      ur: ({ number }) => `\u2066${number}\u2069 میں حکمِ امتناع کی کوئی درخواست زیرِ غور نہیں۔`,
    },
  },
  no_stay: {
    status: 409,
    title: { en: 'There is no stay', ur: 'حکمِ امتناع جاری نہیں' },
    sentence: {
      en: ({ number }) => `No stay is in force in ${number}, so none can end.`,
      ur: ({ number }) => `\u2066${number}\u2069 میں کوئی حکمِ امتناع جاری نہیں جسے ختم کیا جائے۔`,
    },
  },
  stay_day: {
    status: 422,
    title: { en: 'That day has passed', ur: 'یہ دن گزر چکا' },
    sentence: {
      en: ({ day, today }) => `A stay until ${day} would be over: today is ${today}. Give a later day, or none.`,
      ur: ({ day, today }) =>
        `\u2066${day}\u2069 تک کا حکم ختم ہو چکا ہوتا: آج \u2066${today}\u2069 ہے۔ بعد کا دن دیجیے یا خالی چھوڑیے۔`,
    },
  },
  appeal_hearing_day: {
    status: 422,
    title: { en: 'No day for a hearing', ur: 'سماعت کا دن درست نہیں' },
    sentence: {
      en: ({ day, next }) =>
        `${day} is not a working day to come. The next that would do is ${next}; weekends and declared holidays do not.`,
      ur: ({ day, next }) =>
        `\u2066${day}\u2069 آئندہ کا کوئی یومِ کار نہیں۔ اگلا موزوں دن \u2066${next}\u2069 ہے؛ ہفتہ، اتوار اور اعلان شدہ تعطیلات نہیں۔`,
    },
  },
  appeal_hearing_far: {
    status: 422,
    title: { en: 'Too far away', ur: 'دن بہت دور ہے' },
    sentence: {
      en: ({ day, latest }) => `${day} is more than a year away. Fix a working day until ${latest}.`,
      ur: ({ day, latest }) =>
        `\u2066${day}\u2069 ایک سال سے زیادہ دور ہے۔ \u2066${latest}\u2069 تک کا کوئی یومِ کار مقرر کیجیے۔`,
    },
  },
  no_appeal_letter: {
    status: 404,
    title: { en: 'No such letter', ur: 'ایسا کوئی خط نہیں' },
    sentence: {
      en: ({ number }) => `No letter of ${number} stands there to be acknowledged. Look at the inbox again.`,
      ur: ({ number }) => `\u2066${number}\u2069 کا ایسا کوئی خط نہیں جس کی وصولی تسلیم ہو۔ موصولہ خطوط دوبارہ دیکھیے۔`,
    },
  },
  letter_acknowledged: {
    status: 409,
    title: { en: 'Acknowledged already', ur: 'وصولی پہلے ہی تسلیم ہو چکی ہے' },
    sentence: {
      en: ({ number }) => `This letter of ${number} is acknowledged already. Nothing more is to be done.`,
      ur: ({ number }) => `\u2066${number}\u2069 کے اس خط کی وصولی پہلے ہی تسلیم ہو چکی ہے۔ مزید کچھ کرنا ضروری نہیں۔`,
    },
  },
  no_appeal_hearing: {
    status: 409,
    title: { en: 'No hearing is fixed', ur: 'کوئی سماعت مقرر نہیں' },
    sentence: {
      en: ({ number }) => `No hearing is fixed in ${number}. Fix one first.`,
      ur: ({ number }) => `\u2066${number}\u2069 میں کوئی سماعت مقرر نہیں۔ پہلے تاریخ مقرر کیجیے۔`,
    },
  },
  appeal_hearing_not_yet: {
    status: 409,
    title: { en: 'Not held yet', ur: 'سماعت ابھی نہیں ہوئی' },
    sentence: {
      en: ({ day }) => `The hearing is fixed to ${day}. Record it on that day or after.`,
      ur: ({ day }) => `سماعت \u2066${day}\u2069 کو مقرر ہے۔ اس کی روداد اسی دن یا بعد میں درج کیجیے۔`,
    },
  },
  nothing_varied: {
    status: 422,
    title: { en: 'Nothing is varied', ur: 'کوئی ترمیم نہیں' },
    sentence: {
      en: () => 'Say of one finding at least what is less of it; else uphold the determination.',
      ur: () => 'کم از کم ایک نکتے میں کمی بتائیے؛ ورنہ فیصلہ برقرار رکھیے۔',
    },
  },
  nothing_left: {
    status: 422,
    title: { en: 'Nothing would be left', ur: 'کچھ باقی نہیں رہے گا' },
    sentence: {
      en: () => 'Every finding would fall. Quash the determination instead.',
      ur: () => 'اس طرح کوئی نکتہ باقی نہیں رہے گا۔ اس کے بجائے فیصلہ کالعدم قرار دیجیے۔',
    },
  },
  not_lesser: {
    status: 422,
    title: { en: 'Not less than was determined', ur: 'یہ فیصلے سے کم نہیں' },
    sentence: {
      en: ({ finding }) =>
        `${finding}: an appeal never makes it worse for the firm, and what is due to it is computed. Give a smaller amount or a later day, drop the finding, or remand.`,
      ur: ({ finding }) =>
        `\u2066${finding}\u2069: اپیل سے فرم کا حال بدتر نہیں ہوتا، اور جو اسے ملنا ہے وہ حساب سے نکلتا ہے۔ کم رقم یا بعد کا دن دیجیے، نکتہ ساقط کیجیے، یا معاملہ واپس بھیجیے۔`,
    },
  },
  no_order_drafted: {
    status: 409,
    title: { en: 'No order to sign', ur: 'دستخط کے لیے کوئی حکم نہیں' },
    sentence: {
      en: () => 'Write the order first; you then see what follows from it, and sign that.',
      ur: () => 'پہلے حکم لکھیے؛ پھر آپ دیکھیں گے کہ اس سے کیا ہو گا، اور اسی پر دستخط کریں گے۔',
    },
  },
  order_changed: {
    status: 409,
    title: { en: 'Something else would follow', ur: 'نتیجہ اب مختلف ہے' },
    sentence: {
      en: () => 'What follows from the order is not what was shown any more. Look at it again, then sign.',
      ur: () => 'حکم کا نتیجہ اب وہ نہیں جو دکھایا گیا تھا۔ دوبارہ دیکھ کر دستخط کیجیے۔',
    },
  },
}
