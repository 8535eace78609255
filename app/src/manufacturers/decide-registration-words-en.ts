/** The page on which an application is decided, in English. */
import type { DecideRegistrationWords } from './decide-registration-words.ts'

export const EN: DecideRegistrationWords = {
  title: 'Application for registration',
  state: 'State',
  number: 'Registration number',
  address: 'Address',
  applied: 'Applied',
  onBy: (when, person) => (person === undefined ? when : `${when}, by ${person}`),
  decision: 'Your decision',
  authorise: 'Authorise',
  authoriseHint: (firm) => `${firm} may file returns, and can be granted licences.`,
  refuse: 'Refuse',
  refuseHint: (firm) => `${firm} may not file or import, and reads your reasons.`,
  reason: 'Reasons, if you refuse',
  reasonHint: 'The firm reads them as you write them.',
  final: (firm) => `The decision is final for this application. ${firm} sees it at once, with the day.`,
  decide: 'Record the decision',
  done: { authorised: 'The manufacturer is authorised.', refused: 'The application is refused.' },
  decided: 'This application has been decided. Nothing is left to do here.',
  because: 'Reasons',
  grant: 'Grant a licence',
}
