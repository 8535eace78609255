/** Builds explanations from the frames of an assessment. */
import type { Over, Typed, TypedProvision } from '../expression/typed.ts'
import type { Localized } from '../load/fields.ts'
import type { Clause } from '../load/provisions.ts'
import { type Assessment, findingOf } from '../determine/determine.ts'
import { type Hand, memberHand } from '../determine/run.ts'
import { formatDay } from '../value/date.ts'
import { writeValue } from '../value/notation.ts'
import { isNone, NoValue, type Outcome } from '../value/outcome.ts'
import type { Type } from '../value/type.ts'
import { absentMembers } from './absent-lines.ts'
import type {
  AbsentLine,
  Applied,
  CaseWhy,
  Explanation,
  Footing,
  LineWhy,
  OverKind,
  ProvisionWhy,
  Said,
  TypedOf,
  Why,
} from './explanation.ts'
import { cellUsed, handOf, note, outcomeOf, referredOutcome, rest, type Work } from './recorded.ts'

/** The explanation of one finding; undefined when the programme has no such finding. */
export function explain(assessment: Assessment, name: string): Explanation | undefined {
  const finding = findingOf(assessment, name)
  if (finding === undefined) return undefined
  const work = newWork(assessment)
  work.met.set(name, finding.provision)
  return { finding: name, ...appliedOf(work) }
}

/** Every finding of the assessment explained once, in the order of the law. */
export function explainAll(assessment: Assessment): Applied {
  const work = newWork(assessment)
  for (const { provision } of assessment.findings) work.met.set(provision.name, provision)
  return appliedOf(work)
}

function newWork(assessment: Assessment): Work {
  const { programme } = assessment.engine
  const rests = { draft: new Set<string>(), reported: new Set<string>(), assumed: new Set<string>() }
  return { programme, run: assessment.run, met: new Map(), ...rests, notable: new Map() }
}

function appliedOf(work: Work): Applied {
  const provisions: ProvisionWhy[] = []
  // Explaining a provision may meet further ones, which are appended to the map while it is walked.
  for (const provision of work.met.values()) provisions.push(provisionWhy(work, provision, work.run.whole))
  const { day, periodEnd } = work.run
  return {
    as_of: formatDay(day),
    ...(periodEnd === day ? {} : { period_end: formatDay(periodEnd) }),
    provisions,
    footing: footingOf(work),
  }
}

function footingOf(work: Work): Footing {
  return { draft: [...work.draft], reported: [...work.reported], assumed: [...work.assumed] }
}

export function saidOf(outcome: Outcome | undefined, type: Type): Said {
  if (outcome === undefined) return { state: 'not_needed' }
  if (!(outcome instanceof NoValue)) return { state: 'value', text: writeValue(outcome, type) }
  if (isNone(outcome)) return { state: 'none', because: outcome.kind }
  if (outcome.kind === 'refused') return { state: 'refused', refusals: outcome.refusals, missing: outcome.missing }
  return { state: 'undetermined', missing: outcome.missing }
}

export function clauseText(clause: Clause | undefined): string | undefined {
  return clause === undefined ? undefined : `${clause.instrument}, ${clause.place}`
}

function provisionWhy(work: Work, provision: TypedProvision, hand: Hand): ProvisionWhy {
  const { source } = provision
  rest(work, source.name, source.standing)
  const why = (node: Typed | undefined): Why | undefined => (node === undefined ? undefined : whyOf(work, node, hand))
  return {
    name: source.name,
    kind: source.kind,
    label: source.label,
    summary: source.summary,
    clause: clauseText(source.clause),
    quotation: source.quotation?.text,
    standing: source.standing,
    reading: source.reading,
    type: provision.type,
    said: saidOf(hand.frame[provision.slot] as Outcome | undefined, provision.type),
    when: why(provision.when),
    unless: why(provision.unless),
    requires: why(provision.requires),
    cases: casesWhy(work, provision, hand),
    round: source.round?.text,
    show: source.show?.text,
    effect: source.effect,
    power:
      source.power === undefined
        ? undefined
        : { authority: source.power.authority, clause: clauseText(source.power.clause) },
    from: why(provision.from),
  }
}

function casesWhy(work: Work, provision: TypedProvision, hand: Hand): readonly CaseWhy[] {
  const taken = hand.frame[provision.caseSlot] as number | undefined
  if (taken === undefined) return []
  return provision.cases.slice(0, taken + 1).map((one, index) => ({
    when: one.when === undefined ? undefined : whyOf(work, one.when, hand),
    amount: index === taken ? whyOf(work, one.amount, hand) : undefined,
  }))
}

function whyOf(work: Work, node: Typed, hand: Hand): Why {
  const { type } = node
  const said = saidOf(outcomeOf(work, node, hand), type)
  const why = (child: Typed): Why => whyOf(work, child, hand)
  switch (node.kind) {
    case 'literal':
      return { type, said, kind: 'literal', text: node.text }
    case 'assessment_date':
    case 'period_end':
      return { type, said, kind: node.kind }
    case 'fact':
    case 'column':
      return { type, said, kind: 'fact', ...factWhy(work, node, hand) }
    case 'member':
      return { type, said, kind: 'member', name: node.member, label: wordOf(work, node.category, node.member) }
    case 'in_hand': {
      const member = hand.members[node.category] ?? ''
      return { type, said, kind: 'in_hand', name: node.category, label: wordOf(work, node.category, member) }
    }
    case 'parameter':
      return parameterWhy(work, node, hand, said)
    case 'provision':
      return { type, said, kind: 'provision', ...referenceWhy(work, node.provision, node.via, hand) }
    case 'negative':
      return { type, said, kind: 'negative', of: why(node.of) }
    case 'arithmetic': {
      const { operator, ambiguousDates: ambiguous_dates, divisor } = node
      const [left, right] = [why(node.left), why(node.right)]
      return { type, said, kind: 'arithmetic', operator, left, right, ambiguous_dates, divisor }
    }
    case 'comparison':
      return { type, said, kind: 'comparison', operator: node.operator, left: why(node.left), right: why(node.right) }
    case 'logic':
      return { type, said, kind: 'logic', operator: node.operator, left: why(node.left), right: why(node.right) }
    case 'not':
      return { type, said, kind: 'not', of: why(node.of) }
    case 'is_met':
      return { type, said, kind: 'is_met', negated: node.negated, of: metWhy(work, node, hand) }
    case 'every_met':
      return everyMetWhy(work, node, said)
    case 'is_known':
      return { type, said, kind: 'is_known', negated: node.negated, of: why(node.of) }
    case 'extreme':
      return { type, said, kind: 'extreme', operator: node.operator, of: node.of.map(why) }
    case 'aggregate':
      return aggregateWhy(work, node, hand, said)
  }
}

type FactUse = Pick<Extract<Why, { kind: 'fact' }>, 'name' | 'path' | 'label'>

function factWhy(work: Work, node: TypedOf<'fact' | 'column'>, hand: Hand): FactUse {
  const { name } = node
  const { facts, groups } = work.programme.vocabulary
  if (node.kind === 'fact') return { name, path: name, label: facts.get(name)?.label }
  const path = `${node.group}[${hand.lineIndex + 1}].${name}`
  return { name, path, label: groups.get(node.group)?.columns.get(name)?.label }
}

/** The requirement whose being met is asked. */
function metWhy(work: Work, node: TypedOf<'is_met'>, hand: Hand): Why {
  const said = saidOf(referredOutcome(work, node, hand), node.type)
  return { kind: 'provision', type: node.type, said, ...referenceWhy(work, node.provision, node.via, hand) }
}

function everyMetWhy(work: Work, node: TypedOf<'every_met'>, said: Said): Why {
  const { type, negated, provision } = node
  return {
    type,
    said,
    kind: 'every_met',
    negated,
    name: provision.name,
    label: provision.source.label,
    ...overOf(work, provision.scope as Over),
    each: everyWhy(work, node),
  }
}

function wordOf(work: Work, category: string, member: string): Localized | undefined {
  return work.programme.vocabulary.categories.get(category)?.words[member]
}

interface Reference {
  readonly name: string
  readonly label: Localized | undefined
  readonly via: Why | undefined
  readonly here: ProvisionWhy | undefined
}

function referenceWhy(work: Work, provision: TypedProvision, via: Typed | undefined, hand: Hand): Reference {
  const { name } = provision
  const target = handOf(work, provision, via, hand)
  const computed = target !== undefined && target.frame[provision.slot] !== undefined
  if (provision.scope.kind === 'whole' && computed && !work.met.has(name)) work.met.set(name, provision)
  const here = provision.scope.kind !== 'whole' && computed ? provisionWhy(work, provision, target) : undefined
  const viaWhy = via === undefined ? undefined : whyOf(work, via, hand)
  return { name, label: provision.source.label, via: viaWhy, here }
}

function parameterWhy(work: Work, node: TypedOf<'parameter'>, hand: Hand, said: Said): Why {
  const { parameter } = node
  const { row, cell } = cellUsed(work, node, hand)
  const standing = cell?.standing ?? parameter.standing
  if (said.state !== 'not_needed') rest(work, parameter.name, standing)
  return {
    kind: 'parameter',
    type: node.type,
    said,
    name: parameter.name,
    label: parameter.label,
    keys: node.keys.map((key) => whyOf(work, key, hand)),
    on: node.on === undefined ? undefined : whyOf(work, node.on, hand),
    row: cell?.since ?? row?.text,
    cell: cell?.text,
    standing,
    end: { kind: parameter.end.kind, day: formatDay(parameter.end.day) },
    corrects: cell?.corrects,
    reason: cell?.reason,
    announced_for: cell?.announcedFor,
    reading: cell === undefined ? parameter.reading : cell.reading,
  }
}

function everyWhy(work: Work, node: TypedOf<'every_met'>): readonly LineWhy[] {
  const { scope } = node.provision
  const one = (hand: Hand, key: string, label: Localized | undefined): LineWhy => {
    const said = saidOf(hand.frame[node.provision.slot] as Outcome | undefined, node.type)
    const here = said.state === 'not_needed' ? undefined : provisionWhy(work, node.provision, hand)
    const of: Why = {
      kind: 'provision',
      type: node.type,
      said,
      name: node.provision.name,
      label: node.provision.source.label,
      via: undefined,
      here,
    }
    return { key, label, where: undefined, of }
  }
  if (scope.kind === 'lines') {
    const keys = work.run.facts.groups.get(scope.group)?.keys ?? []
    const category = keyCategory(work, scope.group)
    return (work.run.groups.get(scope.group) ?? []).map((hand, index) => {
      const key = keys[index] ?? String(index + 1)
      return one(hand, key, category === undefined ? undefined : wordOf(work, category, key))
    })
  }
  if (scope.kind === 'whole') return []
  return scope.members.map((member) =>
    one(memberHand(work.run, scope.category, member), member, wordOf(work, scope.category, member)),
  )
}

interface OverWhy {
  readonly over: string
  readonly over_kind: OverKind
  readonly over_label: Localized | undefined
}

function overOf(work: Work, over: Over): OverWhy {
  const { facts, groups } = work.programme.vocabulary
  if (over.kind === 'members')
    return { over: over.category, over_kind: over.kind, over_label: facts.get(over.category)?.label }
  return { over: over.group, over_kind: over.kind, over_label: groups.get(over.group)?.label }
}

/** So many lines are explained at once; of thousands each is explained when it is read, and what they rest on is noted. */
const FEW_LINES = 100

/** A line of a long sum. It keeps nothing: thousands of explained lines would take a gigabyte. */
class LineToRead implements LineWhy {
  readonly key: string
  readonly label: Localized | undefined
  readonly #explained: (part: 'where' | 'of') => Why | undefined
  constructor(key: string, label: Localized | undefined, explained: (part: 'where' | 'of') => Why | undefined) {
    this.key = key
    this.label = label
    this.#explained = explained
  }
  get where(): Why | undefined {
    return this.#explained('where')
  }
  get of(): Why | undefined {
    return this.#explained('of')
  }
  /** As data it is a line like any other. */
  toJSON(): LineWhy {
    return { key: this.key, label: this.label, where: this.where, of: this.of }
  }
}

function aggregateWhy(work: Work, node: TypedOf<'aggregate'>, hand: Hand, said: Said): Why {
  const { type, operator } = node
  const hands = (hand.frame[node.slot + 1] as readonly Hand[] | undefined) ?? []
  if (hands.length > FEW_LINES && said.state !== 'not_needed') note(work, node, hand)
  return {
    kind: 'aggregate',
    type,
    said,
    operator,
    ...overOf(work, node.over),
    lines: linesWhy(work, node, hands),
    absent: said.state === 'not_needed' ? [] : absentWhy(work, node),
  }
}

function absentWhy(work: Work, node: TypedOf<'aggregate'>): readonly AbsentLine[] {
  const { over } = node
  const category = over.kind === 'lines' ? keyCategory(work, over.group) : undefined
  if (over.kind !== 'lines' || category === undefined) return []
  const reported = work.run.facts.groups.get(over.group)?.keys ?? []
  return absentMembers(work, node, category, reported).map((key) => ({ key, label: wordOf(work, category, key) }))
}

/** The category whose members name the lines of a group; undefined where its lines have names of their own. */
function keyCategory(work: Work, group: string): string | undefined {
  const { key, columns } = work.programme.vocabulary.groups.get(group) ?? {}
  const type = key === undefined ? undefined : columns?.get(key)?.type
  return type?.kind === 'category' ? type.category : undefined
}

function linesWhy(work: Work, node: TypedOf<'aggregate'>, hands: readonly Hand[]): readonly LineWhy[] {
  const { over } = node
  const keys = over.kind === 'lines' ? (work.run.facts.groups.get(over.group)?.keys ?? []) : over.members
  const category = over.kind === 'members' ? over.category : keyCategory(work, over.group)
  return hands.map((inner, index) => {
    const key = keys[index] ?? String(index + 1)
    const label = category === undefined ? undefined : wordOf(work, category, key)
    const explained = (part: 'where' | 'of'): Why | undefined => {
      const formula = node[part]
      return formula === undefined ? undefined : whyOf(work, formula, inner)
    }
    return hands.length > FEW_LINES
      ? new LineToRead(key, label, explained)
      : { key, label, where: explained('where'), of: explained('of') }
  })
}
