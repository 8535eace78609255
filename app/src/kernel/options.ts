/** Reads the words of a call: options with values, and what is left. */
import { parseArgs } from 'node:util'
import { noSuchDay, parseDay, type Day } from '@maqami/engine/value/date.ts'
import { WrongUsage } from './command.ts'

export interface Options {
  readonly values: Readonly<Record<string, readonly string[]>>
  readonly rest: readonly string[]
}

/** `known` are the options that take a value; each may be given more than once. `flags` take none. */
export function readOptions(args: readonly string[], known: readonly string[], flags: readonly string[] = []): Options {
  const options: Record<string, { type: 'string'; multiple: true } | { type: 'boolean' }> = {}
  for (const name of known) options[name] = { type: 'string', multiple: true }
  for (const name of flags) options[name] = { type: 'boolean' }
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
    const lists = Object.entries(values).map(
      ([name, value]) => [name, Array.isArray(value) ? value.map(String) : [String(value)]] as const,
    )
    return { values: Object.fromEntries(lists), rest: positionals }
  } catch (error) {
    throw new WrongUsage(error instanceof Error ? (error.message.split('. ')[0] ?? error.message) : String(error))
  }
}

export function single(options: Options, name: string): string | undefined {
  const given = options.values[name]
  if (given !== undefined && given.length > 1) throw new WrongUsage(`--${name} is given ${given.length} times`)
  return given?.[0]
}

/** Where a workbook is to be written. */
export function workbookOption(options: Options, name: string): string | undefined {
  const path = single(options, name)
  if (path !== undefined && !/\.xlsx$/i.test(path))
    throw new WrongUsage(`--${name} names a workbook, which ends in .xlsx; '${path}' does not`)
  return path
}

export function required(options: Options, name: string): string {
  return single(options, name) ?? missing(`--${name}`)
}

/** The one word that stands without an option before it. */
export function positional({ rest }: Options, name: string): string {
  const [word, further] = rest
  if (further !== undefined)
    throw new WrongUsage(`'${further}' is one word too many: only ${name} stands without an option before it`)
  return word ?? missing(name)
}

/** For a command that takes no words at all. */
export function noWords({ rest }: Options): void {
  if (rest[0] !== undefined) throw new WrongUsage(`'${rest[0]}' is one word too many: this command takes none`)
}

function missing(name: string): never {
  throw new WrongUsage(`${name} is missing`)
}

export function choice<T extends string>(options: Options, name: string, known: readonly T[]): T {
  const given = single(options, name) ?? known[0]
  const found = known.find((one) => one === given)
  if (found === undefined) throw new WrongUsage(`--${name} is one of ${known.join(', ')}, not '${given}'`)
  return found
}

export function dayOption(options: Options, name: string): Day {
  const given = required(options, name)
  const day = parseDay(given)
  if (day === undefined)
    throw new WrongUsage(`--${name} is a day such as 2027-06-30, not '${given}'${noSuchDay(given)}`)
  return day
}
