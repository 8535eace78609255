/** The file that is relied upon, in English. */
export const EN = {
  title: 'The file relied upon',
  intro:
    'Everything on which the failure rests and a sanction may rest. What is not in this list is not relied upon. The archive holds a list of the hashes, so that anybody can see that nothing was changed since.',
  archive: 'Fetch all of it as one archive (ZIP)',
  what: 'What it is',
  kinds: {
    return: 'Return as filed',
    facts: 'Lines as they were read',
    assessment: 'Assessment with its explanation',
    letter: 'Determination',
    law: 'Release of the law, which is public',
    document: 'Document',
  },
  disclosed: 'Disclosed',
  hash: 'SHA-256 begins',
  disclose: 'Disclose something further',
  disclosing:
    'What the case has come to rest on since is added by itself: a restated return, a new letter. The firm sees it at once, and nothing is taken back.',
  further: 'A document beside it',
  furtherHint: 'The report of a visit, a letter of Customs. PDF, workbook, picture or plain text',
  discloseIt: 'Disclose it',
}
