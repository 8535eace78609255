/** Letters that wait to be sent by mail. */
import { symmetricEncrypt } from 'better-auth/crypto'
import type { Recorder } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import { systemActor, writeAs } from '../kernel/transaction.ts'
import { queueJobIn } from '../jobs/queue-job.ts'
import { insertLetter, type Letter } from './outbox-table.ts'
import { SEND_LETTER } from './send-letter.ts'

export interface PlainLetter {
  readonly email: string
  readonly about: Letter['about']
  /** The link that it brings, which is as good as a password, or subject and text: encrypted in any case. */
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
  recorder: Pick<Recorder, 'clock' | 'makeId'>,
  secret: string,
  { email, about, text, lastsMs }: PlainLetter,
): Promise<void> {
  const now = recorder.clock()
  const id = recorder.makeId()
  await insertLetter(tables, {
    id,
    email,
    about,
    sealed_text: await symmetricEncrypt({ key: secret, data: text }),
    queued_at: instantText(now),
    expires_at: instantText(now + lastsMs),
  })
  await queueJobIn(tables, recorder, SEND_LETTER, id)
}
