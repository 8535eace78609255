/** What two laws say alike: what a draft leaves alone, down to all that it rests on. */
import type { Programme } from '../load/programme.ts'
import type { Fact } from '../load/vocabulary.ts'
import { plainLaw } from './plain-law.ts'
import { linksOf } from './uses.ts'

/** Names of provisions. Undefined where the later law takes facts otherwise than the earlier, or counts its years otherwise: nothing is shared then. */
export function sharedLaw(before: Programme, after: Programme): ReadonlySet<string> | undefined {
  if (!isSpokenBy(before, after)) return undefined
  const [old, now] = [lawOf(before), lawOf(after)]
  const names = new Set([...old.keys(), ...now.keys()])
  const touched = new Set([...names].filter((name) => plainLaw(old.get(name)) !== plainLaw(now.get(name))))
  const links = [...linksOf(before), ...linksOf(after)]
  // A set may grow while it is gone through, and gives what was added too.
  for (const name of touched) for (const [user, named] of links) if (named.has(name)) touched.add(user)
  return new Set([...after.provisions.keys()].filter((name) => !touched.has(name)))
}

function lawOf({ parameters, provisions }: Programme): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>([...parameters, ...provisions])
}

/** The later law may speak of more. */
function isSpokenBy(before: Programme, after: Programme): boolean {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  return [...old].every(([name, said]) => plainLaw(now.get(name)) === plainLaw(said))
}

/** How anything is called counts for nothing. */
function wordsOf({ vocabulary: { facts, groups, categories }, heading }: Programme): ReadonlyMap<string, unknown> {
  const { currency, yearStarts } = heading
  return new Map<string, unknown>([
    ['', { currency, yearStarts }],
    ...[...facts].map(([name, fact]) => [`fact ${name}`, plain(fact)] as const),
    ...[...categories].map(([name, { members }]) => [`category ${name}`, members] as const),
    ...[...groups].flatMap(([name, { columns, key, optional }]) => [
      [`lines ${name}`, { key, optional }] as const,
      ...[...columns].map(([column, fact]) => [`lines ${name}.${column}`, plain(fact)] as const),
    ]),
  ])
}

function plain({ label: _label, ...fact }: Fact): unknown {
  return fact
}
