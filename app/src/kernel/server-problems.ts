/** What the server itself refuses: its status, its title and its sentence. What runs from left to right in Urdu is isolated. */
import type { ProblemTable, ServerRefusal } from './problem.ts'

export const SERVER_PROBLEMS: ProblemTable<ServerRefusal> = {
  route_unknown: {
    status: 404,
    title: { en: 'Not here', ur: 'یہاں موجود نہیں' },
    sentence: {
      en: ({ path }) => `There is nothing at '${path}'. Check the address.`,
      ur: ({ path }) => `'\u2066${path}\u2069' پر کچھ موجود نہیں۔ پتہ دیکھ لیجیے۔`,
    },
  },
  input_invalid: {
    status: 422,
    title: { en: 'The input is not valid', ur: 'درج کردہ معلومات درست نہیں' },
    sentence: {
      en: ({ place, reason }) => `At '${place}': ${reason}. Correct it and send it again.`,
      ur: ({ place, reason }) => `'\u2066${place}\u2069' پر: ${reason}۔ درست کر کے دوبارہ بھیجیے۔`,
    },
  },
  request_unreadable: {
    status: 400,
    title: { en: 'The request cannot be read', ur: 'درخواست پڑھی نہیں جا سکتی' },
    sentence: {
      en: () =>
        'Its form or its kind is not what is taken here. Send JSON in UTF-8, with Content-Type: application/json.',
      ur: () => 'اس کی شکل یا قسم قابلِ قبول نہیں۔ UTF-8 میں JSON بھیجیے، Content-Type: application/json کے ساتھ۔',
    },
  },
  request_too_large: {
    status: 413,
    title: { en: 'The request is too large', ur: 'درخواست بہت بڑی ہے' },
    sentence: {
      en: ({ largest }) => `At most ${megabytes(largest)} MB are taken here at once. Send less.`,
      ur: ({ largest }) => `یہاں ایک بار میں زیادہ سے زیادہ ${megabytes(largest)} میگابائٹ لیے جاتے ہیں۔ کم بھیجیے۔`,
    },
  },
  origin_unknown: {
    status: 403,
    title: { en: 'Sent from elsewhere', ur: 'کسی اور جگہ سے بھیجا گیا' },
    sentence: {
      en: () =>
        'This form was not sent from a page of ours, so nothing was done. Open the page here and send it again.',
      ur: () =>
        'یہ فارم ہمارے کسی صفحے سے نہیں بھیجا گیا، اس لیے کوئی کارروائی نہیں ہوئی۔ صفحہ یہاں کھول کر دوبارہ بھیجیے۔',
    },
  },
  sign_in_needed: {
    status: 401,
    title: { en: 'Sign in first', ur: 'پہلے سائن اِن کیجیے' },
    sentence: {
      en: () => 'This is for people who have signed in. Sign in and do it again.',
      ur: () => 'یہ ان لوگوں کے لیے ہے جو سائن اِن کر چکے ہیں۔ سائن اِن کر کے دوبارہ کیجیے۔',
    },
  },
  not_allowed: {
    status: 403,
    title: { en: 'Not allowed', ur: 'اجازت نہیں' },
    sentence: {
      en: ({ command }) => `Your role may not do this (${command}). Ask who administers your organization.`,
      ur: ({ command }) =>
        `آپ کے کردار کو اس کام (\u2066${command}\u2069) کی اجازت نہیں۔ اپنے ادارے کے منتظم سے رجوع کیجیے۔`,
    },
  },
  beyond_key: {
    status: 403,
    title: { en: 'Not with this key', ur: 'اس کلید سے نہیں' },
    sentence: {
      en: ({ command }) =>
        `This key does not name what was asked for (${command}), or it takes a person. Ask who administers your organization for a key that names it.`,
      ur: ({ command }) =>
        `یہ کلید اس کام (\u2066${command}\u2069) کے لیے نہیں، یا یہ کام کسی شخص ہی کو کرنا ہے۔ اپنے ادارے کے منتظم سے ایسی کلید مانگیے جس میں یہ کام درج ہو۔`,
    },
  },
  beyond_delegation: {
    status: 403,
    title: { en: 'Not for an accountant', ur: 'محاسب کے لیے نہیں' },
    sentence: {
      en: ({ command }) =>
        `The firm for which you act has not let you do this (${command}), or its own people do it. Its administrator says what you may do.`,
      ur: ({ command }) =>
        `جس ادارے کی طرف سے آپ کارروائی کر رہے ہیں اُس نے آپ کو یہ کام (\u2066${command}\u2069) نہیں سونپا، یا یہ اُس کے اپنے لوگوں کا کام ہے۔ آپ کیا کر سکتے ہیں، یہ اُس کا منتظم طے کرتا ہے۔`,
    },
  },
  delegation_ended: {
    status: 403,
    title: { en: 'You act for this firm no longer', ur: 'آپ اب اس ادارے کی طرف سے کارروائی نہیں کر سکتے' },
    sentence: {
      en: () =>
        'What it let you do has just ended, and nothing was done. Choose another client; if it should go on, ask its administrator.',
      ur: () =>
        'اس کا دیا ہوا اختیار ابھی ختم ہوا ہے، اور کوئی کارروائی نہیں ہوئی۔ کوئی اور مؤکل چنیے؛ اگر اختیار جاری رہنا چاہیے تو اس کے منتظم سے رجوع کیجیے۔',
    },
  },
  other_organization: {
    status: 409,
    title: { en: 'You act for another organization now', ur: 'آپ اب کسی اور ادارے کی طرف سے کارروائی کر رہے ہیں' },
    sentence: {
      en: () =>
        'This form was opened for another organization, and nothing was done. Choose that one, open the page again and send the form from there.',
      ur: () =>
        'یہ فارم کسی اور ادارے کے لیے کھولا گیا تھا، اور کوئی کارروائی نہیں ہوئی۔ وہی ادارہ چنیے، صفحہ دوبارہ کھولیے اور فارم وہاں سے بھیجیے۔',
    },
  },
  key_reused: {
    status: 422,
    title: { en: 'The key belongs to another request', ur: 'یہ کلید کسی اور درخواست کی ہے' },
    sentence: {
      en: () =>
        'This Idempotency-Key came before, with another address or body, so nothing was done. Send another request under a key of its own.',
      ur: () =>
        'یہ Idempotency-Key پہلے کسی اور پتے یا متن کے ساتھ آ چکی ہے، اس لیے کوئی کارروائی نہیں ہوئی۔ دوسری درخواست اپنی الگ کلید کے ساتھ بھیجیے۔',
    },
  },
  key_not_taken: {
    status: 422,
    title: { en: 'No Idempotency-Key is taken here', ur: 'یہاں Idempotency-Key نہیں لی جاتی' },
    sentence: {
      en: () =>
        'The answer would have to be kept to be given again, and it holds a secret or is for nobody in particular. Nothing was done; send it without the key.',
      ur: () =>
        'دوبارہ دینے کے لیے جواب محفوظ رکھنا پڑتا، اور اس میں راز ہے یا وہ کسی خاص شخص کے لیے نہیں۔ کوئی کارروائی نہیں ہوئی؛ کلید کے بغیر بھیجیے۔',
    },
  },
  file_infected: {
    status: 422,
    title: { en: 'The file is infected', ur: 'فائل میں وائرس ہے' },
    sentence: {
      en: ({ found }) =>
        `The virus scanner found '${found}' in the file, so nothing of it was kept. Have the computer that it came from checked, and send a clean file.`,
      ur: ({ found }) =>
        `وائرس کی جانچ میں فائل سے '\u2066${found}\u2069' نکلا، اس لیے اس کا کوئی حصہ محفوظ نہیں کیا گیا۔ جس کمپیوٹر سے فائل آئی اُس کی جانچ کروائیے، اور صاف فائل بھیجیے۔`,
    },
  },
  scanner_unavailable: {
    status: 503,
    title: { en: 'Files cannot be taken just now', ur: 'اس وقت فائلیں نہیں لی جا سکتیں' },
    sentence: {
      en: () =>
        'The file could not be scanned for viruses, so it was not taken and nothing was done. Send it again in a few minutes.',
      ur: () =>
        'فائل کی وائرس کے لیے جانچ نہیں ہو سکی، اس لیے فائل نہیں لی گئی اور کوئی کارروائی نہیں ہوئی۔ چند منٹ بعد دوبارہ بھیجیے۔',
    },
  },
  stopping: {
    status: 503,
    title: { en: 'The service is stopping', ur: 'سروس بند ہو رہی ہے' },
    sentence: {
      en: () => 'Nothing was done. Send it again in a minute.',
      ur: () => 'کوئی کارروائی نہیں ہوئی۔ ایک منٹ بعد دوبارہ بھیجیے۔',
    },
  },
  asked_too_often: {
    status: 429,
    title: { en: 'Asked too often', ur: 'بہت بار پوچھا گیا' },
    sentence: {
      en: ({ most }) =>
        `From one network ${most} computations a minute are done for those who have not signed in. Wait a minute and ask again, or sign in.`,
      ur: ({ most }) =>
        `جو سائن اِن نہ ہوں ان کے لیے ایک نیٹ ورک سے فی منٹ \u2066${most}\u2069 حسابات کیے جاتے ہیں۔ ایک منٹ بعد دوبارہ پوچھیے، یا سائن اِن کیجیے۔`,
    },
  },
  not_ready: {
    status: 503,
    title: { en: 'Not ready', ur: 'ابھی تیار نہیں' },
    sentence: {
      en: ({ part }) => `The service waits for one of its parts (${part}). The log of the service says why.`,
      ur: ({ part }) => `سروس اپنے ایک حصے (\u2066${part}\u2069) کی منتظر ہے۔ وجہ سروس کے لاگ میں ہے۔`,
    },
  },
  fault: {
    status: 500,
    title: { en: 'A fault of ours', ur: 'ہماری طرف سے خرابی' },
    sentence: {
      en: () =>
        'We cannot say whether it was done. Look before you send it again, and tell us the number of the request.',
      ur: () =>
        'ہم نہیں کہہ سکتے کہ کام ہوا یا نہیں۔ دوبارہ بھیجنے سے پہلے دیکھ لیجیے، اور ہمیں درخواست کا نمبر بتائیے۔',
    },
  },
}

const MEGABYTE = 1024 * 1024

function megabytes(bytes: number): number {
  return Math.floor(bytes / MEGABYTE)
}
