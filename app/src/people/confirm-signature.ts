/** The second factor at the moment of signing: a code of the device, or a passkey over the hash of what was shown. */
import { recordCommand } from '../audit-log/record-command.ts'
import { isId } from '../kernel/identifiers.ts'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { PasskeyAsked } from '../pages/passkey-button.tsx'
import type { Identity } from './open-identity.ts'
import { confirmSecondFactor, type SecondFactorRefusal } from './set-up-second-factor.ts'
import { runningFor } from './stop-recovery.ts'
import { askForPasskey, checkPasskey } from './use-passkey.ts'

export async function confirmSignature(
  identity: Identity,
  actor: Actor,
  given: string,
  signed_hash: string,
): Promise<Outcome<unknown, SecondFactorRefusal>> {
  const { person } = actor
  if (isId(person) && (await runningFor(identity, person)) !== undefined) return { refused: { code: 'signing_rests' } }
  if (!given.startsWith('{')) return await confirmSecondFactor(identity, person, given)
  if (!isId(person)) return { refused: { code: 'sign_in_needed' } }
  const checked = await checkPasskey(identity, { purpose: 'sign', person, signed_hash }, given)
  if ('refused' in checked) return checked
  const { passkey, said } = checked.done
  const { clientDataJSON, authenticatorData, signature } = said.response.response
  // What anybody needs to check the signature of the device again.
  await recordCommand(identity, actor, 'sign_with_passkey', async () => {
    const details = {
      signed_hash,
      ticket: said.ticket,
      passkey: passkey.id,
      public_key: Buffer.from(passkey.public_key).toString('base64url'),
      client_data: clientDataJSON,
      authenticator_data: authenticatorData,
      signature,
    }
    return await Promise.resolve({ done: undefined, subject: person, details })
  })
  return { done: true }
}

/** For the page on which it is signed; undefined where he has none. */
export async function askForSignature(
  identity: Identity,
  { person }: Actor,
  signed_hash: string,
): Promise<PasskeyAsked | undefined> {
  return isId(person)
    ? await askForPasskey(identity, { purpose: 'sign', person, signed_hash }, 'second_factor')
    : undefined
}
