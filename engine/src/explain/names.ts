/** What everything is called that an explanation may name, by language: enough to render it without the programme. */
import type { Localized } from '../load/fields.ts'
import type { Programme } from '../load/programme.ts'
import type { Source } from '../load/sources.ts'

export type Language = 'en' | 'ur'

export interface Names {
  /** Of facts, groups, parameters and provisions by name; of a line's column by `parts.unit_value`. */
  readonly labels: ReadonlyMap<string, Localized>
  /** By category and member: `category.smartphone`. */
  readonly members: ReadonlyMap<string, Localized>
  /** By parameter, the category of each of its keys; undefined where a key is no member of one. */
  readonly axes: ReadonlyMap<string, readonly (string | undefined)[]>
  readonly sources: ReadonlyMap<string, Source>
  readonly instruments: ReadonlyMap<string, Localized>
  /** Of places in an instrument that are words, by `instrument, place`. */
  readonly places: ReadonlyMap<string, Localized>
}

export const NO_NAMES: Names = {
  labels: new Map(),
  members: new Map(),
  axes: new Map(),
  sources: new Map(),
  instruments: new Map(),
  places: new Map(),
}

export function namesOf(programme: Programme): Names {
  const labels = new Map<string, Localized>()
  const label = (name: string, words: Localized | undefined): void => {
    if (words !== undefined) labels.set(name, words)
  }
  const { facts, groups, categories } = programme.vocabulary
  for (const fact of facts.values()) label(fact.name, fact.label)
  for (const group of groups.values()) {
    label(group.name, group.label)
    for (const column of group.columns.values()) {
      label(`${group.name}.${column.name}`, column.label)
      // A category that only a column has is called as the column is.
      if (categories.has(column.name) && !facts.has(column.name)) label(column.name, column.label)
    }
  }
  for (const parameter of programme.parameters.values()) label(parameter.name, parameter.label)
  for (const provision of programme.provisions.values()) label(provision.name, provision.label)
  const members = [...categories.values()].flatMap((category) =>
    Object.entries(category.words).map(([member, words]): [string, Localized] => [`${category.name}.${member}`, words]),
  )
  const axes = [...programme.parameters.values()].map((parameter): [string, readonly (string | undefined)[]] => [
    parameter.name,
    parameter.by.map((axis) => (axis.kind === 'category' ? axis.category : undefined)),
  ])
  const { sources, instruments } = programme.heading
  const titles = [...instruments.values()].map((one): [string, Localized] => [one.name, one.title])
  const places = [...instruments.values()].flatMap((one) =>
    [...one.places].map(([place, { words }]): [string, Localized] => [`${one.name}, ${place}`, words]),
  )
  return {
    labels,
    members: new Map(members),
    axes: new Map(axes),
    sources,
    instruments: new Map(titles),
    places: new Map(places),
  }
}

/** What the key at that place of a parameter's cell is called; undefined where it is no member of a category. */
export function keyLabel(names: Names, parameter: string, index: number, key: string): Localized | undefined {
  const category = names.axes.get(parameter)?.[index]
  return category === undefined ? undefined : names.members.get(`${category}.${key}`)
}

/** Of a name in a formula: its own label, or that of the column that is called so. */
export function labelIn(names: Names, name: string): Localized | undefined {
  const { labels } = names
  const column = [...labels.keys()].find((key) => key.endsWith(`.${name}`))
  return labels.get(name) ?? (column === undefined ? undefined : labels.get(column))
}

/** The text in the reader's language, or in any other that there is; a name of the files stands for itself. */
export function inLanguage(words: Localized | undefined, language: Language, name: string): string {
  return words?.[language] ?? words?.['en'] ?? Object.values(words ?? {})[0] ?? spelled(name)
}

/** `export_share` as words, where nobody gave a label. */
export function spelled(name: string): string {
  return name.replaceAll('_', ' ')
}
