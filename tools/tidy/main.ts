/** `node tools/tidy/main.ts` holds the repository against its own rules: one line for each finding, exit 1 if there is any. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkCatalogues } from './catalogues.ts'
import { checkDeadFiles } from './dead-files.ts'
import { checkDecisions } from './decisions.ts'
import { checkDependencies } from './dependencies.ts'
import { checkImports } from './imports.ts'
import { checkLinks } from './links.ts'
import { checkNames, checkPolicyFolder } from './names.ts'
import { checkFormulas } from './policies.ts'
import { type Finding, formatFinding, type Tree } from './tree.ts'
import { checkWords } from './words.ts'

const ROOT = join(import.meta.dirname, '..', '..')

const RULES: readonly ((tree: Tree) => readonly Finding[])[] = [
  checkImports,
  checkNames,
  checkPolicyFolder,
  checkFormulas,
  checkCatalogues,
  checkDecisions,
  checkDependencies,
  checkDeadFiles,
  checkWords,
  checkLinks,
]

/** Every text file that git tracks or would track; what it ignores is nobody's source. */
function readTree(root: string): Tree {
  const listed = spawnSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (listed.status !== 0) {
    throw new Error(`tidy asks git which files are ours, and git failed: ${listed.error?.message ?? listed.stderr}`)
  }
  const paths = listed.stdout.split('\0').filter((path) => path !== '' && existsSync(join(root, path)))
  const files = paths.map((path) => [path, readFileSync(join(root, path), 'utf8')] as const)
  return new Map(files.filter(([, text]) => !text.includes('\0')))
}

const tree = readTree(ROOT)
const findings = RULES.flatMap((rule) => rule(tree)).toSorted(
  (a, b) => a.file.localeCompare(b.file, 'en') || a.line - b.line,
)
for (const finding of findings) console.log(formatFinding(finding))
console.log(findings.length === 0 ? `tidy: ${tree.size} files, nothing to do` : `tidy: ${findings.length} to put right`)
process.exitCode = findings.length === 0 ? 0 : 1
