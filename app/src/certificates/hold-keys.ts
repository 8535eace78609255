/** The keys of a laboratory: made with its first certificate, sealed under the secret of the service. */
import { createPrivateKey, generateKeyPairSync } from 'node:crypto'
import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto'
import { calculateJwkThumbprint } from 'jose'
import { type Clock, instantText } from '../kernel/clock.ts'
import type { Handle } from '../kernel/database.ts'
import type { MakeId } from '../kernel/identifiers.ts'
import { issuerName } from './conformity-credential.ts'
import { currentOf, type HeldKey, type IssuerKeyLine } from './issuer-key.ts'
import { insertKey, keysOf, sealedSecret } from './issuer-keys-table.ts'
import type { SigningKey } from './sign-credential.ts'

/** What issuing needs beside the transaction. */
export interface Issuing {
  readonly secret: string
  readonly publicAddress: URL
  readonly clock: Clock
  readonly makeId: MakeId
}

export interface KeyOwner {
  readonly id: string
  readonly number: string
}

/** The one with which the laboratory signs now. Who acts is one of its signatories. */
export async function keyToSign(
  tables: Handle,
  issuing: Issuing,
  laboratory: KeyOwner,
  person: string,
): Promise<{ readonly id: string; readonly key: SigningKey }> {
  const held =
    currentOf(await keysOf(tables, laboratory.number)) ?? (await makeKey(tables, issuing, laboratory, person))
  return { id: held.id, key: await openKey(tables, issuing, held) }
}

async function makeKey(
  tables: Handle,
  { secret, clock, makeId }: Issuing,
  laboratory: KeyOwner,
  person: string,
): Promise<IssuerKeyLine> {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const jwk = publicKey.export({ format: 'jwk' })
  const made: IssuerKeyLine = {
    id: makeId(),
    laboratory_id: laboratory.id,
    laboratory_number: laboratory.number,
    name: await calculateJwkThumbprint({ kty: 'OKP', crv: 'Ed25519', x: jwk.x ?? '' }),
    x: jwk.x ?? '',
    made_at: instantText(clock()),
    made_by: person,
  }
  const data = String(privateKey.export({ type: 'pkcs8', format: 'pem' }))
  await insertKey(tables, made, await symmetricEncrypt({ key: secret, data }))
  return made
}

export async function openKey(
  tables: Handle,
  { secret, publicAddress }: Pick<Issuing, 'secret' | 'publicAddress'>,
  held: Pick<HeldKey, 'id' | 'name' | 'laboratory_number'>,
): Promise<SigningKey> {
  const sealed = await sealedSecret(tables, held.id)
  if (sealed === undefined) throw new Error(`the key ${held.name} of ${held.laboratory_number} has no secret here`)
  const opened = createPrivateKey(await symmetricDecrypt({ key: secret, data: sealed }))
  return { name: `${issuerName(publicAddress.host, held.laboratory_number)}#${held.name}`, secret: opened }
}
