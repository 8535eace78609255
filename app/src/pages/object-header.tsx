/** What a page is about, and the few facts about it that everybody wants first. */
import type { ReactNode } from 'react'
import { type Fact, FactList } from './fact-list.tsx'

interface ObjectHeaderProps {
  readonly title: string
  /** The page of what it belongs to. */
  readonly within?: { readonly href: string; readonly title: string } | undefined
  readonly facts: readonly Fact[]
  readonly children?: ReactNode
}

export function ObjectHeader({ title, within, facts, children }: ObjectHeaderProps) {
  return (
    <div className="object">
      {within === undefined ? undefined : (
        <p className="within">
          <a href={within.href}>{within.title}</a>
        </p>
      )}
      {/* A title may be in another language than the page, and stands where titles stand all the same. */}
      <h1>
        <bdi>{title}</bdi>
      </h1>
      <FactList className="identity" facts={facts} />
      {children}
    </div>
  )
}
