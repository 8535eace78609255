/** What is due as a file that calendar programs read (RFC 5545). */
import { formatDay, parseDay } from '@maqami/engine/value/date.ts'
import { instantText } from '../kernel/clock.ts'
import type { Language } from '../kernel/problem.ts'
import { deadlineWordsOf } from './deadline-words.ts'
import type { Obligation } from './obligation.ts'
import type { Calendar } from './read-obligations.ts'

const MOST_OCTETS = 75

export function calendarFile({ obligations }: Calendar, language: Language, address: URL, now: number): string {
  const words = deadlineWordsOf(language)
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Maqami//Calendar of obligations//EN',
    `X-WR-CALNAME:${escaped(`Maqami: ${words.title}`)}`,
    ...obligations.flatMap((one) => eventOf(one, language, address, now)),
    'END:VCALENDAR',
  ]
  return `${lines.flatMap(folded).join('\r\n')}\r\n`
}

function eventOf(one: Obligation, language: Language, address: URL, now: number): readonly string[] {
  const words = deadlineWordsOf(language)
  const summary = words.kinds[one.kind](one.about, one.title?.[language])
  return [
    'BEGIN:VEVENT',
    `UID:${one.key}@${address.hostname}`,
    `DTSTAMP:${instantText(now).replaceAll(/[-:]|\.\d+/g, '')}`,
    `DTSTART;VALUE=DATE:${compact(one.due_on)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(one.due_on))}`,
    `SUMMARY:${escaped(one.state === 'open' ? summary : `${summary} (${words.states[one.state]})`)}`,
    `URL:${new URL(one.href, address).href}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function compact(day: string): string {
  return day.replaceAll('-', '')
}

/** An event of a whole day ends when the next one begins. */
function dayAfter(day: string): string {
  return formatDay((parseDay(day) ?? 0) + 1)
}

function escaped(text: string): string {
  return text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r?\n/g, String.raw`\n`)
}

/** A line has 75 octets at most and goes on in the next after a space; no character is cut. */
function folded(line: string): readonly string[] {
  const lines: string[] = []
  let rest = ''
  for (const character of line) {
    if (Buffer.byteLength(rest + character) > MOST_OCTETS) {
      lines.push(rest)
      rest = ' '
    }
    rest += character
  }
  return [...lines, rest]
}
