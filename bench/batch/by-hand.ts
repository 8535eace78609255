/**
 * The same law as a programmer would write it over typed arrays: one loop, doubles, and whole numbers where a boundary is
 * close. It makes every finding that ours makes, and knows events that have not happened. What it omits: facts that are
 * missing and values that are refused, with their reasons; imports line by line; any other law than that of these years.
 */
import { type Arrays, LINES, NONE } from './generate-columns.ts'
import { dayOf } from '../assessment/row.ts'

export interface HandResult {
  readonly imported_content: Float64Array
  readonly localization_rate: Float64Array
  readonly localization_requirement: Uint8Array
  readonly operational_requirement: Uint8Array
  readonly reporting_requirement: Uint8Array
  readonly kit_requirement: Uint8Array
  readonly ban_on_2g: Uint8Array
  readonly certification_due_on: Int32Array
  readonly certification_requirement: Uint8Array
  readonly performance_gate: Uint8Array
  readonly import_levy: Float64Array
  /** NaN where there is none, here and below. */
  readonly export_allowance: Float64Array
  readonly import_surcharge: Float64Array
  readonly cure_ends_on: Float64Array
  /** Of all three sanctions, which stand under the same conditions. */
  readonly sanctioned_from: Float64Array
}

const SECOND_TARGET = dayOf('2028-07-01')
const THIRD_TARGET = dayOf('2032-07-01')
const CERTIFICATES_DUE = dayOf('2028-07-01')
const CURE_DAYS = 90
const EPSILON = 1e-12

export function assessArrays(a: Arrays): HandResult {
  const { rows } = a
  const out: HandResult = {
    imported_content: new Float64Array(rows),
    localization_rate: new Float64Array(rows),
    localization_requirement: new Uint8Array(rows),
    operational_requirement: new Uint8Array(rows),
    reporting_requirement: new Uint8Array(rows),
    kit_requirement: new Uint8Array(rows),
    ban_on_2g: new Uint8Array(rows),
    certification_due_on: new Int32Array(rows),
    certification_requirement: new Uint8Array(rows),
    performance_gate: new Uint8Array(rows),
    import_levy: new Float64Array(rows),
    export_allowance: new Float64Array(rows),
    import_surcharge: new Float64Array(rows),
    cure_ends_on: new Float64Array(rows),
    sanctioned_from: new Float64Array(rows),
  }
  for (let row = 0; row < rows; row += 1) {
    const day = a.day[row] as number
    const category = a.category[row] as number
    let imported = 0
    for (let line = row * LINES; line < (row + 1) * LINES; line += 1) {
      const book = a.book[line]
      if (book === 2) continue
      const value = (a.quantity[line] as number) * (a.unit_value[line] as number)
      const certified = a.certified_local_rate[line] as number
      imported += book === 0 || certified === NONE ? value : value * (1 - certified / 10_000)
    }
    const exWorks = a.ex_works_value[row] as number
    const rate = (exWorks - imported) / exWorks
    out.imported_content[row] = imported / 100
    out.localization_rate[row] = Math.round(rate * 10_000) / 10_000
    const target = targetOf(category, day)
    let met = true
    if (target !== undefined) {
      const distance = rate - target / 100
      met = Math.abs(distance) > EPSILON ? distance > 0 : meetsExactly(a, row, target)
    }
    out.localization_requirement[row] = met ? 1 : 0
    const no2g = a.makes_2g[row] === 0
    out.ban_on_2g[row] = no2g ? 1 : 0
    const operational =
      a.quality_certificate_valid[row] === 1 &&
      a.in_plant_laboratory[row] === 1 &&
      a.records_system_open[row] === 1 &&
      no2g
    out.operational_requirement[row] = operational ? 1 : 0
    const reporting = (a.returns_filed_on_time[row] as number) >= (a.returns_due[row] as number)
    out.reporting_requirement[row] = reporting ? 1 : 0
    const kitParts = a.kit_parts[row] as number
    const least = category === 0 ? 40 : category === 1 ? 15 : 0
    out.kit_requirement[row] = a.kit_form[row] === 0 || kitParts >= least ? 1 : 0
    const certified =
      day <= CERTIFICATES_DUE ||
      (isBy(a.ce_certified_on[row] as number, day) &&
        isBy(a.iso14001_certified_on[row] as number, day) &&
        isBy(a.ewaste_compliant_on[row] as number, day))
    out.certification_due_on[row] = CERTIFICATES_DUE
    out.certification_requirement[row] = certified ? 1 : 0
    out.performance_gate[row] = (a.export_share[row] as number) >= 1000 && certified ? 1 : 0
    out.import_levy[row] = a.kit_form[row] === 0 ? levy(a.cf_value[row] as number, a.exchange_rate[row] as number) : 0
    out.export_allowance[row] =
      met && operational && reporting ? Math.floor(((a.fob_export_value[row] as number) * 8) / 10_000) : Number.NaN
    const served = a.notice_served_on[row] as number
    const cured = a.failure_cured_on[row] as number
    out.cure_ends_on[row] = served === NONE ? Number.NaN : served + CURE_DAYS
    const sanctioned = !met && served !== NONE && !(cured !== NONE && cured <= served + CURE_DAYS)
    out.sanctioned_from[row] = sanctioned ? served + CURE_DAYS + 1 : Number.NaN
    out.import_surcharge[row] = sanctioned ? Math.floor((a.annual_import_value[row] as number) / 10_000) : Number.NaN
  }
  return out
}

function targetOf(category: number, day: number): number | undefined {
  const isPhone = category <= 1
  if (day >= THIRD_TARGET) return isPhone ? 50 : 30
  if (!isPhone) return undefined
  return day >= SECOND_TARGET ? 25 : 10
}

function isBy(event: number, day: number): boolean {
  return event !== NONE && event <= day
}

/** Cents times paisa times percent, to the rupee. */
function levy(cents: number, paisa: number): number {
  const rate = cents <= 3000 ? 1 : cents <= 10_000 ? 2 : cents <= 30_000 ? 3 : 5
  return Math.floor((rate * cents * paisa + 500_000) / 1_000_000)
}

function meetsExactly(a: Arrays, row: number, target: number): boolean {
  let imported = 0n
  for (let line = row * LINES; line < (row + 1) * LINES; line += 1) {
    const book = a.book[line]
    if (book === 2) continue
    const certified = a.certified_local_rate[line] as number
    const share = book === 0 || certified === NONE ? 10_000n : 10_000n - BigInt(certified)
    imported += BigInt(a.quantity[line] as number) * BigInt(a.unit_value[line] as number) * share
  }
  const exWorks = BigInt(a.ex_works_value[row] as number) * 10_000n
  return (exWorks - imported) * 100n >= BigInt(target) * exWorks
}
