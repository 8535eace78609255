/** Secures a credential as a JWT (https://www.w3.org/TR/vc-jose-cose/), once it is sure that we would take it from another. */
import { type KeyObject, sign } from 'node:crypto'
import { gapOf, isConformity } from './check-conformity.ts'
import { type Flaw, flawOf } from './check-form.ts'
import type { JsonObject } from './strict-json.ts'

export interface SigningKey {
  /** The whole name: `did:web:maqami.example:laboratories:LAB-000001#…`. */
  readonly name: string
  readonly secret: KeyObject
}

/** A JWT, or what the credential lacks. */
export function signCredential(
  credential: JsonObject,
  { name, secret }: SigningKey,
): { readonly signed: string } | { readonly flaw: Flaw } {
  const flaw = flawOf(credential) ?? (isConformity(credential) ? gapOf(credential) : undefined)
  if (flaw !== undefined) return { flaw }
  const text = `${encoded({ alg: 'EdDSA', typ: 'vc+jwt', cty: 'vc', kid: name })}.${encoded(credential)}`
  return { signed: `${text}.${sign(null, Buffer.from(text), secret).toString('base64url')}` }
}

function encoded(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}
