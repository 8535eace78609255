/** What a simulation came to, for a terminal: each finding by its outcomes, what is due in all, and what was missing. */
import { type BatchResult, type FindingColumn, REFUSED, SETTLED, UNDETERMINED } from '@maqami/engine/batch/batch.ts'
import { columns } from '@maqami/engine/explain/layout.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import { nameOf, type Voice } from '@maqami/engine/explain/voice.ts'
import { exact, multiply } from '@maqami/engine/value/exact.ts'
import { writeQuantity } from '@maqami/engine/value/notation.ts'
import { isCurrency } from '@maqami/engine/value/unit.ts'
import type { Release } from '../policy-releases/load-release.ts'
import { headingText } from '../policy-releases/heading-text.ts'
import { isPending, reasonText, voiceFor } from './finding-columns.ts'
import { simulationWordsOf } from './simulation-words.ts'

const MOST_REASONS = 20

export function summaryText(
  release: Release,
  days: ArrayLike<number>,
  result: BatchResult,
  language: Language,
): string {
  const voice = voiceFor(release, language)
  const words = simulationWordsOf(language)
  const table = [headerIn(voice), ...result.findings.map((finding) => rowOf(voice, finding, days))]
  return [
    headingText(release, language),
    words.release(release.hash, release.engine.programme.draft?.name),
    '',
    ...columns(table, 0, [1, 2, 3, 4, 5, 6, 7, 8]),
    '',
    ...reasonLines(voice, result.findings),
    words.rows(counted(result.rows), counted(result.exactRows)),
  ].join('\n')
}

function headerIn({ words: { states }, language }: Voice): readonly string[] {
  const { hasValue, inAll } = simulationWordsOf(language)
  const { met, not_met: notMet, pending, none, undetermined, refused } = states
  return ['', met, notMet, hasValue, pending, none, undetermined, refused, inAll]
}

function counted(count: number): string {
  return count.toLocaleString('en')
}

function rowOf(voice: Voice, finding: FindingColumn, days: ArrayLike<number>): readonly string[] {
  const { provision, states, values } = finding
  const isRequirement = provision.source.kind === 'requirement'
  const tally = { met: 0, notMet: 0, valued: 0, pending: 0, none: 0, undetermined: 0, refused: 0 }
  for (const [row, state] of states.entries()) {
    if (state === UNDETERMINED) tally.undetermined += 1
    else if (state === REFUSED) tally.refused += 1
    else if (state !== SETTLED) tally.none += 1
    else if (isRequirement) tally[values[row] === 1 ? 'met' : 'notMet'] += 1
    else tally[isPending(finding, row, days[row] as number) ? 'pending' : 'valued'] += 1
  }
  const { met, notMet, valued, pending, none, undetermined, refused } = tally
  const cells = [met, notMet, valued, pending, none, undetermined, refused].map((one) =>
    one === 0 ? '' : counted(one),
  )
  return [
    nameOf(voice, provision.name, provision.source.label),
    ...cells,
    valued + pending === 0 ? '' : totalOf(finding),
  ]
}

/** Of what the law rounds, and so states as an amount: its sum to the last rupee. */
function totalOf({ provision: { type, round }, values, states }: FindingColumn): string {
  if (round === undefined || type.kind !== 'number' || !isCurrency(type.unit)) return ''
  const step = Number(round.step.n) / Number(round.step.d)
  let steps = 0n
  for (const [row, state] of states.entries())
    if (state === SETTLED) steps += BigInt(Math.round((values[row] as number) / step))
  const text = writeQuantity(multiply(exact(steps), round.step), type.unit)
  return text.replaceAll(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/g, ',')
}

/** Which lines of a group lack something differs from row to row. */
function withoutLines(text: string): string {
  return text.replaceAll(/\[\d+\]/g, '')
}

function reasonLines(voice: Voice, findings: readonly FindingColumn[]): readonly string[] {
  const words = simulationWordsOf(voice.language)
  const times = new Map<string, number>()
  for (const { states, reasons } of findings) {
    const counts = new Float64Array(reasons.all.length)
    for (const [row, place] of reasons.places.entries())
      if (states[row] === UNDETERMINED || states[row] === REFUSED) counts[place] = (counts[place] as number) + 1
    for (const [place, one] of reasons.all.entries()) {
      const text = withoutRepeats(withoutLines(reasonText(voice, one)))
      times.set(text, (times.get(text) ?? 0) + (counts[place] as number))
    }
  }
  if (times.size === 0) return []
  const sorted = [...times].toSorted(([, a], [, b]) => b - a)
  const more = sorted.length - MOST_REASONS
  return [
    words.byReason,
    ...columns(
      sorted.slice(0, MOST_REASONS).map(([text, count]) => [counted(count), text]),
      2,
      [0],
    ),
    ...(more > 0 ? [`  ${words.moreReasons(counted(more))}`] : []),
    '',
  ]
}

/** Two lines that lack the same are said once. */
function withoutRepeats(text: string): string {
  return [...new Set(text.split(', '))].join(', ')
}
