/** With what the pages of this slice sign people in, and run their commands. */
import { createContext } from 'react-router'
import type { Identity } from './open-identity.ts'

export const identityContext = createContext<Identity>()
