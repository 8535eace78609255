/** The way through a list too long for one page. A cursor names the last entry that was seen, so that nothing is shown twice. */
import { useShell } from './shell.tsx'
import { shellWordsOf } from './shell-words.ts'

interface PaginationProps {
  /** Of the list, with what is wanted of it. */
  readonly path: string
  /** Undefined on the first page. */
  readonly after: string | undefined
  /** Undefined on the last. */
  readonly next: string | undefined
}

export function Pagination({ path, after, next }: PaginationProps) {
  const words = shellWordsOf(useShell().language)
  if (after === undefined && next === undefined) return undefined
  return (
    <nav className="pages" aria-label={words.pages}>
      {after === undefined ? undefined : <a href={path}>{words.firstPage}</a>}
      {next === undefined ? undefined : (
        <a href={`${path}${path.includes('?') ? '&' : '?'}after=${encodeURIComponent(next)}`} rel="next">
          {words.nextPage}
        </a>
      )}
    </nav>
  )
}
