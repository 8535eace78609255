import { exact } from '@maqami/engine/value/exact.ts'
import { describe, expect, it } from 'vitest'
import { type BillLine, BLANK_LINE } from '../products/bills/bill.ts'
import { billsInForce, notesOnParts, type PartUsed } from './hold-bill.ts'

const MADE = exact(1000)

function used(part_code: string, quantity: number, more: Partial<PartUsed> = {}): PartUsed {
  return {
    part_code,
    part: `part ${part_code}`,
    book: 'imported',
    quantity: exact(quantity),
    hs_code: '',
    component_class: '',
    sheet: 'Parts',
    row: 3,
    ...more,
  }
}

function line(position: string, part_code: string, quantity: string, more: Partial<BillLine> = {}): BillLine {
  return { ...BLANK_LINE, position, part_code, part: `part ${part_code}`, book: 'imported', quantity, ...more }
}

type Told = readonly [code: string, part: string, inReturn: string, inBill: string, difference: string]

function told(parts: readonly PartUsed[], ...bills: readonly (readonly BillLine[])[]): readonly Told[] {
  return notesOnParts(
    MADE,
    parts,
    bills.map((lines) => ({ lines })),
  ).map((one) => [one.code, one.part_code, one.in_return, one.in_bill, one.difference])
}

describe('what a return says was used for a thousand devices, beside the bill of materials', () => {
  it('agrees where each part is there as often as the bill has it, in however many lines', () => {
    expect(
      told([used('A', 1500), used('A', 500), used('B', 500)], [line('1', 'A', '2'), line('2', 'B', '0.5')]),
    ).toEqual([])
  })

  it('is told of a part that the bill does not have, and of one that the return does not have', () => {
    expect(told([used('X', 250)], [line('1', 'A', '2')])).toEqual([
      ['part_not_in_bill', 'X', '0.25', '', '250'],
      ['part_not_in_return', 'A', '', '2', '-2000'],
    ])
  })

  it('is told of one piece too few and of one too many, with the lines', () => {
    const bill = [line('1', 'A', '2')]
    expect(told([used('A', 2000)], bill)).toEqual([])
    expect(told([used('A', 1999)], bill)).toEqual([['quantity_differs', 'A', '1.999', '2', '-1']])
    const notes = notesOnParts(MADE, [used('A', 2000), used('A', 1, { row: 9 })], [{ lines: bill }])
    expect(notes).toMatchObject([
      { code: 'quantity_differs', difference: '1', lines: [{ sheet: 'Parts', rows: [3, 9] }] },
    ])
  })

  it('lies between two revisions that were both in force', () => {
    const bills = [[line('1', 'A', '2')], [line('1', 'A', '3'), line('2', 'B', '1')]]
    expect(told([used('A', 2400)], ...bills)).toEqual([])
    expect(told([used('A', 3001), used('B', 1001)], ...bills)).toEqual([
      ['quantity_differs', 'A', '3.001', '2–3', '1'],
      ['quantity_differs', 'B', '1.001', '0–1', '1'],
    ])
  })

  it('counts a substitute for what it stands in for, and says which share it had', () => {
    const substitute = {
      part_code: 'S',
      part: '',
      supplier: '',
      book: 'bought_locally',
      share: '20%',
      priority: null,
    } as const
    const bill = [line('1', 'A', '1', { substitutes: [substitute] })]
    expect(told([used('A', 750), used('S', 250, { book: 'bought_locally' })], bill)).toEqual([
      ['substitute_used', 'S', '25%', '20%', ''],
    ])
    // 750 and 249 are one device short.
    expect(told([used('A', 750), used('S', 249, { book: 'bought_locally' })], bill)[0]).toEqual([
      'quantity_differs',
      'A',
      '0.999',
      '1',
      '-1',
    ])
  })

  it('does not miss what came inside a part that was bought whole, and misses what went into one made in house', () => {
    const inside = (book: BillLine['book']) => [
      line('1', 'BOARD', '1', { book }),
      line('1.1', 'CHIP', '4', { part_of: '1' }),
    ]
    expect(told([used('BOARD', 1000)], inside('imported'))).toEqual([])
    expect(told([used('BOARD', 1000, { book: 'made_in_house' })], inside('made_in_house'))).toEqual([
      ['part_not_in_return', 'CHIP', '', '4', '-4000'],
    ])
  })

  it('is told of another source, another class, and an HS code that is not the beginning of that in the bill', () => {
    const bill = [line('1', 'A', '1', { hs_code: '8517.7900', component_class: 'camera' })]
    const said = (more: Partial<PartUsed>) => told([used('A', 1000, more)], bill)
    expect(said({ hs_code: '8517', component_class: 'camera' })).toEqual([])
    expect(said({ hs_code: '8517.79', component_class: '' })).toEqual([])
    expect(said({ hs_code: '8517.71', component_class: 'display', book: 'made_in_house' })).toEqual([
      ['book_differs', 'A', 'made_in_house', 'imported', ''],
      ['hs_code_differs', 'A', '8517.71', '8517.7900', ''],
      ['class_differs', 'A', 'display', 'camera', ''],
    ])
  })

  it('where nothing was made, all that was used is too much', () => {
    expect(
      notesOnParts(exact(0), [used('A', 5)], [{ lines: [line('1', 'A', '1')] }]).map((one) => [
        one.code,
        one.in_return,
        one.difference,
      ]),
    ).toEqual([['quantity_differs', '', '5']])
  })
})

describe('the revisions in force in a period', () => {
  const [first, last] = ['2026-07-01', '2027-06-30']
  const on = (...days: readonly string[]) => {
    const { bills, isLater } = billsInForce(
      days.map((released_on) => ({ released_on })),
      first,
      last,
    )
    return [bills.map(({ released_on }) => released_on), isLater]
  }

  it('are the newest one of its first day and those released until its last', () => {
    expect(on('2026-01-01', '2026-07-01', '2026-07-02', '2027-06-30', '2027-07-01')).toEqual([
      ['2026-07-01', '2026-07-02', '2027-06-30'],
      false,
    ])
  })

  it('else the first one after it, which is said', () => {
    expect(on('2027-07-01', '2027-08-01')).toEqual([['2027-07-01'], true])
    expect(on()).toEqual([[], false])
  })
})
