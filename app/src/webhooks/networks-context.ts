/** The networks of the operator that messages may reach, as the page that registers an address is told. */
import { createContext } from 'react-router'

export const networksContext = createContext<readonly string[]>()
