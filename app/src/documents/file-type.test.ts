import { assert, property, uint8Array } from 'fast-check'
import { expect, test } from 'vitest'
import { fileNamed, typeOfFile } from './file-type.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

test('a file is what its bytes say', () => {
  const zip = (inside: string): Buffer => Buffer.from(`PK\u0003\u0004${inside}`, 'latin1')
  for (const [bytes, type] of [
    [Buffer.from('%PDF-1.7\n'), 'application/pdf'],
    [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'image/png'],
    [Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    [zip('[Content_Types].xml … xl/workbook.xml'), XLSX],
    [Buffer.from('cell,PKR 340\r\nمزدوری,\tPKR 160\n'), 'text/plain; charset=utf-8'],
    // A program, an archive of something else, a text in another encoding, one with an escape for a terminal, and nothing.
    [Buffer.from('MZ\u0090\u0000'), undefined],
    [Buffer.from('\u007fELF'), undefined],
    [zip('classes.dex'), undefined],
    [Buffer.from([0xe9, 0x20, 0x41]), undefined],
    [Buffer.from('\u001b[2J'), undefined],
    [Buffer.alloc(0), undefined],
  ] as const)
    expect(typeOfFile(bytes)).toBe(type)
})

test('whatever the bytes are, what is taken for a text is one, without a zero in it, and nothing makes it fail', () => {
  assert(
    property(uint8Array({ maxLength: 64 }), (given) => {
      const bytes = Buffer.from(given)
      const isText = typeOfFile(bytes)?.startsWith('text/') === true
      return !isText || (Buffer.from(bytes.toString('utf8')).equals(bytes) && !bytes.includes(0))
    }),
  )
})

test('a file is kept under a name that is opened as what it is', () => {
  const [pdf, text] = [Buffer.from('%PDF-1.7\n'), Buffer.from('<script>')].map((bytes) => typeOfFile(bytes) ?? '')
  for (const [name, type, kept] of [
    ['slip.PDF', pdf, 'slip.PDF'],
    ['ترسیل.csv', text, 'ترسیل.csv'],
    ['record.hta', text, 'record.hta.txt'],
    ['invoice.pdf', text, 'invoice.pdf.txt'],
    ['invoice.pdf.html', pdf, 'invoice.pdf.html.pdf'],
    // What is shown from right to left behind the mark ends otherwise than it looks.
    ['slip\u202efdp.js', text, 'slip\u202efdp.js.txt'],
    ['two\nlines.bat ', text, 'two_lines.bat .txt'],
    ['', text, '.txt'],
    [`${'a'.repeat(199)}b`, text, `${'a'.repeat(195)}b.txt`],
  ] as const)
    expect(fileNamed(name, type ?? '')).toBe(kept)
})
