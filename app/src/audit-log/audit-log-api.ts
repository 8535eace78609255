/** `GET /api/audit-log/checkpoint`: where the log has come to, signed, for anybody who wants to hold us to it later. */
import { Type } from 'typebox'
import type { Authority } from '../kernel/authority.ts'
import type { Database } from '../kernel/database.ts'
import { type Route, route } from '../kernel/route.ts'
import { type NothingSealed, readCheckpoint } from './read-checkpoint.ts'

export const auditLogAuthority = { read_checkpoint: ['public'] } as const satisfies Authority

const CHECKPOINT = Type.Object({
  position: Type.Integer({ minimum: 1 }),
  hash: Type.String(),
  signed_at: Type.String({ format: 'date-time' }),
  key_id: Type.String(),
  signature: Type.String(),
})

export function auditLogRoutes(database: Database): readonly Route<NothingSealed>[] {
  return [
    route({
      method: 'GET',
      url: '/api/audit-log/checkpoint',
      command: 'read_checkpoint',
      summary: 'The last signed checkpoint of the audit log',
      done: CHECKPOINT,
      run: async ({ actor }) => await readCheckpoint(database, actor),
    }),
  ]
}
