/** What the page of what was found is given. */
import { data } from 'react-router'
import { recorderContext } from '../audit-log/recorder-context.ts'
import { determinationWordsOf } from '../determinations/determination-words.ts'
import type { Language, Problem } from '../kernel/problem.ts'
import { licenceWordsOf } from '../licences/licence-words.ts'
import { type PageContext, pageCall } from '../pages/page-call.ts'
import { lawsCalled } from '../policy-releases/laws-called.ts'
import { returnsCalled } from '../returns/filing/returns-called.ts'
import { type Found, type FoundGroup, type FoundKind, MOST_LETTERS } from './search.ts'
import { searchEverything } from './search-everything.ts'

export interface FoundShown {
  readonly words: string
  readonly isOfPeople: boolean
  readonly problem: Problem | undefined
  /** Undefined where nothing was asked. */
  readonly groups: readonly FoundGroup[] | undefined
}

export async function showFound(context: PageContext, request: Request) {
  const { actor, may, problemOf } = context.get(pageCall)
  const words = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, MOST_LETTERS)
  const shown: FoundShown = { words, isOfPeople: !may('see_desk'), problem: undefined, groups: undefined }
  if (words === '') return shown
  const found = await searchEverything(context.get(recorderContext), actor, words)
  if ('refused' in found) {
    const problem = problemOf(found.refused)
    return data({ ...shown, problem }, { status: problem.status })
  }
  return { ...shown, groups: await told(context, found.done) }
}

/** Programmes and kinds in the words of the reader. */
async function told(context: PageContext, groups: readonly FoundGroup[]): Promise<readonly FoundGroup[]> {
  const { language } = context.get(pageCall)
  const programmes = groups.flatMap(({ items }) => items.flatMap(({ programme }) => programme ?? []))
  const laws = await lawsCalled(context, programmes)
  const called = await returnsCalled(context, programmes)
  return groups.map((group) => ({
    ...group,
    items: group.items.map((one) => ({
      ...one,
      programme: one.programme === null ? null : laws(one.programme).title,
      detail:
        group.kind === 'returns'
          ? called({ programme: one.programme ?? '', kind: one.detail ?? '' })
          : detailOf(group.kind, one, language),
    })),
  }))
}

function detailOf(kind: FoundKind, { detail }: Found, language: Language): string | null {
  const kinds: Readonly<Record<string, string>> =
    kind === 'licences'
      ? licenceWordsOf(language).kinds
      : kind === 'determinations'
        ? determinationWordsOf(language).kinds
        : {}
  return kinds[detail ?? ''] ?? detail
}
