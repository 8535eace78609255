/** Grants a licence to an authorised manufacturer, under a programme whose law is in force on its first day. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { NotAuthorised } from '../manufacturers/manufacturer.ts'
import { authorisedIn } from '../manufacturers/read-manufacturers.ts'
import type { NotInForce } from '../policy-releases/policy-release.ts'
import { inForce } from '../policy-releases/release-in-force.ts'
import type { Licence, LicenceOrder, LicenceRefusal } from './licence.ts'
import { insertLicence, insertOrder, insertScopeLine, nextLicenceNumber } from './licences-table.ts'
import { type ScopeLine, unfitScope } from './scope.ts'

export type GrantLicence = Pick<
  Licence,
  'manufacturer_id' | 'programme' | 'kind' | 'quota' | 'valid_from' | 'valid_until'
> & { readonly reason: string; readonly scope: readonly ScopeLine[] }

const PREFIXES: Readonly<Record<Licence['kind'], string>> = {
  import_licence: 'IL',
  manufacturing_authorisation: 'MA',
  concession: 'CN',
}

export type GrantRefusal = LicenceRefusal | NotAuthorised | NotInForce

export async function grantLicence(
  recorder: Recorder,
  actor: Actor,
  input: GrantLicence,
): Promise<Outcome<Licence, GrantRefusal>> {
  const { manufacturer_id, programme, kind, quota, valid_from, valid_until, reason } = input
  const isOfGoods = kind !== 'manufacturing_authorisation'
  const scope = isOfGoods ? input.scope : []
  if (valid_until < valid_from) return { refused: { code: 'licence_period', valid_from, valid_until } }
  if (kind === 'concession' && scope.length === 0) return { refused: { code: 'concession_without_lines' } }
  const unfit = unfitScope(scope, input)
  if (unfit !== undefined) return { refused: unfit }
  return await recordCommand<Licence, GrantRefusal>(recorder, actor, 'grant_licence', async (tables) => {
    const authorised = await authorisedIn(tables, manufacturer_id)
    if ('refused' in authorised) return authorised
    const release = await inForce(tables, programme, valid_from)
    if ('refused' in release) return release
    const { rehearsal } = release.done
    const granted = {
      id: recorder.makeId(),
      number: `${PREFIXES[kind]}-${String(await nextLicenceNumber(tables)).padStart(6, '0')}`,
      manufacturer_id,
      programme,
      kind,
      rehearsal,
      quota: isOfGoods ? quota : null,
      valid_from,
      valid_until,
    }
    const order: Omit<LicenceOrder, 'to_id'> = {
      licence_id: granted.id,
      position: 1,
      kind: 'grant',
      effective_on: valid_from,
      reason,
      percent: null,
      determination_id: null,
      event_id: null,
      recorded_at: instantText(recorder.clock()),
      recorded_by: actor.person,
    }
    await insertLicence(tables, granted)
    const lines = scope.map((line, index) => ({ ...line, position: index + 1 }))
    for (const line of lines) await insertScopeLine(tables, { ...line, licence_id: granted.id })
    await insertOrder(tables, order)
    return {
      done: {
        ...granted,
        holder_id: manufacturer_id,
        scope: lines.map((line) => ({ ...line, drawn: 0 })),
        orders: [{ ...order, to_id: null }],
        drawn: 0,
      },
      subject: `licence ${granted.number}`,
      details: { manufacturer_id, programme, kind, quota: granted.quota, scope, valid_from, valid_until },
    }
  })
}
