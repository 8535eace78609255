import { expect, test } from 'vitest'
import { checkWords } from './words.ts'

function lines(text: string, file = 'docs/tour/one.md'): readonly number[] {
  return checkWords(new Map([[file, text]])).map((finding) => finding.line)
}

test('a folder that no clone has is found', () => {
  expect(lines('First.\nRead ../shared/design.md first.')).toEqual([2])
})

test('a path of one machine is found, a part of a longer path or an address is not', () => {
  expect(lines('Run /work/main/start.')).toEqual([1])
  expect(lines("open('/work/main')")).toEqual([1])
  expect(lines('See https://example.org/work/plan and ./work/plan and frame/work/plan.')).toEqual([])
})

test('a mark for later needs its reason', () => {
  expect(lines('// TODO\n// TODO: later\n// FIXME this')).toEqual([1, 2, 3])
  expect(lines('// TODO: wait for the gazette text')).toEqual([])
})

test('the lockfile is not read', () => {
  expect(lines('TODO', 'package-lock.json')).toEqual([])
})
