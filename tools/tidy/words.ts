/** Words that mean something only where the work was done, promises without a reason, and second spellings. This file alone may spell them. */
import { type Finding, lineAt, type Tree } from './tree.ts'

/** One spelling for one thing in Urdu: what is not written here, and what is written for it. */
const URDU: readonly (readonly [string, string])[] = [
  ['کوما', 'کاما'],
  ['شرح مبادلہ', 'شرحِ مبادلہ'],
  ['صورت حال', 'صورتِ حال'],
  ['بصورت دیگر', 'بصورتِ دیگر'],
  ['زیر تشخیص', 'زیرِ تشخیص'],
  ['براہ راست', 'براہِ راست'],
  ['جنھیں', 'جنہیں'],
  ['انھیں', 'انہیں'],
  ['کوائف', 'حقائق'],
]

const RULES: readonly { readonly pattern: RegExp; readonly sentence: string }[] = [
  {
    pattern: /(?<![\w.\-/])\/(?:home|root|Users)\//g,
    sentence: 'This path exists on one machine only. Write it relative to the repository.',
  },
  {
    pattern: /\b(?:TODO|FIXME)\b(?!: \S+ \S+ \S+)/g,
    sentence: 'A mark for later gives its reason: `TODO: wait for the gazette text`. Give one, or do it now.',
  },
  ...URDU.map(([other, ours]) => ({
    pattern: new RegExp(`(?<!\\p{L})${other}(?!\\p{L})`, 'gu'),
    sentence: `Urdu is written in one way: '${ours}', not '${other}'.`,
  })),
  { pattern: /[«»]/g, sentence: 'Urdu quotes as English does: “ and ”.' },
]

const EXEMPT: readonly string[] = ['tools/tidy/words.ts', 'tools/tidy/words.test.ts', 'package-lock.json']

export function checkWords(tree: Tree): readonly Finding[] {
  return [...tree].flatMap(([file, text]) => {
    if (EXEMPT.includes(file)) return []
    return RULES.flatMap(({ pattern, sentence }) =>
      [...text.matchAll(pattern)].map((found) => ({ file, line: lineAt(text, found.index), sentence })),
    )
  })
}
