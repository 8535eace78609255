import { createContext } from 'react-router'

/** Prints a paper of a template of its own that takes its texts from `sys.inputs.letter`. The press stands with the letters of determinations. */
export type PrintPaper = (template: string, name: string, data: unknown) => Promise<Buffer>

export const paperContext = createContext<PrintPaper>()
