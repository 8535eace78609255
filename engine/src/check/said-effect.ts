/** Whether some example says of an amount who owes it, and of a sanction what it does. */
import type { TypedProvision } from '../expression/typed.ts'
import type { Problem } from '../load/problem.ts'
import type { Example } from '../load/examples.ts'
import { wordOf } from './run-examples.ts'

/** Money owed that became money received, or a suspension that became a revocation, would come out the same otherwise. */
export function checkSaidEffect(provision: TypedProvision, examples: readonly Example[]): readonly Problem[] {
  const { name, source } = provision
  const word = wordOf(provision)
  if (word === undefined) return []
  const isSaid = examples.some(({ expect }) =>
    expect.some(({ finding, text }) => finding === name && text.startsWith(`${word} `)),
  )
  if (isSaid) return []
  const open = source.kind === 'sanction' ? `what '${name}' does` : `whether '${name}' is owed or granted`
  const sentence = `No example says ${open}. Say so in one: '${name}: ${word} …'.`
  return [{ ...source.at, sentence }]
}
