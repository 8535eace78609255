/** The tree of a formula as it was written. Offsets count characters from the start of the formula. */
export interface Span {
  readonly start: number
  readonly end: number
}

export type Arithmetic = '+' | '-' | '*' | '/'
export type Comparator = '=' | '!=' | '<' | '<=' | '>' | '>='
export type Gathering = 'sum' | 'min' | 'max' | 'count'

export type Expression =
  | { readonly kind: 'literal'; readonly text: '0' | '1' | '1 day' | 'true' | 'false'; readonly at: Span }
  | { readonly kind: 'name'; readonly name: string; readonly at: Span }
  | {
      readonly kind: 'lookup'
      readonly name: string
      readonly keys: readonly Expression[]
      readonly on: string | undefined
      readonly at: Span
    }
  | { readonly kind: 'negative'; readonly of: Expression; readonly at: Span }
  | {
      readonly kind: 'arithmetic'
      readonly operator: Arithmetic
      readonly left: Expression
      readonly right: Expression
      readonly at: Span
    }
  | {
      readonly kind: 'comparison'
      readonly operator: Comparator
      readonly left: Expression
      readonly right: Expression
      readonly at: Span
    }
  | {
      readonly kind: 'logic'
      readonly operator: 'and' | 'or'
      readonly left: Expression
      readonly right: Expression
      readonly at: Span
    }
  | { readonly kind: 'not'; readonly of: Expression; readonly at: Span }
  | {
      readonly kind: 'is_met'
      readonly name: string
      readonly every: boolean
      readonly negated: boolean
      readonly at: Span
    }
  | { readonly kind: 'is_known'; readonly of: Expression; readonly negated: boolean; readonly at: Span }
  | {
      readonly kind: 'extreme'
      readonly operator: 'min' | 'max'
      readonly of: readonly Expression[]
      readonly at: Span
    }
  | {
      readonly kind: 'aggregate'
      readonly operator: Gathering
      readonly of: Expression | undefined
      readonly over: string
      readonly each: boolean
      readonly where: Expression | undefined
      readonly at: Span
    }
