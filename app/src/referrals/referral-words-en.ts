/** Manual handling, in English. */
import type { ReferralKind } from './referral.ts'

const KINDS: Readonly<Record<ReferralKind, string>> = {
  finding_refused: 'The law gives no answer',
  finding_undetermined: 'Undetermined, and nobody could be asked',
  power_missing: 'A recommendation to another authority',
  effect_unknown: 'An effect to be carried out by hand',
  job_failed: 'A job of the service was given up',
  late_draw: 'An import that the licence does not cover',
  kit_split: 'A kit in several declarations',
}

const TO_DO: Readonly<Record<ReferralKind, string>> = {
  finding_refused:
    'See in the assessment which number the law lacks. A policy officer can add it; then assess again. Let it go on if what is determined does not rest on it.',
  finding_undetermined:
    'See in the assessment what is missing, and find it out. Let it go on if what is determined does not rest on it.',
  power_missing:
    'Write to the authority that has the power, and say here when and under which number. The service imposes nothing.',
  effect_unknown: 'Carry out by hand what the determination orders, and say here what was done and when.',
  kit_split:
    'Ask the consignee how the entries belong together. Say here whether they are one kit, several, or parts for repair, and what is to follow. The gate decided nothing.',
  late_draw:
    'Ask the holder and customs how the goods came in. Say here what is to follow: a licence for them, a determination, or a correction of the entry. No quota is overdrawn for them.',
  job_failed:
    'Ask the administrator to try the job again, or do by hand what it was to do, and say here what was done.',
}

export const EN = {
  title: 'Manual handling',
  intro:
    'What the rules do not foresee waits here until an officer has looked at it and lets it go on with a reason. Nothing passes by itself.',
  introOfFirm:
    'These matters of your firm are with an officer of the authority. You need not do anything unless you are asked.',
  kinds: KINDS,
  withOfficer: (kind: string) => `With an officer: ${kind}`,
  toDo: TO_DO,
  none: 'What the rules do not foresee waits here for an officer. Nothing does.',
  noneReleased: 'Matters that were let go on stand here, the newest first, with the reason. There is none.',
  open: 'Waiting',
  released: 'Let go on',
  all: 'All',
  counted: (kind: string, count: number) => `${kind} (${count})`,
  show: 'Show',
  state: 'State',
  matter: 'Matter',
  about: 'About',
  subjects: {
    return: 'Return',
    determination: (number: string) => `Determination ${number}`,
    licence: (number: string) => `Licence ${number}`,
    job: 'Job',
    other: 'Matter',
  },
  since: 'Since',
  age: 'Age',
  ageInDays: 'Age in days',
  days: (days: number) => (days === 0 ? 'today' : days === 1 ? '1 day' : `${days} days`),
  why: 'Why it is here',
  whatToDo: 'What to do',
  who: { officer: 'An officer', approver: 'An approving officer' },
  decides: 'Who lets it go on',
  happened: 'What came of it',
  wasReferred: 'It was put before an officer.',
  wasReleased: (person: string | undefined) => (person === undefined ? 'It was let go on:' : `${person} let it go on:`),
  release: 'Let it go on',
  reason: 'Reason',
  reasonHint: 'What you looked at and what was done. It is kept with the matter and in the history.',
  consequence: 'What waited for it can be done again. The reason stands under your name and cannot be changed.',
  waitsForApprover: 'An approving officer who did not bring it up lets this matter go on.',
  done: { released: 'The matter goes on.' },
}
