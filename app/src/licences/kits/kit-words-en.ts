/** The pages of kits in English. */
export const EN = {
  title: 'Check a kit',
  whatItIs:
    'Ask whether a kit is broken down into as many parts as the law of the day asks for. A kit that stands in several declarations is told, and an officer of the authority looks at it.',
  licence: 'Licence or concession',
  licenceHint: 'Of the consignee; for example IL-000012',
  entry: 'Customs entry',
  entryHint: 'The number of the declaration',
  kit: 'Model or reference of the kit',
  kitHint: 'As the consignee names it; the same kit has the same name in each declaration',
  category: 'Category',
  categoryHint: 'As the programme names it, for example smartphone or feature_phone',
  form: 'Form',
  forms: { skd: 'Semi knocked down (SKD)', ckd: 'Completely knocked down (CKD)', cbu: 'Completely built (CBU)' },
  parts: 'Parts in a kit',
  partsHint: 'How many the list of parts has',
  declaredOn: 'Day of the declaration',
  dayHint: 'For example 2027-06-30',
  ask: 'Check the kit',
  kitCalled: (kit: string) => `Kit ${kit}`,
  finding: 'What the law says',
  findings: {
    met: 'Parts enough',
    not_met: 'Too few parts',
    not_asked: 'No least number',
    undetermined: 'Undetermined',
  },
  said: {
    met: (parts: string, least: string) => `It has ${parts} parts, and the law asks for at least ${least}.`,
    not_met: (parts: string, least: string) => `It has ${parts} parts, and the law asks for at least ${least}.`,
    not_asked: () => 'The law of the programme asks for no least number of parts of such a kit.',
    undetermined: () => 'The law of that day does not say how many parts such a kit has to have. Ask the authority.',
  },
  flagged: 'It may be one kit in several declarations',
  flaggedHint:
    'It has been put before an officer of the authority, who decides. By itself this lets nothing in and keeps nothing out.',
  others: 'Other declarations of the same kit',
  window: (days: string) =>
    `Declarations of the same consignee within ${days} days before or after. The number of days is assumed: no law says it.`,
  none: 'There is no other within that time.',
  rehearsal: 'REHEARSAL. The law that was asked is not in force. It binds nobody.',
}
