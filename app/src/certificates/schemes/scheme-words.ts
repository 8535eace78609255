import type { Language } from '../../kernel/problem.ts'

const EN = {
  title: 'Schemes of certificates',
  lead: 'Which certificates a product, a plant or an export market needs, who may issue them, how long they hold, and by which tests they are come by: as the law in force today says.',
  none: 'No law in force today has schemes of certificates. They come with the release of a programme that has them.',
  rehearsal:
    'In rehearsal: what stands here rests on reports of a draft or on assumptions, and certificates by it bind nobody.',
  scheme: 'Scheme',
  about: 'Of',
  subjects: { product: 'A product', plant: 'A plant' },
  issuers: 'Laboratories that may issue',
  and: ', ',
  holds: 'Holds for',
  months: (months: number) => `${months} months`,
  silent: 'The law does not say',
  source: 'Source',
  tests: 'Tests',
  testsLead:
    'Of a scheme that has none here, certificates are given elsewhere. A certificate is issued where every test of its scheme conforms.',
  metric: 'What is measured',
  method: 'Standard and method',
  limit: 'Limit',
  rule: 'Decision rule',
  rules: {
    simple_acceptance: 'Simple acceptance: the limit as it is',
    guarded_acceptance: 'Guarded acceptance: the limit moved by the expanded uncertainty',
  },
  reading: 'How the sources are read',
}

const UR: typeof EN = {
  title: 'سرٹیفکیٹ کی اسکیمیں',
  lead: 'کسی مصنوع، کارخانے یا برآمدی منڈی کو کون سے سرٹیفکیٹ درکار ہیں، کون جاری کر سکتا ہے، کتنے عرصے مؤثر رہتے ہیں اور کن جانچوں سے ملتے ہیں: جیسا آج نافذ قانون کہتا ہے۔',
  none: 'آج نافذ کسی قانون میں سرٹیفکیٹ کی اسکیمیں نہیں۔ یہ اس پروگرام کے اجرا کے ساتھ آتی ہیں جس میں وہ ہوں۔',
  rehearsal: 'مشق: یہاں جو کچھ ہے وہ مسودے کی خبروں یا مفروضوں پر مبنی ہے، اور اس کے تحت سرٹیفکیٹ کسی پر لازم نہیں۔',
  scheme: 'اسکیم',
  about: 'کس کا',
  subjects: { product: 'مصنوع', plant: 'کارخانہ' },
  issuers: 'جاری کرنے والی تجربہ گاہیں',
  and: '، ',
  holds: 'مدت',
  months: (months: number) => `\u2066${months}\u2069 مہینے`,
  silent: 'قانون خاموش ہے',
  source: 'ماخذ',
  tests: 'جانچیں',
  testsLead:
    'جس اسکیم کی یہاں کوئی جانچ نہیں اس کے سرٹیفکیٹ کہیں اور جاری ہوتے ہیں۔ سرٹیفکیٹ تب جاری ہوتا ہے جب اسکیم کی ہر جانچ پوری اترے۔',
  metric: 'کیا ناپا جاتا ہے',
  method: 'معیار اور طریقہ',
  limit: 'حد',
  rule: 'اصولِ فیصلہ',
  rules: {
    simple_acceptance: 'سادہ قبولیت: حد جوں کی توں',
    guarded_acceptance: 'محتاط قبولیت: حد توسیعی غیر یقینی کے برابر ہٹی ہوئی',
  },
  reading: 'ماخذ کیسے پڑھے گئے',
}

const WORDS: Readonly<Record<Language, typeof EN>> = { en: EN, ur: UR }

export function schemeWordsOf(language: Language): typeof EN {
  return WORDS[language]
}
