/** Applies a programme to facts on a day: one finding for each provision that has one outcome. */
import type { Programme } from '../load/programme.ts'
import type { TypedProvision } from '../expression/typed.ts'
import type { Day } from '../value/date.ts'
import type { Outcome } from '../value/outcome.ts'
import { type Compiled, compileProgramme } from './compile.ts'
import type { Facts } from './facts.ts'
import { type Evaluate, newRun, type Run, type Setting } from './run.ts'

/** A programme ready to be applied any number of times. */
export interface Engine {
  readonly programme: Programme
  readonly compiled: Compiled
  /** Provisions with one outcome for a set of facts, in the order of the law. */
  readonly findings: readonly TypedProvision[]
}

export interface Finding {
  readonly provision: TypedProvision
  readonly outcome: Outcome
  /** Of a sanction: the day from which it has effect. */
  readonly from: Day | undefined
}

export interface Assessment {
  readonly engine: Engine
  readonly run: Run
  readonly findings: readonly Finding[]
}

export function engineOf(programme: Programme): Engine {
  const findings = [...programme.typed.provisions.values()].filter((provision) => provision.scope.kind === 'whole')
  return { programme, compiled: compileProgramme(programme.typed), findings }
}

/** Never throws on any facts that were read: what cannot be said is *undetermined* or *refused* in its finding. */
export function determine(engine: Engine, facts: Facts, day: Day, setting?: Setting): Assessment {
  const run = newRun(engine.programme.typed, facts, day, setting)
  const findings = engine.findings.map((provision) => {
    const outcome = (engine.compiled.get(provision.name) as Evaluate)(run, run.whole)
    const from = run.whole.frame[provision.fromSlot]
    return { provision, outcome, from: typeof from === 'number' ? from : undefined }
  })
  return { engine, run, findings }
}

export function findingOf(assessment: Assessment, name: string): Finding | undefined {
  return assessment.findings.find((finding) => finding.provision.name === name)
}
