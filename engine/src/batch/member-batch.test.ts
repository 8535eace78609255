import { expect, it } from 'vitest'
import { readFacts } from '../determine/facts.ts'
import { dayFor } from '../lamps-fixture.ts'
import { columnsOf, differences, engineOfFolder, finish } from './batch-fixture.ts'

const NAMES = ['smartphone', 'feature_phone', 'laptop', 'tablet', 'pos_terminal', 'iot_device', 'wearable']

it('a batch keeps a measure that is a member of a category, and what is missing of it', () => {
  const engine = engineOfFolder('pk-medmp-2026', {
    file: 'localization/provisions.yaml',
    more: `
category_assessed:
  kind: measure
  label: { en: Category, ur: زمرہ }
  clause: draft-2026-01, localization
  summary: { en: The category assessed., ur: زیرِ تشخیص زمرہ۔ }
  amount: category
`,
  })
  const rows = [...NAMES, undefined].map((category) => {
    const read = readFacts(engine.programme.vocabulary, category === undefined ? {} : { category })
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    return { facts: read.facts, day: dayFor('2027-06-30') }
  })
  expect(differences(engine, rows)).toEqual([])
  const { findings } = finish(engine, columnsOf(engine, rows))
  const assessed = findings.find(({ provision }) => provision.name === 'category_assessed')
  expect([...(assessed?.values ?? [])].slice(0, NAMES.length)).toEqual(NAMES.map((_, member) => member))
})
