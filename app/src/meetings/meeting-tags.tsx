import { useShell } from '../pages/shell.tsx'
import { type Look, StateTag } from '../pages/state-tag.tsx'
import type { ActionState } from './meeting.ts'
import { meetingWordsOf } from './meeting-words.ts'
import type { MilestoneState } from './milestone.ts'

const ACTION_LOOKS: Readonly<Record<ActionState, Look>> = { open: 'open', overdue: 'bad', done: 'good' }

export function ActionTag({ state }: { readonly state: ActionState }) {
  return <StateTag look={ACTION_LOOKS[state]}>{meetingWordsOf(useShell().language).states[state]}</StateTag>
}

const MILESTONE_LOOKS: Readonly<Record<MilestoneState, Look>> = {
  open: 'open',
  waits: 'quiet',
  overdue: 'bad',
  reached: 'good',
}

export function MilestoneTag({ state }: { readonly state: MilestoneState }) {
  return <StateTag look={MILESTONE_LOOKS[state]}>{meetingWordsOf(useShell().language).plan.state[state]}</StateTag>
}
