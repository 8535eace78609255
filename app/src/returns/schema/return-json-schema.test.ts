import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect, test } from 'vitest'
import { jsonOf } from '../doors-fixture.ts'
import { KITES } from '../kites-fixture.ts'
import { ANY_RETURN, returnJsonSchema } from './return-json-schema.ts'

const LINES = {
  production: [
    {
      model: 'Basant',
      kind: 'fighter',
      month: '2026-07',
      quantity: '1000',
      unit_price: '420.25',
      currency: 'PKR',
      invoiced_on: '2026-07-10',
    },
  ],
  parts: [{ model: 'Basant', code: 'A001', quantity: '2', unit_value: '12.5', local_rate: '45%' }],
  workshop: [],
}
const RIGHT = jsonOf(KITES, LINES)
  .toString()
  .replace('"workshop":[]', '"workshop":[{"open_workshop":true,"tested_on":null}]')

const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, validateFormats: false })
for (const word of ['x-title-ur', 'x-description-ur', 'x-currency']) ajv.addKeyword(word)
const fits = ajv.compile(returnJsonSchema(KITES))
const fitsAny = ajv.compile(ANY_RETURN)

test('it is JSON Schema 2020-12 that takes a right return, with amounts as texts or as numbers', () => {
  for (const text of [RIGHT, RIGHT.replace('"1000"', '1000').replace('"420.25"', '420.25')]) {
    expect(fits(JSON.parse(text)), JSON.stringify(fits.errors)).toBe(true)
    expect(fitsAny(JSON.parse(text))).toBe(true)
  }
})

test('it refuses what the service refuses of a value by itself', () => {
  const wrong = [
    ['"kites"', '"bicycles"'],
    ['"version":"3"', '"version":"2"'],
    ['"kind":"fighter"', '"kind":"octopus"'],
    ['"model":"Basant","kind"', '"kind"'],
    ['"1000"', '"1000.5"'],
    ['"1000"', '-1'],
    ['"1000"', '1000001'],
    ['"420.25"', '"1,5"'],
    ['"A001"', '"A1"'],
    ['"45%"', '"0.45"'],
    ['"2026-07"', '"2026-13"'],
    ['"PKR"', '"rupees"'],
    ['"A001"', '"A001","colour":"red"'],
    ['{"open_workshop":true,"tested_on":null}', '{"open_workshop":true},{"open_workshop":true}'],
    ['{"open_workshop":true,"tested_on":null}', ''],
  ] as const
  for (const [before, after] of wrong) {
    expect(RIGHT).toContain(before)
    expect(fits(JSON.parse(RIGHT.replace(before, after))), after).toBe(false)
  }
})

test('its texts are those of the columns, in both languages', () => {
  const { title, 'x-title-ur': urdu } = returnJsonSchema(KITES)
  expect([title, urdu]).toEqual(['Return of kites', 'پتنگوں کا گوشوارہ'])
  expect(JSON.stringify(returnJsonSchema(KITES))).toContain('"description":"Letter and three digits"')
})
