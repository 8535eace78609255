/** The order about an appeal as a letter, laid out as letters of determinations are. */
import { ISOLATING_INK } from '@maqami/engine/explain/ink.ts'
import { dayIn, voiceOf } from '@maqami/engine/explain/voice.ts'
import { type Letters, toldOf } from '../determinations/decide-determination.ts'
import type { Told } from '../determinations/letter.ts'
import { decidedOn } from '../determinations/last-day-to-appeal.ts'
import { type LetterSide, type LetterText, passage, passages, shown, sideOf } from '../determinations/letter-text.ts'
import { findingsNow } from '../determinations/standing.ts'
import type { Handle } from '../kernel/database.ts'
import type { Language } from '../kernel/problem.ts'
import type { Actor } from '../kernel/transaction.ts'
import { namesIn } from '../people/name-people.ts'
import { releaseOf } from '../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../policy-releases/release-shelf.ts'
import type { AppealOutcome } from './appeal.ts'
import type { OrderDraft } from './appeals-table.ts'
import type { Decidable } from './decidable-appeal.ts'
import { orderWordsOf } from './order-words.ts'

interface OrderLetter extends Decidable {
  readonly draft: OrderDraft
  readonly decided_on: string
  readonly shown_hash: string
}

/** By the law that the determination applied. */
export async function orderText(
  tables: Handle,
  shelf: ReleaseShelf,
  letters: Letters,
  actor: Actor,
  { appeal, determination, draft, decided_on, shown_hash }: OrderLetter,
): Promise<LetterText> {
  const release = shelf.open(await releaseOf(tables, determination.release_id))
  const { outcome, reasons } = draft
  const findings = draft.findings ?? findingsNow(determination)
  const told = await toldOf(tables, release.engine.programme, { ...determination, findings, reasons }, decided_on)
  const name = (await namesIn(tables, [actor.person])).get(actor.person) ?? ''
  const determined_on = decidedOn(determination) ?? decided_on
  const side = (language: Language): LetterSide =>
    orderSide(told, language, { number: appeal.number, outcome, determined_on })
  const served = (language: Language): LetterText['served']['en'] => {
    const words = orderWordsOf(language)
    return {
      officers: [words.decidedBy(name)],
      cure: [],
      appealing: words.stayEnds,
      why: null,
      derivations: side(language).findings.map(() => []),
      headings: { derived: '', heard: '', nothingSaid: '' },
      demonstration: DEMONSTRATION[language],
    }
  }
  return {
    rehearsal: determination.rehearsal,
    demonstration: letters.demonstration,
    served: { en: served('en'), ur: served('ur') },
    title: shown(`${appeal.number} ${orderWordsOf('en').title(orderWordsOf('en').outcomes[outcome])}`),
    number: shown(appeal.number),
    name: passage(told.manufacturer.name),
    address: passages(told.manufacturer.address),
    reasons: passages(reasons),
    heard: null,
    verify_address: letters.addressOf(appeal.number),
    small: [{ en: orderWordsOf('en').signed, ur: orderWordsOf('ur').signed, code: shown(shown_hash) }],
    en: side('en'),
    ur: side('ur'),
  }
}

const DEMONSTRATION: Readonly<Record<Language, string>> = {
  en: 'DEMONSTRATION: the maker is invented, and the date is that of the demonstration’s calendar.',
  ur: 'نمائش: صنعت کار فرضی ہے، اور تاریخ نمائشی کیلنڈر کی ہے۔',
}

/** What the determination says, but for what the order is about. */
function orderSide(
  told: Told,
  language: Language,
  {
    number,
    outcome,
    determined_on,
  }: { readonly number: string; readonly outcome: AppealOutcome; readonly determined_on: string },
): LetterSide {
  const words = orderWordsOf(language)
  const side = sideOf(told, language)
  // Nothing that was determined has effect from the day of the order, but for what the order itself finds.
  const found = outcome === 'varied' ? side : sideOf({ ...told, decided_on: determined_on }, language)
  const day = dayIn(voiceOf(language, told.names, ISOLATING_INK), told.decided_on)
  const [first, date] = side.facts
  return {
    ...side,
    findings: found.findings,
    subject: shown(`${words.title(words.outcomes[outcome])} · ${side.subject}`),
    facts: [
      { name: first?.name ?? '', value: shown(number) },
      { name: date?.name ?? '', value: date?.value ?? '' },
      { name: words.against, value: shown(told.number) },
    ],
    consequences: shown(words.consequences[outcome](told.number, day)),
    mayAppeal: words.final,
    headings: { ...side.headings, found: words.found[outcome], appeal: words.remedy },
  }
}
