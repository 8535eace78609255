/** Why somebody may not open a page or send its form, in words: whose it is, and whom to ask. */
import type { Authority, MemberRole, Role } from '../kernel/authority.ts'
import type { Language } from '../kernel/problem.ts'
import type { Actor } from '../kernel/transaction.ts'
import { peopleWordsOf } from './people-words.ts'

export function sayWhoMay(authority: Authority, actor: Actor, command: string, language: Language): string {
  const { roles, notYours } = peopleWordsOf(language)
  const isNamed = (role: Role): role is MemberRole => Object.hasOwn(roles, role)
  // What a role does stands after its name.
  const names = (authority[command] ?? []).filter(isNamed).map((role) => roles[role].split(/[,،]/)[0] ?? '')
  const whose = new Intl.ListFormat(language, { type: 'disjunction' }).format(names)
  if (actor.delegation !== undefined) return notYours.accountant(whose)
  if (actor.organization === undefined) return notYours.nobody(whose)
  if (actor.role === 'administrator') return notYours.administrator(whose)
  return notYours.other(whose, isNamed(actor.role) ? roles[actor.role] : actor.role)
}
