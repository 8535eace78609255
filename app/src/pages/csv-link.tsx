/** The way to the same table for a spreadsheet, all of it. */
import { useShell } from './shell.tsx'
import { shellWordsOf } from './shell-words.ts'

export function CsvLink({ href }: { readonly href: string }) {
  const words = shellWordsOf(useShell().language)
  return (
    <p className="csv">
      <a href={href}>{words.asTable}</a>
    </p>
  )
}
