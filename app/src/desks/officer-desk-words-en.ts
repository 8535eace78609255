/** The desk of an officer in English. */
import type { Task } from './read-officer-desk.ts'

const TASKS: Readonly<Record<Task, string>> = {
  approve_release: 'Approve or decline a release of the law',
  decide_application: 'Decide an application for registration',
  decide_firm_event: 'Decide what happened to a firm',
  review_return: 'Review a return',
  assess_return: 'Assess a return',
  assess_again: 'Assess a return again: an attestation fell',
  prepare_determination: 'Prepare a determination',
  decide_determination: 'Decide on a determination',
  issue_notice: 'Issue notice of a failure',
  serve_notice: 'Serve a notice, with proof',
  consider_answer: 'Consider the answer to a notice',
  hold_hearing: 'Hold a hearing and record it',
  propose_time: 'Propose what comes of a request for time',
  decide_time: 'Decide on time to cure',
  determine_sanction: 'Determine the sanction: not cured in time',
  determine_restoration: 'Determine the restoration: cured',
  release_referral: 'Look at what no rule foresees',
}

const STAKES: Readonly<Record<Task, string>> = {
  approve_release: 'Until then the law of the programme stays as it is.',
  decide_application: 'Until then the firm can neither file nor import.',
  decide_firm_event: 'Until then the firm answers for itself, by its old name.',
  review_return: 'Until then nothing can be determined of that year.',
  assess_return: 'Nobody knows yet what is due, or missed.',
  assess_again: 'The assessment rests on what a supplier has taken back or contradicted.',
  prepare_determination: 'Until then what was found has no effect.',
  decide_determination: 'Until then it has no effect, and the firm knows nothing of it.',
  issue_notice: 'Until then the firm does not know that it failed.',
  serve_notice: 'Until then the time to cure does not begin.',
  consider_answer: 'Until then no sanction can be determined.',
  hold_hearing: 'Until then no sanction can be determined.',
  propose_time: 'Until then the firm does not know how long it has.',
  decide_time: 'Until then the firm does not know how long it has.',
  determine_sanction: 'The licence is good, though the time to cure is over.',
  determine_restoration: 'The licence is suspended, though the failure is cured.',
  release_referral: 'It stays where it is before.',
}

export const EN = {
  desk: 'Your desk',
  queue: 'What waits for you',
  counted: (count: number) => (count === 1 ? '1 thing waits for you.' : `${count} things wait for you.`),
  empty:
    'Applications, returns, determinations and notices that wait for somebody with your role appear here, the most urgent first. Nothing waits.',
  what: 'What',
  who: 'Who',
  howLong: 'Waiting',
  stake: 'At stake',
  tasks: TASKS,
  stakes: STAKES,
  since: (days: number, day: string) =>
    days === 0 ? 'Since today' : days === 1 ? `1 day, since ${day}` : `${days} days, since ${day}`,
  rehearsal: 'Rehearsal',
  grant: 'Grant a licence',
  done: { sent_back: 'The return is sent back.' },
}
