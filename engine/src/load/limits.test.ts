import { describe, expect, it } from 'vitest'
import { complaintsAbout, lawFiles, measure, SOUND } from '../lamps-fixture.ts'
import { formatProblem } from './problem.ts'
import { loadProgramme } from './programme.ts'
import { LARGEST_FILE, readYaml } from './yaml.ts'

describe('no law is so large', () => {
  it('a file of 160,000 marks is read and one of more is not', () => {
    // A short list item is a dash, a blank, a word with the mark of its kind, and the line's end.
    const list = (count: number): string => '- a\n'.repeat(count)
    const read = readYaml('a.yaml', list(31_000))
    expect(read.ok && read.node.kind === 'list' && read.node.items.length).toBe(31_000)
    expect(readYaml('a.yaml', list(33_000)).ok).toBe(false)
    expect(list(33_000).length).toBeLessThan(LARGEST_FILE)
  })

  it('a programme of many full files is refused at the file that is too much', () => {
    const full = `- ${'[a]\n- '.repeat(15_000)}a\n`
    const files = lawFiles({ ...SOUND, heading: { parts: '[main, p1, p2, p3, p4, p5]' } })
    for (const name of ['p1', 'p2', 'p3', 'p4', 'p5']) files.set(`${name}/provisions.yaml`, full)
    const loaded = loadProgramme(files)
    const complaints = loaded.ok ? [] : loaded.problems.map(formatProblem)
    expect(complaints).toContainEqual(
      expect.stringMatching(/^p\d\/provisions\.yaml:1:1: With this file the programme has more than 400000 words/),
    )
  })

  it('2,000 provisions and parameters are read and one more is not', () => {
    const provisions = (count: number): string =>
      Array.from({ length: count }, (_, index) => measure(`fee_${index}`, 'price')).join('')
    // SOUND has one parameter.
    expect(complaintsAbout({ ...SOUND, provisions: provisions(1999) })).toEqual([])
    expect(complaintsAbout({ ...SOUND, provisions: provisions(2000) })).toEqual([
      'main/provisions.yaml:5998:1: The programme has 2001 parameters and provisions; 2000 are the most. Make two programmes of it.',
    ])
  })

  it('a draft of ten thousand entries is placed at once, and refused for their number', () => {
    const entries = Array.from({ length: 10_000 }, (_, index) => `      k${index}: fee\n`).join('')
    const draft = `draft: next\ntitle: Next\nparts:\n  main:\n    provisions:\n${entries}`
    const begun = performance.now()
    const loaded = loadProgramme(lawFiles({ ...SOUND, files: { 'drafts/next.yaml': draft } }), 'next')
    expect(loaded.ok ? [] : loaded.problems.map((one) => one.sentence)).toEqual([
      'The programme has 10002 parameters and provisions; 2000 are the most. Make two programmes of it.',
    ])
    expect(performance.now() - begun).toBeLessThan(5000)
  })
})
