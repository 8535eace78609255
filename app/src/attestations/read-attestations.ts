import type { Database, Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type ListPage, type PageAsked, readPage } from '../kernel/read-page.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import { type Attestation, type AttestationRefusal, contradictionsOf, type Opening } from './attestation.ts'
import {
  attestationsAbout,
  attestationsTo,
  findAttestation,
  findAttestations,
  listAttestations,
  openingsOf,
} from './attestations-table.ts'

export interface AttestationHeld extends Attestation {
  readonly openings: readonly Opening[]
  /** The numbers of those that hold and cannot be true beside it, as far as the reader may see them. */
  readonly contradicted_by: readonly string[]
}

/** Who opened what was sealed is for the supplier and for officers. */
export async function readAttestation(
  database: Database,
  actor: Actor,
  id: string,
  day: string,
): Promise<Outcome<AttestationHeld, AttestationRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const found = await findAttestation(tables, id)
    if (found === undefined) return { refused: { code: 'attestation_unknown' } }
    const others = contradictionsOf(found, await attestationsAbout(tables, found), day)
    const contradicted_by = others.map(({ number }) => number)
    return { done: { ...found, openings: await openingsOf(tables, id), contradicted_by } }
  })
}

/** A page of those that the reader may see, newest first: its own, those made to it, or all that were signed. */
export async function readAttestations(
  database: Database,
  actor: Actor,
  asked: PageAsked,
): Promise<ListPage<Attestation>> {
  return await readPage(database, actor, asked, 'newest_first', listAttestations)
}

/** What a firm may cite, or could have: all that was signed for its number in the company registry, or for any. */
export async function attestationsToIn(tables: Handle, recipient: string): Promise<readonly Attestation[]> {
  return await attestationsTo(tables, recipient)
}

/** By their identifiers. */
export async function attestationsIn(tables: Handle, ids: readonly string[]): Promise<readonly Attestation[]> {
  return await findAttestations(tables, ids)
}
