/** Who issues, and with which keys: DID documents as they were fetched once (https://www.w3.org/TR/cid-1.0/), or a set of keys whose names say whose they are. */
import type { KeyObject } from 'node:crypto'
import { keyOf } from './check-ed25519.ts'
import { instantOf } from './check-form.ts'
import { isObject, type Json, type JsonObject, listed, strictJson } from './strict-json.ts'

export interface IssuerKey {
  readonly key: KeyObject
  /** Milliseconds since 1970: nothing that was issued later is signed with it. */
  readonly expires: number | undefined
  /** It was in somebody's hands: nothing is proved by it any more. */
  readonly revoked: number | undefined
}

/** By the whole name of the key (`did:web:maqami.example#key`). */
export type IssuerKeys = ReadonlyMap<string, IssuerKey>

/** Undefined for what is neither. */
export function issuerKeysIn(text: string): IssuerKeys | undefined {
  const read = strictJson(text)
  if (isObject(read) && Array.isArray(read['keys'])) return fromKeySet(read['keys'] as readonly Json[])
  const documents = listed(read).filter(isObject)
  if (documents.length === 0 || !documents.every((one) => Array.isArray(one['verificationMethod']))) return undefined
  return new Map(documents.flatMap(fromDocument))
}

function fromKeySet(keys: readonly Json[]): IssuerKeys {
  return new Map(
    keys.filter(isObject).flatMap((jwk) => {
      const { kid } = jwk
      const key = openKey(jwk)
      return typeof kid === 'string' && kid.includes('#') && key !== undefined
        ? [[kid, { key, expires: undefined, revoked: undefined }] as const]
        : []
    }),
  )
}

function fromDocument(document: JsonObject): readonly (readonly [string, IssuerKey])[] {
  const own = typeof document['id'] === 'string' ? document['id'] : ''
  const whole = (id: Json | undefined): string =>
    typeof id !== 'string' ? '' : id.startsWith('#') ? `${own}${id}` : id
  // A method may stand where it is used, or be named there.
  const asserting = new Set(listed(document['assertionMethod']).map((one) => whole(isObject(one) ? one['id'] : one)))
  return [...listed(document['verificationMethod']), ...listed(document['assertionMethod'])]
    .filter(isObject)
    .flatMap((method) => {
      const name = whole(method['id'])
      const key = isObject(method['publicKeyJwk']) ? openKey(method['publicKeyJwk']) : undefined
      // A document speaks for itself alone.
      if (key === undefined || !asserting.has(name) || !name.startsWith(`${own}#`)) return []
      return [[name, { key, expires: instantOf(method['expires']), revoked: instantOf(method['revoked']) }] as const]
    })
}

/** A key for something else, or one that holds its secret too, is none. */
function openKey({ kty, crv, x, d, use }: JsonObject): KeyObject | undefined {
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof x !== 'string' || d !== undefined) return undefined
  return use === undefined || use === 'sig' ? keyOf(x) : undefined
}
