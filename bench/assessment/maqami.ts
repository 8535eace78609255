/** The same rows through Maqami: its engine, with the programme's own policy files. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Assessment, type Engine, engineOf, findingOf } from '@maqami/engine/determine/determine.ts'
import { type Facts, readFacts } from '@maqami/engine/determine/facts.ts'
import type { Applied } from '@maqami/engine/explain/explanation.ts'
import { loadProgramme } from '@maqami/engine/load/programme.ts'
import type { Exact } from '@maqami/engine/value/exact.ts'
import { NoValue } from '@maqami/engine/value/outcome.ts'
import type { Answer, Fraction } from './answer.ts'
import type { Day } from './row.ts'

export function loadEngine(folder: string): Engine {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(yaml|md)$/.test(path))
  const loaded = loadProgramme(new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')])))
  if (!loaded.ok) throw new Error(loaded.problems.map((problem) => `${problem.file}: ${problem.sentence}`).join('\n'))
  return engineOf(loaded.programme)
}

export function readRow(engine: Engine, plain: unknown): Facts {
  const read = readFacts(engine.programme.vocabulary, plain)
  if (!read.ok) throw new Error(read.problems.map((problem) => `${problem.path}: ${problem.sentence}`).join('\n'))
  return read.facts
}

/** The explanation to its last line: the lines of a sum may be explained only when they are looked at. */
export function withLines(applied: Applied): Applied {
  for (const provision of applied.provisions) {
    for (const { amount } of provision.cases) if (amount?.kind === 'aggregate') amount.lines.at(-1)
  }
  return applied
}

export function answerOfMaqami(assessment: Assessment): Answer {
  const from = dayFrom(assessment, 'import_surcharge')
  const surcharge = rupees(assessment, 'import_surcharge')
  return {
    importedContent: fraction(assessment, 'imported_content'),
    localizationRate: fraction(assessment, 'localization_rate'),
    localizationRequirement: met(assessment, 'localization_requirement'),
    operationalRequirement: met(assessment, 'operational_requirement'),
    reportingRequirement: met(assessment, 'reporting_requirement'),
    kitRequirement: met(assessment, 'kit_requirement'),
    performanceGate: met(assessment, 'performance_gate'),
    importLevy: rupees(assessment, 'import_levy') as bigint,
    exportAllowance: rupees(assessment, 'export_allowance'),
    concessionWithdrawal: dayFrom(assessment, 'concession_withdrawal'),
    importSurcharge: surcharge === undefined || from === undefined ? undefined : { amount: surcharge, from },
    licenceSuspension: dayFrom(assessment, 'licence_suspension'),
  }
}

function outcomeOf(assessment: Assessment, name: string): unknown {
  const finding = findingOf(assessment, name)
  if (finding === undefined) throw new Error(`The programme has no finding '${name}'.`)
  const { outcome } = finding
  if (!(outcome instanceof NoValue)) return outcome
  if (outcome.kind === 'not_imposed' || outcome.kind === 'not_happened') return undefined
  throw new Error(`'${name}' is ${outcome.kind}: ${JSON.stringify([outcome.missing, outcome.refusals])}`)
}

function met(assessment: Assessment, name: string): boolean {
  return outcomeOf(assessment, name) === true
}

function fraction(assessment: Assessment, name: string): Fraction {
  const { n, d } = outcomeOf(assessment, name) as Exact
  return { n: BigInt(n), d: BigInt(d) }
}

function rupees(assessment: Assessment, name: string): bigint | undefined {
  if (outcomeOf(assessment, name) === undefined) return undefined
  const { n, d } = fraction(assessment, name)
  if (n % d !== 0n) throw new Error(`'${name}' is not a whole number of rupees.`)
  return n / d
}

function dayFrom(assessment: Assessment, name: string): Day | undefined {
  return outcomeOf(assessment, name) === undefined ? undefined : findingOf(assessment, name)?.from
}
