/** The releases that pages apply. */
import { createContext } from 'react-router'
import type { ReleaseShelf } from './release-shelf.ts'

export const shelfContext = createContext<ReleaseShelf>()
