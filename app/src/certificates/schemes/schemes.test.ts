/** Which certificates there are is the law's to say: what it names must be there, and what is wrong is said where it stands. */
import { beforeAll, describe, expect, test } from 'vitest'
import { loadRelease, type Release } from '../../policy-releases/load-release.ts'
import { schemeProblems } from './check-schemes.ts'
import { CERTIFICATION_FILE, loadCertification } from './load-schemes.ts'

let release: Release
let content: string
beforeAll(async () => {
  release = await loadRelease('policy/pk-device-certification')
  content = release.files.get(CERTIFICATION_FILE) ?? ''
})

test('the shipped schemes are read, each with the words of its category', () => {
  expect(schemeProblems(release)).toEqual([])
  const loaded = loadCertification(release.engine.programme, content)
  if (!loaded.ok) throw new Error(loaded.problems[0]?.sentence)
  const { schemes, validity, limit } = loaded.certification
  expect([validity, limit]).toEqual(['certificate_holds_for', 'limit_of_test'])
  expect([...schemes.keys()]).toEqual([
    ...(release.engine.programme.vocabulary.categories.get('scheme')?.members ?? []),
  ])
  expect(schemes.get('exposure')).toMatchObject({
    name: { en: 'human exposure (SAR)' },
    about: 'product',
    issuers: ['government', 'private', 'foreign'],
    until: 'exposure_valid_until',
    tests: [{ id: 'absorption_head', unit: 'W/kg', holds: 'at_most', decision_rule: 'guarded_acceptance' }],
  })
})

test('it belongs to the law that is hashed: another scheme is another release', async () => {
  const { lawOf } = await import('@maqami/engine/load/programme.ts')
  const changed = new Map(release.files).set(CERTIFICATION_FILE, content.replace('in_plant', 'private'))
  expect(lawOf(changed)).not.toEqual(lawOf(release.files))
})

describe('what does not fit is said with its line', () => {
  test.each([
    ['an unknown key', 'about: product', 'abuot: product', /'type_approval' has no 'abuot'\. Did you mean 'about'\?/],
    ['a scheme that is no member', '  emc:', '  emf:', /no 'emf' among the members of 'scheme'\. Did you mean 'emc'\?/],
    [
      'a test that is no member',
      'radiated_power:',
      'radiated_pover:',
      /no 'radiated_pover' among the members of 'laboratory_test'/,
    ],
    ['a test that stands twice', 'radiated_power:', 'radiated_emission:', /'radiated_emission' stands in 2 schemes/],
    [
      'a kind of laboratory that there is not',
      '[government]',
      '[goverment]',
      /'goverment' is no kind of laboratory\. Did you mean 'government'\?/,
    ],
    [
      'a fact that there is not',
      'until: ce_valid_until',
      'until: ce_valid_untill',
      /no fact 'ce_valid_untill'\. Did you mean 'ce_valid_until'\?/,
    ],
    [
      'a fact of another kind',
      'until: ce_valid_until',
      'until: scheme',
      /'until' cannot be 'scheme', which is a scheme/,
    ],
    ['a measure that there is not', 'limit_of_test', 'limit_of_tests', /no measure 'limit_of_tests'/],
    [
      'a measure of another kind',
      'limit_of_test',
      'certificate_holds_for',
      /'limit' cannot be 'certificate_holds_for', which is a number of years/,
    ],
    [
      'a requirement for a measure',
      'certificate_holds_for',
      'export_certification',
      /no measure 'export_certification'/,
    ],
    [
      'a measure for the requirement of exports',
      'export: export_certification',
      'export: limit_of_test',
      /no requirement 'limit_of_test'/,
    ],
    ['an unknown source', 'readsblog-2021', 'readsblog-2020', /no source 'readsblog-2020'/],
    ['a missing unit', '        unit: dBµV/m\n', '', /'radiated_emission' needs 'unit:'/],
    [
      'a rule that there is not',
      'simple_acceptance',
      'acceptance',
      /one of simple_acceptance, guarded_acceptance, not 'acceptance'/,
    ],
    ['no issuers', '    issuers: [government]\n', '', /'type_approval' needs 'issuers:'/],
    ['no schemes', /schemes:[^]*?(?=reading:)/, '', /needs 'schemes:'/],
  ] as const)('%s', (_, from, to, sentence) => {
    const wrong = content.replace(from, to)
    expect(wrong).not.toBe(content)
    const loaded = loadCertification(release.engine.programme, wrong)
    const problems = loaded.ok ? [] : loaded.problems
    expect(problems.map((one) => one.sentence).join(' ')).toMatch(sentence)
    expect(problems.every(({ file, line }) => file === CERTIFICATION_FILE && line > 0)).toBe(true)
  })

  test('text that is no YAML', () => {
    expect(loadCertification(release.engine.programme, 'schemes: [')).toMatchObject({ ok: false })
  })
})
