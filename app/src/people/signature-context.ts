/** How pages ask for the second factor of whoever signs, and his device for a passkey over what they show. */
import { createContext } from 'react-router'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { PasskeyAsked } from '../pages/passkey-button.tsx'
import type { SecondFactorRefusal } from './set-up-second-factor.ts'

export type ConfirmSignature = (
  actor: Actor,
  given: string,
  shown_hash: string,
) => Promise<Outcome<unknown, SecondFactorRefusal>>

export const signatureContext = createContext<ConfirmSignature>()

type AskForSignature = (actor: Actor, shown_hash: string) => Promise<PasskeyAsked | undefined>

export const passkeyContext = createContext<AskForSignature>(async () => await Promise.resolve(undefined))
