/** The clauses of a draft: each parameter and provision that it puts into a part of the law. */
import { child, readYaml } from '@maqami/engine/load/yaml.ts'

/** `localization: local_rate_target`. */
export function clausesOf(overlay: string): readonly string[] {
  const read = readYaml('draft.yaml', overlay)
  const parts = read.ok ? child(read.node, 'parts') : undefined
  if (parts?.kind !== 'map') return []
  return parts.entries.flatMap(({ key: part, value }) =>
    ['parameters', 'provisions'].flatMap((group) => {
      const named = child(value, group)
      return named?.kind === 'map' ? named.entries.map(({ key }) => `${part}: ${key}`) : []
    }),
  )
}
