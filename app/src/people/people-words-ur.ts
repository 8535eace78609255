/** The pages of an organization’s people, in Urdu. */
import type { EN } from './people-words-en.ts'

const ROLES: (typeof EN)['roles'] = {
  case_officer: 'کیس افسر',
  approving_officer: 'منظوری دینے والا افسر',
  appellate_officer: 'افسرِ اپیل',
  policy_officer: 'پالیسی افسر',
  analyst: 'تجزیہ کار',
  administrator: 'منتظم',
  maker_clerk: 'کلرک، جو تیاری کرتا ہے',
  maker_signatory: 'دستخط کنندہ، جو دستخط کر کے داخل کرتا ہے',
  accountant: 'محاسب، جو مؤکلوں کی طرف سے کارروائی کرتا ہے',
  laboratory_signatory: 'لیبارٹری کا دستخط کنندہ',
  customs_officer: 'کسٹمز افسر',
  telecom_regulator: 'ٹیلی کام ریگولیٹر کا افسر',
  supplier_clerk: 'فراہم کنندہ کا کلرک، جو تیار کرتا ہے',
  supplier_signatory: 'فراہم کنندہ کا دستخط کنندہ، جو تصدیق کرتا ہے',
  public: 'رکن',
}

export const UR: typeof EN = {
  roles: ROLES,
  notYours: {
    other: (whose, role) =>
      `یہ ان کے لیے ہے: ${whose}۔ آپ کا کردار ہے: ${role}۔ اگر یہ آپ کے کام کا حصہ ہے تو اپنے ادارے کے منتظم سے دوسرا کردار مانگیے۔`,
    administrator: (whose) =>
      `یہ ان کے لیے ہے: ${whose}۔ آپ اپنے ادارے کے منتظم ہیں: جسے یہ کام کرنا ہے، اسے لوگوں کے صفحے پر دعوت دیجیے یا کسی کا کردار بدلیے۔`,
    nobody: (whose) =>
      `یہ ان کے لیے ہے: ${whose}۔ آپ اس وقت کسی ادارے کی طرف سے کارروائی نہیں کر رہے۔ اپنے اکاؤنٹ کے صفحے پر ادارہ چنیے؛ اگر کوئی نہ ہو تو متعلقہ منتظم سے دعوت مانگیے۔`,
    accountant: (whose) =>
      `یہ ان کے لیے ہے: ${whose}۔ جس ادارے کی طرف سے آپ کارروائی کر رہے ہیں اُس نے آپ کو یہ کام نہیں سونپا، یا یہ اپنے لوگوں پر چھوڑا ہے۔ آپ کیا کر سکتے ہیں، یہ اُس کا منتظم طے کرتا ہے۔`,
  },
  organization: 'ادارہ',
  role: 'کردار',
  peopleTitle: 'لوگ',
  jobs: 'سروس کے کام',
  name: 'نام',
  email: 'ای میل پتہ',
  since: 'کب سے',
  until: 'کب تک',
  toDo: 'کارروائی',
  members: 'ادارے کے ارکان',
  changeRole: 'کردار بدلیے',
  newRole: 'نیا کردار',
  changingHolds: (person) =>
    `اگلی ہی درخواست سے \u2068${person}\u2069 پرانے کے بجائے نئے کردار میں کارروائی کریں گے۔ پرانے کردار میں جو ہو چکا وہ برقرار رہے گا۔`,
  endSessions: 'سیشن ختم کیجیے',
  sessionsEndAt: (person: string) =>
    `${person} فوراً ہر جگہ سے سائن آؤٹ ہو جائیں گے اور نئے سرے سے سائن اِن کریں گے۔ یہ ان کے لیے ہے جن کا آلہ کھو جائے، یا جن کا اکاؤنٹ شاید کوئی اور استعمال کر رہا ہو۔`,
  endMembership: 'رکنیت ختم کیجیے',
  endingHolds: (person, organization) =>
    `اگلی ہی درخواست سے \u2068${person}\u2069، \u2068${organization}\u2069 کے لیے کارروائی نہیں کر سکیں گے۔ واپسی کے لیے نئی دعوت درکار ہوگی۔`,
  invitations: 'مدعو افراد',
  noInvitation:
    'جسے آپ مدعو کریں گے وہ یہاں درج رہے گا، جب تک دعوت قبول نہ ہو، واپس نہ لی جائے یا ایک ہفتہ نہ گزر جائے۔',
  withdraw: 'واپس لیجیے',
  invite: 'کسی کو مدعو کیجیے',
  inviteLead: 'لنک صرف اسی پتے پر جاتا ہے، کسی اور کو نہیں۔ یہ ایک ہفتے تک کارآمد ہے۔',
  sendInvitation: 'دعوت بھیجیے',
  toKeys: 'پروگراموں کی کلیدیں',
  done: {
    invited: 'دعوت روانہ ہو گئی۔',
    withdrawn: 'دعوت واپس لے لی گئی: اس کا لنک اب کارآمد نہیں۔',
    changed: 'کردار بدل دیا گیا۔',
    sessions_ended: 'سیشن ختم ہو گئے۔',
    ended: 'رکنیت ختم ہو گئی۔',
  },
}
