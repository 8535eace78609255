/** How pages make letters. */
import { createContext } from 'react-router'
import type { Letters } from './decide-determination.ts'

export const lettersContext = createContext<Letters>()
