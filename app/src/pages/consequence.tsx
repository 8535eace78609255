/** What somebody is about to do, above the button: what will happen, and to whom. */
import type { ReactNode } from 'react'
import { useShell } from './shell.tsx'
import { shellWordsOf } from './shell-words.ts'

export function Consequence({ children }: { readonly children: ReactNode }) {
  const words = shellWordsOf(useShell().language)
  return (
    <div className="consequence">
      <p className="consequence-title">{words.consequence}</p>
      {children}
    </div>
  )
}
