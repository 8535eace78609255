/** A credential that is secured as a JWT (https://www.w3.org/TR/vc-jose-cose/), and what can be said of it without asking anybody. */
import { strictBase64url } from './read-base64url.ts'
import { gapOf, isConformity } from './check-conformity.ts'
import { holds } from './check-ed25519.ts'
import { type Flaw, flawOf, instantOf } from './check-form.ts'
import type { IssuerKeys } from './read-issuers.ts'
import { decodedList, isSet } from './pack-statuses.ts'
import { isObject, type Json, type JsonObject, listed, strictJson } from './strict-json.ts'

/** Why a credential is not to be relied on. `instant`s are milliseconds since 1970. */
export type Doubt =
  | { readonly code: 'unreadable' }
  | { readonly code: 'unsigned' }
  | { readonly code: 'algorithm'; readonly named: string }
  | { readonly code: 'flawed'; readonly flaw: Flaw }
  | { readonly code: 'unknown_issuer'; readonly issuer: string }
  | { readonly code: 'unknown_key'; readonly key: string }
  | { readonly code: 'key_revoked'; readonly key: string; readonly instant: number }
  | { readonly code: 'key_expired'; readonly key: string; readonly instant: number }
  | { readonly code: 'wrong_signature' }
  | { readonly code: 'not_yet_valid'; readonly instant: number }
  | { readonly code: 'expired'; readonly instant: number }
  | { readonly code: 'suspended' }
  | { readonly code: 'withdrawn' }
  | { readonly code: 'status_missing'; readonly list: string }
  | { readonly code: 'status_outdated'; readonly list: string; readonly instant: number }
  | { readonly code: 'status_unreadable'; readonly list: string; readonly because: string }

export interface Signed {
  readonly credential: JsonObject
  readonly issuer: string
}

export type Judged = { readonly good: Signed } | { readonly doubt: Doubt }

export interface Known {
  readonly keys: IssuerKeys
  /** Status lists as they were fetched once, each a JWT. */
  readonly lists: readonly string[]
  readonly now: number
}

const MS = 1000
const ENVELOPE = /^data:application\/vc\+jwt,/
const ALGORITHMS: readonly string[] = ['EdDSA', 'Ed25519']
const TYPES: readonly string[] = ['vc+jwt', 'application/vc+jwt']

/** `text` is a JWT, or the object in which one is enveloped. */
export function judge(text: string, known: Known): Judged {
  const signed = signedBy(text, known)
  if ('doubt' in signed) return signed
  const { credential } = signed.good
  const status = statusDoubt(credential, signed.good.issuer, known)
  return status === undefined ? signed : { doubt: status }
}

/** The form alone of what nobody signed: undefined where nothing is wrong with it. */
export function formDoubt(text: string): Doubt | undefined {
  const read = strictJson(text)
  return isObject(read) ? flawed(read) : { code: 'unreadable' }
}

function flawed(credential: JsonObject): Doubt | undefined {
  const flaw = flawOf(credential) ?? (isConformity(credential) ? gapOf(credential) : undefined)
  return flaw === undefined ? undefined : { code: 'flawed', flaw }
}

/** Everything but its status. */
function signedBy(text: string, { keys, now }: Known): Judged {
  const parts = partsOf(text.trim())
  if (!isParts(parts)) return { doubt: parts }
  const { header, credential, signed, signature } = parts
  const { alg, typ, kid } = header
  if (typeof alg !== 'string' || !ALGORITHMS.includes(alg))
    return { doubt: { code: 'algorithm', named: typeof alg === 'string' ? alg : '' } }
  // What must be understood is not, and what is of another kind is no credential.
  if (header['crit'] !== undefined || (typ !== undefined && !TYPES.some((type) => type === typ))) return UNREADABLE
  const wrong = flawed(credential)
  if (wrong !== undefined) return { doubt: wrong }
  const issuer = issuerOf(credential)
  const { iss } = credential
  if (iss !== undefined && iss !== issuer)
    return { doubt: { code: 'flawed', flaw: { place: '/iss', must: 'be its issuer' } } }
  const untimely = ['nbf', 'exp'].find(
    (name) => credential[name] !== undefined && secondsIn(credential[name]) === undefined,
  )
  if (untimely !== undefined)
    return { doubt: { code: 'flawed', flaw: { place: `/${untimely}`, must: 'be seconds since 1970' } } }
  if (![...keys.keys()].some((name) => name.startsWith(`${issuer}#`)))
    return { doubt: { code: 'unknown_issuer', issuer } }
  const name =
    typeof kid !== 'string' ? '' : kid.includes('#') && !kid.startsWith('#') ? kid : `${issuer}#${kid.replace('#', '')}`
  const key = name.startsWith(`${issuer}#`) ? keys.get(name) : undefined
  if (key === undefined) return { doubt: { code: 'unknown_key', key: name } }
  if (key.revoked !== undefined && key.revoked <= now)
    return { doubt: { code: 'key_revoked', key: name, instant: key.revoked } }
  if (!holds(signed, signature, key.key)) return { doubt: { code: 'wrong_signature' } }
  const { from, until } = validity(credential)
  if (key.expires !== undefined && (from ?? now) > key.expires)
    return { doubt: { code: 'key_expired', key: name, instant: key.expires } }
  if (from !== undefined && now < from) return { doubt: { code: 'not_yet_valid', instant: from } }
  if (until !== undefined && now >= until) return { doubt: { code: 'expired', instant: until } }
  return { good: { credential, issuer } }
}

const UNREADABLE = { doubt: { code: 'unreadable' } } as const

interface Parts {
  readonly header: JsonObject
  readonly credential: JsonObject
  readonly signed: string
  readonly signature: Buffer
}

function isParts(parts: Parts | Doubt): parts is Parts {
  return 'signature' in parts
}

function partsOf(text: string): Parts | Doubt {
  if (text.startsWith('{')) {
    const read = strictJson(text)
    const id = isObject(read) ? read['id'] : undefined
    const isEnvelope = isObject(read) && listed(read['type']).includes('EnvelopedVerifiableCredential')
    if (isEnvelope && typeof id === 'string' && ENVELOPE.test(id)) return partsOf(id.replace(ENVELOPE, ''))
    if (!isObject(read)) return UNREADABLE.doubt
    return flawed(read) ?? { code: 'unsigned' }
  }
  const [head = '', body = '', last = '', ...more] = text.split('.')
  const [header, credential] = [head, body].map(jsonIn)
  const signature = strictBase64url(last)
  if (more.length > 0 || !isObject(header) || !isObject(credential) || signature === undefined) return UNREADABLE.doubt
  return { header, credential, signed: `${head}.${body}`, signature }
}

function jsonIn(part: string): Json | undefined {
  const bytes = strictBase64url(part)
  if (bytes === undefined) return undefined
  try {
    return strictJson(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return undefined
  }
}

function issuerOf({ issuer }: JsonObject): string {
  const id = isObject(issuer) ? issuer['id'] : issuer
  return typeof id === 'string' ? id : ''
}

/** As far as a calendar goes. */
const MOST_SECONDS = 253_402_300_799

/** Undefined for what is no instant. */
function secondsIn(value: Json | undefined): number | undefined {
  return typeof value === 'number' && Math.abs(value) <= MOST_SECONDS ? value : undefined
}

/** The narrower of what the credential says and what the JWT around it says. */
function validity(credential: JsonObject): { readonly from: number | undefined; readonly until: number | undefined } {
  const seconds = (name: string): number | undefined => {
    const found = secondsIn(credential[name])
    return found === undefined ? undefined : found * MS
  }
  const [from, until] = [
    [instantOf(credential['validFrom']), seconds('nbf')],
    [instantOf(credential['validUntil']), seconds('exp')],
  ].map((both) => both.filter((one) => one !== undefined))
  return {
    from: from?.length === 0 ? undefined : Math.max(...(from ?? [])),
    until: until?.length === 0 ? undefined : Math.min(...(until ?? [])),
  }
}

const PURPOSES = { suspension: 'suspended', revocation: 'withdrawn' } as const

function statusDoubt(credential: JsonObject, issuer: string, known: Known): Doubt | undefined {
  for (const entry of listed(credential['credentialStatus'])) {
    const doubt = isObject(entry) ? entryDoubt(entry, issuer, known) : undefined
    if (doubt !== undefined) return doubt
  }
  return undefined
}

const PLACE = /^(0|[1-9]\d{0,9})$/

function entryDoubt(entry: JsonObject, issuer: string, known: Known): Doubt | undefined {
  const { statusListCredential: list, statusListIndex: place, statusPurpose: purpose } = entry
  const name = typeof list === 'string' ? list : ''
  const unreadable = (because: string): Doubt => ({ code: 'status_unreadable', list: name, because })
  if (!listed(entry['type']).includes('BitstringStatusListEntry')) return unreadable('it is of another kind')
  if (typeof place !== 'string' || !PLACE.test(place)) return unreadable('it names no place in the list')
  if ((entry['statusSize'] ?? 1) !== 1) return unreadable('its statuses are of several bits')
  const opened = openedList(name, known)
  if (opened === undefined) return { code: 'status_missing', list: name }
  const { judged, bits } = opened
  if ('doubt' in judged) {
    const { doubt } = judged
    if (doubt.code === 'expired') return { code: 'status_outdated', list: name, instant: doubt.instant }
    return unreadable(`the list is not to be relied on (${doubt.code})`)
  }
  if (judged.good.issuer !== issuer) return unreadable('the list is of another issuer')
  const subject = judged.good.credential['credentialSubject']
  if (
    !isObject(subject) ||
    subject['type'] !== 'BitstringStatusList' ||
    !listed(subject['statusPurpose']).includes(purpose ?? null)
  )
    return unreadable('the list is for something else')
  const isOn = bits === undefined ? undefined : isSet(bits, Number(place))
  if (isOn === undefined)
    return unreadable(bits === undefined ? 'the list cannot be unpacked' : 'the list is shorter than that')
  if (!isOn) return undefined
  return purpose === 'suspension' || purpose === 'revocation' ? { code: PURPOSES[purpose] } : undefined
}

interface OpenedList {
  readonly judged: Judged
  /** Undefined where it cannot be unpacked. */
  readonly bits: Uint8Array | undefined
}

/** Who judges many certificates by the same lists opens each of them once. */
const OPENED = new WeakMap<Known, Map<string, OpenedList | undefined>>()

function openedList(name: string, known: Known): OpenedList | undefined {
  const lists = OPENED.get(known) ?? new Map<string, OpenedList | undefined>()
  OPENED.set(known, lists)
  if (!lists.has(name)) {
    const text = known.lists.find((one) => nameIn(one) === name)
    lists.set(name, text === undefined ? undefined : openList(text, known))
  }
  return lists.get(name)
}

function openList(text: string, known: Known): OpenedList {
  const judged = signedBy(text, known)
  const subject = 'doubt' in judged ? undefined : judged.good.credential['credentialSubject']
  const encoded = isObject(subject) ? subject['encodedList'] : undefined
  return { judged, bits: typeof encoded === 'string' ? decodedList(encoded) : undefined }
}

/** The address that a list gives itself, of whatever may not be one. */
function nameIn(text: string): string | undefined {
  const parts = partsOf(text.trim())
  const id = isParts(parts) ? parts.credential['id'] : undefined
  return typeof id === 'string' ? id : undefined
}
