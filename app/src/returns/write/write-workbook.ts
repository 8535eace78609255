/** `workbook`: the empty return of a programme, ready to be filled in. */
import { writeFile } from 'node:fs/promises'
import { type Command, print, WrongUsage } from '../../kernel/command.ts'
import { choice, positional, readOptions, single, workbookOption } from '../../kernel/options.ts'
import { loadRelease, type Release } from '../../policy-releases/load-release.ts'
import { returnKinds, returnSchemaOf, schemaOfKind } from '../release-schema.ts'
import { ANNUAL } from '../schema/load-return-schema.ts'
import type { ReturnSchema } from '../schema/return-schema.ts'
import { writeTemplate } from './write-template.ts'

export const writeWorkbook: Command = {
  name: 'workbook',
  usage: 'DIR [--kind monthly] [--out FILE.xlsx] [--lang en|ur]',
  summary: 'Write the workbook in which a return is filed',
  run: async (args) => {
    const options = readOptions(args, ['kind', 'out', 'lang'])
    const out = workbookOption(options, 'out')
    const release = await loadRelease(positional(options, 'DIR'))
    const language = choice(options, 'lang', ['en', 'ur'])
    const schema = kindAsked(release, single(options, 'kind'))
    const kind = schema.kind === ANNUAL ? '' : `${schema.kind}-`
    const path = out ?? `${schema.programme}-${kind}return-v${schema.version}.xlsx`
    // A workbook that is there already may be half filled in.
    await writeFile(path, await writeTemplate(schema, language), { flag: 'wx' })
    print(
      `Wrote ${path}: ${schema.sheets.length} sheets, version ${schema.version} of the return of ${schema.programme}.`,
    )
    return 0
  },
}

function kindAsked(release: Release, kind: string | undefined): ReturnSchema {
  if (kind === undefined) return returnSchemaOf(release)
  const schema = schemaOfKind(release, kind)
  if (schema !== undefined) return schema
  throw new WrongUsage(`--kind is one of ${returnKinds(release).join(', ')}, not '${kind}'`)
}
