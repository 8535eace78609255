import { expect, it } from 'vitest'
import { type Inked, midSentence } from './ink.ts'

it.each([
  ['Day of the cure is not after', 'day of the cure is not after'],
  ['<bdi>Day of the cure</bdi> is', '<bdi>day of the cure</bdi> is'],
  ['FOB value is more than', 'FOB value is more than'],
  ['C&F value is more than', 'C&F value is more than'],
  ['<bdi>C&amp;F value</bdi> is', '<bdi>C&amp;F value</bdi> is'],
  ['“Day” is', '“Day” is'],
])('inside a sentence %s is %s', (label, told) => {
  expect(midSentence(label as Inked)).toBe(told)
})
