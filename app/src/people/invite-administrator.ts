/** `invite administrator`: the way in for the first person, by whoever runs the service. */
import { openAuditKey } from '../audit-log/open-audit-key.ts'
import { recordCommand } from '../audit-log/record-command.ts'
import { instantText, systemClock } from '../kernel/clock.ts'
import { complain, type ExitCode, print, WrongInput } from '../kernel/command.ts'
import { readConfiguration } from '../kernel/configuration.ts'
import { makeIds } from '../kernel/identifiers.ts'
import { openBeside } from '../kernel/open-database.ts'
import { noWords, readOptions, required } from '../kernel/options.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { systemActor } from '../kernel/transaction.ts'
import { identitySettings } from './identity-settings.ts'
import { writeInvitation } from './invite-person.ts'
import { readEmail, readName } from './membership.ts'
import type { Identity } from './open-identity.ts'
import { findOrganizationCalled, insertOrganization } from './people-table.ts'

const OPERATOR = systemActor('operator')

/** Registers the regulator by its name unless it is there, and prints the link. */
export async function inviteAdministrator(args: readonly string[]): Promise<ExitCode> {
  const options = readOptions(args, ['organization', 'email'])
  noWords(options)
  const name = readName(required(options, 'organization'))
  const email = readEmail(required(options, 'email'))
  if (name === undefined)
    throw new WrongInput(['--organization is the name of the regulator, of at most 200 characters.'])
  if (email === undefined) throw new WrongInput(['--email is no mail address. Write it as name@example.com.'])
  const configuration = readConfiguration(process.env)
  const opened = await openBeside(configuration, { warn: complain, giveUp: complain })
  try {
    const { secret, publicAddress } = identitySettings(configuration, complain)
    const { database } = opened
    const recorder = {
      database,
      key: openAuditKey(configuration),
      clock: systemClock,
      makeId: makeIds(systemClock),
      secret,
      publicAddress,
    }
    const invited = await inviteFirstAdministrator(recorder, name, email)
    if ('refused' in invited) throw new WrongInput([`'${name}' is registered, and is not the regulator.`])
    print(`Send this link to ${email}. It is good once, until ${invited.done.expires_at}:\n${invited.done.link}`)
    return 0
  } finally {
    await opened.close()
  }
}

export interface FirstInvited {
  readonly organization: string
  readonly link: string
  readonly expires_at: string
}

/** The regulator is registered by its name unless it is there. */
export async function inviteFirstAdministrator(
  identity: Pick<Identity, 'database' | 'key' | 'clock' | 'makeId' | 'secret' | 'publicAddress'>,
  name: string,
  email: string,
): Promise<Outcome<FirstInvited, { readonly code: 'not_the_regulator' }>> {
  const { clock, makeId } = identity
  return await recordCommand<FirstInvited, { readonly code: 'not_the_regulator' }>(
    identity,
    OPERATOR,
    'invite_first_administrator',
    async (tables) => {
      const known = await findOrganizationCalled(tables, name)
      if (known !== undefined && known.kind !== 'regulator') return { refused: { code: 'not_the_regulator' } }
      const id = known?.id ?? makeId()
      if (known === undefined)
        await insertOrganization(tables, { id, kind: 'regulator', name, registered_at: instantText(clock()) })
      const wanted = { organization_id: id, kind: 'regulator', role: 'administrator', email } as const
      const { link, expires_at, id: invitation } = await writeInvitation(tables, identity, OPERATOR, wanted)
      return { done: { organization: id, link, expires_at }, subject: id, details: { invitation, email } }
    },
  )
}
