/** The job that hands a letter to the mail server, or writes it to a file where there is none. */
import { symmetricDecrypt } from 'better-auth/crypto'
import type { Recorder } from '../audit-log/record-command.ts'
import type { Handler } from '../jobs/job.ts'
import { instantText } from '../kernel/clock.ts'
import type { Mailer } from '../kernel/mailer.ts'
import { readAs, systemActor } from '../kernel/transaction.ts'
import { letterText } from './letter-words.ts'
import { findLetter, markSent } from './outbox-table.ts'

export const SEND_LETTER = 'send_letter'

const POSTMAN = systemActor('outbox')

/** A letter that holds no more is not sent, and one that was sent is not sent again. */
export function sendLetter(
  { database, clock }: Pick<Recorder, 'database' | 'clock'>,
  secret: string,
  mailer: Mailer,
): Handler {
  return async ({ about }) => {
    const letter = await readAs(database, POSTMAN, async (tables) => await findLetter(tables, about))
    const now = clock()
    const isToSend = letter !== undefined && letter.sent_at === null && letter.expires_at > instantText(now)
    if (!isToSend) return async () => await Promise.resolve(undefined)
    const text = await symmetricDecrypt({ key: secret, data: letter.sealed_text })
    await mailer.send({ id: letter.id, to: letter.email, ...letterText(letter, text), sent_at: now })
    return async (tables) => {
      await markSent(tables, letter.id, instantText(clock()), mailer.kind)
      return undefined
    }
  }
}
