/**
 * The form of a verifiable credential: the data model of the W3C, version 2.0 (https://www.w3.org/TR/vc-data-model-2.0/), as far as it can be held
 * to without asking anybody for a context.
 */
import { isObject, type Json, type JsonObject, listed } from './strict-json.ts'

/** The first thing that is wrong, and where. */
export interface Flaw {
  /** A JSON pointer. */
  readonly place: string
  readonly must: string
}

export const BASE_CONTEXT = 'https://www.w3.org/ns/credentials/v2'

/** What the base context defines and protects: a context that says otherwise is no context of a credential. */
const PROTECTED: readonly string[] = [
  'id',
  'type',
  'name',
  'description',
  'digestMultibase',
  'digestSRI',
  'mediaType',
  'VerifiableCredential',
  'EnvelopedVerifiableCredential',
  'VerifiablePresentation',
  'EnvelopedVerifiablePresentation',
  'JsonSchemaCredential',
  'JsonSchema',
  'BitstringStatusListCredential',
  'BitstringStatusList',
  'BitstringStatusListEntry',
  'DataIntegrityProof',
]

/** Properties whose values each say of which type they are. */
const TYPED = ['credentialStatus', 'credentialSchema', 'refreshService', 'termsOfUse', 'evidence', 'proof'] as const

export function flawOf(credential: Json | undefined): Flaw | undefined {
  for (const flaw of flawsOf(credential)) return flaw
  return undefined
}

function* flawsOf(credential: Json | undefined): Generator<Flaw> {
  if (!isObject(credential)) {
    yield { place: '', must: 'be an object' }
    return
  }
  yield* ofContext(credential['@context'])
  yield* ofTypes(credential, '', 'VerifiableCredential')
  yield* ofIdentifier(credential, '')
  yield* ofIssuer(credential['issuer'])
  yield* ofSubjects(credential['credentialSubject'])
  yield* ofValidity(credential)
  for (const name of ['name', 'description']) yield* ofWords(credential[name], `/${name}`)
  for (const name of TYPED)
    for (const [place, one] of placed(credential[name], `/${name}`)) {
      if (!isObject(one)) yield { place, must: 'be an object' }
      else yield* ofTypes(one, place)
    }
  for (const [place, one] of placed(credential['credentialStatus'], '/credentialStatus'))
    if (isObject(one)) yield* ofIdentifier(one, place)
  for (const name of ['credentialSchema', 'refreshService'])
    for (const [place, one] of placed(credential[name], `/${name}`)) if (isObject(one)) yield* ofUrl(one['id'], place)
  yield* ofRelated(credential['relatedResource'])
  if (credential['vc'] !== undefined || credential['vp'] !== undefined)
    yield { place: credential['vc'] === undefined ? '/vp' : '/vc', must: 'not be there: that was version 1.1' }
}

/** Each value with where it stands. */
function placed(value: Json | undefined, place: string): readonly (readonly [string, Json])[] {
  return Array.isArray(value)
    ? (value as readonly Json[]).map((one, index) => [`${place}/${index}`, one] as const)
    : listed(value).map((one) => [place, one] as const)
}

function* ofContext(context: Json | undefined): Generator<Flaw> {
  const place = '/@context'
  if (!Array.isArray(context)) {
    yield { place, must: `be a list that begins with ${BASE_CONTEXT}` }
    return
  }
  const [first, ...others] = context as readonly Json[]
  if (first !== BASE_CONTEXT) {
    yield { place: `${place}/0`, must: `be ${BASE_CONTEXT}` }
    return
  }
  for (const [index, one] of others.entries()) {
    const at = `${place}/${index + 1}`
    if (typeof one === 'string' ? !isUrl(one) : !isObject(one)) yield { place: at, must: 'be an address or a context' }
    const redefined = isObject(one) ? Object.keys(one).find((term) => PROTECTED.includes(term)) : undefined
    if (redefined !== undefined) yield { place: `${at}/${redefined}`, must: 'not be defined anew' }
    for (const [term, meant] of isObject(one) ? Object.entries(one) : [])
      if (typeof meant === 'string' && !term.startsWith('@') && !isUrl(meant) && !isShort(meant))
        yield { place: `${at}/${term}`, must: 'stand for an address' }
  }
}

/** `schema:name`, whose first part a context explains, or a keyword. */
function isShort(meant: string): boolean {
  return meant.startsWith('@') || /^[a-z][\w-]*:[^\s/]/i.test(meant)
}

function* ofTypes(thing: JsonObject, place: string, needed?: string): Generator<Flaw> {
  const types = listed(thing['type'])
  if (types.length === 0) {
    yield { place: `${place}/type`, must: 'say of which type it is' }
    return
  }
  if (!types.every((type) => typeof type === 'string' && type !== '' && !/\s/.test(type))) {
    yield { place: `${place}/type`, must: 'be one or more names without spaces' }
    return
  }
  if (needed === undefined) return
  if (!types.includes(needed)) {
    yield { place: `${place}/type`, must: `name ${needed}` }
    return
  }
  const contexts = listed(thing['@context'])
  const unknown = types.filter((type) => typeof type === 'string').find((type) => !isDefined(type, contexts))
  if (unknown !== undefined) yield { place: `${place}/type`, must: `not name ${unknown}, which no context defines` }
}

/** True also where a context that is not at hand may define it. */
function isDefined(type: string, contexts: readonly Json[]): boolean {
  if (isUrl(type) || PROTECTED.includes(type)) return true
  return contexts.some((one) => (isObject(one) ? type in one || '@vocab' in one : one !== BASE_CONTEXT))
}

function* ofIdentifier(thing: JsonObject, place: string): Generator<Flaw> {
  if (thing['id'] !== undefined) yield* ofUrl(thing['id'], place)
}

function* ofUrl(id: Json | undefined, place: string): Generator<Flaw> {
  if (typeof id !== 'string' || !isUrl(id)) yield { place: `${place}/id`, must: 'be one address (URL)' }
}

function* ofIssuer(issuer: Json | undefined): Generator<Flaw> {
  if (typeof issuer === 'string') {
    if (!isUrl(issuer)) yield { place: '/issuer', must: 'be an address (URL)' }
  } else if (isObject(issuer)) {
    yield* ofUrl(issuer['id'], '/issuer')
    for (const name of ['name', 'description']) yield* ofWords(issuer[name], `/issuer/${name}`)
  } else yield { place: '/issuer', must: 'be an address (URL), or an object that has one' }
}

function* ofSubjects(subject: Json | undefined): Generator<Flaw> {
  const subjects = placed(subject, '/credentialSubject')
  if (subjects.length === 0) yield { place: '/credentialSubject', must: 'be there' }
  for (const [place, one] of subjects) {
    if (!isObject(one) || Object.keys(one).length === 0) yield { place, must: 'be an object that says something' }
    else yield* ofIdentifier(one, place)
  }
}

function* ofValidity({ validFrom, validUntil }: JsonObject): Generator<Flaw> {
  const [from, until] = [validFrom, validUntil].map(instantOf)
  if (validFrom !== undefined && from === undefined) yield { place: '/validFrom', must: INSTANT }
  if (validUntil !== undefined && until === undefined) yield { place: '/validUntil', must: INSTANT }
  if (from !== undefined && until !== undefined && until < from)
    yield { place: '/validUntil', must: 'not be before its beginning' }
}

const INSTANT = 'be a day and a time with its zone, such as 2027-06-30T09:00:00Z'
const STAMP = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})(\.\d+)?(Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/

/** Milliseconds since 1970; undefined for what is no `dateTimeStamp`. */
export function instantOf(value: Json | undefined): number | undefined {
  const [, day = '', time = '', fraction = '', zone = ''] = typeof value === 'string' ? (STAMP.exec(value) ?? []) : []
  // Midnight at the end of a day is written as 24:00:00 too.
  if (time === '24:00:00' && Number(`0${fraction}`) === 0) {
    const midnight = exact(day, '00:00:00', '', zone)
    return midnight === undefined ? undefined : midnight + DAY_MS
  }
  return exact(day, time, fraction.slice(0, MILLISECONDS), zone)
}

const DAY_MS = 86_400_000
const MILLISECONDS = 4

/** Undefined for the 30th of February, which `Date` takes for a day in March. */
function exact(day: string, time: string, fraction: string, zone: string): number | undefined {
  const local = Date.parse(`${day}T${time}Z`)
  if (Number.isNaN(local) || new Date(local).toISOString() !== `${day}T${time}.000Z`) return undefined
  return Date.parse(`${day}T${time}${fraction}${zone}`)
}

/** A text, or one with its language; or several of those. */
function* ofWords(words: Json | undefined, place: string): Generator<Flaw> {
  for (const [at, one] of placed(words, place)) {
    if (typeof one === 'string') continue
    const isText =
      isObject(one) &&
      typeof one['@value'] === 'string' &&
      Object.keys(one).every((name) => ['@value', '@language', '@direction'].includes(name))
    if (!isText) yield { place: at, must: 'be a text, or one with its language and direction and nothing else' }
  }
}

function* ofRelated(related: Json | undefined): Generator<Flaw> {
  const seen = new Set<Json>()
  for (const [place, one] of placed(related, '/relatedResource')) {
    if (!isObject(one)) {
      yield { place, must: 'be an object' }
      continue
    }
    yield* ofUrl(one['id'], place)
    if (seen.has(one['id'] ?? null)) yield { place: `${place}/id`, must: 'stand once' }
    seen.add(one['id'] ?? null)
    if (one['digestSRI'] === undefined && one['digestMultibase'] === undefined)
      yield { place, must: 'have a digest (digestSRI or digestMultibase)' }
  }
}

/** An absolute one, also of a scheme that is no website: `did:web:…`, `urn:uuid:…`. */
export function isUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(text) && URL.canParse(text)
}
