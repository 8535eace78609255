/** What this slice refuses, in words. */
import type { ProblemTable } from '../kernel/problem.ts'
import type { PublicationRefusal } from './publication.ts'

export const PUBLICATIONS_PROBLEMS: ProblemTable<PublicationRefusal> = {
  edition_unknown: {
    status: 404,
    title: { en: 'No such edition', ur: 'ایسی کوئی اشاعت نہیں' },
    sentence: {
      en: () => 'Nothing was published at this address. The list of publications names all editions.',
      ur: () => 'اس پتے پر کچھ شائع نہیں ہوا۔ تمام اشاعتیں فہرست میں درج ہیں۔',
    },
  },
  no_publications: {
    status: 422,
    title: { en: 'Nothing is published of it', ur: 'اس کی کوئی اشاعت نہیں' },
    sentence: {
      en: ({ programme }) =>
        `The programme ${programme} has no publications.yaml, which says what is published of its returns.`,
      ur: ({ programme }) =>
        `پروگرام \u2066${programme}\u2069 میں publications.yaml نہیں، جو بتاتی ہے کہ گوشواروں میں سے کیا شائع ہو۔`,
    },
  },
  nothing_to_publish: {
    status: 409,
    title: { en: 'Nothing to publish', ur: 'شائع کرنے کو کچھ نہیں' },
    sentence: {
      en: ({ year }) => `No return of ${year} has been accepted. Accept the returns of the year first.`,
      ur: ({ year }) => `\u2066${year}\u2069 کا کوئی گوشوارہ قبول نہیں ہوا۔ پہلے اس سال کے گوشوارے قبول کیجیے۔`,
    },
  },
  nothing_new_to_publish: {
    status: 409,
    title: { en: 'Nothing new', ur: 'کچھ نیا نہیں' },
    sentence: {
      en: ({ year }) =>
        `Since the last edition of ${year} no return was accepted or restated. A new edition would say the same.`,
      ur: ({ year }) =>
        `\u2066${year}\u2069 کی پچھلی اشاعت کے بعد کوئی گوشوارہ قبول یا درست نہیں ہوا۔ نئی اشاعت وہی کچھ کہے گی۔`,
    },
  },
}
