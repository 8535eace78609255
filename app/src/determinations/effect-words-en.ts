/** What a determination would bring about, in English. */
import type { Figure } from '@maqami/engine/load/stakes.ts'
import type { Order } from '../licences/order-licences.ts'

const ORDERS: Readonly<Record<Order['kind'], (day: string) => string>> = {
  suspend: (day) => `suspended from ${day}`,
  withdraw: (day) => `withdrawn from ${day}: the normal tariff applies`,
  restore: (day) => `restored from ${day}`,
  revoke: (day) => `revoked from ${day}, for good`,
  restrict: (day) => `restricted from ${day}`,
  lift: (day) => `restriction lifted from ${day}`,
}

const FIGURES: Readonly<Record<Figure, string>> = {
  jobs: 'Jobs',
  imports: 'Imports',
  exports: 'Exports',
  public_revenue: 'Public revenue',
}

export const EN = {
  title: 'What it would bring about',
  intro: (day: string) =>
    `If it were approved today, ${day}. Approval gives effect to exactly this. Should any of it change before, nothing is signed and it is shown anew.`,
  licences: 'Licences and concessions',
  noLicences: 'No licence and no concession is reached.',
  licence: 'Licence',
  order: 'What happens to it',
  orders: ORDERS,
  left: 'Quota that stands unused',
  restrictedTo: (day: string, percent: string) => `restricted from ${day} to ${percent}% of the quota`,
  restrictedQuota: (granted: string, restricted: string, drawn: string, left: string) =>
    `${granted} units granted, ${restricted} of them from then on; ${drawn} are drawn already, ${left} would be left`,
  ofLine: (hs: string) => `Line ${hs}:`,
  withoutQuota: 'It has no quota that could be restricted: what becomes of it is put before an officer.',
  noQuota: 'No quota',
  units: (count: string) => `${count} units`,
  lately: (since: string) => `Booked at the gate since ${since}`,
  booked: (entries: string, units: string) => `${entries} customs entries, ${units} units`,
  nothingLately: 'Nothing',
  sources: 'Sources: orders and quota of the register of licences, bookings by customs at the gate.',
  year: (year: string) => `The year ${year} of the firm`,
  yearHint: 'As its accepted return states it, over all that it makes.',
  notAccepted: 'The return of the year has not been accepted: nothing is told of it.',
  figures: FIGURES,
  figure: 'Figure',
  ofYear: 'In the year',
  notStated: 'Not stated: the law of the programme names no figure of its returns for it.',
  needs: (facts: string) => `Undetermined, needs ${facts}`,
  without: 'What applies instead of the concession',
  withoutHint: (units: string) => `On the ${units} units of the year under the concession, if the same came in again.`,
  withoutYear: 'On the imports of the year, if the same came in again.',
  byLaw: (title: string) => `By ${title}, as in force today.`,
  lawRehearsed: 'Nobody holds the gazette text of that law: these figures bind nobody.',
  noLaw: 'No release of the law that would apply is in force here.',
  charge: 'Charge',
  with: 'With the concession',
  withoutIt: 'Without it',
  total: 'All together',
  account: 'Account of the firm',
  noAccount: 'Nothing is posted to the account.',
  finding: 'Finding',
  amount: 'Amount',
  posted: 'Posted',
  takenBack: 'Taken back',
  recommended: (finding: string) =>
    `${finding}: recommended only. Whoever has the power is asked for it; nothing of it is done here.`,
  beside: 'Other sanctions that stand against the firm',
  noBeside: 'None.',
  entitlements: 'What is granted to the firm and stands',
  noEntitlements: 'None.',
  from: (finding: string, day: string) => `${finding}, from ${day}`,
  determination: 'Determination',
}
