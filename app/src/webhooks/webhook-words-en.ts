/** The pages of webhooks, in English. */
import type { EventKind } from './webhook.ts'

const KINDS: Readonly<Record<EventKind, string>> = {
  'return.accepted': 'A return was accepted',
  'return.sent_back': 'A return was sent back',
  'determination.approved': 'A determination was approved',
  'notice.served': 'Notice was served',
  'appeal.filed': 'An appeal was filed',
  'appeal.stay_decided': 'A stay was granted, refused or ended',
  'appeal.decided': 'An appeal was decided',
  'licence.ordered': 'A licence was granted, suspended or restored',
  'quota.drawn': 'An import was drawn on a quota',
  'quota.reversed': 'A draw on a quota was taken back',
}

export const EN = {
  title: 'Messages to other systems',
  lead: 'A system of yours can be told of what happens as soon as it has (a webhook). It is told identifiers and links, of what your organization may read, and fetches the rest with a key.',
  list: 'Systems that are told',
  none: 'No system is told of anything yet. Register an address below; what is sent there will stand here with every attempt.',
  address: 'Address',
  addressHint: 'It begins with https:// and is reachable from the internet.',
  events: 'Of what it is told',
  kinds: KINDS,
  state: 'State',
  on: 'on',
  off: 'switched off',
  register: 'Register an address',
  issued: 'The secret of this address',
  issuedOnce: 'Your system verifies signatures with it. It is shown this once, and never again: copy it now.',
  since: 'Registered',
  toDo: 'To do',
  see: 'See what was sent',
  end: 'End it',
  ending: (address: string) => `Nothing more is sent to ${address}. What was sent stays to be seen.`,
  switchOn: 'Switch it on again',
  offLead:
    'It could not be reached for a day, and nothing is sent any more. What was not delivered can be sent again below.',
  deliveries: 'What was sent, newest first',
  noDelivery: 'Nothing has happened of what this address is told.',
  event: 'Event',
  message: 'Message',
  when: 'When',
  delivered: 'delivered',
  waiting: 'waiting',
  failed: 'not delivered',
  attempts: 'Attempts',
  attempt: (when: string, ms: number) => `${when}, ${ms} ms:`,
  noAnswer: 'no answer',
  redeliver: 'Send again',
  done: {
    ended: 'Nothing more is sent to that address.',
    switched_on: 'It is switched on again.',
    redelivered: 'It is sent again, under the same identifier.',
  },
  letter: {
    subject: 'A system of yours is told no more',
    text: (address: string) =>
      `${address} could not be reached for a day, and is switched off. When it is well again, switch it on and have sent again what is missing:`,
  },
}
