/** What each unmet requirement of an assessed return costs: told in one language for a page, and as data. */
import { shown } from '@maqami/engine/check/run-examples.ts'
import { type Costs, costsOf, type Lacking, type RequirementCost, type Side } from '@maqami/engine/compare/costs.ts'
import { saidOf } from '@maqami/engine/explain/explain.ts'
import type { Inked } from '@maqami/engine/explain/ink.ts'
import type { Language } from '@maqami/engine/explain/names.ts'
import { briefStoryOf } from '@maqami/engine/explain/story.ts'
import { listed, missingIn, nameOf, sentencesIn, valueIn, type Voice } from '@maqami/engine/explain/voice.ts'
import type { TypedProvision } from '@maqami/engine/expression/typed.ts'
import { writeValue } from '@maqami/engine/value/notation.ts'
import type { AssessedReturn, AssessedSubject } from './assess-subjects.ts'
import { outcomeOf, voiceUnder } from './comparison-text.ts'
import { type CostsWords, costsWordsOf } from './costs-words.ts'

export interface CostRow {
  readonly finding: string
  readonly stands: string
  readonly ifMet: string
  readonly ifNotMet: string | undefined
  readonly difference: string | undefined
}

export interface CostView {
  /** `“Kit requirement” is not met`. */
  readonly title: string
  readonly state: RequirementCost['state']
  /** Where nothing comes out otherwise. */
  readonly alone: string
  readonly rows: readonly CostRow[]
}

export interface LackingView {
  readonly missing: string
  readonly findings: string
  readonly follows: string
}

export interface CostsView {
  /** Empty where the return is about one thing only. */
  readonly subject: string
  readonly requirements: readonly CostView[]
  readonly lacking: readonly LackingView[]
}

/** Only of subjects of which something is not met or not known. */
export function costsView({ release, subjects }: AssessedReturn, language: Language): readonly CostsView[] {
  const voice = voiceUnder(release, language)
  const words = costsWordsOf(language)
  return subjects.flatMap(({ subject, assessment }) => {
    const costs = costsOf(assessment)
    if (costs.requirements.length === 0 && costs.lacking.length === 0) return []
    return [
      {
        subject: subjectName(voice, subject),
        requirements: costs.requirements.map((one) => costView(voice, words, one, costs.as_of)),
        lacking: costs.lacking.map((one) => lackingView(voice, words, one)),
      },
    ]
  })
}

function subjectName(voice: Voice, subject: AssessedSubject['subject']): string {
  const names = Object.entries(subject).map(([fact, member]) => {
    return nameOf(voice, member, voice.names.members.get(`${fact}.${member}`))
  })
  return names.length === 0 ? '' : listed(voice, names)
}

function costView(
  voice: Voice,
  words: CostsWords,
  { requirement, state, findings }: RequirementCost,
  asOf: string,
): CostView {
  const name = calledIn(voice, requirement)
  const rows = findings.map(({ provision, stands, ifMet, ifNotMet, difference }) => ({
    finding: calledIn(voice, provision),
    stands: sideIn(voice, words, stands, asOf),
    ifMet: sideIn(voice, words, ifMet, asOf),
    ifNotMet: ifNotMet === undefined ? undefined : sideIn(voice, words, ifNotMet, asOf),
    difference:
      difference === undefined ? undefined : valueIn(voice, { state: 'value', text: difference }, provision.type),
  }))
  return { title: words.states[state](name), state, alone: words.alone(name), rows }
}

function calledIn(voice: Voice, { name, source }: TypedProvision): Inked {
  return nameOf(voice, name, source.label)
}

function sideIn(voice: Voice, words: CostsWords, { finding, why, state, ahead }: Side, asOf: string): Inked {
  if (state !== 'not_yet') return outcomeOf(voice, briefStoryOf(voice, why, asOf))
  const { type } = finding.provision
  const amount = ahead === undefined ? undefined : valueIn(voice, saidOf(ahead, type), type)
  return words.notYet(amount, voice.words.dayNotFixed)
}

function lackingView(voice: Voice, words: CostsWords, { missing, findings, either }: Lacking): LackingView {
  const named = (provisions: readonly TypedProvision[]): Inked => {
    return listed(
      voice,
      provisions.map((one) => calledIn(voice, one)),
    )
  }
  const unsaid = findings.filter((one) => one.source.kind !== 'requirement' && !either.includes(one))
  return {
    missing: missingIn(voice, missing),
    findings: named(findings),
    follows: sentencesIn(voice, [
      ...(either.length === 0 ? [] : [words.either(named(either))]),
      ...(unsaid.length === 0 ? [] : [words.unsaid(named(unsaid))]),
    ]),
  }
}

/** Values in the notation of files, exact. */
export function costsJson({ subjects }: AssessedReturn): unknown {
  return subjects.map(({ subject, assessment }) => ({ subject, ...plainCosts(costsOf(assessment)) }))
}

function plainCosts({ requirements, lacking }: Costs): object {
  return {
    requirements: requirements.map(({ requirement, state, findings }) => ({
      name: requirement.name,
      state,
      findings: findings.map(({ provision, stands, ifMet, ifNotMet, difference }) => ({
        name: provision.name,
        as_it_stands: plainSide(stands),
        if_met: plainSide(ifMet),
        if_not_met: ifNotMet === undefined ? null : plainSide(ifNotMet),
        difference: difference ?? null,
      })),
    })),
    lacking: lacking.map(({ missing, findings, either }) => ({
      missing,
      findings: namesOf(findings),
      either: namesOf(either),
    })),
  }
}

function namesOf(provisions: readonly TypedProvision[]): readonly string[] {
  return provisions.map(({ name }) => name)
}

function plainSide({ finding, state, ahead }: Side): object {
  const amount = ahead === undefined ? {} : { once_begun: writeValue(ahead, finding.provision.type) }
  return { state, shown: shown(finding), ...amount }
}
