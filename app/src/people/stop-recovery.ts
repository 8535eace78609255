/** Stopping the recovery of a second factor: by who may, by the link of a letter, and by the factor that was not lost. */
import { type Recorder, recordCommand } from '../audit-log/record-command.ts'
import { instantText } from '../kernel/clock.ts'
import { isId } from '../kernel/identifiers.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readAs, systemActor } from '../kernel/transaction.ts'
import { findExpired, openRecoveries, type Recovery, stopRecoveryAt } from './recoveries-table.ts'
import { hashToken } from './secret-token.ts'

export interface NoRecovery {
  readonly code: 'recovery_not_open'
}

/** While a recovery of his runs. */
export interface SigningRests {
  readonly code: 'signing_rests'
}

const KEEPER = systemActor('recovery')

async function stop(
  recorder: Recorder,
  actor: Actor,
  named: Parameters<typeof stopRecoveryAt>[1],
  stopped_by: string,
): Promise<Outcome<Record<string, never>, NoRecovery>> {
  return await recordCommand<Record<string, never>, NoRecovery>(recorder, actor, 'stop_recovery', async (tables) => {
    const stopped = await stopRecoveryAt(tables, named, { stopped_at: instantText(recorder.clock()), stopped_by })
    if (stopped === undefined) return { refused: { code: 'recovery_not_open' } }
    return { done: {}, subject: stopped.person_id, details: { recovery: stopped.id, by: stopped_by } }
  })
}

export async function stopRecovery(
  recorder: Recorder,
  actor: Actor,
  input: { readonly recovery: string },
): Promise<Outcome<Record<string, never>, NoRecovery>> {
  if (!isId(input.recovery)) return { refused: { code: 'recovery_not_open' } }
  return await stop(recorder, actor, { by: 'id', value: input.recovery }, actor.person)
}

/** Whoever has the letter may. */
export async function stopRecoveryByLink(
  recorder: Recorder,
  input: { readonly token: string },
): Promise<Outcome<Record<string, never>, NoRecovery>> {
  return await stop(recorder, KEEPER, { by: 'stopping_hash', value: hashToken(input.token) }, 'link')
}

/** He has the factor after all, or the password was replaced, by which a stolen mailbox would be enough. */
export async function endRecoveryOf(recorder: Recorder, person: string, why: 'factor' | 'password'): Promise<void> {
  if ((await runningFor(recorder, person)) !== undefined)
    await stop(recorder, KEEPER, { by: 'person_id', value: person }, why)
}

/** One that nobody completed in its time makes room for another. */
export async function endExpired(recorder: Recorder, person: string): Promise<void> {
  const now = instantText(recorder.clock())
  const expired = await readAs(recorder.database, KEEPER, async (tables) => await findExpired(tables, person, now))
  if (expired !== undefined) await stop(recorder, KEEPER, { by: 'id', value: expired.id }, 'time')
}

/** While it runs he signs nothing. */
export async function runningFor(
  { database, clock }: Pick<Recorder, 'database' | 'clock'>,
  person: string,
): Promise<Recovery | undefined> {
  const now = instantText(clock())
  const [running] = await readAs(database, KEEPER, async (tables) => await openRecoveries(tables, now, person))
  return running
}
