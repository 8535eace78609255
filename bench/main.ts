/** `npm run bench` in the repository's root: installs what Maqami is measured against, measures, and prints ratios. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const HERE = import.meta.dirname
const ROOT = join(HERE, '..')

interface Package {
  readonly version: string
  readonly dependencies?: Readonly<Record<string, string>>
}

function readPackage(folder: string): Package {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Package
}

const peers = Object.entries(readPackage(HERE).dependencies ?? {})

function isInstalled([name, version]: readonly [string, string]): boolean {
  const folder = join(HERE, 'node_modules', name)
  return existsSync(folder) && readPackage(folder).version === version
}

/** False when npm could not install them. */
function installPeers(): boolean {
  if (peers.every(isInstalled)) return true
  console.log(
    `Installing what Maqami is measured against into bench/node_modules: ${peers.map(([name]) => name).join(', ')}.`,
  )
  const npm = spawnSync('npm', ['ci', '--prefix', HERE, '--no-audit', '--no-fund'], {
    cwd: HERE,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  return npm.status === 0
}

function printVersions(): void {
  const versions = [
    `node ${process.versions.node}`,
    `Maqami ${readPackage(ROOT).version}`,
    ...peers.map(([name, version]) => `${name} ${version}`),
  ]
  console.log(`${versions.join(', ')}; ${process.platform} ${process.arch}\n`)
}

if (installPeers()) {
  printVersions()
  // What was installed just now can only be imported now.
  const { compareAssessments } = await import('./assessment/compare-assessments.ts')
  const { compareBatch } = await import('./batch/compare-batch.ts')
  const { compareCertificates } = await import('./certificates/compare-certificates.ts')
  const { measureDraft } = await import('./drafts/measure-draft.ts')
  const { compareLoading } = await import('./loading/compare-loading.ts')
  const { measureRegister } = await import('./large-register/measure-register.ts')
  const { measureDemonstration } = await import('./running-demonstration/measure-demonstration.ts')
  const { compareSpillover } = await import('./spillover/compare-spillover.ts')
  const { measureOverview } = await import('./overview/measure-overview.ts')
  const { measureYears } = await import('./whole-year/measure-year.ts')
  const { compareWorkbook } = await import('./workbook/compare-workbook.ts')
  if (!(await compareAssessments(ROOT))) process.exitCode = 1
  if (!(await compareBatch(ROOT))) process.exitCode = 1
  if (!(await compareSpillover())) process.exitCode = 1
  if (!(await compareCertificates())) process.exitCode = 1
  await measureDraft(ROOT)
  await compareWorkbook(ROOT)
  await compareLoading(ROOT)
  await measureDemonstration(ROOT)
  await measureRegister(ROOT)
  if (!(await measureOverview(ROOT))) process.exitCode = 1
  await measureYears(ROOT)
} else {
  console.error('npm could not install the engines that Maqami is measured against; its messages are above.')
  process.exitCode = 1
}
