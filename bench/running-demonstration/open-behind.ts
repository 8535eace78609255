/** What a bench needs of a running demonstration, past its pages: a key of a program, a licence, and its database. */
import { openAuditKey } from '../../app/src/audit-log/open-audit-key.ts'
import type { Recorder } from '../../app/src/audit-log/record-command.ts'
import { done } from '../../app/src/demonstration/make-people.ts'
import { demonstrationClock } from '../../app/src/demonstration/demonstration-clock.ts'
import { systemClock } from '../../app/src/kernel/clock.ts'
import { readConfiguration } from '../../app/src/kernel/configuration.ts'
import { makeIds } from '../../app/src/kernel/identifiers.ts'
import { openBeside } from '../../app/src/kernel/open-database.ts'
import { type Actor, readAs, systemActor } from '../../app/src/kernel/transaction.ts'
import { grantLicence } from '../../app/src/licences/grant-licence.ts'
import { readLicences } from '../../app/src/licences/read-licences.ts'
import { issueApiKey } from '../../app/src/people/issue-api-key.ts'
import { openIdentity, PASSWORD_COST } from '../../app/src/people/open-identity.ts'
import { findOrganizationCalled } from '../../app/src/people/people-table.ts'
import { settingsOf } from './start-demonstration.ts'

export interface Behind {
  readonly recorder: Recorder
  /** Of a program that acts for the regulator. */
  readonly key: string
  readonly licence: string
  /** Of a program that acts for customs, and a licence with a quota that no bench uses up. */
  readonly customsKey: string
  readonly hotLicence: string
  /** The signatory of the maker of handsets. */
  readonly signatory: Actor
  readonly close: () => Promise<void>
}

function warn(sentence: string): void {
  console.error(sentence)
}

export async function openBehind(folder: string, address: string): Promise<Behind> {
  const configuration = readConfiguration(settingsOf(folder, address))
  const { database, authPool, close } = await openBeside(configuration, { warn, giveUp: warn })
  const clock = (await demonstrationClock(database)) ?? systemClock
  const recorder = { database, key: openAuditKey(configuration), clock, makeId: makeIds(clock) }
  const identity = openIdentity(recorder, authPool, {
    secret: 'nobody signs in through this identity',
    publicAddress: new URL(address),
    openId: undefined,
    isFactorForAll: false,
    cost: PASSWORD_COST,
    warn,
  })
  const organizationCalled = async (name: string): Promise<string> => {
    const found = await readAs(database, systemActor('bench'), async (tables) => {
      return await findOrganizationCalled(tables, name)
    })
    if (found === undefined) throw new Error(`there is no ${name} in the demonstration`)
    return found.id
  }
  const board = await organizationCalled('Industry Board')
  const administrator: Actor = { person: 'bench', organization: board, role: 'administrator' }
  const { key } = done(
    await issueApiKey(identity, [], administrator, { name: 'bench', role: 'case_officer', commands: [], days: 1 }),
  )
  const { items } = await readLicences(database, { ...administrator, role: 'case_officer' }, { limit: 1 })
  const [licence] = items
  if (licence === undefined) throw new Error('there is no licence in the demonstration')
  const signatory: Actor = {
    person: 'bench',
    organization: await organizationCalled('Kohsar Devices'),
    role: 'maker_signatory',
  }
  const customs: Actor = {
    person: 'bench',
    organization: await organizationCalled('Customs House'),
    role: 'administrator',
  }
  const asked = { name: 'bench', role: 'customs_officer', commands: ['draw_quota'], days: 1 } as const
  const drawing = done(
    await issueApiKey(
      identity,
      [{ command: 'draw_quota', asks: '', summary: '', roles: ['customs_officer'] }],
      customs,
      asked,
    ),
  )
  const hot = await grantLicence(
    recorder,
    { person: 'bench', organization: board, role: 'approving_officer' },
    {
      manufacturer_id: licence.manufacturer_id,
      programme: licence.programme,
      kind: 'import_licence',
      quota: 100_000_000_000,
      scope: [],
      valid_from: '2028-01-01',
      valid_until: '2030-06-30',
      reason: 'Measured.',
    },
  )
  return {
    recorder,
    key,
    licence: licence.number,
    customsKey: drawing.key,
    hotLicence: done(hot).number,
    signatory,
    close,
  }
}
