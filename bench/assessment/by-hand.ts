/**
 * The assessment as a programmer would write it for speed, on scaled BigInt: no policy files, no explanation, no missing
 * facts, no refusals, the law of each day in the code. It is the measure of speed, and the judge of everybody's answers.
 */
import type { Answer } from './answer.ts'
import { type Day, dayOf, type Part, type Row } from './row.ts'

const SECOND_TARGET = dayOf('2028-07-01')
const THIRD_TARGET = dayOf('2032-07-01')
const CERTIFICATES_DUE = dayOf('2028-07-01')
const CURE_DAYS = 90

export function assessByHand(row: Row): Answer {
  const imported = importedContent(row.parts)
  // Paisa times ten thousand, as the imported content is.
  const exWorks = row.exWorksValue * 10000n
  const local = exWorks - imported
  const target = localizationTarget(row)
  const localizationRequirement = target === undefined || local * 100n >= target * exWorks
  const operationalRequirement =
    row.qualityCertificateValid && row.inPlantLaboratory && row.recordsSystemOpen && !row.makes2g
  const reportingRequirement = row.returnsFiledOnTime >= row.returnsDue
  const incentive = localizationRequirement && operationalRequirement && reportingRequirement
  const from = localizationRequirement ? undefined : sanctionedFrom(row)
  return {
    importedContent: { n: imported, d: 1000000n },
    localizationRate: { n: local, d: exWorks },
    localizationRequirement,
    operationalRequirement,
    reportingRequirement,
    kitRequirement: kitRequirement(row),
    performanceGate: row.exportShare >= 1000n && certified(row),
    importLevy: importLevy(row),
    exportAllowance: incentive ? (row.fobExportValue * 8n) / 10000n : undefined,
    concessionWithdrawal: from,
    importSurcharge: from === undefined ? undefined : { amount: row.annualImportValue / 10000n, from },
    licenceSuspension: from,
  }
}

/** In paisa times ten thousand. */
function importedContent(parts: readonly Part[]): bigint {
  let sum = 0n
  for (const part of parts) {
    if (part.book === 'made_in_house') continue
    const value = part.quantity * part.unitValue
    sum += part.book === 'imported' ? value * 10000n : value * (10000n - (part.certifiedLocalRate ?? 0n))
  }
  return sum
}

/** In percent; undefined where the law sets none. */
function localizationTarget(row: Row): bigint | undefined {
  const isPhone = row.category === 'smartphone' || row.category === 'feature_phone'
  if (row.asOf >= THIRD_TARGET) return isPhone ? 50n : 30n
  if (!isPhone) return undefined
  return row.asOf >= SECOND_TARGET ? 25n : 10n
}

function kitRequirement(row: Row): boolean {
  if (row.kitForm === 'cbu') return true
  if (row.category === 'smartphone') return row.kitParts >= 40n
  return row.category === 'feature_phone' ? row.kitParts >= 15n : true
}

function certified(row: Row): boolean {
  if (row.asOf <= CERTIFICATES_DUE) return true
  return by(row.ceCertifiedOn, row.asOf) && by(row.iso14001CertifiedOn, row.asOf) && by(row.ewasteCompliantOn, row.asOf)
}

function by(event: Day | undefined, day: Day): boolean {
  return event !== undefined && event <= day
}

/** Cents times paisa times percent, rounded half up to the rupee. */
function importLevy(row: Row): bigint {
  if (row.kitForm !== 'cbu') return 0n
  const rate = row.cfValue <= 3000n ? 1n : row.cfValue <= 10000n ? 2n : row.cfValue <= 30000n ? 3n : 5n
  return (rate * row.cfValue * row.exchangeRate + 500000n) / 1000000n
}

/** The day after the time to cure, unless the failure was cured in it; nothing without a notice. */
function sanctionedFrom(row: Row): Day | undefined {
  if (row.noticeServedOn === undefined) return undefined
  const cureEndsOn = row.noticeServedOn + CURE_DAYS
  return by(row.failureCuredOn, cureEndsOn) ? undefined : cureEndsOn + 1
}
