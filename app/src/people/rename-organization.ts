/** Within the transaction that approves that a firm is renamed: people act for it by its new name. */
import type { Handle } from '../kernel/database.ts'
import { renameOrganization } from './people-table.ts'

export async function renameOrganizationIn(tables: Handle, id: string, name: string): Promise<void> {
  await renameOrganization(tables, id, name)
}
