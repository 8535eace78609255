import { describe, expect, it } from 'vitest'
import { namesOf } from '../explain/names.ts'
import { clauseIn, voiceOf } from '../explain/voice.ts'
import { complaintsAbout, engineFor, engineFrom, type Law, measure, SOUND } from '../lamps-fixture.ts'
import { policyFiles } from '../policy-fixture.ts'

describe('a place in an instrument', () => {
  it('is called as the programme says, and stands for itself where it says nothing', () => {
    const { programme } = engineFor({
      ...SOUND,
      provisions: measure('fee', 'rate[form] * price', 'clause: act, kit definition'),
      heading: { instruments: '{ act: { title: Lamp Act, places: { kit definition: What a kit is } } }' },
    })
    const voice = voiceOf('en', namesOf(programme))
    expect(clauseIn(voice, 'act, kit definition')).toBe('Lamp Act, What a kit is')
    expect(clauseIn(voice, 'act, 3(1)')).toBe('Lamp Act, 3(1)')
  })

  it('has its words in each language of the programme', () => {
    const heading = {
      languages: '[en, ur]',
      instruments: '{ act: { title: { en: Lamp Act, ur: چراغ ایکٹ }, places: { bans: { en: bans } } } }',
    }
    expect(complaintsAbout({ ...SOUND, heading }).join('\n')).toContain("The place 'bans' of act")
  })

  it('is cited, by the law or by a draft of it', () => {
    const heading = { instruments: '{ act: { title: Lamp Act, places: { kit definition: What a kit is } } }' }
    const citing = (place: string): Law => ({
      ...SOUND,
      heading,
      provisions: measure('fee', 'rate[form] * price', `clause: act, ${place}`),
    })
    expect(complaintsAbout(citing('kit definition'))).toEqual([])
    expect(complaintsAbout(citing('kit definitions'))).toEqual([
      "programme.yaml:10:50: Nothing cites the place 'kit definition' of 'act'. Did you mean 'kit definitions'?",
    ])
    const drafted = { 'drafts/next.yaml': 'clause: act, kit definition' }
    expect(complaintsAbout({ ...citing('3(1)'), files: drafted })).toEqual([])
  })

  it('that is cited in words has a name in each language', () => {
    const found = complaintsAbout({
      vocabulary: 'price: { label: { en: Price, ur: قیمت }, unit: PKR }',
      provisions: measure('fee', 'price', 'label: { en: Fee, ur: فیس }\nclause: act, kit definitions'),
      heading: {
        title: '{ en: Lamps, ur: چراغ }',
        authority: '{ en: Board, ur: بورڈ }',
        languages: '[en, ur]',
        instruments:
          '{ act: { title: { en: Lamp Act, ur: چراغ ایکٹ }, places: { kit definition: { en: kits, ur: کِٹ } } } }',
      },
    })
    expect(found[0]).toContain(
      "The place 'kit definitions' of 'act' is words: say in its 'places:' in programme.yaml what it is called in each language. Did you mean 'kit definition'?",
    )
  })

  it.each([
    ['pk-medmp-2026', undefined],
    ['pk-medmp-2026', '2026-02'],
    ['pk-mdm-2021', undefined],
    ['pk-handset-taxes', undefined],
    ['bd-vat-handsets', undefined],
    ['bicycles', undefined],
    ['br-ppb-2019', undefined],
    ['id-tkdn-2025', undefined],
    ['in-pli-telecom-2021', undefined],
    ['in-pmp-2016', undefined],
    ['rvc', undefined],
  ])('that is words has them in Urdu, in all that %s cites (draft: %s)', (name, draft) => {
    const { programme } = engineFrom(policyFiles(name), draft)
    const voice = voiceOf('ur', namesOf(programme))
    const clauses = [...programme.provisions.values()].flatMap(({ clause, power }) => [clause, power?.clause])
    const told = clauses.flatMap((clause) =>
      clause === undefined ? [] : [clauseIn(voice, `${clause.instrument}, ${clause.place}`)],
    )
    expect(told.length).toBeGreaterThan(0)
    for (const text of told) expect(text).not.toMatch(/[a-z]{3}/)
  })
})
