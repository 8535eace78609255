/** Worked cases, from a programme's own files or from anybody's: facts, a date, and what should come out. */
import type { Day } from '../value/date.ts'
import { day, entriesOf, mapping, placeIn, problem, type Report, type SourcePlace, text } from './fields.ts'
import { child, type Entry, type MapNode, type Node } from './yaml.ts'

/** Facts as plain data: every value is a text, as it is written in files. */
export type PlainFacts = Readonly<Record<string, unknown>>

export interface Expectation {
  readonly finding: string
  readonly text: string
  readonly at: SourcePlace
}

/** One case to run. A row of `each:` becomes a case of its own. */
export interface Example {
  readonly title: string
  readonly asOf: Day
  /** The last day of the period that the case is about; the day itself where none is given. */
  readonly periodEnd: Day | undefined
  readonly facts: PlainFacts
  readonly expect: readonly Expectation[]
  readonly refuse: string | undefined
  readonly source: string | undefined
  /** What the source prints, where it is wrong. */
  readonly printed: readonly Expectation[]
  readonly erratum: string | undefined
  readonly at: SourcePlace
}

const KEYS = ['example', 'as_of', 'period_end', 'facts', 'expect', 'refuse', 'each', 'source', 'printed', 'erratum']
const ROW_KEYS = ['as_of', 'period_end', 'facts', 'expect', 'refuse']

export function readExamples(report: Report, node: Node): readonly Example[] {
  if (node.kind === 'map' && node.entries.length === 0) return []
  if (node.kind !== 'list') {
    problem(report, node.at, "A file of examples is a list: '- example: …'.")
    return []
  }
  return node.items.flatMap((item) => readExample(report, item))
}

function readExample(report: Report, node: Node): readonly Example[] {
  const map = mapping(report, node, 'An example', KEYS)
  if (map === undefined) return []
  const title =
    text(report, child(map, 'example'), "'example'") ??
    problem(report, map.at, "An example begins with 'example:' and its title.")
  if (title === undefined) return []
  const what = `the example '${title}'`
  const asOf = day(report, child(map, 'as_of'), `'as_of' of ${what}`)
  const facts = plainFacts(report, child(map, 'facts'), what)
  const common = {
    source: text(report, child(map, 'source'), `'source' of ${what}`),
    printed: expectations(report, child(map, 'printed'), `'printed' of ${what}`),
    erratum: text(report, child(map, 'erratum'), `'erratum' of ${what}`),
  }
  if (common.printed.length > 0 && common.erratum === undefined) {
    problem(report, map.at, `${what} says what its source prints; 'erratum:' says why that is wrong.`)
  }
  const rows = child(map, 'each')
  const one = (row: MapNode, rowTitle: string, rowFacts: PlainFacts): readonly Example[] => {
    const date = row === map ? asOf : (day(report, child(row, 'as_of'), `'as_of' of ${what}`) ?? asOf)
    if (date === undefined) {
      if (child(row, 'as_of') === undefined)
        problem(report, row.at, `'as_of:' is missing in ${what}: the day for which the case is worked.`)
      return []
    }
    const periodEnd = day(report, child(row, 'period_end') ?? child(map, 'period_end'), `'period_end' of ${what}`)
    const expect = expectations(report, child(row, 'expect'), `'expect' of ${what}`)
    const refuse = text(report, child(row, 'refuse'), `'refuse' of ${what}`)
    if (expect.length === 0 && refuse === undefined)
      problem(report, row.at, `${what} expects nothing. Say 'expect:' or 'refuse:'.`)
    return [
      {
        title: rowTitle,
        asOf: date,
        periodEnd,
        facts: rowFacts,
        expect,
        refuse,
        ...common,
        at: placeIn(report, row.at),
      },
    ]
  }
  if (rows === undefined) return one(map, title, facts)
  if (rows.kind !== 'list') {
    problem(report, rows.at, `'each' of ${what} is a list of rows.`)
    return []
  }
  return rows.items.flatMap((item, index) => {
    const row = mapping(report, item, `A row of ${what}`, ROW_KEYS)
    if (row === undefined) return []
    return one(row, `${title}, row ${index + 1}`, { ...facts, ...plainFacts(report, child(row, 'facts'), what) })
  })
}

function plainFacts(report: Report, node: Node | undefined, what: string): PlainFacts {
  const map = mapping(report, node, `'facts' of ${what}`)
  return map === undefined ? {} : (plain(map) as PlainFacts)
}

/** The node as plain data: texts, arrays and objects (without a prototype, so that no key is special). */
export function plain(node: Node): unknown {
  switch (node.kind) {
    case 'text':
      return node.text
    case 'list':
      return node.items.map(plain)
    case 'map': {
      const object: Record<string, unknown> = Object.create(null) as Record<string, unknown>
      for (const entry of node.entries) object[entry.key] = plain(entry.value)
      return object
    }
  }
}

function expectations(report: Report, node: Node | undefined, what: string): readonly Expectation[] {
  return entriesOf(mapping(report, node, what)).flatMap((entry: Entry) => {
    const expected = text(report, entry.value, `'${entry.key}' in ${what}`)
    return expected === undefined ? [] : [{ finding: entry.key, text: expected, at: placeIn(report, entry.keyAt) }]
  })
}
