/** The layouts of a programme's returns as they stand in a loaded release. */
import { requirementOf } from '@maqami/engine/advise/adviser.ts'
import type { Problem } from '@maqami/engine/load/problem.ts'
import { WrongInput } from '../kernel/command.ts'
import { problemLines, type Release } from '../policy-releases/load-release.ts'
import { periodOf, type ReturnYear } from './return-year.ts'
import { ANNUAL, kindOfFile, loadReturnSchema, returnFiles, type SchemaRead } from './schema/load-return-schema.ts'
import type { ReturnSchema } from './schema/return-schema.ts'

/** Each kind of return that the programme takes, the yearly one first. */
function readRelease(release: Release): readonly SchemaRead[] {
  const file = (name: string): { readonly file: string; readonly text: string } => ({
    file: name,
    text: release.files.get(name) ?? '',
  })
  const read: SchemaRead[] = []
  for (const name of returnFiles(release.files.keys())) {
    const [first] = read
    const annual = first?.ok === true && first.schema.kind === ANNUAL ? first.schema : undefined
    read.push(
      loadReturnSchema({
        programme: file('programme.yaml'),
        vocabulary: file('vocabulary.yaml'),
        schema: file(name),
        annual,
      }),
    )
  }
  return read
}

/** Undefined when the programme takes no return of that kind. */
export function schemaOfKind(release: Release, kind: string): ReturnSchema | undefined {
  return returnSchemas(release).find((one) => one.kind === kind)
}

/** The yearly return. */
export function returnSchemaOf(release: Release): ReturnSchema {
  const schema = schemaOfKind(release, ANNUAL)
  if (schema === undefined)
    throw new WrongInput([`'${release.folder}' has no return.yaml: this programme takes no workbook.`])
  return schema
}

/** A release never changes, and to read its layouts takes as long as to read a small return. */
const known = new WeakMap<Release, readonly ReturnSchema[]>()

/** Throws what is wrong with them. */
export function returnSchemas(release: Release): readonly ReturnSchema[] {
  const schemas = known.get(release) ?? schemasIn(release)
  known.set(release, schemas)
  return schemas
}

function schemasIn(release: Release): readonly ReturnSchema[] {
  const read = readRelease(release)
  const problems = problemsIn(read)
  if (problems.length > 0) throw new WrongInput(problemLines(release.folder, problems))
  return read.flatMap((one) => (one.ok ? [one.schema] : []))
}

export function returnProblems(release: Release): readonly Problem[] {
  const read = readRelease(release)
  return [...problemsIn(read), ...read.flatMap((one) => (one.ok ? adviserProblems(release, one.schema) : []))]
}

function adviserProblems(release: Release, { adviser }: ReturnSchema): readonly Problem[] {
  if (adviser === undefined || requirementOf(release.engine, adviser) !== undefined) return []
  const sentence = `The law has no requirement '${adviser.requirement}' with one outcome for the facts of a subject.`
  return [{ ...adviser.at, sentence }]
}

function problemsIn(read: readonly SchemaRead[]): readonly Problem[] {
  return read.flatMap((one) => (one.ok ? [] : one.problems))
}

/** `annual`, `monthly`: what the names of its files say. */
export function returnKinds(release: Release): readonly string[] {
  return returnFiles(release.files.keys()).map(kindOfFile)
}

/** The stretch of the calendar that a return is about. Throws where the release does not know such a return: it was taken by another. */
export function periodOfReturn(
  release: Release,
  { kind, period }: { readonly kind: string; readonly period: string },
): ReturnYear {
  const schema = schemaOfKind(release, kind)
  const found = schema && periodOf(period, schema, release.engine.programme.heading.yearStarts)
  if (found === undefined) throw new RangeError(`${release.hash} has no return ${kind} of ${period}`)
  return found
}
