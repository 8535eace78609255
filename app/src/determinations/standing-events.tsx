/** Whether an approved determination still has effect, and what happened to it. */
import { Cause } from '../pages/cause.tsx'
import { useShell } from '../pages/shell.tsx'
import { type Look, StateTag } from '../pages/state-tag.tsx'
import { determinationWordsOf } from './determination-words.ts'
import type { Standing, StandingKind } from './standing.ts'

const LOOKS: Readonly<Record<Exclude<Standing, 'in_effect'>, Look>> = {
  stayed: 'open',
  superseded: 'quiet',
  quashed: 'bad',
}

/** Nothing where it has effect, or none yet. */
export function StandingTag({ standing }: { readonly standing: Standing | null }) {
  const words = determinationWordsOf(useShell().language)
  if (standing === null || standing === 'in_effect') return undefined
  return <StateTag look={LOOKS[standing]}>{words.standings[standing]}</StateTag>
}

interface Happened {
  readonly kind: StandingKind
  readonly cause: string
  /** In the language of the reader. */
  readonly day: string
}

export function WhatBecame({ standings }: { readonly standings: readonly Happened[] }) {
  const words = determinationWordsOf(useShell().language)
  if (standings.length === 0) return undefined
  return (
    <>
      <h2>{words.whatBecame}</h2>
      <ul>
        {standings.map(({ kind, cause, day }) => (
          <li key={`${kind} ${cause} ${day}`}>
            {words.became[kind](day)}{' '}
            {kind === 'superseded' ? (
              <a href={`/determinations/${cause}`} dir="ltr">
                {cause}
              </a>
            ) : (
              <Cause text={cause} />
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
