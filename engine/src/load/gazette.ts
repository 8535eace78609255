/** Whoever says that law stands in the gazette names the source that publishes it, or holds its text. */
import type { Say } from './citations.ts'
import { cellsOf, type Parameter } from './parameters.ts'
import type { Provision } from './provisions.ts'
import type { Heading } from './sources.ts'

interface Law {
  readonly heading: Heading
  readonly parameters: ReadonlyMap<string, Parameter>
  readonly provisions: ReadonlyMap<string, Provision>
}

export function checkGazette({ heading, parameters, provisions }: Law, say: Say): void {
  const { sources, instruments } = heading
  const published = new Set([
    ...[...sources.values()].map(({ instrument }) => instrument),
    ...[...instruments.values()].flatMap(({ name, file }) => (file === undefined ? [] : [name])),
  ])
  /** The source is of the press; one that is not listed is complained of already. */
  const isPress = (source: string): boolean => sources.has(source) && sources.get(source)?.instrument === undefined
  if (heading.standing.evidence === 'gazette' && ![...instruments.keys()].some((name) => published.has(name)))
    say(
      heading.evidenceAt,
      "The programme is said to be from the gazette, but no text of it is named. Say 'evidence: reported'; or of an instrument 'file:', or of the source that publishes it 'instrument: NAME'.",
    )
  for (const { name, standing, clause } of provisions.values()) {
    if (standing.evidence !== 'gazette' || clause === undefined) continue
    if (standing.source !== undefined) {
      if (isPress(standing.source)) say(clause.at, press(name, standing.source))
    } else if (instruments.has(clause.instrument) && !published.has(clause.instrument))
      say(
        clause.at,
        `'${name}' is said to be from the gazette, but no text of '${clause.instrument}' is named. Say 'evidence: reported'; or of the instrument 'file:', or of the source that publishes it 'instrument: ${clause.instrument}'.`,
      )
  }
  for (const { name, rows } of parameters.values()) {
    const told = new Set<string>()
    for (const { standing, at } of rows.flatMap((row) => [...cellsOf(row.cells)])) {
      const { evidence, source } = standing
      if (evidence !== 'gazette' || source === undefined || told.has(source) || !isPress(source)) continue
      told.add(source)
      say(at, press(name, source))
    }
  }
}

function press(name: string, source: string): string {
  return `'${name}' is said to be from the gazette, but its source '${source}' publishes no instrument. Say 'evidence: reported'; or where that source is listed, 'instrument: NAME'.`
}
