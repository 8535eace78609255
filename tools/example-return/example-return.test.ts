import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { filledTemplate } from '../../app/src/returns/write/fill-template.ts'
import { loadReturnSchemaFrom } from '../../app/src/returns/schema/load-return-schema.ts'
import { readRates } from '../../app/src/returns/check/official-rates.ts'
import { type ReadReturn, readReturn } from '../../app/src/returns/read-return.ts'
import { yearOf } from '../../app/src/returns/return-year.ts'
import { vocabularyIn, writtenFacts } from '../../app/src/returns/facts-fixture.ts'
import { workbookBytes } from '../../app/src/returns/write/workbook-style.ts'
import { BILL_OF_MATERIALS } from './bill-of-materials.ts'
import { makeRates } from './make-rates.ts'
import { makeReturn } from './make-return.ts'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

async function read(bytes: Buffer): Promise<ReadReturn> {
  const schema = await loadReturnSchemaFrom(`${ROOT}policy/pk-medmp-2026`)
  const rates = readRates('rates.csv', makeRates(2026))
  const year = yearOf('2026-27', '07-01')
  if (!schema.ok || !rates.ok || year === undefined) throw new Error('the example does not load')
  return readReturn({ form: 'xlsx', bytes }, { schema: schema.schema, rates: rates.rates, year })
}

interface MadeFacts {
  readonly ex_works_value: string
  readonly annual_import_value: string
  readonly parts: readonly Readonly<Record<string, string>>[]
}

async function factsOf(result: ReadReturn): Promise<MadeFacts> {
  const vocabulary = vocabularyIn(await readFile(`${ROOT}policy/pk-medmp-2026/vocabulary.yaml`, 'utf8'))
  return writtenFacts(vocabulary, result)[0] as unknown as MadeFacts
}

/** The imported share of the ex-works value; near enough for a comparison with whole percents. */
async function importedShare(result: ReadReturn): Promise<number> {
  const facts = await factsOf(result)
  const number = (text: string | undefined): number => Number((text ?? '').replace(/^PKR |%$/g, ''))
  const total = facts.parts.reduce((sum, line) => {
    const rate = line['certified_local_rate'] === 'none' ? 0 : number(line['certified_local_rate']) / 100
    const share = line['book'] === 'imported' ? 1 : line['book'] === 'bought_locally' ? 1 - rate : 0
    return sum + number(line['quantity']) * number(line['unit_value']) * share
  }, 0)
  return total / number(facts.ex_works_value)
}

describe('the example return', () => {
  test('has a bill of 70 to 80 parts, each once, with the code of its tariff line', () => {
    expect(BILL_OF_MATERIALS.length).toBeGreaterThanOrEqual(70)
    expect(BILL_OF_MATERIALS.length).toBeLessThanOrEqual(80)
    expect(new Set(BILL_OF_MATERIALS.map((part) => part.code)).size).toBe(BILL_OF_MATERIALS.length)
    for (const part of BILL_OF_MATERIALS) expect(part.hs_code).toMatch(/^\d{4}\.\d{4}$/)
  })

  test('in the repository is what the generator writes, and is accepted without a word', async () => {
    const result = await read(await readFile(`${ROOT}examples/return-2026-27.xlsx`))
    expect(result.ok ? result.warnings : result.errors).toEqual([])
    const schema = await loadReturnSchemaFrom(`${ROOT}policy/pk-medmp-2026`)
    if (!schema.ok) throw new Error('the schema does not load')
    const made = await read(
      await workbookBytes(filledTemplate(schema.schema, 'en', makeReturn({ seed: 2026, failing: false }))),
    )
    expect(await factsOf(result)).toEqual(await factsOf(made))
    expect(await readFile(`${ROOT}examples/rates.csv`, 'utf8')).toBe(makeRates(2026))
  })

  test('imports as much as its imported parts are worth', async () => {
    const result = await read(await readFile(`${ROOT}examples/return-2026-27.xlsx`))
    const facts = await factsOf(result)
    // Exact, in whole numbers: four decimals of the price times four of the rate.
    const scaled = (text: string | undefined): bigint => {
      const [whole = '', fraction = ''] = (text ?? '').replace('PKR ', '').split('.')
      return BigInt(whole + fraction.padEnd(10, '0'))
    }
    const imported = facts.parts
      .filter((line) => line['book'] === 'imported')
      .reduce((sum, line) => sum + BigInt(line['quantity'] ?? '') * scaled(line['unit_value']), 0n)
    expect(scaled(facts.annual_import_value)).toBe(imported)
  })

  test('meets the target of 10% by little, and misses it where its suppliers lose their certificates', async () => {
    const met = 1 - (await importedShare(await read(await readFile(`${ROOT}examples/return-2026-27.xlsx`))))
    const missed = 1 - (await importedShare(await read(await readFile(`${ROOT}examples/return-2026-27-failing.xlsx`))))
    expect(met).toBeGreaterThan(0.1)
    expect(met).toBeLessThan(0.13)
    expect(missed).toBeLessThan(0.1)
  })

  test('can be made with as many lines as wanted', () => {
    expect(makeReturn({ seed: 1, lines: 5_000, failing: false })['parts']?.length).toBe(5_000)
  })
})
