/** The pages of guarantees in English. */
import type { GuaranteeAct, GuaranteeState, GuaranteeStep } from './guarantee.ts'

const STATES: Readonly<Record<GuaranteeState, string>> = {
  recorded: 'Waits to be confirmed',
  declined: 'Not confirmed',
  in_force: 'In force',
  expired: 'Expired',
  ended: 'Ended',
}

const STEPS: Readonly<Record<GuaranteeStep['kind'], string>> = {
  lodge: 'Lodged',
  call: 'Call',
  withdraw: 'Call taken back',
  release: 'Release',
}

const ACTS: Readonly<Record<GuaranteeAct, string>> = {
  call: 'Call it',
  withdraw: 'Take a call back',
  release: 'Release it',
}

const HINTS: Readonly<Record<GuaranteeAct, string>> = {
  call: 'The issuer is asked to pay what the determination below charged and the firm still owes.',
  withdraw: 'What is due from the issuer is not asked for any more: the firm paid, or nothing is owed.',
  release: 'The firm has this much of the guarantee back. It can be called for it no more.',
}

export const EN = {
  title: 'Guarantees',
  intro:
    'Bank guarantees that firms lodged: recorded by one officer with the document and confirmed by another, and so they are called and released. What a firm owes is less only when the issuer’s money is received.',
  introFirm: 'The bank guarantees that your firm lodged, and what became of each.',
  none: 'When an officer records a guarantee that a firm lodged, it stands here.',
  record: 'Record a guarantee',
  recordIntro:
    'A guarantee that a firm lodged, with its document. It secures nothing before another officer has compared it with the document and confirmed it.',
  nobody: 'There is no authorised firm, or no programme was published yet.',
  number: 'Number',
  firm: 'Firm',
  programme: 'Programme',
  one: (number: string) => `Guarantee ${number}`,
  secures: 'Secures',
  licence: 'Number of the licence',
  licenceHint: 'Only where it secures one licence of the programme: IL-000012.',
  securesLicence: (programme: string, licence: string) => `${programme}, licence ${licence}`,
  issuer: 'Issuer',
  issuerHint: 'The bank or insurer, as the document names it.',
  issuerNumber: 'Number given by the issuer',
  currency: 'Currency',
  amount: 'Amount',
  amountHint: 'Such as 500,000.',
  expiresOn: 'Last day',
  expiresHint: 'The last day on which it can be called.',
  document: 'Document',
  file: 'The document',
  fileHint: 'The guarantee as it was handed in: PDF, PNG or JPEG, at most 10 MB.',
  binding: 'What it secures',
  bindings: { false: 'What binds', true: 'A rehearsal' },
  bindingHints: {
    false: 'What firms owe.',
    true: 'Invented, and called for nothing but what a rehearsal charged.',
  },
  recordReason: 'How it was handed in',
  recordReasonHint:
    'By whom, when, and for what the law asks it. The second officer reads this, and it stays in the file.',
  recordEffect: 'It waits for an approving officer. It cannot be called before.',
  recordButton: 'Record it',
  state: 'State',
  states: STATES,
  called: 'Called',
  released: 'Released',
  free: 'Neither called nor released',
  due: 'Due from the issuer',
  dueHint: (number: string) =>
    `What the issuer pays is known by its text: it names the determination and ${number}. Until it is received the firm owes the same.`,
  rehearsal: 'Rehearsal',
  onBy: (when: string, person: string | undefined) => (person === undefined ? when : `${when}, by ${person}`),
  steps: 'What was proposed and decided',
  step: 'What',
  kinds: STEPS,
  callFor: (number: string) => `Call for ${number}`,
  reason: 'Reason',
  proposedOn: 'Proposed',
  decidedOn: 'Decided',
  decided: { approved: 'Approved', declined: 'Declined' },
  open: 'Waits for a second officer',
  propose: 'Propose what becomes of it',
  act: 'What is to be done',
  acts: ACTS,
  actHints: HINTS,
  determination: 'Number of the determination',
  determinationHint: 'Only of a call: D-000012.',
  reasonHint: 'The second officer reads this, and the firm once it is approved.',
  proposeEffect: 'The proposal waits for an approving officer. Nothing happens before.',
  proposeButton: 'Propose',
  decide: 'Decide',
  decideTitle: 'Decide on the proposal',
  decision: 'Decision',
  approve: 'Approve',
  approveHint: 'What stands above happens at once.',
  decline: 'Decline',
  declineHint: 'Nothing happens; something else can be proposed.',
  declineReasonHint: 'Only where you decline: the first officer reads it.',
  effects: {
    lodge: (amount: string) => `The guarantee is in force with ${amount}. Compare it with its document first.`,
    call: (amount: string) => `${amount} is due from the issuer, and the firm owes the same until it is received:`,
    withdraw: (amount: string) => `${amount} is not due from the issuer any more:`,
    release: (amount: string) => `${amount} is released to the firm.`,
  } satisfies Readonly<Record<GuaranteeStep['kind'], (amount: string) => string>>,
  booking: (amount: string, finding: string) => `${amount} for ${finding}`,
  impossible: 'What is proposed cannot be done any more: something was paid or called meanwhile. Decline it.',
  own: 'You recorded or proposed this, so another officer decides on it.',
  others: 'An approving officer, other than the one before, decides on it.',
  callUnfit: {
    other_secured: 'The determination is about another firm or another programme.',
    not_in_effect: 'The determination is not in force.',
  },
  done: {
    recorded: 'The guarantee is recorded and waits for a second officer.',
    proposed: 'The proposal waits for a second officer.',
    approved: 'The proposal is approved.',
    declined: 'The proposal is declined.',
  },
}
