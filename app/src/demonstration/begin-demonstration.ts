/** Fills an empty service with the demonstration: its people first, then two years of what they do. */
import { randomBytes } from 'node:crypto'
import { parseDay } from '@maqami/engine/value/date.ts'
import { recordCommand } from '../audit-log/record-command.ts'
import type { Letters } from '../determinations/decide-determination.ts'
import { instantText, systemClock } from '../kernel/clock.ts'
import { makeIds } from '../kernel/identifiers.ts'
import { systemActor } from '../kernel/transaction.ts'
import { giveDelegation } from '../people/give-delegation.ts'
import type { Identity } from '../people/open-identity.ts'
import { releaseShelf } from '../policy-releases/release-shelf.ts'
import { consultMakers } from './consult-makers.ts'
import { insertCalendar } from './demonstration-table.ts'
import { FIRST_DAY } from './invented-makers.ts'
import { done, makePeople, type SignInPrinted } from './make-people.ts'
import { playFirstYear, playSecondYear, publishLaw, type Stage } from './play-demonstration.ts'
import { askForTests, playTests } from './play-tests.ts'
import { promiseInvestment } from './promise-investment.ts'
import { registerLaboratories, suspendLaboratory } from './register-laboratories.ts'
import { steerProgramme } from './steer-programme.ts'
import { attestExports } from './attest-exports.ts'

const BEGINNER = systemActor('demonstration')
const DAY_MS = 86_400_000
/** Nine in the morning in Pakistan. */
const MORNING_MS = 4 * 3_600_000

export interface Begun {
  readonly signIns: readonly SignInPrinted[]
  /** The same for everybody in it. */
  readonly password: string
}

/** `openFor` gives the identity of a service whose clock is the one given. The service is empty; a beginning that broke off is begun anew on an empty one. */
export async function beginDemonstration(
  openFor: (clock: () => number) => Identity,
  letters: Letters,
  progress: (sentence: string) => void,
): Promise<Begun> {
  let ahead = morningOf('2026-06-15') - systemClock()
  const clock = (): number => systemClock() + ahead
  const identity = { ...openFor(clock), makeId: makeIds(clock) }
  const password = randomBytes(9).toString('base64url')
  const { cast, letting, laboratories, signIns } = await makePeople(identity, `maqami-${password}`)
  const on = (day: string): void => {
    ahead = morningOf(day) - systemClock()
  }
  const stage: Stage = { recorder: identity, shelf: releaseShelf(), letters, on, progress, done }
  await publishLaw(stage, cast)
  await playFirstYear(stage, cast)
  await registerLaboratories(stage, cast, laboratories)
  await playTests({ ...stage, issuing: identity }, cast, laboratories)
  await playSecondYear(stage, cast)
  await askForTests({ ...stage, issuing: identity }, cast, laboratories)
  await suspendLaboratory(stage, cast, laboratories.bandar)
  await steerProgramme(stage, cast)
  await attestExports(stage, cast)
  await promiseInvestment(stage, cast)
  await consultMakers(stage, cast)
  const { administrator, accountant } = letting
  done(await giveDelegation(identity, administrator, { accountant, powers: ['returns', 'decisions'], days: 180 }))
  await recordCommand(identity, BEGINNER, 'begin_demonstration', async (tables) => {
    await insertCalendar(tables, { ahead_ms: ahead, first_day: FIRST_DAY, began_at: instantText(systemClock()) })
    return { done: undefined, subject: 'service', details: { first_day: FIRST_DAY } }
  })
  return { signIns, password: `maqami-${password}` }
}

function morningOf(day: string): number {
  const number = parseDay(day)
  if (number === undefined) throw new RangeError(`${day} is no day`)
  return number * DAY_MS + MORNING_MS
}
