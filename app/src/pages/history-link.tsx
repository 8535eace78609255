/** From a thing to what was done to it, for whoever may see that. */
import { useShell } from './shell.tsx'
import { shellWordsOf } from './shell-words.ts'

interface HistoryLinkProps {
  /** As the addresses name it: `returns`. */
  readonly thing: string
  readonly id: string
}

export function HistoryLink({ thing, id }: HistoryLinkProps) {
  const { language, may } = useShell()
  if (!may('see_history')) return undefined
  return (
    <p className="next-step">
      <a href={`/history/${thing}/${id}`}>{shellWordsOf(language).history}</a>
    </p>
  )
}
