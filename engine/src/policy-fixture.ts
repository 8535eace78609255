/** The programmes that come with the project, as tests read them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const POLICY = fileURLToPath(new URL('../../policy/', import.meta.url))

export function policyFiles(name: string): ReadonlyMap<string, string> {
  return new Map(
    readdirSync(join(POLICY, name), { recursive: true, encoding: 'utf8' })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => /\.(?:yaml|md)$/.test(path))
      .map((path) => [path, readFileSync(join(POLICY, name, path), 'utf8')]),
  )
}
