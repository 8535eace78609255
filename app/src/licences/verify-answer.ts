/** `gate verify`: holds a signed answer or list of the gate to the published keys, without asking anybody. */
import { createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto'
import { withoutControls } from '@maqami/engine/explain/ink.ts'
import { formatDay } from '@maqami/engine/value/date.ts'
import { type Clock, dayAt, instantText, systemClock, todayText } from '../kernel/clock.ts'
import { complain, type ExitCode, print } from '../kernel/command.ts'
import { dayOption, positional, readOptions, required, single } from '../kernel/options.ts'
import { readText } from '../kernel/read-text.ts'
import type { GateAnswer, StatusAnswer } from './gate.ts'
import type { KitAnswer } from './kits/kit.ts'
import type { PlainListed } from './list-standings.ts'
import { lineFor } from './scope.ts'
import type { SignedAs } from './sign-answers.ts'

/** About which licence a list is asked, on which day, and for which line of the tariff. */
export interface AskedOffline {
  readonly licence?: string | undefined
  readonly day?: string | undefined
  readonly hs_line?: string | undefined
}

export interface Verdict {
  /** Of what could be trusted: whether it is good. Of what cannot be: why. */
  readonly kind:
    | 'good'
    | 'not_good'
    | 'list'
    | 'expired'
    | 'wrong_signature'
    | 'unknown_key'
    | 'unreadable'
    | 'other_question'
  readonly sentences: readonly string[]
}

interface Key extends JsonWebKey {
  readonly kid?: string
}

type Claims = { readonly iat: number; readonly exp: number } & Readonly<Record<string, unknown>>

const MS = 1000
/** More than the list of all licences comes to. */
const LARGEST_MB = 64
const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]+$/

export async function verifyGateAnswer(args: readonly string[]): Promise<ExitCode> {
  const options = readOptions(args, ['keys', 'licence', 'day', 'hs-line'])
  const file = positional(options, 'FILE')
  const keys = required(options, 'keys')
  const day = single(options, 'day') === undefined ? undefined : formatDay(dayOption(options, 'day'))
  const asked = { licence: single(options, 'licence'), day, hs_line: single(options, 'hs-line') }
  const [text, published] = [await readText(file, LARGEST_MB), await readText(keys, LARGEST_MB)]
  const { kind, sentences } = verdictOn(text, published, asked, systemClock)
  const isSaid = kind === 'good' || kind === 'not_good' || kind === 'list'
  for (const sentence of sentences) (isSaid ? print : complain)(withoutControls(sentence))
  return isSaid ? 0 : 1
}

/** `text` is the answer as it came, in JSON or the signed part alone; `keys` a JSON Web Key Set. */
export function verdictOn(text: string, keys: string, asked: AskedOffline, clock: Clock): Verdict {
  const signed = signedIn(text)
  const known = keysIn(keys)
  if (signed === undefined)
    return cannot('unreadable', 'This is no answer of the gate: neither its JSON nor what is signed in it.')
  if (known === undefined) return cannot('unreadable', 'The keys are no JSON Web Key Set, as /api/gate/keys gives it.')
  const [head = '', body = '', signature = ''] = signed.split('.')
  const header = parsed(head) as { readonly alg?: string; readonly kid?: string; readonly typ?: SignedAs } | undefined
  const key = known.find((one) => one?.kid !== undefined && one.kid === header?.kid) ?? undefined
  if (header?.alg !== 'EdDSA' || key === undefined)
    return cannot(
      'unknown_key',
      `Unknown key: it is signed with ${header?.kid ?? 'no key'}, which is not among these. Fetch the keys again.`,
    )
  const open = openKey(key)
  if (open === undefined)
    return cannot('unreadable', `The key ${key.kid ?? ''} is not one of Ed25519, as /api/gate/keys gives it.`)
  const isGenuine = verify(null, Buffer.from(`${head}.${body}`), open, Buffer.from(signature, 'base64url'))
  if (!isGenuine) return cannot('wrong_signature', 'Wrong signature: this was altered, or never signed with that key.')
  const claims = parsed(body) as Claims
  const until = instantText(claims.exp * MS)
  if (clock() >= claims.exp * MS)
    return cannot('expired', `Expired answer: it was good until ${until}. Ask again, or fetch the list again.`)
  switch (header.typ) {
    case 'maqami-gate+jwt':
      return ofImport(claims as unknown as GateAnswer, asked, until)
    case 'maqami-status+jwt':
      return ofStatus(claims as unknown as StatusAnswer, asked, until)
    case 'maqami-licences+jwt':
      return ofList(claims as unknown as { readonly licences: readonly PlainListed[] } & Claims, asked, clock)
    case 'maqami-kit+jwt':
      return ofKit(claims as unknown as KitAnswer, asked, until)
    case undefined:
  }
  return cannot('unreadable', 'It is signed by the service, and is no answer of the gate.')
}

function signedIn(text: string): string | undefined {
  const trimmed = text.trim()
  if (COMPACT.test(trimmed)) return trimmed
  const { signed } = (json(trimmed) ?? {}) as { readonly signed?: unknown }
  return typeof signed === 'string' && COMPACT.test(signed) ? signed : undefined
}

function keysIn(text: string): readonly (Key | null)[] | undefined {
  const { keys } = (json(text) ?? {}) as { readonly keys?: unknown }
  return Array.isArray(keys) ? (keys as readonly (Key | null)[]) : undefined
}

function openKey(key: Key): KeyObject | undefined {
  try {
    const open = createPublicKey({ key, format: 'jwk' })
    return open.asymmetricKeyType === 'ed25519' ? open : undefined
  } catch {
    return undefined
  }
}

function parsed(part: string): unknown {
  return json(Buffer.from(part, 'base64url').toString('utf8'))
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

function cannot(kind: Verdict['kind'], sentence: string): Verdict {
  return { kind, sentences: [sentence] }
}

const WORDS: Readonly<Record<GateAnswer['because'] | 'not_listed', string>> = {
  good: 'in force',
  not_yet_valid: 'not valid yet',
  suspended: 'suspended',
  withdrawn: 'withdrawn: the normal tariff applies',
  revoked: 'revoked',
  expired: 'past its last day',
  quota_used_up: 'not enough left of the quota',
  quota_restricted: 'not enough left of the share of the quota to which it is restricted',
  out_of_scope: 'not for goods of this line',
  not_an_import_licence: 'not an import licence',
  not_listed: 'not in the list',
}

interface Found {
  readonly licence: string
  readonly day: string
  readonly because: keyof typeof WORDS
  readonly about?: string
  /** Absent where whoever asked is told of no quota. */
  readonly remaining?: number | null | undefined
  /** Absent there too, and from what was signed before there were restrictions. */
  readonly restricted_to?: string | null
  readonly rehearsal: boolean
  readonly until: string
}

function told(found: Found): Verdict {
  const { licence, day, because, about = '', remaining, restricted_to = null, rehearsal, until } = found
  const isGood = because === 'good'
  return {
    kind: isGood ? 'good' : 'not_good',
    sentences: [
      `${isGood ? 'Good' : 'Not good'}: ${licence} on ${day}${about}: ${WORDS[because]}.`,
      ...(because === 'not_listed' || remaining === undefined
        ? []
        : [`Left on the quota: ${remaining ?? 'no limit'}.`]),
      ...(restricted_to === null ? [] : [`Restricted to ${restricted_to}% of the quota as granted.`]),
      ...(rehearsal ? ['REHEARSAL: granted under law that is not in force. It binds nobody.'] : []),
      `Signed by the service; to be relied on until ${until}.`,
    ],
  }
}

function otherThan(
  asked: AskedOffline,
  said: { licence: string; day: string; hs_line: string | null },
): Verdict | undefined {
  for (const name of ['licence', 'day', 'hs_line'] as const)
    if (asked[name] !== undefined && asked[name] !== said[name])
      return cannot('other_question', `The answer is about ${said[name] ?? 'all lines'}, and not about ${asked[name]}.`)
  return undefined
}

function ofImport(answer: GateAnswer, asked: AskedOffline, until: string): Verdict {
  const about = `, ${answer.units} units of ${answer.hs_line}`
  return otherThan(asked, answer) ?? told({ ...answer, about, until })
}

function ofStatus(answer: StatusAnswer, asked: AskedOffline, until: string): Verdict {
  const about = answer.hs_line === null ? '' : `, goods of ${answer.hs_line}`
  return otherThan(asked, answer) ?? told({ ...answer, about, until })
}

const OF_KITS: Readonly<Record<KitAnswer['finding'], (least: number | null) => string>> = {
  met: (least) => `enough, the law asks for at least ${least}`,
  not_met: (least) => `too few, the law asks for at least ${least}`,
  not_asked: () => 'the law asks for no least number',
  undetermined: () => 'the law of that day does not say how many it has to have',
}

function ofKit(answer: KitAnswer, asked: AskedOffline, until: string): Verdict {
  const { licence, declared_on: day, entry, kit, parts, finding, least, flagged, rehearsal } = answer
  const isGood = finding === 'met' || finding === 'not_asked'
  return (
    otherThan(asked, { licence, day, hs_line: null }) ?? {
      kind: isGood ? 'good' : 'not_good',
      sentences: [
        `${isGood ? 'Good' : 'Not good'}: the kit ${kit} in ${entry} under ${licence} on ${day}, ${parts} parts: ${OF_KITS[finding](least)}.`,
        ...(flagged ? ['It may be one kit in several declarations: it is before an officer of the authority.'] : []),
        ...(rehearsal ? ['REHEARSAL: judged by law that is not in force. It binds nobody.'] : []),
        `Signed by the service; to be relied on until ${until}.`,
      ],
    }
  )
}

function ofList(
  { licences, iat, exp }: { readonly licences: readonly PlainListed[] } & Claims,
  { licence, day = '', hs_line }: AskedOffline,
  clock: Clock,
): Verdict {
  const [made, until] = [instantText(iat * MS), instantText(exp * MS)]
  if (licence === undefined)
    return {
      kind: 'list',
      sentences: [
        `A list of ${licences.length} licences and concessions, made at ${made}.`,
        `Signed by the service; to be relied on until ${until}. Name one with --licence.`,
      ],
    }
  const on = day === '' ? todayText(clock) : day
  const lastDay = formatDay(dayAt(until))
  if (on > lastDay)
    return cannot(
      'other_question',
      `The list says nothing of ${on}: what is ordered until then is not in it. Its last day is ${lastDay}.`,
    )
  const one = licences.find((listed) => listed.licence === licence)
  const found = { licence, day: on, remaining: null, restricted_to: null, rehearsal: false, until }
  if (one === undefined) return told({ ...found, because: 'not_listed' })
  const state = one.states.findLast(({ from }) => from <= on)?.status ?? 'not_yet_valid'
  const status = on > one.valid_until && state !== 'revoked' ? 'expired' : state
  // A list that was made before there were restrictions names none.
  const restricted = one.restrictions?.findLast(({ from }) => from <= on)
  const restricted_to = restricted?.restricted_to ?? null
  const { remaining, lines }: Pick<PlainListed, 'remaining' | 'lines'> = restricted ?? one
  const line = hs_line === undefined ? undefined : lineFor(lines, hs_line, on)
  const isOutside = hs_line !== undefined && lines.length > 0 && line === undefined
  const left = [remaining, line?.remaining].filter((units) => typeof units === 'number')
  return told({
    ...found,
    because: status === 'good' && isOutside ? 'out_of_scope' : status,
    ...(hs_line !== undefined && { about: `, goods of ${hs_line}` }),
    remaining: left.length > 0 ? Math.min(...left) : remaining,
    restricted_to,
    rehearsal: one.rehearsal,
  })
}
