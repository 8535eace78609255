/** What `policy check` finds wrong in the schemes of a release that has any. */
import type { Problem } from '@maqami/engine/load/problem.ts'
import type { Release } from '../../policy-releases/load-release.ts'
import { CERTIFICATION_FILE, loadCertification } from './load-schemes.ts'

export function schemeProblems({ files, engine }: Release): readonly Problem[] {
  const content = files.get(CERTIFICATION_FILE)
  if (content === undefined) return []
  const loaded = loadCertification(engine.programme, content)
  return loaded.ok ? [] : loaded.problems
}
