/**
 * Units of numbers, as text: `percent`, `count`, `number`, `days`, `PKR`, `PKR per USD`.
 * `zero` and `one` are the units of the literals 0 and 1, which take the unit of what stands beside them.
 */
export type Unit = string

const PURE: ReadonlySet<string> = new Set(['percent', 'count', 'number', 'zero', 'one'])

function isPure(unit: Unit): boolean {
  return PURE.has(unit)
}

const CURRENCY = /^[A-Z]{3}$/

export function isCurrency(unit: Unit): boolean {
  return CURRENCY.test(unit)
}

/** The unit of a sum, difference or comparison of the two, or undefined when they do not mix. */
export function sameUnit(a: Unit, b: Unit): Unit | undefined {
  if (a === b) return a
  if (a === 'zero') return b
  if (b === 'zero') return a
  if (a === 'one' && isPure(b)) return b
  if (b === 'one' && isPure(a)) return a
  return undefined
}

interface Factors {
  readonly over: readonly string[]
  readonly under: readonly string[]
}

function factorsOf(unit: Unit): Factors {
  if (isPure(unit)) return { over: [], under: [] }
  const [over = '', under = ''] = unit.split(' per ')
  return { over: over.split(' ').filter((part) => part !== '1'), under: under === '' ? [] : under.split(' ') }
}

function unitOf(over: readonly string[], under: readonly string[]): Unit | undefined {
  const left = [...over]
  const right: string[] = []
  for (const factor of under) {
    const index = left.indexOf(factor)
    if (index === -1) right.push(factor)
    else left.splice(index, 1)
  }
  if (left.length === 0 && right.length === 0) return undefined
  const top = left.length === 0 ? '1' : left.toSorted().join(' ')
  return right.length === 0 ? top : `${top} per ${right.toSorted().join(' ')}`
}

export function productUnit(a: Unit, b: Unit): Unit {
  if (isPure(a) && isPure(b)) {
    if (a === 'zero' || b === 'zero') return 'zero'
    if (a === 'one') return b
    if (b === 'one') return a
    return a === b ? a : 'number'
  }
  const [left, right] = [factorsOf(a), factorsOf(b)]
  return unitOf([...left.over, ...right.over], [...left.under, ...right.under]) ?? 'percent'
}

export function quotientUnit(a: Unit, b: Unit): Unit {
  if (isPure(a) && isPure(b)) return a === 'zero' ? 'zero' : a === b ? 'percent' : b === 'one' ? a : 'number'
  const [left, right] = [factorsOf(a), factorsOf(b)]
  return unitOf([...left.over, ...right.under], [...left.under, ...right.over]) ?? 'percent'
}
