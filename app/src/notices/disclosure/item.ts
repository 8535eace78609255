/** What a failure was found by, and what an officer adds to it: each thing with its hash, so that nothing else can be relied upon later. */
import { canonicalJson } from '@maqami/engine/canonical/canonical.ts'
import type { Notice } from '../notice.ts'

export interface DisclosedItem {
  /** *return*: the file as it was filed; *facts*: its lines as they were read; *document*: what an officer adds. */
  readonly kind: 'return' | 'facts' | 'assessment' | 'letter' | 'law' | 'document'
  /** As it is called in the archive: `return-2026-27.xlsx`. */
  readonly name: string
  readonly hash: string
  /** Of a file that is kept; null of what is computed. */
  readonly document_id: string | null
}

export function itemsText(items: readonly DisclosedItem[]): string {
  return canonicalJson(items)
}

export interface Disclosed extends DisclosedItem {
  readonly disclosed_at: string
}

/** Each once, in the order in which it was disclosed. */
export function disclosedItems({ events }: Pick<Notice, 'events'>): readonly Disclosed[] {
  const seen = new Map<string, Disclosed>()
  for (const { items, recorded_at } of events)
    for (const one of JSON.parse(items ?? '[]') as readonly DisclosedItem[])
      if (!seen.has(one.hash)) seen.set(one.hash, { ...one, disclosed_at: recorded_at })
  return [...seen.values()]
}
