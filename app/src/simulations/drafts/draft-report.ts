/** What a draft does, as data: the same for the command line and the interface, with all that it takes to compute it again. */
import { ENGINE_VERSION } from '@maqami/engine/version.ts'
import type { Release } from '../../policy-releases/load-release.ts'
import type { LeftOut } from '../simulation.ts'
import { type DraftEffect, draftEffect } from './draft-effect.ts'
import type { Both, Compared } from './two-laws.ts'

/** A file that was read: the list of facts, or the lines of a group. */
export interface InputFile {
  readonly holds: string
  /** Of its bytes. */
  readonly hash: string
}

export interface DraftReport extends DraftEffect {
  readonly programme: string
  readonly draft: string
  readonly engine_version: string
  readonly release_hash: string
  /** Of the law with the draft laid over it. */
  readonly draft_hash: string
  readonly facts: readonly InputFile[]
  /** Returns of the register that are not in the list of facts. */
  readonly left_out: readonly LeftOut[]
}

export function draftReport(
  laws: Both<Release>,
  facts: readonly InputFile[],
  compared: Compared,
  left_out: readonly LeftOut[] = [],
): DraftReport {
  const { heading, draft } = laws.draft.engine.programme
  return {
    programme: heading.name,
    draft: draft?.name ?? '',
    engine_version: ENGINE_VERSION,
    release_hash: laws.release.hash,
    draft_hash: laws.draft.hash,
    facts,
    left_out,
    ...draftEffect(compared),
  }
}
