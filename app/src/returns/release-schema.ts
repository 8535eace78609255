/** The return's layout as it stands in a loaded release. */
import type { Problem } from '@maqami/engine/load/problem.ts'
import { WrongInput } from '../kernel/command.ts'
import { problemLines, type Release } from '../policy-releases/load-release.ts'
import { loadReturnSchema, type SchemaRead } from './schema/load-return-schema.ts'
import type { ReturnSchema } from './schema/return-schema.ts'

/** Undefined when the programme takes no return in a workbook. */
function readRelease(release: Release): SchemaRead | undefined {
  const file = (name: string): { readonly file: string; readonly text: string } => ({
    file: name,
    text: release.files.get(name) ?? '',
  })
  if (!release.files.has('return.yaml')) return undefined
  return loadReturnSchema({
    programme: file('programme.yaml'),
    vocabulary: file('vocabulary.yaml'),
    schema: file('return.yaml'),
  })
}

export function returnSchemaOf(release: Release): ReturnSchema {
  const read = readRelease(release)
  if (read === undefined)
    throw new WrongInput([`'${release.folder}' has no return.yaml: this programme takes no workbook.`])
  if (!read.ok) throw new WrongInput(problemLines(release.folder, read.problems))
  return read.schema
}

export function returnProblems(release: Release): readonly Problem[] {
  const read = readRelease(release)
  return read === undefined || read.ok ? [] : read.problems
}
