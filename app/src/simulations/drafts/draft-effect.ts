/** What a draft does to an industry: release beside draft, by year, by firm and by the classes of firms. Pure; every figure is exact. */
import { FILED } from '@maqami/engine/batch/columns.ts'
import type { ProvisionKind } from '@maqami/engine/load/provisions.ts'
import { add, type Exact, exact, ZERO } from '@maqami/engine/value/exact.ts'
import { writeQuantity } from '@maqami/engine/value/notation.ts'
import type { Gathered } from '../gather-columns.ts'
import { type ClassEffect, classEffects, order } from './class-effects.ts'
import { type Groups, groupsOf, namesBy, WholeSums } from './group-rows.ts'
import { type IndustryYear, yearAt } from './read-industry.ts'
import { type Lacking, lackingOf } from './find-lacking.ts'
import { type Amounts, amountsIn, balanceOf, type Money, moneyBy } from './sum-money.ts'
import { type Both, both, type Compared, isFailed, isOpen, isOther, isTold, pairsOf, stateAt } from './two-laws.ts'

export interface RequirementEffect {
  readonly name: string
  /** How many cases; null where that law has no such requirement. */
  readonly release: Counts | null
  readonly draft: Counts | null
}

export interface Counts {
  readonly met: number
  readonly not_met: number
  /** Nothing is asked of them. */
  readonly none: number
  readonly undetermined: number
  readonly refused: number
}

export interface AmountEffect extends Amounts {
  readonly name: string
  readonly kind: ProvisionKind
}

/** Of the industry in one year, or of one firm in it. */
export interface Effect extends IndustryYear {
  readonly cases: number
  readonly amounts: readonly AmountEffect[]
  /** What is owed and imposed less what is granted: what firms pay into the programme on balance. */
  readonly balance: Amounts
  /** Null where no row says them. */
  readonly jobs: number | null
  readonly exports: string | null
}

export interface YearEffect extends Effect {
  readonly firms: number
  readonly requirements: readonly RequirementEffect[]
  /** Firms that fail a requirement on which a sanction may follow; the jobs and exports of theirs. */
  readonly failing: Both<AtRisk>
  /** Firms of which it cannot be said whether they fail one. */
  readonly unsaid: Both<number>
  /** Of those that fail, the firms that may lose a licence. */
  readonly licences_at_risk: Both<number>
}

export interface AtRisk {
  readonly firms: number
  readonly jobs: number | null
  readonly exports: string | null
}

export interface FirmYear extends Effect {
  readonly firm: string
  /** Requirements that it fails, and on which a sanction may follow. */
  readonly fails: Both<readonly string[]>
  readonly licence_at_risk: Both<boolean>
  /** Findings that cannot be said for want of a fact, or that the law refuses. */
  readonly open: Both<readonly string[]>
  /** Rows of the list, from 1, with how many of their findings come out otherwise. */
  readonly rows: readonly { readonly row: number; readonly id: string; readonly changed: number }[]
}

export interface DraftEffect {
  readonly cases: number
  readonly firms: number
  readonly years: readonly YearEffect[]
  readonly firm_years: readonly FirmYear[]
  readonly classes: readonly ClassEffect[]
  readonly lacking: readonly Lacking[]
}

export function draftEffect(compared: Compared): DraftEffect {
  const { gathered, industry } = compared
  const { rows, days, periodEnds } = gathered.columns
  const { yearStarts } = compared.release.engine.programme.heading
  const years = new Map<number, IndustryYear>()
  const yearOf = (row: number): IndustryYear => {
    const day = (periodEnds ?? days).values[row] as number
    const known = years.get(day) ?? yearAt(day, yearStarts)
    years.set(day, known)
    return known
  }
  const firmYears = groupsOf(
    rows,
    (row) => `${industry.firms[row]}\n${yearOf(row).year}`,
    (row) => ({ firm: industry.firms[row] as string, ...yearOf(row) }),
  )
  const measured = measureGroups(compared, firmYears)
  const sorted = measured.toSorted(({ shown: a }, { shown: b }) => order(a.year, b.year) || order(a.firm, b.firm))
  return {
    cases: rows,
    firms: new Set(industry.firms).size,
    years: yearEffects(compared, sorted, yearOf),
    firm_years: sorted.map(({ shown }) => shown),
    classes: [...classEffects(compared, 'size'), ...classEffects(compared, 'band')],
    lacking: lackingOf(compared),
  }
}

interface Measured {
  readonly shown: FirmYear
  readonly unsaid: Both<boolean>
  readonly money: readonly Money[]
  readonly exported: Exact | undefined
}

interface FirmOfYear extends IndustryYear {
  readonly firm: string
}

function measureGroups(compared: Compared, groups: Groups<FirmOfYear>): readonly Measured[] {
  const { gathered } = compared
  const money = moneyBy(compared, groups)
  const [jobs, exports] = [jobsBy(compared, groups), exportsBy(compared, groups)]
  const fails = both((side) => namesBy(groups, compared[side].decisive, isFailed))
  const licensing = both((side) => namesBy(groups, compared[side].licensing, isFailed))
  const unsaid = both((side) => namesBy(groups, compared[side].decisive, isOpen))
  const open = both((side) => namesBy(groups, compared[side].result.findings.filter(isTold), isOpen))
  const changed = changesBy(compared)
  const rowsOf: { row: number; id: string; changed: number }[][] = groups.keys.map(() => [])
  for (let row = 0; row < groups.of.length; row += 1)
    rowsOf[groups.of[row] as number]?.push({
      row: row + 1,
      id: gathered.ids[row] as string,
      changed: changed[row] as number,
    })
  return groups.keys.map((key, group): Measured => {
    const all = money.map((one) => one(group))
    const exported = exports(group)
    const shown: FirmYear = {
      ...key,
      cases: rowsOf[group]?.length ?? 0,
      ...told(compared, all),
      jobs: jobs(group) ?? null,
      exports: exported === undefined ? null : exportsText(compared, exported),
      fails: both((side) => fails[side][group] ?? []),
      licence_at_risk: both((side) => (licensing[side][group] ?? []).length > 0),
      open: both((side) => open[side][group] ?? []),
      rows: rowsOf[group] ?? [],
    }
    const isUnsaid = both((side) => shown.fails[side].length === 0 && (unsaid[side][group] ?? []).length > 0)
    return { shown, unsaid: isUnsaid, money: all, exported }
  })
}

function told(compared: Compared, money: readonly Money[]): Pick<Effect, 'amounts' | 'balance'> {
  const { currency } = compared.release.engine.programme.heading
  return {
    amounts: money.map(({ name, kind, unit, release, draft }) => ({
      name,
      kind,
      ...amountsIn(unit, release, draft),
    })),
    balance: amountsIn(currency, balanceOf(money, currency, 'release'), balanceOf(money, currency, 'draft')),
  }
}

function jobsBy(
  { industry, gathered, release }: Compared,
  groups: Groups<unknown>,
): (group: number) => number | undefined {
  const named = release.engine.programme.stakes?.year.get('jobs') ?? ''
  const counted = gathered.columns.facts.has(named)
    ? factBy(gathered, named, groups)
    : numbersBy(groups, (row) => industry.jobs[row], 1)
  return (group) => {
    const sum = counted(group)
    return sum === undefined ? undefined : Number(sum.n) / Number(sum.d)
  }
}

function exportsBy({ gathered, release }: Compared, groups: Groups<unknown>): (group: number) => Exact | undefined {
  return factBy(gathered, release.engine.programme.stakes?.year.get('exports') ?? '', groups)
}

function exportsText({ release }: Compared, value: Exact): string {
  const { stakes, vocabulary } = release.engine.programme
  const type = vocabulary.facts.get(stakes?.year.get('exports') ?? '')?.type
  return writeQuantity(value, type?.kind === 'number' ? type.unit : 'number')
}

function factBy({ columns }: Gathered, name: string, groups: Groups<unknown>): (group: number) => Exact | undefined {
  const column = columns.facts.get(name)
  if (column === undefined) return () => undefined
  const filed = (row: number): number | undefined =>
    (column.states?.[row] ?? FILED) === FILED ? column.values[row] : undefined
  return numbersBy(groups, filed, 10 ** column.scale)
}

/** Undefined of a group of which no row says the number. */
function numbersBy(
  { of, keys }: Groups<unknown>,
  at: (row: number) => number | undefined,
  scale: number,
): (group: number) => Exact | undefined {
  const sums = new WholeSums(keys.length)
  const known = new Uint8Array(keys.length)
  for (let row = 0; row < of.length; row += 1) {
    const value = at(row)
    if (value === undefined) continue
    sums.add(of[row] as number, value)
    known[of[row] as number] = 1
  }
  return (group) => (known[group] === 1 ? exact(sums.of(group), scale) : undefined)
}

/** By row: how many findings come out otherwise. */
function changesBy({ release, draft, gathered }: Compared): Uint16Array {
  const changed = new Uint16Array(gathered.columns.rows)
  for (const [was, is] of pairsOf(release, draft))
    for (let row = 0; row < changed.length; row += 1)
      if (isOther(was, is, row)) changed[row] = (changed[row] as number) + 1
  return changed
}

function yearEffects(
  compared: Compared,
  firmYears: readonly Measured[],
  yearOf: (row: number) => IndustryYear,
): readonly YearEffect[] {
  const { rows } = compared.gathered.columns
  const groups = groupsOf(rows, (row) => yearOf(row).year, yearOf)
  const requirements = requirementsBy(compared, groups)
  const places = new Map(groups.keys.map(({ year }, place) => [year, place]))
  return [...Map.groupBy(firmYears, ({ shown }) => shown.year)].map(([year, firms]) => {
    const ends_on = firms[0]?.shown.ends_on ?? ''
    const failing = both((side) => firms.filter(({ shown }) => shown.fails[side].length > 0))
    const sums = firms[0]?.money.map((one, place) => ({
      ...one,
      ...both((side) => firms.reduce((sum, { money }) => add(sum, money[place]?.[side] ?? ZERO), ZERO)),
    }))
    return {
      year,
      ends_on,
      firms: firms.length,
      cases: firms.reduce((sum, one) => sum + one.shown.cases, 0),
      requirements: requirements(places.get(year) ?? -1),
      ...told(compared, sums ?? []),
      ...stakesOf(compared, firms, firms),
      failing: both((side) => ({ firms: failing[side].length, ...stakesOf(compared, failing[side], firms) })),
      unsaid: both((side) => firms.filter((one) => one.unsaid[side]).length),
      licences_at_risk: both((side) => firms.filter(({ shown }) => shown.licence_at_risk[side]).length),
    }
  })
}

/** Nobody's are none, where those of anybody in the year are known. */
function stakesOf(
  compared: Compared,
  firms: readonly Measured[],
  all: readonly Measured[],
): Pick<Effect, 'jobs' | 'exports'> {
  const exported = firms.reduce((sum, one) => add(sum, one.exported ?? ZERO), ZERO)
  return {
    jobs: all.every(({ shown }) => shown.jobs === null)
      ? null
      : firms.reduce((sum, { shown }) => sum + (shown.jobs ?? 0), 0),
    exports: all.every((one) => one.exported === undefined) ? null : exportsText(compared, exported),
  }
}

function requirementsBy(
  { release, draft }: Compared,
  { of, keys }: Groups<unknown>,
): (group: number) => readonly RequirementEffect[] {
  const pairs = pairsOf(release, draft).filter(([was, is]) => (is ?? was)?.provision.source.kind === 'requirement')
  const counted = pairs.map(([was, is]) => {
    const sides = [was, is].map((finding) => {
      if (finding === undefined) return undefined
      const all = keys.map(() => ({ met: 0, not_met: 0, none: 0, undetermined: 0, refused: 0 }))
      for (let row = 0; row < of.length; row += 1) {
        const state = stateAt(finding, row)
        const counts = all[of[row] as number]
        if (counts !== undefined && state !== 'value') counts[state] += 1
      }
      return all
    })
    return { name: (is ?? was)?.provision.name ?? '', sides }
  })
  return (group) =>
    counted.map(({ name, sides: [was, is] }) => ({
      name,
      release: was?.[group] ?? null,
      draft: is?.[group] ?? null,
    }))
}
