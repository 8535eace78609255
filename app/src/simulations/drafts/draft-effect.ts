/** What a draft does to an industry: release beside draft, by year, by firm and by the classes of firms. Pure; every figure is exact. */
import type { ProvisionKind } from '@maqami/engine/load/provisions.ts'
import { add, type Exact, ZERO } from '@maqami/engine/value/exact.ts'
import { writeQuantity } from '@maqami/engine/value/notation.ts'
import { type ClassEffect, classEffects, order } from './class-effects.ts'
import { type Lacking, lackingOf } from './find-lacking.ts'
import { groupRows, joined } from './group-rows.ts'
import type { IndustryYear } from './read-industry.ts'
import { type Amounts, amountsIn, balanceOf, moneyIn } from './sum-money.ts'
import { countOf, type FindingTally, numberOf, rolledUp, type Tally, tallyRows } from './tally-rows.ts'
import { type Both, both, type Compared } from './two-laws.ts'
import { failedIn, isLicenceAtRisk, isUnsaid, openIn } from './who-fails.ts'

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
  /** Findings that come out otherwise. */
  readonly changed: number
  /** Rows of the list, from 1. */
  readonly rows: readonly number[]
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
  const { gathered, industry, release } = compared
  const groups = groupRows(industry, gathered.columns, release.engine.programme.heading.yearStarts)
  const tally = tallyRows(compared, groups.of, groups.all.length)
  const firms = joined(
    groups,
    ({ firm, year }) => `${firm} ${year.year}`,
    ({ firm, year }) => ({ firm: industry.firms.names[firm] ?? '', ...year }),
  )
  const years = joined(
    groups,
    ({ year }) => year.year,
    ({ year }) => year,
  )
  const byFirm = rolledUp(tally, firms.places, firms.keys.length)
  const byYear = rolledUp(tally, years.places, years.keys.length)
  const rows = rowsOf(groups.of, firms.places, byFirm.cases)
  const each = firms.keys.map((key, place): Measured => {
    const shown = {
      ...key,
      ...effectIn(compared, byFirm, place),
      ...firmIn(compared, byFirm, place),
      rows: rows[place] ?? [],
    }
    const unsaid = both((side) => shown.fails[side].length === 0 && isUnsaid(compared, byFirm, side, place))
    return { shown, unsaid, jobs: numberOf(byFirm.jobs, place), exports: numberOf(byFirm.exports, place) }
  })
  const inYear = Map.groupBy(each, ({ shown }) => shown.year)
  return {
    cases: gathered.columns.rows,
    firms: industry.firms.names.length,
    years: years.keys
      .map((year, place) => ({
        ...year,
        ...effectIn(compared, byYear, place),
        requirements: requirementsIn(byYear, place),
        ...yearIn(compared, inYear.get(year.year) ?? []),
      }))
      .toSorted((a, b) => order(a.year, b.year)),
    firm_years: each.map(({ shown }) => shown).toSorted((a, b) => order(a.year, b.year) || order(a.firm, b.firm)),
    classes: (['size', 'band'] as const).flatMap((by) => classEffects(compared, groups, tally, by)),
    lacking: lackingOf(compared),
  }
}

interface Measured {
  readonly shown: FirmYear
  /** It fails nothing that could be said, and something could not be said. */
  readonly unsaid: Both<boolean>
  readonly jobs: Exact | undefined
  readonly exports: Exact | undefined
}

/** By firm and year: its rows, from 1. */
function rowsOf(of: Int32Array, places: Int32Array, cases: Uint32Array): readonly (readonly number[])[] {
  const rows = Array.from(cases, (): number[] => [])
  for (let row = 0; row < of.length; row += 1) rows[places[of[row] as number] as number]?.push(row + 1)
  return rows
}

function effectIn(compared: Compared, tally: Tally, place: number): Omit<Effect, keyof IndustryYear> {
  const { currency } = compared.release.engine.programme.heading
  const money = moneyIn(tally, place)
  return {
    cases: tally.cases[place] ?? 0,
    amounts: money.map((one) => ({ name: one.name, kind: one.kind, ...amountsIn(one.unit, one) })),
    balance: amountsIn(currency, balanceOf(money, currency)),
    jobs: peopleIn(numberOf(tally.jobs, place)),
    exports: exportsIn(compared, numberOf(tally.exports, place)),
  }
}

function peopleIn(number: Exact | undefined): number | null {
  return number === undefined ? null : Number(number.n) / Number(number.d)
}

function exportsIn({ release }: Compared, value: Exact | undefined): string | null {
  const { stakes, vocabulary } = release.engine.programme
  const type = vocabulary.facts.get(stakes?.year.get('exports') ?? '')?.type
  return value === undefined ? null : writeQuantity(value, type?.kind === 'number' ? type.unit : 'number')
}

function firmIn(
  compared: Compared,
  tally: Tally,
  place: number,
): Pick<FirmYear, 'fails' | 'licence_at_risk' | 'open' | 'changed'> {
  return {
    fails: both((side) => failedIn(compared, tally, side, place)),
    licence_at_risk: both((side) => isLicenceAtRisk(compared, tally, side, place)),
    open: both((side) => openIn(tally, side, place)),
    changed: tally.changed[place] ?? 0,
  }
}

function yearIn(
  compared: Compared,
  firms: readonly Measured[],
): Pick<YearEffect, 'firms' | 'failing' | 'unsaid' | 'licences_at_risk'> {
  const failing = both((side) => firms.filter(({ shown }) => shown.fails[side].length > 0))
  return {
    firms: firms.length,
    failing: both((side) => ({
      firms: failing[side].length,
      jobs: peopleIn(sumOfThose(firms, failing[side], 'jobs')),
      exports: exportsIn(compared, sumOfThose(firms, failing[side], 'exports')),
    })),
    unsaid: both((side) => firms.filter(({ unsaid }) => unsaid[side]).length),
    licences_at_risk: both((side) => firms.filter(({ shown }) => shown.licence_at_risk[side]).length),
  }
}

/** Nobody's are none, where those of anybody in the year are known. */
function sumOfThose(all: readonly Measured[], those: readonly Measured[], what: 'jobs' | 'exports'): Exact | undefined {
  if (all.every((one) => one[what] === undefined)) return undefined
  return those.reduce((sum, one) => add(sum, one[what] ?? ZERO), ZERO)
}

function requirementsIn({ findings }: Tally, place: number): readonly RequirementEffect[] {
  const counts = (tally: FindingTally['release']): Counts | null =>
    tally === undefined
      ? null
      : {
          met: countOf(tally, place, 'met'),
          not_met: countOf(tally, place, 'not_met'),
          none: countOf(tally, place, 'none'),
          undetermined: countOf(tally, place, 'undetermined'),
          refused: countOf(tally, place, 'refused'),
        }
  return findings
    .filter(({ kind }) => kind === 'requirement')
    .map(({ name, release, draft }) => ({ name, release: counts(release), draft: counts(draft) }))
}
