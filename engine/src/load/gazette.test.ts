import { expect, it } from 'vitest'
import { complaintsAbout, lawFiles, type Law, measure, parameter, requirement, SOUND } from '../lamps-fixture.ts'
import { formatProblem } from './problem.ts'
import { loadProgramme } from './programme.ts'

const PRESS = '{ gazette: { title: Gazette, instrument: act }, press: { title: The Daily } }'

function lawOf(rate: string, fee: string): Law {
  return {
    vocabulary: 'price: { unit: PKR }\n',
    parameters: parameter('rate', 'percent', '{ 2026-01-01: 10% }', rate),
    provisions: measure('fee', 'rate * price') + requirement('dear', 'fee > 0', fee),
    heading: { sources: PRESS },
  }
}

const SEEN = 'seen_on: 2030-01-01'

it('a number is not from the gazette because it says so', () => {
  const rate = "'rate' is said to be from the gazette, but its source 'press' publishes no instrument."
  const pressRow = {
    ...lawOf(SEEN, ''),
    parameters: parameter('rate', 'percent', '{ 2026-01-01: { value: 10%, source: press } }'),
  }
  expect(complaintsAbout(pressRow)).toEqual([expect.stringContaining(`main/parameters.yaml:5:34: ${rate}`)])
  const reported = parameter('rate', 'percent', '{ 2026-01-01: { value: 10%, source: press, evidence: reported } }')
  expect(complaintsAbout({ ...pressRow, parameters: reported })).toEqual([])
})

it('nor is a provision', () => {
  expect(complaintsAbout(lawOf(SEEN, 'source: gazette'))).toEqual([])
  expect(complaintsAbout(lawOf(SEEN, 'source: press\nevidence: reported'))).toEqual([])
  expect(complaintsAbout(lawOf(SEEN, 'source: press'))).toEqual([
    "main/provisions.yaml:6:11: 'dear' is said to be from the gazette, but its source 'press' publishes no instrument. Say 'evidence: reported'; or where that source is listed, 'instrument: NAME'.",
  ])
  const bills = { instruments: '{ act: { title: Lamp Act }, bill: { title: Lamp Bill } }', sources: PRESS }
  const ofBill = { ...lawOf(SEEN, ''), heading: bills }
  expect(complaintsAbout({ ...ofBill, provisions: ofBill.provisions?.replace('act, 1', 'bill, 1') ?? '' })).toEqual([
    "main/provisions.yaml:6:11: 'dear' is said to be from the gazette, but no text of 'bill' is named. Say 'evidence: reported'; or of the instrument 'file:', or of the source that publishes it 'instrument: bill'.",
  ])
})

it('nor is a programme, where neither a source publishes an instrument nor its text is held', () => {
  const none = { sources: '{ gazette: { title: Gazette } }' }
  expect(complaintsAbout({ ...SOUND, heading: none })[0]).toContain(
    'programme.yaml:8:11: The programme is said to be from the gazette, but no text of it is named.',
  )
  const provisions = requirement('dear', 'price > 0')
  const reported = { ...none, evidence: 'reported' }
  expect(complaintsAbout({ vocabulary: 'price: { unit: PKR }', provisions, heading: reported })).toEqual([])
  const held = { ...none, instruments: '{ act: { title: Lamp Act, file: instruments/act.md } }' }
  const files = { 'instruments/act.md': '# 1\nA lamp is dear.' }
  expect(complaintsAbout({ vocabulary: 'price: { unit: PKR }', provisions, heading: held, files })).toEqual([])
})

it('a source publishes an instrument that is listed', () => {
  const heading = { sources: '{ gazette: { title: Gazette, instrument: at } }' }
  expect(complaintsAbout({ ...SOUND, heading })[0]).toContain(
    "'instrument' of gazette is one of act, not 'at'. Did you mean 'act'?",
  )
})

it('what a draft changes is a proposal, and cannot call itself notified', () => {
  const law = lawOf(SEEN, '')
  const loaded = (more: string): ReturnType<typeof loadProgramme> => {
    const files = lawFiles(law)
    const rate = `rate: { label: rate, unit: percent, source: press, seen_on: 2030-01-01, values: { 2026-01-01: { value: 9%${more} } } }`
    files.set('drafts/next.yaml', `draft: next\ntitle: Next\nparts: { main: { parameters: { ${rate} } } }\n`)
    return loadProgramme(files, 'next')
  }
  const sound = loaded('')
  expect(sound.ok && sound.programme.parameters.get('rate')?.standing).toMatchObject({
    status: 'draft',
    evidence: 'reported',
  })
  expect(sound.ok && sound.programme.provisions.get('dear')?.standing).toMatchObject({
    status: 'notified',
    evidence: 'gazette',
  })
  const notified = loaded(', status: notified')
  expect(notified.ok ? [] : notified.problems.map(formatProblem)).toEqual([
    expect.stringMatching(/^drafts\/next.yaml:3:\d+: 'status' of .* is notified, but a draft only proposes\./),
  ])
})
