/** Facts with their names: beside each other at the top of a page, below each other where they are many. */
import type { ReactNode } from 'react'

export interface Fact {
  readonly name: string
  readonly value: ReactNode
}

export function FactList({
  facts,
  className,
}: {
  readonly facts: readonly Fact[]
  readonly className: 'identity' | 'facts'
}) {
  return (
    <dl className={className}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
