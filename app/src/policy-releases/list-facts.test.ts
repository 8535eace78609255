import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { engineFor, engineFrom, measure, provision } from '@maqami/engine/lamps-fixture.ts'
import { policyFiles } from '@maqami/engine/policy-fixture.ts'
import { plain } from '@maqami/engine/load/examples.ts'
import { readYaml } from '@maqami/engine/load/yaml.ts'
import { factsText } from './list-facts.ts'

const LAMPS = engineFor({
  vocabulary: `
price: { label: Price, unit: PKR, at_least: PKR 1 }
share: { label: Share, unit: percent, at_most: 50% }
form: { label: Form, categories: [plug, bulb] }
sold_on: { label: Day of sale, unit: date, event: true }
open: { label: Open, unit: boolean }
remark: { label: Remark, text: true, describes: true }
parts: { label: Parts, key: part, lines: { part: { label: Part, text: true, describes: true }, value: { label: Value, unit: PKR } } }
gifts: { label: Gifts, optional: true, lines: { worth: { label: Worth, unit: PKR } } }
`,
  provisions:
    measure('taxed', 'price * share + (sum of value over parts)') +
    measure('given', 'sum of worth over gifts') +
    provision('liability', 'fee', 'when: open and form = bulb\namount: taxed\nround: exact') +
    provision('sanction', 'stop', 'effect: suspend licence\nfrom: sold_on + 1 day'),
}).programme

it('says of each fact how it is written, what it is, its bounds, and the findings that rest on it at whatever remove', () => {
  const text = factsText(LAMPS, 'en')
  expect(text).toContain('price: PKR 84.50\n    Price. At least PKR 1. For: fee.\n')
  expect(text).toContain('share: 10%\n    Share. At most 50%. For: fee.\n')
  expect(text).toContain('form: plug, bulb\n    Form. For: fee.\n')
  expect(text).toContain('sold_on: 2027-06-30, none\n    Day of sale. For: stop.\n')
  expect(text).toContain('open: true, false\n    Open. For: fee.\n')
  expect(text).toContain('remark: …\n    Remark. Describes, and decides nothing.\n')
  expect(text).toContain("parts:\n    Parts. For: fee.\n    A list of lines, each with its own 'part':\n    part: …\n")
  // Only a measure uses it.
  expect(text).toContain(
    'gifts:\n    Gifts. For: given. Left out, there are none.\n    A list of lines:\n    worth: PKR 84.50',
  )
})

it('is told in Urdu too', () => {
  const text = factsText(engineFrom(policyFiles('pk-medmp-2026')).programme, 'ur').replaceAll(/[\u2066-\u2069]/g, '')
  expect(text).toContain('kit_form: cbu, skd, ckd, none\n    آلات کی درآمد کی صورت۔ ان کے لیے درکار: ')
})

it('the facts among the examples are those that its programme asks for, but for the value of a single device', () => {
  const read = readYaml('facts.yaml', readFileSync(join(import.meta.dirname, '../../../examples/facts.yaml'), 'utf8'))
  const given = read.ok ? Object.keys(plain(read.node) as object) : []
  const { facts, groups } = engineFrom(policyFiles('pk-medmp-2026')).programme.vocabulary
  const asked = [...facts.keys(), ...groups.keys()].filter((name) => name !== 'cf_value' && name !== 'exchange_rate')
  expect(given.toSorted()).toEqual(asked.toSorted())
})
