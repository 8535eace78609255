/** What published programmes are called: by the law that was approved last. */
import type { Language } from '../kernel/problem.ts'
import type { Handle } from '../kernel/database.ts'
import { lastApproved, listReleases } from './policy-releases-table.ts'
import { type ProgrammeHeading, programmeHeading } from './programme-view.ts'
import type { ReleaseShelf } from './release-shelf.ts'

/** By the name of the programme's folder. */
export type Headings = ReadonlyMap<string, ProgrammeHeading>

export async function headingsIn(tables: Handle, shelf: ReleaseShelf, language: Language): Promise<Headings> {
  const approved = (await listReleases(tables)).filter((one) => one.approved_at !== null)
  const headings = new Map<string, ProgrammeHeading>()
  for (const programme of new Set(approved.map((one) => one.programme))) {
    const release = await lastApproved(tables, programme)
    if (release !== undefined) headings.set(programme, programmeHeading(shelf.open(release).engine.programme, language))
  }
  return headings
}
