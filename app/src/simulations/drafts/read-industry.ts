/** Whom the rows of a list of facts are about: what stands there beside the facts of the law, so that figures can be told by firm and by year. */
import { type Day, formatDay } from '@maqami/engine/value/date.ts'
import type { Vocabulary } from '@maqami/engine/load/vocabulary.ts'
import { periodsEnding } from '../../returns/return-year.ts'
import { type Beside, type Cells, isShown } from '../gather-columns.ts'

/** *size* and *band* are any words by which the analyst wants to tell firms apart. */
const NAMES = ['firm', 'size', 'band', 'jobs'] as const

/** Names that rows have, each once. */
export interface Labels {
  /** By row: the place of its name. */
  readonly of: ArrayLike<number>
  /** Null where the row says none. */
  readonly names: readonly (string | null)[]
}

export interface Industry {
  readonly firms: Labels
  readonly sizes: Labels
  readonly bands: Labels
  /** By row: people who are employed for what it is about. */
  readonly jobs: ArrayLike<number | undefined>
  /** The facts as they were written. */
  readonly written: readonly Cells[]
}

function growingLabels(): Labels & { readonly push: (name: string | null) => void } {
  const [of, names]: [number[], (string | null)[]] = [[], []]
  const known = new Map<string | null, number>()
  return {
    of,
    names,
    push: (name) => {
      const place = known.get(name) ?? names.push(name) - 1
      known.set(name, place)
      of.push(place)
    },
  }
}

/** Takes them while rows are gathered; a name that is a fact of the law is left to it. */
export function industryBeside(vocabulary: Vocabulary): { readonly industry: Industry; readonly beside: Beside } {
  const names = NAMES.filter((name) => !vocabulary.facts.has(name) && !vocabulary.groups.has(name))
  const [firms, sizes, bands] = [growingLabels(), growingLabels(), growingLabels()]
  const [written, jobs]: [Cells[], (number | undefined)[]] = [[], []]
  const beside: Beside = {
    names,
    take: (cells, facts) => {
      const own: Cells = Object.fromEntries(names.map((name) => [name, cells[name]]))
      for (const name of ['firm', 'size', 'band'] as const)
        if (own[name] !== undefined && labelOf(own[name]) === undefined)
          return [
            name,
            {
              en: 'a text of at most 100 characters that are shown, or nothing.',
              ur: 'زیادہ سے زیادہ 100 نظر آنے والے حروف، یا کچھ نہیں۔',
            },
          ]
      const people = own['jobs'] === undefined ? undefined : countOf(own['jobs'])
      if (own['jobs'] !== undefined && people === undefined)
        return [
          'jobs',
          {
            en: 'a whole number of people such as 250, or nothing.',
            ur: 'لوگوں کی پوری تعداد جیسے 250، یا کچھ نہیں۔',
          },
        ]
      firms.push(labelOf(own['firm']) ?? String(cells['id']).trim())
      sizes.push(labelOf(own['size']) ?? null)
      bands.push(labelOf(own['band']) ?? null)
      jobs.push(people)
      written.push(facts)
      return undefined
    },
  }
  return { industry: { firms, sizes, bands, jobs, written }, beside }
}

/** In UTF-16, of the name of a firm, a size or a band. */
export const LONGEST_LABEL = 100

function labelOf(given: unknown): string | undefined {
  const text = typeof given === 'string' ? given.trim() : ''
  return text === '' || text.length > LONGEST_LABEL || !isShown(text) ? undefined : text
}

function countOf(given: unknown): number | undefined {
  const text = typeof given === 'number' ? String(given) : typeof given === 'string' ? given.trim() : ''
  return /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

export interface IndustryYear {
  /** `2028-29`. */
  readonly year: string
  readonly ends_on: string
}

const A_YEAR = 366

/** The year of the programme to which a day belongs. */
export function yearAt(day: Day, yearStarts: string): IndustryYear {
  const [found] = periodsEnding({ period: 'year' }, day, day + A_YEAR, yearStarts)
  if (found === undefined) throw new RangeError(`no year of the programme ends after ${formatDay(day)}`)
  return { year: found.label, ends_on: formatDay(found.last) }
}
