/** The page on which a return is reviewed, in English. */

export const EN = {
  title: (year: string) => `Return ${year}`,
  state: 'State',
  programme: 'Programme',
  version: 'Version',
  filed: 'Filed',
  onBy: (when: string, person: string | undefined) => (person === undefined ? when : `${when}, by ${person}`),
  replaces: (version: number) =>
    `This amends version ${version}, which was accepted. What was determined from that one is determined anew from this one.`,
  file: 'The workbook as it was filed, with what was found marked in it',
  signed: 'Signed over',
  reported: 'What is reported',
  found: 'What was found in the file',
  nothingFound: 'The file held no errors, and nothing to look at twice.',
  decision: 'Your decision',
  accept: 'Accept',
  acceptHint: 'It can be assessed, and what follows from it can be determined.',
  sendBack: 'Send back',
  sendBackHint: 'The firm reads your reasons and files another version. Until then it counts as not filed.',
  reason: 'Reasons, if you send it back',
  reasonHint: 'Say which sheet and line, and what to do. The firm reads it as you write it.',
  effect: (firm: string) => `${firm} sees your decision at once. It cannot be taken back for this version.`,
  decide: 'Record the decision',
  done: { accepted: 'The return is accepted.', sent_back: 'The return is sent back.' },
  decided: 'This version has been decided on. Nothing is left to do here.',
  assess: 'Assess this return',
}
