/** What is refused about bills of materials, in words. */
import type { Language, ProblemTable } from '../../kernel/problem.ts'
import { type BillRefusal, type LineFault, MOST_LINES, type UnreadableReason } from './bill.ts'

type Words = Readonly<Record<Language, string>>

const RULES: Readonly<Record<LineFault['rule'], Words>> = {
  position: {
    en: 'A position has letters, digits, points and hyphens, at most 40, such as 10.1.',
    ur: 'مقام حروف، ہندسوں، نقطوں اور ہائفن پر مشتمل ہوتا ہے، زیادہ سے زیادہ 40، جیسے \u206610.1\u2069۔',
  },
  part_of: {
    en: 'There is no line with the position that it is said to be a part of.',
    ur: 'جس مقام کا یہ جزو بتایا گیا ہے، اس مقام کی کوئی سطر نہیں۔',
  },
  part_code: {
    en: 'A part code has letters, digits and the marks . / _ -, at most 40.',
    ur: 'پرزے کا کوڈ حروف، ہندسوں اور نشانات \u2066. / _ -\u2069 پر مشتمل ہوتا ہے، زیادہ سے زیادہ 40۔',
  },
  part: { en: 'A part has a name of at most 200 characters.', ur: 'پرزے کا نام زیادہ سے زیادہ 200 حروف کا ہوتا ہے۔' },
  part_version: { en: 'A version has at most 60 characters.', ur: 'پرزے کا نسخہ زیادہ سے زیادہ 60 حروف کا ہوتا ہے۔' },
  component_class: {
    en: 'A class is a name of small letters, digits and underscores, such as display.',
    ur: 'قسم چھوٹے انگریزی حروف، ہندسوں اور زیریں خط سے لکھی جاتی ہے، جیسے \u2066display\u2069۔',
  },
  hs_code: {
    en: 'An HS code has the eight digits of the national tariff, such as 8517.7900.',
    ur: 'ایچ ایس کوڈ قومی ٹیرف کے آٹھ ہندسوں کا ہوتا ہے، جیسے \u20668517.7900\u2069۔',
  },
  book: {
    en: 'A part is imported, bought_locally or made_in_house.',
    ur: 'پرزہ \u2066imported\u2069، \u2066bought_locally\u2069 یا \u2066made_in_house\u2069 ہوتا ہے۔',
  },
  quantity: {
    en: 'A quantity is a number above zero with at most six decimals, such as 2 or 0.5.',
    ur: 'تعداد صفر سے بڑا عدد ہے، زیادہ سے زیادہ چھ اعشاریوں کے ساتھ، جیسے \u20662\u2069 یا \u20660.5\u2069۔',
  },
  unit_value: {
    en: 'A value is a currency and an amount, such as USD 3.20.',
    ur: 'مالیت کرنسی اور رقم سے لکھی جاتی ہے، جیسے \u2066USD 3.20\u2069۔',
  },
  supplier: {
    en: 'A supplier has a name of at most 200 characters.',
    ur: 'فراہم کنندہ کا نام زیادہ سے زیادہ 200 حروف کا ہوتا ہے۔',
  },
  substitutes: {
    en: 'A line has at most 20 substitutes.',
    ur: 'ایک سطر کے زیادہ سے زیادہ 20 متبادل ہوتے ہیں۔',
  },
  share: {
    en: 'A substitute has either a share such as 30%, or a place in the order such as 1.',
    ur: 'متبادل کا یا تو حصہ ہوتا ہے، جیسے \u206630%\u2069، یا ترتیب میں نمبر، جیسے \u20661\u2069۔',
  },
  too_many: {
    en: `A bill has at most ${MOST_LINES} lines.`,
    ur: `فہرست میں زیادہ سے زیادہ ${MOST_LINES} سطریں ہوتی ہیں۔`,
  },
  position_twice: {
    en: 'Another line has this position. Give each its own.',
    ur: 'یہ مقام کسی اور سطر کا بھی ہے۔ ہر سطر کا اپنا مقام لکھیے۔',
  },
  part_of_itself: {
    en: 'Through others the part would be a part of itself. Correct what it is a part of.',
    ur: 'یوں پرزہ، دوسروں کے واسطے سے، اپنا ہی جزو بن جائے گا۔ درست کیجیے کہ یہ کس کا جزو ہے۔',
  },
}

const REASONS: Readonly<Record<UnreadableReason, Words>> = {
  too_large: { en: 'The file is larger than 5 MB.', ur: 'فائل 5 ایم بی سے بڑی ہے۔' },
  not_json: { en: 'The file is no JSON.', ur: 'فائل \u2066JSON\u2069 نہیں۔' },
  too_deep: {
    en: 'The file is nested deeper than 40 levels.',
    ur: 'فائل کی ساخت 40 درجوں سے زیادہ گہری ہے۔',
  },
  not_cyclonedx: {
    en: 'The file is no CycloneDX document.',
    ur: 'فائل \u2066CycloneDX\u2069 دستاویز نہیں۔',
  },
  other_version: {
    en: 'CycloneDX 1.6 and 1.7 are read. Export it in one of them.',
    ur: '\u2066CycloneDX 1.6\u2069 اور \u20661.7\u2069 پڑھے جاتے ہیں۔ فائل ان میں سے کسی میں برآمد کیجیے۔',
  },
  too_many: { en: 'There are too many parts in the file.', ur: 'فائل میں پرزے حد سے زیادہ ہیں۔' },
  wrong_kind: {
    en: 'What stands here is not what CycloneDX has in this place.',
    ur: 'یہاں وہ نہیں جو \u2066CycloneDX\u2069 میں اس جگہ ہوتا ہے۔',
  },
  reference_twice: {
    en: 'Another component has the same reference.',
    ur: 'یہی حوالہ کسی اور پرزے کا بھی ہے۔',
  },
  in_a_circle: {
    en: 'Parts depend on each other in a circle.',
    ur: 'پرزے دائرے میں ایک دوسرے کے جزو ہیں۔',
  },
  not_csv: { en: 'The file is no table that can be read.', ur: 'فائل ایسا جدول نہیں جو پڑھا جا سکے۔' },
  no_columns: {
    en: "The first row names the columns, 'position' and 'part' among them.",
    ur: 'پہلی سطر میں کالموں کے نام ہوتے ہیں، جن میں \u2066position\u2069 اور \u2066part\u2069 شامل ہیں۔',
  },
}

export const BILLS_PROBLEMS: ProblemTable<BillRefusal> = {
  bill_unknown: {
    status: 404,
    title: { en: 'No such revision', ur: 'ایسا کوئی نسخہ نہیں' },
    sentence: {
      en: () => 'There is no revision of a bill of materials here that you may see. Check the address.',
      ur: () => 'یہاں فہرستِ پرزہ جات کا کوئی نسخہ نہیں جسے آپ دیکھ سکیں۔ پتہ دیکھ لیجیے۔',
    },
  },
  bill_released: {
    status: 409,
    title: { en: 'The revision is released', ur: 'نسخہ جاری ہو چکا ہے' },
    sentence: {
      en: ({ revision }) => `Revision ${revision} is released and stays as it is. Begin a new one.`,
      ur: ({ revision }) => `نسخہ ${revision} جاری ہو چکا ہے اور اب نہیں بدلے گا۔ نیا نسخہ شروع کیجیے۔`,
    },
  },
  bill_changed: {
    status: 412,
    title: { en: 'It has been changed meanwhile', ur: 'اس دوران تبدیلی ہو چکی ہے' },
    sentence: {
      en: () => 'Somebody has changed the revision since you opened it. Open it again, then make your change.',
      ur: () => 'آپ کے کھولنے کے بعد کسی نے نسخے میں تبدیلی کی ہے۔ دوبارہ کھولیے، پھر اپنی تبدیلی کیجیے۔',
    },
  },
  bill_open: {
    status: 409,
    title: { en: 'A draft is there', ur: 'مسودہ موجود ہے' },
    sentence: {
      en: ({ revision }) => `Revision ${revision} is a draft. Change that one, or release it first.`,
      ur: ({ revision }) => `نسخہ ${revision} ابھی مسودہ ہے۔ اسی میں تبدیلی کیجیے، یا پہلے اسے جاری کیجیے۔`,
    },
  },
  bill_incomplete: {
    status: 422,
    title: { en: 'Something is missing', ur: 'کچھ باقی ہے' },
    sentence: {
      en: ({ positions }) =>
        positions.length === 0
          ? 'A revision without lines cannot be released. Enter what the model is made of.'
          : `Each line needs a part code, a class, an HS code, a source and a quantity. Complete: ${positions.join(', ')}.`,
      ur: ({ positions }) =>
        positions.length === 0
          ? 'سطروں کے بغیر نسخہ جاری نہیں ہو سکتا۔ درج کیجیے کہ ماڈل کن پرزوں سے بنتا ہے۔'
          : `ہر سطر میں پرزے کا کوڈ، قسم، ایچ ایس کوڈ، ماخذ اور تعداد ضروری ہے۔ مکمل کیجیے: \u2066${positions.join(', ')}\u2069۔`,
    },
  },
  bill_faulty: {
    status: 422,
    title: { en: 'A line is not as lines are', ur: 'ایک سطر درست نہیں' },
    sentence: { en: ({ rule }) => RULES[rule].en, ur: ({ rule }) => RULES[rule].ur },
  },
  bill_unreadable: {
    status: 422,
    title: { en: 'The file cannot be read', ur: 'فائل پڑھی نہیں جا سکتی' },
    sentence: {
      en: ({ place, reason }) => `${REASONS[reason].en}${place === '' ? '' : ` Place: ${place}`}`,
      ur: ({ place, reason }) => `${REASONS[reason].ur}${place === '' ? '' : ` جگہ: \u2066${place}\u2069`}`,
    },
  },
}
