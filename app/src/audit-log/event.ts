/** What the audit log holds, and the exact texts that are hashed and signed. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'

export interface AuditEvent {
  readonly id: string
  readonly recorded_at: string
  readonly person: string
  readonly organization: string | null
  readonly role: string
  readonly command: string
  readonly subject: string
  /** Canonical JSON of an object. */
  readonly details: string
}

export interface SignedEvent extends AuditEvent {
  readonly key_id: string
  readonly signature: string
}

export interface Seal {
  readonly position: number
  readonly event_id: string
  readonly event_hash: string
  readonly hash: string
}

export interface Checkpoint {
  readonly position: number
  readonly hash: string
  readonly signed_at: string
  readonly key_id: string
  readonly signature: string
}

/** What stands before the first seal. */
export const CHAIN_START = '0'.repeat(64)

/** What the signature of an event covers. The first line keeps one kind of text from being taken for another. */
export function eventText(event: AuditEvent): string {
  const { id, recorded_at, person, organization, role, command, subject, details } = event
  return `maqami audit event\n${canonicalJson({ id, recorded_at, person, organization, role, command, subject, details })}`
}

/** What the hash of an event covers. */
export function signedEventText(event: SignedEvent): string {
  return `${eventText(event)}\n${event.key_id}\n${event.signature}`
}

/** What the hash of a seal covers: its place, the seal before it and the event. */
export function sealText(position: number, previousHash: string, eventHash: string): string {
  return `maqami audit seal\n${position}\n${previousHash}\n${eventHash}`
}

export function checkpointText({
  position,
  hash,
  signed_at,
}: Pick<Checkpoint, 'position' | 'hash' | 'signed_at'>): string {
  return `maqami audit checkpoint\n${position}\n${hash}\n${signed_at}`
}
