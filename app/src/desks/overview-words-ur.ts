import type { EN } from './overview-words-en.ts'

export const UR: typeof EN = {
  title: 'ہم کہاں کھڑے ہیں',
  asOf: (day) => `${day} تک، تمام قبول شدہ گوشواروں کے مطابق۔`,
  none: 'ابھی کسی پروگرام کے اہداف درج نہیں۔ وہ اس کے اجرا کی goals.yaml میں ہوتے ہیں۔',
  change: 'ایک ماہ میں',
  since: (day) => `${day} سے اب تک`,
  accepted: (count, restated) => `قبول شدہ گوشوارے: ${count}، جن میں سے درست کیے گئے: ${restated}`,
  approved: (count) => `منظور شدہ فیصلے: ${count}`,
  published: (count) => `اعداد و شمار کی نئی اشاعتیں: ${count}`,
  waiting: 'کیا فیصلہ طلب ہے',
  nothing: 'کچھ فیصلہ طلب نہیں۔',
  until: (day) => `${day} سے`,
  tasks: {
    releases: (count) => `منظوری کے منتظر قانون کے اجرا: ${count}`,
    applications: (count) => `صنعت کاروں کی زیرِ غور درخواستیں: ${count}`,
    returns: (count) => `جائزے کے منتظر گوشوارے: ${count}`,
    determinations: (count) => `منظوری کے منتظر فیصلے: ${count}`,
    appeals: (count) => `زیرِ سماعت اپیلیں: ${count}`,
    actions: (count) => `اجلاسوں کے وہ کام جن کی میعاد گزر گئی: ${count}`,
  },
}
