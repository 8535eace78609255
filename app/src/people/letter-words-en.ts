/** What letters say around their link, in English. */
import type { LetterWords } from './letter-words.ts'

export const EN: LetterWords = {
  invitation: {
    subject: 'Invitation to Maqami',
    before: 'You are invited to Maqami, where localization programmes are run. Open this link to accept:',
    after: (until) =>
      `It is good once, until ${until}. It is meant for you alone: do not pass it on. If you expected no invitation, leave it.`,
  },
  recovery: {
    subject: 'A new password for Maqami',
    before: 'Somebody asked for a new password for your account at Maqami. Open this link to choose one:',
    after: (until) =>
      `It is good once, until ${until}. If it was not you, leave it: your password stays as it is, and nobody else has this link.`,
  },
}
