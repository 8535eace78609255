/** The sentences of explanations in Urdu. */
import { type Inked, runsLeft, t } from './ink.ts'
import type { NounWord, Words } from './words.ts'

const ASK_KEEPER = t`پروگرام کا قانون مرتب کرنے والی اتھارٹی`

/** The passive agrees with the gender of what is suspended or withdrawn. */
function passive(noun: NounWord, masculine: Inked, feminine: Inked): Inked {
  return t`${noun.text} ${noun.feminine ? feminine : masculine}`
}

/** A name before a postposition would be inflected; in quotation marks it stays as it is. Figures and days need none. */
function unbent(name: Inked): Inked {
  const text = name.replaceAll(/<[^>]*>|[\u2066-\u2069]/g, '')
  return runsLeft(text) && !/^\d/.test(text) ? t`“${name}”` : name
}

export const UR: Words = {
  language: 'ur',
  direction: 'rtl',
  months: ['جنوری', 'فروری', 'مارچ', 'اپریل', 'مئی', 'جون', 'جولائی', 'اگست', 'ستمبر', 'اکتوبر', 'نومبر', 'دسمبر'],
  units: { days: ['دن', 'دن'], months: ['ماہ', 'ماہ'], years: ['سال', 'سال'] },
  per: 'فی',
  listSeparator: t`، `,
  and: t` اور `,
  or: t` یا `,
  stop: t`۔`,

  states: {
    met: t`پوری`,
    not_met: t`پوری نہیں`,
    yes: t`ہاں`,
    no: t`نہیں`,
    holds: t`درست`,
    fails: t`درست نہیں`,
    computed: t`حساب شدہ`,
    due: t`واجب`,
    applies: t`لاگو`,
    pending: t`آئندہ`,
    not_yet: t`ابھی نہیں`,
    not_asked: t`کچھ لازم نہیں`,
    none: t`کوئی نہیں`,
    undetermined: t`غیر متعین`,
    refused: t`جواب ممکن نہیں`,
    not_needed: t`ضرورت نہیں پڑی`,
  },
  notHappened: t`کوئی نہیں: یہ واقع نہیں ہوا`,
  kinds: {
    measure: t`پیمائش`,
    requirement: t`شرط`,
    entitlement: t`استحقاق`,
    liability: t`واجب الادا رقم`,
    sanction: t`تادیبی کارروائی`,
  },
  statuses: {
    draft: t`مجوزہ قانون (مسودہ)`,
    notified: t`مشتہر شدہ قانون`,
    superseded: t`سابقہ قانون، جو اب نافذ نہیں`,
  },
  evidence: { gazette: t`سرکاری گزٹ سے`, reported: t`اخباری اطلاعات کے مطابق`, assumed: t`مفروضہ` },
  inForce: t`نافذ العمل قانون، سرکاری گزٹ سے`,
  standing: (status, evidence) => t`${status}، ${evidence}`,
  source: (title) => t`ماخذ: ${title}`,
  roundings: {
    down: (step) => t`${step} تک نیچے کی طرف گول کر کے`,
    up: (step) => t`${step} تک اوپر کی طرف گول کر کے`,
    'half up': (step) => t`قریب ترین ${step} تک گول کر کے (نصف ہو تو اوپر)`,
    'half even': (step) => t`قریب ترین ${step} تک گول کر کے (نصف ہو تو جفت کی طرف)`,
  },
  notRounded: t`گول نہیں کیا جاتا`,
  exactly: (value) => t`ٹھیک ٹھیک ${value}`,
  unrounded: (value) => t`گول کرنے سے پہلے ${value}`,

  refusals: {
    before_first_row: ({ name, day, limit }) =>
      t`“${name}” صرف ${limit} سے معلوم ہے اور ${day} اس سے پہلے کا دن ہے۔ بعد کی کوئی تاریخ لیں؛ پہلے کا قانون ${ASK_KEEPER} شامل کر سکتی ہے۔`,
    after_last_known: ({ name, day, limit }) =>
      t`“${name}” صرف ${limit} تک معلوم ہے اور ${day} اس کے بعد کا دن ہے؛ آئندہ قانون کا اندازہ نہیں لگایا جاتا۔ پہلے کی کوئی تاریخ لیں؛ قانون بننے پر ${ASK_KEEPER} اسے شامل کر سکتی ہے۔`,
    day_not_known: ({ name, day, limit }) =>
      t`“${name}” میں ${limit} میں تبدیلی ہوئی مگر دن معلوم نہیں، اس لیے ${day} کے بارے میں کچھ نہیں کہا جا سکتا۔ کسی اور مہینے کی تاریخ لیں؛ دن کا اندراج ${ASK_KEEPER} کر سکتی ہے۔`,
    unknown_cell: ({ name, key, limit }) =>
      t`${limit} سے ${key} کے لیے “${name}” معلوم نہیں۔ اس کی جگہ کچھ فرض نہیں کیا گیا؛ شائع ہونے پر ${ASK_KEEPER} اسے شامل کر سکتی ہے۔`,
    no_cell: ({ name, key, limit }) =>
      t`“${name}” میں ${limit} سے ${key} کا ذکر نہیں۔ گوشوارے میں یہ قدر جانچ لیں؛ یہ صورت ${ASK_KEEPER} شامل کر سکتی ہے۔`,
    beyond_last_band: ({ name, key, limit }) =>
      t`“${name}” میں ${key} کے لیے کوئی درجہ نہیں: ${limit} سے آخری درجہ اس سے نیچے ہے۔ گوشوارے میں یہ قدر جانچ لیں؛ نیا درجہ ${ASK_KEEPER} شامل کر سکتی ہے۔`,
    division_by_zero: ({ name }) => t`“${name}” صفر ہے اور صفر پر تقسیم ممکن نہیں۔ گوشوارے میں یہ قدر جانچ لیں۔`,
    empty_extreme: ({ name }) =>
      t`${name} لینے کے لیے کچھ موجود نہیں: کوئی سطر شرط پر پوری نہیں اترتی۔ گوشوارے کی سطریں جانچ لیں۔`,
    no_case: ({ name }) =>
      t`“${name}” کی کوئی صورت لاگو نہیں ہوتی۔ یہ قانون کے الفاظ میں خلا ہے جسے ${ASK_KEEPER} پُر کر سکتی ہے۔`,
    not_a_day: ({ name }) =>
      t`“${name}” سے شمار کی گئی تاریخ 1900ء اور 2199ء کے درمیان کا دن نہیں، یا وقفہ پورے دنوں میں نہیں۔ گوشوارے کی تاریخیں جانچ لیں۔`,
    too_long: ({ name }) =>
      t`“${name}” کا عدد دسیوں ہزار ہندسوں کا بنتا ہے۔ یہ فارمولے کی خرابی ہے جسے ${ASK_KEEPER} درست کر سکتی ہے۔`,
  },
  alsoNeeds: (names) => t`اس کے علاوہ درکار ہے: ${names}۔`,
  refusedBecause: (names) => t`کچھ نہیں کہا جا سکتا، وجہ: ${names}`,
  needs: (names) => t`درکار ہے: ${names}`,
  lineOf: (number, group) => t`“${group}” کی سطر ${number}`,
  linesListed: (numbers, group) => t`“${group}” کی سطریں ${numbers}`,
  andMore: (list, count) => t`${list} اور مزید ${count}`,
  extremes: { min: t`کم سے کم قدر`, max: t`زیادہ سے زیادہ قدر` },
  columnOf: (line, column) => t`${line}: ${column}`,
  undetermined: (missing) => t`غیر متعین، درکار ہے: ${missing}`,
  refused: (reasons) => t`جواب ممکن نہیں: ${reasons}`,

  numbers: {
    '=': (a, b) => t`${a} اور ${b} برابر ہیں`,
    '!=': (a, b) => t`${a} اور ${b} برابر نہیں`,
    '<': (a, b) => t`${a}، ${unbent(b)} سے کم ہے`,
    '<=': (a, b) => t`${a}، ${unbent(b)} سے زیادہ نہیں`,
    '>': (a, b) => t`${a}، ${unbent(b)} سے زیادہ ہے`,
    '>=': (a, b) => t`${a}، ${unbent(b)} سے کم نہیں`,
  },
  days: {
    '=': (a, b) => t`${a} اور ${b} ایک ہی دن ہیں`,
    '!=': (a, b) => t`${a} اور ${b} الگ الگ دن ہیں`,
    '<': (a, b) => t`${a}، ${unbent(b)} سے پہلے ہے`,
    '<=': (a, b) => t`${a}، ${unbent(b)} کے بعد نہیں`,
    '>': (a, b) => t`${a}، ${unbent(b)} کے بعد ہے`,
    '>=': (a, b) => t`${a}، ${unbent(b)} سے پہلے نہیں`,
  },
  sameness: { '=': (a, b) => t`${a}: “${b}”`, '!=': (a, b) => t`${a}: “${b}” نہیں` },
  not: (condition) => t`یہ درست نہ ہو: ${condition}`,
  isMet: (name) => t`شرط “${name}” پوری ہو`,
  isNotMet: (name) => t`شرط “${name}” پوری نہ ہو`,
  metOf: (met, all) => t`${all} میں سے ${met} پوری`,
  given: {
    parameter: { is: (name) => t`قانون میں “${name}” مقرر ہے`, is_not: (name) => t`قانون میں “${name}” مقرر نہیں` },
    event: { is: (name) => t`“${name}” موجود ہے`, is_not: (name) => t`“${name}” موجود نہیں` },
    provision: { is: (name) => t`“${name}” لاگو ہے`, is_not: (name) => t`“${name}” لاگو نہیں` },
  },
  over: {
    lines: {
      counted: (count, isOne) => t`${count} ${isOne ? t`سطر` : t`سطریں`}`,
      leftOut: (count, isOne) =>
        isOne
          ? t`${count} سطر شرط پر پوری نہیں اترتی اور شمار نہیں ہوئی`
          : t`${count} سطریں شرط پر پوری نہیں اترتیں اور شمار نہیں ہوئیں`,
      per: (name, group) => t`${name}، “${group}” کی ہر سطر کے لیے`,
      everyMet: (name, group) => t`شرط “${name}” “${group}” کی ہر سطر کے لیے پوری ہو`,
      notEveryMet: (name, group) => t`شرط “${name}” “${group}” کی ہر سطر کے لیے پوری نہ ہو`,
      gathering: {
        sum: (of, group) => t`“${group}” کی تمام سطروں پر (${of}) کا مجموعہ`,
        min: (of, group) => t`“${group}” کی سطروں میں سب سے کم (${of})`,
        max: (of, group) => t`“${group}” کی سطروں میں سب سے زیادہ (${of})`,
      },
      number: (group) => t`“${group}” کی سطروں کی تعداد`,
    },
    members: {
      counted: (count, isOne) => t`${count} ${isOne ? t`رکن` : t`ارکان`}`,
      leftOut: (count, isOne) =>
        isOne
          ? t`${count} رکن شرط پر پورا نہیں اترتا اور شمار نہیں ہوا`
          : t`${count} ارکان شرط پر پورے نہیں اترتے اور شمار نہیں ہوئے`,
      per: (name, category) => t`${name}، ہر “${category}” کے لیے`,
      everyMet: (name, category) => t`شرط “${name}” ہر “${category}” کے لیے پوری ہو`,
      notEveryMet: (name, category) => t`شرط “${name}” ہر “${category}” کے لیے پوری نہ ہو`,
      gathering: {
        sum: (of, category) => t`ہر “${category}” پر (${of}) کا مجموعہ`,
        min: (of, category) => t`ہر “${category}” میں سب سے کم (${of})`,
        max: (of, category) => t`ہر “${category}” میں سب سے زیادہ (${of})`,
      },
      number: (category) => t`“${category}” کے ارکان کی تعداد`,
    },
  },
  among: t`؛ `,
  where: (what, condition) => t`${what}، جہاں ${condition}`,
  least: (values) => t`ان میں سے کم سے کم (${values})`,
  greatest: (values) => t`ان میں سے زیادہ سے زیادہ (${values})`,
  keyed: (name, keys) => t`${name} (${keys})`,
  by: (name, keys) => t`${name} (بلحاظ: ${keys})`,
  asOn: (name, day) => t`${name} (بتاریخ: ${day})`,
  assessmentDate: t`تشخیص کا دن`,
  periodEnd: t`زیرِ تشخیص مدت کا آخری دن`,
  readOn: (day, why) => t`${day} کے لیے دیکھا گیا، یعنی ${why}`,
  emptyGroup: t`کوئی سطر نہیں`,

  whenTitle: t`جہاں`,
  unlessTitle: t`بجز اس کے کہ`,
  requiresTitle: t`لازم ہے`,
  amountTitle: t`حساب`,
  fromTitle: t`آغاز`,
  caseTaken: t`جو صورت لاگو ہوئی`,
  caseOtherwise: t`بصورتِ دیگر`,
  otherwiseTaken: t`جو صورت لاگو ہوئی، بصورتِ دیگر`,
  casePassed: t`جو صورت لاگو نہیں ہوئی`,
  caseOpen: t`جس صورت کا فیصلہ نہیں ہو سکتا`,
  rounded: (how, value) => t`${how}: ${value}`,
  becauseDecided: (decided) => t`ضرورت نہیں پڑی، کیونکہ فیصلہ اسی سے ہو گیا: ${decided}`,
  notAsked: (condition) => t`کچھ لازم نہیں، کیونکہ یہ بات درست نہیں: ${condition}۔`,
  notDue: (condition) => t`کچھ واجب نہیں، کیونکہ یہ بات درست نہیں: ${condition}۔`,
  notImposed: (condition) => t`کوئی کارروائی لاگو نہیں، کیونکہ یہ بات درست نہیں: ${condition}۔`,
  excepted: (condition) => t`استثنا لاگو ہے: ${condition}۔`,
  dayNotFixed: t`جس واقعے سے دن شمار ہوتا ہے، وہ پیش نہیں آیا`,
  noDay: t`شرط موجود ہے مگر اثر شروع ہونے کا دن نہیں: جس واقعے سے وہ شمار ہوتا ہے، وہ پیش نہیں آیا۔ ابھی کوئی اثر نہیں۔`,
  from: (day) => t`${day} سے`,
  amountFrom: (amount, day) => t`${amount}، ${day} سے`,
  unlessUntil: (condition) => t`بجز اس کے کہ ${condition}`,
  shortBy: (gap) => t`کمی: ${gap}`,
  overBy: (gap) => t`زیادتی: ${gap}`,
  lateBy: (gap) => t`تاخیر: ${gap}`,
  percentagePoints: (number) => t`${number} فیصدی پوائنٹ`,
  leadsTo: (condition, amount) => t`${condition}: ${amount}`,

  verbs: {
    suspend: (noun) => passive(noun, t`معطل کیا جاتا ہے`, t`معطل کی جاتی ہے`),
    withdraw: (noun) => passive(noun, t`واپس لیا جاتا ہے`, t`واپس لی جاتی ہے`),
    revoke: (noun) => passive(noun, t`منسوخ کیا جاتا ہے`, t`منسوخ کی جاتی ہے`),
    restrict: (noun) =>
      passive(noun, t`اپنے کوٹے کے اسی حصے تک محدود کیا جاتا ہے`, t`اپنے کوٹے کے اسی حصے تک محدود کی جاتی ہے`),
    impose: (noun) => passive(noun, t`عائد کیا جاتا ہے`, t`عائد کی جاتی ہے`),
  },
  nouns: {
    licence: { text: t`لائسنس`, feminine: false },
    import_licence: { text: t`درآمدی لائسنس`, feminine: false },
    manufacturing_licence: { text: t`تیاری کا لائسنس`, feminine: false },
    concession: { text: t`رعایت`, feminine: true },
    incentive: { text: t`ترغیب`, feminine: true },
    registration: { text: t`رجسٹریشن`, feminine: true },
    certificate: { text: t`سرٹیفکیٹ`, feminine: false },
    surcharge: { text: t`سرچارج`, feminine: false },
    penalty: { text: t`جرمانہ`, feminine: false },
    levy: { text: t`لیوی`, feminine: true },
  },
  effect: (effect) => t`اثر: ${effect}۔`,
  power: (authority) => t`اختیار: ${authority}۔`,
  powerUnder: (authority, clause) => t`اختیار: ${authority}، بموجب ${clause}۔`,
  recommendation: t`یہاں کوئی اختیار درج نہیں: یہ اس مجاز اتھارٹی کے لیے سفارش ہے جسے اختیار حاصل ہو۔`,

  clause: (instrument, place) => t`${instrument}، ${place}`,
  quotes: (text) => t`“${text}”`,
  reading: (text) => t`ہماری تعبیر: ${text}`,
  programmeTeam: t`پروگرام کی ٹیم`,
  readingBy: (text, by) => t`ہماری تعبیر: ${text} (فیصلہ: ${by}۔)`,
  readingOn: (text, on) => t`ہماری تعبیر: ${text} (فیصلہ: ${on}۔)`,
  readingByOn: (text, by, on) => t`ہماری تعبیر: ${text} (فیصلہ: ${by}، ${on}۔)`,
  parametersUsed: t`قانون کی مقرر کردہ مقداریں`,
  fromDay: (day) => t`${day} سے`,
  announcedFor: (day) => t`اعلان میں آغاز ${day} سے تھا`,
  goodUntil: (day) => t`${day} تک معلوم`,
  seenOn: (day) => t`آخری بار ${day} کو نافذ دیکھا گیا`,
  cellNone: t`کوئی نہیں: یہاں قانون کچھ عائد نہیں کرتا`,
  corrects: (former, reason) => t`${former} کی تصحیح: ${reason}`,
  factsUsed: t`جن حقائق سے کام لیا گیا`,
  origin: (place) => t`بحوالہ ${place}`,

  captioned: (group, counted) => t`${group}، ${counted}`,
  lineKey: t`سطر`,
  lineArithmetic: t`قدروں میں حساب`,
  lineAmount: t`حاصل`,
  more: (counted, amount) => t`اور مزید ${counted}: ${amount}`,
  moreOnly: (counted) => t`اور مزید ${counted}`,
  total: t`کل`,

  restsOnDraft: (names) => t`اس کی بنیاد ایسے قانون پر ہے جو نافذ نہیں: ${names}۔`,
  restsOnReported: (names) => t`اس کی بنیاد اخباری اطلاعات پر ہے: ${names}۔`,
  restsOnAssumed: (names) => t`اس کی بنیاد مفروضوں پر ہے: ${names}۔`,
  bindingLaw: t`اس کی بنیاد صرف سرکاری گزٹ میں مشتہر قانون پر ہے۔`,
  rehearsalOfDraft: t`مشق۔ یہ قانون نافذ نہیں اور کسی کو پابند نہیں کرتا؛ یہاں درج کسی بات کا کوئی قانونی اثر نہیں۔`,
  rehearsalOfReport: t`مشق۔ اس قانون کا گزٹ میں شائع شدہ متن دستیاب نہیں، صرف اس کے بارے میں اطلاعات ہیں؛ یہاں درج کسی بات کا کوئی قانونی اثر نہیں۔`,
  draftLaid: (title) => t`مسودۂ ترمیم “${title}” کے تحت قانون کی صورت۔`,
  unreported: (names) => t`ان کی کسی نے اطلاع نہیں دی، اس لیے یہ سمجھا گیا ہے کہ یہ واقع نہیں ہوئے: ${names}۔`,
  ofYear: (year) => t`سال ${year}`,
  absent: (names) => t`یہ شرط میں آتے ہیں مگر ان کی کوئی سطر نہیں: ${names}`,
  asOf: (day) => t`بمطابق ${day}`,
  asOfFor: (day, end) => t`بمطابق ${day}، ${end} کو ختم ہونے والی مدت کے لیے`,
  finding: t`نتیجہ`,
  outcome: t`مقدار یا فیصلہ`,
  state: t`کیفیت`,
  why: t`وجہ`,
  arrow: t`←`,
  stepByStep: t`قدم بہ قدم`,
}
