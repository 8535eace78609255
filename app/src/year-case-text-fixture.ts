/** What came of a step of a case, as lines that a person reads: findings, entries, orders about licences, letters in both languages. */
import { stateOf } from '@maqami/engine/explain/story.ts'
import type { AssessedSubject } from './assessments/assess-subjects.ts'
import type { DeterminedFinding, Determination } from './determinations/determination.ts'
import type { LetterData } from './determinations/letter.ts'
import { letterText, type LetterSide, type LetterText, type ServedSide } from './determinations/letter-text.ts'
import type { PlainLetter, PlainLetterSide } from './determinations/plain-letter.ts'
import { balancesOf, type Entry, type Posting } from './ledger/entry.ts'
import type { LicenceOrder } from './licences/licence.ts'
import type { PaymentOrder } from './payments/payment.ts'
import type { Receipt } from './receipts/receipt.ts'

/** Something that a register holds, with what tells it from the rest. */
export interface Block {
  readonly key: string
  readonly lines: readonly string[]
}

/** All but measures, with the day from which a sanction would have effect. */
export function findingLines({ explanation }: AssessedSubject, day: string): readonly string[] {
  return explanation.provisions
    .filter(({ kind }) => kind !== 'measure')
    .map((why) => {
      const value = why.said.state === 'value' && !/^(true|false)$/.test(why.said.text) ? `, ${why.said.text}` : ''
      const from = why.from?.said.state === 'value' ? ` from ${why.from.said.text}` : ''
      return `finding ${why.name}: ${stateOf(why, day).replaceAll('_', ' ')}${value}${from}`
    })
}

export function determinedLines({ number, kind, findings }: Determination): readonly string[] {
  return [`determination ${number} of ${kind}`, ...findings.map((one) => `  ${determined(one)}`)]
}

function determined({ finding, value, effect, from }: DeterminedFinding): string {
  const effects = effect === null ? '' : `, ${effect.verb} ${effect.noun}`
  return `${finding} ${value === '' ? 'not due any more' : value}${effects}${from === null ? '' : ` from ${from}`}`
}

export function entryBlock(
  { id, phase, finding, reverses, postings }: Entry,
  all: readonly Entry[],
  firm: string,
): Block {
  const back = all.find((one) => one.id === reverses)
  const of = back === undefined ? '' : `, which takes back that of ${back.booked_on}`
  return {
    key: `entry ${id}`,
    lines: [`entry ${phase} ${finding}${of}`, ...postings.map((posting) => `  ${postingText(posting, firm)}`)],
  }
}

function postingText({ kind, manufacturer_id, currency, amount }: Posting, firm: string): string {
  const [word, digits] = amount.startsWith('-') ? ['credit', amount.slice(1)] : ['debit', amount]
  return `${word} ${manufacturer_id === null ? 'treasury' : firm}, ${kind}: ${currency} ${digits}`
}

/** The firm's own accounts that are not even. */
export function balanceLines(entries: readonly Entry[], firm: string): readonly string[] {
  const open = balancesOf(entries).filter(
    ({ manufacturer_id, amount }) => manufacturer_id !== null && amount !== '0.00',
  )
  return open.length === 0
    ? [`${firm}: nothing is owed`]
    : open.map((one) => `balance of ${one.account}: ${postingText(one, firm)}`)
}

export function orderBlock(number: string, { position, kind, effective_on, reason }: LicenceOrder): Block {
  return { key: `order ${number} ${position}`, lines: [`licence ${number}: ${kind} from ${effective_on} (${reason})`] }
}

export function paymentLines({ number, kind, lines }: PaymentOrder): readonly string[] {
  return [
    `${kind} ${number}`,
    ...lines.map(({ finding, amount, held, interest, slices }) => {
      const until = slices.map((one) => `${one.amount} for ${one.days} days`).join(', ')
      return `  ${finding} ${amount}, held back ${held}, interest ${interest}${until === '' ? '' : ` (${until})`}`
    }),
  ]
}

export function receiptLines(receipts: readonly Receipt[]): readonly string[] {
  return receipts.map(({ bank_reference, amount, state, credit, free }) => {
    return `receipt ${bank_reference} of ${amount}: ${state}, credit ${credit}, booked to nobody ${free}`
  })
}

export type AnyLetter = LetterData | LetterText | PlainLetter

export function letterBlock(data: AnyLetter, nth: number): Block {
  if ('passages' in data)
    return { key: `letter ${nth}`, lines: [...plainLines(data, data.en), ...plainLines(data, data.ur)] }
  const text = 'small' in data ? data : letterText(data)
  return {
    key: `letter ${nth}`,
    lines: [...sideLines(text, text.en, text.served.en), ...sideLines(text, text.ur, text.served.ur)],
  }
}

/** Without what every letter says alike. */
function sideLines(text: LetterText, side: LetterSide, served: ServedSide): readonly string[] {
  const lines = [
    side.subject,
    ...(text.rehearsal ? [side.rehearsal, side.noEffect] : []),
    ...side.findings.flatMap(({ label, state, amount, sentences, clause }, nth) => [
      [label, state?.word, amount].filter((part) => part !== undefined && part !== null).join(' · '),
      ...sentences.map((sentence) => `  ${sentence}`),
      ...(clause === null ? [] : [`  ${clause}`]),
      ...(served.derivations[nth] ?? []).map((sentence) => `  ${sentence}`),
    ]),
    ...heardLines(text, side === text.en ? 'en' : 'ur', served),
    side.consequences,
    ...served.cure,
    served.appealing,
  ]
  return [`letter ${text.number}`, ...lines.map((line) => `  | ${plainly(line)}`)]
}

function heardLines({ heard }: LetterText, language: 'en' | 'ur', { headings }: ServedSide): readonly string[] {
  if (heard === null) return []
  if (heard.length === 0) return [headings.nothingSaid]
  return heard.flatMap((one) => [
    one[language].said,
    ...one.said.map(({ text }) => `  ${text}`),
    one[language].found,
    ...one.found.map(({ text }) => `  ${text}`),
  ])
}

function plainLines({ number, rehearsal, passages }: PlainLetter, side: PlainLetterSide): readonly string[] {
  const lines = [
    side.subject,
    ...(rehearsal ? [side.rehearsal, side.noEffect] : []),
    ...side.sections.flatMap((one) => [one.heading, ...one.lines.map((line) => `  ${line}`)]),
    ...passages.map(({ text }) => text),
  ]
  return [`letter ${number}`, ...lines.map((line) => `  | ${plainly(line)}`)]
}

/** Without the marks that isolate directions, which no editor shows. */
function plainly(line: string): string {
  return line.replaceAll(/[\u2066-\u2069\u200b]/g, '')
}
