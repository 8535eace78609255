import type { SchemeTest } from '../certificates/schemes/scheme.ts'

/** `≤ 2 W/kg`. */
export function limitText({ holds, unit }: Pick<SchemeTest, 'holds' | 'unit'>, limit: string): string {
  return `${holds === 'at_most' ? '≤' : '≥'} ${limit} ${unit}`
}
