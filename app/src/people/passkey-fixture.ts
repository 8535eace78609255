/** A device that keeps passkeys, as WebAuthn (Level 3, sections 6.1 and 6.5) writes what it says; and one that says what it should not. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { PasskeyAsked } from '../pages/passkey-button.tsx'

export interface Device {
  readonly id: string
  /** What the field of the page is given. */
  readonly make: (asked: PasskeyAsked, twist?: Twist) => string
  readonly answer: (asked: PasskeyAsked, twist?: Twist) => string
}

export interface Twist {
  readonly origin?: string
  readonly rpId?: string
  /** Without the bit that somebody was recognised. */
  readonly unverified?: true
  readonly counter?: number
  readonly challenge?: string
  readonly ticket?: string
  readonly type?: string
  readonly handle?: string
  /** Another device’s. */
  readonly id?: string
  readonly spoilt?: true
}

const PRESENT = 0x01
const VERIFIED = 0x04
const NEW = 0x40

export function deviceAt(address: URL): Device {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const raw = randomBytes(16)
  const id = raw.toString('base64url')
  let counter = 0
  let handle = ''
  const clientData = (type: string, asked: PasskeyAsked, twist: Twist): Buffer =>
    Buffer.from(
      JSON.stringify({
        type: twist.type ?? type,
        challenge: twist.challenge ?? asked.options['challenge'],
        origin: twist.origin ?? address.origin,
        crossOrigin: false,
      }),
    )
  const head = (flags: number, twist: Twist): Buffer => {
    counter += 1
    const count = Buffer.alloc(4)
    count.writeUInt32BE(twist.counter ?? counter)
    const lit = twist.unverified === true ? flags : flags | VERIFIED
    return Buffer.concat([sha256(twist.rpId ?? address.hostname), Buffer.from([lit]), count])
  }
  const said = (asked: PasskeyAsked, twist: Twist, response: object): string =>
    JSON.stringify({
      ticket: twist.ticket ?? asked.ticket,
      response: {
        id: twist.id ?? id,
        rawId: twist.id ?? id,
        type: 'public-key',
        clientExtensionResults: {},
        response,
      },
    })
  return {
    id,
    make: (asked, twist = {}) => {
      handle = (asked.options['user'] as { readonly id: string }).id
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
      // COSE: kty EC2, alg ES256, curve P-256, x, y.
      const key = Buffer.concat([hex('a5010203262001215820'), bytes(x), hex('225820'), bytes(y)])
      const credential = Buffer.concat([Buffer.alloc(16), hex('0010'), raw, key])
      const data = Buffer.concat([head(PRESENT | NEW, twist), credential])
      // {"fmt": "none", "attStmt": {}, "authData": …}
      const attested = Buffer.concat([
        hex('a363666d74646e6f6e656761747453746d74a0686175746844617461'),
        hex('58'),
        Buffer.from([data.length]),
        data,
      ])
      return said(asked, twist, {
        clientDataJSON: clientData('webauthn.create', asked, twist).toString('base64url'),
        attestationObject: attested.toString('base64url'),
        transports: ['internal'],
      })
    },
    answer: (asked, twist = {}) => {
      const client = clientData('webauthn.get', asked, twist)
      const data = head(PRESENT, twist)
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      if (twist.spoilt === true) signature[signature.length - 1] = (signature.at(-1) ?? 0) ^ 1
      return said(asked, twist, {
        clientDataJSON: client.toString('base64url'),
        authenticatorData: data.toString('base64url'),
        signature: signature.toString('base64url'),
        userHandle: twist.handle ?? handle,
      })
    },
  }
}

function sha256(of: string | Buffer): Buffer {
  return createHash('sha256').update(of).digest()
}

function hex(text: string): Buffer {
  return Buffer.from(text, 'hex')
}

function bytes(text: string): Buffer {
  return Buffer.from(text, 'base64url')
}
