/**
 * Sentences are put together from parts, and every part says what it is: a value, a name, a code. How a part looks is the
 * ink's business, so that the same sentence serves a terminal, where nothing is marked, and a page, where everything is escaped.
 */
declare const INKED: unique symbol

/** Text that an ink has been through. A plain string does not fit where this is asked for, so nothing reaches a page unescaped. */
export type Inked = string & { readonly [INKED]: true }

export interface Ink {
  /** Text of the law or of a filer, as it is. */
  readonly plain: (text: string) => Inked
  /** An amount, a rate, a day. */
  readonly value: (text: string) => Inked
  /** What something is called: a label, the key of a line. */
  readonly name: (text: string) => Inked
  /** Names of files, keys of sources, hashes: always left to right. */
  readonly code: (text: string) => Inked
  /** Arithmetic in values: from left to right, unless there are words in it that run the other way. */
  readonly formula: (text: Inked) => Inked
  readonly link: (text: Inked, target: string) => Inked
  /** The name of a provision that is explained elsewhere in the same text. */
  readonly reference: (text: Inked, provision: string) => Inked
}

/** A sentence of the catalogue, which holds no markup of its own, with inked parts in it. */
export function t(strings: TemplateStringsArray, ...parts: readonly Inked[]): Inked {
  return strings.reduce((text, next, index) => `${text}${parts[index - 1] ?? ''}${next}`) as Inked
}

export const NOTHING: Inked = t``

export function joined(parts: readonly Inked[], separator: Inked): Inked {
  return parts.join(separator) as Inked
}

/** A label begins small inside an English sentence, unless its second letter is a capital too: FOB, C&F, PKR. */
export function midSentence(text: Inked): Inked {
  return text.replace(/^((?:<[^>]*>|[\u2066-\u2068])*)([A-Z])(?![A-Z&])/, (_whole, marks: string, first: string) => {
    return `${marks}${first.toLowerCase()}`
  }) as Inked
}

/** A part that begins small in the middle of a sentence, where it begins one. */
export function sentenceStart(text: Inked): Inked {
  return text.replace(/^[a-z]/, (first) => first.toUpperCase()) as Inked
}

const asIs = (text: string): Inked => text as Inked

/** For a terminal in a language that is written from left to right. */
export const PLAIN_INK: Ink = {
  plain: asIs,
  value: asIs,
  name: asIs,
  code: asIs,
  formula: (text) => text,
  link: (text) => text,
  reference: (text) => text,
}

/** Whether the text has letters that are written from right to left; figures alone run from left to right everywhere. */
export function runsLeft(text: string): boolean {
  return /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/.test(text)
}

const FIRST_STRONG_ISOLATE = '\u2068'
const LEFT_TO_RIGHT_ISOLATE = '\u2066'
const RIGHT_TO_LEFT_ISOLATE = '\u2067'
const POP = '\u2069'

function isolated(text: string): Inked {
  return asIs(`${runsLeft(text) ? FIRST_STRONG_ISOLATE : LEFT_TO_RIGHT_ISOLATE}${text}${POP}`)
}

/** For plain text in a language that is written from right to left: what runs the other way is isolated. */
export const ISOLATING_INK: Ink = {
  plain: asIs,
  value: isolated,
  name: isolated,
  code: (text) => asIs(`${LEFT_TO_RIGHT_ISOLATE}${text}${POP}`),
  formula: (text) => asIs(`${runsLeft(text) ? RIGHT_TO_LEFT_ISOLATE : LEFT_TO_RIGHT_ISOLATE}${text}${POP}`),
  link: (text) => text,
  reference: (text) => text,
}

/** Control characters, marks of direction and other ends of lines would let a stranger's text move the cursor or forge a line. */
export function withoutControls(text: string): string {
  return text.replaceAll(/[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu, ' ')
}
