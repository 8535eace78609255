/** What a note says, in words. */
import type { Language } from '../../kernel/problem.ts'
import { bookOf } from '../../products/bills/bill.ts'
import { billWordsOf } from '../../products/bills/bill-words.ts'
import type { BillNote } from '../hold-bill.ts'
import { billNotesWordsOf } from './bill-notes-words.ts'
import type { HeldAgainstBill } from './hold-against-bills.ts'

/** Sources are the only words that are written as the law has them. */
export function saidIn(language: Language, { code }: Pick<BillNote, 'code'>, text: string): string {
  if (code !== 'book_differs') return text
  const { books } = billWordsOf(language)
  return text
    .split(', ')
    .map((one) => {
      const book = bookOf(one)
      return book === null ? one : books[book]
    })
    .join(', ')
}

export function linesText({ lines }: Pick<BillNote, 'lines'>, most: number): string {
  return lines
    .map(({ sheet, rows }) => `${sheet} ${rows.slice(0, most).join(', ')}${rows.length > most ? ' …' : ''}`)
    .join('; ')
}

const ALL = 1_000_000

export function noteRows(held: readonly HeldAgainstBill[], language: Language): readonly (readonly string[])[] {
  const words = billNotesWordsOf(language)
  const heading = [
    words.model,
    words.code,
    words.what,
    words.partCode,
    words.part,
    words.inReturn,
    words.inBill,
    words.difference,
    words.lines,
  ]
  return [
    heading,
    ...held.flatMap(({ model, notes }) =>
      notes.map((note) => [
        model,
        note.code,
        words.codes[note.code],
        note.part_code,
        note.stands_for === '' ? note.part : `${note.part} (${words.standsFor(note.stands_for)})`,
        saidIn(language, note, note.in_return),
        saidIn(language, note, note.in_bill),
        note.difference,
        linesText(note, ALL),
      ]),
    ),
  ]
}
