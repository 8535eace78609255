/** A second reading of formulas, straight from docs/language.md, that shares nothing with the engine: text to a tree of lists. */

export interface Tree extends ReadonlyArray<Tree | string> {
  readonly 0: string
}

/** `['+', left, right]`, `['name', 'price']`, `['look', 'rate', 'on or empty', ...keys]`, `['sum', of, over, each, where]`. */
export function readFormula(text: string): Tree {
  const words = text.match(/[a-z][a-z0-9_]*|\d+|<=|>=|!=|[-+*/=<>()[\],]/g) ?? []
  let at = 0
  const next = (): string => words[at] ?? ''
  const take = (): string => {
    at += 1
    return words[at - 1] ?? ''
  }
  const takes = (word: string): boolean => {
    if (next() !== word) return false
    at += 1
    return true
  }
  const chain = (below: () => Tree, ...operators: readonly string[]): Tree => {
    let left = below()
    while (operators.includes(next())) left = [take(), left, below()]
    return left
  }
  const list = (close: string): readonly Tree[] => {
    const items = [sum()]
    while (takes(',')) items.push(sum())
    if (take() !== close) throw new Error(`${text}: no ${close}`)
    return items
  }
  const expression = (): Tree => chain(conjunction, 'or')
  const conjunction = (): Tree => chain(negation, 'and')
  const negation = (): Tree => (takes('not') ? ['not', negation()] : comparison())
  const comparison = (): Tree => {
    if (takes('every')) {
      const name = take()
      const negated = takes('is') && takes('not')
      return unlessNegated(['every', name], negated && take() !== '')
    }
    const left = sum()
    if (takes('is')) {
      const negated = takes('not')
      return unlessNegated([take(), left], negated)
    }
    return ['<', '<=', '>', '>=', '=', '!='].includes(next()) ? [take(), left, sum()] : left
  }
  const unlessNegated = (tree: Tree, negated: boolean): Tree => {
    if (tree[0] === 'every' && !negated) take()
    return negated ? ['not', tree] : tree
  }
  const sum = (): Tree => chain(product, '+', '-')
  const product = (): Tree => chain(factor, '*', '/')
  const factor = (): Tree => (takes('-') ? ['negative', primary()] : primary())
  const primary = (): Tree => {
    const word = take()
    if (word === '(') {
      const inner = isGathering() ? aggregate() : expression()
      if (take() !== ')') throw new Error(`${text}: no )`)
      return inner
    }
    if (word === '1' && takes('day')) return ['number', '1']
    if (/^\d/.test(word)) return ['number', word]
    if (word === 'true' || word === 'false') return ['flag', word]
    if ((word === 'min' || word === 'max') && takes('(')) return [`${word} among`, ...list(')')]
    const keys = takes('[') ? list(']') : []
    const on = takes('on') ? take() : ''
    return keys.length > 0 || on !== '' ? ['look', word, on, ...keys] : ['name', word]
  }
  const isGathering = (): boolean => next() === 'count' || (/^(?:sum|min|max)$/.test(next()) && words[at + 1] === 'of')
  const aggregate = (): Tree => {
    const gathering = take()
    const of: Tree = takes('of') ? sum() : ['number', '1']
    if (take() !== 'over') throw new Error(`${text}: no over`)
    const each = takes('each') ? 'each' : ''
    const over = take()
    return [gathering, of, over, each, takes('where') ? expression() : ['flag', 'true']]
  }
  const tree = isGathering() ? aggregate() : expression()
  if (at < words.length) throw new Error(`${text}: more behind '${words.slice(0, at).join(' ')}'`)
  return tree
}
