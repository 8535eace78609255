/** The keys with which a laboratory signs: the newest that has not ended. */

export interface IssuerKeyLine {
  readonly id: string
  readonly laboratory_id: string
  readonly laboratory_number: string
  /** The thumbprint of the public key (RFC 7638), by which it is called behind the name of the issuer. */
  readonly name: string
  /** The public key, as JSON Web Keys have it. */
  readonly x: string
  readonly made_at: string
  readonly made_by: string
}

export const KEY_ENDS = ['given_up', 'revoked'] as const

export interface IssuerKeyEnd {
  readonly key_id: string
  /** What was signed with a key that was given up holds; with one that was revoked nothing does. */
  readonly kind: (typeof KEY_ENDS)[number]
  readonly reasons: string
  readonly recorded_at: string
  readonly recorded_by: string
}

export interface HeldKey extends IssuerKeyLine {
  readonly ends: readonly IssuerKeyEnd[]
}

function endedAt({ ends }: Pick<HeldKey, 'ends'>, kind: IssuerKeyEnd['kind']): string | undefined {
  return ends.find((one) => one.kind === kind)?.recorded_at
}

/** Of keys in the order in which they were made. */
export function currentOf(keys: readonly HeldKey[]): HeldKey | undefined {
  return keys.findLast(({ ends }) => ends.length === 0)
}

export type KeyState = 'current' | IssuerKeyEnd['kind']

/** That it was revoked says more than that it was given up. */
export function stateOf({ ends }: Pick<HeldKey, 'ends'>): KeyState {
  const kinds = ends.map(({ kind }) => kind)
  return kinds.includes('revoked') ? 'revoked' : (kinds[0] ?? 'current')
}

/** The DID document that says which keys are the issuer's (https://www.w3.org/TR/cid-1.0/). */
export function issuerDocument(issuer: string, keys: readonly HeldKey[]) {
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/jwk/v1'],
    id: issuer,
    verificationMethod: keys.map((key) => {
      const [expires, revoked] = [endedAt(key, 'given_up'), endedAt(key, 'revoked')]
      return {
        id: `${issuer}#${key.name}`,
        type: 'JsonWebKey',
        controller: issuer,
        publicKeyJwk: { kty: 'OKP', crv: 'Ed25519', x: key.x, alg: 'EdDSA', use: 'sig', kid: key.name },
        ...(expires !== undefined && { expires }),
        ...(revoked !== undefined && { revoked }),
      }
    }),
    assertionMethod: keys.map(({ name }) => `${issuer}#${name}`),
  }
}
