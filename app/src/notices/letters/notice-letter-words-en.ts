/** The letters of a notice in English. */
import { joined, midSentence, t } from '@maqami/engine/explain/ink.ts'
import type { NoticeLetterWords } from './notice-letter-words.ts'

export const EN: NoticeLetterWords = {
  titles: {
    show_cause: t`Notice to show cause`,
    summons: t`Summons to a personal hearing`,
    adjournment: t`Adjournment of the hearing`,
    appeal_summons: t`Summons to the hearing of an appeal`,
    appeal_adjournment: t`Adjournment of the hearing of an appeal`,
    extension: t`Extension of the time to cure`,
    waiver: t`Days that do not count towards the time to cure`,
    refusal: t`The time to cure is not extended`,
    closure: t`Closure: cured in time`,
  },
  subject: (title, year) => t`${title}, ${year}`,
  said: {
    show_cause: t`Note`,
    summons: t`What it is about`,
    adjournment: t`Why`,
    appeal_summons: t`What it is about`,
    appeal_adjournment: t`Why`,
    extension: t`Reasons`,
    waiver: t`Reasons`,
    refusal: t`Reasons`,
    closure: t`How the cure is known`,
  },
  signed: (name) => t`${name}`,
  matter: t`What was decided`,
  headings: {
    failed: t`What was not met, and why`,
    follows: t`What may follow`,
    time: t`By when`,
    answer: t`How to answer`,
  },
  failedBy: (number) => t`By determination ${number} the following is not met.`,
  notMet: (name, clause) => (clause === undefined ? t`${name}.` : t`${name} (${clause}).`),
  asks: (summary) => t`What is asked: ${summary}`,
  found: (what, value, asked, gap) =>
    t`The ${midSentence(what)} was found to be ${value}, where ${asked} is required${gap === undefined ? t`` : t`: it is ${gap}`}.`,
  foundNone: (what, asked) => t`Of the ${midSentence(what)} nothing is recorded, where ${asked} is required.`,
  bounds: {
    numbers: {
      '=': (bound) => bound,
      '!=': (bound) => t`another figure than ${bound}`,
      '<': (bound) => t`less than ${bound}`,
      '<=': (bound) => t`not more than ${bound}`,
      '>': (bound) => t`more than ${bound}`,
      '>=': (bound) => t`not less than ${bound}`,
    },
    days: {
      '=': (bound) => bound,
      '!=': (bound) => t`another day than ${bound}`,
      '<': (bound) => t`a day before ${bound}`,
      '<=': (bound) => t`a day not later than ${bound}`,
      '>': (bound) => t`a day after ${bound}`,
      '>=': (bound) => t`a day not earlier than ${bound}`,
    },
  },
  notMetBy: ({ name, group, failing, all, lines }) =>
    t`${name}: ${failing} of ${all} under “${group}” did not meet it: ${joined(lines, t`; `)}.`,
  lineFound: (key, value, asked) => t`${key} with ${value}, where ${asked} is required`,
  andOthers: (count) => t`and ${count} more`,
  partNotMet: (name) => t`${name} was not met.`,
  notSo: (condition) => t`It is required that ${midSentence(condition)}. That was not so.`,
  mayFollow: t`You are called upon to show cause why the following should not be determined. It can have effect from the day after the last day to cure at the earliest, and only by a determination that two officers sign with reasons.`,
  attached: (name, says, clause) => {
    const what = says.length === 0 ? t`${name}.` : t`${name}: ${joined(says, t` `)}`
    return clause === undefined ? what : t`${what} (${clause})`
  },
  runs: t`Time runs from the day on which this notice is served: the day on which your signatory acknowledges it, or that of the proof of delivery.`,
  cureBy: (served, last) =>
    t`Served on ${served}, the day of this letter, the failure may be cured until ${last} as the law gives it; a cure by then averts what is named above. Served later, until the day that the page of the notice states.`,
  answerWithin: (length, counted) =>
    counted === 'days'
      ? t`Your representation is heard within ${length} days of service, and in any case until the last day to cure.`
      : t`Your representation is heard within ${length} working days of service, and in any case until the last day to cure. Saturdays, Sundays and declared holidays do not count.`,
  answerHow: (address) =>
    t`A signatory answers, with files as needed, signed in at ${address}. What is said in time is considered before a sanction is determined.`,
  fileThere: t`All that is relied upon stands on the page of the notice, each thing with its hash, to be read and fetched as one archive: the return and its lines, the assessment with its explanation, the determination. Nothing that was not disclosed is relied upon.`,
  mayAsk: t`You may ask to be heard in person, and in writing and with reasons for more time.`,
  summons: (number, day, place) =>
    t`You will be heard in person about the failure stated in determination ${number} on ${day}: ${place}.`,
  adjournment: (number, day, place) =>
    t`The hearing about the failure stated in determination ${number} is adjourned to ${day}: ${place}.`,
  mayBeHeard: t`You may come yourself or be represented, and bring documents. If nobody comes, the case is decided on what is in the file.`,
  appeal_summons: (appeal, number, day, place) =>
    t`Your appeal ${appeal} against determination ${number} will be heard on ${day}: ${place}.`,
  appeal_adjournment: (appeal, number, day, place) =>
    t`The hearing of your appeal ${appeal} against determination ${number} is adjourned to ${day}: ${place}.`,
  appealHeard: t`You may come yourself or be represented. The authority is heard too. If nobody comes, the appeal is decided on its grounds and the record. Who decides it took no part in the determination.`,
  extended: (number, until) =>
    t`The time to cure the failure stated in determination ${number} is extended until ${until}.`,
  waived: (number, from, to) =>
    t`Because of force majeure the days from ${from} to ${to} do not count towards the time to cure the failure stated in determination ${number}.`,
  notExtended: (number) => t`The time to cure the failure stated in determination ${number} is not extended.`,
  until: (day) => t`The last day to cure is ${day}.`,
  lawReads: t`A cure by then averts what the law attaches to the failure. One officer proposed this and another approved it.`,
  closed: (number, cured, until) =>
    t`The failure stated in determination ${number} was cured on ${cured}. The last day to cure was ${until}: it was cured in time.`,
  nothingFollows: t`The notice is closed. No sanction follows from this failure.`,
}
