/**
 * The facts of a summary return under pk-medmp-2026, with one line for each class of component. Everybody is asked about
 * the same rows: Maqami gets the notation of files, the code written by hand whole numbers, the other engines JSON numbers.
 */

/** Days since 1970-01-01. */
export type Day = number

export interface Part {
  readonly part: string
  readonly componentClass: string
  readonly hsCode: string
  readonly book: 'imported' | 'bought_locally' | 'made_in_house'
  readonly quantity: bigint
  /** In paisa. */
  readonly unitValue: bigint
  /** In hundredths of a percent; undefined is an event that has not happened, as everywhere below. */
  readonly certifiedLocalRate: bigint | undefined
}

export interface Row {
  readonly asOf: Day
  readonly category: 'smartphone' | 'feature_phone' | 'laptop' | 'tablet' | 'pos_terminal' | 'iot_device'
  /** In paisa. */
  readonly exWorksValue: bigint
  readonly parts: readonly Part[]
  readonly kitParts: bigint
  readonly kitForm: 'cbu' | 'skd' | 'ckd'
  /** In cents. */
  readonly cfValue: bigint
  /** In paisa per dollar. */
  readonly exchangeRate: bigint
  /** In paisa. */
  readonly fobExportValue: bigint
  /** In paisa. */
  readonly annualImportValue: bigint
  readonly returnsDue: bigint
  readonly returnsFiledOnTime: bigint
  readonly qualityCertificateValid: boolean
  readonly inPlantLaboratory: boolean
  readonly recordsSystemOpen: boolean
  readonly makes2g: boolean
  /** In hundredths of a percent. */
  readonly exportShare: bigint
  readonly ceCertifiedOn: Day | undefined
  readonly iso14001CertifiedOn: Day | undefined
  readonly ewasteCompliantOn: Day | undefined
  readonly noticeServedOn: Day | undefined
  readonly failureCuredOn: Day | undefined
}

/** `123456` is `1234.56`. */
function hundredths(scaled: bigint): string {
  return `${scaled / 100n}.${(scaled % 100n).toString().padStart(2, '0')}`
}

export function dayText(day: Day): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10)
}

export function dayOf(text: string): Day {
  return Date.parse(text) / 86_400_000
}

function eventText(day: Day | undefined): string {
  return day === undefined ? 'none' : dayText(day)
}

/** The row as facts in the notation of files, which is what `readFacts` takes. */
export function factsOf(row: Row): Readonly<Record<string, unknown>> {
  return {
    category: row.category,
    ex_works_value: `PKR ${hundredths(row.exWorksValue)}`,
    parts: row.parts.map((part) => ({
      part: part.part,
      component_class: part.componentClass,
      hs_code: part.hsCode,
      book: part.book,
      quantity: part.quantity.toString(),
      unit_value: `PKR ${hundredths(part.unitValue)}`,
      certified_local_rate: part.certifiedLocalRate === undefined ? 'none' : `${hundredths(part.certifiedLocalRate)}%`,
    })),
    kit_parts: row.kitParts.toString(),
    kit_form: row.kitForm,
    cf_value: `USD ${hundredths(row.cfValue)}`,
    exchange_rate: `PKR ${hundredths(row.exchangeRate)} per USD`,
    fob_export_value: `PKR ${hundredths(row.fobExportValue)}`,
    annual_import_value: `PKR ${hundredths(row.annualImportValue)}`,
    returns_due: row.returnsDue.toString(),
    returns_filed_on_time: row.returnsFiledOnTime.toString(),
    quality_certificate_valid: row.qualityCertificateValid,
    in_plant_laboratory: row.inPlantLaboratory,
    records_system_open: row.recordsSystemOpen,
    makes_2g: row.makes2g,
    export_share: `${hundredths(row.exportShare)}%`,
    ce_certified_on: eventText(row.ceCertifiedOn),
    iso14001_certified_on: eventText(row.iso14001CertifiedOn),
    ewaste_compliant_on: eventText(row.ewasteCompliantOn),
    notice_served_on: eventText(row.noticeServedOn),
    failure_cured_on: eventText(row.failureCuredOn),
  }
}

/** The row as JSON numbers: money in rupees and dollars, rates as fractions of one, days as day numbers. */
export interface NumberRow {
  readonly as_of: number
  readonly category: Row['category']
  readonly ex_works_value: number
  readonly parts: readonly {
    readonly book: Part['book']
    readonly quantity: number
    readonly unit_value: number
    readonly certified_local_rate: number | null
  }[]
  readonly kit_parts: number
  readonly kit_form: Row['kitForm']
  readonly cf_value: number
  readonly exchange_rate: number
  readonly fob_export_value: number
  readonly annual_import_value: number
  readonly returns_due: number
  readonly returns_filed_on_time: number
  readonly quality_certificate_valid: boolean
  readonly in_plant_laboratory: boolean
  readonly records_system_open: boolean
  readonly makes_2g: boolean
  readonly export_share: number
  readonly ce_certified_on: number | null
  readonly iso14001_certified_on: number | null
  readonly ewaste_compliant_on: number | null
  readonly notice_served_on: number | null
  readonly failure_cured_on: number | null
}

/** The double that is nearest to the decimal, as JSON.parse would give it. */
function nearest(scaled: bigint, places: number): number {
  return Number(`${scaled}e-${places}`)
}

export function numbersOf(row: Row): NumberRow {
  return {
    as_of: row.asOf,
    category: row.category,
    ex_works_value: nearest(row.exWorksValue, 2),
    parts: row.parts.map((part) => ({
      book: part.book,
      quantity: Number(part.quantity),
      unit_value: nearest(part.unitValue, 2),
      certified_local_rate: part.certifiedLocalRate === undefined ? null : nearest(part.certifiedLocalRate, 4),
    })),
    kit_parts: Number(row.kitParts),
    kit_form: row.kitForm,
    cf_value: nearest(row.cfValue, 2),
    exchange_rate: nearest(row.exchangeRate, 2),
    fob_export_value: nearest(row.fobExportValue, 2),
    annual_import_value: nearest(row.annualImportValue, 2),
    returns_due: Number(row.returnsDue),
    returns_filed_on_time: Number(row.returnsFiledOnTime),
    quality_certificate_valid: row.qualityCertificateValid,
    in_plant_laboratory: row.inPlantLaboratory,
    records_system_open: row.recordsSystemOpen,
    makes_2g: row.makes2g,
    export_share: nearest(row.exportShare, 4),
    ce_certified_on: row.ceCertifiedOn ?? null,
    iso14001_certified_on: row.iso14001CertifiedOn ?? null,
    ewaste_compliant_on: row.ewasteCompliantOn ?? null,
    notice_served_on: row.noticeServedOn ?? null,
    failure_cured_on: row.failureCuredOn ?? null,
  }
}
