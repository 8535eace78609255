/** What firms let their accountants do, in English. */
import type { Power } from './delegation.ts'

const POWERS: Readonly<Record<Power, string>> = {
  returns: 'Returns',
  decisions: 'Decisions and account',
  notices: 'Notices',
  models: 'Models and bills of materials',
}
const HINTS: Readonly<Record<Power, string>> = {
  returns: 'Read them, draft and upload them, and see what would follow. They are signed by you.',
  decisions: 'Read determinations with their letters, and the statement of account.',
  notices: 'Read them. You answer them yourselves.',
  models: 'Enter models and draft their bills of materials. You release the bills.',
}

export const EN = {
  title: 'Accountants',
  lead: 'You can let an accountant do some of your firm’s work for a time. He never signs, answers, invites people, issues keys or approves anything, and whatever he does is recorded under his own name.',
  powers: POWERS,
  hints: HINTS,
  accountant: 'Accountant',
  client: 'Client',
  mayDo: 'What he may do',
  holdsUntil: 'Until',
  givenAt: 'Given',
  current: 'Who may act for you',
  none: 'Accountants stand here once you let one act for your firm.',
  clients: 'Who lets you act',
  noClient: 'Firms stand here once they let you act for them.',
  past: 'What has ended',
  ended: 'ended',
  expired: 'has run out',
  end: 'End it',
  endingFirm: (accountant: string) =>
    `${accountant} acts for you no longer, from this moment on. What was done stays as it is.`,
  endingAccountant: (client: string) => `Nobody of yours acts for ${client} any more, from this moment on.`,
  give: 'Let an accountant act',
  giveLead:
    'Only accountants that the regulator has registered stand here. What you let one do now takes the place of what you let him do before.',
  noAccountant: 'No accountant is registered. Ask the regulator to register yours.',
  holdsFor: 'For how long',
  days: (days: string) => `${days} days`,
  giveButton: 'Let him act',
  done: {
    given: 'The accountant may act for your firm from now on.',
    ended: 'It has ended: nothing more can be done under it.',
  },
}
