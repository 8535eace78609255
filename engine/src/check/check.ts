/** What a lawyer, a typist and a programmer would each find wrong in a programme that loads. */
import { determine, type Engine } from '../determine/determine.ts'
import { cellOf, cellOutcome, rowOn } from '../determine/look-up.ts'
import type { Run, Watch } from '../determine/run.ts'
import type { SourcePlace } from '../load/fields.ts'
import type { Parameter } from '../load/parameters.ts'
import type { Problem } from '../load/problem.ts'
import type { Day } from '../value/date.ts'
import { NoValue, type Outcome } from '../value/outcome.ts'
import { opposite } from '../determine/operate.ts'
import { slotsOf, unusedOf } from './facts-matter.ts'
import { checkGuards } from './guards.ts'
import type { Change, Mutant } from './mutant.ts'
import { checkStep, mutantsOf } from './mutants.ts'
import { checkAmbiguousDates } from './provision-mutants.ts'
import { isUnnoticed, sameOutcome, UNCHANGED } from './provision-survivors.ts'
import { failuresOf, type Prepared, prepare } from './run-examples.ts'
import { checkSaidEffect } from './said-effect.ts'
import { unnoticedInVocabulary } from './vocabulary-mutants.ts'
import { formulasOf, nodesOf } from '../expression/walk-typed.ts'

export interface Checked {
  readonly problems: readonly Problem[]
  /** How many small wrongs were tried on the examples. */
  readonly mutants: number
}

/** Called after each piece of work; thousands of examples of a large law take minutes. */
export type Progress = (done: number, total: number) => void

/**
 * With a draft laid over, only what the draft changes is checked, with the draft's own examples. What it repeats as it
 * stands in `base`, the law without the draft, is tried where an example of that law tries it.
 */
export function checkProgramme(engine: Engine, progress: Progress = () => undefined, base?: Engine): Checked {
  const { programme } = engine
  const isOurs = (at: SourcePlace): boolean =>
    programme.draft === undefined || at.file === `drafts/${programme.draft.name}.yaml`
  const problems: Problem[] = []
  for (const provision of programme.typed.provisions.values()) {
    if (isOurs(provision.source.at))
      problems.push(
        ...checkGuards(provision, programme.vocabulary),
        ...checkStep(provision),
        ...checkAmbiguousDates(provision),
      )
  }
  const used = usedParameters(engine)
  for (const parameter of programme.parameters.values()) {
    if (!used.has(parameter) && isOurs(parameter.at))
      problems.push({ ...parameter.at, sentence: `Nothing uses the parameter '${parameter.name}'.` })
  }
  const prepared = prepare(engine, programme.examples)
  const mutants = mutantsOf(programme).filter(
    (mutant) => isOurs(mutant.at) && (mutant.change.kind !== 'table' || used.has(mutant.change.parameter)),
  )
  const slots = slotsOf(programme.vocabulary)
  const total = 2 * prepared.length + mutants.length + slots.length
  let done = 0
  const step = (): void => {
    done += 1
    progress(done, total)
  }
  const failing = prepared.filter((one) => {
    step()
    return failuresOf(engine, one).length > 0
  })
  for (const { example } of failing) {
    problems.push({
      ...example.at,
      sentence: `The example '${example.title}' does not hold; 'policy test' says how. Boundaries are tried with the others.`,
    })
  }
  const sound = prepared.filter((one) => !failing.includes(one))
  const untried = survivors(engine, sound, mutants, step)
  const known = base === undefined ? new Set<string>() : triedIn(base, new Set(untried.map(wrongOf)))
  for (const mutant of untried)
    if (!known.has(wrongOf(mutant))) problems.push({ ...mutant.at, sentence: mutant.sentence })
  const saying = [...sound.map(({ example }) => example), ...(base?.programme.examples ?? [])]
  for (const provision of programme.typed.provisions.values())
    if (isOurs(provision.source.at)) problems.push(...checkSaidEffect(provision, saying))
  done = total - slots.length
  problems.push(
    ...unnoticedInVocabulary(engine, sound, base)
      .filter(isOurs)
      .map(({ file, line, column, sentence }) => ({ file, line, column, sentence })),
    ...slots
      .flatMap((slot) => {
        step()
        return unusedOf(engine, sound, slot)
      })
      .filter(({ at }) => isOurs(at))
      .map(({ at, sentence }) => ({ ...at, sentence })),
  )
  return { problems, mutants: mutants.length }
}

/** The same small wrong of the same thing: its sentence names entry, row, keys, value or formula; of a guard only the entry. */
function wrongOf({ sentence, change }: Mutant): string {
  return change.kind === 'guard' ? `${sentence} ${change.written}` : sentence
}

/** Which of these wrongs the law's own examples notice. */
function triedIn(base: Engine, wrongs: ReadonlySet<string>): ReadonlySet<string> {
  const same = mutantsOf(base.programme).filter((mutant) => wrongs.has(wrongOf(mutant)))
  const sound = prepare(base, base.programme.examples).filter((one) => failuresOf(base, one).length === 0)
  const unnoticed = survivors(base, sound, same, () => undefined)
  return new Set(same.filter((mutant) => !unnoticed.includes(mutant)).map(wrongOf))
}

function usedParameters(engine: Engine): ReadonlySet<Parameter> {
  const used = new Set<Parameter>()
  for (const provision of engine.programme.typed.provisions.values()) {
    for (const { root } of formulasOf(provision)) {
      for (const node of nodesOf(root)) if (node.kind === 'parameter') used.add(node.parameter)
    }
  }
  return used
}

/**
 * The mutants that no example notices. A first pass over the examples finds, for each mutant, those in which the changed
 * place comes out differently; only these are run again with the mutant.
 */
function survivors(
  engine: Engine,
  prepared: readonly Prepared[],
  mutants: readonly Mutant[],
  step: () => void,
): readonly Mutant[] {
  const candidates = new Map<Mutant, Set<Prepared>>(mutants.map((mutant) => [mutant, new Set()]))
  const byPlace = new Map<unknown, Mutant[]>()
  const runs = new Map<Prepared, Run>()
  for (const mutant of mutants) {
    const place = placeOf(mutant.change)
    const known = byPlace.get(place)
    if (known === undefined) byPlace.set(place, [mutant])
    else known.push(mutant)
  }
  for (const one of prepared) {
    step()
    if (one.facts === undefined) continue
    const note = (place: unknown, differs: (mutant: Mutant) => boolean): void => {
      for (const mutant of byPlace.get(place) ?? []) {
        const found = candidates.get(mutant) as Set<Prepared>
        if (!found.has(one) && differs(mutant)) found.add(one)
      }
    }
    const { asOf, periodEnd } = one.example
    const { run } = determine(engine, one.facts, asOf, { periodEnd, watch: probe(note) })
    runs.set(one, { ...run, watch: undefined })
  }
  return mutants.filter((mutant) => {
    step()
    if (mutant.change.kind === 'provision') return isUnnoticed(engine, runs, mutant.change)
    const watch = watchOf(mutant.change)
    return ![...(candidates.get(mutant) ?? [])].some((one) => failuresOf(engine, one, watch).length > 0)
  })
}

function placeOf(change: Change): unknown {
  switch (change.kind) {
    case 'comparison':
    case 'state':
      return change.node
    case 'guard':
      return change.taken
    case 'table':
      return change.parameter
    case 'period':
      return `period ${change.parameter.name}`
    case 'provision':
      return change.replacement
  }
}

function probe(note: (place: unknown, differs: (mutant: Mutant) => boolean) => void): Watch {
  return {
    ...UNCHANGED,
    comparison: (node, left, right, outcome) => {
      note(node, ({ change }) => change.kind === 'comparison' && change.decide(left, right) !== outcome)
      return outcome
    },
    parameter: (parameter, day, keys) => {
      const outcome = inForce(parameter, day, keys)
      note(
        parameter,
        ({ change }) => change.kind === 'table' && !sameOutcome(inForce(change.replacement, day, keys), outcome),
      )
      return parameter
    },
    period: (parameter, run) => {
      note(`period ${parameter.name}`, () => run.day !== run.periodEnd)
      return run.periodEnd
    },
    guard: (taken, outcome) => {
      note(taken, () => outcome !== false)
      return outcome
    },
    state: (node, outcome) => {
      note(node, () => typeof outcome === 'boolean')
      return outcome
    },
  }
}

/** The table's answer; where keys are missing, only whether there is a row. */
function inForce(parameter: Parameter, day: Day, keys: readonly Outcome[]): Outcome {
  const row = rowOn(parameter, day)
  if (row instanceof NoValue) return row
  if (keys.length < parameter.by.length) return true
  const cell = cellOf(parameter, row, keys)
  return cell instanceof NoValue ? cell : cellOutcome(parameter, cell)
}

function watchOf(change: Change): Watch {
  return {
    ...UNCHANGED,
    comparison: (node, left, right, outcome) =>
      change.kind === 'comparison' && change.node === node ? change.decide(left, right) : outcome,
    parameter: (parameter) =>
      change.kind === 'table' && change.parameter === parameter ? change.replacement : parameter,
    period: (parameter, run) => (change.kind === 'period' && change.parameter === parameter ? run.day : run.periodEnd),
    guard: (taken, outcome) => (change.kind === 'guard' && change.taken === taken ? false : outcome),
    state: (node, outcome) => (change.kind === 'state' && change.node === node ? opposite(outcome) : outcome),
  }
}
