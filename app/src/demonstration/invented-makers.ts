/** What the demonstration shows: invented makers, and where each of them stands on the day at which its calendar begins. */
import type { FilledSheets } from '../returns/write/fill-template.ts'

/** The day on which a new demonstration begins; from then on its calendar goes on as ours does. */
export const FIRST_DAY = '2028-10-02'

export interface DemonstrationMaker {
  readonly name: string
  readonly registration_number: string
  readonly address: string
}

export const MAKERS = {
  ravi: { name: 'Ravi Cycles', registration_number: 'K-1001', address: '7 Canal Road, Faisalabad' },
  chenab: { name: 'Chenab Cycle Works', registration_number: 'K-1002', address: '12 Station Road, Gujranwala' },
  indus: { name: 'Indus Wheels', registration_number: 'K-1003', address: '88 Korangi Industrial Area, Karachi' },
  soan: { name: 'Soan E-Bikes', registration_number: 'K-1004', address: '3 Model Town, Rawalpindi' },
  kohsar: { name: 'Kohsar Devices', registration_number: 'K-2001', address: '21 Sundar Industrial Estate, Lahore' },
} as const satisfies Readonly<Record<string, DemonstrationMaker>>

export interface Year {
  /** In rupees, of a price of 20,000. */
  readonly imported_value: number
  readonly licence_year: number
  /** `2026`: the fiscal year that begins in it. */
  readonly begins: number
  readonly made: number
}

/** A return of bicycles: one model with and one without a motor, imports of two months, and what was spent on training. */
export function bicycleReturn({ imported_value, licence_year, begins, made }: Year): FilledSheets {
  return {
    models: [
      {
        model: 'Roadster',
        electric: 'false',
        price: 20_000,
        imported_value,
        made,
        frame_tested_on: `${begins}-08-01`,
        first_sold_on: `${begins}-09-01`,
      },
      {
        model: 'Volt',
        electric: 'true',
        price: 90_000,
        imported_value: 58_500,
        made: 120,
        frame_tested_on: `${begins}-08-12`,
        first_sold_on: `${begins}-10-05`,
      },
    ],
    imports: [
      { entry: `KHI-${begins}-0417`, imported_on: `${begins}-08-10`, value: 4_250_000 },
      { entry: `KHI-${begins}-0982`, imported_on: `${begins}-11-21`, value: 2_900_000 },
    ],
    licence: [{ licence_year, training_cost: 640_000 }],
  }
}

/** A month of bicycles: what was made and sold, one import, and tubes bought at home. */
export function bicycleMonth(month: string, made: number): FilledSheets {
  return {
    production: [
      { model: 'Roadster', made, sold: made - 12 },
      { model: 'Volt', made: 10, sold: 9 },
    ],
    imported: [{ entry: `KHI-${month}`, imported_on: `${month}-04`, value: 350_000 }],
    bought_locally: [{ supplier: 'Punjab Tubes', part: 'frame', value: 1_900_000 }],
  }
}

/** The telephones of the example return. */
export const PHONES = ['Sitara S1', 'Sitara S2', 'Sitara S3'] as const

/** A month of telephones, whose boards are imported. */
export function deviceMonth(made: number): FilledSheets {
  return {
    production: [{ model: PHONES[0], category: 'smartphone', quantity: made, sold: made - 400, exported: 0 }],
    imported: [{ model: PHONES[0], part_code: 'MB-1000', quantity: made, value: 9000 * made }],
  }
}
