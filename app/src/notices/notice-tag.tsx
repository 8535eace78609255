import { useShell } from '../pages/shell.tsx'
import { type Look, StateTag } from '../pages/state-tag.tsx'
import type { NoticeStatus } from './notice.ts'
import { noticeWordsOf } from './notice-words.ts'

const LOOKS: Readonly<Record<NoticeStatus, Look>> = {
  issued: 'open',
  open: 'open',
  over: 'bad',
  cured: 'good',
  cured_late: 'quiet',
}

export function NoticeTag({ status }: { readonly status: NoticeStatus }) {
  const words = noticeWordsOf(useShell().language)
  return <StateTag look={LOOKS[status]}>{words.states[status]}</StateTag>
}
