/** For which firms an accountant may act, asked anew with each request. */
import { todayText } from '../kernel/clock.ts'
import { isId } from '../kernel/identifiers.ts'
import { type Actor, readAs, systemActor } from '../kernel/transaction.ts'
import { accountantsIn, commandsOf } from './delegation.ts'
import { delegationsTo, type NamedDelegation } from './delegations-table.ts'
import type { Identity } from './open-identity.ts'
import { currentMemberships, type NamedMembership } from './people-table.ts'

/** Who acts is settled before there is an organization by which row-level security could tell. */
const KEEPER = systemActor('delegations')

type Asked = Pick<Identity, 'database' | 'clock'>

export async function clientsOf(
  { database, clock }: Asked,
  memberships: readonly NamedMembership[],
): Promise<readonly NamedDelegation[]> {
  const accountants = accountantsIn(memberships)
  if (accountants.length === 0) return []
  const day = todayText(clock)
  return await readAs(database, KEEPER, async (tables) => await delegationsTo(tables, accountants, day))
}

/** As whom an accountant acts for his client: as its clerk, in what the client lets him do. */
export function actingUnder(person: string, { id, organization_id, accountant_id, powers }: NamedDelegation): Actor {
  const delegation = { id, accountant: accountant_id, commands: commandsOf(powers) }
  return { person, organization: organization_id, role: 'maker_clerk', delegation }
}

export interface Client extends NamedDelegation {
  readonly is_acting: boolean
}

/** Of whoever asks, whether he acts for one of them or for the accountant. */
export async function seeClients(asked: Asked, { person, organization }: Actor): Promise<readonly Client[]> {
  // Whom a client lets act is a person and no key.
  if (!isId(person)) return []
  const self: Actor = { person, organization: undefined, role: 'public' }
  const memberships = await readAs(asked.database, self, async (tables) => await currentMemberships(tables, person))
  const clients = await clientsOf(asked, memberships)
  return clients.map((one) => ({ ...one, is_acting: one.organization_id === organization }))
}
