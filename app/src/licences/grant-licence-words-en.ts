/** The page on which a licence is granted, in English. */
import type { GrantLicenceWords } from './grant-licence-words.ts'

export const EN: GrantLicenceWords = {
  title: 'Grant a licence',
  whatItIs:
    'A licence is granted to an authorised manufacturer, under a programme whose law is in force on its first day.',
  manufacturer: 'Manufacturer',
  noManufacturer: 'A manufacturer can be chosen here once a case officer has authorised it. None is authorised yet.',
  noProgramme: 'A programme can be chosen here once a release of its law is approved. None is yet.',
  choose: 'Choose',
  programme: 'Programme',
  inRehearsal: (programme) => `${programme} (rehearsal)`,
  kind: 'Kind of licence',
  kinds: {
    import_licence: { label: 'Import licence', hint: 'Customs lets the units of its quota in.' },
    manufacturing_authorisation: {
      label: 'Manufacturing authorisation',
      hint: 'The firm may manufacture; nothing is imported on it, so it has no quota.',
    },
    concession: {
      label: 'Concession',
      hint: 'Goods of its HS lines come in at the concessionary duty, up to its quota where it has one.',
    },
  },
  quota: 'Quota of an import licence or a concession, in units',
  quotaHint: 'Digits only. Empty where there is no limit.',
  scope: 'Goods of an import licence or a concession, by HS line',
  scopeHint:
    'One HS line to a line, of four to eight digits; where it has a quota or days of its own, they follow: 8714 500 2026-08-01 2027-07-31. Empty where an import licence is for all goods; a concession names at least one line.',
  from: 'First day',
  until: 'Last day',
  dayHint: 'For example 2027-06-30',
  reason: 'Reasons',
  reasonHint: 'They stand with the licence.',
  effect: [
    'Customs is told at the gate that the licence is good, from its first day on.',
    'A licence is not changed afterwards: it can only be suspended, withdrawn, restored or revoked, by a determination.',
    'Under a programme in rehearsal the licence has no legal effect.',
  ],
  grant: 'Grant the licence',
  granted: (number, firm, from, until) => `${number} is granted to ${firm}, from ${from} until ${until}.`,
}
