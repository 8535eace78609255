/** Loads one hostile file, made of a start and of what is repeated (up to 1 MB, or so many times), and prints what it took, for the tests of the limits. */
import { formatProblem } from '@maqami/engine/load/problem.ts'
import { loadProgramme } from '@maqami/engine/load/programme.ts'
import { LARGEST_FILE } from '@maqami/engine/load/yaml.ts'
import { mostMemory } from '../kernel/most-memory-fixture.ts'

const [, , start = '', repeated = '', times] = process.argv
const text = start + repeated.repeat(Number(times ?? Math.floor((LARGEST_FILE - start.length) / repeated.length)))
const begun = performance.now()
const loaded = loadProgramme(
  new Map([
    ['programme.yaml', 'programme: a'],
    ['vocabulary.yaml', text],
  ]),
)
const complaint = loaded.ok ? '' : loaded.problems.map(formatProblem).find((one) => one.startsWith('vocabulary'))
process.stdout.write(
  JSON.stringify({ complaint, megabytes: mostMemory(), seconds: (performance.now() - begun) / 1000 }),
)
