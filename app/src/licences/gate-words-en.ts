/** The page of the gate in English. */
import type { GateWords } from './gate-words.ts'

export const EN: GateWords = {
  title: 'The gate',
  whatItIs:
    'Ask whether so many units of a line of the tariff may be imported under a licence on a day. The answer is signed, and can be trusted for a day without asking again.',
  licence: 'Licence',
  licenceHint: 'For example IL-000012',
  day: 'Day of the import',
  dayHint: 'For example 2027-06-30',
  hsLine: 'HS line',
  hsLineHint: 'Eight digits, for example 87149100',
  units: 'Units',
  unitsHint: 'Digits only, for example 250',
  ask: 'Ask',
  allowed: 'May be imported',
  notAllowed: 'May not be imported',
  answers: {
    good: (licence, day) => `${licence} is good on ${day}.`,
    not_yet_valid: (licence, day) => `${licence} is not valid yet on ${day}.`,
    suspended: (licence, day) => `${licence} is suspended on ${day}.`,
    withdrawn: (licence, day) => `${licence} is withdrawn on ${day}: the normal tariff applies.`,
    revoked: (licence, day) => `${licence} is revoked on ${day}.`,
    expired: (licence, day) => `${licence} has expired on ${day}.`,
    quota_used_up: (licence) => `Fewer units are left on the quota of ${licence} than were asked for.`,
    out_of_scope: (licence, day) => `${licence} is not for goods of this line on ${day}.`,
    not_an_import_licence: (licence) => `${licence} is not an import licence: nothing is imported under it.`,
  },
  state: 'Licence on that day',
  left: 'Left on the quota',
  noLimit: 'no limit',
  askedFor: 'Asked for',
  rehearsal:
    'REHEARSAL. This licence was granted under law that is not in force. It binds nobody, at the border neither.',
  signed: 'The answer, signed',
  signedHint: 'It is verified offline with the public key at /api/gate/keys.',
  book: 'Book the import',
  entry: 'Customs entry',
  entryHint: 'The number under which customs cleared it',
  willBook: (units, licence) => `${units} units are drawn on the quota of ${licence}, and its holder sees it.`,
  counted: 'The same line of a customs entry counts once. What is booked is not taken back.',
  booked: 'The import is booked.',
}
