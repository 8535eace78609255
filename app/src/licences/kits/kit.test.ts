/** How many parts a kit has to have is what the law of the day says, and nothing here. */
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Engine } from '@maqami/engine/determine/determine.ts'
import { PROJECT_ROOT } from '../../policy-releases/find-folder.ts'
import { loadRelease } from '../../policy-releases/load-release.ts'
import { type HeldKit, judgeKit, withOthers } from './kit.ts'

let law: Engine
let bicycles: Engine
beforeAll(async () => {
  law = (await loadRelease(join(PROJECT_ROOT, 'policy', 'pk-medmp-2026'))).engine
  bicycles = (await loadRelease(join(PROJECT_ROOT, 'policy', 'bicycles'))).engine
})

const KIT = { entry: 'KAPE-1', kit: 'Sitara', kit_form: 'skd', declared_on: '2026-08-01' }
/** Assumed by the programme: the reports name no number of days. */
const WINDOW = { window_days: 30, window_is_assumed: true }
const judged = (category: string, parts: number, kit_form = 'skd') =>
  judgeKit(law, { ...KIT, category, parts, kit_form })

// The draft as reported: at least 40 parts in a kit of a smartphone, 15 of a feature phone.
test.each([
  ['smartphone', 39, 'not_met', 40],
  ['smartphone', 40, 'met', 40],
  ['smartphone', 72, 'met', 40],
  ['feature_phone', 14, 'not_met', 15],
  ['feature_phone', 15, 'met', 15],
])('a kit of a %s with %i parts is %s', (category, parts, finding, least) => {
  expect(judged(category, parts)).toEqual({ finding, least, ...WINDOW })
})

test('of other categories, of finished devices and under other laws no least number is asked for', () => {
  for (const one of [judged('laptop', 1), judged('smartphone', 1, 'cbu')])
    expect(one).toEqual({ finding: 'not_asked', least: null, ...WINDOW })
  // That law says nothing of kits, nor of declarations that are read together.
  expect(judgeKit(bicycles, { ...KIT, category: 'x', parts: 1 })).toEqual({
    finding: 'not_asked',
    least: null,
    window_days: null,
    window_is_assumed: false,
  })
})

test('what the programme does not name is said, and a day before its law is undetermined', () => {
  expect(judged('toaster', 40)).toMatchObject({ problems: [{ path: 'category' }] })
  expect(judgeKit(law, { ...KIT, category: 'smartphone', parts: 40, declared_on: '2026-06-30' })).toEqual({
    finding: 'undetermined',
    least: null,
    window_days: null,
    window_is_assumed: false,
  })
})

test('whole kits one after another are so many kits; a piece beside another declaration may be of one', () => {
  const held = { ...KIT, category: 'smartphone', parts: 45, finding: 'met', least: 40 } as unknown as HeldKit
  const other = (parts: number, finding: 'met' | 'not_met') => ({
    entry: 'KAPE-2',
    parts,
    finding,
    declared_on: '2026-08-09',
  })
  expect(withOthers(held, []).flagged).toBe(false)
  expect(withOthers(held, [other(45, 'met')]).flagged).toBe(false)
  expect(withOthers(held, [other(20, 'not_met')]).flagged).toBe(true)
  expect(withOthers({ ...held, parts: 20, finding: 'not_met' }, [other(25, 'not_met')]).flagged).toBe(true)
  // Alone it is not whole, which the answer says; there is nothing to put together.
  expect(withOthers({ ...held, parts: 20, finding: 'not_met' }, []).flagged).toBe(false)
})
