/** The pages on which determinations are prepared and decided, in English. */
import type { DeterminationKind, DeterminationStatus } from './determination.ts'

const STATES: Readonly<Record<DeterminationStatus, string>> = {
  prepared: 'Waits for a second officer',
  approved: 'Approved',
  sent_back: 'Sent back',
  withdrawn: 'Withdrawn',
}

const EFFECTS: Readonly<Record<DeterminationKind, (firm: string) => string>> = {
  failure: (firm) => `${firm} is found to have failed. Notice can then be served, and the time to cure begins with it.`,
  entitlement: (firm) =>
    `The amounts are posted to the account of ${firm}. What an earlier determination of the same year posted is reversed.`,
  sanction: (firm) =>
    `The sanction falls on ${firm}: licences are suspended and penalties posted at once, and customs is told so at the gate.`,
  restoration: (firm) =>
    `The licences of ${firm} that the sanction suspended are good again from today, and customs is told so at the gate.`,
}

export const EN = {
  whatCanBe: 'What can be determined',
  fromAssessment: (year: string, day: string) => `Assessment ${year}, as of ${day}`,
  firm: 'Manufacturer',
  programme: 'Programme',
  year: 'Year',
  asOf: 'Assessed as of',
  nothing:
    'What the assessment finds stands here once there is something to determine: a requirement that is missed, an amount that is due, a sanction that applies. There is nothing now.',
  there: 'Determined or prepared already',
  thereIs: (title: string, number: string) => `${title}: ${number}`,
  choose: 'What do you determine?',
  reasons: 'Reasons',
  reasonsHint:
    'They stand in the letter as you write them. Say on what the finding rests, and answer what the firm said.',
  lessOf: (title: string) => `Decide less than computed: ${title}`,
  lessHint:
    'Leave empty what is decided as computed. The letter shows both, what was computed and what you decide, with your reasons. More is never decided.',
  imposing: 'Is it imposed?',
  isImposed: 'Yes',
  isNotImposed: 'No: it is not imposed',
  lessAmount: 'A lower amount',
  lessAmountHint: (computed: string) => `Digits only. Computed: ${computed}.`,
  lessFrom: 'A later day',
  lessFromHint: (computed: string) => `Computed: from ${computed}.`,
  lessReasons: 'Why less',
  lessReasonsHint: 'Asked for where less is decided. They stand in the letter as you write them.',
  noEffectYet: 'It has no effect until an approving officer, who is not you, approves it.',
  firmLater: (firm: string) => `${firm} does not see it before then.`,
  prepare: 'Prepare the determination',
  decide: (number: string) => `Decide on ${number}`,
  state: 'State',
  states: STATES,
  prepared: 'Prepared',
  decided: 'Decided',
  onBy: (when: string, person: string | undefined) => (person === undefined ? when : `${when}, by ${person}`),
  found: 'What is determined',
  consequences: 'What follows, as the letter says it',
  effects: EFFECTS,
  signed: 'What is signed',
  signedHint: 'Findings, reasons and grounds as shown here, by their hash.',
  preview: 'See the letter as it would be served (PDF)',
  letter: 'The letter as it was served (PDF)',
  approve: 'Approve',
  letterFrozen: (firm: string) =>
    `The letter is frozen and ${firm} can read it from then on. None of this can be edited afterwards.`,
  inRehearsal: 'This is a rehearsal: it is recorded as such and binds nobody.',
  secondFactor: 'Code of your second factor',
  secondFactorHint: 'The six digits that your authenticator shows now. Each code is good once.',
  sign: 'Approve and sign',
  sendBack: 'Send back',
  sendBackReason: 'Why',
  sendBackHint: 'The officer who prepared it reads this. Nothing of it has effect, and another can be prepared.',
  withdraw: 'Withdraw',
  withdrawHint:
    'It stands in the file with your reason. Nothing of it has effect, the firm does not see it, and another can be prepared.',
  whyWithdrawn: 'Why it was withdrawn',
  own: 'You prepared this determination, so another officer decides on it. Until then you may withdraw it.',
  others: 'An approving officer, other than the one who prepared it, decides on it.',
  whySentBack: 'Why it was sent back',
  serve: 'Serve notice of this failure',
  toAssessment: 'The assessment that it rests on',
  done: {
    prepared: 'The determination is prepared and waits for a second officer.',
    approved: 'The determination is approved and has effect.',
    sent_back: 'The determination is sent back.',
    withdrawn: 'The determination is withdrawn.',
  },
}
