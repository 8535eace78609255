/** Refusals as problem documents (RFC 9457), in the reader's language. */
import type { AskedTooOften } from './limit-computing.ts'
import type { Refusal } from './outcome.ts'

export type Language = 'en' | 'ur'

export interface ProblemText<R extends Refusal> {
  readonly status: number
  readonly title: Readonly<Record<Language, string>>
  readonly sentence: Readonly<Record<Language, (refusal: R) => string>>
}

/** A row for each code; one that is missing does not compile. */
export type ProblemTable<R extends Refusal> = {
  readonly [Code in R['code']]: ProblemText<Extract<R, { readonly code: Code }>>
}

/** What the server itself refuses, before a command is asked or when it fails. */
export type ServerRefusal =
  | { readonly code: 'route_unknown'; readonly path: string }
  | { readonly code: 'input_invalid'; readonly place: string; readonly reason: string }
  | { readonly code: 'request_unreadable' }
  | { readonly code: 'request_too_large'; readonly largest: number }
  | { readonly code: 'origin_unknown' }
  | { readonly code: 'sign_in_needed' }
  | { readonly code: 'not_allowed'; readonly command: string }
  | { readonly code: 'beyond_key'; readonly command: string }
  | { readonly code: 'beyond_delegation'; readonly command: string }
  | { readonly code: 'delegation_ended' }
  | { readonly code: 'other_organization' }
  | { readonly code: 'key_reused' }
  | { readonly code: 'key_not_taken' }
  | UnsafeFile
  | AskedTooOften
  | { readonly code: 'stopping' }
  | { readonly code: 'not_ready'; readonly part: 'database' | 'migrations' | 'sealer' }
  | { readonly code: 'fault' }

/** What the virus scanner says of a file that was sent, or that it says nothing. */
export type UnsafeFile =
  | { readonly code: 'file_infected'; readonly found: string }
  | { readonly code: 'scanner_unavailable' }

export type KeyReused = Extract<ServerRefusal, { readonly code: 'key_reused' }>
export type NotAllowed = Extract<ServerRefusal, { readonly code: 'not_allowed' }>

export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: string
  /** A JSON pointer into what was sent. */
  readonly place?: string
  /** What is wrong in other fields of the same form. */
  readonly others?: readonly Problem[]
  readonly request_id: string
}

/** For an Urdu sentence: what is told in English only, said to be so, and set apart from left to right as a page quotes it. */
export function quotedEnglish(sentences: readonly string[]): string {
  return `یہ صرف انگریزی میں ہے: ${sentences.map((one) => `\u2066${one}\u2069`).join(' ')}`
}

export function problemOf<R extends Refusal>(
  table: ProblemTable<R>,
  refusal: R,
  language: Language,
  request: string,
): Problem {
  const text: ProblemText<never> = table[refusal.code as R['code']]
  return {
    type: `urn:maqami:problem:${refusal.code}`,
    title: text.title[language],
    status: text.status,
    detail: text.sentence[language](refusal as never),
    code: refusal.code,
    ...('place' in refusal && typeof refusal.place === 'string' ? { place: refusal.place } : {}),
    request_id: request,
  }
}

/** The first of the two that `Accept-Language` names with the highest weight; English where it names neither. */
export function languageOf(header: string | undefined): Language {
  const wishes = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
    const weight = parameters.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find((one) => one !== undefined)
    return { language: tag.trim().split('-')[0], weight: Number(weight ?? 1) }
  })
  const known = wishes.filter((wish) => (wish.language === 'en' || wish.language === 'ur') && wish.weight > 0)
  return known.toSorted((a, b) => b.weight - a.weight)[0]?.language === 'ur' ? 'ur' : 'en'
}
