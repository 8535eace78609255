import { describe, expect, it } from 'vitest'
import { policyFiles } from '../policy-fixture.ts'
import { engineFrom } from '../lamps-fixture.ts'
import { noticed } from './damage-fixture.ts'

const BICYCLES = policyFiles('bicycles')

describe('one word of a quotation', () => {
  const quoting = [...engineFrom(BICYCLES).programme.provisions.values()].filter(
    (provision) => provision.quotation !== undefined,
  )

  it.each(quoting.map((provision) => [provision.name, provision] as const))(
    'in %s: changed, whichever it is, or left out, is shown',
    (name, provision) => {
      const quoted = provision.quotation?.text ?? ''
      const words = quoted.split(' ')
      expect(words.length).toBeGreaterThan(5)
      const { file } = provision.at
      const [before, body] = splitAt(BICYCLES.get(file) ?? '', `\n${name}:`)
      for (const index of words.keys()) {
        const damages = [
          words.with(index, `${words[index]}x`),
          ...(index === 0 || index === words.length - 1 ? [] : [words.toSpliced(index, 1)]),
        ]
        for (const damage of damages) {
          const text = body.replace(
            /\n {2}text: (?:>-\n(?: {4}.*\n)+|.*\n)/,
            () => `\n  text: >-\n    ${damage.join(' ')}\n`,
          )
          const found = noticed(new Map(BICYCLES).set(file, before + text))
          expect(found, damage.join(' ')).toHaveLength(1)
          expect(found[0]).toContain(`${file}:`)
          expect(found[0]).toContain(
            `The quotation in '${name}' is not what act, ${provision.clause?.place} says: it first differs at '`,
          )
        }
      }
    },
  )
})

function splitAt(text: string, mark: string): readonly [string, string] {
  const index = `\n${text}`.indexOf(mark)
  if (index === -1) throw new Error(mark)
  return [text.slice(0, index), text.slice(index)]
}
