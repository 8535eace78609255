/** Advice as data: values in the notation of files, exact. */
import type { Found } from '@maqami/engine/advise/advise.ts'
import type { Exact } from '@maqami/engine/value/exact.ts'
import { writeQuantity } from '@maqami/engine/value/notation.ts'
import { formatDay } from '@maqami/engine/value/date.ts'
import { ENGINE_VERSION } from '@maqami/engine/version.ts'
import type { AdviserRule } from '../returns/schema/return-schema.ts'
import type { AdvisedReturn, AdvisedSubject } from './advise-subjects.ts'
import { placesOf } from './line-origins.ts'

export function adviceJson({ release, rehearsal, year, day, adviser, subjects }: AdvisedReturn): unknown {
  const { heading } = release.engine.programme
  return {
    programme: heading.name,
    rehearsal,
    year: year.label,
    as_of: formatDay(day),
    release_hash: release.hash,
    engine_version: ENGINE_VERSION,
    requirement: adviser.requirement,
    subjects: subjects.map((one) => ({ subject: one.subject, ...standing(one, adviser, heading.currency) })),
  }
}

function standing({ advice, origins }: AdvisedSubject, adviser: AdviserRule, currency: string): object {
  if (advice.kind === 'met') return { state: 'met' }
  if (advice.kind === 'open')
    return { state: 'open', missing: advice.because.missing, refusals: advice.because.refusals }
  const unit = advice.type?.kind === 'number' ? advice.type.unit : 'number'
  const written = (value: Exact | undefined): string | null => (value === undefined ? null : writeQuantity(value, unit))
  const money = (value: Exact): string => writeQuantity(value, currency)
  return {
    state: 'short',
    reached: written(advice.sides?.reached),
    asked: written(advice.sides?.asked),
    ways: advice.ways.map(({ ways, parts, gains, found }) => ({
      labels: ways.map((nth) => adviser.ways[nth]?.label),
      parts: parts.map(({ names, lines, value }, place) => ({
        names,
        lines: placesOf(origins.get(adviser.group), lines),
        value: money(value),
        gain: written(gains[place]),
      })),
      found: foundJson(found, written, money),
    })),
  }
}

function foundJson(
  found: Found,
  written: (value: Exact | undefined) => string | null,
  money: (value: Exact) => string,
): object {
  switch (found.kind) {
    case 'sets':
      return {
        ...found,
        sets: found.sets.map(({ parts, value, reached }) => ({
          parts,
          value: money(value),
          reached: written(reached),
        })),
      }
    case 'out_of_reach':
      return { ...found, reached: written(found.reached) }
    case 'not_found':
      return found
  }
}
