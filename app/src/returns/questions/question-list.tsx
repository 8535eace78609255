/** What was asked about a return, each with its state and its day. */
import { DataTable } from '../../pages/data-table.tsx'
import { useShell } from '../../pages/shell.tsx'
import { dayText } from '../../pages/when.ts'
import { QuestionTag } from './question-tag.tsx'
import type { QuestionView } from './show-questions.ts'
import { questionWordsOf } from './question-words.ts'

/** More of a question is on its own page. */
const MOST_SIGNS = 140

interface QuestionListProps {
  /** The id of the heading above it. */
  readonly titledBy: string
  readonly questions: readonly QuestionView[]
}

export function QuestionList({ titledBy, questions }: QuestionListProps) {
  const { language } = useShell()
  const words = questionWordsOf(language)
  return (
    <DataTable
      titledBy={titledBy}
      rows={questions}
      columns={[
        {
          title: words.question,
          of: ({ id, words: said }) => (
            <a href={`/questions/${id}`}>
              <bdi>{said.length > MOST_SIGNS ? `${said.slice(0, MOST_SIGNS)} …` : said}</bdi>
            </a>
          ),
        },
        { title: words.about, of: ({ about }) => about },
        { title: words.asked, isWhole: true, of: ({ asked_on }) => dayText(asked_on, language) },
        { title: words.answerBy, isWhole: true, of: ({ due_on }) => dayText(due_on, language) },
        { title: words.state, of: ({ status }) => <QuestionTag status={status} /> },
      ]}
    />
  )
}
