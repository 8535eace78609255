/**
 * A naive interpreter of programmes, straight from docs/language.md and from the plain values of the YAML, over fraction.js.
 * It shares no code with the engine; properties hold the two against each other.
 */
import { Fraction } from 'fraction.js'
import { parse } from 'yaml'
import { readFormula, type Tree } from './oracle-formula-fixture.ts'

/** `event` is none of what has not happened, `cell` none of what is not imposed. */
export type Said =
  | { readonly kind: 'value'; readonly value: Fraction | string | boolean }
  | { readonly kind: 'day'; readonly value: number }
  | { readonly kind: 'event' | 'cell' }
  | { readonly kind: 'lacking'; readonly missing: ReadonlySet<string>; readonly refused: boolean }

type Plain = Readonly<Record<string, unknown>>

interface Hand {
  readonly line: number
  readonly members: Plain
}

const EVENT: Said = { kind: 'event' }
const CELL: Said = { kind: 'cell' }
/** None where a day is asked for: it counts as no number. */
const NO_DAY: Said = { kind: 'cell' }
const REFUSED: Said = { kind: 'lacking', missing: new Set(), refused: true }
const of = (value: Fraction | string | boolean): Said => ({ kind: 'value', value })
const DAY_MS = 86_400_000

function dayNumber(text: string): number {
  return Date.parse(`${text}T00:00:00Z`) / DAY_MS
}

/** The written value as what it is: a day, a condition, a number without its unit, a name. */
function written(text: string): Said {
  if (text === 'none') return CELL
  if (text === 'unknown') return REFUSED
  if (text === 'true' || text === 'false') return of(text === 'true')
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { kind: 'day', value: dayNumber(text) }
  const number = /-?\d+(?:\.\d+)?/.exec(text)?.[0]
  if (number === undefined) return of(text)
  return of(text.endsWith('%') ? new Fraction(number).div(100) : new Fraction(number))
}

function join(...sides: readonly Said[]): Said {
  const lacking = sides.filter((side) => side.kind === 'lacking')
  const missing = new Set(lacking.flatMap((side) => [...side.missing]))
  return { kind: 'lacking', missing, refused: lacking.some((side) => side.refused) }
}

const zeroIfCell = (said: Said): Said => (said === CELL ? of(new Fraction(0)) : said)
const isTrue = (said: Said): boolean => said.kind === 'value' && said.value === true
const isFalse = (said: Said): boolean => said.kind === 'value' && said.value === false

function monthsLater(date: Date, months: number): number {
  const first = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1)
  const next = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 1)
  return Math.min(first / DAY_MS + date.getUTCDate() - 1, next / DAY_MS)
}

/** Everything the programme says of the facts on that day, by provision. */
export function oracle(
  files: ReadonlyMap<string, string>,
  facts: Plain,
  asOf: string,
): ReadonlyMap<string, { readonly said: Said; readonly from: number | undefined }> {
  const yaml = (path: string): Plain => (parse(files.get(path) ?? '', { schema: 'failsafe' }) ?? {}) as Plain
  const vocabulary = yaml('vocabulary.yaml')
  const parameters = yaml('main/parameters.yaml')
  const provisions = yaml('main/provisions.yaml')
  const columns = (vocabulary['parts'] as { lines: Plain }).lines
  const lines = facts['parts'] as readonly Plain[] | undefined
  const categories = new Map<string, readonly string[]>()
  for (const [name, entry] of [...Object.entries(vocabulary), ...Object.entries(columns)]) {
    const members = (entry as { categories?: readonly string[] }).categories
    if (members !== undefined) categories.set(name, members)
  }
  const members = new Set([...categories.values()].flat())
  const known = new Map<string, { said: Said; from: number | undefined }>()

  const fact = (name: string, holder: Plain, path: string): Said => {
    const text = holder[name] as string | undefined
    if (text === undefined) return { kind: 'lacking', missing: new Set([path]), refused: false }
    return text === 'none' ? EVENT : written(text)
  }

  const name = (word: string, hand: Hand): Said => {
    if (members.has(word)) return of(word)
    if (word === 'assessment_date') return { kind: 'day', value: dayNumber(asOf) }
    if (hand.line >= 0 && word in columns)
      return fact(word, lines?.[hand.line] ?? {}, `parts[${hand.line + 1}].${word}`)
    if (word in hand.members) return of(hand.members[word] as string)
    if (word in vocabulary) return fact(word, facts, word)
    if (word in parameters) return look(word, [], '', hand)
    return provision(word, hand).said
  }

  const look = (table: string, keys: readonly Tree[], on: string, hand: Hand): Said => {
    const day = on === '' ? name('assessment_date', hand) : name(on, hand)
    const found = keys.map((key) => zeroIfCell(value(key, hand)))
    if (found.includes(EVENT)) return EVENT
    const parameter = parameters[table] as { unit: string; values: Plain; good_until?: string }
    const row = day.kind === 'day' ? rowOf(parameter, day.value) : undefined
    if (day.kind === 'event' || day.kind === 'cell') return EVENT
    if (day.kind === 'lacking' || row === undefined || found.some((key) => key.kind === 'lacking'))
      return join(day, ...found, ...(day.kind === 'day' && row === undefined ? [REFUSED] : []))
    let cell: unknown = row
    for (const key of found) {
      const next = below(cell as Plain, key)
      if (next === undefined) return REFUSED
      cell = next
    }
    const said = written(typeof cell === 'string' ? cell : (cell as { value: string }).value)
    return said === CELL && parameter.unit === 'date' ? NO_DAY : said
  }

  const rowOf = (parameter: { values: Plain; good_until?: string }, day: number): unknown => {
    if (parameter.good_until !== undefined && day > dayNumber(parameter.good_until)) return undefined
    const rows = Object.entries(parameter.values).map(([text, row]) => {
      if (text.length === 10) return { first: dayNumber(text), open: false, row }
      const [year = 0, month = 0] = text.split('-').map(Number)
      const last = Date.UTC(year, month, 0) / DAY_MS
      return { first: dayNumber(`${text}-01`), open: day <= last, row }
    })
    const inForce = rows.findLast(({ first }) => day >= first)
    if (inForce === undefined || inForce.open) return undefined
    const { row } = inForce
    return typeof row === 'object' && row !== null && 'values' in row ? row.values : row
  }

  const below = (cells: Plain, key: Said): unknown => {
    const amount = key.kind === 'value' ? key.value : ''
    for (const [text, cell] of Object.entries(cells)) {
      const bound = /^(up to|under) (.*)$/.exec(text)
      if (text === 'above') return cell
      if (bound !== null && amount instanceof Fraction) {
        const limit = written(bound[2] ?? '') as { value: Fraction }
        const order = amount.compare(limit.value)
        if (order < 0 || (order === 0 && bound[1] === 'up to')) return cell
      } else {
        const wanted = amount instanceof Fraction ? amount.toFraction() : String(amount)
        if (text.split(', ').includes(wanted)) return cell
      }
    }
    return undefined
  }

  const value = (tree: Tree, hand: Hand): Said => {
    const [kind, ...rest] = tree
    const side = (index: number): Said => value(rest[index] as Tree, hand)
    switch (kind) {
      case 'number':
        return of(new Fraction(rest[0] as string))
      case 'flag':
        return of(rest[0] === 'true')
      case 'name':
        return name(rest[0] as string, hand)
      case 'look':
        return look(rest[0] as string, rest.slice(2) as readonly Tree[], rest[1] as string, hand)
      case 'negative': {
        const inner = side(0)
        return inner.kind === 'value' ? of((inner.value as Fraction).neg()) : inner
      }
      case '+':
      case '-':
      case '*':
      case '/':
        return calculate(kind, side(0), side(1), rest[1] as Tree)
      case 'or':
        return negate(conjunction(negate(decided(side(0))), negate(decided(side(1)))))
      case 'and':
        return conjunction(decided(side(0)), decided(side(1)))
      case 'not':
        return negate(decided(side(0)))
      case 'met':
        return provision((rest[0] as Tree)[1] as string, hand).said
      case 'known': {
        const inner = side(0)
        return inner.kind === 'lacking' ? inner : of(inner.kind === 'value' || inner.kind === 'day')
      }
      case 'every':
        return every(rest[0] as string)
      case 'min among':
      case 'max among':
        return extreme(
          kind.slice(0, 3),
          rest.map((_, index) => side(index)),
        )
      case 'sum':
      case 'min':
      case 'max':
      case 'count':
        return gather(kind, rest as never, hand)
      default:
        return compare(kind, side(0), side(1))
    }
  }

  /** What is none does not hold. */
  const decided = (said: Said): Said => (said.kind === 'event' || said.kind === 'cell' ? of(false) : said)
  const negate = (said: Said): Said => (said.kind === 'value' ? of(said.value === false) : said)
  const conjunction = (a: Said, b: Said): Said =>
    isFalse(a) || isFalse(b) ? of(false) : isTrue(a) && isTrue(b) ? of(true) : join(a, b)

  const every = (word: string): Said => {
    const isLine = (provisions[word] as { per: string }).per === 'parts'
    if (isLine && lines === undefined) return { kind: 'lacking', missing: new Set(['parts']), refused: false }
    const hands: readonly Hand[] = isLine
      ? (lines ?? []).map((_, line) => ({ line, members: {} }))
      : (categories.get('form') ?? []).map((form) => ({ line: -1, members: { form } }))
    return hands.map((hand) => at(word, hand).said).reduce(conjunction, of(true))
  }

  const hands = (over: string, each: string, hand: Hand): readonly Hand[] =>
    each === ''
      ? (lines ?? []).map((_, line) => ({ line, members: hand.members }))
      : (categories.get(over) ?? []).map((one) => ({ line: -1, members: { ...hand.members, [over]: one } }))

  const gather = (
    kind: string,
    [inner, over, each, where]: readonly [Tree, string, string, Tree],
    hand: Hand,
  ): Said => {
    if (each === '' && lines === undefined) return { kind: 'lacking', missing: new Set([over]), refused: false }
    const all = hands(over, each, hand).flatMap((one) => {
      const holds = decided(value(where, one))
      return isFalse(holds) ? [] : [{ holds, said: kind === 'count' ? of(true) : value(inner, one) }]
    })
    if (all.some(({ holds, said }) => isTrue(holds) && said === EVENT)) return EVENT
    const unsettled = all.flatMap(({ holds, said }) => [holds, said]).filter((said) => said.kind === 'lacking')
    if (unsettled.length > 0) return join(...unsettled)
    if (kind === 'count') return of(new Fraction(all.length))
    const values = all.map(({ said }) => said)
    if (kind !== 'sum') return values.length === 0 ? REFUSED : extreme(kind, values)
    return values.reduce<Said>((a, b) => (b === CELL ? a : calculate('+', a, b)), of(new Fraction(0)))
  }

  const extreme = (kind: string, given: readonly Said[]): Said => {
    if (given.includes(EVENT)) return EVENT
    if (given.includes(NO_DAY)) return NO_DAY
    const unsettled = given.filter((said) => said.kind === 'lacking')
    if (unsettled.length > 0) return join(...unsettled)
    const order = kind === 'min' ? '<' : '>'
    return given.map(zeroIfCell).reduce((best, one) => (isTrue(compare(order, one, best)) ? one : best))
  }

  const calculate = (operator: string, a: Said, b: Said, right?: Tree): Said => {
    if (a === EVENT || b === EVENT) return EVENT
    if (operator === '*' && (a === CELL || b === CELL)) return CELL
    if (operator === '/' && a === CELL) return CELL
    if (a.kind === 'lacking' || b.kind === 'lacking') return join(a, b)
    const days = [a, b].filter((side) => side.kind === 'day' || side === NO_DAY).length
    if ((a.kind === 'cell' || b.kind === 'cell') && days > 0) return days === 2 ? CELL : NO_DAY
    if (a === CELL && b === CELL) return CELL
    if (a.kind === 'day' && b.kind === 'day') return of(new Fraction(a.value).sub(b.value))
    if (a.kind === 'day' || b.kind === 'day') {
      const day = a.kind === 'day' ? a.value : (b as { value: number }).value
      const amount = ((a.kind === 'day' ? b : a) as { value: Fraction }).value
      return moved(day, operator === '-' ? amount.neg() : amount, right)
    }
    const [x, y] = [zeroIfCell(a), zeroIfCell(b)] as readonly { readonly value: Fraction }[]
    if (x === undefined || y === undefined) throw new Error(operator)
    if (operator === '+') return of(x.value.add(y.value))
    if (operator === '-') return of(x.value.sub(y.value))
    if (operator === '*') return of(x.value.mul(y.value))
    return y.value.equals(0) ? REFUSED : of(x.value.div(y.value))
  }

  /** Days, or months and years of a table in them; a day that a month does not have becomes the first of the next. */
  const moved = (day: number, amount: Fraction, right: Tree | undefined): Said => {
    const table = right?.[0] === 'name' || right?.[0] === 'look' ? parameters[right[1] as string] : undefined
    const unit = (table as { unit: string } | undefined)?.unit
    if (amount.d !== 1n) return REFUSED
    const count = Number(amount.s * amount.n)
    const date = new Date(day * DAY_MS)
    const months = unit === 'years' ? count * 12 : unit === 'months' ? count : 0
    const there = months === 0 ? day + (unit === 'years' || unit === 'months' ? 0 : count) : monthsLater(date, months)
    const year = new Date(there * DAY_MS).getUTCFullYear()
    return year >= 1900 && year <= 2199 ? { kind: 'day', value: there } : REFUSED
  }

  const compare = (operator: string, a: Said, b: Said): Said => {
    if (a === EVENT || b === EVENT) return of(false)
    if (a.kind === 'lacking' || b.kind === 'lacking') return join(a, b)
    if (a === NO_DAY || b === NO_DAY) return of(false)
    const [x, y] = [zeroIfCell(a), zeroIfCell(b)] as readonly { readonly value: Fraction | string | boolean | number }[]
    if (x === undefined || y === undefined) throw new Error(operator)
    const equal = x.value instanceof Fraction ? x.value.equals(y.value as Fraction) : x.value === y.value
    const less = x.value instanceof Fraction ? x.value.lt(y.value as Fraction) : x.value < y.value
    const answers: Readonly<Record<string, boolean>> = {
      '=': equal,
      '!=': !equal,
      '<': less,
      '<=': less || equal,
      '>': !less && !equal,
      '>=': !less,
    }
    return of(answers[operator] ?? false)
  }

  const provision = (word: string, hand: Hand): { said: Said; from: number | undefined } => {
    const per = (provisions[word] as { per?: unknown }).per
    if (per === 'parts') return at(word, { line: hand.line, members: {} })
    if (per !== 'form') return at(word, { line: -1, members: {} })
    const member = name('form', hand)
    return member.kind === 'value'
      ? at(word, { line: -1, members: { form: member.value } })
      : { said: member, from: undefined }
  }

  const at = (word: string, hand: Hand): { said: Said; from: number | undefined } => {
    const key = `${word} ${hand.line} ${String(hand.members['form'])}`
    const found = known.get(key) ?? finding(provisions[word] as Plain, hand)
    known.set(key, found)
    return found
  }

  const finding = (law: Plain, hand: Hand): { said: Said; from: number | undefined } => {
    const formula = (key: string): Said => value(readFormula(law[key] as string), hand)
    const asked = conjunction(
      'when' in law ? decided(formula('when')) : of(true),
      'unless' in law ? negate(decided(formula('unless'))) : of(true),
    )
    const amount = (): Said => rounded(law, amountOf(law, hand))
    if (law['kind'] === 'measure') return { said: amount(), from: undefined }
    if (law['kind'] === 'requirement')
      return { said: negate(conjunction(asked, negate(decided(formula('requires'))))), from: undefined }
    const hasAmount = 'amount' in law || 'cases' in law
    const nothing = { said: hasAmount ? CELL : NO_DAY, from: undefined }
    if (isFalse(asked)) return nothing
    if (law['kind'] !== 'sanction') {
      const due = amount()
      return { said: asked.kind === 'lacking' ? join(asked, due) : due, from: undefined }
    }
    const from = formula('from')
    if (from === EVENT || from === NO_DAY) return nothing
    if (asked.kind === 'lacking' || from.kind === 'lacking')
      return {
        said: join(asked, from, hasAmount ? amount() : from),
        from: from.kind === 'day' ? from.value : undefined,
      }
    return { said: hasAmount ? amount() : from, from: from.kind === 'day' ? from.value : undefined }
  }

  const amountOf = (law: Plain, hand: Hand): Said => {
    if (typeof law['amount'] === 'string') return value(readFormula(law['amount']), hand)
    for (const one of law['cases'] as readonly Record<string, string>[]) {
      if (one['otherwise'] !== undefined) return value(readFormula(one['otherwise']), hand)
      const holds = decided(value(readFormula(one['when'] ?? ''), hand))
      if (isFalse(holds)) continue
      const amount = (): Said => value(readFormula(one['amount'] ?? ''), hand)
      if (isTrue(holds)) return amount()
      return holds.kind === 'lacking' && holds.refused ? join(holds, amount()) : holds
    }
    return REFUSED
  }

  const rounded = (law: Plain, said: Said): Said => {
    const match = /^(down|up|half up|half even) to (.+)$/.exec((law['round'] as string | undefined) ?? '')
    if (match === null || said.kind !== 'value' || !(said.value instanceof Fraction)) return said
    const step = (written(match[2] ?? '') as { value: Fraction }).value
    const steps = said.value.div(step).abs()
    const whole = steps.floor()
    const rest = steps.sub(whole)
    const half = rest.compare(0.5)
    const more =
      match[1] === 'up'
        ? !rest.equals(0)
        : match[1] === 'half up'
          ? half >= 0
          : match[1] === 'half even' && (half > 0 || (half === 0 && !whole.mod(2).equals(0)))
    const size = whole.add(more ? 1 : 0).mul(step)
    return of(said.value.lt(0) ? size.neg() : size)
  }

  const whole = Object.keys(provisions).filter((word) => (provisions[word] as Plain)['per'] === undefined)
  return new Map(whole.map((word) => [word, at(word, { line: -1, members: {} })]))
}
