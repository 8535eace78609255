import { expect, test } from 'vitest'
import { readForm } from './read-form.ts'

const FIELDS = {
  name: { minLength: 1 },
  number: { pattern: '^([0-9]{3})?$' },
  day: { format: 'date' },
} as const

function sent(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData()
  for (const [name, text] of Object.entries(fields)) form.set(name, text)
  return form
}

test('each field that is wrong is named, the first of them first', () => {
  const { read } = readForm(sent({ name: '', number: '12', day: '2027-02-29' }), { properties: FIELDS })
  expect(read).toEqual({
    refused: {
      code: 'field_empty',
      place: '/body/name',
      others: [
        { code: 'field_unfit', place: '/body/number' },
        { code: 'field_no_day', place: '/body/day', text: '2027-02-29' },
      ],
    },
  })
})

test('a field may be empty whose pattern allows it', () => {
  const { read } = readForm(sent({ name: 'Roadster', number: ' ', day: '2028-02-29' }), { properties: FIELDS })
  expect(read).toEqual({ done: { name: 'Roadster', number: '', day: '2028-02-29' } })
})

test('a character that no table takes is refused at its field', () => {
  const { read } = readForm(sent({ reason: 'The frame\0' }), {
    properties: { reason: { minLength: 1, maxLength: 2000 } },
  })
  expect(read).toEqual({ refused: { code: 'field_unfit', place: '/body/reason', others: [] } })
})
