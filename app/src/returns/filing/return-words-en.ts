/** The pages of returns in English. */
interface Called {
  readonly kind: string
  readonly period: string
  readonly programme: string
}

export const EN = {
  title: 'Returns',
  intro:
    'Each month, and once for the whole year, your firm reports what it made, imported and bought. The authority assesses what you file.',
  none: 'Each return of your firm stands here with its state and what comes next. The page of returns has the workbook to fill in and upload.',
  ofFirms: {
    intro: 'What firms have reported, the newest first.',
    none: 'Returns stand here as soon as a firm has uploaded a workbook. None has.',
    noVersion: 'What the firm signs and files stands here, version by version.',
  },
  states: {
    faulty: 'Has errors',
    draft: 'Not yet filed',
    withdrawn: 'Withdrawn',
    filed: 'Filed',
    accepted: 'Accepted',
    sent_back: 'Sent back',
    superseded: 'Superseded',
  },
  next: {
    faulty: 'Correct the marked cells and upload the workbook again.',
    draft: 'Look at what follows from it, and sign it.',
    withdrawn: 'You took it back before it was filed. Upload a workbook to go on.',
    filed: 'The authority looks at it. You have nothing to do.',
    accepted: 'The authority has accepted it. You may still amend it by a new version.',
    sent_back: 'Read why, correct the workbook, and upload it again.',
    superseded: 'A later version has taken its place.',
  },
  begun: 'It has been begun, and no version of it has been made yet.',
  nextOfOfficers: {
    faulty: 'The firm corrects its workbook.',
    draft: 'The firm has not signed it yet.',
    withdrawn: 'The firm took it back before it was filed.',
    filed: 'A case officer reviews it.',
    accepted: 'A case officer assesses it and prepares what follows.',
    sent_back: 'The firm corrects it and files again.',
    superseded: 'A later version has taken its place.',
  },
  review: 'Review the return',
  assess: 'Assess it, or open its assessments',
  period: 'Period',
  kind: 'Return',
  programme: 'Programme',
  due: 'Due by',
  overdue: (due: string, days: number) => `${due}: not filed, ${days === 1 ? 'one day' : `${days} days`} late`,
  filedLate: (due: string, filed: string, days: number) =>
    `${due}; filed on ${filed}, ${days === 1 ? 'one day' : `${days} days`} late`,
  filedInTime: (due: string, filed: string) => `${due}; filed on ${filed}, in time`,
  state: 'State',
  nextStep: 'What comes next',
  rehearsal: 'Rehearsal',
  fetch: 'Fetch the empty workbook',
  fetchHint: 'It is made from the law as it stands today. Fill it in in any spreadsheet program.',
  workbookOf: (programme: string) => `Workbook: ${programme}`,
  upload: 'Upload a return',
  uploadHint:
    'Nothing is filed by uploading. You see what was found and what would follow, and sign after that. A corrected file becomes a new version.',
  uploadIt: 'Upload',
  periodHint: 'A year such as 2026-27, or a month such as 2026-07',
  file: 'File',
  fileHint:
    'The workbook (.xlsx), or from your own system: JSON, or CSV, one file for each sheet in a .zip. At most 20 MB.',
  forFirm: 'Firm',
  forFirmHint: 'Your own, or one that is no more and for which yours answers',
  noProgramme: 'No programme that takes a return is in force. When one is, its workbook can be fetched here.',
  returnOf: ({ kind, period, programme }: Called) => `${kind} ${period}: ${programme}`,
  wanted: {
    any: 'All',
    ofFirm: 'Only those of',
    ofAllFirms: 'Show those of all firms',
    dueDay: 'Due day',
    late: 'Late only',
    order: 'Order',
    orders: { newest: 'Newest first', oldest: 'Oldest first', period: 'By period', firm: 'Firm by firm' },
    show: 'Show',
    none: 'No return is of this kind. Ask for less, or show all.',
  },
  versions: 'Versions',
  version: 'Version',
  versionNumber: (version: number) => `Version ${version}`,
  uploaded: 'Uploaded',
  errors: 'Errors',
  difference: 'Difference',
  history: 'History',
  events: {
    uploaded: (version: number) => `The firm uploaded version ${version}.`,
    uploadedFaulty: (version: number, errors: number) =>
      `The firm uploaded version ${version}, which has ${errors === 1 ? 'one error' : `${errors} errors`}.`,
    withdrawn: (version: number) => `The firm withdrew version ${version} before it was filed.`,
    filed: (version: number) => `The firm signed and filed version ${version}.`,
    accepted: (version: number) => `The authority accepted version ${version}.`,
    sent_back: (version: number) => `The authority sent version ${version} back.`,
  },
  reason: 'Reason:',
  signed: (hash: string) => `Signed: ${hash}`,
  withdraw: (version: number) => `Withdraw version ${version}`,
  withdrawEffect:
    'Nobody goes on with this version, and it can no longer be filed. It stays on record with your firm; the authority never sees what was in it.',
  done: {
    withdrawn: 'The version is withdrawn. What was filed before it, if anything, stands as it stood.',
    filed: 'The return has been signed and filed. The authority looks at it now.',
  },
}
