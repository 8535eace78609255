/** Where something of the law was found. */
import type { Voice } from '@maqami/engine/explain/voice.ts'
import type { Standing } from '@maqami/engine/load/standing.ts'

export interface SourceView {
  readonly title: string
  readonly url: string | undefined
}

export function sourceView({ names }: Voice, { source }: Standing): SourceView | undefined {
  const found = source === undefined ? undefined : names.sources.get(source)
  return found === undefined ? undefined : { title: found.title, url: found.url }
}
