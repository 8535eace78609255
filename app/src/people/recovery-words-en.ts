/** The pages of recovering a second factor, in English. */

export const EN = {
  title: 'Lost second factors',
  lead: 'Who lost the device and the recovery codes gets the second factor removed, a day after you asked for it. The person and all administrators of the organization are told at once, and each of them can stop it; so does signing in with the factor. Until then the person signs nothing. Make sure first, by telephone or face to face, that it is really the person who asks you.',
  open: 'Ask for a recovery',
  email: 'E-mail address of the person',
  ask: 'Ask for it',
  running: 'What runs',
  none: 'Recoveries stand here until they are completed, stopped or a week old.',
  name: 'Name',
  openedAt: 'Asked for',
  readyAt: 'Can be completed after',
  stop: 'Stop it',
  stopTitle: 'Stop the recovery',
  stopLead: 'The second factor then stays as it is, and whoever was to lose it signs again.',
  finishTitle: 'Remove the lost second factor',
  finishLead:
    'After that you sign in with your password only, everywhere else you are signed out, and you sign nothing until you have set up another second factor.',
  password: 'Password',
  finish: 'Remove it',
  linkBroken: 'The link is incomplete. Open it from the letter once more.',
  done: {
    opened: 'It is asked for. All concerned get a letter now.',
    stopped: 'The recovery is stopped. The second factor stays as it is.',
  },
}
