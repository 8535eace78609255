/** What a comparison of routes is made of: the law that it asks, what a reader enters, and what is assumed. Pure, and read in a browser as well. */
import type { Localized } from '@maqami/engine/load/fields.ts'
import type { Reading, Standing } from '@maqami/engine/load/standing.ts'
import type { Exact } from '@maqami/engine/value/exact.ts'

/** Facts in the notation of files: a text, or lines of texts. */
export type Written = Readonly<Record<string, string | readonly Readonly<Record<string, string>>[]>>

/** A release that charges are taken from: a programme, and a draft of it where one is laid over. */
export interface AskedRelease {
  readonly programme: string
  readonly draft: string | undefined
}

export interface Law {
  readonly name: string
  readonly label: Localized
  readonly ask: readonly AskedRelease[]
}

/** How a programme is asked: where each of its facts comes from, what it is told of each route, and which of its findings are charges here. */
export interface Asked {
  readonly programme: string
  /** Its fact, by the fact or finding of the comparison that stands for it. */
  readonly facts: ReadonlyMap<string, string>
  readonly routes: ReadonlyMap<string, Readonly<Record<string, string>>>
  /** Findings that are facts of the comparison by the same name. */
  readonly charges: readonly string[]
}

/** A fact that a reader may change, with what it is until he does. */
export interface Movable {
  readonly name: string
  readonly value: Written[string]
  /** Of a number: within these it is moved, by so much at a time. */
  readonly range: Range | undefined
}

export interface Range {
  readonly low: Exact
  readonly high: Exact
  readonly step: Exact
}

/** A fact that nobody reports, with where it is from and how far it may be off. */
export interface Assumption extends Movable {
  readonly standing: Standing
  readonly reading: Reading | undefined
}

/** The charges on two routes held against each other, at stated values of the set. */
export interface Gap {
  readonly finished: GapSide
  readonly kit: GapSide
  /** The finding that is compared. */
  readonly rate: string
  readonly assuming: Written
  readonly values: readonly string[]
}

export interface GapSide {
  readonly route: string
  /** The fact that the finding of this route becomes. */
  readonly charges: string
}

/** Where the tariff on a product or an input is found: what a route bears, or what a programme says of it. */
export type TariffPlace =
  | { readonly kind: 'route'; readonly route: string; readonly finding: string }
  | {
      readonly kind: 'asked'
      readonly programme: string
      readonly facts: Readonly<Record<string, string>>
      readonly finding: string
    }

export interface ProtectedProduct {
  readonly name: string
  readonly tariff: TariffPlace
  readonly input: {
    readonly name: string
    /** The fact that says how much of the product it is; undefined where the product's line does. */
    readonly share: string | undefined
    readonly tariff: TariffPlace
  }
}

/** How far tariffs protect the making of each product here. */
export interface Protection {
  /** The finding that is asked, and the requirement whose breach is an alarm. */
  readonly rate: string
  readonly requires: string
  /** Facts that tariffs of routes hang on. */
  readonly facts: readonly string[]
  /** Charges of a route that are tariffs. */
  readonly charges: readonly string[]
  /** Lines with the share of inputs in each product, and tariffs to try. */
  readonly lines: Assumption
  /** Within these a share is moved. */
  readonly share: Pick<Range, 'low' | 'high'>
  readonly products: readonly ProtectedProduct[]
}

export interface Comparison {
  readonly routes: readonly string[]
  readonly laws: readonly Law[]
  readonly asked: readonly Asked[]
  /** What a reader is asked for. */
  readonly entered: readonly Movable[]
  readonly assumptions: readonly Assumption[]
  /** Requirements without which there is nothing to compare. */
  readonly requires: readonly string[]
  readonly gap: Gap
  /** Findings that add up to a whole: where the money of one set goes. */
  readonly stack: { readonly whole: string; readonly parts: readonly string[] }
  /** Facts that a script lets a reader move; a column, `components.local_rate`, stands for that of each line. */
  readonly sliders: readonly string[]
  /** Findings of which it is told what moves them; the first where a reader names none. */
  readonly moved: readonly string[]
  /** Facts of which it is told where one route overtakes another. */
  readonly break_even: readonly string[]
  readonly protection: Protection
}

/** What a reader may change, as it stands when he has changed nothing. */
export function unchanged(comparison: Comparison): Written {
  return Object.fromEntries(movablesOf(comparison).map(({ name, value }) => [name, value]))
}

export function movablesOf({ entered, assumptions, protection }: Comparison): readonly Movable[] {
  return [...entered, ...assumptions, protection.lines]
}

export function releaseName({ programme, draft }: AskedRelease): string {
  return draft === undefined ? programme : `${programme}/${draft}`
}
