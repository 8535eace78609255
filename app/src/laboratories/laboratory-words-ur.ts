/** The pages of laboratories in Urdu. */
import type { EN } from './laboratory-words-en.ts'

export const UR: typeof EN = {
  within: { registered: 'رجسٹرڈ', suspended: 'معطل', withdrawn: 'رجسٹر سے خارج' },
  gaps: {
    laboratory_withdrawn: 'تجربہ گاہ اس دن رجسٹر سے خارج ہے اور کسی چیز پر دستخط نہیں کرتی۔',
    laboratory_suspended: 'تجربہ گاہ اس دن معطل ہے اور کسی چیز پر دستخط نہیں کرتی۔',
    not_accredited: 'تجربہ گاہ کی کوئی منظوری اس دن تک شروع نہیں ہوئی۔',
    accreditation_expired: 'تجربہ گاہ کی منظوری کی میعاد اس دن تک ختم ہو چکی ہے۔',
    out_of_scope: 'یہ طریقہ اس دائرے میں نہیں جس کے لیے تجربہ گاہ اس دن منظور شدہ ہے۔',
    surveillance_overdue: 'منظوری دینے والے ادارے کو اس دن سے پہلے تجربہ گاہ کا دوبارہ معائنہ کرنا تھا۔',
    calibration_overdue:
      'اس دن طریقے کے کسی آلے کی پیمائش جانچی ہوئی نہیں، یا زیر استعمال آلے کی جانچ کی تاریخ گزر چکی ہے۔',
  },
}
