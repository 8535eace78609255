/** What this slice refuses, in words. */
import type { ProblemTable, ServerRefusal } from '../kernel/problem.ts'
import { dayText, momentOf } from '../pages/when.ts'
import type { AcceptanceRefusal } from './accept-invitation.ts'
import type { AddingRefusal } from './add-passkey.ts'
import type { ActingRefusal } from './act-for.ts'
import type { PasswordChangeRefusal } from './change-password.ts'
import type { ChangeRefusal } from './change-role.ts'
import { DELEGATIONS_PROBLEMS } from './delegations-problems.ts'
import type { EndRefusal } from './end-membership.ts'
import type { DelegationRefusal } from './give-delegation.ts'
import type { KeyRefused } from './identify-request.ts'
import type { InvitationRefusal } from './invite-person.ts'
import type { KeyRefusal } from './issue-api-key.ts'
import { RECOVERIES_PROBLEMS } from './recoveries-problems.ts'
import type { FactorRecoveryRefusal } from './recover-second-factor.ts'
import type { RecoveryRefusal } from './recover-password.ts'
import type { RegistrationRefusal } from './register-organization.ts'
import type { SessionRefusal } from './see-sessions.ts'
import type { SecondFactorRefusal } from './set-up-second-factor.ts'
import type { SignInRefusal } from './sign-in.ts'
import type { OpenIdRefusal } from './sign-in-by-openid.ts'

/** What the routes of this slice may refuse. */
export type PeopleRouteRefusal =
  | AcceptanceRefusal
  | AddingRefusal
  | ActingRefusal
  | ChangeRefusal
  | DelegationRefusal
  | EndRefusal
  | FactorRecoveryRefusal
  | InvitationRefusal
  | KeyRefusal
  | OpenIdRefusal
  | PasswordChangeRefusal
  | RecoveryRefusal
  | RegistrationRefusal
  | SecondFactorRefusal
  | SessionRefusal
  | SignInRefusal

export type PeopleRefusal = Exclude<PeopleRouteRefusal | KeyRefused, ServerRefusal>

export const PEOPLE_PROBLEMS: ProblemTable<PeopleRefusal> = {
  ...DELEGATIONS_PROBLEMS,
  ...RECOVERIES_PROBLEMS,
  sign_in_failed: {
    status: 401,
    title: { en: 'Not signed in', ur: 'سائن اِن نہیں ہوا' },
    sentence: {
      en: () => 'Address and password do not belong together. Try again, or ask for a link to choose a new password.',
      ur: () => 'ای میل اور پاس ورڈ آپس میں نہیں ملتے۔ دوبارہ کوشش کیجیے، یا نیا پاس ورڈ چننے کے لیے لنک منگوائیے۔',
    },
  },
  locked_out: {
    status: 429,
    title: { en: 'Too many tries', ur: 'بہت زیادہ کوششیں' },
    sentence: {
      en: ({ until }) => `This went wrong too often. It can be tried again after ${momentOf(until, 'en').when}.`,
      ur: ({ until }) => `یہ کئی بار غلط ہوا۔ ${momentOf(until, 'ur').when} کے بعد دوبارہ کوشش کی جا سکتی ہے۔`,
    },
  },
  code_wrong: {
    status: 401,
    title: { en: 'The code does not hold', ur: 'کوڈ درست نہیں' },
    sentence: {
      en: () => 'It is wrong, too old, or was used before; each is good once. Wait for the next code and enter that.',
      ur: () =>
        'یہ غلط ہے، پرانا ہے، یا پہلے استعمال ہو چکا ہے؛ ہر کوڈ ایک بار کے لیے ہے۔ اگلے کوڈ کا انتظار کر کے وہ درج کیجیے۔',
    },
  },
  password_wrong: {
    status: 401,
    title: { en: 'The password does not hold', ur: 'پاس ورڈ درست نہیں' },
    sentence: {
      en: () => 'That is not your password. Enter it again.',
      ur: () => 'یہ آپ کا پاس ورڈ نہیں۔ دوبارہ درج کیجیے۔',
    },
  },
  password_length: {
    status: 422,
    title: { en: 'Choose another password', ur: 'کوئی اور پاس ورڈ چنیے' },
    sentence: {
      en: ({ least, most }) => `A password has ${least} to ${most} characters. Several words in a row are good.`,
      ur: ({ least, most }) => `پاس ورڈ میں ${least} سے ${most} حروف ہوتے ہیں۔ لگاتار کئی لفظ اچھے رہتے ہیں۔`,
    },
  },
  password_leaked: {
    status: 422,
    title: { en: 'Choose another password', ur: 'کوئی اور پاس ورڈ چنیے' },
    sentence: {
      en: () =>
        'This one stands in lists of leaked passwords, which are tried first. Several words that nobody else would put in a row are good.',
      ur: () =>
        'یہ افشا شدہ پاس ورڈز کی ان فہرستوں میں موجود ہے جو سب سے پہلے آزمائی جاتی ہیں۔ لگاتار کئی ایسے لفظ اچھے رہتے ہیں جنہیں کوئی اور یوں یکجا نہ کرے۔',
    },
  },
  password_guessable: {
    status: 422,
    title: { en: 'Choose another password', ur: 'کوئی اور پاس ورڈ چنیے' },
    sentence: {
      en: ({ least }) =>
        `This one is easily guessed: without your name, your address and words such as ‘Maqami’ fewer than ${least} characters of it are left. Several other words in a row are good.`,
      ur: ({ least }) =>
        `اس کا اندازہ آسانی سے لگ سکتا ہے: آپ کے نام، ای میل پتے اور ‘Maqami’ جیسے الفاظ کے بغیر اس کے ${least} سے کم حروف بچتے ہیں۔ لگاتار کئی دوسرے لفظ اچھے رہتے ہیں۔`,
    },
  },
  second_factor_missing: {
    status: 409,
    title: { en: 'No second factor', ur: 'دوسرا ثبوت موجود نہیں' },
    sentence: {
      en: () => 'Signing needs a second factor, and you have none yet. Set it up under your account first.',
      ur: () => 'دستخط کے لیے دوسرا ثبوت درکار ہے، اور آپ کے پاس ابھی نہیں۔ پہلے اپنے اکاؤنٹ میں ترتیب دیجیے۔',
    },
  },
  second_factor_there: {
    status: 409,
    title: { en: 'There is a second factor', ur: 'دوسرا ثبوت پہلے سے موجود ہے' },
    sentence: {
      en: () => 'You have set it up before. Remove it first, to set up another.',
      ur: () => 'آپ اسے پہلے ترتیب دے چکے ہیں۔ نیا ترتیب دینے کے لیے پہلے اسے ہٹائیے۔',
    },
  },
  passkey_refused: {
    status: 401,
    title: { en: 'The passkey does not hold', ur: 'پاس کی قابلِ قبول نہیں' },
    sentence: {
      en: () =>
        'It is not one that we know of you, or the page was open for too long, or this was sent before. Open the page again and try once more, or use a code.',
      ur: () =>
        'یہ آپ کی معلوم پاس کیز میں سے نہیں، یا صفحہ دیر سے کھلا تھا، یا یہ پہلے بھیجی جا چکی ہے۔ صفحہ دوبارہ کھول کر کوشش کیجیے، یا کوڈ سے کام لیجیے۔',
    },
  },
  passkey_unknown: {
    status: 404,
    title: { en: 'No such passkey', ur: 'ایسی کوئی پاس کی نہیں' },
    sentence: {
      en: () => 'It was removed before, or is not yours. Look at the list again.',
      ur: () => 'یہ پہلے ہٹائی جا چکی ہے، یا آپ کی نہیں۔ فہرست دوبارہ دیکھیے۔',
    },
  },
  openid_unavailable: {
    status: 503,
    title: { en: 'Not by that way', ur: 'اس راستے سے نہیں' },
    sentence: {
      en: () =>
        'The OpenID provider is not set up, or does not answer. Sign in with your password, or try again later.',
      ur: () => 'OpenID فراہم کنندہ مقرر نہیں، یا جواب نہیں دیتا۔ پاس ورڈ سے سائن اِن کیجیے، یا بعد میں کوشش کیجیے۔',
    },
  },
  recovery_unknown: {
    status: 404,
    title: { en: 'The link does not hold', ur: 'لنک کارآمد نہیں' },
    sentence: {
      en: () => 'It was used before, or is older than an hour. Ask for a new one.',
      ur: () => 'یہ استعمال ہو چکا ہے، یا ایک گھنٹے سے پرانا ہے۔ نیا منگوائیے۔',
    },
  },
  session_unknown: {
    status: 404,
    title: { en: 'No such session', ur: 'ایسا کوئی سیشن نہیں' },
    sentence: {
      en: () => 'It has ended already, or is not yours. Look at the list again.',
      ur: () => 'یہ پہلے ہی ختم ہو چکا ہے، یا آپ کا نہیں۔ فہرست دوبارہ دیکھیے۔',
    },
  },
  no_such_membership: {
    status: 404,
    title: { en: 'Not one of yours', ur: 'آپ کا ادارہ نہیں' },
    sentence: {
      en: () =>
        'You do not belong to that organization, and it is no client of yours. Choose one of those that are listed.',
      ur: () => 'آپ اس ادارے سے وابستہ نہیں، نہ یہ آپ کا مؤکل ہے۔ فہرست میں سے کوئی ایک چنیے۔',
    },
  },
  key_refused: {
    status: 401,
    title: { en: 'The key does not hold', ur: 'کلید کارآمد نہیں' },
    sentence: {
      en: () => 'It was revoked, or is written wrongly. Send a key as Authorization: Bearer KEY, or ask for a new one.',
      ur: () => 'یہ منسوخ ہو چکی ہے، یا غلط لکھی گئی ہے۔ Authorization: Bearer KEY کے طور پر بھیجیے، یا نئی منگوائیے۔',
    },
  },
  key_expired: {
    status: 401,
    title: { en: 'The key has run out', ur: 'کلید کی مدت ختم ہو گئی' },
    sentence: {
      en: ({ expires_on }) =>
        `It held until ${dayText(expires_on, 'en')}. Ask who administers your organization for a new one.`,
      ur: ({ expires_on }) => `یہ ${dayText(expires_on, 'ur')} تک کارآمد تھی۔ اپنے ادارے کے منتظم سے نئی کلید مانگیے۔`,
    },
  },
  key_days: {
    status: 422,
    title: { en: 'Not for that long', ur: 'اتنی مدت کے لیے نہیں' },
    sentence: {
      en: ({ most }) => `A key holds for 1 to ${most} days. Choose a number between them.`,
      ur: ({ most }) => `کلید 1 سے ${most} دن تک کے لیے ہوتی ہے۔ اس کے اندر کوئی عدد چنیے۔`,
    },
  },
  command_not_for_key: {
    status: 422,
    title: { en: 'Not for a key of this role', ur: 'اس کردار کی کلید کے لیے نہیں' },
    sentence: {
      en: ({ command, role }) =>
        `A key of the role '${role}' cannot name '${command}': that is not for this role, only reads, or takes a person. Leave it out.`,
      ur: ({ command, role }) =>
        `'\u2066${role}\u2069' کے کردار کی کلید میں '\u2066${command}\u2069' درج نہیں ہو سکتا: یہ اس کردار کا کام نہیں، محض پڑھنا ہے، یا کسی شخص ہی کو کرنا ہے۔ اسے چھوڑ دیجیے۔`,
    },
  },
  key_unknown: {
    status: 404,
    title: { en: 'No such key', ur: 'ایسی کوئی کلید نہیں' },
    sentence: {
      en: () => 'It was revoked before, or is not one of your organization. Look at the list again.',
      ur: () => 'یہ پہلے منسوخ ہو چکی ہے، یا آپ کے ادارے کی نہیں۔ فہرست دوبارہ دیکھیے۔',
    },
  },
  email_invalid: {
    status: 422,
    title: { en: 'That is no mail address', ur: 'یہ ای میل پتہ نہیں' },
    sentence: {
      en: () => 'Write it as name@example.com.',
      ur: () => 'name@example.com کی طرح لکھیے۔',
    },
  },
  name_missing: {
    status: 422,
    title: { en: 'The name is missing', ur: 'نام موجود نہیں' },
    sentence: {
      en: () => 'Write a name of at most 200 characters.',
      ur: () => 'زیادہ سے زیادہ 200 حروف کا نام لکھیے۔',
    },
  },
  role_not_of_kind: {
    status: 422,
    title: { en: 'Not that role', ur: 'یہ کردار نہیں' },
    sentence: {
      en: ({ role, kind }) =>
        `You cannot give the role '${role}' in an organization of the kind '${kind}'. Choose another.`,
      ur: ({ role, kind }) => `'${kind}' قسم کے ادارے میں آپ '${role}' کا کردار نہیں دے سکتے۔ کوئی اور چنیے۔`,
    },
  },
  role_unchanged: {
    status: 409,
    title: { en: 'The role as it is', ur: 'کردار یہی ہے' },
    sentence: {
      en: () => 'That is the role already. Choose another.',
      ur: () => 'کردار پہلے سے یہی ہے۔ کوئی اور چنیے۔',
    },
  },
  organization_unknown: {
    status: 404,
    title: { en: 'No such organization', ur: 'ایسا کوئی ادارہ نہیں' },
    sentence: {
      en: () => 'It is not there, or you may not invite people into it. Check which one you mean.',
      ur: () => 'یہ موجود نہیں، یا آپ اس میں کسی کو مدعو نہیں کر سکتے۔ دیکھ لیجیے کہ کون سا مراد ہے۔',
    },
  },
  invitation_unknown: {
    status: 404,
    title: { en: 'The invitation does not hold', ur: 'دعوت کارآمد نہیں' },
    sentence: {
      en: () => 'It was accepted, withdrawn or is older than a week. Ask who invited you for a new one.',
      ur: () => 'یہ قبول ہو چکی ہے، واپس لی جا چکی ہے یا ایک ہفتے سے پرانی ہے۔ مدعو کرنے والے سے نئی مانگیے۔',
    },
  },
  sign_in_to_accept: {
    status: 409,
    title: { en: 'Sign in to accept', ur: 'قبول کرنے کے لیے سائن اِن کیجیے' },
    sentence: {
      en: ({ email }) => `There is an account for ${email}. Sign in with it, and open the link again.`,
      ur: ({ email }) => `${email} کا اکاؤنٹ موجود ہے۔ اس سے سائن اِن کر کے لنک دوبارہ کھولیے۔`,
    },
  },
  member_already: {
    status: 409,
    title: { en: 'A member already', ur: 'پہلے سے رکن' },
    sentence: {
      en: () => 'You have a role in this organization. Its administrator ends that one first.',
      ur: () => 'اس ادارے میں آپ کا ایک کردار ہے۔ اس کا منتظم پہلے اسے ختم کرے گا۔',
    },
  },
  membership_unknown: {
    status: 404,
    title: { en: 'No such membership', ur: 'ایسی کوئی رکنیت نہیں' },
    sentence: {
      en: () => 'It has ended, or is not one of your organization. Look at the list again.',
      ur: () => 'یہ ختم ہو چکی ہے، یا آپ کے ادارے کی نہیں۔ فہرست دوبارہ دیکھیے۔',
    },
  },
  last_administrator: {
    status: 409,
    title: { en: 'The last administrator', ur: 'آخری منتظم' },
    sentence: {
      en: () => 'Nobody would be left to invite people. Make somebody else administrator first, or invite one.',
      ur: () => 'لوگوں کو مدعو کرنے والا کوئی نہ رہے گا۔ پہلے کسی اور کو منتظم بنائیے، یا منتظم مدعو کیجیے۔',
    },
  },
}
