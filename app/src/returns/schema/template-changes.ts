/** What differs between two versions of the template of one return, as a filer must know it. */
import { isDeepStrictEqual } from 'node:util'
import { type ErrorDetails, type ReturnError, returnError, type ReturnErrorCode } from '../return-errors.ts'
import {
  type Bilingual,
  columnOf,
  type ColumnType,
  type ReturnColumn,
  type ReturnSchema,
  type ReturnSheet,
} from './return-schema.ts'

/** A sheet and a column go on under their names, whatever their labels become. */
export function templateChanges(before: ReturnSchema, now: ReturnSchema): readonly ReturnError[] {
  const removed = before.sheets.filter(({ name }) => sheetOf(now, name) === undefined)
  return [
    ...now.sheets.flatMap((sheet) => {
      const old = sheetOf(before, sheet.name)
      return old === undefined ? [returnError('template_sheet_added', { found: sheet.label })] : ofSheet(old, sheet)
    }),
    ...removed.map(({ label }) => returnError('template_sheet_removed', { found: label })),
  ]
}

function sheetOf({ sheets }: ReturnSchema, name: string): ReturnSheet | undefined {
  return sheets.find((one) => one.name === name)
}

function ofSheet(before: ReturnSheet, now: ReturnSheet): readonly ReturnError[] {
  const say = (code: ReturnErrorCode, details: ErrorDetails): ReturnError =>
    returnError(code, { sheet: now.label.en, other: now.label, ...details })
  const renamed = isDeepStrictEqual(before.label, now.label)
    ? []
    : [say('template_sheet_renamed', { found: before.label, expected: now.label })]
  const removed = before.columns.filter(({ name }) => columnOf(now, name) === undefined)
  return [
    ...renamed,
    ...(isDeepStrictEqual(rulesOf(before), rulesOf(now))
      ? []
      : [say('template_sheet_rules', { expected: rulesOf(now) })]),
    ...now.columns.flatMap((column) => {
      const old = columnOf(before, column.name)
      if (old !== undefined) return ofColumn(old, column, say)
      return [say('template_column_added', { label: column.label, expected: MAY_OR_MUST[`${column.required}`] })]
    }),
    ...removed.map(({ label }) => say('template_column_removed', { label })),
  ]
}

const MAY_OR_MUST: Readonly<Record<`${boolean}`, Bilingual>> = {
  true: { en: 'must be filled in', ur: 'پُر کرنا لازمی ہے' },
  false: { en: 'may be empty', ur: 'خالی ہو سکتا ہے' },
}

function rulesOf({ required, oneLine, mostRows, key, columns }: ReturnSheet): Bilingual {
  const labels = key.flatMap((name) => columns.find((column) => column.name === name)?.label ?? [])
  const most = oneLine
    ? { en: 'one line only', ur: 'صرف ایک سطر' }
    : { en: `at most ${mostRows} lines`, ur: `زیادہ سے زیادہ ${mostRows} سطریں` }
  const least = required ? { en: 'at least one line', ur: 'کم از کم ایک سطر' } : undefined
  const unlike =
    labels.length === 0
      ? undefined
      : {
          en: `no two lines share ${labels.map(({ en }) => en).join(', ')}`,
          ur: `کسی دو سطروں میں ${labels.map(({ ur }) => ur).join('، ')} یکساں نہیں`,
        }
  const all = [least, most, unlike].filter((one) => one !== undefined)
  return { en: all.map(({ en }) => en).join('; '), ur: all.map(({ ur }) => ur).join('؛ ') }
}

type Say = (code: ReturnErrorCode, details: ErrorDetails) => ReturnError

function ofColumn(before: ReturnColumn, now: ReturnColumn, say: Say): readonly ReturnError[] {
  const { label } = now
  const changes: ReturnError[] = []
  if (!isDeepStrictEqual(before.label, label))
    changes.push(say('template_column_renamed', { label, found: before.label }))
  const [held, holds] = [heldIn(before.type), heldIn(now.type)]
  if (held.en !== holds.en) changes.push(say('template_column_holds', { label, found: held, expected: holds }))
  if (before.required !== now.required)
    changes.push(say(now.required ? 'template_column_required' : 'template_column_optional', { label }))
  changes.push(...ofChoices(before.type, now, say))
  if (!isDeepStrictEqual(rulesBeside(before), rulesBeside(now))) changes.push(say('template_column_rules', { label }))
  return changes
}

function ofChoices(before: ColumnType, { type: now, label }: ReturnColumn, say: Say): readonly ReturnError[] {
  if (before.kind !== 'category' || now.kind !== 'category') return []
  const [old, own] = [before.members, now.members]
  const added = own.filter(({ name }) => !old.some((one) => one.name === name))
  const removed = old.filter(({ name }) => !own.some((one) => one.name === name))
  const listed = (members: typeof own): Bilingual => ({
    en: members.map(({ words }) => words.en).join(', '),
    ur: members.map(({ words }) => words.ur).join('، '),
  })
  return [
    ...(added.length === 0 ? [] : [say('template_choices_added', { label, found: listed(added) })]),
    ...(removed.length === 0 ? [] : [say('template_choices_removed', { label, found: listed(removed) })]),
  ]
}

/** What else of a column decides whether a cell is right. Agreements name columns by their place, which another column may shift. */
function rulesBeside({ type, event, rateDate, inYear, atLeast, atMost, listedIn, covers, agreements }: ReturnColumn) {
  const pattern = type.kind === 'text' ? type.pattern?.source : undefined
  const kinds = agreements.map((one) => (one.kind === 'needed_where' ? one : one.kind))
  return { pattern, event, rateDate, inYear, atLeast, atMost, listedIn, covers, kinds }
}

/** Whether what was written for the one means the same for the other. */
export function holdsTheSame(before: ColumnType, now: ColumnType): boolean {
  return heldIn(before).en === heldIn(now).en
}

function heldIn(type: ColumnType): Bilingual {
  switch (type.kind) {
    case 'text':
      return { en: 'a text', ur: 'متن' }
    case 'category':
      return { en: 'a choice from a list', ur: 'فہرست میں سے انتخاب' }
    case 'boolean':
      return { en: 'yes or no', ur: 'ہاں یا نہیں' }
    case 'count':
      return { en: 'a whole number', ur: 'پورا عدد' }
    case 'number':
      return { en: 'a number', ur: 'عدد' }
    case 'percent':
      return { en: 'a percentage', ur: 'فیصد' }
    case 'date':
      return { en: 'a day', ur: 'تاریخ' }
    case 'month':
      return { en: 'a month', ur: 'مہینہ' }
    case 'currency':
      return { en: 'the code of a currency', ur: 'کرنسی کا کوڈ' }
    case 'money':
      return 'fixed' in type.currency
        ? { en: `an amount in ${type.currency.fixed}`, ur: `${type.currency.fixed} میں رقم` }
        : { en: 'an amount in the currency of its line', ur: 'سطر کی کرنسی میں رقم' }
  }
}
