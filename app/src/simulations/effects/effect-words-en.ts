/** What a proposed release changes for whom, in English. */
export const EN = {
  title: (programme: string) => `What this release of ${programme} changes for whom`,
  releases: 'Releases of the law',
  effectiveOn: 'In force from',
  proposed: 'Proposed',
  onBy: (when: string, person: string | undefined) => (person === undefined ? when : `${when}, by ${person}`),
  hash: 'Hash of its text',
  before: 'The law before it',
  intro:
    'Each yearly return that is filed or accepted is put to the law before it and to this release, with the same facts and the same case on the same day. What comes out otherwise stands here. It determines nothing.',
  noLawBefore:
    'There was no law of this programme before it. Nobody had filed under it, so there is nothing that it could change.',
  notComputed: 'What this release changes has not been computed yet. It must be, before it can be approved.',
  running: (computed: number, total: number) =>
    `${computed} of ${total} returns are computed. The page looks again every few seconds.`,
  asOf: 'As of',
  shownHash: 'Hash of what is shown',
  compute: 'Compute what it changes',
  again: 'Compute it again, as of today',
  sum: 'In sum',
  returns: (changed: number, returns: number, firms: number, allFirms: number) =>
    returns === 0
      ? 'No yearly return is filed under the programme.'
      : `It changes something in ${changed} of ${returns} ${returns === 1 ? 'return' : 'returns'}, of ${firms} of ${allFirms} ${allFirms === 1 ? 'firm' : 'firms'}.`,
  cannot: (count: number) =>
    `To ${count} ${count === 1 ? 'return' : 'returns'} one of the two laws cannot be applied: the facts that were filed do not fit it.`,
  finding: 'Finding',
  what: 'What changes',
  count: 'Cases',
  now: { met: 'becomes met', not_met: 'becomes not met', open: 'becomes something else' },
  amount: (text: string) => `comes to ${text} more in all`,
  undetermined: 'cannot be said under this release: a fact is missing',
  noChange: 'No requirement, amount or gap in the facts differs.',
  each: 'Return by return',
  eachHint: 'Those in which most changes come first.',
  period: 'Period',
  changed: 'Findings that change',
  open: 'Open',
  openOne: (firm: string, period: string) => `Open what changes for ${firm} in ${period}`,
  nothing: 'Nothing changes',
  missing: (names: string) => `Cannot be said: ${names}`,
  cannotOne: {
    base: 'The law before it cannot be applied to this return',
    proposed: 'This release cannot be applied to this return',
  },
  approve: 'Approve',
  approveHint: 'You approve over exactly what this page shows; its hash goes with your approval.',
  own: 'You proposed this release, so another officer approves or declines it.',
  decline: 'Decline it instead',
  notApprover: 'A policy officer or an approving officer other than the one who proposed it approves or declines it.',
  oneTitle: (firm: string, period: string) => `What changes for ${firm} in ${period}`,
  oneIntro: (day: string) => `Both laws on the facts of the return, as of ${day}.`,
  outdated:
    'The case of this firm has changed since the effect was computed, so this page says something else than the table. Compute it again.',
  was: 'By the law before it',
  is: 'By this release',
  difference: 'Difference',
  same: (count: number) =>
    count === 1 ? 'One other finding comes out the same.' : `${count} other findings come out the same.`,
  why: { base: 'Why, by the law before it', proposed: 'Why, by this release' },
  see: { base: 'See why by the law before it', proposed: 'See why by this release' },
  done: { computed: 'What it changes has been computed, or is being computed.' },
}
