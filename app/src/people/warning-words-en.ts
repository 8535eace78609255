/** Letters that warn of something, in English: the subject in the first line. */
import { momentOf } from '../pages/when.ts'
import type { DoorLetter, WarningWords } from './warning-words.ts'

const SUBJECTS: Readonly<Record<DoorLetter, string>> = {
  new_place: 'Your account was signed in to from a new place',
  password_changed: 'Your password was changed',
  second_factor_set_up: 'A second factor was set up for your account',
  second_factor_removed: 'The second factor of your account was removed',
  passkey_added: 'A passkey was added to your account',
  passkey_removed: 'A passkey of your account was removed',
}

export const EN: WarningWords = {
  atDoor: (about, { happened_at, address, agent }, link) =>
    `${SUBJECTS[about]}

${SUBJECTS[about]} at Maqami on ${momentOf(happened_at, 'en').when}, from the address ${address}, with the browser that calls itself:

${agent}

If it was you, leave this letter. If it was not, choose a new password at once by ‘Forgotten password’ on the page for signing in, which ends all sessions, and tell who administers your organization. What else happened at your account stands here:

${link}`,
  keyEnds: (name, day, address) =>
    `The key ‘${name}’ holds until ${day}

The program that uses the key ‘${name}’ is refused from the day after ${day}. Issue a new key, put it into the program, and revoke the old one:

${address}

You get this letter because you administer the organization of the key.`,
}
