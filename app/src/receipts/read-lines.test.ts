import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MOST_LINES, readLines } from './read-lines.ts'
import { type CsvFault, LARGEST_STATEMENT } from './receipt.ts'

const HEAD = 'account,bank_reference,received_on,currency,amount,payer,payer_number,reference'
const GOOD = 'A-1,T-1,2027-08-01,PKR,1250.5,Ravi Cycles,K-1,D-000001'

function read(...rows: readonly string[]) {
  return readLines(Buffer.from(rows.join('\n')), '2027-08-02')
}

function faults(...rows: readonly string[]): readonly string[] {
  const outcome = read(...rows)
  const found: readonly CsvFault[] =
    'refused' in outcome && outcome.refused.code === 'receipts_faulty' ? outcome.refused.faults : []
  return found.map(({ row, column, fault }) => `${row} ${column} ${fault}`)
}

describe('a statement of the bank', () => {
  test('is read with the text of each line as it was written', () => {
    const text =
      '\ufeffreference;payer;amount;currency;received_on;bank_reference;account\n"fee; D-000001";راوی;1250;PKR;2027-08-02;T-1;A-1\n;;;;;;\n'
    expect(readLines(Buffer.from(text), '2027-08-02')).toEqual({
      done: [
        {
          row: 2,
          account: 'A-1',
          bank_reference: 'T-1',
          received_on: '2027-08-02',
          currency: 'PKR',
          amount: '1250.00',
          payer: 'راوی',
          payer_number: null,
          reference: 'fee; D-000001',
        },
      ],
    })
  })

  test('that holds a fault is told each by row and column, and gives no line', () => {
    expect(
      faults(
        HEAD,
        GOOD,
        ',T-2,2027-02-29,pkr,-5,,,',
        'A-1,T-3,2027-08-03,PKR,"1,250.00",,,',
        'A-1,T-4,2027-08-01,PKR,0.00,,,',
        'A-1,T-5,2027-08-01,PKR,1.005,,,',
        'A-1,T-6,2027-08-01,PKR,1',
        `A-1,${'T'.repeat(61)},2027-08-01,PKR,1,,,`,
      ),
    ).toEqual([
      '3 account empty',
      '3 received_on no_day',
      '3 currency no_currency',
      '3 amount no_amount',
      '4 received_on in_future',
      '4 amount no_amount',
      '5 amount no_amount',
      '6 amount no_amount',
      '7  cells',
      '8 bank_reference too_long',
    ])
  })

  test('that tells of one receipt twice has it once, unless it tells otherwise', () => {
    const twice = read(HEAD, GOOD, GOOD.replace('1250.5', '1250.50'))
    expect('done' in twice ? twice.done.map(({ row }) => row) : twice).toEqual([2])
    expect(faults(HEAD, GOOD, GOOD.replace('1250.5', '1250.51'))).toEqual(['3 bank_reference differs'])
    // Another account has references of its own.
    expect(faults(HEAD, GOOD, GOOD.replace('A-1', 'A-2'))).toEqual([])
  })

  test('is held to its names, its size and its lines before anything is read of them', () => {
    expect(faults('')).toEqual(['1  no_columns'])
    expect(faults(HEAD)).toEqual(['1  no_lines'])
    expect(faults(`${HEAD},balance`, `${GOOD},1`)).toEqual(['1  no_columns'])
    expect(faults(HEAD, 'A-1,"T-1')).toEqual(['2  not_csv'])
    expect(faults(HEAD, ...Array.from({ length: MOST_LINES + 1 }, () => GOOD))).toEqual([`${MOST_LINES + 2}  too_many`])
    expect(faults(HEAD, 'x'.repeat(LARGEST_STATEMENT))).toEqual(['1  too_large'])
    const latin = readLines(Buffer.from([0xe9]), '2027-08-02')
    expect(latin).toMatchObject({ refused: { place: '/1/', faults: [{ fault: 'not_text' }] } })
  })

  test('of whatever bytes is read or refused, and never half', () => {
    const cell = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        'A-1',
        'T-1',
        '2027-08-01',
        'PKR',
        '12.50',
        '"',
        '""',
        '\n',
        '\u0000',
        'D-000001',
        '9'.repeat(20),
      ),
    )
    const row = fc.array(cell, { maxLength: 9 }).map((cells) => cells.join(','))
    const file = fc.tuple(fc.constantFrom(HEAD, ''), fc.array(fc.oneof(row, fc.constant(GOOD)), { maxLength: 6 }))
    fc.assert(
      fc.property(file, ([head, rows]) => {
        const outcome = read(head, ...rows)
        const refused = 'refused' in outcome ? outcome.refused : undefined
        const lines = 'done' in outcome ? outcome.done : []
        const told = refused?.code === 'receipts_faulty' ? refused.faults.length : 0
        expect(told > 0).toBe(lines.length === 0)
        const isWhole = lines.every(
          ({ amount, received_on, bank_reference }) =>
            /^\d{1,15}\.\d{2}$/.test(amount) && received_on <= '2027-08-02' && bank_reference !== '',
        )
        expect(isWhole).toBe(true)
      }),
      { numRuns: 100 },
    )
  })
})
