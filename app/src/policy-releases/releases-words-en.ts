/** The page of published releases in English. */
import type { ReleasesWords } from './releases-words.ts'

export const EN: ReleasesWords = {
  releases: 'Releases of the law',
  whatTheyAre:
    'A release is a programme’s law as it was published. One officer proposes it and another approves it; after that it never changes, and every determination names the one it was made by.',
  none: 'When a policy officer proposes the files of a programme, the release appears here with who proposed and who approved it.',
  waiting: 'Waiting for a second officer',
  noneWaiting: 'A release that is proposed waits here until a second officer approves it. None waits.',
  published: 'Published',
  programme: 'Programme',
  state: 'State',
  states: {
    proposed: 'Proposed',
    ahead: 'Approved, not in force yet',
    in_force: 'In force',
    replaced: 'Replaced',
    declined: 'Declined',
    withdrawn: 'Withdrawn',
  },
  applied: 'Applied in rehearsal',
  law: 'Law',
  effectiveOn: 'In force from',
  proposed: 'Proposed',
  approved: 'Approved',
  hash: 'Hash of its text',
  onBy: (when, person) => (person === undefined ? when : `${when}, by ${person}`),
  approve: (programme) => `Approve this release of ${programme}`,
  willApply: (programme, day) =>
    `From ${day} every assessment under ${programme} is made by this text, for every manufacturer.`,
  inRehearsal: 'It is a rehearsal: nothing that is determined by it has legal effect.',
  binds: 'It is law in force: sanctions, payments and licences rest on it.',
  notUndone: 'It cannot be taken back. A mistake is corrected by another release.',
  seeEffect: 'See what it changes for whom',
  seeAndApprove: 'See what it changes for whom, then approve it',
  own: 'You proposed this release, so another officer approves or declines it.',
  others: 'A policy officer or an approving officer other than the one who proposed it approves or declines it.',
  done: {
    approved: 'The release is approved.',
    declined: 'The release is declined. It changes nothing.',
    withdrawn: 'The release is withdrawn. It changes nothing.',
  },
  decline: (programme) => `Decline this release of ${programme}`,
  withdraw: (programme) => `Withdraw this release of ${programme}`,
  reason: 'Why',
  reasonHint: 'The officers of the authority read it beside the release; the public does not.',
  changesNothing: (programme) =>
    `The law of ${programme} stays as it is. The proposal is kept with your reason, and a mended one can be proposed.`,
  notAgain: 'It cannot be approved afterwards.',
  decided: 'It has been decided already',
  cameToNothing: 'Declined and withdrawn',
  on: 'When',
}
