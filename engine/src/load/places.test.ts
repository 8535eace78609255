import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { namesOf } from '../explain/names.ts'
import { clauseIn, voiceOf } from '../explain/voice.ts'
import { complaintsAbout, engineFor, engineFrom, measure, SOUND } from '../lamps-fixture.ts'

const POLICY = new URL('../../../policy/', import.meta.url)

function filesOf(programme: string): Map<string, string> {
  const folder = new URL(`${programme}/`, POLICY)
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.(yaml|md)$/.test(path))
  return new Map(paths.map((path) => [path.replaceAll('\\', '/'), readFileSync(new URL(path, folder), 'utf8')]))
}

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
  ])('that is words has them in Urdu, in all that %s cites (draft: %s)', (name, draft) => {
    const { programme } = engineFrom(filesOf(name), draft)
    const voice = voiceOf('ur', namesOf(programme))
    const clauses = [...programme.provisions.values()].flatMap(({ clause, power }) => [clause, power?.clause])
    const told = clauses.flatMap((clause) =>
      clause === undefined ? [] : [clauseIn(voice, `${clause.instrument}, ${clause.place}`)],
    )
    expect(told.length).toBeGreaterThan(0)
    for (const text of told) expect(text).not.toMatch(/[a-z]{3}/)
  })
})
