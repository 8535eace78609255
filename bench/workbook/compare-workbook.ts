/** The assessment of a workbook of 5,000 lines against no more than reading its cells. */
import { join } from 'node:path'
import { formatProblem } from '@maqami/engine/load/problem.ts'
import { type AssessedReturn, assessSubjects } from '../../app/src/assessments/assess-subjects.ts'
import { readXml } from '../../app/src/kernel/limited-xml.ts'
import { openZip } from '../../app/src/kernel/limited-zip.ts'
import { loadRelease } from '../../app/src/policy-releases/load-release.ts'
import { filledTemplate } from '../../app/src/returns/write/fill-template.ts'
import { readRates } from '../../app/src/returns/check/official-rates.ts'
import { readReturn, type ReturnQuestion } from '../../app/src/returns/read-return.ts'
import { readWorkbook } from '../../app/src/returns/read/read-workbook.ts'
import { returnSchemaOf } from '../../app/src/returns/release-schema.ts'
import { RETURN_LIMITS } from '../../app/src/returns/return-limits.ts'
import { yearOf } from '../../app/src/returns/return-year.ts'
import { workbookBytes } from '../../app/src/returns/write/workbook-style.ts'
import { makeRates } from '../../tools/example-return/make-rates.ts'
import { makeReturn } from '../../tools/example-return/make-return.ts'
import { withLines } from '../assessment/maqami.ts'
import { measure, median, type Measured, ratio, newSink } from '../measure.ts'
import { inBrief, printTable } from '../table.ts'

const LINES = 5000
const SEED = 2026
const YEAR = '2026-27'
const PLAN = { rounds: 9, warmUp: 2, turn: 0.8 }

export async function compareWorkbook(root: string): Promise<void> {
  const release = await loadRelease(join(root, 'policy', 'pk-medmp-2026'))
  const schema = returnSchemaOf(release)
  const year = yearOf(YEAR, release.engine.programme.heading.yearStarts)
  const rates = readRates('rates.csv', makeRates(SEED))
  if (year === undefined) throw new Error(`'${YEAR}' is not a year of the programme.`)
  if (!rates.ok) throw new Error(rates.problems.map(formatProblem).join('\n'))
  const bytes = await workbookBytes(
    filledTemplate(schema, 'en', makeReturn({ seed: SEED, lines: LINES, failing: false })),
  )
  const question: ReturnQuestion = { schema, rates: rates.rates, year }
  const input = { form: 'xlsx', bytes } as const
  const sink = newSink()

  const assess = async (): Promise<AssessedReturn> => {
    const read = await readReturn(input, question)
    if (!read.ok)
      throw new Error(read.errors.map((error) => `${error.sheet} ${error.row}: ${error.sentence.en}`).join('\n'))
    return assessSubjects(release, {
      year,
      day: year.last,
      subjects: read.subjects,
      further: undefined,
      warnings: read.warnings,
    })
  }
  console.log(`\nworkbook of ${LINES} lines of parts, ${Math.round(bytes.length / 1024)} KB (seed ${SEED})`)
  const contenders = [
    { name: 'XML of every sheet, nothing kept', run: async () => sink.keep(await countCells(bytes)) },
    { name: 'bare streaming read of every cell', run: async () => sink.keep(await readWorkbook(bytes)) },
    { name: 'read and checked, facts made', run: async () => sink.keep(await readReturn(input, question)) },
    { name: 'assessed, every finding explained', run: async () => sink.keep(await assess()) },
    {
      name: 'the same, explained to the last line',
      run: async () => sink.keep((await assess()).subjects.map(({ explanation }) => withLines(explanation))),
    },
  ]
  const measured = await measure(contenders, PLAN)
  const [xml, bare, , assessed, toTheLast] = measured as readonly [Measured, Measured, Measured, Measured, Measured]
  console.log(`\nmedians of ${PLAN.rounds} interleaved rounds, in CPU time\n`)
  printTable(
    ['', 'milliseconds', 'times bare read', 'times XML alone'],
    measured.map((one) => [
      one.name,
      inBrief(median(one.seconds) * 1000),
      ratio(bare, one).toFixed(2),
      ratio(xml, one).toFixed(2),
    ]),
  )
  const times = [assessed, toTheLast].map((one) => ratio(bare, one).toFixed(2))
  console.log(
    `\nAn assessment takes ${times[0]} times the bare streaming read; explained to the last line, ${times[1]}.`,
  )
}

/** Unpacks and parses every sheet and the shared strings, and keeps nothing: less than any reader can do. */
async function countCells(bytes: Buffer): Promise<number> {
  const zip = await openZip(bytes, RETURN_LIMITS)
  let cells = 0
  const paths = zip.names.filter((name) => /^xl\/(worksheets\/[^/]+|sharedStrings)\.xml$/.test(name))
  for (const path of paths) {
    const reader = readXml({
      open: (name) => {
        if (name === 'c') cells += 1
      },
    })
    await zip.stream(path, (text) => reader.write(text))
    reader.end()
  }
  return cells
}
