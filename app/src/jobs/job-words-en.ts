/** The words of the page of jobs, in English. */
import type { JobWords } from './job-words.ts'

export const EN: JobWords = {
  title: 'Jobs of the service',
  people: 'People',
  lead: 'What goes wrong is tried again, after half a minute at first and then ever more rarely, for a day. After that it waits here for you.',
  counts: 'By kind',
  list: 'One by one, what failed first',
  none: 'Nothing waits, and nothing has failed. Letters, reminders and messages to other systems will appear here until they are sent.',
  kind: 'Kind',
  kinds: {
    send_letter: 'Send a letter',
    remind: 'Remind of deadlines',
    warn_of_keys: 'Warn of keys that run out',
    forget_sign_ins: 'Forget old sign-ins',
    destroy_documents: 'Destroy files whose time is over',
    gather_events: 'Gather events for other systems',
    deliver_event: 'Tell another system of an event',
    assess_run: 'Assess returns of a run',
    compute_effect: 'Compute what a proposed release changes',
  },
  waiting: 'Waiting',
  failed: 'Failed',
  about: 'About',
  state: 'State',
  next: 'Next try',
  tries: 'Tries',
  error: 'What went wrong last',
  toDo: 'To do',
  retry: 'Try again',
  done: { retried: 'It is tried again, from now on for a day.' },
}
