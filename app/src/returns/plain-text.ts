/** Texts of strangers: when two are the same to a reader, and what of them may be repeated. */

/** Letters, digits and signs with single spaces between them: what most cells hold, and what needs no second look. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/
/** Characters that are not seen, but for the two joiners (U+200C, U+200D) by which Urdu words are shaped. */
const UNSEEN = /(?![\u200C\u200D\s])[\p{Default_Ignorable_Code_Point}\p{Cc}]/gu
const ALL_UNSEEN = /\p{Default_Ignorable_Code_Point}/gu

/** The text as it is kept: composed characters, single spaces, nothing unseen at its ends or inside. */
export function tidied(text: string): string {
  return PLAIN.test(text) ? text : text.normalize('NFC').replaceAll(UNSEEN, '').replaceAll(/\s+/g, ' ').trim()
}

/** What a reader would take for the same text, whatever its capitals, joiners, widths and dashes, has the same fold. */
export function folded(text: string): string {
  const plain = tidied(text)
  return (
    PLAIN.test(plain)
      ? plain
      : plain
          .normalize('NFKC')
          .replaceAll(ALL_UNSEEN, '')
          .replaceAll(/\p{Pd}/gu, '-')
  ).toLowerCase()
}

/** At most so many characters, and no half of a character. */
export function cut(text: string, most: number): string {
  return text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '')
}

/** What XML can hold: anything else would make a workbook that no program opens. */
export function xmlText(text: string): string {
  return text.toWellFormed().replaceAll(/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu, '\uFFFD')
}
