/** Lays out the steps of a programme's formulas: the same typed tree that the exact engine runs, over columns. */
import type { Typed, TypedProvision } from '../expression/typed.ts'
import type { Programme } from '../load/programme.ts'
import type { Exact } from '../value/exact.ts'
import type { Type } from '../value/type.ts'
import { asCondition, both, combined, constant, either, fromSource, gatheredUp, opposite } from './codes.ts'
import type { Column, LineColumns } from './columns.ts'
import { bytes, floats, newSource, type Plan } from './plan.ts'
import { compared, comparedCodes, isKnown } from './plan-compare.ts'
import { everyLine, everyMember, type Gathered, gatherLines, gatherMembers } from './plan-gather.ts'
import { lookedUp } from './plan-lookup.ts'
import {
  add,
  type Choice,
  choose,
  constantNumber,
  daysBetween,
  divide,
  extreme,
  multiply,
  negate,
  numbers,
  openNumbers,
  rounded,
  shiftCalendar,
  shiftDays,
  withoutValue,
} from './plan-numbers.ts'
import { arrayOf } from './values.ts'
import {
  type Codes,
  HAPPENED_NOT,
  HAS_VALUE,
  IMPOSED_NOT,
  IMPOSES_NOTHING,
  LEFT_OPEN,
  type Level,
  NO,
  NOT_HAPPENED_YET,
  type Numbers,
  OPEN,
  type Source,
  type Vector,
  YES,
} from './vector.ts'

/** Where a formula stands: once a row, or once a line, with the members that are in hand. */
interface Place {
  readonly level: Level
  readonly members: Readonly<Record<string, number>>
}

export interface Planned {
  readonly outcome: Vector
  /** Of a sanction: the day from which it has effect, where there is one. */
  readonly from: Numbers | undefined
}

export interface Layout {
  readonly plan: Plan
  readonly programme: Programme
  /** By provision, and by member where it has one. */
  readonly provisions: Map<string, Planned>
  readonly columns: Map<string, Vector>
  /** Formulas of the whole by their text: a law says the same thing more than once. */
  readonly formulas: Map<string, Vector>
  /** Sanctions without an amount, likewise. */
  readonly sanctions: Map<string, Planned>
}

export function newLayout(plan: Plan, programme: Programme): Layout {
  return { plan, programme, provisions: new Map(), columns: new Map(), formulas: new Map(), sanctions: new Map() }
}

/** The layout of another law in the same words beside it: `shared` are provisions of which both say the same, down to all that they rest on. */
export function layoutBeside(layout: Layout, programme: Programme, shared: ReadonlySet<string>): Layout {
  const known = [...layout.provisions].filter(([key]) => shared.has(key.split(' ', 1)[0] as string))
  return { ...newLayout(layout.plan, programme), provisions: new Map(known), columns: layout.columns }
}

/** The outcome of a provision: of each row, of each line of its group, or of each row for the member. */
export function planProvision(layout: Layout, provision: TypedProvision, member?: number): Planned {
  const { scope } = provision
  const key = member === undefined ? provision.name : `${provision.name} ${member}`
  const done = layout.provisions.get(key)
  if (done !== undefined) return done
  const level = scope.kind === 'lines' ? (layout.plan.groups.get(scope.group) as Level) : layout.plan.rows
  const members = scope.kind === 'members' && member !== undefined ? { [scope.category]: member } : {}
  const planned = planKind(layout, provision, { level, members })
  layout.provisions.set(key, planned)
  return planned
}

function planKind(layout: Layout, provision: TypedProvision, place: Place): Planned {
  const { plan } = layout
  const { kind } = provision.source
  if (kind === 'measure') return { outcome: planCases(layout, provision, place), from: undefined }
  const applies = planApplies(layout, provision, place)
  if (kind === 'requirement') {
    const requires = condition(layout, provision.requires as Typed, place)
    return { outcome: gatheredUp(plan, either(plan, opposite(plan, applies), requires)), from: undefined }
  }
  const amount = provision.cases.length === 0 ? undefined : (planCases(layout, provision, place) as Numbers)
  if (kind === 'sanction' && amount !== undefined) return planSanction(layout, provision, place, applies, amount)
  if (kind === 'sanction') {
    const { when, unless, from, ambiguousDates } = provision.source
    const key = [when, unless, from].map((part) => part?.text).join(`\n${ambiguousDates}`)
    const planned = layout.sanctions.get(key) ?? planSanction(layout, provision, place, applies, amount)
    layout.sanctions.set(key, planned)
    return planned
  }
  const choices = [
    { guard: applies, amount: amount as Numbers },
    { guard: undefined, amount: withoutValue(IMPOSES_NOTHING) },
  ]
  return { outcome: choose(plan, choices), from: undefined }
}

/** No notice, no date, no effect: that is so even where it is open whether the sanction is asked for. */
function planSanction(
  layout: Layout,
  provision: TypedProvision,
  place: Place,
  applies: Codes,
  amount: Numbers | undefined,
): Planned {
  const { plan } = layout
  const day = said(layout, provision, 'from', place) as Numbers
  const guard = combined(plan, [applies, day.state], (asked, state) =>
    state === NOT_HAPPENED_YET || state === IMPOSES_NOTHING
      ? NO
      : asked === NO
        ? NO
        : state === LEFT_OPEN
          ? OPEN
          : asked,
  )
  const choices = [
    { guard, amount: amount ?? day },
    { guard: undefined, amount: withoutValue(IMPOSES_NOTHING) },
  ]
  const from = combined(plan, [applies, day.state], (asked, state) =>
    asked === YES && state === HAS_VALUE ? HAS_VALUE : NOT_HAPPENED_YET,
  )
  return { outcome: choose(plan, choices), from: { ...day, state: from } }
}

function planApplies(layout: Layout, provision: TypedProvision, place: Place): Codes {
  const { plan } = layout
  const when = provision.when === undefined ? constant(YES) : (said(layout, provision, 'when', place) as Codes)
  const unless = provision.unless === undefined ? constant(NO) : (said(layout, provision, 'unless', place) as Codes)
  return both(plan, when, opposite(plan, unless))
}

/** A formula of a provision, which several provisions may have in common. */
function said(layout: Layout, provision: TypedProvision, part: 'when' | 'unless' | 'from', place: Place): Vector {
  const node = provision[part] as Typed
  const make = (): Vector => (part === 'from' ? formula(layout, node, place) : condition(layout, node, place))
  if (provision.scope.kind !== 'whole') return make()
  const { source } = provision
  const key = `${part === 'from'} ${source.ambiguousDates} ${source[part]?.text}`
  const known = layout.formulas.get(key) ?? make()
  layout.formulas.set(key, known)
  return known
}

function planCases(layout: Layout, provision: TypedProvision, place: Place): Vector {
  const { plan } = layout
  const choices = provision.cases.map(({ when, amount }) => ({
    guard: when === undefined ? undefined : condition(layout, when, place),
    amount: formula(layout, amount, place),
  }))
  if (choices.some(({ amount }) => amount.kind === 'codes')) return chooseCodes(layout, provision, choices)
  const outcome = choose(plan, choices as readonly Choice[])
  return provision.round === undefined ? outcome : rounded(plan, outcome, provision.round)
}

/** A measure that is true or false, or a member. */
function chooseCodes(
  layout: Layout,
  provision: TypedProvision,
  choices: readonly { readonly guard: Codes | undefined; readonly amount: Vector }[],
): Codes {
  const { plan } = layout
  const { type } = provision
  const open = type.kind === 'category' ? membersOf(layout, type.category) + 1 : OPEN
  return choices.reduceRight<Codes>(
    (later, { guard, amount }) =>
      combined(plan, [guard ?? constant(YES), amount as Codes, later], (holds, own, next) =>
        holds === YES ? own : holds === OPEN ? open : next,
      ),
    constant(open),
  )
}

function condition(layout: Layout, node: Typed, place: Place): Codes {
  return asCondition(layout.plan, formula(layout, node, place) as Codes)
}

function formula(layout: Layout, node: Typed, place: Place): Vector {
  const { plan } = layout
  switch (node.kind) {
    case 'literal':
      return typeof node.value === 'boolean'
        ? constant(node.value ? YES : NO)
        : constantNumber(Number((node.value as Exact).n))
    case 'assessment_date':
    case 'period_end':
      return planDays(layout, node.kind)
    case 'fact':
      return planColumn(layout, node.name, plan.columns.facts.get(node.name), plan.rows, node.type)
    case 'column': {
      const level = plan.groups.get(node.group) as Level
      const lines = plan.columns.groups.get(node.group) as LineColumns
      return planColumn(layout, `${node.group}.${node.name}`, lines.columns.get(node.name), level, node.type)
    }
    case 'member': {
      const members = layout.programme.vocabulary.categories.get(node.category)?.members ?? []
      return constant(members.indexOf(node.member))
    }
    case 'in_hand':
      return constant(place.members[node.category] as number)
    case 'parameter': {
      const keys = node.keys.map((key) => formula(layout, key, place))
      const day =
        node.on === undefined ? planDays(layout, 'assessment_date') : (formula(layout, node.on, place) as Numbers)
      const cell = lookedUp(plan, node.parameter, keys, day)
      return node.type.kind === 'boolean' ? truthOf(plan, cell) : cell
    }
    case 'provision':
    case 'is_met': {
      const of = reference(layout, node.provision, node.via, place)
      return node.kind === 'is_met' && node.negated ? opposite(plan, of as Codes) : of
    }
    case 'negative':
      return negate(plan, formula(layout, node.of, place) as Numbers)
    case 'arithmetic':
      return planArithmetic(layout, node, place)
    case 'comparison':
      return planComparison(layout, node, place)
    case 'logic': {
      const [left, right] = [condition(layout, node.left, place), condition(layout, node.right, place)]
      return node.operator === 'and' ? both(plan, left, right) : either(plan, left, right)
    }
    case 'not':
      return opposite(plan, condition(layout, node.of, place))
    case 'every_met':
      return planEvery(layout, node)
    case 'is_known': {
      const is = isKnown(plan, formula(layout, node.of, place), membersOfType(layout, node.of.type))
      return node.negated ? opposite(plan, is) : is
    }
    case 'extreme': {
      const areNumbers = node.type.kind === 'number'
      return node.of
        .map((item) => formula(layout, item, place) as Numbers)
        .reduce((best, next) => extreme(plan, node.operator, best, next, areNumbers))
    }
    case 'aggregate':
      return planAggregate(layout, node, place)
  }
}

type Node<K extends Typed['kind']> = Extract<Typed, { kind: K }>

function membersOf(layout: Layout, category: string): number {
  return layout.programme.vocabulary.categories.get(category)?.members.length ?? 0
}

/** How many members a category has; none for conditions. Behind them stand the codes of no value, as `comparedCodes` counts them. */
function membersOfType(layout: Layout, type: Type): number {
  return type.kind === 'category' ? membersOf(layout, type.category) : 0
}

/** Cells 1 and 0 of a table of conditions. */
function truthOf(plan: Plan, of: Numbers): Codes {
  if (of.values.kind !== 'cells') return constant(OPEN)
  const truth: Codes = { kind: 'codes', inputs: of.values.inputs, table: Uint8Array.from(of.values.cells) }
  return combined(plan, [truth, of.state], (code, state) => {
    if (state === HAS_VALUE) return code
    return state === LEFT_OPEN ? OPEN : state === IMPOSES_NOTHING ? IMPOSED_NOT : HAPPENED_NOT
  })
}

// --- columns ------------------------------------------------------------------------------------------------------------------------------

function planDays(layout: Layout, name: 'assessment_date' | 'period_end'): Numbers {
  const { plan } = layout
  const { days, periodEnds } = plan.columns
  if (name === 'period_end' && periodEnds !== undefined)
    return planColumn(layout, name, periodEnds, plan.rows, { kind: 'date' }) as Numbers
  return planColumn(layout, 'assessment_date', days, plan.rows, { kind: 'date' }) as Numbers
}

function planColumn(layout: Layout, key: string, column: Column | undefined, level: Level, type: Type): Vector {
  const done = layout.columns.get(key)
  if (done !== undefined) return done
  const planned =
    type.kind === 'boolean' || type.kind === 'category'
      ? readCodes(layout, column, level, type)
      : column === undefined
        ? openNumbers()
        : readNumbers(layout.plan, column, level)
  layout.columns.set(key, planned)
  return planned
}

/** The part of a column that belongs to the block. */
function readNumbers(plan: Plan, column: Column, level: Level): Numbers {
  const { least, most, scale } = column
  const state = readStates(plan, column, level)
  if (least === most) return { ...constantNumber(least, scale), state }
  const values = arrayOf(level, () => {
    const { values: all } = column
    const held = all instanceof Float64Array ? { now: all } : floats(level)
    plan.steps.push(() => {
      const part = all.subarray(level.first, level.first + level.size)
      if (part instanceof Float64Array) held.now = part
      else held.now.set(part)
    })
    return held
  })
  return numbers({ values, state, scale, least, most })
}

/** By state of a column. */
const STATES = [HAS_VALUE, NOT_HAPPENED_YET, LEFT_OPEN]

function readStates(plan: Plan, { states, worst }: Column, level: Level): Codes {
  if (states === undefined || worst === 0) return constant(HAS_VALUE)
  const source = readBytes(plan, states, worst, level)
  return combined(plan, [fromSource(source)], (state) => STATES[state] as number)
}

function readBytes(plan: Plan, from: Column['values'], most: number, level: Level): Source {
  return newSource(level, most + 1, () => {
    const codes = bytes(level)
    plan.steps.push(() => codes.set(from.subarray(level.first, level.first + level.size)))
    return codes
  })
}

function readCodes(layout: Layout, column: Column | undefined, level: Level, type: Type): Codes {
  const { plan } = layout
  const members = membersOfType(layout, type)
  const [notYet, open] = members === 0 ? [HAPPENED_NOT, OPEN] : [members, members + 1]
  if (column === undefined || column.most > MOST_CODES) return constant(open)
  const source = readBytes(plan, column.values, column.most, level)
  const state = readStates(plan, column, level)
  return combined(plan, [fromSource(source), state], (code, own) =>
    own === HAS_VALUE ? code : own === NOT_HAPPENED_YET ? notYet : open,
  )
}

const MOST_CODES = 240

// --- operators ------------------------------------------------------------------------------------------------------------------------------

function planArithmetic(layout: Layout, node: Node<'arithmetic'>, place: Place): Numbers {
  const { plan } = layout
  const left = formula(layout, node.left, place) as Numbers
  const right = formula(layout, node.right, place) as Numbers
  const [leftDate, rightDate] = [node.left.type.kind === 'date', node.right.type.kind === 'date']
  if (leftDate && rightDate) return daysBetween(plan, left, right)
  if (leftDate || rightDate) {
    const [date, other] = leftDate ? [left, right] : [right, left]
    const { type } = leftDate ? node.right : node.left
    const sign = node.operator === '-' ? -1 : 1
    if (type.kind !== 'calendar') return shiftDays(plan, date, other, sign)
    const months = type.unit === 'years' ? 12 : 1
    return shiftCalendar(plan, date, other, months * sign, node.ambiguousDates ?? 'earlier')
  }
  switch (node.operator) {
    case '+':
      return add(plan, left, right, 1)
    case '-':
      return add(plan, left, right, -1)
    case '*':
      return multiply(plan, left, right)
    case '/':
      return divide(plan, left, right)
  }
}

function planComparison(layout: Layout, node: Node<'comparison'>, place: Place): Codes {
  const left = formula(layout, node.left, place)
  const right = formula(layout, node.right, place)
  if (left.kind === 'codes' || right.kind === 'codes') {
    const members = membersOfType(layout, node.left.type)
    return comparedCodes(layout.plan, node.operator === '=', left as Codes, right as Codes, members)
  }
  return compared(layout.plan, node.operator, left, right, node.left.type.kind === 'number')
}

function planEvery(layout: Layout, node: Node<'every_met'>): Codes {
  const { plan } = layout
  const { provision } = node
  const { scope } = provision
  const outcome = (member?: number): Codes => planProvision(layout, provision, member).outcome as Codes
  const members = scope.kind === 'members' ? scope.members : []
  const every =
    scope.kind === 'lines'
      ? everyLine(plan, scope.group, outcome())
      : everyMember(
          plan,
          members.map((_, member) => outcome(member)),
        )
  return node.negated ? opposite(plan, every) : every
}

function planAggregate(layout: Layout, node: Node<'aggregate'>, place: Place): Numbers {
  const { plan } = layout
  const { over, operator } = node
  const areNumbers = node.type.kind === 'number'
  const gathered = (inner: Place): Gathered => ({
    where: node.where === undefined ? undefined : condition(layout, node.where, inner),
    of: node.of === undefined ? undefined : (formula(layout, node.of, inner) as Numbers),
  })
  if (over.kind === 'lines') {
    const level = plan.groups.get(over.group) as Level
    return gatherLines(plan, operator, over.group, gathered({ level, members: place.members }), areNumbers)
  }
  const members = over.members.map((_, member) =>
    gathered({ level: place.level, members: { ...place.members, [over.category]: member } }),
  )
  return gatherMembers(plan, operator, members, areNumbers)
}

/** Another provision's outcome; of one with members, that of the member which each row or line names. */
function reference(layout: Layout, provision: TypedProvision, via: Typed | undefined, place: Place): Vector {
  const { plan } = layout
  const { scope } = provision
  if (scope.kind !== 'members') return planProvision(layout, provision).outcome
  if (via?.kind === 'in_hand') return planProvision(layout, provision, place.members[via.category]).outcome
  const named = formula(layout, via as Typed, place) as Codes
  const count = scope.members.length
  const outcomes = scope.members.map((_, member) => planProvision(layout, provision, member).outcome)
  const guards = outcomes.map((_, member) =>
    combined(plan, [named], (code) => (code === member ? YES : code === count + 1 ? OPEN : NO)),
  )
  if (outcomes.some((outcome) => outcome.kind === 'codes')) {
    const { type } = provision
    const open = type.kind === 'category' ? membersOf(layout, type.category) + 1 : OPEN
    return outcomes.reduceRight<Codes>(
      (later, own, member) =>
        combined(plan, [guards[member] as Codes, own as Codes, later], (holds, mine, next) =>
          holds === YES ? mine : holds === OPEN ? open : next,
        ),
      constant(open),
    )
  }
  const choices = outcomes.map((amount, member) => ({ guard: guards[member], amount: amount as Numbers }))
  const nothing = withoutValue(NOT_HAPPENED_YET)
  return choose(plan, [...choices, { guard: undefined, amount: nothing }])
}
