/** Finds conditions that can never hold, cases that are never reached, and cases that leave something out. */
import type { Typed, TypedProvision } from '../expression/typed.ts'
import type { Formula } from '../load/provisions.ts'
import type { Problem } from '../load/problem.ts'
import type { Vocabulary } from '../load/vocabulary.ts'

/** What a condition depends on: a category with its members, or something that is true or false. */
interface Variable {
  readonly key: string
  readonly values: readonly string[]
}

type Assignment = ReadonlyMap<string, string>

const MOST_ASSIGNMENTS = 4096

export function checkGuards(provision: TypedProvision, vocabulary: Vocabulary): readonly Problem[] {
  const { source } = provision
  const problems: Problem[] = []
  const say = (at: Formula['at'], sentence: string): void => {
    problems.push({ file: at.file, line: at.line, column: at.column, sentence })
  }
  const possible = (node: Typed, formula: Formula, wanted: boolean): boolean =>
    assignmentsOf([[node, formula.text]], vocabulary)?.some(
      (assignment) => holds(node, formula.text, assignment) === wanted,
    ) ?? true
  for (const key of ['when', 'requires', 'unless'] as const) {
    const [node, formula] = [provision[key], source[key]]
    if (node === undefined || formula === undefined) continue
    if (!possible(node, formula, true))
      say(formula.at, `'${key}' of '${provision.name}' can never hold: '${formula.text}'.`)
    else if (key !== 'requires' && !possible(node, formula, false)) {
      say(
        formula.at,
        `'${key}' of '${provision.name}' always holds: '${formula.text}'. ${key === 'when' ? 'Leave it out.' : 'Nothing is left of the provision.'}`,
      )
    }
  }
  checkCases(provision, vocabulary, say)
  return problems
}

function checkCases(
  provision: TypedProvision,
  vocabulary: Vocabulary,
  say: (at: Formula['at'], sentence: string) => void,
): void {
  if (provision.cases.length === 0) return
  const guards = provision.cases.map((one, index) => ({
    node: one.when,
    formula: provision.source.cases[index]?.when,
    at: provision.source.cases[index]?.at,
  }))
  const nodes = guards.flatMap((guard) =>
    guard.node === undefined || guard.formula === undefined ? [] : [[guard.node, guard.formula.text] as const],
  )
  const hasOtherwise = guards.some((guard) => guard.node === undefined)
  const assignments = assignmentsOf(nodes, vocabulary)
  if (assignments === undefined) {
    if (!hasOtherwise)
      say(
        provision.source.at,
        `It cannot be seen that the cases of '${provision.name}' cover everything. Add 'otherwise:'.`,
      )
    return
  }
  const reached = new Set<number>()
  let uncovered: Assignment | undefined
  for (const assignment of assignments) {
    const taken = guards.findIndex(
      (guard) => guard.node === undefined || holds(guard.node, guard.formula?.text ?? '', assignment),
    )
    if (taken === -1) uncovered ??= assignment
    else reached.add(taken)
  }
  for (const [index, guard] of guards.entries()) {
    if (!reached.has(index) && guard.at !== undefined)
      say(guard.at, `This case of '${provision.name}' is never reached: the cases before it take everything.`)
  }
  if (uncovered === undefined) return
  const when = [...uncovered]
    .map(([key, value]) => (value === 'true' ? key : value === 'false' ? `not (${key})` : `${key} = ${value}`))
    .join(' and ')
  say(provision.source.at, `The cases of '${provision.name}' leave out: ${when}. Add a case, or 'otherwise:'.`)
}

/** Every combination of what the conditions depend on; undefined when there are too many to go through. */
function assignmentsOf(
  nodes: readonly (readonly [Typed, string])[],
  vocabulary: Vocabulary,
): readonly Assignment[] | undefined {
  const variables = new Map<string, Variable>()
  for (const [node, text] of nodes)
    for (const variable of variablesOf(node, text, vocabulary)) variables.set(variable.key, variable)
  let assignments: Assignment[] = [new Map()]
  for (const variable of variables.values()) {
    if (assignments.length * variable.values.length > MOST_ASSIGNMENTS) return undefined
    assignments = assignments.flatMap((assignment) =>
      variable.values.map((value) => new Map(assignment).set(variable.key, value)),
    )
  }
  return assignments
}

function variablesOf(node: Typed, text: string, vocabulary: Vocabulary): readonly Variable[] {
  if (node.kind === 'logic')
    return [...variablesOf(node.left, text, vocabulary), ...variablesOf(node.right, text, vocabulary)]
  if (node.kind === 'not') return variablesOf(node.of, text, vocabulary)
  if (node.kind === 'literal') return []
  const test = memberTest(node)
  if (test !== undefined)
    return [{ key: test.subject, values: vocabulary.categories.get(test.category)?.members ?? [] }]
  return [{ key: atomKey(node, text).key, values: ['true', 'false'] }]
}

/** `book = imported`, either way round. */
function memberTest(
  node: Typed,
): { readonly subject: string; readonly category: string; readonly member: string } | undefined {
  if (node.kind !== 'comparison' || (node.operator !== '=' && node.operator !== '!=')) return undefined
  const [subject, member] = node.right.kind === 'member' ? [node.left, node.right] : [node.right, node.left]
  if (member.kind !== 'member') return undefined
  if (subject.kind === 'fact' || subject.kind === 'column')
    return { subject: subject.name, category: member.category, member: member.member }
  return subject.kind === 'in_hand'
    ? { subject: subject.category, category: member.category, member: member.member }
    : undefined
}

/** The condition's own words, without `not`, so that a condition and its opposite are one variable. */
function atomKey(node: Typed, text: string): { readonly key: string; readonly negated: boolean } {
  const written = text.slice(node.at.start, node.at.end)
  const negated = (node.kind === 'is_met' || node.kind === 'is_known' || node.kind === 'every_met') && node.negated
  return { key: negated ? written.replace(' is not ', ' is ') : written, negated }
}

function holds(node: Typed, text: string, assignment: Assignment): boolean {
  if (node.kind === 'logic') {
    const [left, right] = [holds(node.left, text, assignment), holds(node.right, text, assignment)]
    return node.operator === 'and' ? left && right : left || right
  }
  if (node.kind === 'not') return !holds(node.of, text, assignment)
  if (node.kind === 'literal') return node.value === true
  const test = memberTest(node)
  if (test !== undefined)
    return (assignment.get(test.subject) === test.member) === (node.kind === 'comparison' && node.operator === '=')
  const { key, negated } = atomKey(node, text)
  return (assignment.get(key) === 'true') !== negated
}
