/**
 * Writes the example return and its rates: the same files each time, byte for byte.
 *
 *   node tools/example-return/main.ts [--lines N] [--failing] [--out FILE.xlsx]
 */
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { filledTemplate } from '../../app/src/returns/write/fill-template.ts'
import { loadReturnSchemaFrom } from '../../app/src/returns/schema/load-return-schema.ts'
import { workbookBytes } from '../../app/src/returns/write/workbook-style.ts'
import { formatProblem } from '@maqami/engine/load/problem.ts'
import { makeRates } from './make-rates.ts'
import { makeReturn } from './make-return.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const SEED = 2026

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      lines: { type: 'string' },
      failing: { type: 'boolean', default: false },
      out: { type: 'string' },
    },
  })
  const schema = await loadReturnSchemaFrom(`${ROOT}policy/pk-medmp-2026`)
  if (!schema.ok) {
    for (const problem of schema.problems) console.error(formatProblem(problem))
    return 1
  }
  const lines = values.lines === undefined ? undefined : Number(values.lines)
  const sheets = makeReturn({ seed: SEED, lines, failing: values.failing })
  const workbook = filledTemplate(schema.schema, 'en', sheets)
  const out = values.out ?? `${ROOT}examples/return-2026-27${values.failing ? '-failing' : ''}.xlsx`
  await writeFile(out, await workbookBytes(workbook))
  if (values.out === undefined) await writeFile(`${ROOT}examples/rates.csv`, makeRates(SEED))
  console.log(`${out}: ${String(sheets['parts']?.length)} lines of parts`)
  return 0
}

process.exitCode = await main()
