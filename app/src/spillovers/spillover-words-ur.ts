/** Spillover in Urdu. */
import type { SpilloverWords } from './spillover-words.ts'

export const UR: SpilloverWords = {
  unit: (unit) => `اکائی: ${unit}؛ ملازمت فی اکائی افراد میں`,
  kinds: { one: 'قسم اول', two: 'قسم دوم، گھرانوں کے خرچ کے ساتھ' },
  sector: 'شعبہ',
  output: 'پیداوار',
  added: 'قدرِ افزودہ',
  imports: 'درآمدات',
  employment: 'ملازمت',
  backward: 'پچھلا ربط',
  forward: 'اگلا ربط',
  multipliers: 'کسی شعبے کی حتمی طلب میں ایک اکائی کا اضافہ کیا لاتا ہے',
  linkages: 'شعبہ دوسروں سے کتنا جڑا ہے (اوسط 1 ہے)',
  effect: (amount, sector) => `${sector} کی حتمی طلب میں ${amount} کا اضافہ کیا لاتا ہے`,
  total: 'کل',
  estimate: 'یہ تخمینہ ہے: ہر شعبہ وہی کچھ استعمال کرتا رہتا ہے جو کرتا تھا، قیمتیں وہی ہیں، اور کسی چیز کی کمی نہیں۔',
}
