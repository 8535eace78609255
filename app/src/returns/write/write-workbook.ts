/** `workbook`: the empty return of a programme, ready to be filled in. */
import { writeFile } from 'node:fs/promises'
import { type Command, print } from '../../kernel/command.ts'
import { choice, positional, readOptions, workbookOption } from '../../kernel/options.ts'
import { loadRelease } from '../../policy-releases/load-release.ts'
import { returnSchemaOf } from '../release-schema.ts'
import { writeTemplate } from './write-template.ts'

export const writeWorkbook: Command = {
  name: 'workbook',
  usage: 'DIR [--out FILE.xlsx] [--lang en|ur]',
  summary: 'Write the workbook in which a return is filed',
  run: async (args) => {
    const options = readOptions(args, ['out', 'lang'])
    const out = workbookOption(options, 'out')
    const release = await loadRelease(positional(options, 'DIR'))
    const language = choice(options, 'lang', ['en', 'ur'])
    const schema = returnSchemaOf(release)
    const path = out ?? `${schema.programme}-return-v${schema.version}.xlsx`
    // A workbook that is there already may be half filled in.
    await writeFile(path, await writeTemplate(schema, language), { flag: 'wx' })
    print(
      `Wrote ${path}: ${schema.sheets.length} sheets, version ${schema.version} of the return of ${schema.programme}.`,
    )
    return 0
  },
}
