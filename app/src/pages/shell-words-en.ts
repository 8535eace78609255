/** What stands around every page, in English. */
import type { ShellWords } from './shell-words.ts'

export const EN: ShellWords = {
  direction: 'ltr',
  maqami: 'Maqami',
  skip: 'Skip to the content',
  navigation: 'Main navigation',
  otherLanguage: 'اردو',
  whatMaqamiIs: 'Maqami applies the law of localization programmes exactly, and says why.',
  demonstration: (day) => `Demonstration: invented makers; the calendar stands at ${day}.`,
  requestNumber: 'Number of the request',
  toStart: 'To the start page',
  signIn: 'Sign in',
  signOut: 'Sign out',
  actsForNobody: 'acting for nobody',
  error: 'Error:',
  pages: 'Pages of this list',
  firstPage: 'From the beginning',
  nextPage: 'Next page',
  asTable: 'The whole list as a table (CSV)',
  firm: 'Firm',
  where: 'From when, for what',
  before: 'Before',
  after: 'After',
  nothing: 'nothing',
  consequence: 'What this will do',
}
