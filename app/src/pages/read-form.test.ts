import { expect, test } from 'vitest'
import { readForm } from './read-form.ts'

test('a character that no table takes is refused at its field', () => {
  const form = new FormData()
  form.set('reason', 'The frame\0')
  const { read } = readForm(form, { properties: { reason: { minLength: 1, maxLength: 2000 } } })
  expect(read).toEqual({ refused: { code: 'field_unfit', place: '/body/reason' } })
})
