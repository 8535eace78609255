/** `recheck`: computes an explanation again from its leaves, without the programme or the return. */
import type { Applied } from '@maqami/engine/explain/explanation.ts'
import { recompute } from '@maqami/engine/explain/recompute.ts'
import { type Command, print, WrongInput } from '../kernel/command.ts'
import { positional, readOptions } from '../kernel/options.ts'
import { readText } from '../kernel/read-text.ts'
import { isMapping } from '../policy-releases/load-release.ts'

const LARGEST_MB = 200

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
    const differences = heldIn(await readJson(path), path).flatMap(differenceIn)
    if (differences.length > 0) throw new WrongInput(differences)
    print('Same: every figure follows from the facts, the cells of the law and the day that stand below it.')
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
function heldIn(json: unknown, path: string): readonly Held[] {
  if (isApplied(json)) return [{ name: path, applied: json, facts: undefined, findings: [] }]
  const subjects = isMapping(json) && Array.isArray(json['subjects']) ? (json['subjects'] as readonly unknown[]) : []
  const held = subjects.flatMap((subject): readonly Held[] => {
    if (!isMapping(subject) || !isApplied(subject['explanation'])) return []
    const facts = isMapping(subject['facts']) ? subject['facts'] : undefined
    const name = Object.values(isMapping(subject['subject']) ? subject['subject'] : {}).join(', ')
    const findings = Array.isArray(subject['findings']) ? (subject['findings'] as readonly unknown[]) : []
    return [{ name, applied: subject['explanation'], facts, findings }]
  })
  if (held.length === 0)
    throw new WrongInput([`'${path}' holds no explanation. Write one with 'assess … --format json --out FILE.json'.`])
  return held
}

function isApplied(value: unknown): value is Applied {
  return isMapping(value) && typeof value['asOf'] === 'string' && Array.isArray(value['provisions'])
}

function differenceIn({ name, applied, facts, findings }: Held): readonly string[] {
  const contradicted = findings.find((finding) => isMapping(finding) && !isExplained(finding, applied))
  if (isMapping(contradicted))
    return [`${name}: the finding '${String(contradicted['name'])}' is not what its explanation says.`]
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
