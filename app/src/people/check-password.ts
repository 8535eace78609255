/** Which passwords are taken: any of twelve characters and more, but those that have leaked and those that are made of what anybody would try first. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from './open-identity.ts'

const PLACE = '/body/password'

export type PasswordRefusal =
  | {
      readonly code: 'password_length'
      readonly place: typeof PLACE
      readonly least: number
      readonly most: number
    }
  | { readonly code: 'password_leaked'; readonly place: typeof PLACE }
  | { readonly code: 'password_guessable'; readonly place: typeof PLACE; readonly least: number }

/** Of each, in small letters, the first five bytes of its SHA-256, sorted. Where they are from is in the record of 2026-11-23 on the ASVS. */
const LEAKED = readFileSync(new URL('leaked-passwords.bin', import.meta.url))
const BYTES = 5

/** Beside the parts of one's own name and address. `docs/operating/people.md` lists them. */
const GUESSED_WORDS: readonly string[] = `
  maqami password welcome secret qwerty admin administrator officer signatory clerk pakistan islamabad engineering development
  board customs regulator ministry localization manufacturer manufacturing mobile licence return`
  .trim()
  .split(/\s+/)
const SHORTEST_WORD = 3
/** What must be left when these words are taken out. */
const SHORTEST_REST = 8

/** `about` is what is known of the person: name and address. */
export function refusePassword(password: string, about: readonly string[]): PasswordRefusal | undefined {
  const { length } = password
  if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD)
    return { code: 'password_length', place: PLACE, least: SHORTEST_PASSWORD, most: LONGEST_PASSWORD }
  const small = password.toLowerCase()
  if (isLeaked(small)) return { code: 'password_leaked', place: PLACE }
  const own = about.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u))
  // The longest first: of `administrator` nothing is left, and not what stands after `admin`.
  const words = [...GUESSED_WORDS, ...own].toSorted((a, b) => b.length - a.length)
  let rest = small
  for (const word of words) if (word.length >= SHORTEST_WORD) rest = rest.replaceAll(word, '')
  return rest.length < SHORTEST_REST ? { code: 'password_guessable', place: PLACE, least: SHORTEST_REST } : undefined
}

function isLeaked(small: string): boolean {
  const sought = createHash('sha256').update(small).digest().subarray(0, BYTES)
  let from = 0
  let to = LEAKED.length / BYTES
  while (from < to) {
    const middle = (from + to) >>> 1
    const order = LEAKED.compare(sought, 0, BYTES, middle * BYTES, (middle + 1) * BYTES)
    if (order === 0) return true
    if (order < 0) from = middle + 1
    else to = middle
  }
  return false
}
