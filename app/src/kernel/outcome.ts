/** What a command says: it is done, or it is refused and why. Refusals are values; what is thrown is our own mistake. */

/** One kind of refusal for each `code`; what else it holds fills its sentence. */
export interface Refusal {
  readonly code: string
}

export type Outcome<T, R extends Refusal> = { readonly done: T } | { readonly refused: R }
