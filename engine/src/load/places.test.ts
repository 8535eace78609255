import { describe, expect, it } from 'vitest'
import { namesOf } from '../explain/names.ts'
import { clauseIn, voiceOf } from '../explain/voice.ts'
import { complaintsAbout, engineFor, engineFrom, measure, SOUND } from '../lamps-fixture.ts'
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
