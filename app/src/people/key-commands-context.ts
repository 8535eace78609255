/** What keys may name, for the page on which they are issued. */
import { createContext } from 'react-router'
import type { KeyCommand } from '../kernel/key-scope.ts'

export const keyCommandsContext = createContext<() => readonly KeyCommand[]>()
