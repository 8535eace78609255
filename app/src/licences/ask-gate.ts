/** The gate: what customs asks about a licence is answered in a signed form, which holds offline for a while. */
import type { Database } from '../kernel/database.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import { answerAt, type GateAnswer, type Import, type LicenceRefusal } from './licence.ts'
import { readLicence } from './read-licences.ts'
import type { GateSigner } from './sign-answers.ts'

export interface SignedAnswer {
  readonly answer: GateAnswer
  readonly signed: string
}

export async function askGate(
  database: Database,
  actor: Actor,
  { sign }: Pick<GateSigner, 'sign'>,
  { licence: number, ...asked }: Import & { readonly licence: string },
): Promise<Outcome<SignedAnswer, LicenceRefusal>> {
  const licence = await readLicence(database, actor, number)
  if ('refused' in licence) return licence
  const answer = answerAt(licence.done, asked)
  return { done: { answer, signed: await sign(answer) } }
}
