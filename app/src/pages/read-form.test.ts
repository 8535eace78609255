import { expect, test } from 'vitest'
import { MAYBE_DAY, readForm, sentFile } from './read-form.ts'

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

test('a day that may be left out is a day of the calendar where it is given', () => {
  const said = (until: string) => readForm(sent({ until }), { properties: { until: MAYBE_DAY } }).read
  expect(said('')).toEqual({ done: { until: '' } })
  expect(said('2028-02-29')).toEqual({ done: { until: '2028-02-29' } })
  for (const text of ['2027-02-29', '2027-13-01', '0000-01-01', '9999-12-31', 'soon'])
    expect(said(text)).toEqual({ refused: { code: 'field_no_day', place: '/body/until', text, others: [] } })
})

test('a file has a name that can be kept, whatever the browser called it', () => {
  const kept = (name: string) => {
    const form = new FormData()
    form.set('file', new File(['%PDF'], name))
    return sentFile(form, 'file')?.name
  }
  expect(kept('معائنہ report.pdf')).toBe('معائنہ report.pdf')
  expect(kept('')).toBe('–')
  expect(kept('a\0b\nc.pdf')).toBe('a_b_c.pdf')
  expect(kept('half \ud83d.pdf')).toBe('half \ufffd.pdf')
  expect(kept(`${'😀'.repeat(300)}.pdf`)).toBe(`${'😀'.repeat(196)}.pdf`)
})
