/** The letter of a determination in English. */
import { joined, t } from '@maqami/engine/explain/ink.ts'
import type { LetterWords } from './letter-words.ts'

const STANDINGS = { draft: t`draft law`, reported: t`known from reports only`, assumed: t`assumed` }

export const EN: LetterWords = {
  preparedBy: (name) => t`Prepared by ${name}, case officer.`,
  approvedBy: (name) => t`Approved by ${name}, approving officer.`,
  notApproved: t`Not approved yet: a second officer decides.`,
  cureUntil: (served, last) =>
    t`The time to cure begins on the day on which notice is served. If that is ${served}, the day of this letter, the failure may be cured until ${last}; served later, it may be cured until the day that the notice states.`,
  answering: (address) =>
    t`A signatory of the firm answers the notice, signed in at ${address}. What is to be weighed before a sanction is determined should be said by the last day to cure.`,
  appealUntil: (address, last) =>
    t`A signatory of the firm files it, signed in at ${address}, until ${last}; after that day only with the reason why it is late, on which whoever decides the appeal decides too.`,
  notAppealed: t`Whoever holds that the sanction should not have been determined at all appeals against that determination, within its own time.`,
  appealing: t`It is made in writing to the authority named above. The law as it is recorded here states no last day for it.`,
  derived: t`How it was computed`,
  formula: (name, words, values, result) =>
    values === undefined ? t`${name}: ${words} = ${result}.` : t`${name}: ${words}, which is ${values} = ${result}.`,
  rounded: (sentence, rounding) => t`${sentence} It is ${rounding}.`,
  lines: (caption, lines) => t`${caption}: ${joined(lines, t`; `)}.`,
  line: (key, values, amount) => (values === amount ? t`${key}: ${amount}` : t`${key}: ${values} = ${amount}`),
  parameter: (name, value, notes) => t`${name}: ${value}. ${joined(notes, t`. `)}.`,
  about: t`about`,
  heard: t`The answer of the firm, and its consideration`,
  saidOn: (day) => t`On ${day} the firm said:`,
  madeOfIt: t`This was considered, and found:`,
  saidLate: t`It was said after the time to answer had passed.`,
  nothingSaid: t`The firm said nothing to the notice.`,
  restsUpon: (grounds, more) =>
    t`It is a rehearsal because the law that was applied does not bind. What was found rests on: ${joined(grounds, t`; `)}${more === undefined ? t`` : t`; and ${more} more`}.`,
  ground: (name, standing) => t`${name} (${STANDINGS[standing]})`,
  demonstration: t`DEMONSTRATION: the maker is invented, and the date is that of the demonstration’s calendar.`,
  titles: {
    failure: t`Determination of failure`,
    entitlement: t`Determination of entitlement`,
    sanction: t`Determination of sanction`,
    restoration: t`Restoration`,
  },
  subject: (title, about) => t`${title}: ${joined(about, t`, `)}`,
  number: t`Number`,
  date: t`Date`,
  restsOn: t`Rests on`,
  to: t`To`,
  found: t`What was found`,
  states: {
    not_met: t`Not met`,
    due_to: t`Due to the firm`,
    due_from: t`Due from the firm`,
    taken_back: t`Not due any more`,
    imposed: t`Imposed`,
    not_imposed: t`Not imposed`,
    recommended: t`Recommended`,
  },
  effectiveFrom: (day) => t`It has effect from ${day}.`,
  recommendation: t`Recommendation of a sanction`,
  recommendedTo: (authority, clause) =>
    t`It is recommended to ${authority}, which has the power${clause === undefined ? t`` : t` under ${clause}`}: until it decides, nothing is imposed.`,
  whoHasPower: t`The authority that has the power`,
  copy: t`Copy to`,
  without: (year, amount, law, before) =>
    t`If the imports of ${year} came in again without the concession, they would bear ${amount} by the law ‘${law}’${before === undefined ? t`` : t`, and not ${before}`}.`,
  withoutNeeds: (needs) => t`What applies instead of the concession is undetermined: it needs ${joined(needs, t`, `)}.`,
  recommendedFrom: (day) => t`It is recommended with effect from ${day}.`,
  computed: (what, reasons) =>
    t`Less was decided than the law would give${what.length === 0 ? t`` : t`, which is ${joined(what, t`, `)}`}. The reasons: ${reasons}`,
  computedFrom: (day) => t`from ${day}`,
  reasons: t`Reasons`,
  follows: t`What follows`,
  consequences: {
    failure: ({ firm }) =>
      t`Notice of this failure is served on ${firm} and states the time within which it may be cured. What the law attaches to the failure can follow only when that time has passed without a cure.`,
    entitlement: ({ firm, waiting }) =>
      t`${
        waiting === undefined
          ? t`What is due to ${firm} is claimed from the budget of the programme and entered in its account as far as the budget has money for it; the rest waits, and is not lost. What is due from it is entered against it.`
          : waiting.length === 0
            ? t`The amounts stated above are entered in the account of ${firm}: what is due to it in its favour, what is due from it against it.`
            : t`The budget of the programme has no money at present for ${joined(waiting, t`, `)}. This is due to ${firm} and not entered in its account yet; it keeps its place, and is entered without another determination when the budget has money for it. What else is stated above is entered: what is due to the firm in its favour, what is due from it against it.`
      } Of what an earlier determination of the same year entered, what is still the same stands, and the rest is taken back by reverse entries.`,
    sanction: ({ before, imposes, recommends }) =>
      joined(
        [
          before === undefined
            ? t`The failure was not cured in the time that was given for it.`
            : t`The failure stated in determination ${before} was not cured in the time that was given for it.`,
          ...(imposes ? [t`What is imposed above has effect from the day stated with it.`] : []),
          ...(recommends
            ? [t`What is recommended above has no effect until the authority that has the power decides on it.`]
            : []),
        ],
        t` `,
      ),
    restoration: ({ before, day, restated }) => {
      const behind = before === undefined ? t`the sanction` : t`determination ${before}`
      return restated
        ? t`By the return as it was restated there was no failure behind ${behind}: what is stated above is met. What was suspended because of it is restored with effect from ${day}, and what was booked by it is taken back by reverse entries.`
        : t`The failure behind ${behind} has been cured. What was suspended because of it is restored with effect from ${day}.`
    },
  },
  appeal: t`Appeal`,
  noAppeal: t`No appeal lies against this restoration: it takes nothing from the firm.`,
  mayAppeal: t`This determination may be appealed. The appeal is decided by somebody who took no part in making it.`,
  forAuthority: (authority) => t`For ${authority}`,
  verify: t`Verify at`,
  release: t`Release of the policy`,
  result: t`Result`,
  engine: t`Engine`,
  rehearsal: t`REHEARSAL`,
  noEffect: t`Nothing in this letter has legal effect.`,
}
