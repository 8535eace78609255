/** The pages of manufacturers in English. */
export const EN = {
  states: { applied: 'Applied', authorised: 'Authorised', refused: 'Refused' },
  state: 'Registration',
  registrationNumber: 'Registration number',
  address: 'Address',
  applyTitle: 'Apply for registration',
  applyIntro: [
    'Only an authorised manufacturer can hold a licence and file returns. The authority looks at this application and decides; you read its decision here.',
    'Your firm applies once. What you write goes into the register of manufacturers.',
  ],
  name: 'Name of the firm',
  nameHint: 'As it is registered, without abbreviations',
  numberHint: 'As on the certificate of the firm, for example K-1001',
  addressHint: 'Where the firm makes its products: street, place, district',
  apply: 'Send the application',
  appliedAlready: 'Your firm has applied.',
  seeEntry: 'See where the application stands',
  history: 'History',
  events: {
    applied: 'The firm applied for registration.',
    authorised: 'The authority authorised the firm.',
    refused: 'The authority refused the application.',
  },
  reason: 'Reason:',
  next: {
    applied: 'The authority decides on the application. There is nothing for the firm to do until then.',
    authorised: 'The firm may hold licences, enter its models and file returns.',
    refused: 'The firm cannot file returns. The reason stands in the history below.',
  },
  done: { applied: 'The application has been sent. The authority decides on it; its decision appears on this page.' },
}
