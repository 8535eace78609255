/** What an authority said to what was recommended to it, in the order in which it was recorded. */
import { useShell } from '../../pages/shell.tsx'
import { dayText } from '../../pages/when.ts'
import type { Reply } from './recommendation.ts'
import { recommendationWordsOf } from './recommendation-words.ts'

export function ReplyList({ replies }: { readonly replies: readonly Reply[] }) {
  const { language } = useShell()
  const words = recommendationWordsOf(language)
  if (replies.length === 0) return <p>{words.none}</p>
  return (
    <ul>
      {replies.map((one) => {
        const { position, kind, authority, reference, replied_on, effective_on, document_id } = one
        const day = effective_on === null ? '' : dayText(effective_on, language)
        return (
          <li key={position}>
            {words.said(words.kinds[kind], authority, reference, dayText(replied_on, language))}
            {effective_on === null ? undefined : `; ${kind === 'lifted' ? words.until(day) : words.from(day)}`}
            <p className="passage" dir="auto">
              {one.words}
            </p>
            {document_id === null ? undefined : <a href={`/api/documents/${document_id}`}>{words.file}</a>}
          </li>
        )
      })}
    </ul>
  )
}
