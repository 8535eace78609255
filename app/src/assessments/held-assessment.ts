/** What `--format json` wrote, read back: what was said, by which law, on which facts. */
import { shownOutcome } from '@maqami/engine/check/run-examples.ts'
import type { Applied, ProvisionWhy } from '@maqami/engine/explain/explanation.ts'
import { outcomeOf } from '@maqami/engine/explain/said.ts'
import { stateOf } from '@maqami/engine/explain/story.ts'
import { formatDay, parseDay } from '@maqami/engine/value/date.ts'
import { parseRounding } from '@maqami/engine/value/notation.ts'
import { WrongInput } from '../kernel/command.ts'
import { isMapping } from '../policy-releases/facts-file.ts'
import { hashOfFacts } from './assess-subjects.ts'

export interface HeldLaw {
  readonly programme: string
  readonly rehearsal: unknown
  /** Of a return: `2026-27`, and the last day of it. */
  readonly year: unknown
  readonly period_end: unknown
  readonly draft: string | undefined
  readonly hash: string
}

export interface HeldSubject {
  readonly place: string
  readonly applied: Applied
  readonly facts: Readonly<Record<string, unknown>>
  readonly findings: readonly unknown[]
}

export interface HeldAssessment {
  readonly law: HeldLaw
  readonly subjects: readonly HeldSubject[]
}

/** One explanation as `policy explain` writes it, or those of all subjects as `assess` does. */
export async function heldAssessment(json: unknown, path: string): Promise<HeldAssessment> {
  if (!isMapping(json)) throw noExplanation(path)
  if (isApplied(json)) return { law: lawOf(json, path), subjects: [await subjectOf(explainedAlone(json), json, path)] }
  const subjects = Array.isArray(json['subjects']) ? (json['subjects'] as readonly unknown[]) : []
  if (subjects.length === 0) throw noExplanation(path)
  const held = subjects.map((subject, index) => subjectOf(subject, json, `${path}, subject ${index + 1}`))
  return { law: lawOf(json, path), subjects: await Promise.all(held) }
}

function noExplanation(path: string): WrongInput {
  return new WrongInput([`'${path}' holds no explanation. Write one with 'assess … --format json --out FILE.json'.`])
}

function incomplete(place: string, what: string): WrongInput {
  return new WrongInput([`${place}: ${what}. Was the file changed by hand?`])
}

function lawOf(json: Readonly<Record<string, unknown>>, path: string): HeldLaw {
  const { programme, draft, release_hash: hash } = json
  if (typeof programme !== 'string' || typeof hash !== 'string')
    throw incomplete(path, 'it does not say of which release it is')
  const { rehearsal, year, period_end } = json
  return { programme, draft: typeof draft === 'string' ? draft : undefined, hash, rehearsal, year, period_end }
}

/** `policy explain` writes no findings beside its explanation: there is nothing that could contradict it. */
function explainedAlone(json: Readonly<Record<string, unknown>> & Applied): Readonly<Record<string, unknown>> {
  return { explanation: json, facts: json['facts'], facts_hash: json['facts_hash'], findings: NO_FINDINGS }
}

const NO_FINDINGS: readonly unknown[] = []

/** Refuses a subject that lacks a part of what is written: what is not there cannot be the same. */
async function subjectOf(
  subject: unknown,
  { as_of: asOf, period_end: periodEnd }: Readonly<Record<string, unknown>>,
  place: string,
): Promise<HeldSubject> {
  if (!isMapping(subject) || !isApplied(subject['explanation'])) throw incomplete(place, 'there is no explanation')
  const { explanation: applied, facts, findings, facts_hash: hash } = subject
  if (!isMapping(facts) || !Array.isArray(findings)) throw incomplete(place, 'there are no facts or no findings')
  if (applied.as_of !== asOf) throw incomplete(place, 'its day is not that of the assessment')
  if (periodEnd !== undefined && (applied.period_end ?? applied.as_of) !== periodEnd)
    throw incomplete(place, 'its period is not that of the assessment')
  if ((await hashOfFacts(facts, applied.period_end)) !== hash)
    throw incomplete(place, 'its facts are not those of their hash')
  const told = subject['subject']
  for (const [fact, member] of Object.entries(isMapping(told) ? told : {})) {
    if (facts[fact] !== member) throw incomplete(place, `it says ${fact} ${String(member)}, and its facts do not`)
  }
  return { place, applied, facts, findings: findings as readonly unknown[] }
}

/** Each provision that is explained has one finding. */
function uncounted({ applied, findings, place }: HeldSubject): readonly string[] {
  const names = findings.flatMap((finding) => (isMapping(finding) ? [finding['name']] : []))
  return applied.provisions.flatMap(({ name }) => {
    const times = names.filter((one) => one === name).length
    return times === 1 ? [] : [`${place}: the finding '${name}' is ${times === 0 ? 'left out' : 'there twice'}.`]
  })
}

function isApplied(value: unknown): value is Applied & Readonly<Record<string, unknown>> {
  if (!isMapping(value) || !isDay(value['as_of']) || !isDay(value['period_end'] ?? value['as_of'])) return false
  return Array.isArray(value['provisions']) && value['provisions'].length > 0 && value['provisions'].every(isMapping)
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && parseDay(value) !== undefined
}

/** What a finding says otherwise than its explanation, in a sentence for each. */
export function contradictionsOf(subject: HeldSubject): readonly string[] {
  const { applied, findings, place } = subject
  const counted = subject.findings === NO_FINDINGS ? [] : uncounted(subject)
  const contradicted = findings.flatMap((finding) => {
    if (!isMapping(finding)) return [`${place}: a finding cannot be read.`]
    const name = typeof finding['name'] === 'string' ? finding['name'] : '?'
    const provision = applied.provisions.find((one) => one.name === name)
    if (provision === undefined) return [`${place}: the finding '${name}' has no explanation.`]
    const { shown, from } = findingOf(provision)
    const state = stateOf(provision, applied.as_of)
    const said = { kind: provision.kind, outcome: provision.said, shown, state, from }
    return Object.entries(said).flatMap(([part, follows]) =>
      JSON.stringify(finding[part]) === JSON.stringify(follows)
        ? []
        : [
            `${place}: the finding '${name}' is not what its explanation says: its ${part} is ${JSON.stringify(finding[part])}, and follows as ${JSON.stringify(follows)}.`,
          ],
    )
  })
  return [...counted, ...contradicted]
}

/** How the finding is shown, and the day from which it has effect, as they follow from its explanation. */
function findingOf({ kind, type, said, show, from }: ProvisionWhy): { shown: string | undefined; from: string | null } {
  const outcome = outcomeOf(said, type)
  const day = from?.said.state === 'value' ? parseDay(from.said.text) : undefined
  const rounding = show === undefined || type.kind !== 'number' ? undefined : parseRounding(show, type.unit)
  return {
    shown: outcome === undefined ? undefined : shownOutcome(outcome, { kind, type, show: rounding, from: day }),
    from: day === undefined ? null : formatDay(day),
  }
}
