/** `workbook`: the empty return of a programme, ready to be filled in. */
import { writeFile } from 'node:fs/promises'
import { type Command, print, WrongInput } from '../../kernel/command.ts'
import { choice, positional, readOptions, single } from '../../kernel/options.ts'
import { loadRelease } from '../../policy-releases/load-release.ts'
import { returnSchemaOf } from '../release-schema.ts'
import { writeTemplate } from './write-template.ts'

export const writeWorkbook: Command = {
  name: 'workbook',
  usage: 'DIR [--out FILE.xlsx] [--lang en|ur]',
  summary: 'Write the workbook in which a return is filed',
  run: async (args) => {
    const options = readOptions(args, ['out', 'lang'])
    const release = await loadRelease(positional(options, 0, 'DIR'))
    const language = choice(options, 'lang', ['en', 'ur'])
    const schema = returnSchemaOf(release)
    const path = single(options, 'out') ?? `${schema.programme}-return-v${schema.version}.xlsx`
    if (!path.endsWith('.xlsx')) throw new WrongInput([`A workbook's name ends in .xlsx; '${path}' does not.`])
    // A workbook that is there already may be half filled in.
    await writeFile(path, await writeTemplate(schema, language), { flag: 'wx' })
    print(
      `Wrote ${path}: ${schema.sheets.length} sheets, version ${schema.version} of the return of ${schema.programme}.`,
    )
    return 0
  },
}
