/** On the pages of a version: how much it and the bills of materials differ, and where to read it. */
import { useShell } from '../../pages/shell.tsx'
import { billNotesWordsOf } from './bill-notes-words.ts'
import type { BillNotesCount } from './hold-against-bills.ts'

interface BillNotesSummaryProps {
  /** Undefined where the programme says nothing of bills of materials. */
  readonly held: BillNotesCount | undefined
  readonly href: string
}

export function BillNotesSummary({ held, href }: BillNotesSummaryProps) {
  const words = billNotesWordsOf(useShell().language)
  if (held === undefined) return undefined
  return (
    <section>
      <h2>{words.title}</h2>
      <p>
        {words.summary(held.notes, held.models)} <a href={href}>{words.open}</a>
      </p>
    </section>
  )
}
