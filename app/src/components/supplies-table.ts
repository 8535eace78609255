/** The table of what suppliers agreed to have listed, and all the SQL that knows it. */
import { type Kysely, sql } from 'kysely'
import type { Handle } from '../kernel/database.ts'
import type { SuppliesAsked, Supply } from './supply.ts'

type SupplyTables = { readonly supplies: Supply & { readonly listed_by: string } }

function supplies(handle: Handle): Kysely<SupplyTables> {
  return handle.withTables<SupplyTables>()
}

export async function insertSupply(handle: Handle, row: SupplyTables['supplies']): Promise<void> {
  await supplies(handle).insertInto('supplies').values(row).execute()
}

/** Whether there was one. */
export async function deleteSupply(handle: Handle, organization: string, component_class: string): Promise<boolean> {
  const { numDeletedRows } = await supplies(handle)
    .deleteFrom('supplies')
    .where('organization_id', '=', organization)
    .where('component_class', '=', component_class as Supply['component_class'])
    .executeTakeFirstOrThrow()
  return numDeletedRows > 0n
}

/** Those that the reader may see, in the order in which they were listed. */
export async function listSupplies(
  handle: Handle,
  { component_class, district, certificate, least_capacity }: SuppliesAsked,
  after: string,
  limit: number,
): Promise<readonly Supply[]> {
  return await supplies(handle)
    .selectFrom('supplies')
    .select(['id', 'organization_id', 'organization_name', 'component_class'])
    .select(['district', 'capacity', 'certificate', 'listed_at'])
    .where('id', '>', after)
    .where(sql<boolean>`(${component_class} = '' or component_class = ${component_class})`)
    .where(sql<boolean>`position(lower(${district}) in lower(district)) > 0`)
    .where(sql<boolean>`position(lower(${certificate}) in lower(coalesce(certificate, ''))) > 0`)
    .where('capacity', '>=', least_capacity)
    .orderBy('id')
    .limit(limit)
    .execute()
}
