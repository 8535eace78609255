/** Random formulas that fit: every name is known where it is used, and every unit is the one that is asked for. */
import {
  CATEGORIES,
  COLUMNS,
  FACTS,
  type Axis,
  type Known,
  type Made,
  type Table,
  type Tape,
} from './generated-names-fixture.ts'

export interface Formulas {
  /** An amount in that unit, as a factor: it may stand beside any operator. */
  readonly value: (unit: string, depth: number) => string
  /** As `value`, and now and then an aggregate without parentheses. */
  readonly formula: (unit: string, depth: number) => string
  readonly condition: (depth: number) => string
}

/** What a formula has in hand. */
export interface InHand {
  readonly line: boolean
  readonly members: readonly string[]
}

export function formulas(tape: Tape, tables: readonly Table[], made: readonly Made[], hand: InHand): Formulas {
  const names: readonly Known[] = hand.line ? [...COLUMNS, ...FACTS] : FACTS
  /** A provision of a line needs that line; one of a member finds it in hand or in the fact. */
  const usable = made.filter(({ per }) => per !== 'parts' || hand.line)
  const categoryInHand = (category: string): boolean =>
    hand.members.includes(category) || names.some(({ name }) => name === category)

  const lookUp = (table: Table, depth: number): string => {
    const keys = table.by.map((axis) => keyOf(axis, depth - 1))
    const on = tape.chance(25) ? ` on ${tape.pick(dates())}` : ''
    if (keys.length === 0) return `${table.name}${on}`
    return `${table.name}[${keys.join(', ')}]${on}`
  }
  const dates = (): readonly string[] => [
    ...names.filter(({ unit }) => unit === 'date').map(({ name }) => name),
    'assessment_date',
  ]
  const keyOf = (axis: Axis, depth: number): string => {
    const members = CATEGORIES[axis]
    if (members !== undefined) return categoryInHand(axis) && tape.chance(70) ? axis : tape.pick(members)
    if (axis === 'open') return tape.chance(50) ? 'open' : `(${condition(Math.max(0, depth))})`
    return value(axis === 'count' ? 'count' : axis.slice('band of '.length), Math.max(0, depth))
  }
  const atoms = (unit: string, depth: number): readonly (() => string)[] => [
    ...names
      .filter((one) => one.unit === unit)
      .map(
        ({ name }) =>
          () =>
            name,
      ),
    ...tables.filter((one) => one.unit === unit).map((table) => () => lookUp(table, depth)),
    ...usable
      .filter((one) => one.unit === unit)
      .map(
        ({ name }) =>
          () =>
            name,
      ),
    ...(unit === 'date' ? [() => 'assessment_date'] : []),
  ]

  const over = (gathering: string, unit: string, depth: number): string => {
    const lines = tape.chance(70)
    const inner = formulas(tape, tables, made, {
      line: lines,
      members: lines ? hand.members : [...hand.members, 'form'],
    })
    const where = tape.chance(50) ? ` where ${inner.condition(depth - 1)}` : ''
    const what = gathering === 'count' ? 'count' : `${gathering} of ${inner.value(unit, depth - 1)}`
    return `${what} over ${lines ? 'parts' : 'each form'}${where}`
  }
  const product = (unit: string, depth: number): string => {
    const one = (of: string): string => value(of, depth - 1)
    const ways: Readonly<Record<string, readonly (() => string)[]>> = {
      PKR: [
        () => `${one('percent')} * ${one('PKR')}`,
        () => `${one('PKR')} * ${one('count')}`,
        () => `${one('PKR')} / ${one('count')}`,
        () => `${one('exchange')} * ${one('USD')}`,
      ],
      USD: [() => `${one('PKR')} / ${one('exchange')}`, () => `${one('USD')} * ${one('percent')}`],
      percent: [
        () => `${one('PKR')} / ${one('PKR')}`,
        () => `${one('count')} / ${one('count')}`,
        () => `1 - ${one('percent')}`,
        () => `${one('percent')} * ${one('percent')}`,
      ],
      count: [() => `${one('count')} * ${one('count')}`, () => `${one('count')} - 1`],
      number: [() => `${one('number')} * ${one('percent')}`, () => `${one('number')} / ${one('count')}`],
      days: [() => `${one('date')} - ${one('date')}`, () => `${one('days')} + 1 day`],
      date: [
        () => `${one('date')} + ${one('days')}`,
        () => `${one('date')} - ${one('days')}`,
        ...tables
          .filter(({ unit: its }) => its === 'months' || its === 'years')
          .map((table) => () => `${one('date')} ${tape.pick(['+', '-'])} ${lookUp(table, depth - 1)}`),
      ],
    }
    return `(${tape.pick(ways[unit] ?? [() => one(unit)])()})`
  }
  const value = (unit: string, depth: number): string => {
    if (unit === 'exchange') return 'exchange_rate'
    if (unit === 'boolean') return tape.chance(50) ? tape.pick(atoms('boolean', depth))() : `(${condition(depth)})`
    if (depth <= 0 || tape.chance(35)) return tape.pick(atoms(unit, depth))()
    const isDate = unit === 'date'
    const one = (): string => value(unit, depth - 1)
    const ways: readonly (() => string)[] = [
      () => product(unit, depth),
      () => `${tape.pick(['min', 'max'])}(${one()}, ${one()}${tape.chance(20) && !isDate ? ', 0' : ''})`,
      () => `(${over(tape.pick(isDate ? ['min', 'max'] : ['sum', 'min', 'max']), unit, depth)})`,
      ...(isDate ? [] : [() => `(${one()} + ${one()})`, () => `(${one()} - ${one()})`, () => `(-${one()})`]),
      ...(unit === 'count' ? [() => `(${over('count', unit, depth)})`] : []),
    ]
    return tape.pick(ways)()
  }
  const known = (): readonly string[] => [
    ...names.filter(({ event }) => event).map(({ name }) => name),
    ...tables.filter(({ by }) => by.length === 0).map(({ name }) => name),
    ...usable.filter(({ unit }) => unit !== 'met').map(({ name }) => name),
  ]
  const condition = (depth: number): string => {
    const compared = tape.pick(['PKR', 'percent', 'count', 'number', 'days', 'date', 'USD'])
    const orders = ['<', '<=', '>', '>=', '=', '!=']
    const compare = (): string => `${value(compared, depth - 1)} ${tape.pick(orders)} ${value(compared, depth - 1)}`
    const not = (): string => (tape.chance(30) ? 'not ' : '')
    const met = usable.filter(({ unit }) => unit === 'met')
    const each = made.filter(({ unit, per }) => unit === 'met' && per !== undefined)
    const member = (category: string): string => tape.pick(CATEGORIES[category] ?? [])
    const simple: readonly (() => string)[] = [
      compare,
      () => `open`,
      () => `form ${tape.pick(['=', '!='])} ${member('form')}`,
      () => `${tape.pick(known())} is ${not()}known`,
      ...(hand.line ? [() => `book = ${member('book')}`, () => 'tested', () => `${member('book')} != book`] : []),
      ...(met.length > 0 ? [() => `${tape.pick(met).name} is ${not()}met`] : []),
      ...(each.length > 0 ? [() => `every ${tape.pick(each).name} is ${not()}met`] : []),
      () => `open = ${tape.pick(['true', 'false'])}`,
    ]
    if (depth <= 0 || tape.chance(50)) return tape.pick(simple)()
    return tape.pick([
      () => `${condition(depth - 1)} and ${tape.pick(simple)()}`,
      () => `${tape.pick(simple)()} or ${condition(depth - 1)}`,
      () => `not (${condition(depth - 1)})`,
      () => `(${condition(depth - 1)} or ${condition(depth - 1)}) and ${tape.pick(simple)()}`,
    ])()
  }
  const formula = (unit: string, depth: number): string =>
    ['PKR', 'percent', 'USD', 'count', 'date'].includes(unit) && tape.chance(25)
      ? over(tape.pick(unit === 'date' ? ['min', 'max'] : ['sum', 'max', 'min']), unit, depth)
      : value(unit, depth)
  return { value, formula, condition }
}
