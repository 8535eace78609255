/** What happened to a notice, in sentences, with the letters and files that came with it. */
import type { ReactNode } from 'react'
import { Said } from '../pages/said.tsx'
import { useShell } from '../pages/shell.tsx'
import type { TimelineEntry } from '../pages/timeline.tsx'
import { dayText, momentOf } from '../pages/when.ts'
import type { Notice, NoticeEvent } from './notice.ts'
import { noticeWordsOf } from './notice-words.ts'

type Told = Omit<NoticeEvent, 'items' | 'recorded_by'>

export function useHistory(
  { events, recorded_at }: Pick<Notice, 'recorded_at'> & { readonly events: readonly Told[] },
  /** The names of documents by their identifiers. */
  files: Readonly<Record<string, string>>,
): readonly TimelineEntry[] {
  const { language } = useShell()
  const words = noticeWordsOf(language)
  const day = (text: string | null): string => (text === null ? '' : dayText(text, language))
  const entries = events.map((event): TimelineEntry => {
    const { kind, choice, happened_on, from_on, until_on, ends_on, place, words: said, document_id, letter_id } = event
    const parts = { choice: choice ?? '', on: day(happened_on), from: day(from_on), until: day(until_on) }
    const sentence = words.happened[kind]({ ...parts, ends: day(ends_on), place: place ?? '' })
    const what: readonly ReactNode[] = [
      said === null ? sentence : <Said key="said" by={sentence} text={said} />,
      ...(document_id === null
        ? []
        : [
            <a key="file" href={`/api/documents/${document_id}`}>
              <bdi>{files[document_id] ?? words.file}</bdi>
            </a>,
          ]),
      ...(letter_id === null
        ? []
        : [
            <a key="letter" href={`/api/documents/${letter_id}`}>
              {words.itsLetter}
            </a>,
          ]),
    ]
    return { ...momentOf(event.recorded_at, language), what }
  })
  return [{ ...momentOf(recorded_at, language), what: [words.wasIssued] }, ...entries]
}
