/** `recheck`: computes an explanation again from its leaves, without the programme or the return. */
import { hashOf } from '@maqami/engine/canonical/canonical.ts'
import type { Applied } from '@maqami/engine/explain/explanation.ts'
import { recompute } from '@maqami/engine/explain/recompute.ts'
import { parseDay } from '@maqami/engine/value/date.ts'
import { type Command, print, WrongInput } from '../kernel/command.ts'
import { positional, readOptions } from '../kernel/options.ts'
import { readText } from '../kernel/read-text.ts'
import { isMapping } from '../policy-releases/load-release.ts'

/** Half of what one text can hold. No return reaches it: the largest, with 20,000 lines in a sheet, comes to some 70 MB. */
const LARGEST_MB = 256

interface Held {
  readonly name: string
  readonly applied: Applied
  readonly facts: Readonly<Record<string, unknown>> | undefined
  readonly findings: readonly unknown[]
}

export const recheckExplanation: Command = {
  name: 'recheck',
  usage: 'FILE.json',
  summary: 'Compute an explanation (written with --format json) again from its leaves, and say whether it is the same',
  run: async (args) => {
    const path = positional(readOptions(args, []), 0, 'FILE.json')
    const differences = (await heldIn(await readJson(path), path)).flatMap(differenceIn)
    if (differences.length > 0) throw new WrongInput(differences)
    print('Same: every figure follows from the facts, the cells of the law and the day that stand below it.')
    print("Not held against anything: the release's hash, and that the cells are those of its law.")
    return 0
  },
}

async function readJson(path: string): Promise<unknown> {
  const text = await readText(path, LARGEST_MB)
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new WrongInput([`'${path}' is not JSON.`])
  }
}

function isExplained(finding: Readonly<Record<string, unknown>>, applied: Applied): boolean {
  const provision = applied.provisions.find((one) => one.name === finding['name'])
  return provision !== undefined && JSON.stringify(provision.said) === JSON.stringify(finding['outcome'])
}

/** One explanation as `policy explain` writes it, or those of all subjects as `assess` does. */
async function heldIn(json: unknown, path: string): Promise<readonly Held[]> {
  if (isApplied(json)) return [{ name: path, applied: json, facts: undefined, findings: [] }]
  const subjects = isMapping(json) && Array.isArray(json['subjects']) ? (json['subjects'] as readonly unknown[]) : []
  if (!isMapping(json) || subjects.length === 0)
    throw new WrongInput([`'${path}' holds no explanation. Write one with 'assess … --format json --out FILE.json'.`])
  return Promise.all(subjects.map((subject, index) => heldOf(subject, json['as_of'], `${path}, subject ${index + 1}`)))
}

/** Refuses a subject that lacks a part of what `assess` writes: what is not there cannot be the same. */
async function heldOf(subject: unknown, asOf: unknown, place: string): Promise<Held> {
  const incomplete = (what: string): never => {
    throw new WrongInput([`${place}: ${what}. Was the file changed by hand?`])
  }
  if (!isMapping(subject) || !isApplied(subject['explanation'])) return incomplete('there is no explanation')
  const { explanation: applied, facts, findings, facts_hash: hash } = subject
  if (!isMapping(facts) || !Array.isArray(findings)) return incomplete('there are no facts or no findings')
  if (applied.asOf !== asOf) return incomplete('its day is not that of the assessment')
  if ((await hashOf(facts)) !== hash) return incomplete('its facts are not those of their hash')
  return { name: place, applied, facts, findings: findings as readonly unknown[] }
}

function isApplied(value: unknown): value is Applied {
  if (!isMapping(value) || typeof value['asOf'] !== 'string' || parseDay(value['asOf']) === undefined) return false
  return Array.isArray(value['provisions']) && value['provisions'].length > 0 && value['provisions'].every(isMapping)
}

function differenceIn({ name, applied, facts, findings }: Held): readonly string[] {
  const contradicted = findings.find((finding) => !isMapping(finding) || !isExplained(finding, applied))
  if (contradicted !== undefined) {
    const called = isMapping(contradicted) && typeof contradicted['name'] === 'string' ? contradicted['name'] : '?'
    return [`${name}: the finding '${called}' is not what its explanation says.`]
  }
  try {
    const result = recompute(applied, facts === undefined ? {} : { facts })
    if (result.same) return []
    const { provision, path, said, recomputed } = result
    return [
      `${name}: in '${provision}', ${path === '' ? 'its outcome' : path} says ${JSON.stringify(said)}; computed again it is ${JSON.stringify(recomputed)}.`,
    ]
  } catch {
    return [`${name}: this is not an explanation that can be read. Was the file changed by hand?`]
  }
}
