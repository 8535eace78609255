/** What is known while one formula is typed. */
import type { Parameter } from '../load/parameters.ts'
import type { LineGroup, Vocabulary } from '../load/vocabulary.ts'
import type { AmbiguousDates } from '../value/date.ts'
import type { Span } from './tree.ts'
import type { Frame, Scope, TypedProvision } from './typed.ts'

/** Hands out the slots of one kind of frame. */
export interface Layout {
  size: number
}

export function frameOf(layout: Layout): Frame {
  return Array.from<unknown>({ length: layout.size })
}

export interface Context {
  readonly vocabulary: Vocabulary
  readonly parameters: ReadonlyMap<string, Parameter>
  /** The provision of that name, typed already; fails when it is circular. */
  readonly provision: (name: string, at: Span) => TypedProvision | undefined
  readonly provisionNames: () => Iterable<string>
  readonly factIndex: ReadonlyMap<string, number>
  readonly group: LineGroup | undefined
  /** The categories of which a member is in hand. */
  readonly inHand: readonly string[]
  readonly layout: Layout
  /** The layout that a group's provisions have; undefined inside a line or a member, where an aggregate runs more than once. */
  readonly groupLayout: ((group: string) => Layout) | undefined
  readonly ambiguousDates: AmbiguousDates | undefined
  readonly text: string
}

export class TypeProblem extends Error {
  readonly offset: number
  constructor(at: Span, sentence: string) {
    super(sentence)
    this.offset = at.start
  }
}

export function fail(at: Span, sentence: string): never {
  throw new TypeProblem(at, sentence)
}

export const NO_SLOT = -1

export function slot(context: Context): number {
  context.layout.size += 1
  return context.layout.size - 1
}

export function written(context: Context, at: Span): string {
  return context.text.slice(at.start, at.end)
}

export function scopeContext(context: Context, scope: Scope): Context {
  switch (scope.kind) {
    case 'whole':
      return context
    case 'lines':
      return { ...context, group: context.vocabulary.groups.get(scope.group) }
    case 'members':
      return { ...context, inHand: [scope.category] }
  }
}
