/** Keeps the figures of a return that is accepted, in the transaction in which it is: those of the version before count no more. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import { toDecimal } from '@maqami/engine/value/exact.ts'
import type { Handle } from '../../kernel/database.ts'
import { releaseOf } from '../../policy-releases/release-in-force.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { ratesOf } from '../filing/record-rates.ts'
import type { Return } from '../filing/return.ts'
import { findRates, linesOfVersion } from '../filing/returns-table.ts'
import { readLines } from '../kept-lines.ts'
import { returnSchemaOf } from '../release-schema.ts'
import { ANNUAL } from '../schema/load-return-schema.ts'
import { drawFigures } from './draw-figures.ts'
import type { Figure, Measure } from './figure.ts'
import { type FigureRow, replaceFigures } from './figures-table.ts'
import { measuresOf } from './load-figures.ts'

/** By the law and the rates by which the version was read. */
export async function keepFigures(
  tables: Handle,
  shelf: ReleaseShelf,
  found: Return,
  version: number,
  accepted_at: string,
): Promise<void> {
  const wanted = found.versions.find((one) => one.version === version)
  const text = await linesOfVersion(tables, found.id, version)
  if (found.kind !== ANNUAL || wanted === undefined || text === undefined) return
  const release = shelf.open(await releaseOf(tables, wanted.release_id))
  const measures = measuresOf(release)
  const rates = wanted.rate_table_id === null ? undefined : await findRates(tables, wanted.rate_table_id)
  const drawn = drawFigures(measures, {
    schema: returnSchemaOf(release),
    lines: readLines(text),
    period: found.period,
    rates: ratesOf(rates),
  })
  const rows = drawn.map(
    (figure): Omit<FigureRow, 'counts_until'> => ({
      return_id: found.id,
      version,
      manufacturer_id: found.manufacturer_id,
      programme: found.programme,
      measure: figure.measure,
      period: figure.period,
      part: partOf(measures, figure),
      at: canonicalJson(figure.at),
      value: decimalOf(figure),
      lines_unknown: figure.lines_unknown,
      counts_from: accepted_at,
    }),
  )
  await replaceFigures(tables, found.id, rows, accepted_at)
}

function partOf(measures: readonly Measure[], { measure, at }: Figure): string {
  const [first] = measures.find(({ name }) => name === measure)?.dimensions ?? []
  return first === undefined ? '' : (at[first.name] ?? '')
}

/** Sums and products of decimals, and hundredths. */
function decimalOf({ measure, value }: Figure): string {
  const decimal = toDecimal(value)
  if (decimal === undefined) throw new RangeError(`a figure of ${measure} is no decimal`)
  return decimal
}
