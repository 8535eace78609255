/** The simulations that pages show. */
import { createContext } from 'react-router'
import type { DraftShelf } from './draft-shelf.ts'

export const draftShelf = createContext<DraftShelf>()
