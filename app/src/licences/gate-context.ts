/** How pages sign what the gate answers. */
import { createContext } from 'react-router'
import type { GateSigner } from './sign-answers.ts'

export const gateContext = createContext<Pick<GateSigner, 'sign'>>()
