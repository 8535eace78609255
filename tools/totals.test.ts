import { expect, test } from 'vitest'
import { addTotals, formatTotals, totalsOfCheck, totalsOfTests, totalsOfVitest } from './totals.ts'

test('totals add up and are said in one line', () => {
  const sum = addTotals([
    { passed: 63, failed: 0 },
    { passed: 5, failed: 2 },
  ])
  expect(formatTotals(sum)).toBe('68 passed, 2 failed')
  expect(formatTotals(addTotals([]))).toBe('0 passed, 0 failed')
})

test('a check counts as one, and a killed one has failed', () => {
  expect(totalsOfCheck(0)).toEqual({ passed: 1, failed: 0 })
  expect(totalsOfCheck(1)).toEqual({ passed: 0, failed: 1 })
  expect(totalsOfCheck(null)).toEqual({ passed: 0, failed: 1 })
})

test('tests count as their last closing line says', () => {
  expect(totalsOfTests(0, 'ok\n3 passed, 0 failed\n')).toEqual({ passed: 3, failed: 0 })
  expect(totalsOfTests(1, '3 passed, 0 failed\nmore\n80 passed, 2 failed\n')).toEqual({ passed: 80, failed: 2 })
})

test('a sentence that holds the words is no closing line', () => {
  expect(totalsOfTests(0, 'yesterday 3 passed, 0 failed\n')).toEqual({ passed: 0, failed: 1 })
})

test('what did not run has not passed', () => {
  expect(totalsOfTests(0, '')).toEqual({ passed: 0, failed: 1 })
  expect(totalsOfTests(0, '0 passed, 0 failed')).toEqual({ passed: 0, failed: 1 })
  expect(totalsOfTests(1, '9 passed, 0 failed')).toEqual({ passed: 9, failed: 1 })
  expect(totalsOfTests(null, '9 passed, 0 failed')).toEqual({ passed: 9, failed: 1 })
})

test("vitest's report is counted, and one that is missing, broken or empty has failed", () => {
  const report = (numPassedTests: number, numFailedTests: number) => JSON.stringify({ numPassedTests, numFailedTests })
  expect(totalsOfVitest(0, report(63, 0))).toEqual({ passed: 63, failed: 0 })
  expect(totalsOfVitest(1, report(60, 3))).toEqual({ passed: 60, failed: 3 })
  expect(totalsOfVitest(1, report(60, 0))).toEqual({ passed: 60, failed: 1 })
  expect(totalsOfVitest(0, report(0, 0))).toEqual({ passed: 0, failed: 1 })
  expect(totalsOfVitest(0, '')).toEqual({ passed: 0, failed: 1 })
  expect(totalsOfVitest(0, '{}')).toEqual({ passed: 0, failed: 1 })
})
