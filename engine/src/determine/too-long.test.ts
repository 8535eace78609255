import { expect, it } from 'vitest'
import { engineOf, determine } from './determine.ts'
import { readFacts } from './facts.ts'
import { shown } from '../check/run-examples.ts'
import { loadProgramme } from '../load/programme.ts'

const HEAD = `
programme: chain
title: Chain
authority: Board
currency: PKR
year_starts: 07-01
languages: [en]
status: draft
evidence: assumed
parts: [p]
sources: { s: { title: t } }
`

/** m0 squares m1, which squares m2, and so on down to the fact x. */
function squaring(depth: number): ReadonlyMap<string, string> {
  const measures = Array.from({ length: depth }, (_, index) => {
    const next = index === depth - 1 ? 'x' : `m${index + 1}`
    return `m${index}: { kind: measure, label: m, source: s, amount: ${next} * ${next} }`
  })
  return new Map([
    ['programme.yaml', HEAD],
    ['vocabulary.yaml', 'x: { unit: number }\n'],
    ['p/provisions.yaml', measures.join('\n')],
  ])
}

it('a number that squares itself beyond any use is refused, and says where', () => {
  const loaded = loadProgramme(squaring(60))
  if (!loaded.ok) throw new Error(loaded.problems[0]?.sentence)
  const read = readFacts(loaded.programme.vocabulary, { x: '3.17' })
  if (!read.ok) throw new Error(read.problems[0]?.sentence)
  const { findings } = determine(engineOf(loaded.programme), read.facts, 20_000)
  // 3.17 is 317/100; two to the power of 60 such factors have far more than forty thousand digits.
  expect(shown(findings[0] as (typeof findings)[0])).toMatch(/^refused, m\d+ \(too_long\)/)
  // 3.17² = 10.0489.
  expect(shown(findings.at(-1) as (typeof findings)[0])).toBe('10.0489')
})

it('provisions that lean on each other more than a hundred deep do not load, and nothing breaks', () => {
  const loaded = loadProgramme(squaring(1900))
  expect(loaded.ok ? '' : loaded.problems[0]?.sentence).toContain(
    "'m0' needs another provision, and that another, 100 deep",
  )
})
