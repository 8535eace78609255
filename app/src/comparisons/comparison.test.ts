import { parseDay } from '@maqami/engine/value/date.ts'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadRelease, type Release } from '../policy-releases/load-release.ts'
import { type Law, unchanged, type Written } from './comparison.ts'
import { crossingsOf, type Difference, gapAt, swaysOf } from './compare-routes.ts'
import { comparisonJson, figureOf } from './comparison-json.ts'
import { type FollowedRoute, followRoutes } from './follow-route.ts'
import { COMPARISON_FILE, loadComparison } from './load-comparison.ts'
import { withNamedCells } from './name-lines.ts'
import { type OpenRoutes, openRoutes } from './open-routes.ts'
import { readQuestion } from './read-question.ts'

const DAY = parseDay('2026-11-23') ?? 0
let release: Release
let routes: OpenRoutes

beforeAll(async () => {
  release = await loadRelease('pk-handset-comparison')
  routes = await openRoutes(release, async ({ programme, draft }) => await loadRelease(programme, draft))
})

function lawCalled(name: string): Law {
  const law = routes.comparison.laws.find((one) => one.name === name)
  if (law === undefined) throw new Error(`no law ${name}`)
  return law
}

function follow(facts: Written, law = 'in_force'): readonly FollowedRoute[] {
  const followed = followRoutes(routes, lawCalled(law), { ...unchanged(routes.comparison), ...facts }, DAY)
  if (!followed.ok) throw new Error(followed.problems[0]?.sentence)
  return followed.routes
}

function shown(followed: readonly FollowedRoute[], route: string, finding: string): string | undefined {
  const assessment = followed.find((one) => one.route === route)?.assessment
  const figure = figureOf(assessment?.findings.find(({ provision }) => provision.name === finding))
  return figure.state === 'value' ? figure.shown : figure.state
}

describe('the routes of a set', () => {
  test.each([
    ['USD 350', 'registered_on_passport', 'PKR 31640'],
    ['USD 350', 'registered_on_identity_card', 'PKR 34101'],
    ['USD 400', 'registered_on_passport', 'PKR 41960'],
    ['USD 400', 'registered_on_identity_card', 'PKR 47580'],
  ])('reproduce the charges published on 22 January 2026, to the rupee: %s, %s', (cf_value, route, charges) => {
    expect(shown(follow({ cf_value }), route, 'import_charges')).toBe(charges)
  })

  // Regulatory duty 7,500, levy 600, income tax 930, sales tax 18% of 42,000 = 7,560.
  test('take each charge from the law that sets it, and nothing from a law that was not asked', () => {
    const [complete] = follow({ cf_value: 'USD 150' })
    expect(complete?.charges.map(({ name, from }) => [name, from?.release, from && figureOf(from.finding)])).toEqual([
      ['regulatory_duty', 'pk-handset-taxes', { state: 'value', value: 'PKR 7500', shown: 'PKR 7500' }],
      ['mobile_levy', 'pk-handset-taxes', { state: 'value', value: 'PKR 600', shown: 'PKR 600' }],
      ['registration_charge', 'pk-handset-taxes', { state: 'none' }],
      ['sales_tax', 'pk-handset-taxes', { state: 'value', value: 'PKR 7560', shown: 'PKR 7560' }],
      ['income_tax', 'pk-handset-taxes', { state: 'value', value: 'PKR 930', shown: 'PKR 930' }],
      ['supply_tax', 'pk-handset-taxes', { state: 'none' }],
      ['input_credit', 'pk-handset-taxes', { state: 'none' }],
      ['import_levy', undefined, undefined],
      ['federal_excise', undefined, undefined],
      ['customs_duty', undefined, undefined],
    ])
  })

  // The draft of January adds 3% of 42,000 = 1,260; that of February, 6% not yet at PKR 42,000, and 20% of 42,000 = 8,400.
  test('change when the law does', () => {
    expect(shown(follow({}), 'complete_import', 'import_duties')).toBe('PKR 8100')
    expect(shown(follow({}, 'draft_of_january'), 'complete_import', 'import_duties')).toBe('PKR 9360')
    expect(shown(follow({}, 'draft_of_february'), 'complete_import', 'import_duties')).toBe('PKR 17760')
  })

  // A kit of 142.50 × 280 = 39,900, 399 insured, 60 handled, 450 + 150 assembled: 40,959; 6% margin 2,457.54; 18% of 43,416.54 = 7,814.98.
  test('tax the supply on a price that does not hang on that tax, and credit what was paid on the kit', () => {
    const followed = follow({})
    expect(shown(followed, 'skd', 'factory_price')).toBe('PKR 43416.54')
    expect(shown(followed, 'skd', 'public_revenue')).toBe('PKR 7815')
    expect(followed[1]?.charges.find(({ name }) => name === 'supply_tax')?.from?.finding.outcome).toMatchObject({
      n: 7815,
    })
  })

  test('are refused for a fact that is out of its bounds or in another unit, and say which', () => {
    const refused = (facts: Written): unknown => {
      const followed = followRoutes(routes, lawCalled('in_force'), { ...unchanged(routes.comparison), ...facts }, DAY)
      return followed.ok ? undefined : followed.problems.map(({ path }) => path)
    }
    expect(refused({ freight_rate: '100.01%' })).toEqual(['freight_rate'])
    expect(refused({ cf_value: 'PKR 150' })).toEqual(['cf_value'])
    expect(refused({ cf_value: 'USD 150' })).toBeUndefined()
  })

  test('are refused where the components are more than the kit', () => {
    const part = (component: string, kit_share: string) => ({
      component,
      kit_share,
      local_rate: '100%',
      local_cost_rate: '100%',
      imported_input_rate: '0%',
    })
    const followed = (last: string) =>
      followRoutes(
        routes,
        lawCalled('in_force'),
        { ...unchanged(routes.comparison), components: [part('display', '60%'), part('battery', last)] },
        DAY,
      )
    expect(followed('40%').ok).toBe(true)
    expect(followed('40.01%')).toMatchObject({ ok: false, problems: [{ path: 'parts_fit_the_kit' }] })
  })

  test('say of a day that no law covers that they are refused', () => {
    const followed = followRoutes(
      routes,
      lawCalled('in_force'),
      unchanged(routes.comparison),
      parseDay('2020-01-01') ?? 0,
    )
    expect(followed.ok && shown(followed.routes, 'complete_import', 'retail_price')).not.toMatch(/PKR/)
  })
})

describe('the share of a component that is made here', () => {
  const routesWith = (facts: Written): Written => {
    const named = withNamedCells(routes.engine.programme.vocabulary, unchanged(routes.comparison), facts)
    if (!named.ok) throw new Error(named.problems[0]?.sentence)
    return named.facts
  }

  // 2% packaging, 2% charger, 1% hands-free, and half of the display's 8%: 9%. A kit of 90% of USD 150 without it: 135 × 0.91.
  test('is named by component, and leaves the rest of the component in the kit', () => {
    const followed = follow(routesWith({ 'components.local_rate.display': '50%' }))
    expect(shown(followed, 'ckd_with_local_parts', 'local_share')).toBe('9%')
    expect(shown(followed, 'ckd_with_local_parts', 'imported_value')).toBe('USD 122.85')
    expect(shown(followed, 'ckd', 'imported_value')).toBe('USD 135')
  })

  test.each<[string, RegExp, string | []]>([
    ['component.local_rate.display', /component.*components/, '5%'],
    ['components.locally.display', /locally.*local_rate/, '5%'],
    ['components.local_rate.displays', /displays.*display/, '5%'],
    ['components.local_rate.display', /no list/, []],
    // A charge is what the law says, and another would count for nothing.
    ['customs_duty', /customs_duty.*cf_value/, 'PKR 5'],
    ['route', /route.*device_kind/, 'skd'],
    ['__proto__', /__proto__.*device_kind/, '5%'],
  ])('is refused where there is none of that name, or no cell is given: %s', (name, sentence, value) => {
    const given: Written = { [name]: value }
    const named = withNamedCells(routes.engine.programme.vocabulary, unchanged(routes.comparison), given)
    expect(named.ok ? [] : named.problems.map(({ path }) => path)).toEqual([name])
    expect(named.ok ? '' : named.problems[0]?.sentence).toMatch(sentence)
  })
})

describe('what a reader types', () => {
  test.each([
    ['law=x', 'law'],
    ['on=yesterday', 'on'],
  ])('stays where the law or the day is unknown: %s', (wrong, path) => {
    const read = readQuestion(routes, new URLSearchParams(`${wrong}&cf_value=many&exchange_rate=300`), '2026-11-23')
    expect(read).toMatchObject({
      ok: false,
      problems: [{ path }],
      question: { facts: { cf_value: 'many', exchange_rate: '300' } },
    })
  })

  test.each([
    ['-5', ['cf_value']],
    ['1e30', ['cf_value']],
    ['many', ['cf_value']],
    ['1/0', ['cf_value']],
    ['0', []],
    ['12345678901234567890', []],
  ])('as a value of a set is compared, or refused by its name: %s', (typed, problems) => {
    const { question } = readQuestion(routes, new URLSearchParams({ cf_value: typed }), '2026-11-23')
    const followed = followRoutes(routes, question.law, question.facts, question.day)
    expect(followed.ok ? [] : followed.problems.map(({ path }) => path)).toEqual(problems)
  })
})

describe('the gap between finished set and kit', () => {
  const gaps = (law: string): readonly (string | undefined)[] =>
    routes.comparison.gap.values.map((value) => {
      const facts = unchanged(routes.comparison)
      const { findings } = gapAt(routes, { law: lawCalled(law), facts, day: DAY }, value)
      const [gap, promised] = findings.map(figureOf)
      return gap?.state === 'value' && promised?.state === 'value' ? `${gap.shown} ${promised.value}` : undefined
    })

  // At PKR 280: (3,000 + 100 + 100) / 7,000; (3,000 + 200 + 100) / 16,800; (7,500 + 600 + 930) / 42,000; (11,000 + 1,800 + 970) / 84,000;
  // (15,000 + 4,000) / 126,000, income tax being the same; (22,000 + 8,000 + 7% of 168,000) / 168,000; (22,000 + 16,000 + 7% of 252,000) / 252,000.
  test('is, in the seven bands of value, below the promised 30% in all but the lowest', () => {
    expect(gaps('in_force')).toEqual([
      '45.71% true',
      '19.64% false',
      '21.5% false',
      '16.39% false',
      '15.08% false',
      '24.86% false',
      '22.08% false',
    ])
  })

  // The excise adds 20 points; the levy 1% of the first, 2% of the second, 3% to USD 300, and 6% above PKR 100,000.
  test('is kept in every band under the draft of February', () => {
    expect(gaps('draft_of_february')).toEqual([
      '66.71% true',
      '41.64% true',
      '44.5% true',
      '39.39% true',
      '41.08% true',
      '50.86% true',
      '48.08% true',
    ])
  })
})

describe('what moves a figure', () => {
  const difference: Difference = { finding: 'retail_price', route: 'skd', than: 'complete_import' }

  // With neither further duty nor another cost of it: 10.5% of … is not needed, the ends are the routes followed with that one fact.
  test('is every assumption, the strongest first, with the figure at both ends', () => {
    const question = { law: lawCalled('in_force'), facts: unchanged(routes.comparison), day: DAY }
    const sways = swaysOf(routes, question, difference)
    const ranged = routes.comparison.assumptions.filter(({ range }) => range !== undefined)
    expect(sways.map(({ assumption }) => assumption.name).toSorted()).toEqual(ranged.map(({ name }) => name).toSorted())
    // 30% of 42,000 = 12,600, with the margins of importer (5%) and shop (8%) on it: × 1.05 × 1.08 = 14,288.40.
    const [first] = sways
    expect(first?.assumption.name).toBe('further_duty_rate')
    const { low, high } = first?.difference ?? {}
    expect(low && high && Number(low.n) / Number(low.d) - Number(high.n) / Number(high.d)).toBeCloseTo(14288.4, 6)
  })

  // Assembly from SKD then costs 450 and 150,000,000 by the year's sets. All else is 10,600.70 in favour of the kit, of which 150 × 1.06 × 1.08 and the tax.
  test('is where one route overtakes the other, between two neighbouring steps that were both followed', () => {
    const question = { law: lawCalled('in_force'), facts: unchanged(routes.comparison), day: DAY }
    const movable = routes.comparison.entered.find(({ name }) => name === 'sets_a_year')
    const [crossing, ...more] = movable === undefined ? [] : crossingsOf(routes, question, movable, difference)
    expect(more).toEqual([])
    expect(crossing).toMatchObject({ less: 'after', from: { n: 10000 }, to: { n: 20000 } })
    const at = (sets_a_year: string): number[] =>
      ['skd', 'complete_import'].map((route) =>
        Number(shown(follow({ sets_a_year }), route, 'retail_price')?.replace('PKR ', '')),
      )
    const [before, after] = [at('10000'), at('20000')]
    expect((before[0] ?? 0) > (before[1] ?? 0)).toBe(true)
    expect((after[0] ?? 0) < (after[1] ?? 0)).toBe(true)
  })
})

test('as data, a comparison names what it rests on and leaves out what was not asked', () => {
  const question = { law: lawCalled('draft_of_february'), facts: unchanged(routes.comparison), day: DAY }
  const found = comparisonJson(routes, question, follow({}, 'draft_of_february'))
  expect(found.releases.map(({ name }) => name)).toEqual([
    'pk-handset-comparison',
    'pk-handset-taxes',
    'pk-medmp-2026/2026-02',
  ])
  expect(found.releases.every(({ hash }) => /^sha256:[0-9a-f]{64}$/.test(hash))).toBe(true)
  expect(found.routes[0]?.findings.map(({ name }) => name)).not.toContain('effective_protection_rate')
})

describe('the file of a comparison', () => {
  const problemsWith = (change: (text: string) => string): readonly string[] => {
    const loaded = loadComparison(release.engine.programme, change(release.files.get(COMPARISON_FILE) ?? ''))
    return loaded.ok ? [] : loaded.problems.map(({ line, sentence }) => `${line}: ${sentence}`)
  }
  test.each([
    ['an unknown key', (text: string) => `${text}\nlaw: x\n`, /has no 'law'/],
    [
      'a route that is missing',
      (text: string) => text.replace('      skd: { channel: commercial_kit }\n', ''),
      /says nothing of 'skd'/,
    ],
    [
      'a charge that is no fact',
      (text: string) => text.replace('charges: [import_levy,', 'charges: [importlevy,'),
      /no fact of vocabulary/,
    ],
    [
      'a programme that nobody says how to ask',
      (text: string) => text.replace('ask: [pk-handset-taxes]', 'ask: [pk-handset-tax]'),
      /says nothing of 'pk-handset-tax'.*pk-handset-taxes/,
    ],
    [
      'a value beyond its range',
      (text: string) => text.replace('value: 95%, low: 85%', 'value: 95%, low: 96%'),
      /'low' is at most 'value'/,
    ],
    ['a value in another unit', (text: string) => text.replace('{ value: PKR 60,', '{ value: USD 60,'), /USD 60/],
    [
      'a source that is not listed',
      (text: string) => text.replace('source: tribune-2024-12', 'source: tribune'),
      /no source 'tribune'/,
    ],
    [
      'a report without its source',
      (text: string) => text.replace('    source: tribune-2024-12\n', ''),
      /names its 'source:'/,
    ],
    [
      'a finding that there is not',
      (text: string) => text.replace('rate: charges_rate', 'rate: charge_rate'),
      /no finding 'charge_rate'/,
    ],
  ])('is refused with %s', (_, change, sentence) => {
    expect(problemsWith(change).join('\n')).toMatch(sentence)
  })
})
