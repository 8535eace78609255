import { parseDay } from '@maqami/engine/value/date.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadRelease } from '../policy-releases/load-release.ts'
import { unchanged, type Written } from './comparison.ts'
import type { Question } from './compare-routes.ts'
import { COMPARISON_FILE, loadComparison } from './load-comparison.ts'
import { withNamedCells } from './name-lines.ts'
import { type OpenRoutes, openRoutes } from './open-routes.ts'
import { protectProducts } from './protect-products.ts'
import { type ProtectedJson, protectionJson } from './protection-json.ts'
import { protectionView } from './protection-view.ts'

const DAY = parseDay('2026-11-23') ?? 0
let routes: OpenRoutes

beforeAll(async () => {
  routes = await openRoutes(
    await loadRelease('pk-handset-comparison'),
    async ({ programme, draft }) => await loadRelease(programme, draft),
  )
})

function questionOf(given: Written, law = 'in_force', day = DAY): Question {
  const named = withNamedCells(routes.engine.programme.vocabulary, unchanged(routes.comparison), given)
  const found = routes.comparison.laws.find(({ name }) => name === law)
  if (!named.ok || found === undefined) throw new Error('no such question')
  return { law: found, facts: named.facts, day }
}

function protectedProduct(product: string, question: Question): ProtectedJson {
  const found = protectProducts(routes, question)
  if (!found.ok) throw new Error(found.problems[0]?.sentence)
  const one = protectionJson(routes, question, found.products).products.find((row) => row.product === product)
  if (one === undefined) throw new Error(`no product ${product}`)
  return one
}

function rateOf(product: string, given: Written = {}, law = 'in_force'): string {
  const rate = protectedProduct(product, questionOf(given, law)).findings.find(
    ({ name }) => name === 'effective_protection_rate',
  )
  return rate?.state === 'value' ? rate.shown : (rate?.state ?? '')
}

describe('the protection of a product', () => {
  test.each([
    ['20%', '60%', false],
    ['0%', '80%', false],
    ['80%', '0%', false],
    ['100%', '-20%', true],
  ])('is the published one for a tariff of 40%, inputs of one half, and on them %s', (tariff, rate, alarm) => {
    const given = {
      'products.share.charger': '50%',
      'products.tariff.charger': '40%',
      'products.input_tariff.charger': tariff,
    }
    expect(rateOf('charger', given)).toBe(rate)
    expect(protectedProduct('charger', questionOf(given)).alarm).toBe(alarm)
  })

  // (0 − 0.9 × 20%) / 0.1, and (11% − 0.9 × 20%) / 0.1.
  test('is below zero for a charger that comes in free inside a kit, and for one that is sold on its own', () => {
    expect([rateOf('charger'), rateOf('charger_apart')]).toEqual(['-180%', '-70%'])
    const { alarm, tariff, input_tariff: inputs } = protectedProduct('charger', questionOf({}))
    expect([alarm, tariff.is_tried, inputs.is_tried]).toEqual([true, false, false])
    expect([...tariff.grounds, ...inputs.grounds]).toEqual([
      {
        release: 'pk-handset-taxes',
        finding: 'kit_part_duty',
        clause: 'customs-act-1969, Fifth Schedule, kits of cellular phones',
      },
      { release: 'pk-handset-taxes', finding: 'material_duty', clause: 'customs-act-1969, First Schedule, materials' },
    ])
  })

  // 7,500 + 600 on 42,000 = 19.2857%, its kit of 95% bears none: 19.2857% / 0.05; with the draft of February 1,260 and 8,400 more: 42.2857%.
  test('of a set is that of its duties and levies against those of its kit, and changes with the law', () => {
    expect(rateOf('skd_assembly')).toBe('385.71%')
    expect(rateOf('skd_assembly', {}, 'draft_of_february')).toBe('845.71%')
    const { tariff } = protectedProduct('skd_assembly', questionOf({}))
    expect(tariff.grounds.map(({ clause }) => clause)).toEqual([
      'sro-840-2021, cellular mobile phones',
      'finance-act-2022, mobile handset levy',
    ])
  })

  test('moves with the share of its inputs, by as much as the two ends say', () => {
    // (0 − 0.5 × 20%) / 0.5, and (0 − 0.95 × 20%) / 0.05.
    expect(protectedProduct('charger', questionOf({})).share_moved).toMatchObject({
      low: '50%',
      high: '95%',
      rate_at_low: { shown: '-20%' },
      rate_at_high: { shown: '-380%' },
    })
  })

  test('is not said where the law has no rate at hand, nor where the inputs are the whole product', () => {
    const display = protectedProduct('display', questionOf({}))
    expect([rateOf('display'), display.alarm, display.input_tariff.state]).toEqual(['refused', false, 'refused'])
    expect(rateOf('skd_assembly', { skd_value_rate: '100%' })).toBe('refused')
    expect(rateOf('display', { 'products.input_tariff.display': '10%' })).toBe('-40%')
  })
})

test.each([
  ['en', 'Charger for a kit: imported it bears 0% (Customs Act 1969, Fifth Schedule, kits of cellular phones)'],
  ['ur', 'کسٹمز ایکٹ 1969ء'],
] as const)('the alarm names the clause that causes it, in %s', (language, words) => {
  const question = questionOf({})
  const found = protectProducts(routes, question)
  const view = found.ok ? protectionView(routes, question, found.products, language) : undefined
  expect(view?.alarms).toHaveLength(5)
  expect(view?.alarms[0]).toContain(words)
  expect(view?.unknown).toHaveLength(4)
  expect(view?.chart.bars).toHaveLength(7)
})

test('a tariff that a reader tries is told as such, and rests on no clause', () => {
  const question = questionOf({ 'products.input_tariff.charger': '30%' })
  const { input_tariff: tried } = protectedProduct('charger', question)
  expect(tried).toEqual({ state: 'value', value: '30%', shown: '30%', is_tried: true, grounds: [] })
})

test.each([
  [
    'an unknown product',
    (text: string) => text.replace('    charger_apart:', '    chargers:'),
    /no product 'chargers'/,
  ],
  [
    'a route that there is not',
    (text: string) => text.replace('tariff: { route: skd,', 'tariff: { route: sdk,'),
    /no route 'sdk'.*skd/,
  ],
  [
    'a charge that there is not',
    (text: string) => text.replace('charges: [regulatory_duty, mobile_levy, import_levy,', 'charges: [levy,'),
    /names 'levy'/,
  ],
  ['a share that is no range', (text: string) => text.replace('low: 50%, high: 95%', 'low: 96%, high: 95%'), /'low'/],
  [
    'an input that there is not',
    (text: string) => text.replace('input: { name: kit,', 'input: { name: kits,'),
    /no input 'kits'/,
  ],
])('the file is refused with %s', (_, change, sentence) => {
  const { engine, files } = routes.release
  const loaded = loadComparison(engine.programme, change(files.get(COMPARISON_FILE) ?? ''))
  const problems = loaded.ok ? [] : loaded.problems.map((one) => `${one.line}: ${one.sentence}`)
  expect(problems.join('\n')).toMatch(sentence)
})
