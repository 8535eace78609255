/** Letters that wait to be sent by mail. */
import { symmetricEncrypt } from 'better-auth/crypto'
import type { Recorder } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import { systemActor, writeAs } from '../kernel/transaction.ts'
import { insertLetter, type Letter } from './outbox-table.ts'

export interface PlainLetter {
  readonly email: string
  readonly about: Letter['about']
  /** Holds a link that is as good as a password, so it is encrypted. */
  readonly text: string
  readonly lastsMs: number
}

/** In a transaction of its own. */
export async function queueLetter(recorder: Recorder, secret: string, letter: PlainLetter): Promise<void> {
  await writeAs(recorder.database, systemActor('outbox'), async (tables) => {
    await queueLetterIn(tables, recorder, secret, letter)
    return { commit: undefined }
  })
}

export async function queueLetterIn(
  tables: Handle,
  { clock, makeId }: Pick<Recorder, 'clock' | 'makeId'>,
  secret: string,
  { email, about, text, lastsMs }: PlainLetter,
): Promise<void> {
  const now = clock()
  await insertLetter(tables, {
    id: makeId(),
    email,
    about,
    sealed_text: await symmetricEncrypt({ key: secret, data: text }),
    queued_at: instantText(now),
    expires_at: instantText(now + lastsMs),
  })
}
