/** With what the actions of pages run their commands, and their loaders read. */
import { createContext } from 'react-router'
import type { Recorder } from './record-command.ts'

export const recorderContext = createContext<Recorder>()
