/** The table of kits that customs asked about, and all the SQL that knows it. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../../kernel/database.ts'
import type { HeldKit, OtherEntry } from './kit.ts'

type KitRow = Omit<HeldKit, 'licence' | 'rehearsal'>
type KitTables = {
  readonly kit_declarations: KitRow
  readonly licences: { readonly id: string; readonly number: string; readonly rehearsal: boolean }
}

function kits(handle: Handle): Kysely<KitTables> {
  return handle.withTables<KitTables>()
}

function held(handle: Handle) {
  return kits(handle)
    .selectFrom('kit_declarations')
    .innerJoin('licences', 'licences.id', 'kit_declarations.licence_id')
    .selectAll('kit_declarations')
    .select(['licences.number as licence', 'licences.rehearsal'])
}

export async function insertKit(handle: Handle, { licence: _number, rehearsal: _is, ...row }: HeldKit): Promise<void> {
  await kits(handle).insertInto('kit_declarations').values(row).execute()
}

export async function findKit(handle: Handle, id: string): Promise<HeldKit | undefined> {
  return await held(handle).where('kit_declarations.id', '=', id).executeTakeFirst()
}

/** Of a consignee, by the customs entry and what the kit is called. */
export async function findKitOf(
  handle: Handle,
  manufacturer: string,
  entry: string,
  kit: string,
): Promise<HeldKit | undefined> {
  return await held(handle)
    .where('kit_declarations.manufacturer_id', '=', manufacturer)
    .where('kit_declarations.entry', '=', entry)
    .where('kit_declarations.kit', '=', kit)
    .executeTakeFirst()
}

export async function listKits(handle: Handle, before: string, limit: number): Promise<readonly HeldKit[]> {
  return await held(handle)
    .where('kit_declarations.id', '<', before)
    .orderBy('kit_declarations.id', 'desc')
    .limit(limit)
    .execute()
}

/** Other declarations of the same kit, as many days before or after as the law of this one says. */
export async function othersOf(
  handle: Handle,
  {
    manufacturer_id,
    entry,
    kit,
    declared_on,
    window_days,
  }: Pick<HeldKit, 'manufacturer_id' | 'entry' | 'kit' | 'declared_on' | 'window_days'>,
): Promise<readonly OtherEntry[]> {
  if (window_days === null) return []
  return await kits(handle)
    .selectFrom('kit_declarations')
    .select(['entry', 'parts', 'declared_on', 'finding'])
    .where('manufacturer_id', '=', manufacturer_id)
    .where('kit_declarations.kit', '=', kit)
    .where('entry', '<>', entry)
    .where(sql<boolean>`abs(declared_on - ${declared_on}::date) <= ${window_days}::integer`)
    .orderBy('declared_on')
    .orderBy('id')
    .execute()
}
