/** What this slice refuses, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { DeterminationKind, DeterminationRefusal, SanctionBar } from './determination.ts'
import type { Standing } from './standing.ts'

const NOTHING: Readonly<Record<DeterminationKind, { readonly en: string; readonly ur: string }>> = {
  failure: {
    en: 'No requirement is missed in this assessment.',
    ur: 'اس تشخیص میں کوئی شرط ایسی نہیں جو پوری نہ ہوئی ہو۔',
  },
  entitlement: {
    en: 'Nothing is due to the firm or from it in this assessment.',
    ur: 'اس تشخیص میں فرم کو یا فرم سے کچھ واجب نہیں۔',
  },
  sanction: {
    en: 'No sanction has effect on the day of this assessment: notice and time to cure come first.',
    ur: 'تشخیص کے دن کوئی سزا مؤثر نہیں: پہلے نوٹس اور تلافی کی مہلت ہے۔',
  },
  restoration: {
    en: 'No cure has been recorded. Record it with the notice first.',
    ur: 'کوتاہی دور ہونے کا کوئی اندراج نہیں۔ پہلے نوٹس کے ساتھ اس کا اندراج کیجیے۔',
  },
}

const STANDINGS: Readonly<Record<Standing, { readonly en: string; readonly ur: string }>> = {
  in_effect: { en: 'It has effect.', ur: 'وہ مؤثر ہے۔' },
  stayed: { en: 'It is stayed.', ur: 'اس پر عمل درآمد معطل ہے۔' },
  superseded: { en: 'A later one took its place.', ur: 'اس کی جگہ بعد کا فیصلہ آ چکا ہے۔' },
  quashed: { en: 'It was quashed.', ur: 'وہ کالعدم قرار دیا جا چکا ہے۔' },
}

const BARS: Readonly<Record<SanctionBar, Readonly<Record<'en' | 'ur', string>>>> = {
  not_served: {
    en: 'Notice of the failure has not been served: issue it, and record the proof of service. No time runs before.',
    ur: 'کوتاہی کے نوٹس کی تعمیل نہیں ہوئی: نوٹس جاری کیجیے اور تعمیل کا ثبوت درج کیجیے۔ اس سے پہلے کوئی مہلت شروع نہیں ہوتی۔',
  },
  time_to_cure_runs: {
    en: 'The time to cure still runs. Its last day stands on the page of the notice.',
    ur: 'تلافی کی مہلت ابھی جاری ہے۔ اس کا آخری دن نوٹس کے صفحے پر درج ہے۔',
  },
  time_to_answer_runs: {
    en: 'The time to answer the notice still runs. Its last day stands on the page of the notice.',
    ur: 'نوٹس کے جواب کی مہلت ابھی جاری ہے۔ اس کا آخری دن نوٹس کے صفحے پر درج ہے۔',
  },
  cured_in_time: {
    en: 'The failure was cured in time, so that no sanction follows from it.',
    ur: 'کوتاہی مہلت کے اندر دور ہو گئی، اس لیے اس پر کوئی تادیبی کارروائی نہیں ہوتی۔',
  },
  answer_not_considered: {
    en: 'The firm answered in time and its answer has not been considered. Record on the page of the notice what is made of it.',
    ur: 'فرم نے وقت پر جواب دیا اور اس پر غور درج نہیں ہوا۔ نوٹس کے صفحے پر لکھیے کہ اس جواب پر کیا رائے قائم ہوئی۔',
  },
  hearing_not_held: {
    en: 'A hearing is fixed and has not been held. Hold it and record it, or adjourn it, on the page of the notice.',
    ur: 'سماعت مقرر ہے اور ابھی نہیں ہوئی۔ نوٹس کے صفحے پر اسے درج یا ملتوی کیجیے۔',
  },
  time_not_decided: {
    en: 'More time was asked for or proposed and two officers have not decided on it. Decide on the page of the notice.',
    ur: 'مزید مہلت مانگی یا تجویز کی گئی ہے اور دو افسروں نے اس پر فیصلہ نہیں کیا۔ نوٹس کے صفحے پر فیصلہ کیجیے۔',
  },
  file_not_disclosed: {
    en: 'The return that was assessed was filed after the file was disclosed to the firm. Disclose it on the page of the notice.',
    ur: 'جس گوشوارے کی تشخیص ہوئی وہ فائل فرم پر ظاہر کیے جانے کے بعد داخل ہوا۔ اسے نوٹس کے صفحے پر ظاہر کیجیے۔',
  },
}

export const DETERMINATIONS_PROBLEMS: ProblemTable<DeterminationRefusal> = {
  determination_unknown: {
    status: 404,
    title: { en: 'No such determination', ur: 'ایسا کوئی فیصلہ نہیں' },
    sentence: {
      en: () => 'There is no determination of that number that you may see. Check the number.',
      ur: () => 'اس نمبر کا کوئی فیصلہ نہیں جسے آپ دیکھ سکیں۔ نمبر دیکھ لیجیے۔',
    },
  },
  subject_unknown: {
    status: 422,
    title: { en: 'Not in the return', ur: 'گوشوارے میں نہیں' },
    sentence: {
      en: ({ subject }) => `The return says nothing of ${subject}. Choose a subject of the assessment.`,
      ur: ({ subject }) => `گوشوارے میں ${subject} کا ذکر نہیں۔ جائزے میں شامل چیز چنیے۔`,
    },
  },
  nothing_to_determine: {
    status: 409,
    title: { en: 'Nothing to determine', ur: 'فیصلے کے لیے کچھ نہیں' },
    sentence: { en: ({ kind }) => NOTHING[kind].en, ur: ({ kind }) => NOTHING[kind].ur },
  },
  determined_already: {
    status: 409,
    title: { en: 'Determined already', ur: 'فیصلہ پہلے سے ہے' },
    sentence: {
      en: ({ number }) => `${number} determines this already. Look at that one.`,
      ur: ({ number }) => `اس پر فیصلہ \u2066${number}\u2069 پہلے سے موجود ہے۔ وہ دیکھیے۔`,
    },
  },
  own_determination: {
    status: 403,
    title: { en: 'Another officer decides', ur: 'فیصلہ دوسرا افسر کرتا ہے' },
    sentence: {
      en: () =>
        'You prepared this determination, so somebody else must approve it or send it back. You may withdraw it.',
      ur: () => 'یہ فیصلہ آپ نے تیار کیا تھا، اس لیے منظوری یا واپسی کسی اور افسر کا کام ہے۔ آپ اسے واپس لے سکتے ہیں۔',
    },
  },
  other_determination: {
    status: 403,
    title: { en: 'Somebody else prepared it', ur: 'کسی اور نے تیار کیا' },
    sentence: {
      en: () => 'Only the officer who prepared a determination withdraws it. An approving officer may send it back.',
      ur: () => 'فیصلے کا مسودہ وہی افسر واپس لیتا ہے جس نے تیار کیا ہو۔ منظوری دینے والا افسر اسے واپس بھیج سکتا ہے۔',
    },
  },
  determination_decided: {
    status: 409,
    title: { en: 'Decided already', ur: 'فیصلہ ہو چکا' },
    sentence: {
      en: ({ number }) => `${number} has been approved, sent back or withdrawn, and does not change any more.`,
      ur: ({ number }) =>
        `\u2066${number}\u2069 منظور ہو چکا، واپس بھیجا جا چکا یا واپس لیا جا چکا ہے، اور اب نہیں بدلتا۔`,
    },
  },
  sanction_barred: {
    status: 409,
    title: { en: 'No sanction yet', ur: 'ابھی تادیبی کارروائی نہیں ہو سکتی' },
    sentence: { en: ({ bar }) => BARS[bar].en, ur: ({ bar }) => BARS[bar].ur },
  },
  follows_nothing: {
    status: 409,
    title: { en: 'Something must come before', ur: 'اس سے پہلے کچھ ہونا ضروری ہے' },
    sentence: {
      en: ({ kind }) =>
        kind === 'restoration'
          ? 'No sanction stands that could be lifted.'
          : 'A sanction follows an approved determination of failure. Prepare and approve that first.',
      ur: ({ kind }) =>
        kind === 'restoration'
          ? 'کوئی سزا نافذ نہیں جو اٹھائی جا سکے۔'
          : 'سزا، کوتاہی کے منظور شدہ فیصلے کے بعد ہوتی ہے۔ پہلے وہ تیار اور منظور کیجیے۔',
    },
  },
  assessment_outdated: {
    status: 409,
    title: { en: 'Another version was filed', ur: 'دوسرا نسخہ داخل ہو چکا' },
    sentence: {
      en: () => 'The return was amended or sent back since this assessment. Assess what stands filed now.',
      ur: () => 'اس تشخیص کے بعد گوشوارے میں ترمیم ہوئی یا وہ واپس ہوا۔ جو نسخہ اب داخل ہے اس کا جائزہ لیجیے۔',
    },
  },
  other_than_shown: {
    status: 409,
    title: { en: 'Not what was shown', ur: 'وہ نہیں جو دکھایا گیا' },
    sentence: {
      en: () => 'It has changed since the page was shown, so nothing was signed. Look at it again and sign then.',
      ur: () => 'صفحہ دکھائے جانے کے بعد یہ بدل گیا، اس لیے دستخط نہیں ہوئے۔ دوبارہ دیکھ کر دستخط کیجیے۔',
    },
  },
  letter_unknown: {
    status: 404,
    title: { en: 'No letter with this number', ur: 'اس نمبر کا کوئی خط نہیں' },
    sentence: {
      en: () => 'No letter was served under this number. Check it against the letter, where it stands beside the date.',
      ur: () => 'اس نمبر سے کوئی خط جاری نہیں ہوا۔ خط پر تاریخ کے ساتھ درج نمبر سے ملا لیجیے۔',
    },
  },
  bundle_unknown: {
    status: 404,
    title: { en: 'No bundle', ur: 'کوئی پیکیج نہیں' },
    sentence: {
      en: ({ number }) =>
        `${number} has no bundle: one is made when a determination is approved. Its letter and its assessment say the same.`,
      ur: ({ number }) =>
        `\u2066${number}\u2069 کا پیکیج موجود نہیں: وہ فیصلے کی منظوری پر بنتا ہے۔ خط اور تشخیص میں وہی باتیں درج ہیں۔`,
    },
  },
  determination_not_approved: {
    status: 409,
    title: { en: 'Not approved', ur: 'منظور شدہ نہیں' },
    sentence: {
      en: ({ number }) => `${number} has not been approved, so it has no effect that could be stayed or quashed.`,
      ur: ({ number }) =>
        `\u2066${number}\u2069 منظور نہیں ہوا، اس لیے اس کا کوئی اثر نہیں جو معطل یا کالعدم کیا جا سکے۔`,
    },
  },
  determination_stayed: {
    status: 409,
    title: { en: 'Stayed', ur: 'عمل درآمد معطل' },
    sentence: {
      en: ({ number }) =>
        `${number} is stayed. Until that is decided, nothing takes its place and nothing follows from it.`,
      ur: ({ number }) =>
        `\u2066${number}\u2069 پر عمل درآمد معطل ہے۔ اس کا تصفیہ ہونے تک نہ کوئی فیصلہ اس کی جگہ لے سکتا ہے نہ اس کی بنیاد پر ہو سکتا ہے۔`,
    },
  },
  took_part: {
    status: 403,
    title: { en: 'Another officer decides', ur: 'فیصلہ دوسرا افسر کرتا ہے' },
    sentence: {
      en: ({ number }) => `You prepared or approved ${number}, so somebody else decides what becomes of it.`,
      ur: ({ number }) =>
        `\u2066${number}\u2069 آپ نے تیار یا منظور کیا تھا، اس لیے اس کے بارے میں حکم کوئی اور افسر دیتا ہے۔`,
    },
  },
  remanded_to_others: {
    status: 403,
    title: { en: 'Others determine it anew', ur: 'ازسرِنو فیصلہ دوسرے افسر کرتے ہیں' },
    sentence: {
      en: ({ number }) =>
        `On appeal ${number} was remanded. You prepared or approved it, so two other officers determine it anew.`,
      ur: ({ number }) =>
        `اپیل میں \u2066${number}\u2069 ازسرِنو فیصلے کے لیے واپس بھیجا گیا۔ آپ اس کی تیاری یا منظوری میں شریک تھے، اس لیے نیا فیصلہ دوسرے دو افسر کریں گے۔`,
    },
  },
  standing_refused: {
    status: 409,
    title: { en: 'That cannot happen to it now', ur: 'اب ایسا نہیں ہو سکتا' },
    sentence: {
      en: ({ number, standing, kind }) =>
        `${number} cannot be ${kind} now. ${STANDINGS[standing].en} Look at what happened to it.`,
      ur: ({ number, standing }) =>
        `\u2066${number}\u2069 کے بارے میں یہ حکم اب نہیں دیا جا سکتا۔ ${STANDINGS[standing].ur} دیکھیے کہ اس کا کیا ہوا۔`,
    },
  },
  restoration_stands: {
    status: 409,
    title: { en: 'A restoration stands', ur: 'بحالی قائم رہتی ہے' },
    sentence: {
      en: ({ number }) =>
        `${number} restores what was suspended, and is neither stayed nor quashed. Determine the failure anew where there is one.`,
      ur: ({ number }) =>
        `\u2066${number}\u2069 بحالی کا حکم ہے؛ وہ نہ معطل ہوتا ہے نہ کالعدم۔ اگر کوتاہی موجود ہو تو اس پر نیا فیصلہ کیجیے۔`,
    },
  },
  less_of_nothing: {
    status: 422,
    title: { en: 'No sanction to lessen', ur: 'کم کرنے کو کوئی سزا نہیں' },
    sentence: {
      en: ({ finding }) =>
        `${finding} is no sanction of this determination, or is named twice. Less is decided of sanctions only, of each once.`,
      ur: ({ finding }) =>
        `\u2066${finding}\u2069 اس فیصلے کی کوئی سزا نہیں، یا دو بار درج ہے۔ صرف سزا کم کی جا سکتی ہے، اور ہر سزا ایک بار۔`,
    },
  },
  not_less: {
    status: 422,
    title: { en: 'Not less than what was computed', ur: 'حساب سے کم نہیں' },
    sentence: {
      en: ({ finding, computed, from }) =>
        `${finding} was computed as ${computed}${from === null ? '' : ` from ${from}`}. Decide a lower amount above nothing or a later day, or do not impose it; more is never decided.`,
      ur: ({ finding, computed, from }) =>
        `\u2066${finding}\u2069 کا حساب \u2066${computed}\u2069${from === null ? '' : ` ہے، \u2066${from}\u2069 سے`}۔ اس سے کم رقم، بعد کی تاریخ یا عدم نفاذ کا فیصلہ کیجیے؛ زیادہ کا فیصلہ نہیں ہو سکتا۔`,
    },
  },
  law_not_gazetted: {
    status: 409,
    title: { en: 'The law does not bind yet', ur: 'قانون ابھی نافذ نہیں' },
    sentence: {
      en: ({ rows }) =>
        `It would rest on law that is not notified and gazetted: ${few(rows, ', ')}. Determine it in rehearsal, or have the gazette entered for these.`,
      ur: ({ rows }) =>
        `یہ ایسے قانون پر مبنی ہوتا جس کا اعلان اور گزٹ میں اشاعت نہیں ہوئی: ${few(
          rows.map((row) => `\u2066${row}\u2069`),
          '، ',
        )}۔ مشق کے طور پر فیصلہ کیجیے، یا ان کا گزٹ درج کروائیے۔`,
    },
  },
}

/** The first of them, and how many there are beside. */
function few(rows: readonly string[], between: string): string {
  const named = rows.slice(0, 6).join(between)
  return rows.length > 6 ? `${named} (+${rows.length - 6})` : named
}
