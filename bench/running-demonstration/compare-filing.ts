/** Filing a return of 5,000 lines, from the bytes of its workbook to the signature, against no more than reading its cells. */
import { join } from 'node:path'
import { done } from '../../app/src/demonstration/make-people.ts'
import { loadRelease } from '../../app/src/policy-releases/load-release.ts'
import { releaseShelf } from '../../app/src/policy-releases/release-shelf.ts'
import { fileReturn, shownHash } from '../../app/src/returns/filing/file-return.ts'
import { uploadReturn } from '../../app/src/returns/filing/upload-return.ts'
import { readWorkbook } from '../../app/src/returns/read/read-workbook.ts'
import { returnSchemaOf } from '../../app/src/returns/release-schema.ts'
import { filledTemplate } from '../../app/src/returns/write/fill-template.ts'
import { workbookBytes } from '../../app/src/returns/write/workbook-style.ts'
import { makeReturn } from '../../tools/example-return/make-return.ts'
import { measure, median, type Measured, newSink, ratio } from '../measure.ts'
import { inBrief, printTable } from '../table.ts'
import type { Behind } from './open-behind.ts'

const LINES = 5000
const SEED = 2026
const PROGRAMME = 'pk-medmp-2026'
const YEAR = '2026-27'
const CONFIRMED = async () => await Promise.resolve({ done: true })
const PLAN = { rounds: 9, warmUp: 2, turn: 0.8 }

export async function compareFiling(root: string, { recorder, signatory }: Behind): Promise<void> {
  const release = await loadRelease(join(root, 'policy', PROGRAMME))
  const sheets = makeReturn({ seed: SEED, lines: LINES, failing: false })
  const bytes = await workbookBytes(filledTemplate(returnSchemaOf(release), 'en', sheets))
  const shelf = releaseShelf()
  const sink = newSink()
  const upload = async () => {
    const input = { programme: PROGRAMME, kind: 'annual', period: YEAR, name: 'return.xlsx', bytes }
    const uploaded = done(await uploadReturn(recorder, shelf, signatory, input))
    const errors = uploaded.found.versions.at(-1)?.errors ?? []
    if (errors.some(({ severity }) => severity === 'error')) throw new Error(JSON.stringify(errors[0]))
    return uploaded
  }
  const file = async () => {
    const { found, version } = await upload()
    const shown_hash = (await shownHash(recorder, signatory, found.id, version)) ?? ''
    return done(await fileReturn(recorder, shelf, signatory, { id: found.id, version, shown_hash }, CONFIRMED))
  }
  const contenders = [
    { name: 'bare streaming read of every cell', run: async () => sink.keep(await readWorkbook(bytes)) },
    { name: 'uploaded: checked, facts made, stored', run: async () => sink.keep(await upload()) },
    { name: 'uploaded, shown, and filed', run: async () => sink.keep(await file()) },
  ]
  const [bare, uploaded, filed] = (await measure(contenders, PLAN)) as readonly [Measured, Measured, Measured]
  console.log(
    `\nfiling a workbook of ${LINES} lines (${Math.round(bytes.length / 1024)} KB, seed ${SEED}), in CPU time\n`,
  )
  printTable(
    ['', 'milliseconds', 'times bare read'],
    [bare, uploaded, filed].map((one) => [one.name, inBrief(median(one.seconds) * 1000), ratio(bare, one).toFixed(2)]),
  )
}
