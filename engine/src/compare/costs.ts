/**
 * What each requirement that is not met costs: the findings that come out otherwise where it alone is taken as met, and everything else
 * stands as it does. The law is applied once more for each such requirement, and twice for one that is undetermined, however many lines
 * there are.
 */
import { shown } from '../check/run-examples.ts'
import { UNCHANGED } from '../check/provision-survivors.ts'
import { compileMutant } from '../determine/compile.ts'
import { type Assessment, determine, type Finding } from '../determine/determine.ts'
import type { Hand, Run, Watch } from '../determine/run.ts'
import { explainAll } from '../explain/explain.ts'
import type { ProvisionWhy } from '../explain/explanation.ts'
import { stateOf } from '../explain/story.ts'
import type { State } from '../explain/words.ts'
import type { TypedProvision } from '../expression/typed.ts'
import { formatDay } from '../value/date.ts'
import { type Exact, subtract, ZERO } from '../value/exact.ts'
import { writeQuantity } from '../value/notation.ts'
import { isNone, isUnsettled, NoValue, type Outcome } from '../value/outcome.ts'

/** A finding as it comes out under one supposition. */
export interface Side {
  readonly finding: Finding
  readonly why: ProvisionWhy
  readonly state: State
  /** Of a sanction whose day is not fixed yet: what it comes to once it is, as things stand. */
  readonly ahead: Exact | undefined
}

export interface FindingCost {
  readonly provision: TypedProvision
  readonly stands: Side
  readonly ifMet: Side
  /** Only of a requirement that is undetermined: what follows is the one or the other. */
  readonly ifNotMet: Side | undefined
  /** Of one that is not met: the amount with it met, less that which stands. */
  readonly difference: string | undefined
}

export interface RequirementCost {
  readonly requirement: TypedProvision
  readonly state: 'not_met' | 'undetermined'
  readonly findings: readonly FindingCost[]
}

/** Findings that are undetermined for want of the same facts. */
export interface Lacking {
  readonly missing: readonly string[]
  readonly findings: readonly TypedProvision[]
  /** Of these, those that come out in one of two ways, as a requirement is met or not, whatever the facts turn out to be. */
  readonly either: readonly TypedProvision[]
}

export interface Costs {
  /** `2027-06-30`. */
  readonly as_of: string
  readonly requirements: readonly RequirementCost[]
  readonly lacking: readonly Lacking[]
}

type Sides = ReadonlyMap<string, Side>

export function costsOf({ engine, run }: Assessment): Costs {
  const supposing = (provision: Watch['provision']): Assessment => {
    return determine(engine, run.facts, run.day, { periodEnd: run.periodEnd, watch: { ...UNCHANGED, provision } })
  }
  // The assessment that was given keeps its own record of what it needed.
  const own = supposing(UNCHANGED.provision)
  const unmet = [...engine.programme.typed.provisions.values()].flatMap((requirement) => {
    const state = requirement.source.kind === 'requirement' ? stateIn(own, requirement) : undefined
    return state === undefined ? [] : [{ requirement, state }]
  })
  const stands = unmet.length === 0 ? new Map<string, Side>() : sidesOf(own)
  const requirements = unmet.map(({ requirement, state }): RequirementCost => {
    const sides = (truth: boolean): Sides => sidesOf(supposing(taken(requirement, truth)))
    // Of several lines some may be met and some not: then these two are not all that can follow.
    const isEither = state === 'undetermined' && requirement.scope.kind === 'whole'
    const moved = movedBy(requirement, stands, sides(true), isEither ? sides(false) : undefined)
    const findings = state === 'undetermined' ? moved.map((one) => ({ ...one, difference: undefined })) : moved
    return { requirement, state, findings }
  })
  return { as_of: formatDay(run.day), requirements, lacking: lackingIn(own, requirements) }
}

/** Wherever it is not met as it is, the requirement comes out so. What the law does not answer stays unanswered. */
function taken(requirement: TypedProvision, truth: boolean): Watch['provision'] {
  return (provision, own) => {
    if (provision !== requirement) return own
    return (run, hand) => {
      const outcome = own(run, hand)
      return outcome === true || (outcome instanceof NoValue && outcome.kind === 'refused') ? outcome : truth
    }
  }
}

/** Of a requirement for each line: not met where it is not met for one of them. */
function stateIn({ engine, run }: Assessment, { name, scope }: TypedProvision): RequirementCost['state'] | undefined {
  const outcomes = handsOf(run, scope).map((hand) => engine.compiled.get(name)?.(run, hand))
  if (outcomes.includes(false)) return 'not_met'
  return outcomes.some((one) => one instanceof NoValue && one.kind === 'undetermined') ? 'undetermined' : undefined
}

function handsOf(run: Run, scope: TypedProvision['scope']): readonly Hand[] {
  switch (scope.kind) {
    case 'whole':
      return [run.whole]
    case 'lines':
      return run.groups.get(scope.group) ?? []
    case 'members':
      return [...(run.categories.get(scope.category)?.values() ?? [])]
  }
}

function sidesOf(assessment: Assessment): Sides {
  const { as_of: asOf, provisions } = explainAll(assessment)
  const whys = new Map(provisions.map((why) => [why.name, why]))
  return new Map(
    assessment.findings.flatMap((finding): readonly (readonly [string, Side])[] => {
      const why = whys.get(finding.provision.name)
      if (why === undefined) return []
      const state = stateOf(why, asOf)
      return [
        [why.name, { finding, why, state, ahead: state === 'not_yet' ? aheadOf(assessment, finding) : undefined }],
      ]
    }),
  )
}

/** The amount of a sanction by itself, as if it had no day to wait for. */
function aheadOf({ engine, run }: Assessment, { provision }: Finding): Exact | undefined {
  if (provision.type.kind !== 'number' || provision.cases.length === 0) return undefined
  const amount = compileMutant({ ...provision, source: { ...provision.source, kind: 'measure' } }, engine.compiled)
  return exactOf(amount(run, run.whole))
}

function movedBy(
  requirement: TypedProvision,
  stands: Sides,
  met: Sides,
  notMet: Sides | undefined,
): readonly FindingCost[] {
  return [...stands].flatMap(([name, side]) => {
    const { provision } = side.finding
    const ifMet = met.get(name)
    if (ifMet === undefined || provision === requirement || provision.source.kind === 'measure') return []
    if (ifMet.state === side.state && shown(ifMet.finding) === shown(side.finding)) return []
    return [{ provision, stands: side, ifMet, ifNotMet: notMet?.get(name), difference: differenceOf(side, ifMet) }]
  })
}

function differenceOf(stands: Side, met: Side): string | undefined {
  const { type } = stands.finding.provision
  const [before, after] = [amountOf(stands), amountOf(met)]
  if (type.kind !== 'number' || before === undefined || after === undefined) return undefined
  return writeQuantity(subtract(after, before), type.unit)
}

/** Where the law imposes nothing, nothing is due; where its day is not fixed yet, what is due then. */
function amountOf({ finding: { outcome }, state, ahead }: Side): Exact | undefined {
  if (state === 'not_yet') return ahead
  return isNone(outcome) ? ZERO : exactOf(outcome)
}

function exactOf(outcome: Outcome): Exact | undefined {
  return typeof outcome === 'object' && !(outcome instanceof NoValue) ? outcome : undefined
}

/** What is undetermined, by what it lacks. */
function lackingIn({ findings }: Assessment, requirements: readonly RequirementCost[]): readonly Lacking[] {
  const settled = new Set(
    requirements.flatMap((one) => one.findings.filter(isSettledEitherWay).map(({ provision }) => provision)),
  )
  const open = findings.flatMap(({ provision, outcome }) => {
    const isOpen = outcome instanceof NoValue && outcome.kind === 'undetermined' && provision.source.kind !== 'measure'
    return isOpen ? [{ provision, missing: outcome.missing }] : []
  })
  const groups = new Map<string, Lacking>()
  for (const { provision, missing } of open) {
    const key = missing.toSorted().join('\n')
    const group = groups.get(key) ?? { missing, findings: [], either: [] }
    groups.set(key, {
      missing: group.missing,
      findings: [...group.findings, provision],
      either: settled.has(provision) ? [...group.either, provision] : group.either,
    })
  }
  return [...groups.values()]
}

function isSettledEitherWay({ ifMet, ifNotMet }: FindingCost): boolean {
  return ifNotMet !== undefined && [ifMet, ifNotMet].every(({ finding }) => !isUnsettled(finding.outcome))
}
