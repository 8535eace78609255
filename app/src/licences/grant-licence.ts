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
import { insertLicence, insertOrder, nextLicenceNumber } from './licences-table.ts'

export type GrantLicence = Pick<
  Licence,
  'manufacturer_id' | 'programme' | 'kind' | 'quota' | 'valid_from' | 'valid_until'
> & { readonly reason: string }

export type GrantRefusal = LicenceRefusal | NotAuthorised | NotInForce

export async function grantLicence(
  recorder: Recorder,
  actor: Actor,
  input: GrantLicence,
): Promise<Outcome<Licence, GrantRefusal>> {
  const { manufacturer_id, programme, kind, quota, valid_from, valid_until, reason } = input
  if (valid_until < valid_from) return { refused: { code: 'licence_period', valid_from, valid_until } }
  return await recordCommand<Licence, GrantRefusal>(recorder, actor, 'grant_licence', async (tables) => {
    const authorised = await authorisedIn(tables, manufacturer_id)
    if ('refused' in authorised) return authorised
    const release = await inForce(tables, programme, valid_from)
    if ('refused' in release) return release
    const { rehearsal } = release.done
    const prefix = kind === 'import_licence' ? 'IL' : 'MA'
    const granted = {
      id: recorder.makeId(),
      number: `${prefix}-${String(await nextLicenceNumber(tables)).padStart(6, '0')}`,
      manufacturer_id,
      programme,
      kind,
      rehearsal,
      quota: kind === 'import_licence' ? quota : null,
      valid_from,
      valid_until,
    }
    const order: LicenceOrder = {
      licence_id: granted.id,
      position: 1,
      kind: 'grant',
      effective_on: valid_from,
      reason,
      determination_id: null,
      recorded_at: instantText(recorder.clock()),
      recorded_by: actor.person,
    }
    await insertLicence(tables, granted)
    await insertOrder(tables, order)
    return {
      done: { ...granted, orders: [order], drawn: 0 },
      subject: `licence ${granted.number}`,
      details: { manufacturer_id, programme, kind, quota: granted.quota, valid_from, valid_until },
    }
  })
}
