/** Types every provision of a programme, in whatever order they refer to each other, and finds circles. */
import type { SourcePlace } from '../load/fields.ts'
import type { Parameter } from '../load/parameters.ts'
import type { Problem } from '../load/problem.ts'
import { type Formula, placeInFormula, type Provision } from '../load/provisions.ts'
import type { Vocabulary } from '../load/vocabulary.ts'
import { parseRounding, type Rounding } from '../value/notation.ts'
import { BOOLEAN, DATE, describeType, numberOf, type Type } from '../value/type.ts'
import { isCurrency } from '../value/unit.ts'
import { condition, typeFormula } from './type-formula.ts'
import { unified } from './type-operators.ts'
import { type Context, frameOf, type Layout, scopeContext, TypeProblem } from './typing-context.ts'
import type { Frame, Scope, Typed, TypedCase, TypedProvision } from './typed.ts'

export interface TypedProgramme {
  /** In the order of the law. */
  readonly provisions: ReadonlyMap<string, TypedProvision>
  readonly factIndex: ReadonlyMap<string, number>
  /** Empty frames: of the whole, of each line of a group, of each member of a category. */
  readonly wholeFrame: Frame
  readonly groupFrames: ReadonlyMap<string, Frame>
  readonly categoryFrames: ReadonlyMap<string, Frame>
}

export type TypedResult =
  | { readonly ok: true; readonly programme: TypedProgramme }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export interface Untyped {
  readonly vocabulary: Vocabulary
  readonly parameters: ReadonlyMap<string, Parameter>
  readonly provisions: ReadonlyMap<string, Provision>
}

interface Work extends Untyped {
  readonly factIndex: ReadonlyMap<string, number>
  readonly layouts: Map<string, Layout>
  readonly done: Map<string, TypedProvision>
  /** Names of the provisions being typed, outermost first. */
  readonly path: string[]
  readonly broken: Set<string>
  readonly problems: Problem[]
}

export function typeProgramme(untyped: Untyped): TypedResult {
  const work: Work = {
    ...untyped,
    factIndex: new Map([...untyped.vocabulary.facts.keys()].map((name, index) => [name, index])),
    layouts: new Map(),
    done: new Map(),
    path: [],
    broken: new Set(),
    problems: [],
  }
  const provisions = new Map<string, TypedProvision>()
  for (const name of untyped.provisions.keys()) {
    const typed = typeProvision(work, name)
    if (typed !== undefined) provisions.set(name, typed)
  }
  if (work.problems.length > 0) return { ok: false, problems: work.problems }
  const frames = (prefix: string): ReadonlyMap<string, Frame> =>
    new Map(
      [...work.layouts].flatMap(([key, layout]) =>
        key.startsWith(prefix) ? [[key.slice(prefix.length), frameOf(layout)]] : [],
      ),
    )
  return {
    ok: true,
    programme: {
      provisions,
      factIndex: work.factIndex,
      wholeFrame: frames('whole').get('') ?? [],
      groupFrames: frames('lines '),
      categoryFrames: frames('members '),
    },
  }
}

function say(work: Work, at: SourcePlace, sentence: string): undefined {
  work.problems.push({ file: at.file, line: at.line, column: at.column, sentence })
  return undefined
}

function layoutOf(work: Work, scope: Scope): Layout {
  const key =
    scope.kind === 'whole' ? 'whole' : scope.kind === 'lines' ? `lines ${scope.group}` : `members ${scope.category}`
  const known = work.layouts.get(key)
  if (known !== undefined) return known
  const layout: Layout = { size: 0 }
  work.layouts.set(key, layout)
  return layout
}

function scopeOf(work: Work, source: Provision): Scope | undefined {
  if (source.per === undefined) return { kind: 'whole' }
  const name = source.per.text
  if (work.vocabulary.groups.has(name)) return { kind: 'lines', group: name }
  const category = work.vocabulary.categories.get(name)
  if (category !== undefined) return { kind: 'members', category: name, members: category.members }
  return say(
    work,
    source.per.at,
    `'per: ${name}' names neither a group of lines nor a category. What a finding is about is said as a list: per: [${name}].`,
  )
}

function typeProvision(work: Work, name: string): TypedProvision | undefined {
  const known = work.done.get(name)
  const source = work.provisions.get(name)
  if (known !== undefined || source === undefined || work.broken.has(name)) return known
  work.path.push(name)
  const typed = typeParts(work, source)
  work.path.pop()
  if (typed === undefined) work.broken.add(name)
  else work.done.set(name, typed)
  return typed
}

/** Thrown through the formulas of a circle, which has been reported already. */
class Circular extends Error {}
/** Thrown where a formula uses a provision that has problems of its own. */
class Broken extends Error {}

function typeParts(work: Work, source: Provision): TypedProvision | undefined {
  const scope = scopeOf(work, source)
  if (scope === undefined) return undefined
  if (scope.kind !== 'whole' && source.kind !== 'measure' && source.kind !== 'requirement') {
    return say(
      work,
      source.at,
      `'${source.name}' is a ${source.kind}, of which there is one for a set of facts; only measures and requirements have 'per:' a group or a category.`,
    )
  }
  const layout = layoutOf(work, scope)
  const slot = layout.size
  layout.size += 3
  const contextOf = (formula: Formula): Context =>
    scopeContext(
      {
        vocabulary: work.vocabulary,
        parameters: work.parameters,
        provision: (name, at) => referred(work, name, placeInFormula(formula, at.start)),
        provisionNames: () => work.provisions.keys(),
        factIndex: work.factIndex,
        group: undefined,
        inHand: [],
        layout,
        groupLayout: scope.kind === 'whole' ? (group) => layoutOf(work, { kind: 'lines', group }) : undefined,
        ambiguousDates: source.ambiguousDates,
        text: formula.text,
      },
      scope,
    )
  const guard = (formula: Formula | undefined, what: string): Typed | undefined =>
    formula === undefined
      ? undefined
      : located(work, formula, () => condition(contextOf(formula), formula.expression, what))
  const free = (formula: Formula | undefined): Typed | undefined =>
    formula === undefined
      ? undefined
      : located(work, formula, () => typeFormula(contextOf(formula), formula.expression))

  const before = work.problems.length + work.broken.size
  const when = guard(source.when, "'when'")
  const unless = guard(source.unless, "'unless'")
  const requires = guard(source.requires, "'requires'")
  const cases: TypedCase[] = []
  for (const one of source.cases) {
    const typedWhen = guard(one.when, "'when'")
    const amount = free(one.amount)
    if (amount !== undefined) cases.push({ when: typedWhen, amount })
  }
  const from = free(source.from)
  if (work.problems.length + work.broken.size > before || cases.length < source.cases.length) return undefined
  if (from !== undefined && from.type.kind !== 'date')
    return say(
      work,
      source.from?.at ?? source.at,
      `'from' of '${source.name}' is a date, not ${describeType(from.type)}.`,
    )
  const type = provisionType(work, source, cases)
  if (type === undefined) return undefined
  const roundings = readRoundings(work, source, type)
  if (roundings === undefined) return undefined
  return {
    name: source.name,
    source,
    scope,
    slot,
    caseSlot: slot + 1,
    fromSlot: slot + 2,
    type,
    when,
    unless,
    requires,
    cases,
    from,
    ...roundings,
  }
}

/** So that no file can exhaust the stack, here or when the provisions are computed. */
const LONGEST_CHAIN = 100

function referred(work: Work, name: string, at: SourcePlace): TypedProvision | undefined {
  if (!work.provisions.has(name)) return undefined
  const index = work.path.indexOf(name)
  if (index !== -1) {
    const circle = [...work.path.slice(index), name]
    say(
      work,
      at,
      `${circle.map((one) => `'${one}'`).join(' needs ')}: a circle. One of them must be found without the others.`,
    )
    throw new Circular()
  }
  if (work.path.length > LONGEST_CHAIN) {
    say(
      work,
      at,
      `'${work.path[0] ?? name}' needs another provision, and that another, ${LONGEST_CHAIN} deep. No law is built like that.`,
    )
    throw new Circular()
  }
  const typed = typeProvision(work, name)
  if (typed === undefined) throw new Broken()
  return typed
}

/** Runs the typing of one formula; its problem is put at its place in the file. */
function located(work: Work, formula: Formula, type: () => Typed): Typed | undefined {
  try {
    return type()
  } catch (error) {
    if (error instanceof TypeProblem) return say(work, placeInFormula(formula, error.offset), error.message)
    if (error instanceof Circular || error instanceof Broken) return undefined
    throw error
  }
}

function provisionType(work: Work, source: Provision, cases: readonly TypedCase[]): Type | undefined {
  if (source.kind === 'requirement') return BOOLEAN
  if (source.kind === 'sanction' && cases.length === 0) return DATE
  let type: Type | undefined
  for (const [index, one] of cases.entries()) {
    const next = type === undefined ? one.amount.type : unified(type, one.amount.type)
    if (next === undefined && type !== undefined) {
      const at = source.cases[index]?.amount.at ?? source.at
      return say(
        work,
        at,
        `The cases of '${source.name}' differ in unit: one is ${describeType(type)}, this is ${describeType(one.amount.type)}.`,
      )
    }
    type = next
  }
  if (type === undefined) return undefined
  const settled = type.kind === 'number' && (type.unit === 'zero' || type.unit === 'one') ? numberOf('number') : type
  const wanted = source.kind === 'entitlement' || source.kind === 'liability' || source.kind === 'sanction'
  if (wanted && settled.kind !== 'number')
    return say(
      work,
      source.at,
      `'${source.name}' is a ${source.kind}: its amount is a number, not ${describeType(settled)}.`,
    )
  const { effect } = source
  if (effect?.verb === 'restrict' && (settled.kind !== 'number' || settled.unit !== 'percent'))
    return say(
      work,
      source.at,
      `'${source.name}' restricts the ${effect.noun}: its amount is the share of the quota that is left, in percent, not ${describeType(settled)}.`,
    )
  return settled
}

interface Roundings {
  readonly round: Rounding | undefined
  readonly show: Rounding | undefined
}

function readRoundings(work: Work, source: Provision, type: Type): Roundings | undefined {
  const read = (key: 'round' | 'show'): Rounding | undefined => {
    const written = source[key]
    if (written === undefined || (key === 'round' && written.text === 'exact')) return undefined
    const rounding = type.kind === 'number' ? parseRounding(written.text, type.unit) : undefined
    if (rounding !== undefined) return rounding
    const sample = type.kind === 'number' && isCurrency(type.unit) ? `${type.unit} 1` : '0.01%'
    return say(
      work,
      written.at,
      `'${key}' of '${source.name}' is written like 'half up to ${sample}' (down, up, half up, half even), in the unit of its amount.`,
    )
  }
  const before = work.problems.length
  const roundings = { round: read('round'), show: read('show') }
  const isMoney = type.kind === 'number' && isCurrency(type.unit)
  if (isMoney && source.kind !== 'measure' && source.round === undefined) {
    say(
      work,
      source.at,
      `'${source.name}' is money: say how it rounds, such as 'round: down to ${type.unit} 1', or 'round: exact'.`,
    )
  }
  return work.problems.length > before ? undefined : roundings
}
