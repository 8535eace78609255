/** The workbook of a bill of materials, described as returns are: its template, its checks and its annotated copy are made from this. */
import { BOOKS, LINE_PATTERNS, MOST_LINES } from '../../products/bills/bill.ts'
import { billWordsOf } from '../../products/bills/bill-words.ts'
import type { Bilingual, ColumnRef, ColumnType, ReturnColumn, ReturnSchema } from '../schema/return-schema.ts'

type BillWords = ReturnType<typeof billWordsOf>

const [EN, UR] = [billWordsOf('en'), billWordsOf('ur')]

function said(of: (words: BillWords) => string): Bilingual {
  return { en: of(EN), ur: of(UR) }
}

interface Wanted {
  readonly name: string
  readonly label: Bilingual
  readonly note?: Bilingual
  readonly type: ColumnType
  readonly required?: boolean
  readonly listedIn?: ColumnRef
}

function columns(wanted: readonly Wanted[]): readonly ReturnColumn[] {
  return wanted.map(({ name, label, note, type, required = false, listedIn }, index) => ({
    name,
    index,
    label,
    note,
    type,
    required,
    event: false,
    rateDate: false,
    inYear: false,
    atLeast: undefined,
    atMost: undefined,
    listedIn,
    covers: undefined,
    agreements: [],
    later: false,
  }))
}

const TEXT: ColumnType = { kind: 'text', pattern: undefined }
const BOOK: ColumnType = {
  kind: 'category',
  fact: 'book',
  members: BOOKS.map((name) => ({ name, words: said(({ books }) => books[name]) })),
}
const POSITION: ColumnRef = { sheet: 'lines', column: 'position' }

function form(name: keyof typeof LINE_PATTERNS): ColumnType {
  return { kind: 'text', pattern: LINE_PATTERNS[name] }
}

const LINES: readonly Wanted[] = [
  {
    name: 'position',
    label: said((words) => words.position),
    note: said((words) => words.positionHint),
    type: form('position'),
    required: true,
  },
  {
    name: 'part_of',
    label: said((words) => words.partOf),
    note: said((words) => words.partOfHint),
    type: TEXT,
    listedIn: POSITION,
  },
  {
    name: 'part_code',
    label: said((words) => words.partCode),
    note: said((words) => words.partCodeHint),
    type: form('part_code'),
  },
  { name: 'part', label: said((words) => words.part), type: TEXT, required: true },
  { name: 'part_version', label: said((words) => words.partVersion), type: TEXT },
  {
    name: 'component_class',
    label: said((words) => words.componentClass),
    note: said((words) => words.classHint),
    type: form('component_class'),
  },
  {
    name: 'hs_code',
    label: said((words) => words.hsCode),
    note: said((words) => words.hsHint),
    type: { kind: 'text', pattern: /^\d{4}\.?\d{2}\.?\d{2}$/ },
  },
  { name: 'book', label: said((words) => words.book), type: BOOK },
  { name: 'quantity', label: said((words) => words.quantity), type: { kind: 'number' } },
  {
    name: 'unit_value',
    label: said((words) => words.value),
    note: said((words) => words.valueHint),
    type: form('unit_value'),
  },
  { name: 'supplier', label: said((words) => words.supplier), type: TEXT },
]

const SUBSTITUTES: readonly Wanted[] = [
  {
    name: 'substitute_for',
    label: { en: 'Position that it stands in for', ur: 'کس مقام کا متبادل' },
    type: TEXT,
    required: true,
    listedIn: POSITION,
  },
  { name: 'part_code', label: said((words) => words.partCode), type: form('part_code'), required: true },
  { name: 'part', label: said((words) => words.part), type: TEXT, required: true },
  { name: 'book', label: said((words) => words.book), type: BOOK },
  { name: 'supplier', label: said((words) => words.supplier), type: TEXT },
  {
    name: 'share',
    label: { en: 'Share of the devices', ur: 'آلات میں حصہ' },
    note: {
      en: 'Either a share such as 30%, or a place in the order.',
      ur: 'یا حصہ، جیسے 30%، یا ترتیب میں نمبر۔',
    },
    type: { kind: 'percent' },
  },
  { name: 'priority', label: { en: 'Place in the order', ur: 'ترتیب میں نمبر' }, type: { kind: 'count' } },
]

export const BILL_SCHEMA: ReturnSchema = {
  programme: 'bill-of-materials',
  kind: 'bill',
  period: 'year',
  due: undefined,
  review: undefined,
  appeals: { appeal: undefined, reply: undefined, decision: undefined },
  agreements: [],
  version: '1',
  title: { en: 'Bill of materials of a model', ur: 'ماڈل کی فہرستِ پرزہ جات' },
  currency: 'PKR',
  rates: new Map(),
  sheets: [
    {
      name: 'lines',
      label: said((words) => words.lines),
      note: {
        en: 'One line for each part. These lines take the place of those of the draft.',
        ur: 'ہر پرزے کے لیے ایک سطر۔ یہ سطور مسودے کی سطروں کی جگہ لیتی ہیں۔',
      },
      columns: columns(LINES),
      key: ['position'],
      required: true,
      oneLine: false,
      mostRows: MOST_LINES,
      belongs: { kind: 'every subject' },
    },
    {
      name: 'substitutes',
      label: said((words) => words.substitutes),
      note: {
        en: 'Parts that can stand in for a line, for a share of the devices or in an order of preference.',
        ur: 'پرزے جو کسی سطر کی جگہ لے سکتے ہیں، آلات کے ایک حصے میں یا ترجیح کی ترتیب سے۔',
      },
      columns: columns(SUBSTITUTES),
      key: ['substitute_for', 'part_code'],
      required: false,
      oneLine: false,
      mostRows: MOST_LINES,
      belongs: { kind: 'every subject' },
    },
  ],
  facts: [],
  attestations: undefined,
  adviser: undefined,
  bill: undefined,
}
