import { describe, expect, test } from 'vitest'
import { type ReadSoFar, readRows, readSome } from './limited-csv.ts'

function rows(text: string, delimiter = ',', columns = 5): unknown {
  const read: (readonly string[])[] = []
  const fault = readRows(text, {
    delimiter,
    columns,
    take: (cells) => {
      read.push(cells)
      return true
    },
  })
  return fault ?? read
}

describe('rows of a CSV file', () => {
  test.each([
    [
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a,b\r\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['a\rb\n\nc', [['a'], ['b'], [''], ['c']]],
    [
      'a,\n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
    ['"a,b","c\r\nd"\n"e ""f"""', [['a,b', 'c\r\nd'], ['e "f"']]],
    ['"",x', [['', 'x']]],
    ['5" screen, "x"', [['5" screen', ' "x"']]],
    ['', []],
  ])('%j', (text, expected) => expect(rows(text)).toEqual(expected))

  test('semicolons and tabs', () => {
    expect(rows('a;"b;c"', ';')).toEqual([['a', 'b;c']])
    expect(rows('a\tb,c', '\t')).toEqual([['a', 'b,c']])
  })

  test('a quotation mark that does not close, or is followed by more', () => {
    expect(rows('a\n"b,c\n')).toEqual({ fault: 'quotes', row: 2 })
    expect(rows('"a"b')).toEqual({ fault: 'quotes', row: 1 })
    expect(rows('"a""')).toEqual({ fault: 'quotes', row: 1 })
  })

  test('a row is as wide as allowed and no wider', () => {
    expect(rows('1,2,3,4,5')).toEqual([['1', '2', '3', '4', '5']])
    expect(rows('a\n1,2,3,4,5,6')).toEqual({ fault: 'wide', row: 2 })
  })

  test('reading stops when it is told to', () => {
    let seen = 0
    readRows('a\n'.repeat(100), { delimiter: ',', columns: 1, take: () => (seen += 1) < 3 })
    expect(seen).toBe(3)
  })

  test('a text in pieces reads as it does in one, wherever it is cut', () => {
    const text = 'a,b\r\n"c,""d""\r\n",e\r"",f\n\ng,"h"'
    for (let first = 0; first <= text.length; first += 1)
      for (let second = first; second <= text.length; second += 1) {
        const read: (readonly string[])[] = []
        const shape = { delimiter: ',', columns: 2, take: (cells: readonly string[]) => read.push(cells) > 0 }
        const pieces = [text.slice(0, first), text.slice(first, second), text.slice(second), '']
        let so: ReadSoFar = { rest: '', row: 1, fault: undefined }
        for (const [at, piece] of pieces.entries()) so = readSome(so.rest + piece, shape, so.row, at === 3)
        expect([read, so]).toEqual([rows(text), { rest: '', row: 6, fault: undefined }])
      }
  })
})
