/**
 * `npm run verify`: what holds the repository together besides its tests. Every step runs, whatever the ones before it
 * found; what a failed step had to say is shown below it.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { addTotals, formatTotals, type Totals, totalsOfCheck, totalsOfTests, totalsOfVitest } from './totals.ts'

const ROOT = join(import.meta.dirname, '..')
const MAQAMI = 'app/src/main.ts'

interface Step {
  readonly title: string
  /** A program of ours or of a package, run by the same Node that runs this, and its arguments. */
  readonly program: readonly string[]
  readonly totals: (exitCode: number | null, output: string) => Totals
}

const CHECKS: readonly Step[] = [
  { title: 'types', program: [programOf('typescript', 'tsc'), '--noEmit'], totals: totalsOfCheck },
  { title: 'lint', program: [programOf('oxlint', 'oxlint')], totals: totalsOfCheck },
  { title: 'format', program: [programOf('@biomejs/biome', 'biome'), 'format'], totals: totalsOfCheck },
  { title: 'unused exports and dependencies', program: [programOf('knip', 'knip')], totals: totalsOfCheck },
  testStep('what takes long', 'slow-tests.config.ts'),
  testStep('pages in a browser', 'app/browser-tests.config.ts'),
  { title: 'tidy', program: ['tools/tidy/main.ts'], totals: totalsOfCheck },
]

/** The file behind a package's command; started directly, it runs where no shell finds node_modules/.bin. */
function programOf(packageName: string, command: string): string {
  const folder = join(ROOT, 'node_modules', packageName)
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    bin: Readonly<Record<string, string>>
  }
  return join(folder, bin[command] ?? command)
}

/** Each of its tests counts. */
function testStep(title: string, config: string): Step {
  const report = join(mkdtempSync(join(tmpdir(), 'maqami-verify-')), 'tests.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  return {
    title,
    program: [programOf('vitest', 'vitest'), 'run', '--config', config, ...reporters],
    totals: (exitCode) => {
      const text = existsSync(report) ? readFileSync(report, 'utf8') : ''
      rmSync(dirname(report), { recursive: true })
      return totalsOfVitest(exitCode, text)
    },
  }
}

function policySteps(): readonly Step[] {
  const folders = readdirSync(join(ROOT, 'policy'))
    .map((name) => `policy/${name}`)
    .filter((folder) => existsSync(join(ROOT, folder, 'programme.yaml')))
    .toSorted()
  return folders.flatMap((folder) => [
    { title: `check ${folder}`, program: [MAQAMI, 'policy', 'check', folder], totals: totalsOfCheck },
    { title: `test ${folder}`, program: [MAQAMI, 'policy', 'test', folder], totals: totalsOfTests },
  ])
}

function run(step: Step): Totals {
  process.stdout.write(`${step.title} … `)
  const start = performance.now()
  const result = spawnSync(process.execPath, [...step.program], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  const output = `${result.stdout}${result.stderr}${result.error?.message ?? ''}`
  const totals = step.totals(result.status, output)
  const said = totals.passed + totals.failed === 1 ? ['passed', 'failed'][totals.failed] : formatTotals(totals)
  console.log(`${said} (${seconds} s)`)
  if (totals.failed > 0) console.log(output.trimEnd().replace(/^/gm, '    '))
  return totals
}

const programmes = policySteps()
if (programmes.length === 0) console.log('policy/ holds no programme.yaml: there is no law to check.')
const results = [...CHECKS, ...programmes].map(run)
const totals = addTotals(programmes.length === 0 ? [...results, totalsOfCheck(null)] : results)
console.log(formatTotals(totals))
process.exitCode = totals.failed === 0 ? 0 : 1
