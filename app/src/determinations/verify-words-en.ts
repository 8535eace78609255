/** The page on which anybody checks a letter, in English. */
import type { VerifyWords } from './verify-words.ts'

export const EN: VerifyWords = {
  title: (number) => `Letter ${number}`,
  unknown: (number) => `There is no letter with the number ${number}`,
  unknownWhat:
    'No letter was served here under this number. Check it against the letter, where it stands beside the date. A letter that carries a number which is not here was not served by this service.',
  served: 'A letter was served under this number.',
  ofRehearsal: 'REHEARSAL. This letter was served in a rehearsal of the programme; nothing in it has legal effect.',
  number: 'Number',
  authority: 'Issued by',
  programme: 'Programme',
  on: 'Issued on',
  kind: 'Kind',
  kinds: {
    failure: 'Determination of failure',
    entitlement: 'Determination of entitlement',
    sanction: 'Determination of sanction',
    restoration: 'Restoration',
    order: 'Order on an appeal',
  },
  state: 'State',
  standing: 'In effect',
  standings: { stayed: 'Stayed: no effect until the stay is lifted', quashed: 'Quashed: no effect' },
  varied: 'In effect as varied',
  variedBy: (order, day) => `by the order on appeal ${order} of ${day}: less is found than the letter says`,
  rehearsal: 'Rehearsal: no legal effect',
  ended: {
    failure: 'Replaced',
    entitlement: 'Replaced',
    sanction: 'Lifted',
    restoration: 'No longer in effect',
    order: 'No longer in effect',
  },
  endedBy: 'by',
  endedByOn: (number, day) => `${number} of ${day}`,
  saysNothing:
    'Whom the letter is about and what it found is not told here: its numbers follow on one another, so that anybody could try them. Who holds the letter reads it there, and compares it here.',
  compare: 'Is yours the letter that was served?',
  file: 'The letter as a file (PDF)',
  fileHint: 'At most 5 MB. It is compared byte by byte and not kept.',
  compareIt: 'Compare',
  same: 'It is the letter that was served: the file is the same to the last byte.',
  other: 'It is not the letter that was served: the file is another one.',
  otherWhat:
    'A letter that was printed and scanned, or opened and saved anew, is another file too. Ask for the file as it was served, and compare that.',
  hash: 'SHA-256 of the letter as it was served',
  hashHint: 'To compare without sending the file anywhere, compute it with a program of your own.',
}
