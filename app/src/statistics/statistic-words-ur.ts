/** Statistics in Urdu. */
import type { StatisticWords } from './statistic-words.ts'

export const UR: StatisticWords = {
  title: 'صنعت کے اعداد و شمار',
  lead: 'موبائل فونوں کی تیاری اور درآمد کے بارے میں جو کچھ شائع ہوا، برانڈ اور سال کے لحاظ سے۔ ہر عدد ویسا ہی ہے جیسا ماخذ نے دیا، اور اسی ماخذ تک لے جاتا ہے۔ کسی عدد کی اوسط نہیں نکالی گئی: جہاں مآخذ میں تضاد ہے، سب دکھائے گئے ہیں۔',
  groups: {
    units: 'تیار اور درآمد شدہ موبائل فون',
    brands: 'ملک میں تیار شدہ موبائل فون، برانڈ کے لحاظ سے',
    import_values: 'درآمدات کی مالیت',
    exports: 'برآمدات',
    licences: 'تیاری کے اجازت نامے',
    jobs: 'ملازمتیں اور سرمایہ کاری',
  },
  units: {
    million: 'ملین',
    'USD million': 'ملین امریکی ڈالر',
    'PKR billion': 'ارب روپے',
    sets: 'فون',
    count: 'فرمیں',
    persons: 'افراد',
  },
  statuses: { official: 'سرکاری', reported: 'رپورٹ شدہ', estimated: 'تخمینہ' },
  meanings: {
    official: 'کسی ادارۂ مجاز کا عدد، جیسا ماخذ نے نقل کیا',
    reported: 'ماخذ نہیں بتاتا کہ عدد کس کا ہے',
    estimated: 'دوسرے اعداد سے نکالا گیا، جیسا نوٹ میں درج ہے',
  },
  statusesTitle: 'حیثیتوں کا مطلب',
  series: 'کیا',
  period: 'مدت',
  value: 'عدد',
  unit: 'اکائی',
  status: 'حیثیت',
  saidBy: 'کس کا',
  source: 'ماخذ',
  note: 'نوٹ',
  notSaid: 'درج نہیں',
  fiscal: (year) => `مالی سال ${year}`,
  between: (from, to) => `${from} تا ${to}`,
  until: (to) => `${to} تک`,
  madeAgainst: (year, made, imported) =>
    `${year} میں ${made} ملین موبائل فون ملک میں بنائے یا جوڑے گئے اور ${imported} ملین مکمل حالت میں درآمد ہوئے`,
  brandsLed: (brand, value, period) => `سب سے زیادہ ${brand} نے بنائے: ${period}، ${value} ملین`,
  importsGrew: (before, after, from, to) =>
    `${to} میں موبائل فونوں کی درآمد ${after} ملین امریکی ڈالر رہی، جبکہ ${from} میں ${before} ملین امریکی ڈالر تھی`,
  chartNote:
    'صرف پورے سال۔ جہاں مآخذ کے اعداد مختلف ہیں، وہاں کم ترین اور زیادہ ترین عدد کے درمیان پٹی ہلکے رنگ کی ہے۔',
  brandsNote: 'وہ مدت جس کے لیے سب سے زیادہ برانڈز کے اعداد موجود ہیں۔',
  noFigure: 'نہیں ملا',
  figures: (count) => `تمام اعداد اپنے مآخذ کے ساتھ (${count})`,
  contradictions: 'جہاں مآخذ میں تضاد ہے',
  contradictionsLead: (count) =>
    count === 0
      ? 'کسی ماخذ کا دوسرے سے تضاد نہیں۔'
      : count === 1
        ? 'ایک جگہ مآخذ میں تضاد ہے۔'
        : `${count} جگہوں پر مآخذ میں تضاد ہے۔`,
  contradictionsNote: 'کون سا عدد درست ہے، اس کا فیصلہ یہاں نہیں کیا جاتا۔',
  contradiction: {
    differ: 'ایک ہی مدت کے مختلف اعداد',
    part_is_more: 'جزو کا عدد کُل سے زیادہ',
  },
}
