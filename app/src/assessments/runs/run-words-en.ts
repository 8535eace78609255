/** The pages of runs, in English. */
import type { Cause, RunOutcome } from './run.ts'

const OUTCOMES: Readonly<Record<RunOutcome, string>> = {
  could_not: 'Could not be assessed',
  refused: 'The law gives no answer',
  not_met: 'Misses a requirement',
  undetermined: 'A fact is missing',
  met: 'Meets every requirement',
}

const CAUSES: Readonly<Record<Cause, string>> = {
  data: 'the facts: another version of the return, or another state of the case',
  day: 'the day of the assessment',
  rule: 'the rule: a formula of the programme',
  law: 'the law: a number or an instrument',
  release: 'the release: rule and law together, which do not go with each other as they were',
  engine: 'the engine that computes',
}

const BRIEF: Readonly<Record<Cause, string>> = {
  data: 'facts',
  day: 'day',
  rule: 'rule',
  law: 'law',
  release: 'rule and law',
  engine: 'engine',
}

export const EN = {
  title: 'Runs of assessments',
  intro:
    'A run assesses every yearly return of a period by the law now in force, and says what came out otherwise than in the run before. It goes on by itself. Firms learn of it only by determinations.',
  none: 'A run appears here with what came out, firm by firm. None has been started.',
  run: (period: string) => `Run over ${period}`,
  programme: 'Programme',
  period: 'Year',
  periodHint: 'As on the returns, such as 2026-27.',
  asOf: 'As of',
  asOfHint: 'Today, or a day since the year began.',
  scope: 'Firms',
  allFirms: 'All firms',
  onlyFirm: (name: string) => `Of ${name} alone`,
  begun: 'Started',
  onBy: (when: string, person: string | undefined) => (person === undefined ? when : `${when}, by ${person}`),
  law: 'Release of the law',
  before: 'Compared with',
  noBefore: 'No run before it',
  state: 'State',
  states: { open: 'Under way', finished: 'Finished', stopped: 'Stopped' },
  stoppedBecause: 'Stopped, since:',
  startNew: 'Start a run',
  start: 'Start',
  startConsequence:
    'Each return that is filed or accepted gets an assessment under your name. Nothing has effect until it is determined.',
  progress: (done: number, total: number) => `${done} of ${total} returns are assessed.`,
  looksAgain: 'The page looks again every few seconds.',
  outcomes: OUTCOMES,
  came: 'What came out',
  outcome: 'Outcome',
  count: 'Returns',
  changed: 'What came out otherwise than before, and why',
  changedHint:
    'Each cause was tried by computing again with it alone as it was then, and alone as it is now. A finding may have several.',
  nothingChanged: 'Nothing came out otherwise than in the run before.',
  nothingBefore: 'There is no finished run of this period before it to compare with.',
  cause: 'Cause',
  causes: CAUSES,
  brief: BRIEF,
  findings: 'Findings',
  firms: 'Firms',
  missing: 'Which facts are missing',
  fact: 'Fact',
  nothingMissing: 'No fact is missing.',
  each: 'Firm by firm',
  firm: 'Firm',
  what: 'What is to be said',
  showOnly: 'Show',
  wanted: {
    all: 'All returns',
    changed: 'What came out otherwise',
    lacking: 'What lacks a fact',
  },
  show: 'Show',
  noneWanted: 'No return is so.',
  assessment: 'Assessment',
  return: 'Return',
  lacks: (facts: string) => `Needs ${facts}`,
  changedTo: (finding: string, before: string, after: string, causes: string) =>
    `${finding}: ${before} → ${after} (${causes})`,
  again: 'Assess this firm again',
  stop: 'Stop the run',
  reason: 'Reason',
  reasonHint: 'What was assessed stands. The reason is kept with the run.',
  stopIt: 'Stop it',
  stopConsequence: 'The returns that are left are not assessed. Another run can be started then.',
  done: { started: 'The run is under way.', stopped: 'The run is stopped.' },
  csv: { before: 'Before', after: 'Now', missing: 'Missing facts' },
}
