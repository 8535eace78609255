/**
 * The conformity credential of the UN Transparency Protocol, version 0.6 (https://uncefact.github.io/spec-untp/docs/specification/ConformityCredential).
 * Its schema lets many of its parts be left out; a certificate that does not say what was assessed, until when it holds, who accredited the assessor
 * and on what evidence it rests proves nothing, and is refused here.
 */
import { type Flaw, instantOf, isUrl } from './check-form.ts'
import { isObject, type Json, type JsonObject, listed } from './strict-json.ts'

const CONFORMITY_TYPE = 'DigitalConformityCredential'
export const CONFORMITY_CONTEXT = 'https://test.uncefact.org/vocabulary/untp/dcc/0.6.1/'

export function isConformity(credential: JsonObject): boolean {
  return listed(credential['type']).includes(CONFORMITY_TYPE)
}

/** The first thing that such a certificate lacks. Its form is held to before. */
export function gapOf(credential: JsonObject): Flaw | undefined {
  for (const gap of gapsOf(credential)) return gap
  return undefined
}

const CONTEXT = /^https:\/\/(?:test|vocabulary)\.uncefact\.org\/(?:vocabulary\/)?untp\/dcc\//

function* gapsOf(credential: JsonObject): Generator<Flaw> {
  const isKnown = listed(credential['@context']).some((one) => typeof one === 'string' && CONTEXT.test(one))
  if (!isKnown) yield { place: '/@context', must: `name the vocabulary, such as ${CONFORMITY_CONTEXT}` }
  yield* named(credential['issuer'], '/issuer')
  if (typeof credential['id'] !== 'string') yield { place: '/id', must: 'be there' }
  for (const name of ['validFrom', 'validUntil'])
    if (instantOf(credential[name]) === undefined) yield { place: `/${name}`, must: 'be there: when it holds' }
  const subject = credential['credentialSubject']
  const place = '/credentialSubject'
  if (!isObject(subject)) {
    yield { place, must: 'be one attestation' }
    return
  }
  if (!listed(subject['type']).includes('ConformityAttestation'))
    yield { place: `${place}/type`, must: 'name ConformityAttestation' }
  yield* named(subject, place)
  for (const name of ['assessorLevel', 'assessmentLevel', 'attestationType'])
    yield* text(subject[name], `${place}/${name}`)
  yield* named(subject['issuedToParty'], `${place}/issuedToParty`)
  yield* named(subject['scope'], `${place}/scope`)
  yield* several(subject['authorisation'], `${place}/authorisation`, 'say who accredited the assessor', accreditation)
  yield* evidence(subject['auditableEvidence'], `${place}/auditableEvidence`)
  yield* several(subject['assessment'], `${place}/assessment`, 'say what was assessed', assessment)
}

function* text(value: Json | undefined, place: string): Generator<Flaw> {
  if (typeof value !== 'string' || value.trim() === '') yield { place, must: 'be there' }
}

/** Something that has an address and a name. */
function* named(thing: Json | undefined, place: string): Generator<Flaw> {
  if (!isObject(thing)) {
    yield { place, must: 'be there, with its address and its name' }
    return
  }
  const { id } = thing
  if (typeof id !== 'string' || !isUrl(id)) yield { place: `${place}/id`, must: 'be an address (URL)' }
  yield* text(thing['name'], `${place}/name`)
}

type Gaps = (thing: JsonObject, place: string) => Generator<Flaw>

function* several(value: Json | undefined, place: string, must: string, gaps: Gaps): Generator<Flaw> {
  if (!Array.isArray(value) || value.length === 0) {
    yield { place, must }
    return
  }
  for (const [index, one] of (value as readonly Json[]).entries()) {
    if (!isObject(one)) yield { place: `${place}/${index}`, must: 'be an object' }
    else yield* gaps(one, `${place}/${index}`)
  }
}

function* accreditation(thing: JsonObject, place: string): Generator<Flaw> {
  yield* named(thing, place)
  yield* named(thing['issuingAuthority'], `${place}/issuingAuthority`)
}

const HASH = /^[0-9a-f]{64}$/i

/** A link to what it rests on, with its hash, so that it stays what it was. */
function* evidence(thing: Json | undefined, place: string): Generator<Flaw> {
  if (!isObject(thing)) {
    yield { place, must: 'be there: on what it rests' }
    return
  }
  const { linkURL, hashDigest, hashMethod } = thing
  if (typeof linkURL !== 'string' || !isUrl(linkURL)) yield { place: `${place}/linkURL`, must: 'be an address (URL)' }
  if (hashMethod !== 'SHA-256') yield { place: `${place}/hashMethod`, must: 'be SHA-256' }
  if (typeof hashDigest !== 'string' || !HASH.test(hashDigest))
    yield { place: `${place}/hashDigest`, must: 'be the hash of the evidence in 64 hexadecimal digits' }
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

function* assessment(thing: JsonObject, place: string): Generator<Flaw> {
  if (typeof thing['id'] !== 'string' || !isUrl(thing['id']))
    yield { place: `${place}/id`, must: 'be an address (URL)' }
  const { assessmentDate, conformance } = thing
  if (typeof assessmentDate !== 'string' || !DAY.test(assessmentDate))
    yield { place: `${place}/assessmentDate`, must: 'be a day' }
  if (typeof conformance !== 'boolean') yield { place: `${place}/conformance`, must: 'say yes or no (true or false)' }
  yield* text(thing['conformityTopic'], `${place}/conformityTopic`)
  if (thing['referenceStandard'] === undefined && thing['referenceRegulation'] === undefined)
    yield { place: `${place}/referenceStandard`, must: 'name the standard or the regulation' }
  for (const name of ['referenceStandard', 'referenceRegulation'])
    if (thing[name] !== undefined) yield* named(thing[name], `${place}/${name}`)
  yield* several(thing['assessmentCriteria'], `${place}/assessmentCriteria`, 'name what was to be met', named)
  yield* several(thing['declaredValue'], `${place}/declaredValue`, 'say what was measured', measured)
  if (thing['assessedProduct'] === undefined && thing['assessedFacility'] === undefined)
    yield { place: `${place}/assessedProduct`, must: 'name the product or the plant' }
  yield* assessed(thing['assessedProduct'], `${place}/assessedProduct`, 'product')
  yield* assessed(thing['assessedFacility'], `${place}/assessedFacility`, 'facility')
}

function* measured(thing: JsonObject, place: string): Generator<Flaw> {
  yield* text(thing['metricName'], `${place}/metricName`)
  const value = thing['metricValue']
  if (!isObject(value) || typeof value['value'] !== 'number') {
    yield { place: `${place}/metricValue/value`, must: 'be a number' }
    return
  }
  yield* text(value['unit'], `${place}/metricValue/unit`)
}

/** Earlier versions name the thing itself, and later ones put it into what says whether it was verified. */
function* assessed(value: Json | undefined, place: string, within: 'product' | 'facility'): Generator<Flaw> {
  if (value === undefined) return
  yield* several(value, place, 'name at least one', function* (thing, at) {
    const inner = thing[within]
    yield* inner === undefined ? named(thing, at) : named(inner, `${at}/${within}`)
  })
}
