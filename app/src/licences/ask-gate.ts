/** The gate: what customs asks about a licence is answered in a signed form, which holds offline for a while. */
import type { Database } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import { type Actor, readOne } from '../kernel/transaction.ts'
import { atGate } from './draws-table.ts'
import {
  answerAt,
  type GateAnswer,
  type GateLicence,
  type Import,
  isToldOfQuotas,
  type PlainStatus,
  plainStatus,
  type StatusAnswer,
  standingAt,
} from './gate.ts'
import type { LicenceRefusal } from './licence.ts'
import type { GateSigner } from './sign-answers.ts'

export interface Signed<Answer> {
  readonly answer: Answer
  readonly signed: string
}

/** Whether so many units of a line may be imported under it. */
export async function askGate(
  database: Database,
  actor: Actor,
  { sign }: Pick<GateSigner, 'sign'>,
  { licence: number, ...asked }: Import & { readonly licence: string },
): Promise<Outcome<Signed<GateAnswer>, LicenceRefusal>> {
  return await answered(database, actor, number, (licence) => {
    const answer = answerAt(licence, asked)
    return { answer, signed: sign('maqami-gate+jwt', { ...answer }) }
  })
}

/** Whether it is good on the day, and for a line of the tariff where one is named. */
export async function askStatus(
  database: Database,
  actor: Actor,
  { sign }: Pick<GateSigner, 'sign'>,
  { licence: number, ...asked }: Pick<StatusAnswer, 'licence' | 'day' | 'hs_line'>,
): Promise<Outcome<Signed<StatusAnswer | PlainStatus>, LicenceRefusal>> {
  return await answered(database, actor, number, (licence) => {
    const standing = standingAt(licence, asked)
    const answer = isToldOfQuotas(actor) ? standing : plainStatus(standing)
    return { answer, signed: sign('maqami-status+jwt', { ...answer }) }
  })
}

async function answered<Answer>(
  database: Database,
  actor: Actor,
  number: string,
  answer: (licence: GateLicence) => Signed<Answer>,
): Promise<Outcome<Signed<Answer>, LicenceRefusal>> {
  const [licence] = await readOne(database, actor, atGate(number))
  return licence === undefined ? { refused: { code: 'licence_unknown' } } : { done: answer(licence) }
}
