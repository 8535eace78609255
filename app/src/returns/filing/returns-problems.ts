/** What this slice refuses, in words; what is wrong in a file has its own sentences, beside its cells. */
import { type ProblemTable, quotedEnglish } from '../../kernel/problem.ts'
import type { RatesBroken, ReturnRefusal } from './return.ts'

export const RETURNS_PROBLEMS: ProblemTable<ReturnRefusal | RatesBroken> = {
  return_unknown: {
    status: 404,
    title: { en: 'No such return', ur: 'ایسا کوئی گوشوارہ نہیں' },
    sentence: {
      en: () => 'There is no return or version here that you may see. Check the address.',
      ur: () => 'یہاں کوئی گوشوارہ یا نسخہ نہیں جسے آپ دیکھ سکیں۔ پتہ دیکھ لیجیے۔',
    },
  },
  period_unknown: {
    status: 422,
    title: { en: 'Not a period of this return', ur: 'اس گوشوارے کی مدت نہیں' },
    sentence: {
      en: ({ period, example }) => `'${period}' is no period of this return. Write one as ${example}.`,
      ur: ({ period, example }) => `'\u2066${period}\u2069' اس گوشوارے کی مدت نہیں۔ یوں لکھیے: \u2066${example}\u2069۔`,
    },
  },
  no_workbook: {
    status: 404,
    title: { en: 'No return is filed', ur: 'گوشوارہ نہیں لیا جاتا' },
    sentence: {
      en: ({ programme, kinds }) =>
        kinds.length === 0
          ? `Under ${programme} no return is filed in a workbook.`
          : `Under ${programme} there is no return of this kind. There are: ${kinds.join(', ')}.`,
      ur: ({ programme, kinds }) =>
        kinds.length === 0
          ? `${programme} کے تحت ورک بک میں گوشوارہ داخل نہیں ہوتا۔`
          : `${programme} کے تحت اس قسم کا کوئی گوشوارہ نہیں۔ یہ ہیں: \u2066${kinds.join(', ')}\u2069۔`,
    },
  },
  template_unknown: {
    status: 404,
    title: { en: 'No such version of the template', ur: 'سانچے کا ایسا کوئی نسخہ نہیں' },
    sentence: {
      en: ({ version, current }) =>
        `No release of the programme has version '${version}' of this template. Version ${current} is in use.`,
      ur: ({ version, current }) =>
        `پروگرام کے کسی اجرا میں اس سانچے کا نسخہ '\u2066${version}\u2069' نہیں۔ اب نسخہ \u2066${current}\u2069 رائج ہے۔`,
    },
  },
  version_faulty: {
    status: 409,
    title: { en: 'The file has errors', ur: 'فائل میں غلطیاں ہیں' },
    sentence: {
      en: ({ errors }) =>
        `This version has ${errors} ${errors === 1 ? 'error' : 'errors'}. Fetch the annotated copy, correct its marked cells and upload it again.`,
      ur: ({ errors }) =>
        `اس نسخے میں ${errors} غلطیاں ہیں۔ نشان زدہ نقل لے کر خانے درست کیجیے اور دوبارہ اپ لوڈ کیجیے۔`,
    },
  },
  version_filed: {
    status: 409,
    title: { en: 'Filed already', ur: 'داخل ہو چکا' },
    sentence: {
      en: () => 'This version has been filed. To amend the return, upload a corrected workbook and file that.',
      ur: () => 'یہ نسخہ داخل ہو چکا ہے۔ ترمیم کے لیے درست ورک بک اپ لوڈ کر کے وہ داخل کیجیے۔',
    },
  },
  version_withdrawn: {
    status: 409,
    title: { en: 'Withdrawn', ur: 'واپس لے لیا گیا' },
    sentence: {
      en: () => 'Your firm has withdrawn this version. Upload the workbook again to go on with it.',
      ur: () => 'آپ کی فرم یہ نسخہ واپس لے چکی ہے۔ آگے بڑھنے کے لیے ورک بک دوبارہ اپ لوڈ کیجیے۔',
    },
  },
  period_locked: {
    status: 409,
    title: { en: 'The period is locked', ur: 'مدت مقفل ہے' },
    sentence: {
      en: ({ period, reason }) =>
        `The authority has locked ${period}: “${reason}” Until an approving officer unlocks it, nothing is uploaded, filed or reviewed for it.`,
      ur: ({ period, reason }) =>
        `مجاز ادارے نے \u2066${period}\u2069 کو مقفل کر رکھا ہے: “\u2068${reason}\u2069” جب تک منظوری دینے والا افسر اسے نہ کھولے، اس کے لیے کچھ اپ لوڈ یا داخل نہیں ہوتا اور نہ جائزہ لیا جاتا ہے۔`,
    },
  },
  period_not_locked: {
    status: 409,
    title: { en: 'The period is not locked', ur: 'مدت مقفل نہیں' },
    sentence: {
      en: ({ period }) =>
        `${period} is not locked, so there is nothing to unlock. A month is unlocked with its year where that was locked.`,
      ur: ({ period }) =>
        `\u2066${period}\u2069 مقفل نہیں، اس لیے کھولنے کو کچھ نہیں۔ جہاں پورا سال مقفل ہو وہاں مہینہ سال کے ساتھ کھلتا ہے۔`,
    },
  },
  version_old: {
    status: 409,
    title: { en: 'There is a later version', ur: 'نیا نسخہ موجود ہے' },
    sentence: {
      en: ({ last }) => `Version ${last} was uploaded since. File that one, or upload this file again.`,
      ur: ({ last }) =>
        `اس کے بعد نسخہ \u2066${last}\u2069 اپ لوڈ ہوا۔ وہ داخل کیجیے، یا یہی فائل دوبارہ اپ لوڈ کیجیے۔`,
    },
  },
  period_after_firm: {
    status: 422,
    title: { en: 'The firm was no more', ur: 'فرم باقی نہیں تھی' },
    sentence: {
      en: ({ period, firm, ended_on }) =>
        `${firm} came to its end on ${ended_on}, before ${period} began. What was made since then belongs into the return of the firm that answers for it.`,
      ur: ({ period, firm, ended_on }) =>
        `\u2068${firm}\u2069 کا وجود \u2066${ended_on}\u2069 کو ختم ہو گیا، یعنی \u2066${period}\u2069 کے آغاز سے پہلے۔ اس کے بعد کی پیداوار ذمہ دار فرم کے اپنے گوشوارے میں لکھی جاتی ہے۔`,
    },
  },
  period_not_over: {
    status: 409,
    title: { en: 'The period is not over', ur: 'مدت ابھی ختم نہیں ہوئی' },
    sentence: {
      en: ({ period, last }) => `${period} ends on ${last}; its return is filed after that. The draft stays as it is.`,
      ur: ({ period, last }) =>
        `\u2066${period}\u2069 کا آخری دن \u2066${last}\u2069 ہے؛ گوشوارہ اس کے بعد داخل ہوتا ہے۔ مسودہ محفوظ ہے۔`,
    },
  },
  attestations_changed: {
    status: 409,
    title: { en: 'An attestation holds no longer', ur: 'ایک تصدیق مؤثر نہیں رہی' },
    sentence: {
      en: ({ numbers }) =>
        `The return rests on ${numbers.join(', ')}, which has been withdrawn, replaced or contradicted, or has expired since it was uploaded. Upload it again: each line that is concerned says what to do.`,
      ur: ({ numbers }) =>
        `گوشوارے کی بنیاد \u2066${numbers.join(', ')}\u2069 پر ہے، جو اپ لوڈ کے بعد واپس لی گئی، بدلی گئی، متضاد نکلی یا اس کی میعاد ختم ہو گئی۔ اسے دوبارہ اپ لوڈ کیجیے: ہر متعلقہ سطر بتائے گی کہ کیا کرنا ہے۔`,
    },
  },
  nothing_filed: {
    status: 409,
    title: { en: 'Nothing was filed', ur: 'کچھ داخل نہیں ہوا' },
    sentence: {
      en: () => 'No version of this return stands filed. The manufacturer must file one first.',
      ur: () => 'اس گوشوارے کا کوئی نسخہ داخل نہیں۔ پہلے صنعت کار کوئی نسخہ داخل کرے۔',
    },
  },
  no_version_before: {
    status: 409,
    title: { en: 'Nothing to hold it against', ur: 'موازنے کے لیے کچھ نہیں' },
    sentence: {
      en: ({ version }) =>
        `Before version ${version} there is none without errors that you may see, so there is no difference to show. It appears with the next version.`,
      ur: ({ version }) =>
        `نسخہ \u2066${version}\u2069 سے پہلے غلطیوں سے پاک ایسا کوئی نسخہ نہیں جسے آپ دیکھ سکیں، اس لیے کوئی فرق نہیں۔ اگلے نسخے کے ساتھ فرق یہاں دکھائی دے گا۔`,
    },
  },
  return_decided: {
    status: 409,
    title: { en: 'Reviewed already', ur: 'جائزہ ہو چکا' },
    sentence: {
      en: () => 'The version that was filed has been reviewed. Look at its history.',
      ur: () => 'داخل شدہ نسخے کا جائزہ ہو چکا ہے۔ اس کی تاریخ دیکھیے۔',
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
  rates_broken: {
    status: 422,
    title: { en: 'The table of rates cannot be used', ur: 'شرحوں کی فہرست قابلِ استعمال نہیں' },
    sentence: {
      en: ({ problems }) => `Put this right and send it again: ${problems.slice(0, 20).join(' ')}`,
      ur: ({ problems }) => `یہ درست کر کے دوبارہ بھیجیے۔ ${quotedEnglish(problems.slice(0, 20))}`,
    },
  },
}
