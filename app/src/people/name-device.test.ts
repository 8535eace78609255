import { expect, test } from 'vitest'
import { deviceText } from './name-device.ts'

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0', 'Firefox, Windows'],
  [
    'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
    'Chrome, Android',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
    'Safari, iOS',
  ],
])('%s is %s', (agent, text) => {
  expect(deviceText(agent)).toBe(text)
})

test('a program that is no browser keeps its own name, and nothing stays nothing', () => {
  expect(deviceText('return-robot/2')).toContain('return-robot')
  expect(deviceText('')).toBe('')
})
