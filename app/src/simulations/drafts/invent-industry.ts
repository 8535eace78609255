/** An industry of invented firms, from a seed: the same seed gives the same firms and figures everywhere. Nothing in it is anybody's. */
import type { Cells } from '../gather-columns.ts'

export interface Invention {
  readonly seed: number
  readonly firms: number
  /** The first begins with the fiscal year 2026-27. */
  readonly years: number
  readonly models: number
  /** Into how many lines each part of a model goes in a year: 12 where each month is told. */
  readonly lines: number
}

export const INVENTION: Invention = { seed: 2026, firms: 37, years: 7, models: 4, lines: 1 }

const FIRST_YEAR = 2026
const PARTS = [
  { part: 'main board', component_class: 'motherboard', share: 34, local_from: 2031 },
  { part: 'display', component_class: 'display', share: 27, local_from: 2030 },
  { part: 'battery', component_class: 'battery', share: 13, local_from: 2028 },
  { part: 'housing', component_class: 'plastic_parts', share: 9, local_from: 2027 },
  { part: 'charger', component_class: 'charger', share: 7, local_from: 2026 },
  { part: 'packaging', component_class: 'packaging', share: 4, local_from: 2026 },
] as const
/** What a set of the band costs ex works, in rupees, and the price of its kit in dollars. */
const BANDS = [
  { band: 'entry', value: 14_000, dollars: 45 },
  { band: 'middle', value: 42_000, dollars: 130 },
  { band: 'upper', value: 115_000, dollars: 360 },
] as const
/** Sets a year of one model, and people for ten thousand of them. */
const SIZES = [
  { size: 'small', sets: 3_000, people: 24 },
  { size: 'medium', sets: 12_000, people: 18 },
  { size: 'large', sets: 45_000, people: 14 },
] as const

/** One row for each firm and year, in the form that `simulate` reads. */
export function inventIndustry({ seed, firms, years, models, lines }: Invention): readonly Cells[] {
  const rows: Cells[] = []
  for (let firm = 0; firm < firms; firm += 1) {
    const next = diceFrom(seed + firm * 7919)
    const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
    const [size, band] = [SIZES[[0, 0, 1, 1, 1, 2][firm % 6] ?? 0], BANDS[between(0, 2)]] as const
    if (size === undefined || band === undefined) continue
    const isFeature = band.band === 'entry' && between(0, 1) === 0
    /** Years by which the firm is before or behind the others, and how careful it is. */
    const [lag, care, exporter, importer] = [between(-2, 3), between(0, 9), between(0, 3), between(0, 2)]
    for (let nth = 0; nth < years; nth += 1) {
      const year = FIRST_YEAR + nth
      const sets = Array.from(
        { length: models },
        () => Math.round((size.sets * between(70, 130)) / 100 / lines) * lines,
      )
      const all = sets.reduce((sum, one) => sum + one, 0)
      const parts = sets.flatMap((made, model) =>
        PARTS.flatMap(({ part, component_class, share, local_from }) => {
          const unit = Math.round((band.value * share * between(92, 104)) / 10_000)
          const isLocal = year >= local_from + lag
          const book = !isLocal ? 'imported' : share > 10 ? 'bought_locally' : 'made_in_house'
          const certified = book === 'bought_locally' && care > 1 ? `${between(5, 9) * 10}%` : 'none'
          return Array.from({ length: lines }, (_, line) => ({
            part: `${part}, model ${model + 1}${lines === 1 ? '' : `, ${line + 1}`}`,
            part_name: part,
            model: `Model ${model + 1}`,
            component_class,
            book,
            quantity: made / lines,
            unit_value: `PKR ${unit}`,
            certified_local_rate: certified,
          }))
        }),
      )
      const finished = importer === 0 ? Math.round((all * between(0, 3)) / 100) : 0
      rows.push({
        id: `${nameOf(firm)} ${labelOf(year)}`,
        as_of: `${year + 1}-12-31`,
        period_end: `${year + 1}-06-30`,
        firm: nameOf(firm),
        size: size.size,
        band: band.band,
        jobs: Math.round((all * size.people) / 10_000) + between(8, 30),
        category: isFeature ? 'feature_phone' : 'smartphone',
        ex_works_value: `PKR ${all * band.value}`,
        production: sets.map((made, model) => ({ model: `Model ${model + 1}`, made })),
        parts,
        kit_form: 'skd',
        kit_parts: isFeature ? between(14, 20) : between(38, 60),
        imports:
          finished === 0
            ? []
            : [
                {
                  import: `GD-${year}-1`,
                  kit_form: 'cbu',
                  quantity: finished,
                  customs_value: `PKR ${finished * band.dollars * 300}`,
                  usd_rate: 'PKR 300 per USD',
                  imported_on: `${year + 1}-01-15`,
                },
              ],
        annual_import_value: `PKR ${Math.round((all * band.value * between(40, 80)) / 100)}`,
        fob_export_value: `PKR ${exporter === 0 ? Math.round((all * band.value * (nth + 1)) / 100) : 0}`,
        returns_due: 12,
        returns_filed_on_time: care > 0 ? 12 : between(10, 12),
        quality_certificate_valid: care !== 3,
        in_plant_laboratory: care !== 4 || nth > 2,
        records_system_open: true,
        makes_2g: isFeature && care > 6,
        // Of the smallest firm nobody knows its share of the export market.
        ...(firm % 12 === 0 ? {} : { export_share: `${exporter === 0 ? between(8, 16) : between(0, 9)}%` }),
        ce_certified_on: '2026-03-01',
        iso14001_certified_on: care > 4 ? '2027-11-30' : 'none',
        ewaste_compliant_on: care > 5 ? '2028-02-15' : 'none',
        // Whoever fails is noticed in September, and does not cure it.
        notice_served_on: `${year + 1}-09-01`,
        failure_cured_on: 'none',
      })
    }
  }
  return rows
}

function nameOf(firm: number): string {
  return `Invented firm ${String(firm + 1).padStart(2, '0')}`
}

function labelOf(year: number): string {
  return `${year}-${String((year + 1) % 100).padStart(2, '0')}`
}

function diceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export function industryText(invention: Invention): string {
  return listText(inventIndustry(invention))
}

/** As a file that `--facts` takes. */
export function listText(rows: readonly Cells[]): string {
  return `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]\n`
}
