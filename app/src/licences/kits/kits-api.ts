/** Whether a kit is broken down as far as the law wants, for customs. */
import { Type } from 'typebox'
import type { Recorder } from '../../audit-log/record-command.ts'
import { type Authority, OFFICER_ROLES } from '../../kernel/authority.ts'
import { answerShown, type Shown } from '../../kernel/answer-shown.ts'
import { DAY, ID, INSTANT, listOf, oneOf, orNull, PAGE_QUERY, text } from '../../kernel/field-schemas.ts'
import { type Route, route } from '../../kernel/route.ts'
import type { ReleaseShelf } from '../../policy-releases/release-shelf.ts'
import type { Signed } from '../ask-gate.ts'
import { NUMBER } from '../licences-api.ts'
import type { GateSigner } from '../sign-answers.ts'
import { checkKit, type KitRefusal, readKit, readKits } from './check-kit.ts'
import type { KitAnswer } from './kit.ts'

export const kitsAuthority = {
  check_kit: ['customs_officer'],
  see_kit: ['customs_officer', ...OFFICER_ROLES],
  see_kits: ['customs_officer', ...OFFICER_ROLES],
} as const satisfies Authority

const PARTS = Type.Integer({ minimum: 1, maximum: 100_000 })
const FINDING = oneOf('met', 'not_met', 'not_asked', 'undetermined')
/** A member of the vocabulary of the programme. */
const MEMBER = Type.String({ pattern: '^[a-z][a-z0-9_]{0,59}$' })

const DECLARED = { entry: text(60), kit: text(120), category: MEMBER, kit_form: MEMBER, parts: PARTS, declared_on: DAY }

const HELD = {
  id: ID,
  licence: NUMBER,
  licence_id: ID,
  manufacturer_id: ID,
  release_id: ID,
  ...DECLARED,
  finding: FINDING,
  least: orNull(Type.Integer()),
  /** Within how many days declarations of one kit are read together; null where the law does not say. */
  window_days: orNull(Type.Integer()),
  window_is_assumed: Type.Boolean(),
  rehearsal: Type.Boolean(),
  recorded_at: INSTANT,
  recorded_by: Type.String(),
}
const KIT = Type.Object({
  ...HELD,
  others: Type.Array(Type.Object({ entry: Type.String(), parts: PARTS, declared_on: DAY, finding: FINDING })),
  flagged: Type.Boolean(),
})

const SIGNED = Type.Object({ answer: KIT, signed: Type.String() })

export function kitsRoutes(
  recorder: Recorder,
  shelf: ReleaseShelf,
  { sign }: Pick<GateSigner, 'sign'>,
): readonly Route<KitRefusal>[] {
  const signed = (answer: KitAnswer): Shown<Signed<KitAnswer>> => ({
    done: { answer, signed: sign('maqami-kit+jwt', { ...answer }) },
  })
  return [
    route({
      method: 'POST',
      url: '/api/gate/kits',
      command: 'check_kit',
      summary:
        'Whether a kit has as many parts as the law of the day asks for, and whether it stands in several declarations, which an officer then looks at: signed',
      body: Type.Object({ licence: NUMBER, ...DECLARED }),
      done: SIGNED,
      run: async ({ actor, once, body }) =>
        await answerShown(recorder, once, signed, async (own) => await checkKit(own, shelf, actor, body)),
    }),
    route({
      method: 'GET',
      url: '/api/gate/kits',
      command: 'see_kits',
      summary: 'The kits that customs asked about, the latest first',
      query: PAGE_QUERY,
      done: listOf(Type.Object(HELD)),
      run: async ({ actor, query }) => ({ done: await readKits(recorder.database, actor, query) }),
    }),
    route({
      method: 'GET',
      url: '/api/gate/kits/:id',
      command: 'see_kit',
      summary: 'A kit that customs asked about, with other declarations of it that are known by now: signed',
      params: Type.Object({ id: ID }),
      done: SIGNED,
      run: async ({ actor, params }) => {
        const found = await readKit(recorder.database, actor, params.id)
        return 'refused' in found ? found : signed(found.done)
      },
    }),
  ]
}
