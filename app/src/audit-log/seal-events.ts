/** The sealing job: chains what was recorded by hash and signs where the chain has come to, at least once a second. */
import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseError } from 'pg'
import { instantText } from '../kernel/clock.ts'
import { systemActor, writeAs } from '../kernel/transaction.ts'
import { insertSeals, lastSeal, pendingEvents, takeChain } from './audit-log-table.ts'
import {
  CHAIN_START,
  type Checkpoint,
  checkpointText,
  type Seal,
  sealText,
  type SignedEvent,
  signedEventText,
} from './event.ts'
import type { Recorder } from './record-command.ts'

const SEALER = systemActor('sealer')
const MOST_AT_ONCE = 1000
const UNIQUE_VIOLATION = '23505'

export function hashText(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

function sealAfter(last: Seal | undefined, event: SignedEvent): Seal {
  const position = (last?.position ?? 0) + 1
  const event_hash = hashText(signedEventText(event))
  return {
    position,
    event_id: event.id,
    event_hash,
    hash: hashText(sealText(position, last?.hash ?? CHAIN_START, event_hash)),
  }
}

/** Seals what waits, and gives the last checkpoint made; undefined when nothing waited or another process is at it. */
export async function sealEvents(recorder: Recorder): Promise<Checkpoint | undefined> {
  let made: Checkpoint | undefined
  for (;;) {
    const next = await sealSome(recorder)
    if (next.checkpoint !== undefined) made = next.checkpoint
    if (next.count < MOST_AT_ONCE) return made
  }
}

interface Round {
  readonly count: number
  readonly checkpoint?: Checkpoint
}

async function sealSome(recorder: Recorder): Promise<Round> {
  const { database, key, clock } = recorder
  try {
    return await writeAs<Round>(database, SEALER, async (tables) => {
      const events = (await takeChain(tables)) ? await pendingEvents(tables, MOST_AT_ONCE) : []
      if (events.length === 0) return { commit: { count: 0 } }
      const seals: Seal[] = []
      let last = await lastSeal(tables)
      for (const event of events) {
        last = sealAfter(last, event)
        seals.push(last)
      }
      const head = { position: last?.position ?? 0, hash: last?.hash ?? '', signed_at: instantText(clock()) }
      const checkpoint = { ...head, key_id: key.id, signature: key.sign(checkpointText(head)) }
      await insertSeals(tables, seals, checkpoint)
      return { commit: { count: seals.length, checkpoint } }
    })
  } catch (error) {
    // Another process sealed between our first look and our turn; what is left is there next time.
    if (error instanceof DatabaseError && error.code === UNIQUE_VIOLATION) return { count: 0 }
    throw error
  }
}

export interface Sealer {
  /** True while the last round ended well and not long ago. */
  readonly isAlive: () => boolean
  /** Ends after a last round. */
  readonly stop: () => Promise<void>
}

const EVERY_MS = 500
const ALIVE_MS = 10_000

/** `keep` is handed each checkpoint once it is safe in the database. */
export function startSealer(
  recorder: Recorder,
  keep: (checkpoint: Checkpoint) => void,
  onError: (error: unknown) => void,
): Sealer {
  let lastGood = performance.now()
  const stopping = new AbortController()
  const round = async (): Promise<void> => {
    try {
      const checkpoint = await sealEvents(recorder)
      if (checkpoint !== undefined) keep(checkpoint)
      lastGood = performance.now()
    } catch (error) {
      onError(error)
    }
  }
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await round()
      await sleep(EVERY_MS, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
    await round()
  })()
  return {
    isAlive: () => performance.now() - lastGood < ALIVE_MS,
    stop: async () => {
      stopping.abort()
      await running
    },
  }
}
