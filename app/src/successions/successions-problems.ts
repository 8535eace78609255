/** What is refused about the events of firms, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { FirmEventRefusal, FirmEventStatus } from '../manufacturers/life/life.ts'

const STATUS: Readonly<Record<FirmEventStatus, { readonly en: string; readonly ur: string }>> = {
  proposed: { en: 'waiting', ur: 'زیرِ غور' },
  approved: { en: 'approved', ur: 'منظور' },
  declined: { en: 'declined', ur: 'نامنظور' },
  withdrawn: { en: 'withdrawn', ur: 'واپس لی گئی' },
}

/** Codes and days run from left to right within an Urdu sentence; a name runs as it is written. */
function ltr(text: string): string {
  return `\u2066${text}\u2069`
}
function own(text: string): string {
  return `\u2068${text}\u2069`
}

export const SUCCESSIONS_PROBLEMS: ProblemTable<FirmEventRefusal> = {
  event_unknown: {
    status: 404,
    title: { en: 'No such event', ur: 'ایسی کوئی تبدیلی نہیں' },
    sentence: {
      en: () => 'There is no event of a firm here that you may see. Check the address.',
      ur: () => 'یہاں کسی فرم کی ایسی کوئی تبدیلی نہیں جسے آپ دیکھ سکیں۔ پتہ دیکھ لیجیے۔',
    },
  },
  event_decided: {
    status: 409,
    title: { en: 'Decided already', ur: 'فیصلہ ہو چکا' },
    sentence: {
      en: ({ status }) => `This event has been decided: ${STATUS[status].en}. Propose another if something else is so.`,
      ur: ({ status }) =>
        `اس تبدیلی کا فیصلہ ہو چکا ہے: ${STATUS[status].ur}۔ اگر صورتِ حال کچھ اور ہے تو نئی تجویز دیجیے۔`,
    },
  },
  event_own: {
    status: 409,
    title: { en: 'You proposed it yourself', ur: 'یہ آپ ہی کی تجویز ہے' },
    sentence: {
      en: () =>
        'Who proposes what happened to a firm does not decide on it. Another officer does; you may withdraw it.',
      ur: () => 'جو تجویز دے وہ اس پر فیصلہ نہیں کرتا۔ فیصلہ دوسرا افسر کرے گا؛ آپ تجویز واپس لے سکتے ہیں۔',
    },
  },
  event_of_other: {
    status: 409,
    title: { en: 'Another officer proposed it', ur: 'یہ کسی اور افسر کی تجویز ہے' },
    sentence: {
      en: () => 'Only who proposed it withdraws it. An approving officer may decline it.',
      ur: () => 'تجویز وہی واپس لیتا ہے جس نے دی ہو۔ منظوری دینے والا افسر اسے نامنظور کر سکتا ہے۔',
    },
  },
  event_waiting: {
    status: 409,
    title: { en: 'Another event waits', ur: 'ایک تجویز پہلے سے زیرِ غور ہے' },
    sentence: {
      en: ({ firm }) => `An event of ${firm} waits for a second officer. Have it decided or withdrawn first.`,
      ur: ({ firm }) =>
        `${own(firm)} کی ایک تبدیلی دوسرے افسر کے فیصلے کی منتظر ہے۔ پہلے اس کا فیصلہ کرائیے یا اسے واپس لیجیے۔`,
    },
  },
  event_ahead: {
    status: 409,
    title: { en: 'The day has not come', ur: 'وہ دن ابھی نہیں آیا' },
    sentence: {
      en: ({ effective_on, today }) =>
        `The event takes effect on ${effective_on}, and today is ${today}. Approve it on that day or after: until then every firm answers for itself.`,
      ur: ({ effective_on, today }) =>
        `یہ تبدیلی ${ltr(effective_on)} سے مؤثر ہے اور آج ${ltr(today)} ہے۔ اسے اسی دن یا بعد میں منظور کیجیے: تب تک ہر فرم اپنی ذمہ دار خود ہے۔`,
    },
  },
  event_circle: {
    status: 409,
    title: { en: 'It leads in a circle', ur: 'معاملہ گھوم کر وہیں آتا ہے' },
    sentence: {
      en: ({ firm, other }) =>
        firm === other
          ? `${firm} cannot pass into itself. Choose the other firm.`
          : `${firm} answers for ${other} already, so that ${other} cannot answer for ${firm}. Choose another firm.`,
      ur: ({ firm, other }) =>
        firm === other
          ? `${own(firm)} خود اپنے اندر ضم نہیں ہو سکتی۔ دوسری فرم چنیے۔`
          : `${own(firm)} پہلے ہی ${own(other)} کی ذمہ دار ہے، اس لیے ${own(other)} اس کی ذمہ دار نہیں بن سکتی۔ کوئی اور فرم چنیے۔`,
    },
  },
  event_before_firm: {
    status: 422,
    title: { en: 'Before the firm was there', ur: 'فرم سے پہلے کا دن' },
    sentence: {
      en: ({ firm, since, effective_on }) =>
        `${firm} was authorised on ${since}, after ${effective_on}. Write a day from then on; the day by other law belongs into the reason.`,
      ur: ({ firm, since, effective_on }) =>
        `${own(firm)} ${ltr(since)} کو مجاز قرار پائی، یعنی ${ltr(effective_on)} کے بعد۔ اس دن یا بعد کی تاریخ لکھیے؛ کسی اور قانون کی تاریخ وجہ میں لکھی جا سکتی ہے۔`,
    },
  },
  event_before_last: {
    status: 422,
    title: { en: 'Before what happened last', ur: 'پچھلی تبدیلی سے پہلے کا دن' },
    sentence: {
      en: ({ firm, last, effective_on }) =>
        `Something happened to ${firm} on ${last}, after ${effective_on}. Events of a firm follow on one another: write ${last} or a later day.`,
      ur: ({ firm, last, effective_on }) =>
        `${own(firm)} میں ${ltr(last)} کو ایک تبدیلی آ چکی ہے، جو ${ltr(effective_on)} کے بعد ہے۔ تبدیلیاں ترتیب سے درج ہوتی ہیں: ${ltr(last)} یا بعد کی تاریخ لکھیے۔`,
    },
  },
  party_unknown: {
    status: 422,
    title: { en: 'No such firm', ur: 'ایسی کوئی فرم نہیں' },
    sentence: {
      en: () => 'One of the firms is not in the register. Choose firms that are.',
      ur: () => 'ان میں سے ایک فرم رجسٹر میں نہیں۔ رجسٹر میں درج فرمیں چنیے۔',
    },
  },
  party_not_authorised: {
    status: 409,
    title: { en: 'Not authorised', ur: 'فرم مجاز نہیں' },
    sentence: {
      en: ({ firm }) => `${firm} is not authorised. Decide on its application first.`,
      ur: ({ firm }) => `${own(firm)} مجاز نہیں۔ پہلے اس کی درخواست کا فیصلہ کیجیے۔`,
    },
  },
  party_ended: {
    status: 409,
    title: { en: 'The firm is no more', ur: 'فرم باقی نہیں رہی' },
    sentence: {
      en: ({ firm, since }) =>
        `${firm} came to its end on ${since}. Nothing more happens to it; name the firm that answers for it.`,
      ur: ({ firm, since }) =>
        `${own(firm)} کا وجود ${ltr(since)} کو ختم ہو گیا۔ اس میں مزید کوئی تبدیلی نہیں آ سکتی؛ وہ فرم لکھیے جو اس کی ذمہ دار ہے۔`,
    },
  },
  name_taken: {
    status: 409,
    title: { en: 'Another firm is called so', ur: 'یہ نام دوسری فرم کا ہے' },
    sentence: {
      en: ({ name, holder }) =>
        `${holder} is in the register, and nobody could tell it from '${name}'. Ask the firm for the name on its certificate.`,
      ur: ({ name, holder }) =>
        `رجسٹر میں ${own(holder)} موجود ہے، جس سے '${own(name)}' میں فرق نہیں ہو سکے گا۔ فرم سے اس کی سند پر درج نام طلب کیجیے۔`,
    },
  },
  name_kept: {
    status: 422,
    title: { en: 'It is called so already', ur: 'نام پہلے سے یہی ہے' },
    sentence: {
      en: ({ name }) => `The firm is called ${name} already. Write the new name.`,
      ur: ({ name }) => `فرم کا نام پہلے ہی ${own(name)} ہے۔ نیا نام لکھیے۔`,
    },
  },
  split_parts: {
    status: 422,
    title: { en: 'A split needs several firms', ur: 'تقسیم کئی فرموں میں ہوتی ہے' },
    sentence: {
      en: () =>
        'Name at least two firms, each once; the firm itself is one of them where it goes on. A firm that passes whole into another is succeeded.',
      ur: () =>
        'کم از کم دو فرمیں لکھیے، ہر ایک ایک بار؛ اگر فرم خود بھی باقی رہے تو اسے بھی لکھیے۔ جو فرم پوری دوسری کو منتقل ہو وہ جانشینی ہے۔',
    },
  },
  split_answerer: {
    status: 422,
    title: { en: 'Nobody answers for what is old', ur: 'پرانے واجبات کا ذمہ دار درج نہیں' },
    sentence: {
      en: () =>
        'One of the firms of the split must answer for the returns, notices and balances of the firm. Choose one of them.',
      ur: () =>
        'تقسیم کی فرموں میں سے ایک کو فرم کے گوشواروں، نوٹسوں اور بقایا کا ذمہ دار ہونا چاہیے۔ ان میں سے ایک چنیے۔',
    },
  },
  split_licence: {
    status: 422,
    title: { en: 'Not a licence to give away', ur: 'یہ لائسنس تقسیم نہیں ہو سکتا' },
    sentence: {
      en: ({ number }) =>
        `${number} is named twice, or is no licence that the firm holds on the day. Name each of its licences once.`,
      ur: ({ number }) =>
        `${ltr(number)} دو بار لکھا ہے، یا اس دن فرم کے پاس ایسا کوئی لائسنس نہیں۔ ہر لائسنس ایک ہی بار لکھیے۔`,
    },
  },
  split_incomplete: {
    status: 422,
    title: { en: 'A licence is left out', ur: 'کوئی لائسنس رہ گیا' },
    sentence: {
      en: ({ numbers }) => `Say to which firm each licence passes, or that it stays: ${numbers.join(', ')}.`,
      ur: ({ numbers }) =>
        `ہر لائسنس کے بارے میں لکھیے کہ کس فرم کو ملے گا یا اپنی جگہ رہے گا: ${numbers.map(ltr).join('، ')}۔`,
    },
  },
  year_determined: {
    status: 409,
    title: { en: 'The year is determined', ur: 'اس سال کا فیصلہ ہو چکا' },
    sentence: {
      en: ({ programme, year, number }) =>
        `The day lies in ${year}, of which ${number} (${programme}) decides. What was decided stands: write what follows for that year, or a later day.`,
      ur: ({ programme, year, number }) =>
        `یہ دن ${ltr(year)} میں ہے، جس کا فیصلہ ${ltr(number)} (${ltr(programme)}) میں ہو چکا ہے۔ وہ فیصلہ برقرار ہے: لکھیے کہ اس سال کے لیے کیا نتیجہ ہوگا، یا بعد کی تاریخ دیجیے۔`,
    },
  },
}
