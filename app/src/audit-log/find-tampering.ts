/** Holds the whole audit log against its hashes, its signatures and the checkpoint that was kept outside the database. */
import type { Database, Handle } from '../kernel/database.ts'
import { readAs, systemActor } from '../kernel/transaction.ts'
import { checkpointsAfter, type SealedRow, sealedAfter, unsealedAfter } from './audit-log-table.ts'
import {
  CHAIN_START,
  type Checkpoint,
  checkpointText,
  eventText,
  sealText,
  type SignedEvent,
  signedEventText,
} from './event.ts'
import type { AuditKey } from './open-audit-key.ts'
import { hashText } from './seal-events.ts'

export interface Examined {
  readonly sealed: number
  readonly unsealed: number
  readonly checkpoints: number
  /** One sentence for each row that is not as it was written. */
  readonly findings: readonly string[]
  /** True when there were more than are listed. */
  readonly isCut: boolean
}

const PAGE = 2000
const MOST_FINDINGS = 100
/** Below every identifier. */
const FIRST_ID = '00000000-0000-0000-0000-000000000000'

export async function findTampering(
  database: Database,
  key: AuditKey,
  kept: Checkpoint | undefined,
  progress: (sealed: number) => void,
): Promise<Examined> {
  return await readAs(database, systemActor('verifier'), async (tables) => {
    const findings: string[] = []
    const chain = await examineChain(tables, key, findings, progress)
    const checkpoints = await examineCheckpoints(tables, key, chain, findings)
    examineKept(kept, key, chain, findings)
    const unsealed = await examineUnsealed(tables, key, findings)
    return {
      sealed: chain.count,
      unsealed,
      checkpoints,
      findings: findings.slice(0, MOST_FINDINGS),
      isCut: findings.length > MOST_FINDINGS,
    }
  })
}

interface Chain {
  readonly count: number
  readonly last: number
  /** The hash in each seal, by its position. */
  readonly hashes: ReadonlyMap<number, string>
}

async function examineChain(
  tables: Handle,
  key: AuditKey,
  findings: string[],
  progress: (sealed: number) => void,
): Promise<Chain> {
  const hashes = new Map<number, string>()
  let last = 0
  for (;;) {
    const rows = await sealedAfter(tables, last, PAGE)
    for (const row of rows) {
      const { position, hash } = row.seal
      if (position !== last + 1) findings.push(missingSeals(last + 1, position - 1))
      const previous = position === 1 ? CHAIN_START : hashes.get(position - 1)
      findings.push(...sealFindings(row, previous, key))
      // What follows is held against the hash as it stands, so that one changed row is one finding.
      hashes.set(position, hash)
      last = position
    }
    progress(hashes.size)
    if (rows.length < PAGE) return { count: hashes.size, last, hashes }
  }
}

function missingSeals(first: number, last: number): string {
  return first === last
    ? `The seal at position ${first} was removed.`
    : `The seals at positions ${first} to ${last} were removed.`
}

function sealFindings({ seal, event }: SealedRow, previous: string | undefined, key: AuditKey): readonly string[] {
  const { position, event_id, event_hash, hash } = seal
  const findings: string[] = []
  if (event === undefined) findings.push(`The event ${event_id} at position ${position} was removed.`)
  else if (hashText(signedEventText(event)) !== event_hash)
    findings.push(`The event ${event_id} at position ${position} was altered.`)
  else findings.push(...signatureFindings(event, key))
  if (previous !== undefined && hashText(sealText(position, previous, event_hash)) !== hash)
    findings.push(`The seal at position ${position} was altered.`)
  return findings
}

function signatureFindings(event: SignedEvent, key: AuditKey): readonly string[] {
  if (event.key_id !== key.id)
    return [
      `The event ${event.id} names the key ${event.key_id} and not ${key.id}: it was inserted or altered, or this is not the key.`,
    ]
  if (key.holds(eventText(event), event.signature)) return []
  return [`The event ${event.id} was inserted or altered: its signature does not hold.`]
}

async function examineCheckpoints(tables: Handle, key: AuditKey, chain: Chain, findings: string[]): Promise<number> {
  let count = 0
  let last = 0
  for (;;) {
    const checkpoints = await checkpointsAfter(tables, last, PAGE)
    for (const checkpoint of checkpoints) {
      findings.push(...checkpointFindings(checkpoint, key, chain))
      last = checkpoint.position
      count += 1
    }
    if (checkpoints.length < PAGE) break
  }
  // Seals and their checkpoint are written together.
  if (chain.last > last)
    findings.push(`The checkpoint after position ${last} was removed: nothing signs what follows up to ${chain.last}.`)
  return count
}

function checkpointFindings(checkpoint: Checkpoint, key: AuditKey, chain: Chain): readonly string[] {
  const { position } = checkpoint
  if (checkpoint.key_id !== key.id || !key.holds(checkpointText(checkpoint), checkpoint.signature))
    return [`The checkpoint at position ${position} was altered or inserted: its signature does not hold.`]
  if (chain.hashes.get(position) !== checkpoint.hash)
    return [`The chain up to position ${position} is not the one that was signed.`]
  return []
}

/** The chain may have grown since; it may not have shrunk. */
function examineKept(kept: Checkpoint | undefined, key: AuditKey, chain: Chain, findings: string[]): void {
  if (kept === undefined) return
  if (kept.key_id !== key.id || !key.holds(checkpointText(kept), kept.signature))
    findings.push('The checkpoint in the data folder was altered: its signature does not hold.')
  else if (chain.last < kept.position)
    findings.push(
      `The rows from position ${chain.last + 1} to ${kept.position} were removed from the end: the checkpoint in the data folder knows them.`,
    )
  else if (chain.hashes.get(kept.position) !== kept.hash)
    findings.push(
      `The chain up to position ${kept.position} is not the one that the checkpoint in the data folder signs.`,
    )
}

/** What no seal names is either new, or was put there by somebody who cannot sign, or has lost its seal. */
async function examineUnsealed(tables: Handle, key: AuditKey, findings: string[]): Promise<number> {
  let count = 0
  let after = FIRST_ID
  for (;;) {
    const events = await unsealedAfter(tables, after, PAGE)
    for (const event of events) {
      findings.push(...signatureFindings(event, key))
      after = event.id
    }
    count += events.length
    if (events.length < PAGE) return count
  }
}
