/** A version of a return beside the bills of materials of the models that it says were made. */
import { formatDay } from '@maqami/engine/value/date.ts'
import { add, type Exact, parseDecimal, toFixed, ZERO } from '@maqami/engine/value/exact.ts'
import type { Recorder } from '../../audit-log/record-command.ts'
import { dayAt } from '../../kernel/clock.ts'
import type { Handle } from '../../kernel/database.ts'
import type { Outcome } from '../../kernel/outcome.ts'
import { type Actor, readAs } from '../../kernel/transaction.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import { releasedBillsIn } from '../../products/bills/read-bills.ts'
import { isApprovedWithin, type ModelHeld } from '../../products/model.ts'
import { modelsOfMaker } from '../../products/read-models.ts'
import { type BillNote, billsInForce, notesOnParts, type PartUsed } from '../hold-bill.ts'
import { periodOfReturn, schemaOfKind } from '../release-schema.ts'
import type { BillRule } from '../schema/return-schema.ts'
import type { FiledSubject } from './filed-facts.ts'
import { type VersionRead, versionIn } from './read-returns.ts'
import type { ReturnRefusal } from './return.ts'

export interface HeldAgainstBill {
  /** As the return calls it. */
  readonly model: string
  /** Null where the maker has entered no such model. */
  readonly model_id: string | null
  readonly made: string
  /** Those in force in the period, oldest first. */
  readonly revisions: readonly number[]
  /** None was released by the end of the period, so the first one after it is taken. */
  readonly is_later: boolean
  readonly notes: readonly BillNote[]
}

/** Undefined where the programme does not say which columns are those of a bill. */
export async function heldAgainstBills(
  tables: Handle,
  shelf: ReleaseShelf,
  { found, release, subjects }: Pick<VersionRead, 'found' | 'release' | 'subjects'>,
): Promise<readonly HeldAgainstBill[] | undefined> {
  const law = shelf.open(release)
  const rule = schemaOfKind(law, found.kind)?.bill
  if (rule === undefined) return undefined
  const period = periodOfReturn(law, found)
  const [first, last] = [formatDay(period.first), formatDay(period.last)]
  const models = (await modelsOfMaker(tables, found.manufacturer_id)).filter(
    ({ programme }) => programme === null || programme === found.programme,
  )
  const used = modelsUsed(rule, subjects)
  const meant = new Map([...used.keys()].map((name) => [name, modelCalled(models, name)]))
  const released = await releasedBillsIn(tables, [...new Set([...meant.values()].flatMap((one) => one?.id ?? []))])
  return [...used].map(([name, { made, parts }]) => {
    const model = meant.get(name)
    const own = released
      .filter(({ model_id }) => model_id === model?.id)
      .map((bill) => ({ ...bill, released_on: formatDay(dayAt(bill.released_at ?? '')) }))
    const { bills, isLater } = billsInForce(own, first, last)
    return {
      model: name,
      model_id: model?.id ?? null,
      made: toFixed(made, 0),
      revisions: bills.map(({ revision }) => revision),
      is_later: isLater,
      notes: [
        ...onModel(model, bills.length > 0, first, last),
        ...(bills.length === 0 ? [] : notesOnParts(made, parts, bills)),
      ],
    }
  })
}

function plain(text: string): string {
  return text.trim().toLowerCase()
}

/** By its name or one under which it is sold; capitals do not matter. */
function modelCalled(models: readonly ModelHeld[], name: string): ModelHeld | undefined {
  return (
    models.find((model) => plain(model.name) === plain(name)) ??
    models.find((model) => model.trade_names.some((one) => plain(one) === plain(name)))
  )
}

function note(code: BillNote['code']): BillNote {
  return { code, part_code: '', part: '', stands_for: '', in_return: '', in_bill: '', difference: '', lines: [] }
}

function onModel(model: ModelHeld | undefined, hasBill: boolean, first: string, last: string): readonly BillNote[] {
  if (model === undefined) return [note('model_unknown')]
  return [
    ...(isApprovedWithin(model, first, last) ? [] : [note('no_type_approval')]),
    ...(hasBill ? [] : [note('no_bill')]),
  ]
}

interface Used {
  readonly made: Exact
  readonly parts: readonly PartUsed[]
}

/** In the order of the return. */
function modelsUsed(rule: BillRule, subjects: readonly FiledSubject[]): ReadonlyMap<string, Used> {
  const used = new Map<string, { made: Exact; readonly parts: PartUsed[] }>()
  const of = (name: string) => {
    const known = used.get(name) ?? { made: ZERO, parts: [] }
    used.set(name, known)
    return known
  }
  for (const { facts, origins } of subjects) {
    for (const line of linesIn(facts, rule.production.lines)) {
      const model = of(textIn(line, rule.production.model))
      model.made = add(model.made, numberIn(line, rule.production.quantity))
    }
    for (const [nth, line] of linesIn(facts, rule.lines).entries()) {
      const { sheet, row } = origins.get(rule.lines)?.tell(nth) ?? { sheet: '', row: 0 }
      of(textIn(line, rule.model)).parts.push({
        part_code: textIn(line, rule.part_code),
        part: textIn(line, rule.part),
        book: textIn(line, rule.book),
        quantity: numberIn(line, rule.quantity),
        hs_code: textIn(line, rule.hs_code),
        component_class: textIn(line, rule.component_class),
        sheet,
        row,
      })
    }
  }
  return used
}

type Line = Readonly<Record<string, unknown>>

function linesIn(facts: FiledSubject['facts'], group: string): readonly Line[] {
  const lines = facts[group]
  return Array.isArray(lines) ? (lines as readonly Line[]) : []
}

function textIn(line: Line, column: string | undefined): string {
  const value = column === undefined ? undefined : line[column]
  return typeof value === 'string' ? value : ''
}

function numberIn(line: Line, column: string): Exact {
  return parseDecimal(textIn(line, column)) ?? ZERO
}

/** What the programme says nothing of is compared with nothing. */
export async function readHeldAgainstBills(
  { database }: Pick<Recorder, 'database'>,
  shelf: ReleaseShelf,
  actor: Actor,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<Outcome<VersionRead & { readonly held: readonly HeldAgainstBill[] | undefined }, ReturnRefusal>> {
  return await readAs(database, actor, async (tables) => {
    const read = await versionIn(tables, id, version)
    if ('refused' in read) return read
    return { done: { ...read.done, held: await heldAgainstBills(tables, shelf, read.done) } }
  })
}

export interface BillNotesCount {
  readonly models: number
  readonly notes: number
}

export function countNotes(held: readonly HeldAgainstBill[] | undefined): BillNotesCount | undefined {
  if (held === undefined || held.length === 0) return undefined
  const noted = held.filter(({ notes }) => notes.length > 0)
  return {
    models: noted.length === 0 ? held.length : noted.length,
    notes: noted.reduce((sum, { notes }) => sum + notes.length, 0),
  }
}
