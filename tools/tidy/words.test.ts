import { expect, test } from 'vitest'
import { checkWords } from './words.ts'

function lines(text: string, file = 'docs/tour/one.md'): readonly number[] {
  return checkWords(new Map([[file, text]])).map((finding) => finding.line)
}

test('a path of one machine is found, a part of a longer path or an address is not', () => {
  expect(lines('First.\nRun /home/ada/start.')).toEqual([2])
  expect(lines("open('/Users/ada/return.xlsx')")).toEqual([1])
  expect(lines('See https://example.org/home/plan and ./root/plan and frame/home/plan.')).toEqual([])
})

test('a mark for later needs its reason', () => {
  expect(lines('// TODO\n// TODO: later\n// FIXME this')).toEqual([1, 2, 3])
  expect(lines('// TODO: wait for the gazette text')).toEqual([])
})

test('an Urdu word has one spelling, and is none inside another word', () => {
  expect(lines('ہندسے بغیر کوما کے\nشرح مبادلہ\n«گوشوارہ»')).toEqual([1, 2, 3, 3])
  expect(lines('ہندسے بغیر کاما کے\nشرحِ مبادلہ\n“گوشوارہ”\nکومات')).toEqual([])
})

test('the lockfile is not read', () => {
  expect(lines('TODO', 'package-lock.json')).toEqual([])
})
