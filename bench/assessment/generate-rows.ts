/** Rows from a seed: random ones, and ones built to lie on a boundary, a paisa below it or a paisa above. */
import { type Day, dayOf, type Part, type Row } from './row.ts'

interface Dice {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number
  oneOf<T>(choices: readonly T[]): T
  /** True once in so many times. */
  onceIn(times: number): boolean
}

/** Mulberry32: 32 bits of state, the same sequence on every machine. */
function diceFrom(seed: number): Dice {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1))
  return {
    between,
    oneOf: <T>(choices: readonly T[]): T => choices[between(0, choices.length - 1)] as T,
    onceIn: (times) => between(1, times) === 1,
  }
}

const FIRST_DAY = dayOf('2026-07-01')
const LAST_DAY = dayOf('2033-06-30')
const BOUNDARY_DAYS: readonly Day[] = [
  '2026-07-01',
  '2027-06-30',
  '2028-06-30',
  '2028-07-01',
  '2028-07-02',
  '2032-06-30',
  '2032-07-01',
  '2033-06-30',
].map(dayOf)

const CLASSES: readonly { readonly componentClass: string; readonly hsCode: string }[] = [
  { componentClass: 'motherboard', hsCode: '8517.7900' },
  { componentClass: 'display', hsCode: '8524.9100' },
  { componentClass: 'battery', hsCode: '8507.6000' },
  { componentClass: 'charger', hsCode: '8504.4020' },
  { componentClass: 'plastic_parts', hsCode: '3926.9099' },
  { componentClass: 'packaging', hsCode: '4819.1000' },
]

const PHONES = ['smartphone', 'feature_phone'] as const
const OTHERS = ['laptop', 'tablet', 'pos_terminal', 'iot_device'] as const

export function generateRows(count: number, seed: number): readonly Row[] {
  const dice = diceFrom(seed)
  return Array.from({ length: count }, (_, index) => generateRow(dice, index))
}

/** Of five rows one is exactly at its target, one a paisa short of it, one a paisa beyond, and two are anywhere. */
function generateRow(dice: Dice, index: number): Row {
  const asOf = dice.onceIn(2) ? dice.oneOf(BOUNDARY_DAYS) : dice.between(FIRST_DAY, LAST_DAY)
  const category = dice.onceIn(5) ? dice.oneOf(OTHERS) : dice.oneOf(PHONES)
  const { parts, exWorksValue } = valuesOf(dice, index % 5, localShareInTenths(category, asOf))
  const noticeServedOn = dice.onceIn(3) ? undefined : asOf + dice.between(20, 200)
  return {
    asOf,
    category,
    exWorksValue,
    parts,
    kitParts: BigInt(dice.oneOf([14, 15, 16, 39, 40, 41, 72])),
    kitForm: dice.oneOf(['cbu', 'skd', 'ckd']),
    cfValue: BigInt(
      dice.onceIn(2)
        ? dice.oneOf([3000, 3001, 10000, 10001, 30000, 30001, 50000, 50001, 70000])
        : dice.between(1500, 120000),
    ),
    exchangeRate: BigInt(dice.oneOf([27825, 28000, 28050, 28125, 28475])),
    fobExportValue: BigInt(dice.onceIn(2) ? dice.between(1, 40_000_000) * 1250 : dice.between(0, 5_000_000_000)),
    annualImportValue: BigInt(dice.onceIn(2) ? dice.between(1, 40_000_000) * 10_000 : dice.between(0, 500_000_000_000)),
    returnsDue: 12n,
    returnsFiledOnTime: dice.onceIn(5) ? 11n : 12n,
    qualityCertificateValid: !dice.onceIn(8),
    inPlantLaboratory: !dice.onceIn(8),
    recordsSystemOpen: !dice.onceIn(8),
    makes2g: dice.onceIn(10),
    exportShare: BigInt(dice.onceIn(2) ? dice.oneOf([999, 1000, 1001]) : dice.between(0, 4000)),
    ceCertifiedOn: certifiedOn(dice, asOf),
    iso14001CertifiedOn: certifiedOn(dice, asOf),
    ewasteCompliantOn: certifiedOn(dice, asOf),
    noticeServedOn,
    failureCuredOn: curedOn(dice, noticeServedOn),
  }
}

function certifiedOn(dice: Dice, asOf: Day): Day | undefined {
  return dice.onceIn(6) ? undefined : asOf + dice.oneOf([-400, -30, -1, 0, 0, 1])
}

function curedOn(dice: Dice, noticeServedOn: Day | undefined): Day | undefined {
  if (noticeServedOn === undefined || dice.onceIn(2)) return undefined
  return noticeServedOn + dice.oneOf([10, 89, 90, 91, 140])
}

/** The target in tenths, or a likely share where the law sets none; only to build rows that lie on it. */
function localShareInTenths(category: Row['category'], asOf: Day): readonly [share: bigint, of: bigint] {
  if (asOf >= dayOf('2032-07-01'))
    return category === 'smartphone' || category === 'feature_phone' ? [1n, 2n] : [3n, 10n]
  return asOf >= dayOf('2028-07-01') ? [1n, 4n] : [1n, 10n]
}

interface Values {
  readonly parts: readonly Part[]
  readonly exWorksValue: bigint
}

function valuesOf(dice: Dice, where: number, [share, of]: readonly [bigint, bigint]): Values {
  const parts = CLASSES.map((one, index) => partOf(dice, one, index, where > 2))
  if (where > 2) {
    const worth = parts.reduce((sum, part) => sum + part.quantity * part.unitValue, 0n)
    return { parts, exWorksValue: (worth * BigInt(dice.between(90, 160))) / 100n }
  }
  const [first, ...others] = parts as [Part, ...Part[]]
  const imported = others.reduce((sum, part) => sum + importedValue(part), 0n)
  // The first part is imported, one of it, so that its value brings the whole to where the rate is exactly the target.
  const rest = of - share
  const total = ((imported + first.unitValue * first.quantity) / rest + 1n) * rest
  const onTarget: Part = {
    ...first,
    book: 'imported',
    certifiedLocalRate: undefined,
    quantity: 1n,
    unitValue: total - imported,
  }
  const off = where === 0 ? 0n : where === 1 ? 1n : -1n
  return { parts: [{ ...onTarget, unitValue: onTarget.unitValue + off }, ...others], exWorksValue: (total / rest) * of }
}

/** Quantities in hundreds and whole percents make the imported value of a part a whole number of paisa. */
function partOf(dice: Dice, one: (typeof CLASSES)[number], index: number, anywhere: boolean): Part {
  const book = dice.oneOf(['imported', 'imported', 'bought_locally', 'bought_locally', 'made_in_house'] as const)
  const certified = book === 'bought_locally' && !dice.onceIn(4)
  return {
    part: `${one.componentClass} ${index + 1}`,
    ...one,
    book,
    quantity: BigInt(dice.between(1, 4000)) * (anywhere ? 1n : 100n),
    unitValue: BigInt(dice.between(500, 2_000_000)),
    certifiedLocalRate: certified ? BigInt(anywhere ? dice.between(1, 10000) : dice.between(1, 100) * 100) : undefined,
  }
}

function importedValue(part: Part): bigint {
  if (part.book === 'made_in_house') return 0n
  return (part.quantity * part.unitValue * (10000n - (part.certifiedLocalRate ?? 0n))) / 10000n
}
