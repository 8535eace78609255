/** How pages ask for the second factor of whoever signs. */
import { createContext } from 'react-router'
import type { Outcome } from '../kernel/outcome.ts'
import type { Actor } from '../kernel/transaction.ts'
import type { SecondFactorRefusal } from './set-up-second-factor.ts'

export type ConfirmSignature = (actor: Actor, code: string) => Promise<Outcome<unknown, SecondFactorRefusal>>

export const signatureContext = createContext<ConfirmSignature>()
