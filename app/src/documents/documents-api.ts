/** Files, to be fetched by those whose they are. */
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../kernel/authority.ts'
import { ID } from '../kernel/field-schemas.ts'
import { FileAnswer, fileRoute, type Route } from '../kernel/route.ts'
import type { NoDocument } from './document.ts'
import { readDocument } from './read-document.ts'

export const documentsAuthority = { see_document: [...OFFICER_ROLES, ...MAKER_ROLES] } as const satisfies Authority

export function documentsRoutes({ database }: Recorder): readonly Route<NoDocument>[] {
  return [
    fileRoute({
      method: 'GET',
      url: '/api/documents/:id',
      command: 'see_document',
      summary: 'A file as it was kept',
      params: Type.Object({ id: ID }),
      run: async ({ actor, params }) => {
        const found = await readDocument(database, actor, params.id)
        if ('refused' in found) return found
        const { bytes, name, media_type } = found.done
        return { done: new FileAnswer(bytes, name, media_type) }
      },
    }),
  ]
}
