/** Letters about the recovery of a second factor, in English. */
import { momentOf } from '../pages/when.ts'
import type { RecoveryLetterWords } from './recovery-letter-words.ts'

export const EN: RecoveryLetterWords = {
  subject: 'A second factor at Maqami is to be removed',
  toPerson: ({ ready_at, stop, finish }, language) =>
    `Somebody who administers your organization, or an officer of the regulator, says that you lost your second factor, and has asked to have it removed. Until that is done or stopped you sign nothing.

If you did not ask for this, or have your device after all, stop it now. Signing in with the device or a recovery code stops it too:

${stop}

If you did ask for it, open this link after ${momentOf(ready_at, language).when}, within a week, and enter your password. Then sign in and set up another second factor. Do not pass this letter on:

${finish}`,
  toAdministrator: ({ name, ready_at, stop }, language) =>
    `For ${name} it was said that the second factor is lost, and asked to have it removed. That can be done after ${momentOf(ready_at, language).when}.

Ask ${name}, by telephone or in person, whether this is so. If it is not, or if in doubt, stop it:

${stop}

You get this letter because you administer the organization.`,
}
