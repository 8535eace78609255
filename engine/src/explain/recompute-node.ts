/** Computes a node of an explanation from the nodes below it, in the order and with the shortcuts of the engine. */
import { both, calculate, compareOutcomes, either, extremeOf, opposite } from '../determine/operate.ts'
import { parseDay } from '../value/date.ts'
import { add, type Exact, exact, negate, ZERO } from '../value/exact.ts'
import {
  isNone,
  isUnsettled,
  joinUnsettled,
  NoValue,
  NOT_HAPPENED,
  NOT_IMPOSED,
  type Outcome,
  refused,
  type Unsettled,
  undetermined,
} from '../value/outcome.ts'
import type { Type } from '../value/type.ts'
import { type ComputedKind, isComputed, type LineWhy, type Why, type WhyKind } from './explanation.ts'
import { cellOutcome, rowRefusal } from './recompute-cell.ts'
import { at, Differs, hold, type Place, type Work } from './recompute-place.ts'
import { outcomeOf, valueOf } from './said.ts'

type WhyOf<K extends WhyKind> = Extract<Why, { kind: K }>

/** What the node comes to; undefined where nothing asked for it, in which case it must not claim to have been computed. */
export function evaluate(work: Work, why: Why, place: Place, isNeeded: boolean): Outcome | undefined {
  if (isComputed(why)) {
    const outcome = computed(work, why, place, isNeeded)
    const settled = isNeeded ? outcome : undefined
    hold(place, why.said, settled, why.type)
    return settled
  }
  switch (why.kind) {
    case 'literal':
      return kept(place, why, literalOf(why.text))
    case 'assessment_date':
      return kept(place, why, parseDay(work.asOf))
    case 'period_end':
      return kept(place, why, parseDay(work.periodEnd))
    case 'fact':
      return factOf(work, why, place)
    case 'member':
      return kept(place, why, why.name)
    case 'in_hand':
      return kept(place, why, place.members[why.name] ?? given(place, why))
    case 'provision':
      return referredOf(work, why, place, isNeeded)
  }
}

/** A formula that decides: what is none does not hold. */
export function conditionOf(work: Work, why: Why, place: Place, isNeeded: boolean): Outcome | undefined {
  const outcome = evaluate(work, why, place, isNeeded)
  return outcome !== undefined && isNone(outcome) ? false : outcome
}

function kept(place: Place, why: Why, outcome: Outcome | undefined): Outcome | undefined {
  hold(place, why.said, outcome, why.type)
  return outcome
}

/** A leaf whose value cannot be derived from anything else; it must at least be a value of its type. */
function given(place: Place, why: Why): Outcome {
  const outcome = outcomeOf(why.said, why.type)
  if (outcome === undefined) throw new Differs(place, why.said, { state: 'not_needed' })
  return outcome
}

function literalOf(text: string): Outcome {
  if (text === 'true' || text === 'false') return text === 'true'
  return text === '0' ? ZERO : exact(1)
}

function factOf(work: Work, why: WhyOf<'fact'>, place: Place): Outcome {
  const known = work.facts.get(why.path)
  if (known === undefined) work.facts.set(why.path, why.said)
  else hold(place, why.said, outcomeOf(known, why.type), why.type)
  if (work.filed !== undefined) hold(place, why.said, filedOutcome(work.filed, why.path, why.type), why.type)
  if (why.said.state === 'undetermined') hold(place, why.said, undetermined(why.path), why.type)
  return given(place, why)
}

function filedOutcome(filed: Readonly<Record<string, unknown>>, path: string, type: Type): Outcome {
  const [, group, line, column] = /^(\w+)\[(\d+)\]\.(\w+)$/.exec(path) ?? []
  const holder = group === undefined ? filed : (own(filed, group) as readonly unknown[] | undefined)?.[Number(line) - 1]
  const text = own(holder, column ?? path)
  if (typeof text !== 'string') return undetermined(path)
  if (text === 'none' && type.kind !== 'text') return NOT_HAPPENED
  return valueOf(text, type) ?? undetermined(path)
}

function own(record: unknown, name: string): unknown {
  return typeof record === 'object' && record !== null && Object.hasOwn(record, name)
    ? (record as Readonly<Record<string, unknown>>)[name]
    : undefined
}

/** A reference may show an outcome that somebody else asked for, but never another one than its provision has. */
function referredOf(work: Work, why: WhyOf<'provision'>, place: Place, isNeeded: boolean): Outcome | undefined {
  const via = why.via === undefined ? undefined : evaluate(work, why.via, at(place, 'via'), isNeeded)
  const target = why.here ?? work.provisions.get(why.name)
  if (why.here !== undefined) work.checkProvision(work, why.here, at(place, 'here', membersVia(why, via)))
  if (target !== undefined) return kept(place, why, outcomeOf(target.said, target.type))
  if (via instanceof NoValue) return kept(place, why, via)
  if (isNeeded || why.said.state !== 'not_needed') throw new Differs(place, why.said, { state: 'not_needed' })
  return undefined
}

/** In a provision of a category the member is in hand that the reference was made for. */
function membersVia(why: WhyOf<'provision'>, via: Outcome | undefined): Place['members'] {
  return typeof via === 'string' && why.via?.type.kind === 'category' ? { [why.via.type.category]: via } : {}
}

/** Nodes that compute: every child is visited, also where the outcome is settled without it. */
function computed(work: Work, why: WhyOf<ComputedKind>, place: Place, isNeeded: boolean): Outcome | undefined {
  const side = (one: Why, step: string, needed = isNeeded): Outcome =>
    evaluate(work, one, at(place, step), needed) ?? NOT_IMPOSED
  const condition = (one: Why, step: string, needed = isNeeded): Outcome =>
    conditionOf(work, one, at(place, step), needed) ?? false
  switch (why.kind) {
    case 'parameter':
      return parameterOf(work, why, place, isNeeded)
    case 'negative': {
      const of = side(why.of, 'of')
      return of instanceof NoValue || typeof of !== 'object' ? of : negate(of)
    }
    case 'arithmetic': {
      const types = { left: why.left.type, right: why.right.type }
      return calculate(
        why.operator,
        side(why.left, 'left'),
        side(why.right, 'right'),
        types,
        why.ambiguous_dates,
        why.divisor,
      )
    }
    case 'comparison':
      return compareOutcomes(why.operator, side(why.left, 'left'), side(why.right, 'right'), why.left.type)
    case 'logic': {
      const decides = why.operator === 'or'
      const left = condition(why.left, 'left')
      const right = condition(why.right, 'right', isNeeded && left !== decides)
      if (left === decides) return left
      return why.operator === 'and' ? both(left, right) : either(left, right)
    }
    case 'not':
      return opposite(condition(why.of, 'of'))
    case 'is_met': {
      const of = side(why.of, 'of')
      return why.negated ? opposite(of) : of
    }
    case 'every_met':
      return everyOf(work, why, place, isNeeded)
    case 'is_known': {
      const of = side(why.of, 'of')
      return isUnsettled(of) ? of : of instanceof NoValue === why.negated
    }
    case 'extreme':
      return extremeOf(
        why.operator,
        why.of.map((one, index) => side(one, `of[${index}]`)),
        why.type,
      )
    case 'aggregate':
      return aggregateOf(work, why, place, isNeeded)
  }
}

function everyOf(work: Work, why: WhyOf<'every_met'>, place: Place, isNeeded: boolean): Outcome {
  if (isGroupMissing(work, why, why.each, place, isNeeded)) return undetermined(why.over)
  let all: Outcome = true
  for (const [index, line] of why.each.entries()) {
    if (line.of === undefined) continue
    const there = at(place, `each[${index}].of`)
    const members = why.over_kind === 'members' ? { [why.over]: line.key } : {}
    all = both(all, everyLine(work, line.of, { ...there, members }))
  }
  return why.negated ? opposite(all) : all
}

/** A line's own provision is checked where it stands, and must say what the line says. */
function everyLine(work: Work, of: Why, place: Place): Outcome {
  if (of.kind === 'provision' && of.here !== undefined)
    work.checkProvision(work, of.here, { ...place, path: `${place.path}.here` })
  const here = of.kind === 'provision' ? of.here : undefined
  const outcome = here === undefined ? undefined : outcomeOf(here.said, here.type)
  hold(place, of.said, outcome, of.type)
  return outcome ?? true
}

/** Whether nobody reported the lines, so that the group is what is missing. No line that was filed may be left out. */
function isGroupMissing(
  work: Work,
  why: WhyOf<'aggregate' | 'every_met'>,
  lines: readonly LineWhy[],
  place: Place,
  isNeeded: boolean,
): boolean {
  const { said, over } = why
  if (work.filed !== undefined && why.over_kind === 'lines' && isNeeded) {
    const filed = own(work.filed, over)
    if (!Array.isArray(filed)) return true
    if (filed.length === lines.length) return false
    throw new Differs(place, said, { state: 'undetermined', missing: [over] })
  }
  return said.state === 'undetermined' && lines.length === 0 && said.missing.length === 1 && said.missing[0] === over
}

function aggregateOf(work: Work, why: WhyOf<'aggregate'>, place: Place, isNeeded: boolean): Outcome {
  if (isGroupMissing(work, why, why.lines, place, isNeeded)) return undetermined(why.over)
  const lacking: Unsettled[] = []
  const counted: Outcome[] = []
  for (const [index, line] of why.lines.entries()) {
    const members = why.over_kind === 'members' ? { ...place.members, [why.over]: line.key } : place.members
    const there = (step: string): Place => at(place, `lines[${index}].${step}`, members)
    const holds = line.where === undefined ? true : (conditionOf(work, line.where, there('where'), isNeeded) ?? false)
    const outcome = line.of === undefined ? true : evaluate(work, line.of, there('of'), isNeeded && holds !== false)
    if (holds === false || outcome === undefined) continue
    if (isUnsettled(holds)) lacking.push(holds)
    if (isUnsettled(outcome)) lacking.push(outcome)
    else if (!isUnsettled(holds)) counted.push(outcome)
  }
  return counted.includes(NOT_HAPPENED)
    ? NOT_HAPPENED
    : lacking.length > 0
      ? allLacking(lacking)
      : gathered(why, counted)
}

/** Of several refusals for the same reason and the same name the last is told, as the engine does. */
function allLacking(lacking: readonly Unsettled[]): NoValue {
  const missing = [...new Set(lacking.flatMap((one) => one.missing))]
  const refusals = lacking.flatMap((one) => one.refusals)
  const told = [...new Map(refusals.map((one) => [`${one.reason} ${one.name}`, one])).values()]
  return new NoValue(told.length > 0 ? 'refused' : 'undetermined', missing, told)
}

function gathered(why: WhyOf<'aggregate'>, counted: readonly Outcome[]): Outcome {
  switch (why.operator) {
    case 'count':
      return exact(counted.length)
    case 'sum':
      return counted.reduce<Exact>(
        (sum, outcome) => (typeof outcome === 'object' && 'n' in outcome ? add(sum, outcome) : sum),
        ZERO,
      )
    case 'min':
    case 'max':
      return counted.length === 0
        ? refused({ reason: 'empty_extreme', name: `${why.operator} of` })
        : extremeOf(why.operator, counted, why.type)
  }
}

function parameterOf(work: Work, why: WhyOf<'parameter'>, place: Place, isNeeded: boolean): Outcome | undefined {
  const day = why.on === undefined ? parseDay(work.asOf) : evaluate(work, why.on, at(place, 'on'), isNeeded)
  let lacking: Unsettled | undefined
  let isAbsent = false
  for (const [index, key] of why.keys.entries()) {
    const outcome = evaluate(work, key, at(place, `keys[${index}]`), isNeeded && !isAbsent)
    if (outcome === NOT_HAPPENED) isAbsent = true
    if (outcome !== undefined && isUnsettled(outcome))
      lacking = lacking === undefined ? outcome : joinUnsettled(lacking, outcome)
  }
  if (!isNeeded) return undefined
  if (isAbsent) return NOT_HAPPENED
  if (day !== undefined && isUnsettled(day)) return lacking === undefined ? day : joinUnsettled(day, lacking)
  if (typeof day !== 'number') return NOT_HAPPENED
  const row = rowRefusal(why, day)
  if (row !== undefined) return lacking === undefined ? row : joinUnsettled(row, lacking)
  return lacking ?? cellOutcome(why)
}
