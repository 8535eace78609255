/** How an explanation names the attestation on which a line rests: whose word it is, what it says, what counts, and where it stands. */
import type { Language } from '@maqami/engine/explain/names.ts'
import { isExact } from '../attestations/attestation.ts'
import { shareText } from '../attestations/share-text.ts'
import type { CitedAttestation } from '../returns/check/cite-attestations.ts'

export function citedText(one: CitedAttestation, language: Language): string {
  const { number, supplier, counted } = one
  const share = shareText(one, language)
  if (language === 'en') {
    const reading = isExact(one) ? '' : `, of which the lower end counts, ${counted} (assumed)`
    return `attestation ${number} of ${supplier}, signed on ${one.signed_on}: ${share}${reading}; ${standingEn(one)}`
  }
  const reading = isExact(one) ? '' : `، جس کی نچلی حد \u2066${counted}\u2069 شمار ہوتی ہے (مفروضہ)`
  return `\u2068${supplier}\u2069 کی تصدیق \u2066${number}\u2069، دستخط \u2066${one.signed_on}\u2069: ${share}${reading}؛ ${standingUr(one)}`
}

function standingEn({ state, since }: CitedAttestation): string {
  switch (state) {
    case 'signed':
      return 'it stands'
    case 'withdrawn':
      return `withdrawn as of ${since}, so that it does not count`
    case 'superseded':
      return `replaced on ${since}, so that it does not count`
    case 'contradicted':
      return `contradicted by ${since} of the same supplier, so that neither is taken`
  }
}

function standingUr({ state, since }: CitedAttestation): string {
  switch (state) {
    case 'signed':
      return 'مؤثر'
    case 'withdrawn':
      return `\u2066${since}\u2069 سے واپس لی گئی، اس لیے شمار نہیں ہوتی`
    case 'superseded':
      return `\u2066${since}\u2069 کو بدل دی گئی، اس لیے شمار نہیں ہوتی`
    case 'contradicted':
      return `اسی فراہم کنندہ کی \u2066${since}\u2069 اس سے متضاد ہے، اس لیے کوئی نہیں لی گئی`
  }
}
