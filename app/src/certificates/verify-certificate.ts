/** `certificate verify`: says whether a certificate can be relied on, and why not, without asking anybody. */
import { stat } from 'node:fs/promises'
import { withoutControls } from '@maqami/engine/explain/ink.ts'
import { type Clock, instantText, systemClock } from '../kernel/clock.ts'
import { complain, type ExitCode, print, WrongInput } from '../kernel/command.ts'
import { positional, readOptions, required, single } from '../kernel/options.ts'
import { readText } from '../kernel/read-text.ts'
import { type Doubt, formDoubt, judge, type Signed } from './judge-credential.ts'
import { isConformity } from './check-conformity.ts'
import { issuerKeysIn } from './read-issuers.ts'
import { isObject, type Json, listed } from './strict-json.ts'

const LARGEST_MB = 4

export async function verifyCertificate(args: readonly string[]): Promise<ExitCode> {
  const options = readOptions(args, ['keys', 'status'], ['form-only'])
  const file = positional(options, 'FILE')
  const text = await readText(file, LARGEST_MB)
  if (single(options, 'form-only') !== undefined) return formOnly(text)
  const keysFile = required(options, 'keys')
  const keys = issuerKeysIn(await readText(keysFile, LARGEST_MB))
  if (keys === undefined)
    throw new WrongInput([
      `'${keysFile}' holds no keys: it is to be the DID document of the issuer (https://…/.well-known/did.json), a list of such, or a JSON Web Key Set.`,
    ])
  const files = options.values['status'] ?? []
  const lists = await Promise.all(files.map(async (one) => await readText(one, LARGEST_MB)))
  const judged = judge(text, { keys, lists, now: systemClock() })
  const sentences = 'doubt' in judged ? [doubtSentence(judged.doubt)] : goodSentences(judged.good)
  for (const sentence of sentences) ('doubt' in judged ? complain : print)(withoutControls(sentence))
  for (const one of [keysFile, ...files]) print(withoutControls(await ageOf(one, systemClock)))
  return 'doubt' in judged ? 1 : 0
}

function formOnly(text: string): ExitCode {
  const doubt = formDoubt(text)
  if (doubt === undefined) {
    print('Its form is right. Nobody signed it, or nobody looked: that somebody meant it is not said.')
    return 0
  }
  complain(withoutControls(doubtSentence(doubt)))
  return 1
}

const HOUR_MS = 3_600_000

/** What was kept may have changed since. */
async function ageOf(file: string, clock: Clock): Promise<string> {
  const { mtimeMs } = await stat(file)
  const hours = Math.max(0, Math.floor((clock() - mtimeMs) / HOUR_MS))
  const ago = hours < 48 ? `${hours} ${hours === 1 ? 'hour' : 'hours'}` : `${Math.floor(hours / 24)} days`
  return `Relied on: ${file}, kept since ${instantText(Math.floor(mtimeMs))} (${ago} ago).`
}

export function doubtSentence(doubt: Doubt): string {
  switch (doubt.code) {
    case 'unreadable':
      return 'This is no certificate: neither a signed credential (a JWT of three parts) nor an object that holds one.'
    case 'unsigned':
      return 'Not signed: nothing proves who wrote it. Ask for the signed certificate.'
    case 'algorithm':
      return `Not signed as certificates are: it names the algorithm '${doubt.named}', and only Ed25519 is taken.`
    case 'flawed':
      return `Not a certificate that says what it must: ${doubt.flaw.place === '' ? 'it' : doubt.flaw.place} must ${doubt.flaw.must}.`
    case 'unknown_issuer':
      return `Unknown issuer: ${doubt.issuer === '' ? 'it names none' : doubt.issuer} is not among these keys. Rely on it only if you know the issuer by other means, and fetch its keys.`
    case 'unknown_key':
      return `Unknown key: it is signed with ${doubt.key}, which is not among the issuer's. Fetch the keys again.`
    case 'key_revoked':
      return `Revoked key: what was signed with ${doubt.key} proves nothing since ${instantText(doubt.instant)}.`
    case 'key_expired':
      return `The key ${doubt.key} was given up on ${instantText(doubt.instant)}, and this was issued later.`
    case 'wrong_signature':
      return 'Wrong signature: this was altered, or never signed with that key.'
    case 'not_yet_valid':
      return `Not yet valid: it holds from ${instantText(doubt.instant)} on.`
    case 'expired':
      return `Expired: it held until ${instantText(doubt.instant)}.`
    case 'suspended':
      return 'Suspended: its issuer has put it out of force for the time being.'
    case 'withdrawn':
      return 'Withdrawn: its issuer has taken it back for good.'
    case 'status_missing':
      return `Its status is not known: fetch ${doubt.list} and give it with --status.`
    case 'status_outdated':
      return `Its status is not known: the list ${doubt.list} held until ${instantText(doubt.instant)}. Fetch it again.`
    case 'status_unreadable':
      return `Its status is not known: of ${doubt.list}, ${doubt.because}.`
  }
}

/** What it says, for a reader who has the thing before him. */
export function goodSentences({ credential, issuer }: Signed): readonly string[] {
  const subject = credential['credentialSubject']
  const until = credential['validUntil']
  const lines = [
    `Good: signed by ${nameOf(credential['issuer']) ?? issuer} (${issuer})${typeof until === 'string' ? `, valid until ${until}` : ', without an end'}.`,
  ]
  if (!isConformity(credential) || !isObject(subject)) return lines
  lines.push(`${nameOf(subject) ?? ''}, for ${nameOf(subject['issuedToParty']) ?? ''}.`)
  for (const one of listed(subject['assessment']).filter(isObject)) {
    const things = [...listed(one['assessedProduct']), ...listed(one['assessedFacility'])].map(thingOf)
    const rule = nameOf(one['referenceStandard']) ?? nameOf(one['referenceRegulation']) ?? ''
    lines.push(`${one['conformance'] === true ? 'Conforms' : 'DOES NOT CONFORM'}: ${things.join(', ')}, by ${rule}.`)
    for (const value of listed(one['declaredValue']).filter(isObject)) lines.push(`  ${measuredText(value)}`)
  }
  return lines
}

function nameOf(thing: Json | undefined): string | undefined {
  return isObject(thing) && typeof thing['name'] === 'string' ? thing['name'] : undefined
}

function thingOf(thing: Json): string {
  return (isObject(thing) ? (nameOf(thing) ?? nameOf(thing['product']) ?? nameOf(thing['facility'])) : undefined) ?? ''
}

function measuredText({ metricName, metricValue }: { readonly [name: string]: Json }): string {
  const { value, unit } = isObject(metricValue) ? metricValue : {}
  return [`${said(metricName)}:`, said(value), said(unit)].join(' ')
}

function said(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null)
}
