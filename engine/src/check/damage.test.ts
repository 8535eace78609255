import { describe, expect, it } from 'vitest'
import { policyFiles } from '../policy-fixture.ts'
import { noticed, rewritten } from './damage-fixture.ts'

const MEDMP = policyFiles('pk-medmp-2026')
const BICYCLES = policyFiles('bicycles')
const TAXES = policyFiles('pk-handset-taxes')

const PROVISIONS = 'localization/provisions.yaml'

describe('damage to the law that is shipped: which, where, in a sentence', () => {
  it.each([
    // The damage, the file, what stands there, what is put in its place, and what is said.
    [
      '>= becomes >',
      MEDMP,
      PROVISIONS,
      'localization_rate >= ',
      'localization_rate > ',
      /localization\/examples\.yaml:\d+:\d+: localization_requirement: expected met, found not met/,
    ],
    [
      'money is compared with days',
      MEDMP,
      'sanctions/provisions.yaml',
      'failure_cured_on <= cure_ends_on',
      'annual_import_value <= cure_period',
      /^sanctions\/provisions\.yaml:\d+:11: 'annual_import_value <= cure_period' compares an amount in PKR with a number of days\./,
    ],
    [
      'money and days are added',
      MEDMP,
      'sanctions/provisions.yaml',
      'surcharge_rate on period_end * annual_import_value',
      'annual_import_value + cure_period',
      /^sanctions\/provisions\.yaml:\d+:11: 'annual_import_value \+ cure_period' mixes an amount in PKR and a number of days with '\+'\./,
    ],
    [
      'a fact is misspelt',
      MEDMP,
      PROVISIONS,
      'quantity * unit_value',
      'quantity * unit_valu',
      /^localization\/provisions\.yaml:\d+:29: Nothing is called 'unit_valu'\. Did you mean 'unit_value'\?/,
    ],
    [
      'a parameter is misspelt',
      MEDMP,
      PROVISIONS,
      'localization_target[category] on period_end\n',
      'localisation_target[category]\n',
      /^localization\/provisions\.yaml:\d+:\d+: .*no parameter is called 'localisation_target'\. Did you mean 'localization_target'\?/,
    ],
    [
      'a requirement is misspelt',
      MEDMP,
      'incentives/provisions.yaml',
      'operational_requirement is met',
      'operational_requirment is met',
      /^incentives\/provisions\.yaml:\d+:\d+: Nothing is called 'operational_requirment'\. Did you mean 'operational_requirement'\?/,
    ],
    [
      'a category has no row',
      MEDMP,
      'localization/parameters.yaml',
      ', wearable: unknown }',
      ' }',
      /^localization\/parameters\.yaml:\d+:17: 'localization_target' has no value for wearable\./,
    ],
    [
      'a category is new',
      MEDMP,
      'vocabulary.yaml',
      'iot_device, wearable]',
      'iot_device, wearable, drone]',
      /'localization_target' has no value for drone\./,
    ],
    [
      'two measures go in a circle',
      MEDMP,
      PROVISIONS,
      'sum of quantity * unit_value * imported_share over parts',
      'ex_works_value * localization_rate',
      /^localization\/provisions\.yaml:\d+:29: 'imported_content' needs 'localization_rate' needs 'imported_content': a circle\./,
    ],
    [
      'a date is ambiguous',
      BICYCLES,
      'sanctions/provisions.yaml',
      '  ambiguous_dates: earlier\n',
      '',
      /^sanctions\/provisions\.yaml:\d+:11: 'notice_served_on \+ cure_period' can fall on a day that does not exist/,
    ],
    [
      'a case stands after otherwise',
      MEDMP,
      PROVISIONS,
      '- { otherwise: 0 }',
      '- { otherwise: 0 }\n    - { when: book = imported, amount: 1 }',
      /^localization\/provisions\.yaml:\d+:7: In 'imported_share' nothing after 'otherwise' can ever be reached\./,
    ],
    [
      'a case cannot be reached',
      MEDMP,
      PROVISIONS,
      '- { otherwise: 0 }',
      '- { when: book = imported, amount: 0 }\n    - { otherwise: 0 }',
      /localization\/provisions\.yaml:\d+:7: This case of 'imported_share' is never reached: the cases before it take everything\./,
    ],
    [
      'cases leave something out',
      MEDMP,
      PROVISIONS,
      '    - { otherwise: 0 }\n',
      '',
      /localization\/provisions\.yaml:\d+:1: The cases of 'imported_share' leave out: book = made_in_house/,
    ],
    [
      'a condition can never hold',
      MEDMP,
      'operations/provisions.yaml',
      'when: kit_form != cbu and',
      'when: kit_form = skd and kit_form = ckd and',
      /'when' of 'kit_requirement' can never hold/,
    ],
    [
      'a translation is missing',
      MEDMP,
      'localization/provisions.yaml',
      ', ur: درآمدی اجزا کی مالیت }',
      ' }',
      /^localization\/provisions\.yaml:\d+:10: 'label' of 'imported_content' is missing in 'ur'\./,
    ],
    [
      'a source is not listed',
      MEDMP,
      'sanctions/provisions.yaml',
      'source: profit-2026-01',
      'source: profit-2026-02',
      /^sanctions\/provisions\.yaml:\d+:11: The source 'profit-2026-02' is not listed in programme\.yaml\. Did you mean 'profit-2026-01'\?/,
    ],
    [
      'a source is missing',
      MEDMP,
      'sanctions/parameters.yaml',
      '  source: tribune-2026-01\n',
      '',
      /^sanctions\/parameters\.yaml:\d+:1: 'surcharge_rate' needs 'source:'/,
    ],
    [
      'a clause does not exist',
      BICYCLES,
      PROVISIONS,
      'clause: act, 1(1)',
      'clause: act, 1(9)',
      /^localization\/provisions\.yaml:\d+:11: 'act' has no clause '1\(9\)'\./,
    ],
    [
      'an instrument is not listed',
      MEDMP,
      PROVISIONS,
      'clause: draft-2026-01,',
      'clause: draft-2026-1,',
      /The instrument 'draft-2026-1' is not listed in programme\.yaml\. Did you mean 'draft-2026-01'\?/,
    ],
    [
      'a name stands twice',
      MEDMP,
      'sanctions/parameters.yaml',
      'surcharge_rate:',
      'cure_period:',
      /^sanctions\/parameters\.yaml:\d+:1: The name 'cure_period' stands twice in the same place\./,
    ],
    [
      'a reference',
      MEDMP,
      'localization/parameters.yaml',
      'good_until: 2033-06-30',
      'good_until: *last',
      /^localization\/parameters\.yaml:\d+:15: References/,
    ],
    [
      'a merge',
      MEDMP,
      'localization/parameters.yaml',
      '  unit: percent\n',
      '  <<: { unit: percent }\n',
      /^localization\/parameters\.yaml:\d+:3: Merges/,
    ],
    [
      'a tag',
      MEDMP,
      'localization/parameters.yaml',
      'unit: percent',
      'unit: !!str percent',
      /^localization\/parameters\.yaml:\d+:\d+: Tags/,
    ],
    [
      'two documents',
      MEDMP,
      'localization/parameters.yaml',
      '\nuncertified_imported_share:',
      '\n---\nuncertified_imported_share:',
      /^localization\/parameters\.yaml:\d+:1: A file holds one document\./,
    ],
    [
      'rows are out of order',
      MEDMP,
      'localization/parameters.yaml',
      '2028-07-01:',
      '2032-08-01:',
      /^localization\/parameters\.yaml:\d+:5: The rows of 'localization_target' are not in the order of their dates: 2032-08-01 stands before 2032-07-01\./,
    ],
    [
      'bands do not ascend',
      TAXES,
      'import/parameters.yaml',
      'up to USD 200: PKR 600',
      'up to USD 20: PKR 600',
      /^import\/parameters\.yaml:\d+:9: The bands of 'mobile_levy_rate' do not ascend: 'up to USD 100' stands before 'up to USD 20'\./,
    ],
    [
      'money is not rounded',
      MEDMP,
      'sanctions/provisions.yaml',
      '  round: down to PKR 1\n',
      '',
      /^sanctions\/provisions\.yaml:\d+:1: 'import_surcharge' is money: say how it rounds/,
    ],
    [
      'a number stands in a formula',
      MEDMP,
      'sanctions/provisions.yaml',
      'notice_served_on + cure_period',
      'notice_served_on + 90',
      /^sanctions\/provisions\.yaml:\d+:30: .*'90' may not stand in a formula\. A number is a parameter, with a date, a unit and a source/,
    ],
    [
      'nothing uses a parameter',
      MEDMP,
      'sanctions/provisions.yaml',
      'surcharge_rate on period_end * annual_import_value',
      'annual_import_value',
      /import_surcharge: expected PKR 2500000 from 2027-12-01, found PKR 250000099/,
    ],
    [
      'a fact changes nothing',
      MEDMP,
      'vocabulary.yaml',
      'kit_parts:\n',
      'colour: { label: { en: Colour, ur: رنگ }, unit: count }\nkit_parts:\n',
      /vocabulary\.yaml:\d+:1: 'colour' changes nothing in any example\. Add one that needs it, or say 'describes: true'\./,
    ],
    [
      'a requirement drops out of a conjunction',
      MEDMP,
      'incentives/provisions.yaml',
      ' and reporting_requirement is met',
      '',
      /incentives\/examples\.yaml:\d+:\d+: export_allowance: expected none, found PKR/,
    ],
    [
      'a part drops out of the law',
      MEDMP,
      'programme.yaml',
      ', sanctions]',
      ']',
      /^programme\.yaml:\d+:8: The folder 'sanctions' holds law, but 'parts' does not list it\./,
    ],
  ] as const)('%s', (_, files, file, from, to, sentence) => {
    expect(noticed(rewritten(files, file, from, to), undefined, true).join('\n')).toMatch(sentence)
  })

  it('a parameter that nothing uses, and that no example knows of, is named', () => {
    const unused =
      '\nspare:\n  label: { en: Spare, ur: زائد }\n  unit: days\n  source: tribune-2026-01\n  values: { 2026-07-01: 1 day }\n  seen_on: 2026-07-01\n'
    const files = new Map(MEDMP).set('sanctions/parameters.yaml', `${MEDMP.get('sanctions/parameters.yaml')}${unused}`)
    expect(noticed(files)).toEqual([
      expect.stringMatching(/^sanctions\/parameters\.yaml:\d+:1: Nothing uses the parameter 'spare'\.$/),
    ])
  })
})

describe('damage that changes no figure of an ordinary case is noticed by some worked case', () => {
  const TKDN = policyFiles('id-tkdn-2025')
  const PLI = policyFiles('in-pli-telecom-2021')
  it.each([
    [
      'no target is a target',
      MEDMP,
      PROVISIONS,
      '  when: localization_target[category] on period_end is known and ex_works_value > 0\n',
      '',
    ],
    [
      'a kit is counted where no number is laid down',
      MEDMP,
      'operations/provisions.yaml',
      ' and minimum_kit_parts[category] on period_end is known',
      '',
    ],
    ['none is 0%', MEDMP, 'localization/parameters.yaml', "iot_device': none", "iot_device': 0%"],
    [
      'a weight divides',
      TKDN,
      'goods/provisions.yaml',
      'overhead_weight * overhead_score',
      'overhead_weight / overhead_score',
    ],
    ['half a rupee is dropped', MEDMP, 'levy/provisions.yaml', 'round: half up to PKR 1', 'round: half even to PKR 1'],
    ['whole rupees are tens', PLI, 'incentive/provisions.yaml', 'round: down to INR 1', 'round: down to INR 10'],
    [
      'the largest model stands for all',
      BICYCLES,
      'money/provisions.yaml',
      'sum of made over models',
      'max of made over models',
    ],
    ['a fee is a grant', BICYCLES, 'money/provisions.yaml', 'kind: entitlement', 'kind: liability'],
    ['a suspension is for good', MEDMP, 'sanctions/provisions.yaml', 'effect: suspend', 'effect: revoke'],
    ['a part may be entered twice', MEDMP, 'vocabulary.yaml', '  key: part\n', ''],
    ['a certificate may say more than all', MEDMP, 'vocabulary.yaml', 'at_most: 100%', 'at_most: 101%'],
    [
      'the end of February is 1 March',
      BICYCLES,
      'sanctions/provisions.yaml',
      'ambiguous_dates: earlier',
      'ambiguous_dates: later',
    ],
  ])('%s', (_what, files, file, from, to) => {
    expect(noticed(rewritten(files, file, from, to))).toEqual(
      expect.arrayContaining([expect.stringMatching(/examples\.yaml:\d+:\d+: /)]),
    )
  })
})
