/** A release held against a draft over a list of facts: what it is about, as it was sent. */
import type { Told } from '../kernel/command.ts'
import type { NotInForce } from '../policy-releases/policy-release.ts'

export const SOURCES = ['sent', 'register', 'invented'] as const
/** *sent* by the analyst; the *register*: the yearly returns that stand; *invented*: see `inventIndustry`. */
export type FactsSource = (typeof SOURCES)[number]

/** A draft, a list and its lines, with what a browser writes around them. */
export const LARGEST_SENT = 12 * 1024 * 1024

/** `holds` is `facts`, or the group whose lines they are. The end of the name says how it is written: `facts.json`, `parts.csv`. */
export interface SimulationFile {
  readonly holds: string
  readonly name: string
  readonly text: string
}

/** A return that stands and to which the release cannot be applied. */
export interface LeftOut {
  readonly firm: string
  readonly period: string
  readonly why: Required<Told>
}

export interface SimulationListed {
  readonly id: string
  readonly programme: string
  readonly release_id: string
  readonly draft: string
  readonly source: FactsSource
  /** Rows of the list. */
  readonly cases: number
  readonly begun_at: string
  readonly begun_by: string
}

export interface Simulation extends SimulationListed {
  /** The draft's own text. */
  readonly overlay: string
  /** The list of facts first. */
  readonly files: readonly SimulationFile[]
  /** Of the register: what is not in the list. */
  readonly left_out: readonly LeftOut[]
}

export type SimulationRefusal =
  | { readonly code: 'simulation_unknown' }
  | { readonly code: 'case_unknown' }
  | { readonly code: 'draft_not_in_release'; readonly draft: string; readonly known: readonly string[] }
  /** What is wrong with it, a sentence with its place each; the checks of a law speak English only. */
  | { readonly code: 'draft_broken'; readonly problems: readonly string[] }
  | { readonly code: 'facts_broken'; readonly problems: readonly Told[] }
  /** No yearly return of the programme is filed or accepted. */
  | { readonly code: 'register_empty' }
  /** To none of those that are, the release can be applied. */
  | { readonly code: 'register_unfit'; readonly left_out: readonly LeftOut[] }
  | NotInForce
