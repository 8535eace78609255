/** The forms on the page of a notice: the firm's answer, and what an officer makes of it. */
import { Button, Field, TextArea, useSentBack } from '../pages/form.tsx'
import { useShell } from '../pages/shell.tsx'
import { momentOf } from '../pages/when.ts'
import type { NoticeEvent } from './notice.ts'
import { noticeWordsOf } from './notice-words.ts'

/** Bytes that a page takes: a file, and what a browser writes around it. */
export const LARGEST_FORM = 10 * 1024 * 1024 + 64 * 1024

/** What may come with words: a file of a kind that is taken here. */
export function FileField({ isNeeded, label, hint }: { isNeeded?: true; label: string; hint: string }) {
  const problem = useSentBack()?.problem
  return (
    <Field
      name="file"
      type="file"
      accept=".pdf,.xlsx,.png,.jpg,.jpeg,.txt,.csv"
      label={label}
      hint={hint}
      required={isNeeded === true}
      problem={problem}
    />
  )
}

export function AnswerForm() {
  const sent = useSentBack()
  const words = noticeWordsOf(useShell().language)
  return (
    <form method="post" encType="multipart/form-data" className="form">
      <h2>{words.answer}</h2>
      <TextArea
        name="words"
        label={words.words}
        hint={words.answerHint}
        defaultValue={sent?.typed['words']}
        problem={sent?.problem}
      />
      <FileField label={words.file} hint={words.fileHint} />
      <Button>{words.answerIt}</Button>
    </form>
  )
}

export function ConsiderForm({ answer }: { answer: Pick<NoticeEvent, 'position' | 'recorded_at' | 'words'> }) {
  const sent = useSentBack()
  const { language } = useShell()
  const words = noticeWordsOf(language)
  return (
    <form method="post" className="act">
      <h2>{words.considerOf(momentOf(answer.recorded_at, language).when)}</h2>
      <p className="passage" dir="auto">
        {answer.words}
      </p>
      <input type="hidden" name="act" value="consider" />
      <input type="hidden" name="about" value={answer.position} />
      <TextArea
        name="considered"
        label={words.considered}
        hint={words.consideredHint}
        defaultValue={sent?.typed['considered']}
        problem={sent?.problem}
      />
      <Button>{words.considerIt}</Button>
    </form>
  )
}
