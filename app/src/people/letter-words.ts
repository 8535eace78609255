/** What letters say around the link that they bring. We do not know yet in which language the reader reads: both stand in them. */
import { momentOf } from '../pages/when.ts'
import { EN } from './letter-words-en.ts'
import { UR } from './letter-words-ur.ts'
import type { Letter } from './outbox-table.ts'

interface LinkWords {
  readonly subject: string
  readonly before: string
  readonly after: (until: string) => string
}

export interface LetterWords {
  readonly invitation: LinkWords
  readonly recovery: LinkWords
}

/** Of a link, what it is for; any other letter was written whole, its subject in the first line. */
export function letterText(
  { about, expires_at }: Pick<Letter, 'about' | 'expires_at'>,
  text: string,
): { readonly subject: string; readonly text: string } {
  switch (about) {
    case 'invitation':
    case 'recovery': {
      const [en, ur] = [EN[about], UR[about]]
      const english = `${en.before}\n\n${text}\n\n${en.after(momentOf(expires_at, 'en').when)}`
      const urdu = `${ur.before}\n\n${text}\n\n${ur.after(momentOf(expires_at, 'ur').when)}`
      return { subject: `${en.subject} – ${ur.subject}`, text: `${english}\n\n– – –\n\n${urdu}\n` }
    }
    case 'reminder':
    case 'webhook_off':
    case 'warning': {
      const [subject = '', ...body] = text.split('\n')
      return { subject, text: `${body.join('\n').trim()}\n` }
    }
  }
}
