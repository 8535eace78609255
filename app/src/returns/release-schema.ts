/** The return's layout as it stands in a loaded release. */
import { WrongInput } from '../kernel/command.ts'
import { problemLines, type Release } from '../policy-releases/load-release.ts'
import { loadReturnSchema } from './load-return-schema.ts'
import type { ReturnSchema } from './return-schema.ts'

export function returnSchemaOf(release: Release): ReturnSchema {
  const file = (name: string): { readonly file: string; readonly text: string } => {
    const text = release.files.get(name)
    if (text === undefined) throw new WrongInput([`'${release.folder}' has no ${name}: this programme takes no workbook.`])
    return { file: name, text }
  }
  const read = loadReturnSchema({ programme: file('programme.yaml'), vocabulary: file('vocabulary.yaml'), schema: file('return.yaml') })
  if (!read.ok) throw new WrongInput(problemLines(release.folder, read.problems))
  return read.schema
}
