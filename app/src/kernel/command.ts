/** What a command of the command line is, and what it tells its caller. */
import { withoutControls } from '@maqami/engine/explain/ink.ts'

/** 0: it could say. 1: the input is wrong or a finding is refused, and the reason was printed. 2: it was called wrongly. */
export type ExitCode = 0 | 1 | 2

export interface Command {
  /** `policy check`. */
  readonly name: string
  /** What follows the name: `DIR [--examples FILE…]`. */
  readonly usage: string
  readonly summary: string
  readonly run: (args: readonly string[]) => Promise<ExitCode>
}

/** A call that cannot be understood. The sentence says what is missing. */
export class WrongUsage extends Error {}

/** A sentence; `ur` is left out where there is none in Urdu. */
export interface Told {
  readonly en: string
  readonly ur?: string
}

/** Input that cannot be used. The lines say what is wrong, where, and what to do. */
export class WrongInput extends Error {
  readonly lines: readonly string[]
  readonly told: readonly Told[]
  constructor(told: readonly (string | Told)[]) {
    const both = told.map((one) => (typeof one === 'string' ? { en: one } : one))
    const lines = both.map(({ en }) => en)
    super(lines.join('\n'))
    this.lines = lines
    this.told = both
  }
}

export function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** What is quoted from a file must not move the cursor or forge lines of its own. */
export function complain(text: string): void {
  const lines = text.split('\n').map(withoutControls)
  process.stderr.write(`${lines.join('\n')}\n`)
}
