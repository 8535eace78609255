/** Why a line cannot rest on the attestation of a supplier that it cites. */

export const ATTESTATION_SENTENCES = {
  attestation_unknown: {
    severity: 'error',
    en: '"{header}" is {found}: no attestation of this number was made to your firm. Ask the supplier for the number, and whether it is made to your number in the company registry.',
    ur: '“{header}” میں {found} ہے: اس نمبر کی کوئی تصدیق آپ کی فرم کے نام نہیں۔ فراہم کنندہ سے نمبر پوچھیں، اور یہ کہ تصدیق کمپنی رجسٹری میں آپ ہی کے نمبر پر ہے۔',
  },
  attestation_out_of_place: {
    severity: 'error',
    en: '"{header}" is {found}, and the line is about a part that was not bought locally. Only what a supplier delivers here is attested: clear the cell, or correct where the part comes from.',
    ur: '“{header}” میں {found} ہے، مگر سطر ملک سے خریدے گئے پرزے کی نہیں۔ تصدیق صرف اس کی ہوتی ہے جو فراہم کنندہ یہاں مہیا کرے: خانہ خالی کریں، یا درست لکھیں کہ پرزہ کہاں سے آیا۔',
  },
  attestation_other_part: {
    severity: 'error',
    en: '{found} attests another part ({expected}) than the line is about ({other}): code, HS code and class must agree. Correct the line, or cite the attestation of this part.',
    ur: '{found} کسی اور پرزے ({expected}) کی تصدیق ہے، جبکہ سطر {other} کی ہے: کوڈ، ایچ ایس کوڈ اور قسم ایک ہونی چاہییں۔ سطر درست کریں، یا اسی پرزے کی تصدیق کا حوالہ دیں۔',
  },
  attestation_other_period: {
    severity: 'error',
    en: '{found} attests deliveries of {expected}, and the part was acquired on {other}. Cite the attestation of that time, or ask the supplier for one.',
    ur: '{found} کی تصدیق {expected} کی فراہمی کے لیے ہے، جبکہ پرزہ {other} کو حاصل ہوا۔ اسی مدت کی تصدیق کا حوالہ دیں، یا فراہم کنندہ سے لیں۔',
  },
  attestation_expired: {
    severity: 'error',
    en: '{found} could be relied on until {expected}. Ask the supplier for a new one.',
    ur: '{found} پر {expected} تک انحصار کیا جا سکتا تھا۔ فراہم کنندہ سے نئی تصدیق لیں۔',
  },
  attestation_withdrawn: {
    severity: 'error',
    en: '{found} was withdrawn by its supplier as of {expected}. Cite another, or leave the cell empty: the part then counts without an attestation.',
    ur: '{found} فراہم کنندہ نے {expected} سے واپس لے لی ہے۔ کسی اور تصدیق کا حوالہ دیں، یا خانہ خالی چھوڑیں: تب پرزہ بغیر تصدیق شمار ہو گا۔',
  },
  attestation_superseded: {
    severity: 'error',
    en: '{found} was replaced by another of its supplier on {expected}. Cite the newer one.',
    ur: '{found} کی جگہ {expected} کو اسی فراہم کنندہ کی دوسری تصدیق نے لے لی ہے۔ نئی تصدیق کا حوالہ دیں۔',
  },
  attestation_contradicted: {
    severity: 'error',
    en: '{found} attests {expected}, and {other} is of the same supplier about the same part and time. Both cannot be true, and neither is taken. Ask the supplier to withdraw one.',
    ur: '{found} میں {expected} کی تصدیق ہے، اور {other} اسی فراہم کنندہ کی اسی پرزے اور مدت کے بارے میں ہے۔ دونوں درست نہیں ہو سکتیں، اس لیے کوئی نہیں لی گئی۔ فراہم کنندہ سے ایک واپس لینے کو کہیں۔',
  },
  attestation_disagrees: {
    severity: 'error',
    en: '"{header}" is {found}, and the line cites {other}, of which another share counts. Neither is taken: clear one of the two cells, or correct it.',
    ur: '“{header}” {found} ہے، اور سطر {other} کا حوالہ دیتی ہے، جس سے کوئی اور حصہ شمار ہوتا ہے۔ کوئی نہیں لیا گیا: دونوں خانوں میں سے ایک خالی یا درست کریں۔',
  },
  attestation_not_looked_up: {
    severity: 'warning',
    en: '"{header}" is {found}, which can be looked up only where returns are filed. The share of this part is not known here, so that what needs it stays undetermined.',
    ur: '“{header}” میں {found} ہے، جسے صرف وہاں دیکھا جا سکتا ہے جہاں گوشوارے داخل ہوتے ہیں۔ یہاں اس پرزے کا حصہ معلوم نہیں، اس لیے جس نتیجے کو اس کی ضرورت ہے وہ غیر متعین رہتا ہے۔',
  },
} as const satisfies Readonly<Record<string, ReturnSentence>>

export interface ReturnSentence {
  /** A warning does not stop the return. */
  readonly severity: 'error' | 'warning'
  readonly en: string
  readonly ur: string
}
