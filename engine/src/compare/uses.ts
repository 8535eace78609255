/** What rests on what: the provisions that use a number, a fact or each other. */
import type { Typed } from '../expression/typed.ts'
import { formulasOf, nodesOf } from '../expression/walk-typed.ts'
import type { Programme } from '../load/programme.ts'

export interface Use {
  /** A parameter, a provision, a fact, a group of lines or a column of one: `parts.book`. */
  readonly name: string
  /** Provisions whose formulas name it. */
  readonly direct: readonly string[]
  /** Those that rest on the former, at whatever remove, in the order of the law. */
  readonly through: readonly string[]
}

/** By provision: what its formulas name. */
export type Links = ReadonlyMap<string, ReadonlySet<string>>

export function linksOf({ typed }: Programme): Links {
  return new Map(
    [...typed.provisions].map(([name, provision]) => [
      name,
      new Set(formulasOf(provision).flatMap(({ root }) => [...nodesOf(root)].flatMap(namesIn))),
    ]),
  )
}

function namesIn(node: Typed): readonly string[] {
  if (node.kind === 'parameter') return [node.parameter.name]
  if (node.kind === 'fact') return [node.name]
  if (node.kind === 'column') return [node.group, `${node.group}.${node.name}`]
  if (node.kind === 'aggregate') return node.over.kind === 'lines' ? [node.over.group] : []
  return 'provision' in node ? [node.provision.name] : []
}

export function useOf(name: string, links: Links): Use {
  const usersOf = (one: string): readonly string[] =>
    [...links].flatMap(([user, named]) => (named.has(one) ? [user] : []))
  const direct = usersOf(name)
  const all = new Set(direct)
  // A set may grow while it is gone through, and gives what was added too.
  for (const one of all) for (const user of usersOf(one)) all.add(user)
  const through = [...links.keys()].filter((one) => all.has(one) && !direct.includes(one) && one !== name)
  return { name, direct, through }
}
