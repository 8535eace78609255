/**
 * `npm run lockfile` adds to package-lock.json (or, with `-- bench/package-lock.json`, to that one) the binaries for other platforms that npm left out. A registry that mirrors
 * only one platform makes npm drop the others without a word, and `npm ci` then refuses the lockfile it wrote itself.
 * Run it after adding a dependency behind such a mirror. What it adds has a version and no hash.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface Locked {
  readonly version?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

export type Packages = Readonly<Record<string, Locked>>

const PLATFORM =
  /(android|darwin|freebsd|linux|openharmony|win32|windows)-(arm64|arm|x64|ia32|ppc64|riscv64|s390x|loong64)(?![a-z0-9])/
/** Runs wherever nothing else does, so npm locks it without an operating system. */
const WASM = /wasm32-wasi$/

/** The locked packages with every optional binary that one of them names at an exact version, in npm's order. */
export function completeLockfile(packages: Packages): Packages {
  const added = Object.values(packages).flatMap((parent) =>
    Object.entries(parent.optionalDependencies ?? {}).flatMap(([name, version]) => {
      const key = `node_modules/${name}`
      const locked = Object.keys(packages).some((path) => path === key || path.endsWith(`/${key}`))
      const entry = locked ? undefined : binary(name, version, parent)
      return entry === undefined ? [] : [[key, entry] as const]
    }),
  )
  const all = [...Object.entries(packages), ...added]
  return Object.fromEntries(all.toSorted(([a], [b]) => a.localeCompare(b, 'en')))
}

/** Undefined where the name states no platform or the version is a range: then npm has to say. */
function binary(name: string, version: string, parent: Locked): Locked | undefined {
  if (!/^\d/.test(version)) return undefined
  const dev = parent.dev === true ? { dev: true } : {}
  if (WASM.test(name)) return { version, cpu: ['wasm32'], ...dev, optional: true }
  const [, os, cpu] = PLATFORM.exec(name) ?? []
  if (os === undefined || cpu === undefined) return undefined
  return {
    version,
    cpu: [cpu],
    ...dev,
    ...(/musl|gnu/.test(name) ? { libc: [name.includes('musl') ? 'musl' : 'glibc'] } : {}),
    optional: true,
    os: [os === 'windows' ? 'win32' : os],
  }
}

if (import.meta.main) {
  const path = process.argv[2] ?? join(import.meta.dirname, '..', 'package-lock.json')
  const lockfile = JSON.parse(readFileSync(path, 'utf8')) as { readonly packages: Packages }
  const packages = completeLockfile(lockfile.packages)
  writeFileSync(path, `${JSON.stringify({ ...lockfile, packages }, null, 2)}\n`)
  const count = Object.keys(packages).length - Object.keys(lockfile.packages).length
  console.log(`${path}: ${count} binaries for other platforms added`)
}
