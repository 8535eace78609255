/** What this slice refuses, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { WebhookRefusal } from './webhook.ts'

export const WEBHOOKS_PROBLEMS: ProblemTable<WebhookRefusal> = {
  webhook_unknown: {
    status: 404,
    title: { en: 'No such address', ur: 'ایسا کوئی پتہ نہیں' },
    sentence: {
      en: () => 'It has ended, or is not one of your organization. Look at the list again.',
      ur: () => 'یہ ختم ہو چکا ہے، یا آپ کے ادارے کا نہیں۔ فہرست دوبارہ دیکھیے۔',
    },
  },
  webhook_address: {
    status: 422,
    title: { en: 'That is no address for messages', ur: 'یہ پیغاموں کا پتہ نہیں' },
    sentence: {
      en: () => 'Write it as https://example.com/path, without a password in it.',
      ur: () => 'اسے \u2066https://example.com/path\u2069 کی طرح لکھیے، پاس ورڈ کے بغیر۔',
    },
  },
  webhook_plain: {
    status: 422,
    title: { en: 'That address is not secure', ur: 'یہ پتہ محفوظ نہیں' },
    sentence: {
      en: () =>
        'Write an address that begins with https://. Plain http is used only within networks that the operator of this service has allowed.',
      ur: () =>
        'ایسا پتہ لکھیے جو \u2066https://\u2069 سے شروع ہو۔ سادہ \u2066http\u2069 صرف ان نیٹ ورکس میں استعمال ہوتا ہے جن کی اس سروس کے منتظم نے اجازت دی ہو۔',
    },
  },
  webhook_kinds: {
    status: 422,
    title: { en: 'Nothing to tell', ur: 'کوئی واقعہ منتخب نہیں' },
    sentence: {
      en: () => 'Choose at least one kind of event of which it is told.',
      ur: () => 'کم از کم ایک قسم کا واقعہ چنیے جس کی خبر دی جائے۔',
    },
  },
}
