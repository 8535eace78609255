/** Makes the sheets of an invented manufacturer's return: three smartphones, twelve months, and the bill of materials bought for them. */
import { addMonths, type Day, formatDay, parseDay } from '@maqami/engine/value/date.ts'
import type { FilledLine, FilledSheets } from '../../app/src/returns/write/fill-template.ts'
import { BILL_OF_MATERIALS, type Part } from './bill-of-materials.ts'
import { certificatesOf, employmentOf, INVESTMENT } from './other-sheets.ts'
import { type Random, randomFrom } from './random.ts'

export interface ExampleOptions {
  readonly seed: number
  /** Lines of the parts sheet; left out, as many as the lots of a year. */
  readonly lines?: number | undefined
  /** The local suppliers have no certificates, so the localization target is missed. */
  readonly failing: boolean
}

interface Model {
  readonly name: string
  /** Ex-works price in rupees. */
  readonly price: number
  readonly monthly: number
}

const MODELS: readonly Model[] = [
  { name: 'Sitara S1', price: 31_500, monthly: 14_000 },
  { name: 'Sitara S2', price: 48_900, monthly: 9_000 },
  { name: 'Sitara S3', price: 79_500, monthly: 4_500 },
]

/** Shares of the ex-works value: imported, bought locally with and without certificates, and made in house. */
const SHARES = { imported: 0.836, certified: 0.072, uncertified: 0.014, made_in_house: 0.45 }
const RATES = { USD: 281, CNY: 39.2, PKR: 1 }
/** Prices of parts have four decimals. */
const STEP = 10_000
const YEAR_BEGINS: Day = parseDay('2026-07-01') ?? 0

export function makeReturn(options: ExampleOptions): FilledSheets {
  const random = randomFrom(options.seed)
  const production = MODELS.flatMap((model) => produce(model, random))
  const parts = partsOf(production, options, random)
  return {
    production: production.map(({ day: _day, ...line }) => line),
    parts,
    imports: importsOf(parts),
    exports: exportsOf(random),
    employment: employmentOf(random, (month) => formatDay(monthDay(month, 1)).slice(0, 7)),
    investment: INVESTMENT,
    certificates: certificatesOf(MODELS.map((model) => model.name)),
    declarations: [
      {
        returns_due: 12,
        returns_filed_on_time: 12,
        quality_certificate_valid: 'true',
        in_plant_laboratory: 'true',
        records_system_open: 'true',
        makes_2g: 'false',
        export_share: 0.125,
      },
    ],
  }
}

interface Produced extends FilledLine {
  readonly model: string
  readonly quantity: number
  readonly day: number
}

function monthDay(month: number, day: number): Day {
  return addMonths(YEAR_BEGINS, month, 'earlier') + day - 1
}

function produce(model: Model, random: Random): readonly Produced[] {
  return Array.from({ length: 12 }, (_, month) => {
    const day = monthDay(month, 26)
    return {
      model: model.name,
      category: 'smartphone',
      month: formatDay(day).slice(0, 7),
      quantity: Math.round((model.monthly * (85 + random.whole(0, 30))) / 100 / 10) * 10,
      unit_ex_works_value: model.price + random.whole(-20, 20) * 10,
      currency: 'PKR',
      invoiced_on: formatDay(day),
      day,
    }
  })
}

type PartLine = FilledLine & {
  readonly model: string
  readonly quantity: number
  readonly unit_value: number
  readonly currency: string
  readonly acquired_on: string
  readonly book: string
}

function partsOf(production: readonly Produced[], options: ExampleOptions, random: Random): readonly PartLine[] {
  const wanted = MODELS.length * BILL_OF_MATERIALS.length
  let made = 0
  return MODELS.flatMap((model) => {
    const months = production.filter((line) => line.model === model.name).map((line) => line.quantity)
    return BILL_OF_MATERIALS.flatMap((part) => {
      const share =
        options.lines === undefined
          ? undefined
          : Math.floor(options.lines / wanted) + (made < options.lines % wanted ? 1 : 0)
      made += 1
      return lotsOf(part, months, share, model).map((lot) => lineOf(part, model, lot, options, random))
    })
  })
}

interface Lot {
  readonly on: Day
  readonly devices: number
}

/** Lots arrive early in the month (or quarter) that they are used in; shipments of one model come on the same days. */
function lotsOf(part: Part, months: readonly number[], lots: number | undefined, model: Model): readonly Lot[] {
  const arrival = 3 + MODELS.indexOf(model) * 2
  if (lots === undefined) {
    const every = part.monthly === true ? 1 : 3
    return Array.from({ length: 12 / every }, (_, index) => ({
      on: monthDay(index * every, arrival),
      devices: months.slice(index * every, (index + 1) * every).reduce((sum, one) => sum + one, 0),
    }))
  }
  const total = months.reduce((sum, one) => sum + one, 0)
  return Array.from({ length: lots }, (_, index) => ({
    on: YEAR_BEGINS + Math.floor((index * 364) / Math.max(1, lots)),
    devices: Math.floor((total * (index + 1)) / lots) - Math.floor((total * index) / lots),
  }))
}

function lineOf(part: Part, model: Model, lot: Lot, options: ExampleOptions, random: Random): PartLine {
  const certified = options.failing ? undefined : part.certified
  const drift = 1 + (random.next() - 0.5) / 100
  const price = (model.price * shareOf(part) * drift) / part.pieces / RATES[part.currency]
  return {
    model: model.name,
    part_code: part.code,
    part: part.part,
    component_class: part.component_class,
    hs_code: part.hs_code,
    book: part.book,
    quantity: lot.devices * part.pieces,
    unit_value: Math.max(1, Math.round(price * STEP)) / STEP,
    currency: part.currency,
    acquired_on: formatDay(lot.on),
    certified_local_rate: certified === undefined ? undefined : certified / 100,
    certificate_number: certified === undefined ? undefined : `LC-2026-${part.code}`,
    input_of: part.input_of,
  }
}

function shareOf(part: Part): number {
  const kind = kindOf(part)
  const total = BILL_OF_MATERIALS.filter((one) => kindOf(one) === kind).reduce((sum, one) => sum + one.weight, 0)
  return (part.weight / total) * SHARES[kind]
}

function kindOf(part: Part): keyof typeof SHARES {
  if (part.book !== 'bought_locally') return part.book
  return part.certified === undefined ? 'uncertified' : 'certified'
}

/** One goods declaration for each model, day and currency: the sum of the imported parts that came with it. */
function importsOf(parts: readonly PartLine[]): readonly FilledLine[] {
  const declarations = new Map<string, { first: PartLine; steps: number }>()
  const kitParts = BILL_OF_MATERIALS.filter((part) => part.book === 'imported').length
  for (const line of parts) {
    if (line.book !== 'imported') continue
    const key = `${line.model} ${line.acquired_on} ${line.currency}`
    const declaration = declarations.get(key) ?? { first: line, steps: 0 }
    declaration.steps += Math.round(line.unit_value * STEP) * line.quantity
    declarations.set(key, declaration)
  }
  return [...declarations.values()].map(({ first, steps }, index) => ({
    goods_declaration: `KAPE-HC-${String(10_001 + index)}`,
    model: first.model,
    category: 'smartphone',
    kit_form: 'ckd',
    kit_parts: kitParts,
    quantity: first.quantity,
    total_value: steps / STEP,
    currency: first.currency,
    imported_on: first.acquired_on,
  }))
}

function exportsOf(random: Random): readonly FilledLine[] {
  const markets = ['AE', 'KE', 'TZ'] as const
  return Array.from({ length: 12 }, (_, month) => {
    const [model] = MODELS
    const quantity = 600 + random.whole(0, 12) * 25
    const cents = Math.round(((model?.price ?? 0) / RATES.USD) * 104) * quantity
    return {
      goods_declaration: `KAPE-EX-${String(501 + month)}`,
      model: model?.name,
      market: markets[month % markets.length],
      quantity,
      fob_value: cents / 100,
      currency: 'USD',
      exported_on: formatDay(monthDay(month, 27)),
    }
  })
}
