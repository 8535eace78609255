/** A laboratory changes its key: it gives one up for another, or revokes one that was in somebody's hands, and signs anew what that one had signed. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs } from '../kernel/transaction.ts'
import type { Laboratory } from '../laboratories/laboratory.ts'
import { laboratoryOfOrganization } from '../laboratories/read-laboratories.ts'
import type { SecondFactorRefusal } from '../people/set-up-second-factor.ts'
import type { CertificateRefusal } from './certificate.ts'
import { insertCredential, signedWith } from './certificates-table.ts'
import { type Issuing, keyToSign } from './hold-keys.ts'
import type { HeldKey, IssuerKeyEnd } from './issuer-key.ts'
import { insertKeyEnd, keysOf } from './issuer-keys-table.ts'
import { payloadOf } from './read-credential.ts'
import { keysHash } from './shown-hash.ts'
import { signCredential } from './sign-credential.ts'

export interface EndKey {
  /** Its thumbprint. */
  readonly key: string
  readonly kind: IssuerKeyEnd['kind']
  readonly reasons: string
  /** Of the keys as they were shown. */
  readonly shown_hash: string
}

/** `confirm` holds the second factor; it is asked when everything else is right, so that a code is not used up in vain. */
export async function endKey(
  parts: Recorder & Issuing,
  actor: Actor,
  wanted: EndKey,
  confirm: () => Promise<Outcome<unknown, SecondFactorRefusal>>,
): Promise<Outcome<readonly HeldKey[], CertificateRefusal | SecondFactorRefusal>> {
  const { key, kind, reasons, shown_hash } = wanted
  const ready = await readAs(parts.database, actor, async (tables) => await endable(tables, actor, wanted))
  if ('refused' in ready) return ready
  const confirmed = await confirm()
  if ('refused' in confirmed) return confirmed
  return await recordCommand<readonly HeldKey[], CertificateRefusal>(parts, actor, 'end_issuer_key', async (tables) => {
    const still = await endable(tables, actor, wanted)
    if ('refused' in still) return still
    const { laboratory, held } = still.done
    const recorded_at = instantText(parts.clock())
    await insertKeyEnd(tables, { key_id: held.id, kind, reasons, recorded_at, recorded_by: actor.person })
    const signedAnew = kind === 'revoked' ? await signAnew(tables, parts, actor, held) : []
    await keyToSign(tables, parts, laboratory, actor.person)
    return {
      done: await keysOf(tables, laboratory.number),
      subject: `laboratory ${laboratory.number}`,
      details: { key, kind, reasons, shown_hash, signed_anew: signedAnew },
    }
  })
}

async function endable(
  tables: Handle,
  actor: Actor,
  { key, kind, shown_hash }: EndKey,
): Promise<Outcome<{ readonly laboratory: Laboratory; readonly held: HeldKey }, CertificateRefusal>> {
  const laboratory = await laboratoryOfOrganization(tables, actor.organization ?? '')
  const keys = laboratory === undefined ? [] : await keysOf(tables, laboratory.number)
  const held = keys.find(({ name }) => name === key)
  if (laboratory === undefined || held === undefined) return { refused: { code: 'issuer_key_unknown' } }
  const isOver = held.ends.some((one) => one.kind === kind || one.kind === 'revoked')
  if (isOver) return { refused: { code: 'issuer_key_over' } }
  if ((await keysHash(keys)) !== shown_hash) return { refused: { code: 'issuer_keys_changed' } }
  return { done: { laboratory, held } }
}

/** The numbers of the certificates that the key had signed: what they say stays, and is signed with another. */
async function signAnew(
  tables: Handle,
  issuing: Issuing,
  { person }: Actor,
  held: HeldKey,
): Promise<readonly string[]> {
  const signed = await signedWith(tables, held.id)
  const owner = { id: held.laboratory_id, number: held.laboratory_number }
  for (const { number, certificate_id, position, credential } of signed) {
    const { id: key_id, key } = await keyToSign(tables, issuing, owner, person)
    const made = signCredential(payloadOf(credential), key)
    if ('flaw' in made)
      throw new Error(`certificate ${number} cannot be signed anew: ${made.flaw.place} must ${made.flaw.must}`)
    const signed_at = instantText(issuing.clock())
    await insertCredential(tables, {
      certificate_id,
      position: position + 1,
      key_id,
      credential: made.signed,
      signed_at,
    })
  }
  return signed.map(({ number }) => number)
}
