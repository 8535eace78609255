/** The complete assessment of 1,000 summary returns under pk-medmp-2026, by everybody who can do it. */
import { join } from 'node:path'
import { type Assessment, determine } from '@maqami/engine/determine/determine.ts'
import type { Facts } from '@maqami/engine/determine/facts.ts'
import { explain, explainAll } from '@maqami/engine/explain/explain.ts'
import { type Contender, median, measure, type Measured, ratio, newSink, type Sink } from '../measure.ts'
import { grouped, inBrief, printTable } from '../table.ts'
import { agreementOf, isOnTarget, printAgreement } from './agreement.ts'
import { assessByHand } from './by-hand.ts'
import { generateRows } from './generate-rows.ts'
import { answerOfMaqami, loadEngine, readRow, withLines } from './maqami.ts'
import { answerOfPublicodes, evaluateFindings, loadPublicodes } from './publicodes.ts'
import { type PublicodesSituation, situationOf } from './publicodes-rules.ts'
import { answerOfCel, evaluateCel, loadCel } from './cel.ts'
import { answerOfJsonRules, evaluateJsonRules, loadJsonRules } from './json-rules.ts'
import { parseByHand } from './parse-by-hand.ts'
import { factsOf, type NumberRow, numbersOf, type Row } from './row.ts'
import { answerOfZen, evaluateZen, loadZen } from './zen.ts'

const ROWS = 1000
const SEED = 2026
const PLAN = { rounds: 9, warmUp: 1.5, turn: 0.4 }

const NAMES = {
  hand: 'by hand on BigInt, no explanation',
  determined: 'Maqami, every formula node recorded',
  explained: 'Maqami, all findings explained',
  lines: 'Maqami, explained to the last line',
  each: 'Maqami, each finding explained on its own',
  read: 'Maqami, from JSON text, all explained',
  zen: 'zen-engine, without trace',
  zenTraced: 'zen-engine, with trace (text, parsed)',
  zenObjects: 'zen-engine, with trace (objects)',
  publicodes: 'publicodes, with its evaluated nodes',
  cel: 'cel-js, the findings only',
  jsonRules: 'json-rules-engine, the findings only',
  handRead: 'by hand on BigInt, from JSON text',
  readOnly: 'Maqami, from JSON text, recorded',
} as const

type Key = keyof typeof NAMES

/** Whether Maqami itself agreed with what was computed by hand on every row. */
export async function compareAssessments(root: string): Promise<boolean> {
  const rows = generateRows(ROWS, SEED)
  const numbers = rows.map(numbersOf)
  const situations = numbers.map(situationOf)
  const texts = rows.map((row) => JSON.stringify(factsOf(row)))
  const engine = loadEngine(join(root, 'policy', 'pk-medmp-2026'))
  const facts = texts.map((text) => readRow(engine, JSON.parse(text)))
  const zen = loadZen()
  const publicodes = loadPublicodes(rows[0]?.parts.length ?? 0)
  const assess = (index: number): Assessment => determine(engine, facts[index] as Facts, (rows[index] as Row).asOf)
  const [cel, jsonRules] = [loadCel(), loadJsonRules()]
  const readByHand = (index: number): Row =>
    parseByHand(JSON.parse(texts[index] as string) as Readonly<Record<string, unknown>>, (rows[index] as Row).asOf)
  const names = engine.findings.map((finding) => finding.name)

  printMix(rows)
  const own = await agreementOf('Maqami', rows, (index) => answerOfMaqami(assess(index)))
  const others = [
    await agreementOf('zen-engine', rows, (index) => answerOfZen(zen, numbers[index] as NumberRow)),
    await agreementOf('publicodes', rows, (index) =>
      answerOfPublicodes(publicodes, situations[index] as PublicodesSituation),
    ),
    await agreementOf('cel-js', rows, (index) => answerOfCel(cel, numbers[index] as NumberRow)),
    await agreementOf('json-rules-engine', rows, (index) => answerOfJsonRules(jsonRules, numbers[index] as NumberRow)),
    await agreementOf('by hand from text', rows, (index) => assessByHand(readByHand(index))),
  ]
  for (const one of [own, ...others]) printAgreement(one)

  const sink = newSink()
  const contenders: Readonly<Record<Key, Contender['run']>> = {
    hand: each(sink, (index) => assessByHand(rows[index] as Row)),
    determined: each(sink, assess),
    explained: each(sink, (index) => explainAll(assess(index))),
    lines: each(sink, (index) => withLines(explainAll(assess(index)))),
    each: each(sink, (index) => {
      const assessment = assess(index)
      return names.map((name) => explain(assessment, name))
    }),
    read: each(sink, (index) =>
      explainAll(determine(engine, readRow(engine, JSON.parse(texts[index] as string)), (rows[index] as Row).asOf)),
    ),
    zen: () => evaluateZen(zen, numbers, 'none', sink),
    zenTraced: () => evaluateZen(zen, numbers, 'text', sink),
    zenObjects: () => evaluateZen(zen, numbers, 'object', sink),
    publicodes: each(sink, (index) => evaluateFindings(publicodes, situations[index] as PublicodesSituation)),
    cel: each(sink, (index) => evaluateCel(cel, numbers[index] as NumberRow)),
    jsonRules: async () => {
      for (const row of numbers) sink.keep(await evaluateJsonRules(jsonRules, row))
    },
    handRead: each(sink, (index) => assessByHand(readByHand(index))),
    readOnly: each(sink, (index) =>
      determine(engine, readRow(engine, JSON.parse(texts[index] as string)), (rows[index] as Row).asOf),
    ),
  }
  const keys = Object.keys(NAMES) as Key[]
  const measured = await measure(
    keys.map((key) => ({ name: NAMES[key], run: contenders[key] })),
    PLAN,
  )
  printMeasured(
    Object.fromEntries(keys.map((key, index) => [key, measured[index] as Measured])) as Record<Key, Measured>,
  )
  return own.wrong.length === 0
}

function each(sink: Sink, work: (index: number) => unknown): () => void {
  return () => {
    for (let index = 0; index < ROWS; index += 1) sink.keep(work(index))
  }
}

function printMix(rows: readonly Row[]): void {
  let met = 0
  let onTarget = 0
  for (const row of rows) {
    if (assessByHand(row).localizationRequirement) met += 1
    if (isOnTarget(row)) onTarget += 1
  }
  console.log(
    `${rows.length} rows of ${rows[0]?.parts.length} parts (seed ${SEED}): localization requirement met in ${met}, not met in ${rows.length - met}; rate exactly 10, 25, 30 or 50% in ${onTarget}`,
  )
}

function printMeasured(measured: Readonly<Record<Key, Measured>>): void {
  console.log(`\nmedians of ${PLAN.rounds} interleaved rounds, in CPU time\n`)
  const rows = Object.values(measured).map((one) => {
    const seconds = median(one.seconds)
    return [
      one.name,
      grouped(ROWS / seconds),
      inBrief((seconds * 1e6) / ROWS),
      inBrief(ratio(measured.hand, one)),
      inBrief(ratio(measured.explained, one)),
    ]
  })
  printTable(['', 'rows/s', 'µs a row', 'times by hand', 'times explained'], rows)
  const { hand, determined, explained, lines, zenTraced, publicodes, cel, jsonRules, handRead, readOnly } = measured
  const sentences = [
    ['Maqami recorded, against zen-engine with its faster trace', ratio(determined, zenTraced), 'times as fast'],
    ['Maqami recorded, against publicodes', ratio(determined, publicodes), 'times as fast'],
    ['Maqami recorded, against by hand', ratio(hand, determined), 'times as long'],
    ['Maqami explained, against zen-engine with its faster trace', ratio(explained, zenTraced), 'times as fast'],
    ['Maqami explained, against publicodes', ratio(explained, publicodes), 'times as fast'],
    ['Maqami recorded, against cel-js', ratio(determined, cel), 'times as fast'],
    ['Maqami recorded, against json-rules-engine', ratio(determined, jsonRules), 'times as fast'],
    ['Maqami recorded from text, against by hand from the same text', ratio(handRead, readOnly), 'times as long'],
    ['Maqami explained, against by hand', ratio(hand, explained), 'times as long'],
    [
      'Maqami explained to the last line, against zen-engine with its faster trace',
      ratio(lines, zenTraced),
      'times as fast',
    ],
    ['Maqami explained to the last line, against publicodes', ratio(lines, publicodes), 'times as fast'],
    ['Maqami explained to the last line, against by hand', ratio(hand, lines), 'times as long'],
  ] as const
  console.log('')
  for (const [what, times, how] of sentences) console.log(`${what}: ${inBrief(times)} ${how}`)
}
