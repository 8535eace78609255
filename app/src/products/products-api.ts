/** The models of manufacturers. */
import { Type } from 'typebox'
import type { Recorder } from '../audit-log/record-command.ts'
import { type Authority, MAKER_ROLES, OFFICER_ROLES } from '../kernel/authority.ts'
import { ID, INSTANT, text } from '../kernel/field-schemas.ts'
import { type Route, route } from '../kernel/route.ts'
import type { ManufacturerRefusal, NotAuthorised } from '../manufacturers/manufacturer.ts'
import type { ModelExists } from './model.ts'
import { modelsAsked, registerModel } from './register-model.ts'

export const productsAuthority = {
  register_model: MAKER_ROLES,
  see_models: [...OFFICER_ROLES, ...MAKER_ROLES],
} as const satisfies Authority

const MODEL = Type.Object({
  id: ID,
  manufacturer_id: ID,
  name: Type.String(),
  description: Type.String(),
  registered_at: INSTANT,
  registered_by: Type.String(),
})

export const NEW_MODEL = Type.Object({ name: text(100), description: text(500, 0) })

export function productsRoutes(
  recorder: Recorder,
): readonly Route<ModelExists | NotAuthorised | ManufacturerRefusal>[] {
  return [
    route({
      method: 'POST',
      url: '/api/models',
      command: 'register_model',
      summary: 'Enter a model that one makes',
      body: NEW_MODEL,
      done: MODEL,
      run: async ({ actor, once, body }) => await registerModel({ ...recorder, once }, actor, body),
    }),
    route({
      method: 'GET',
      url: '/api/manufacturers/:id/models',
      command: 'see_models',
      summary: 'The models of a manufacturer',
      params: Type.Object({ id: ID }),
      done: Type.Object({ items: Type.Array(MODEL) }),
      run: async ({ actor, params }) => {
        const asked = await modelsAsked(recorder.database, actor, params.id)
        return 'refused' in asked ? asked : { done: { items: asked.done } }
      },
    }),
  ]
}
