/** What was said to recommendations, in English. */
import type { ReplyKind } from './recommendation.ts'

const KINDS: Readonly<Record<ReplyKind, string>> = {
  accepted: 'Ordered',
  declined: 'Declined',
  other: 'Answered otherwise',
  lifted: 'Order lifted',
}

export const EN = {
  title: (number: string) => `What the authority said to ${number}`,
  heading: 'What the authority said',
  none: 'No answer is recorded.',
  recorded: 'It is recorded. Licences and concessions follow what is ordered.',
  nothing: 'This determination recommends nothing to another authority: what it imposes has effect by itself.',
  intro:
    'Our authority recommended this and has no power to do it. What the authority that has the power says is recorded here; what it orders is its order, and only it lifts it.',
  kinds: KINDS,
  choices: {
    accepted: 'It ordered what was recommended',
    declined: 'It declined',
    other: 'It said something else, such as a question',
    lifted: 'It lifted its order',
  } satisfies Readonly<Record<ReplyKind, string>>,
  said: (kind: string, authority: string, reference: string, day: string) =>
    `${kind}: ${authority}, ${reference} of ${day}`,
  from: (day: string) => `with effect from ${day}`,
  until: (day: string) => `without effect from ${day}`,
  file: 'Its order or letter',
  record: 'Record what the authority said',
  kind: 'What it said',
  authority: 'Authority',
  repliedOn: 'Day of its order or letter',
  repliedHint: (today: string) => `Until today, ${today}; written like this.`,
  reference: 'Number of its order or letter',
  words: 'What it says',
  wordsHint: 'In short; the firm reads it too.',
  effectiveOn: 'From when its order has effect',
  effectiveHint:
    'Only where it ordered: the day of the order, or a later one. A lifted order has no effect from today on.',
  fileHint: 'Where it is at hand: PDF or picture. The firm sees it.',
  recommended: 'What was recommended',
  firm: 'Firm',
  will: 'Licences and concessions of the firm follow what is ordered, by an order that names the authority and its number.',
  own: 'You prepared the recommendation. Another officer records what was said to it.',
  toRecord: 'Record what the authority said',
}
