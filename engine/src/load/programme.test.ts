import { describe, expect, it } from 'vitest'
import { SOUND, complaintAbout, complaintsAbout, lawFiles, measure, parameter, requirement } from '../lamps-fixture.ts'
import { formatProblem } from './problem.ts'
import { loadProgramme } from './programme.ts'

it('of a sound law there is nothing to complain', () => {
  expect(complaintsAbout(SOUND)).toEqual([])
})

describe('programme.yaml', () => {
  it.each([
    [{ currency: 'rupees' }, "'currency' is a code such as PKR, not 'rupees'."],
    [{ time_zone: 'Asia/Karachy' }, "'time_zone' is the name of a time zone such as Asia/Karachi, not 'Asia/Karachy'."],
    [{ year_starts: '13-01' }, "'year_starts' is a month and a day such as 07-01, not '13-01'."],
    [{ status: 'valid' }, "programme.yaml:7:9: 'status' is one of draft, notified, superseded, not 'valid'."],
    [{ evidence: 'gazete' }, "Did you mean 'gazette'?"],
    [
      { sources: '{ gazette: { title: Gazette, instrument: act, dated: June } }' },
      "'dated' of 'gazette' is a day (2026-01-09) or a month (2026-01).",
    ],
    [
      { instruments: '{ act: { title: Lamp Act, file: instruments/act.md } }' },
      "The instrument 'act' names instruments/act.md, which is not there.",
    ],
    [
      { parts: '[main, mian]' },
      "programme.yaml:9:8: The part 'mian' has neither parameters.yaml nor provisions.yaml. Did you mean 'main'?",
    ],
    [{ colour: 'red' }, "programme.yaml has no 'colour'."],
  ])('%j', (heading, sentence) => {
    expect(complaintAbout({ heading })).toContain(sentence)
  })

  it('a folder of law that no part names is not passed over in silence', () => {
    expect(complaintAbout({ files: { 'extra/provisions.yaml': measure('more', 'price') } })).toBe(
      "programme.yaml:9:8: The folder 'extra' holds law, but 'parts' does not list it.",
    )
  })

  it.each(['programme.yaml', 'vocabulary.yaml'])('%s must be there', (name) => {
    const files = lawFiles(SOUND)
    files.delete(name)
    const loaded = loadProgramme(files)
    expect(loaded.ok ? [] : loaded.problems.map(formatProblem)).toEqual([
      expect.stringMatching(`^${name}:1:1: A programme has a ${name}`),
    ])
  })
})

describe('every text in every language', () => {
  const languages = {
    languages: '[en, ur]',
    title: '{ en: Lamps, ur: چراغ }',
    authority: '{ en: Board, ur: بورڈ }',
    instruments: '{ act: { title: { en: Act, ur: ایکٹ } } }',
  }
  const price = 'price: { label: { en: Price, ur: قیمت }, unit: PKR }\n'

  it.each([
    [{ title: 'Lamps' }, price, "'title' is given in each language: { en: …, ur: … }."],
    [{ title: '{ en: Lamps }' }, price, "programme.yaml:2:8: 'title' is missing in 'ur'."],
    [{ title: "{ en: Lamps, ur: '' }" }, price, "'title' in 'ur' is empty."],
    [{}, 'price: { unit: PKR }\n', "'price' needs a label in each language: { en: …, ur: … }."],
    [{}, 'price: { label: { en: Price }, unit: PKR }\n', "vocabulary.yaml:1:17: 'label' of price is missing in 'ur'."],
    [
      {},
      `${price}form: { label: { en: F, ur: ف }, categories: [plug, constructor], words: { plug: { en: plug, ur: پلگ } } }\n`,
      "'form' needs 'words:' for constructor.",
    ],
    [
      {},
      `${price}form: { label: { en: F, ur: ف }, categories: [plug], words: { plug: { en: plug } } }\n`,
      "The word for 'plug' is missing in 'ur'.",
    ],
  ])('%j %j', (heading, vocabulary, sentence) => {
    expect(complaintsAbout({ vocabulary, heading: { ...languages, ...heading } })).toEqual([
      expect.stringContaining(sentence),
    ])
  })

  it('also of parameters and provisions', () => {
    const found = complaintsAbout({
      vocabulary: price,
      heading: languages,
      parameters: parameter('rate', 'percent', '{ 2026-01-01: 1% }'),
      provisions: requirement('fee', 'price > 0'),
    })
    expect(found).toEqual([
      expect.stringContaining("main/parameters.yaml:2:10: 'label' of 'rate' is given in each language"),
      expect.stringContaining("main/provisions.yaml:1:1: 'fee' needs 'label:' in each language."),
      expect.stringContaining("main/provisions.yaml:4:12: 'summary' of 'fee' is given in each language"),
    ])
  })
})
