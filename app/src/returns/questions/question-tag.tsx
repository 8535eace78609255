/** How it stands with a question. */
import { useShell } from '../../pages/shell.tsx'
import { type Look, StateTag } from '../../pages/state-tag.tsx'
import type { QuestionStatus } from './question.ts'
import { questionWordsOf } from './question-words.ts'

const LOOKS: Readonly<Record<QuestionStatus, Look>> = {
  open: 'open',
  unanswered: 'bad',
  answered: 'good',
  withdrawn: 'quiet',
  closed: 'quiet',
}

export function QuestionTag({ status }: { readonly status: QuestionStatus }) {
  const words = questionWordsOf(useShell().language)
  return <StateTag look={LOOKS[status]}>{words.states[status]}</StateTag>
}
