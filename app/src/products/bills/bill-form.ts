/** A line as a form sends it, and as it stands in one. */
import type { Typed } from '../../pages/form.tsx'
import { type BillLine, bookOf, BOOKS, plainHsCode, type Substitute } from './bill.ts'

const LONGEST = 200

export const LINE_FIELDS = {
  properties: {
    position: { minLength: 1, maxLength: 40 },
    part_of: { maxLength: 40 },
    part_code: { maxLength: 40 },
    part: { minLength: 1, maxLength: LONGEST },
    part_version: { maxLength: 60 },
    component_class: { maxLength: 60 },
    hs_code: { maxLength: 10 },
    book: { enum: ['', ...BOOKS] },
    quantity: { maxLength: 20 },
    unit_value: { maxLength: 30 },
    supplier: { maxLength: LONGEST },
    substitutes: { maxLength: 10_000 },
  },
} as const

type Texts = Readonly<Record<keyof typeof LINE_FIELDS.properties, string>>

export function lineOf(texts: Texts): BillLine {
  const { part_of, book, quantity, unit_value, hs_code, substitutes, ...rest } = texts
  return {
    ...rest,
    part_of: part_of === '' ? null : part_of,
    hs_code: plainHsCode(hs_code),
    book: bookOf(book),
    quantity: quantity === '' ? null : quantity,
    unit_value: unit_value === '' ? null : unit_value,
    substitutes: substitutes.split('\n').flatMap((one) => (one.trim() === '' ? [] : [substituteOf(one)])),
  }
}

/** `EL-7; panel; imported; Acme; 30%` */
function substituteOf(text: string): Substitute {
  const [part_code = '', part = '', book, supplier = '', rank = ''] = text.split(';').map((one) => one.trim())
  const isOrder = /^\d{1,3}$/.test(rank)
  return {
    part_code,
    part,
    book: bookOf(book),
    supplier,
    share: isOrder ? null : rank,
    priority: isOrder ? Number(rank) : null,
  }
}

/** What stands in the form before anything is changed. */
export function typedOf(line: BillLine): Typed {
  const { substitutes, part_of, book, quantity, unit_value, ...texts } = line
  return {
    ...texts,
    part_of: part_of ?? '',
    book: book ?? '',
    quantity: quantity ?? '',
    unit_value: unit_value ?? '',
    substitutes: substitutes
      .map((one) => [one.part_code, one.part, one.book ?? '', one.supplier, one.share ?? one.priority].join('; '))
      .join('\n'),
  }
}
