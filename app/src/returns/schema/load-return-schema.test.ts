import { readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { loadReturnSchemaFrom } from './load-return-schema.ts'
import { yearOf } from '../return-year.ts'
import { KITES_RETURN, readKites } from '../kites-fixture.ts'

const POLICY = fileURLToPath(new URL('../../../../policy/', import.meta.url))

test('the return of every programme that has one loads', async () => {
  const programmes = await readdir(POLICY, { withFileTypes: true })
  let loaded = 0
  for (const programme of programmes.filter((one) => one.isDirectory())) {
    const files = await readdir(`${POLICY}${programme.name}`)
    if (!files.includes('return.yaml')) continue
    const read = await loadReturnSchemaFrom(`${POLICY}${programme.name}`)
    expect(read.ok ? [] : read.problems, programme.name).toEqual([])
    loaded += 1
  }
  expect(loaded).toBeGreaterThan(0)
})

describe('a return that is declared wrongly', () => {
  /** What is replaced, by what, and a part of the sentence. */
  test.each([
    ['return: kites', 'return: bicycles', "programme 'kites'"],
    ['version: 3\n', '', "'version:'"],
    ['rates: { USD:', 'rates: { PKR:', "currencies other than PKR, not of 'PKR'"],
    ['rates: { USD:', 'rates: { dollar:', "not of 'dollar'"],
    ['at_least: PKR 100 per USD', 'at_least: USD 100 per PKR', 'is a rate such as PKR 280 per USD'],
    ['at_least: PKR 100 per USD, ', '', "needs 'at_least:'"],
    ['at_least: PKR 100 per USD', 'at_least: PKR 0 per USD', 'something above zero'],
    ['at_least: PKR 100 per USD', 'at_least: PKR 2000 per USD', 'no less than that'],
    ['    required: true\n    key', '    needed: true\n    key', "has no 'needed'"],
    ['key: [model, month]', 'key: [model, mont]', "Did you mean 'month'"],
    ['fact: kind,', 'fact: kin,', "Did you mean 'kind'"],
    ['unit: month', 'unit: fortnight', "not 'fortnight'"],
    ['currency_of: [unit_price]', 'currency_of: [quantity]', "'unit: money'"],
    ['rate_date: true, ', '', "'rate_date: true'"],
    ['unit: date, rate_date: true', 'unit: count, rate_date: true', "'unit: date'"],
    ["pattern: '[A-Z][0-9]{3}'", "pattern: '([A-Z]+)+'", 'pattern'],
    ["pattern: '[A-Z][0-9]{3}'", "pattern: '[A-Z'", 'pattern'],
    ['at_least: 2', 'at_least: two', "'at_least'"],
    ['covers: production.model', 'covers: production.modell', 'not a column of the return'],
    ['covers: production.model', 'covers: production', 'names a column of a sheet'],
    ['rows: 40', 'rows: many', "'rows'"],
    ['each: production.kind', 'each: production.quantity', 'does not have the unit'],
    ['by: model', 'by: modell', "'modell'"],
    ['sum: production.quantity * production.unit_price', 'sum: production.quantity', 'does not have the unit'],
    ['sum: production.quantity * production.unit_price', 'sum: production.quantity * parts.unit_value', 'one sheet'],
    ['least: production.spools', 'least: production.spool', "Did you mean 'production.spools'"],
    ['first: workshop.tested_on', 'first: workshop.open_workshop', 'does not have the unit'],
    ["with: { part: '{model} {code}' }", "with: { part: '{model} {kode}' }", "no column 'kode'"],
    // Four texts of 250 characters, and a space.
    ["'{model} {code}'", "'{model} {code}{model}{code}'", 'up to 1001 characters; a fact has at most 1000'],
    ["with: { part: '{model} {code}' }", "with: { part: '{model}', price: code }", "has no 'price'"],
    ['lines: parts, with', 'lines: part, with', "Did you mean 'parts'"],
    ['  kites_made: { sum', '  kites_mad: { sum', "Did you mean 'kites_made'"],
    ['one: workshop.open_workshop', 'one: workshop.open_workshop, count: parts', 'comes about by one of'],
    ['same: production.grade', 'same: production.grade, where: { grade: [rough] }', 'plain, fine'],
    ['  kites_made: { sum: production.quantity }', '  kites_made: { lines: production }', 'group of lines'],
    ['at_least: 2', 'at_least: 2, not_above: quantty', "Did you mean 'quantity'"],
    ['at_least: 2', 'at_least: 2, not_above: unit_price', 'two columns of one kind'],
    ['at_least: 2', 'at_least: 2, not_after: invoiced_on', 'two columns of one kind'],
    ['at_least: 2', 'at_least: 2, needs: spool', "names 'spool', which is not a column of production"],
    ['at_least: 2', 'at_least: 2, needed_where: { grade: [rough] }', "'grade' is one of plain, fine"],
    ['at_least: 2', 'at_least: 2, needed_where: { quantity: [1] }', 'asks for a category'],
    ['least: production.spools', 'least: production.spools, take: spool', "'take' names 'spool'"],
    ['least: production.spools', 'least: production.spools, take: grade', 'does not have the unit'],
    ['least: production.spools', 'least: production.spools, while_valid: invoiced_on', "a line of 'first:' holds"],
    ['first: workshop.tested_on', 'first: workshop.tested_on, while_valid: open_workshop', "a line of 'first:' holds"],
    ["with: { part: '{model} {code}' }", "with: { part: '{model}', unit_value: rate of USD }", 'PKR per USD'],
  ])('%j as %j is named with its place', (good, bad, part) => {
    expect(KITES_RETURN).toContain(good)
    const read = readKites(KITES_RETURN.replace(good, bad))
    const problems = read.ok ? [] : read.problems
    expect(problems.map((problem) => problem.sentence).join('\n')).toContain(part)
    for (const problem of problems)
      expect([problem.file, problem.line > 0, problem.column > 0]).toEqual(['return.yaml', true, true])
  })

  test('is not read when it is not YAML', () => expect(readKites('sheets: [').ok).toBe(false))
})

describe('the year of a return', () => {
  test("is the programme's, from its first day to its last", () => {
    expect(yearOf('2026-27', '07-01')).toEqual({ label: '2026-27', first: 20635, last: 20999 })
    expect(yearOf('1999-00', '07-01')?.label).toBe('1999-00')
    expect(yearOf('2026', '01-01')).toMatchObject({ last: (yearOf('2026', '01-01')?.first ?? 0) + 364 })
  })

  test.each([
    ['2026-28', '07-01'],
    ['2026', '07-01'],
    ['2026-27', '01-01'],
    ['26-27', '07-01'],
    ['', '07-01'],
  ])('%j is not a year that begins on %s', (label, starts) => expect(yearOf(label, starts)).toBeUndefined())
})
