/** What a finding comes to, as worked examples write it, in the words of a reader. */
import type { Inked } from '@maqami/engine/explain/ink.ts'
import { dayIn, type Voice, valueIn } from '@maqami/engine/explain/voice.ts'

const STATES = { met: 'met', 'not met': 'not_met', none: 'none' } as const

/** What a finding comes to, in words; amounts of money and days as they are written everywhere. */
export function saidFinding(voice: Voice, text: string | null): Inked {
  const { states } = voice.words
  if (text === null) return states.none
  if (text in STATES) return states[STATES[text as keyof typeof STATES]]
  if (text.startsWith('undetermined')) return states.undetermined
  const [, amount, from] = /^(?:(.+) )?from (\d{4}-\d{2}-\d{2})$/.exec(text) ?? []
  if (from !== undefined) {
    const day = dayIn(voice, from)
    return amount === undefined ? voice.words.from(day) : voice.words.amountFrom(saidFinding(voice, amount), day)
  }
  const [, currency] = /^([A-Z]{3}) -?[\d.,]+$/.exec(text) ?? []
  return currency === undefined
    ? voice.ink.value(text)
    : valueIn(voice, { state: 'value', text }, { kind: 'number', unit: currency })
}
