/** The findings of a determination, as its letter states them. */
import { DataTable } from '../pages/data-table.tsx'
import { useShell } from '../pages/shell.tsx'
import { type Look, StateTag } from '../pages/state-tag.tsx'
import { determinationWordsOf } from './determination-words.ts'
import type { FindingText } from './letter-text.ts'
import type { LetterState } from './letter-words.ts'

const LOOKS: Readonly<Record<LetterState, Look>> = {
  not_met: 'bad',
  due_to: 'good',
  due_from: 'open',
  taken_back: 'quiet',
  imposed: 'bad',
  not_imposed: 'quiet',
  recommended: 'open',
}

export function FindingList({
  titledBy,
  findings,
}: {
  readonly titledBy: string
  readonly findings: readonly FindingText[]
}) {
  const words = determinationWordsOf(useShell().language)
  return (
    <DataTable
      titledBy={titledBy}
      rows={findings}
      columns={[
        { title: words.finding, of: ({ label }) => <b>{label}</b> },
        {
          title: words.outcome,
          of: ({ state, amount }) => (
            <>
              {state === null ? undefined : <StateTag look={LOOKS[state.kind]}>{state.word}</StateTag>}
              {amount === null ? undefined : <span className="sum">{amount}</span>}
            </>
          ),
        },
        { title: words.effect, of: ({ sentences }) => sentences.join(' ') },
        { title: words.clause, of: ({ clause }) => clause },
      ]}
    />
  )
}
