/** What every page about a programme begins with. */
import { type Fact } from '../pages/fact-list.tsx'
import { ObjectHeader } from '../pages/object-header.tsx'
import { useShell } from '../pages/shell.tsx'
import { ProgrammeTag } from './programme-tag.tsx'
import type { ProgrammeHeading } from './programme-view.ts'
import { programmeWordsOf } from './programme-words.ts'

interface ProgrammeHeaderProps {
  readonly heading: ProgrammeHeading
  /** Of a page about a part of the programme. */
  readonly title?: string
  readonly facts?: readonly Fact[]
}

export function ProgrammeHeader({ heading, title, facts = [] }: ProgrammeHeaderProps) {
  const words = programmeWordsOf(useShell().language)
  const own: readonly Fact[] = [
    { name: words.state, value: <ProgrammeTag state={heading.state} /> },
    { name: words.authority, value: heading.authority },
    { name: words.law, value: heading.standing },
    ...facts,
  ]
  return title === undefined ? (
    <ObjectHeader title={heading.title} facts={own} />
  ) : (
    <ObjectHeader title={title} facts={own} within={{ href: `/programmes/${heading.name}`, title: heading.title }} />
  )
}
