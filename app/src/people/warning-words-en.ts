/** Letters that warn of something, in English: the subject in the first line. */
import type { WarningWords } from './warning-words.ts'

export const EN: WarningWords = {
  keyEnds: (name, day, address) =>
    `The key ‘${name}’ holds until ${day}

The program that uses the key ‘${name}’ is refused from the day after ${day}. Issue a new key, put it into the program, and revoke the old one:

${address}

You get this letter because you administer the organization of the key.`,
}
