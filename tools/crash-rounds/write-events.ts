/** Records events as fast as it can, and prints the identifier of each once it is acknowledged. Runs until somebody kills it. */
import { writeSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { checkpointFile, keepCheckpoint } from '../../app/src/audit-log/keep-checkpoint.ts'
import { openAuditKey } from '../../app/src/audit-log/open-audit-key.ts'
import { type Recorder, recordCommand } from '../../app/src/audit-log/record-command.ts'
import { startSealer } from '../../app/src/audit-log/seal-events.ts'
import { systemClock } from '../../app/src/kernel/clock.ts'
import { readConfiguration } from '../../app/src/kernel/configuration.ts'
import { makeIds } from '../../app/src/kernel/identifiers.ts'
import { openDatabase } from '../../app/src/kernel/open-database.ts'
import { systemActor } from '../../app/src/kernel/transaction.ts'

const WRITERS = 4
const PAUSE_MS = 20

/** Past the buffers of a stream, which a kill would empty unread. */
function say(line: string): void {
  writeSync(1, `${line}\n`)
}

const configuration = readConfiguration(process.env)
const { database } = await openDatabase(configuration, {
  warn: (sentence) => say(`warning: ${sentence}`),
  giveUp: (sentence) => {
    say(`gave up: ${sentence}`)
    process.exit(1)
  },
})
const makeId = makeIds(systemClock)
const recorder: Recorder = { database, key: openAuditKey(configuration), clock: systemClock, makeId }
const file = checkpointFile(configuration.MAQAMI_DATA_FOLDER)
startSealer(
  recorder,
  (checkpoint) => keepCheckpoint(file, checkpoint),
  () => undefined,
)
say('ready')

async function write(): Promise<never> {
  for (;;) {
    const subject = makeId()
    try {
      await recordCommand(recorder, systemActor('writer'), 'write_event', async () => {
        return await Promise.resolve({ done: undefined, subject, details: {} })
      })
      say(`acknowledged ${subject}`)
    } catch {
      // The database was killed; it comes back.
      await sleep(PAUSE_MS)
    }
  }
}

await Promise.all(Array.from({ length: WRITERS }, write))
