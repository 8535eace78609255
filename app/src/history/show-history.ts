/** What the page of a history is given: each act in the words of the reader. */
import { recorderContext } from '../audit-log/recorder-context.ts'
import { isOfficerRole, type MemberRole } from '../kernel/authority.ts'
import type { Language } from '../kernel/problem.ts'
import { cursorAsked, notHere, type PageContext, pageCall, settled } from '../pages/page-call.ts'
import { momentOf } from '../pages/when.ts'
import { type Act, type HistoryEntry, THINGS } from './history.ts'
import { historyWordsOf } from './history-words.ts'
import { readHistory } from './read-history.ts'

export interface ActShown {
  readonly id: string
  readonly when: string
  readonly day: string
  readonly what: string
  /** Which of several things of the history it was about: a number, or nothing. */
  readonly about: string | undefined
  readonly who: string
  readonly said: string | null
}

export async function showHistory(
  context: PageContext,
  { thing: asked, id }: { readonly thing?: string | undefined; readonly id?: string | undefined },
  request: Request,
) {
  const { actor, language } = context.get(pageCall)
  const thing = THINGS.find((one) => one === asked)
  if (thing === undefined || id === undefined) throw notHere(context)
  const after = cursorAsked(context, request)
  const of = { thing, id }
  const read = await readHistory(context.get(recorderContext).database, actor, of, { cursor: after })
  const { items, next } = settled(context, read)
  return { thing, id, acts: items.map((entry) => actShown(entry, language)), after, next }
}

function actShown(entry: HistoryEntry, language: Language): ActShown {
  const words = historyWordsOf(language)
  const { id, recorded_at, act, subject, version, said } = entry
  const [, name = ''] = subject.split(' ')
  const about = version === null ? (/^[A-Z]+-\d+$/.test(name) ? name : undefined) : words.version(version)
  return {
    id,
    ...momentOf(recorded_at, language),
    what: words.acts[act as Act] ?? act,
    about,
    who: whoIn(entry, language),
    said,
  }
}

/** `Nadia Khan, case officer, the authority`; for a firm, without the name. */
function whoIn({ by }: HistoryEntry, language: Language): string {
  const words = historyWordsOf(language)
  if (by.role === 'system') return words.service
  const role = words.roles[by.role as MemberRole] ?? by.role
  const isOfficer = isOfficerRole(by.role)
  const whose = isOfficer ? words.ofAuthority : by.role === 'customs_officer' ? words.ofCustoms : by.organization
  const person = by.is_program ? words.program : by.name
  const parts = [person, role, by.is_own ? null : whose].filter((one) => one !== null)
  // Each runs in its own direction: a name in the other script must not turn round the sentence.
  return parts.map((one) => `\u2068${one}\u2069`).join(words.comma)
}
